// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/itembar.h"

#include "app/shell/icons.h"
#include "app/shell/look.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace lectern::app {

ItemBar::ItemBar(QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_caption(new look::TextLabel(look::TextRole::Caption, {}, this))
{
    look::tighten(m_row, 2);
    m_row->addWidget(m_caption, 1);
    m_hide = addButton(QStringLiteral("hideItem"), u"eye", tr("Hide on the page"));
    m_duplicate = addButton(QStringLiteral("duplicateItem"), u"copy", tr("Duplicate (Ctrl+D)"));
    m_source = addButton(
        QStringLiteral("editSource"), u"file-code", tr("Edit this entry as it stands in the file"));
    m_delete = addButton(QStringLiteral("deleteItem"), u"trash-2", tr("Delete"));
    m_menu = addButton(QStringLiteral("itemMenu"), u"ellipsis", tr("What can be done with this text"));
    m_source->setCheckable(true);
    m_source->setAccessibleName(tr("Edit source"));
    m_duplicate->setAccessibleName(tr("Duplicate"));
    setMinimumHeight(look::scaled(3 * look::grid, this));
    connect(m_hide, &QToolButton::clicked, this,
        [this] { Q_EMIT hideRequested(!m_hide->property("hidden").toBool()); });
    connect(m_duplicate, &QToolButton::clicked, this, &ItemBar::duplicateRequested);
    connect(m_delete, &QToolButton::clicked, this, &ItemBar::deleteRequested);
    connect(m_source, &QToolButton::toggled, this, &ItemBar::sourceToggled);
    connect(m_menu, &QToolButton::clicked, this,
        [this] { Q_EMIT menuRequested(m_menu->mapToGlobal(QPoint(0, m_menu->height()))); });
}

QToolButton* ItemBar::addButton(const QString& name, QStringView iconName, const QString& tip)
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(icon(iconName, IconTint::Secondary));
    button->setIconSize({ 16, 16 });
    button->setFixedSize(look::scaled(28, this), look::scaled(24, this));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    m_row->addWidget(button);
    return button;
}

void ItemBar::setCaption(const QString& caption)
{
    m_caption->setText(caption);
}

void ItemBar::setItem(bool item, bool shown, bool hasForm)
{
    m_item = item;
    m_hasForm = hasForm;
    m_hide->setProperty("hidden", !shown);
    m_hide->setIcon(icon(shown ? u"eye" : u"eye-off", IconTint::Secondary));
    m_hide->setToolTip(shown ? tr("Hide on the page") : tr("Show on the page"));
    m_hide->setAccessibleName(m_hide->toolTip());
    refresh();
}

void ItemBar::setCompact(bool compact)
{
    m_compact = compact;
    refresh();
}

void ItemBar::setTools(QWidget* tools)
{
    if (m_tools == tools)
        return;
    if (m_tools)
        m_tools->hide();
    m_tools = tools;
    if (!m_tools)
        return;
    m_row->insertWidget(1, m_tools);
    m_tools->show();
}

void ItemBar::refresh()
{
    for (QToolButton* button : { m_hide, m_duplicate, m_delete })
        button->setVisible(m_item && !m_compact);
    m_source->setVisible(m_item && !m_compact && m_hasForm);
    m_menu->setVisible(m_item && m_compact);
}

} // namespace lectern::app
