// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QPixmap>

namespace lectern::app {

/// A site that was open before: its picture, its name, where it lies. Enter or a click opens it.
class SiteCard : public QAbstractButton {
    Q_OBJECT
public:
    SiteCard(const QString& name, const QString& place, const QPixmap& picture, QStringView iconName,
        QWidget* parent);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] int wordsHeight() const;
    void paintPicture(QPainter& painter, const QRectF& place) const;

    QString m_place;
    QPixmap m_picture;
    QString m_iconName;
};

} // namespace lectern::app
