// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace lectern::app {

/// A panel that floats over its window, near the top, until Esc, a click beside it, or the loss of the keyboard focus
/// closes it; the focus then goes back to where it was.
class Overlay : public QWidget {
    Q_OBJECT
public:
    /// `width` in pixels at 100 % text size.
    Overlay(int width, QWidget* window);

    void open();

public Q_SLOTS:
    void dismiss();

Q_SIGNALS:
    void dismissed();

protected:
    /// What takes the keyboard when the panel opens.
    virtual QWidget* firstFocus() = 0;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

    void place();

private:
    int m_width;
    QPointer<QWidget> m_before;
};

} // namespace lectern::app
