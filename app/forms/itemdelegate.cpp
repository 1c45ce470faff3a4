// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/itemdelegate.h"

#include "app/forms/itemlistmodel.h"
#include "app/shell/icons.h"
#include "app/shell/look.h"

#include <QApplication>
#include <QPainter>

namespace lectern::app {

namespace {

constexpr int arrow = 14;
constexpr int eye = 16;

bool hasSubtitles(const QModelIndex& index)
{
    const auto* const model = qobject_cast<const ItemListModel*>(index.model());
    return model && model->hasSubtitles();
}

QFont secondFont(const QStyleOptionViewItem& option) { return look::font(look::TextRole::Secondary, option.font); }

} // namespace

QSize ItemDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int line = option.fontMetrics.height();
    if (index.data(ItemListModel::GroupRole).toBool())
        return {0, line + look::grid + look::half};
    if (!hasSubtitles(index))
        return {0, line + 2 * look::grid - 4};
    return {0, line + QFontMetrics(secondFont(option)).height() + look::grid + look::half};
}

QWidget* ItemDelegate::createEditor(
    QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QWidget* const editor = QStyledItemDelegate::createEditor(parent, option, index);
    if (editor)
        editor->setAccessibleName(tr("Name of the group"));
    return editor;
}

void ItemDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect box = option.rect.adjusted(look::grid, 1, -look::grid, -1);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->setPen(Qt::NoPen);
    if (selected)
        painter->setBrush(look::selectionFill(option.palette));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->setBrush(look::hoverFill(option.palette));
    if (painter->brush().style() != Qt::NoBrush)
        painter->drawRoundedRect(box, look::radius, look::radius);
    const bool focused = option.widget && option.widget->hasFocus();
    if (focused && option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(look::accent(option.palette), 1.4));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(box).adjusted(0.7, 0.7, -0.7, -0.7), look::radius, look::radius);
    }
    if (index.data(ItemListModel::GroupRole).toBool()) {
        paintHeading(painter, option, index);
        painter->restore();
        return;
    }
    QRect text = box.adjusted(look::grid, look::half - 1, -look::grid, -look::half + 1);
    const bool hidden = index.data(ItemListModel::HiddenRole).toBool();
    if (hidden) {
        const QRect place(text.right() - eye, text.center().y() - eye / 2, eye, eye);
        icon(u"eye-off", IconTint::Secondary).paint(painter, place);
        text.setRight(place.left() - look::half);
        painter->setOpacity(0.55);
    }
    const QString title = index.data(Qt::DisplayRole).toString();
    const bool nameless = title.isEmpty();
    painter->setFont(option.font);
    painter->setPen(nameless ? look::secondaryText(option.palette) : option.palette.color(QPalette::Text));
    const QString shown = nameless ? tr("Without a title") : title;
    const int line = option.fontMetrics.height();
    const bool twoLines = hasSubtitles(index);
    const QRect first = twoLines ? QRect(text.topLeft(), QSize(text.width(), line)) : text;
    painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        option.fontMetrics.elidedText(shown, Qt::ElideRight, first.width()));
    if (twoLines) {
        const QFont font = secondFont(option);
        painter->setFont(font);
        painter->setPen(look::secondaryText(option.palette));
        const QRect second(text.left(), first.bottom() + 1, text.width(), text.bottom() - first.bottom());
        painter->drawText(second, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            QFontMetrics(font).elidedText(index.data(ItemListModel::SubtitleRole).toString(), Qt::ElideRight, second.width()));
    }
    painter->restore();
}

void ItemDelegate::paintHeading(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QRect box = option.rect.adjusted(2 * look::grid, look::half, -2 * look::grid, 0);
    const bool collapsed = index.data(ItemListModel::CollapsedRole).toBool();
    const QRect place(box.left() - 2, box.center().y() - arrow / 2, arrow, arrow);
    icon(collapsed ? u"chevron-right" : u"chevron-down", IconTint::Secondary).paint(painter, place);
    const QFont font = look::font(look::TextRole::Caption, option.font);
    painter->setFont(font);
    painter->setPen(look::secondaryText(option.palette));
    const QString count = QLocale().toString(index.data(ItemListModel::CountRole).toInt());
    const int countWidth = QFontMetrics(font).horizontalAdvance(count) + look::grid;
    const QRect text = box.adjusted(arrow + 2, 0, -countWidth, 0);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, text.width()));
    painter->drawText(box, Qt::AlignRight | Qt::AlignVCenter, count);
}

} // namespace lectern::app
