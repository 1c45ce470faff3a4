// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace lectern::app {

/// A large button that explains itself: icon, title, and a sentence below it.
class ChoiceButton : public QAbstractButton {
    Q_OBJECT
public:
    ChoiceButton(QStringView iconName, const QString& title, const QString& detail, QWidget* parent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void paintContent(QPainter& painter) const;

    QString m_iconName;
    QString m_detail;
};

} // namespace lectern::app
