// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/sectionsdelegate.h"

#include "app/shell/icons.h"
#include "app/shell/look.h"
#include "app/shell/sectionsmodel.h"
#include "app/shell/sectionwords.h"

#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>

namespace lectern::app {
namespace {

QRect inner(const QStyleOptionViewItem& option) { return option.rect.adjusted(look::grid, 1, -look::grid, -1); }

QRect iconRect(const QStyleOptionViewItem& option)
{
    const int size = look::scaled(look::iconSize, option.widget);
    const QRect row = inner(option);
    return {row.left() + look::grid, row.center().y() - size / 2 + 1, size, size};
}

QRect eyeRect(const QStyleOptionViewItem& option)
{
    const int size = look::scaled(look::iconSize, option.widget);
    const QRect row = inner(option);
    return {row.right() - look::grid - size, row.center().y() - size / 2 + 1, size, size};
}

int textLeft(const QStyleOptionViewItem& option) { return iconRect(option).right() + look::grid + 2; }

} // namespace

QSize SectionsDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    // As wide as when it is chosen, so that choosing elides nothing.
    QFont font = option.font;
    font.setWeight(QFont::DemiBold);
    const int count = index.data(SectionsModel::CountRole).toInt();
    const int behind = count < 0
        ? 0
        : QFontMetrics(look::font(look::TextRole::Secondary, option.font)).horizontalAdvance(QString::number(count)) + look::grid;
    const int before = 2 * look::grid + look::scaled(look::iconSize, option.widget) + look::grid + 2;
    const int text = QFontMetrics(font).horizontalAdvance(index.data().toString());
    return {before + text + 1 + behind + 2 * look::grid, look::scaled(32, option.widget)};
}

void SectionsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QPalette& palette = option.palette;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hover = option.state.testFlag(QStyle::State_MouseOver);
    const bool hidden = index.data(SectionsModel::HiddenRole).toBool();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected || hover) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? look::selectionFill(palette) : look::hoverFill(palette));
        painter->drawRoundedRect(inner(option), look::radius, look::radius);
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(look::accent(palette), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(inner(option)).adjusted(1, 1, -1, -1), look::radius, look::radius);
    }
    if (hidden)
        painter->setOpacity(0.55);

    const QString symbol = index.data(SectionsModel::SymbolRole).toString();
    painter->setFont(option.font);
    painter->setPen(palette.color(QPalette::WindowText));
    if (symbol.isEmpty()) {
        const auto tint = selected ? IconTint::Accent : IconTint::Secondary;
        icon(kindIcon(profile::SectionKind(index.data(SectionsModel::KindRole).toInt())), tint)
            .paint(painter, iconRect(option));
    } else {
        painter->drawText(iconRect(option).adjusted(-4, -4, 4, 4), Qt::AlignCenter, symbol);
    }

    int right = inner(option).right() - look::grid;
    if (hidden || (hover && !index.data(SectionsModel::FixedRole).toBool())) {
        icon(hidden ? u"eye-off" : u"eye", IconTint::Secondary).paint(painter, eyeRect(option));
        right = eyeRect(option).left() - look::half;
    } else if (const int count = index.data(SectionsModel::CountRole).toInt(); count >= 0) {
        const QString text = QString::number(count);
        painter->setFont(look::font(look::TextRole::Secondary, option.font));
        painter->setPen(look::secondaryText(palette));
        const int width = painter->fontMetrics().horizontalAdvance(text);
        painter->drawText(QRect(right - width, option.rect.top(), width, option.rect.height()), Qt::AlignCenter, text);
        right -= width + look::grid;
    }
    QFont font = option.font;
    if (selected)
        font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(palette.color(QPalette::WindowText));
    const QRect place(textLeft(option), option.rect.top(), right - textLeft(option), option.rect.height());
    const QString text = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, place.width());
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft, text);
    painter->restore();
}

QWidget* SectionsDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const
{
    auto* editor = new QLineEdit(parent);
    editor->setAccessibleName(tr("Heading of “%1”").arg(index.data().toString()));
    return editor;
}

void SectionsDelegate::updateEditorGeometry(
    QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const
{
    editor->setGeometry(inner(option));
}

bool SectionsDelegate::editorEvent(
    QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (event->type() == QEvent::MouseButtonRelease && !index.data(SectionsModel::FixedRole).toBool()) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (mouse->button() == Qt::LeftButton && eyeRect(option).adjusted(-4, -4, 4, 4).contains(mouse->pos())) {
            Q_EMIT eyeClicked(index);
            return true;
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

} // namespace lectern::app
