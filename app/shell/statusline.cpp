// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/statusline.h"

#include "app/shell/diagnostictext.h"
#include "app/shell/iconlabel.h"
#include "app/shell/icons.h"
#include "app/shell/look.h"
#include "app/workspace/workspace.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QUndoStack>

#include <cstdlib>

namespace lectern::app {
namespace {

constexpr size_t menuLimit = 30;

} // namespace

StatusLine::StatusLine(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_fineIcon(new IconLabel(this)),
      m_fine(new look::TextLabel(look::TextRole::Secondary, tr("No problems"), this)), m_problems(new QToolButton(this)),
      m_problemsMenu(new QMenu(this)),
      m_file(new look::TextLabel(look::TextRole::Secondary, {}, this)),
      m_preview(new look::TextLabel(look::TextRole::Secondary, {}, this))
{
    setAccessibleName(tr("Status"));
    m_fineIcon->setIcon(u"circle-check", IconTint::Secondary);
    m_fineIcon->setAccessibleName(tr("No problems"));
    m_fine->setToolTip(tr("Nothing is wrong with this page"));
    m_problems->setAutoRaise(true);
    m_problems->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_problems->setPopupMode(QToolButton::InstantPopup);
    m_problems->setMenu(m_problemsMenu);
    m_problems->setIcon(icon(u"triangle-alert", IconTint::Warning));
    m_problems->setToolTip(tr("What is wrong with this page"));
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
    m_problemsMenu->setToolTipsVisible(true);
    connect(&workspace, &Workspace::opened, this, &StatusLine::refreshFile);
    connect(&workspace, &Workspace::currentPageChanged, this, &StatusLine::refreshFile);
    connect(&workspace, &Workspace::savedStateChanged, this, &StatusLine::refreshFile);
    connect(workspace.undoStack(), &QUndoStack::indexChanged, this, &StatusLine::refreshFile);
    setDiagnostics({});
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

void StatusLine::setDiagnostics(const Diagnostics& diagnostics)
{
    m_diagnostics = diagnostics;
    const int count = int(diagnostics.size());
    m_problems->setText(tr("%n problem(s)", nullptr, count));
    m_problems->setAccessibleName(m_problems->text());
    m_problems->setVisible(count > 0);
    m_fineIcon->setVisible(count == 0);
    m_fine->setVisible(count == 0);
    fillProblems();
}

void StatusLine::fillProblems()
{
    m_problemsMenu->clear();
    for (const Diagnostic& diagnostic : m_diagnostics) {
        if (size_t(m_problemsMenu->actions().size()) >= menuLimit)
            break;
        const auto tint = diagnostic.severity == Severity::Error ? IconTint::Error
            : diagnostic.severity == Severity::Warning           ? IconTint::Warning
                                                                 : IconTint::Secondary;
        QAction* action = m_problemsMenu->addAction(icon(u"triangle-alert", tint), diagnosticText(diagnostic), this,
            [this, diagnostic] { Q_EMIT diagnosticActivated(diagnostic); });
        action->setToolTip(diagnostic.file.isEmpty() ? m_workspace.currentPage() : diagnostic.file);
    }
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
