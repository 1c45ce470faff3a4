// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/namebutton.h"

#include "app/shell/look.h"

#include <QScopedValueRollback>
#include <QStyleOptionToolButton>

#include <algorithm>

namespace lectern::app {

NameButton::NameButton(Qt::TextElideMode mode, int width, QWidget* parent)
    : QToolButton(parent)
    , m_mode(mode)
    , m_width(width)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

QSize NameButton::sizeHint() const
{
    const QScopedValueRollback measuring(m_isMeasuring, true);
    const QSize whole = QToolButton::sizeHint();
    const int around = whole.width() - fontMetrics().horizontalAdvance(text());
    return { std::min(whole.width(), around + look::scaled(m_width, this)), whole.height() };
}

QSize NameButton::minimumSizeHint() const
{
    const QSize wanted = sizeHint();
    return { std::min(wanted.width(), look::scaled(64, this)), wanted.height() };
}

void NameButton::initStyleOption(QStyleOptionToolButton* option) const
{
    QToolButton::initStyleOption(option);
    if (m_isMeasuring)
        return;
    const QScopedValueRollback measuring(m_isMeasuring, true);
    const int around = QToolButton::sizeHint().width() - fontMetrics().horizontalAdvance(text());
    // Widths are rounded: a name that just fits must not lose its end.
    option->text = fontMetrics().elidedText(option->text, m_mode, std::max(0, width() - around + 1));
}

} // namespace lectern::app
