// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/problems/problemspanel.h"

#include "app/dialogs/diffview.h"
#include "app/problems/problemfinder.h"
#include "app/shell/diagnostictext.h"
#include "app/shell/icons.h"
#include "app/shell/look.h"
#include "app/workspace/workspace.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern::app {
namespace {

QIcon severityIcon(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return icon(u"circle-alert", IconTint::Error);
    case Severity::Warning:
        return icon(u"triangle-alert", IconTint::Warning);
    case Severity::Info:
        break;
    }
    return icon(u"info", IconTint::Secondary);
}

bool isSerious(const check::Finding& finding)
{
    return finding.what.severity != Severity::Info;
}

} // namespace

ProblemsPanel::ProblemsPanel(Workspace& workspace, const ProblemFinder& finder, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_finder(finder)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setAccessibleName(tr("Problems"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * look::grid, 2 * look::grid, 3 * look::grid, 2 * look::grid);
    layout->setSpacing(2 * look::grid);
    buildHeader(layout);
    buildBody(layout);
    connect(&finder, &ProblemFinder::changed, this, [this] {
        if (isVisible())
            refresh();
    });
}

void ProblemsPanel::buildHeader(QVBoxLayout* layout)
{
    auto* row = new QHBoxLayout;
    auto* words = new QVBoxLayout;
    words->setSpacing(look::half);
    words->addWidget(new look::TextLabel(look::TextRole::Heading, tr("Problems"), this));
    m_summary = new look::TextLabel(look::TextRole::Secondary, {}, this);
    words->addWidget(m_summary);
    row->addLayout(words, 1);
    auto* back = new QPushButton(tr("Back to editing"), this);
    back->setToolTip(tr("Esc"));
    connect(back, &QPushButton::clicked, this, &ProblemsPanel::closeRequested);
    row->addWidget(back, 0, Qt::AlignTop);
    layout->addLayout(row);
    layout->addWidget(new look::Hairline(Qt::Horizontal, this));
}

void ProblemsPanel::buildBody(QVBoxLayout* layout)
{
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    m_rows = new QListWidget(splitter);
    m_rows->setWordWrap(true);
    m_rows->setFrameShape(QFrame::NoFrame);
    m_rows->setSpacing(look::half);
    m_rows->setIconSize({ look::iconSize, look::iconSize });
    m_rows->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rows->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_rows->setAccessibleName(tr("What was found"));
    connect(m_rows, &QListWidget::currentRowChanged, this, &ProblemsPanel::showFinding);
    connect(m_rows, &QListWidget::itemActivated, this, &ProblemsPanel::goToPlace);
    splitter->addWidget(m_rows);
    splitter->addWidget(buildDetail());
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({ 400, 600 });
    layout->addWidget(splitter, 1);
}

QWidget* ProblemsPanel::buildDetail()
{
    auto* detail = new QWidget(this);
    auto* column = new QVBoxLayout(detail);
    look::tighten(column, look::grid);
    column->setContentsMargins(look::grid, 0, 0, 0);
    m_words = new look::TextLabel(look::TextRole::Strong, {}, detail);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_place = new look::TextLabel(look::TextRole::Secondary, {}, detail);
    m_place->setTextFormat(Qt::PlainText);
    m_diffCaption = new look::TextLabel(look::TextRole::Caption, {}, detail);
    m_diffCaption->setWordWrap(true);
    m_diff = new DiffView(detail);
    m_go = new QPushButton(tr("&Show the place"), detail);
    m_go->setToolTip(tr("Goes to the form that holds it (Enter in the list)"));
    m_repair = new QPushButton(tr("&Repair"), detail);
    m_repair->setToolTip(tr("Makes the change that is shown, as one step that can be undone"));
    look::makePrimary(m_repair);
    connect(m_go, &QPushButton::clicked, this, &ProblemsPanel::goToPlace);
    connect(m_repair, &QPushButton::clicked, this, &ProblemsPanel::repair);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_repair);
    buttons->addWidget(m_go);
    buttons->addStretch(1);
    column->addWidget(m_words);
    column->addWidget(m_place);
    column->addLayout(buttons);
    column->addWidget(m_diffCaption);
    column->addWidget(m_diff, 1);
    return detail;
}

void ProblemsPanel::refresh()
{
    // Old findings stay in view until the new ones are there, so that the list does not flicker; only their
    // repairs wait.
    if (m_finder.isCurrent() && m_findings != m_finder.findings()) {
        m_findings = m_finder.findings();
        fillRows();
    }
    const auto serious = std::count_if(m_findings.begin(), m_findings.end(), isSerious);
    const int hints = count() - int(serious);
    QStringList summary { m_workspace.currentPage() };
    if (count() == 0)
        summary.append(m_finder.isCurrent() ? tr("nothing is wrong with this page") : tr("looking…"));
    if (serious > 0)
        summary.append(tr("%n problem(s)", nullptr, int(serious)));
    if (hints > 0)
        summary.append(tr("%n hint(s)", nullptr, hints));
    m_summary->setText(summary.join(QStringLiteral(" · ")));
    showFinding(m_rows->currentRow());
}

void ProblemsPanel::fillRows()
{
    const int before = std::max(0, m_rows->currentRow());
    const QSignalBlocker quiet(m_rows);
    m_rows->clear();
    for (const check::Finding& finding : m_findings) {
        const QString sentence = diagnosticText(finding.what);
        auto* row = new QListWidgetItem(
            severityIcon(finding.what.severity), sentence + u'\n' + placeText(finding.what), m_rows);
        row->setToolTip(finding.what.code);
    }
    m_rows->setCurrentRow(std::min(before, count() - 1));
}

QString ProblemsPanel::placeText(const Diagnostic& what) const
{
    const auto file = m_workspace.file(what.file);
    if (!file || what.range.from > file->size())
        return what.file;
    return tr("%1, line %2").arg(what.file).arg(lineColumn(file->bytes(), what.range.from).line);
}

const check::Finding* ProblemsPanel::chosen() const
{
    const int row = m_rows->currentRow();
    return row >= 0 && row < count() ? &m_findings[size_t(row)] : nullptr;
}

void ProblemsPanel::choose(int row)
{
    m_rows->setCurrentRow(row);
}

void ProblemsPanel::showFinding(int)
{
    const check::Finding* finding = chosen();
    const bool isRepairable = finding && !finding->repair.empty();
    m_words->setText(finding ? diagnosticText(finding->what) : tr("Nothing was found."));
    m_place->setText(finding ? placeText(finding->what) : QString());
    m_go->setVisible(finding);
    m_repair->setVisible(isRepairable);
    m_repair->setEnabled(isRepairable && m_finder.isCurrent());
    m_diff->setVisible(isRepairable);
    m_diffCaption->setVisible(finding);
    m_diffCaption->setText(isRepairable
            ? tr("What the repair changes")
            : tr("There is no repair that would surely be right. The place is yours to look at."));
    if (!isRepairable)
        return;
    const FileEdits& edits = finding->repair.front();
    const auto file = m_workspace.file(edits.file);
    if (file && applies(file->bytes(), edits.edits))
        m_diff->setTexts(edits.file, file->bytes(), applied(file->bytes(), edits.edits));
}

void ProblemsPanel::repair()
{
    const check::Finding* finding = chosen();
    if (!finding || finding->repair.empty() || !m_finder.isCurrent())
        return;
    const bool fits
        = std::all_of(finding->repair.begin(), finding->repair.end(), [this](const FileEdits& edits) {
              const auto file = m_workspace.file(edits.file);
              return file && applies(file->bytes(), edits.edits);
          });
    if (fits)
        m_workspace.push(
            finding->repair, tr("Repair: %1").arg(diagnosticText(finding->what)), EditSource::Repair);
}

void ProblemsPanel::goToPlace()
{
    if (const check::Finding* finding = chosen())
        Q_EMIT placeChosen(finding->what.file, finding->what.range.from);
}

void ProblemsPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QWidget::keyPressEvent(event);
}

void ProblemsPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
    m_rows->setFocus();
}

} // namespace lectern::app
