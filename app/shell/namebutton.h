// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace lectern::app {

/// A button that shows a name, with dots where there is no room for all of it.
class NameButton : public QToolButton {
    Q_OBJECT
public:
    /// `mode`: where the dots go. `width`: as wide as it gets, at the normal size of text.
    NameButton(Qt::TextElideMode mode, int width, QWidget* parent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void initStyleOption(QStyleOptionToolButton* option) const override;

private:
    Qt::TextElideMode m_mode;
    int m_width;
    mutable bool m_isMeasuring = false;
};

} // namespace lectern::app
