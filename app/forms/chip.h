// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace lectern::app {

/// What one chip shows.
struct ChipData {
    QString text;
    QString marks; ///< small and raised behind the text ("*", "†")
    bool starred = false; ///< shows a star; the owner of the page
    QString problem; ///< what is wrong with it, in words; empty: nothing
    QString tip; ///< more about it, such as the address of a link
    bool operator==(const ChipData&) const = default;
};

/// One entry of a list of names, tags or links. Takes the keyboard: its ChipEdit decides what a key does.
class Chip : public QWidget {
    Q_OBJECT
public:
    explicit Chip(QWidget* parent = nullptr);

    void setData(const ChipData& data);
    [[nodiscard]] const ChipData& data() const { return m_data; }
    /// Whether a star can be set by a click in front of the text.
    void setStarrable(bool starrable);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void removeRequested();
    void starRequested();
    void editRequested();
    /// The pointer drags the chip; global position.
    void dragged(const QPoint& position);
    void dropped(const QPoint& position);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] QRect starRect() const;
    [[nodiscard]] QRect removeRect() const;
    [[nodiscard]] QRect textRect() const;
    void paintStar(QPainter& painter) const;

    ChipData m_data;
    QPoint m_pressedAt;
    bool m_starrable = false;
    bool m_hovered = false;
    bool m_pressed = false;
    bool m_dragging = false;
};

} // namespace lectern::app
