// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/flowlayout.h"

#include <QWidget>

#include <algorithm>

namespace lectern::app {

FlowLayout::FlowLayout(QWidget* parent) : QLayout(parent)
{
    setSpacing(4);
}

FlowLayout::~FlowLayout() { qDeleteAll(m_items); }

void FlowLayout::insertWidget(int at, QWidget* widget)
{
    addChildWidget(widget);
    m_items.insert(m_items.begin() + at, new QWidgetItem(widget));
    invalidate();
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.push_back(item);
    invalidate();
}

QLayoutItem* FlowLayout::itemAt(int at) const
{
    return at >= 0 && at < count() ? m_items[size_t(at)] : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int at)
{
    QLayoutItem* const item = itemAt(at);
    if (item)
        m_items.erase(m_items.begin() + at);
    return item;
}

int FlowLayout::heightForWidth(int width) const { return place({0, 0, width, 0}, false); }

QSize FlowLayout::sizeHint() const { return minimumSize(); }

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo({0, item->minimumSize().height()});
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    place(rect, true);
}

int FlowLayout::place(const QRect& rect, bool apply) const
{
    const QRect inner = rect.marginsRemoved(contentsMargins());
    int x = inner.x();
    int y = inner.y();
    int lineHeight = 0;
    for (const QLayoutItem* item : m_items) {
        QSize size = item->sizeHint();
        if (item->isEmpty())
            continue;
        size.setWidth(std::min(size.width(), std::max(inner.width(), 1)));
        if (x > inner.x() && x + size.width() > inner.x() + inner.width()) {
            x = inner.x();
            y += lineHeight + spacing();
            lineHeight = 0;
        }
        if (item == m_items.back() && item->expandingDirections().testFlag(Qt::Horizontal))
            size.setWidth(std::max(size.width(), inner.x() + inner.width() - x));
        if (apply)
            const_cast<QLayoutItem*>(item)->setGeometry({{x, y}, size});
        x += size.width() + spacing();
        lineHeight = std::max(lineHeight, size.height());
    }
    return y + lineHeight - rect.y() + contentsMargins().bottom();
}

} // namespace lectern::app
