// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/shortcutsheet.h"

#include "app/shell/commands.h"
#include "app/shell/icons.h"
#include "app/shell/look.h"

#include <QAction>
#include <QGridLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace lectern::app {

ShortcutSheet::ShortcutSheet(const Commands& commands, QWidget* window)
    : Overlay(640, window), m_commands(commands), m_area(new QScrollArea(this))
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
    auto* sheet = new QWidget;
    sheet->setAutoFillBackground(false);
    auto* grid = new QGridLayout(sheet);
    grid->setContentsMargins(look::margin + look::grid, 0, look::margin + look::grid, look::grid);
    grid->setHorizontalSpacing(look::margin);
    grid->setVerticalSpacing(look::half);
    grid->setColumnStretch(0, 1);
    int row = 0;
    for (const Commands::Group group : Commands::groups()) {
        bool titled = false;
        for (const QAction* action : m_commands.actions(group)) {
            if (action->shortcut().isEmpty())
                continue;
            if (!titled) {
                auto* title = new look::TextLabel(look::TextRole::Caption, Commands::groupName(group), sheet);
                title->setContentsMargins(0, look::grid, 0, 0);
                grid->addWidget(title, row++, 0, 1, 2);
                titled = true;
            }
            grid->addWidget(new look::TextLabel(look::TextRole::Body, action->text(), sheet), row, 0);
            auto* keys = new look::TextLabel(
                look::TextRole::Secondary, action->shortcut().toString(QKeySequence::NativeText), sheet);
            grid->addWidget(keys, row++, 1, Qt::AlignRight);
        }
    }
    m_area->setWidget(sheet);
    m_area->setMinimumHeight(std::min(sheet->sizeHint().height(), parentWidget()->height() - 20 * look::grid));
}

} // namespace lectern::app
