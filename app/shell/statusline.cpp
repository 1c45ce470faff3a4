// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/statusline.h"

#include "app/shell/iconlabel.h"
#include "app/shell/icons.h"
#include "app/shell/look.h"
#include "app/workspace/workspace.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>
#include <QUndoStack>

#include <cstdlib>

namespace lectern::app {

StatusLine::StatusLine(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_fineIcon(new IconLabel(this)),
      m_fine(new look::TextLabel(look::TextRole::Secondary, tr("No problems"), this)), m_problems(new QToolButton(this)),
      m_file(new look::TextLabel(look::TextRole::Secondary, {}, this)),
      m_preview(new look::TextLabel(look::TextRole::Secondary, {}, this))
{
    setAccessibleName(tr("Status"));
    m_fineIcon->setIcon(u"circle-check", IconTint::Secondary);
    m_fineIcon->setAccessibleName(tr("No problems"));
    m_fine->setToolTip(tr("Nothing is wrong with this page"));
    m_problems->setAutoRaise(true);
    m_problems->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_problems->setFont(look::font(look::TextRole::Secondary, font()));
    connect(m_problems, &QToolButton::clicked, this, &StatusLine::problemsActivated);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(look::margin, 2, look::margin, 2);
    row->setSpacing(6);
    row->addWidget(m_fineIcon);
    row->addWidget(m_fine);
    row->addWidget(m_problems);
    row->addSpacing(look::grid);
    row->addWidget(m_file, 1);
    row->addWidget(m_preview);
    // The same height with and without the button.
    setMinimumHeight(look::scaled(32, this));
    m_file->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    connect(&workspace, &Workspace::opened, this, &StatusLine::refreshFile);
    connect(&workspace, &Workspace::currentPageChanged, this, &StatusLine::refreshFile);
    connect(&workspace, &Workspace::savedStateChanged, this, &StatusLine::refreshFile);
    connect(workspace.undoStack(), &QUndoStack::indexChanged, this, &StatusLine::refreshFile);
    setProblems(0, 0);
    refreshFile();
}

int StatusLine::unexportedEdits() const
{
    if (m_workspace.changedFiles().isEmpty())
        return 0;
    return std::max(1, std::abs(m_workspace.undoStack()->index() - m_exportedIndex));
}

void StatusLine::refreshFile()
{
    if (!m_workspace.isOpen()) {
        m_file->clear();
        return;
    }
    if (m_workspace.changedFiles().isEmpty())
        m_exportedIndex = m_workspace.undoStack()->index();
    const int edits = unexportedEdits();
    const QString state = edits == 0 ? tr("no unexported edits") : tr("%n edit(s) not exported", nullptr, edits);
    m_file->setText(QStringLiteral("%1 · %2").arg(m_workspace.currentPage(), state));
    m_file->setToolTip(m_workspace.changedFiles().join(u'\n'));
}

void StatusLine::setProblems(int problems, int hints)
{
    const bool fine = problems + hints == 0;
    m_problems->setText(problems > 0 ? tr("%n problem(s)", nullptr, problems) : tr("%n hint(s)", nullptr, hints));
    m_problems->setIcon(problems > 0 ? icon(u"triangle-alert", IconTint::Warning) : icon(u"info", IconTint::Secondary));
    m_problems->setAccessibleName(m_problems->text());
    m_problems->setToolTip(tr("What is wrong with this page, and how to repair it"));
    m_problems->setVisible(!fine);
    m_fineIcon->setVisible(fine);
    m_fine->setVisible(fine);
}

void StatusLine::setPreviewState(const QString& text, const QString& detail)
{
    m_preview->setText(text);
    m_preview->setToolTip(detail);
}

void StatusLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), look::sidebarFill(palette()));
    painter.fillRect(0, 0, width(), 1, look::hairlineColor(palette()));
}

} // namespace lectern::app
