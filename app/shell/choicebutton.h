// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace lectern::app {

/// A large button that explains itself: icon, title, and a sentence below it.
class ChoiceButton : public QAbstractButton {
    Q_OBJECT
public:
    /// `compact`: a row of a list rather than a card.
    ChoiceButton(QStringView iconName, const QString& title, const QString& detail, bool compact, QWidget* parent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return !m_compact; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void paintCard(QPainter& painter) const;
    void paintRow(QPainter& painter) const;

    QString m_iconName;
    QString m_detail;
    bool m_compact;
};

} // namespace lectern::app
