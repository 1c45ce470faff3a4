// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/shortcutsheet.h"

#include "app/shell/commands.h"
#include "app/shell/icons.h"
#include "app/shell/look.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern::app {

ShortcutSheet::ShortcutSheet(const Commands& commands, QWidget* window)
    : Overlay(840, window), m_commands(commands), m_area(new QScrollArea(this))
{
    setAccessibleName(tr("Keyboard shortcuts"));
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setAccessibleName(tr("Keyboard shortcuts"));
    m_area->viewport()->setAutoFillBackground(false);

    auto* close = new QToolButton(this);
    close->setIcon(icon(u"x"));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close (Esc)"));
    close->setAccessibleName(tr("Close"));
    connect(close, &QToolButton::clicked, this, &Overlay::dismiss);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(look::margin + look::grid, look::grid, look::grid, 0);
    head->addWidget(new look::TextLabel(look::TextRole::Heading, tr("Keyboard shortcuts"), this), 1);
    head->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, look::grid, 1, look::grid);
    column->addLayout(head);
    column->addWidget(m_area, 1);
    fill();
}

void ShortcutSheet::showEvent(QShowEvent* event)
{
    fill();
    place();
    Overlay::showEvent(event);
}

void ShortcutSheet::fill()
{
    using Group = Commands::Group;
    auto* sheet = new QWidget;
    sheet->setAccessibleName(tr("Keyboard shortcuts"));
    auto* columns = new QHBoxLayout(sheet);
    columns->setContentsMargins(look::margin + look::grid, 0, look::margin + look::grid, look::grid);
    columns->setSpacing(5 * look::grid);
    columns->addWidget(column({Group::Site, Group::Edit, Group::Items, Group::Help}, sheet), 1, Qt::AlignTop);
    columns->addWidget(column({Group::Sections, Group::View}, sheet), 1, Qt::AlignTop);
    m_area->setWidget(sheet);
    sheet->setAutoFillBackground(false); // setWidget() switched it on
    m_area->setMinimumHeight(std::min(sheet->sizeHint().height(), parentWidget()->height() - 20 * look::grid));
}

QWidget* ShortcutSheet::column(const QList<Commands::Group>& groups, QWidget* sheet) const
{
    auto* part = new QWidget(sheet);
    auto* grid = new QGridLayout(part);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(look::margin);
    grid->setVerticalSpacing(look::half);
    grid->setColumnStretch(0, 1);
    int line = 0;
    for (const Commands::Group group : groups) {
        auto* title = new look::TextLabel(look::TextRole::Caption, Commands::groupName(group), part);
        title->setContentsMargins(0, look::grid + look::half, 0, 0);
        grid->addWidget(title, line++, 0, 1, 2);
        for (const Commands::Row& row : m_commands.rows(group)) {
            auto* text = new look::TextLabel(look::TextRole::Body, row.text, part);
            text->setWordWrap(true);
            grid->addWidget(text, line, 0);
            grid->addWidget(new look::TextLabel(look::TextRole::Secondary, row.keys, part), line++, 1, Qt::AlignRight);
        }
    }
    return part;
}

} // namespace lectern::app
