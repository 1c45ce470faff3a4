// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/reviewsheet.h"

#include "app/diagnostics/programlog.h"
#include "app/dialogs/diffview.h"
#include "app/dialogs/pagecompare.h"
#include "app/shell/errortext.h"
#include "app/shell/look.h"
#include "app/workspace/safety.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QKeyEvent>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace lectern::app {

ReviewSheet::ReviewSheet(Workspace& workspace, const ReviewOptions& options, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_options(options)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setAccessibleName(tr("Review and export"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * look::grid, 2 * look::grid, 3 * look::grid, 2 * look::grid);
    layout->setSpacing(2 * look::grid);
    buildHeader(layout);
    buildBody(layout);
    buildFooter(layout);
    connect(&workspace, &Workspace::savedStateChanged, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(&workspace, &Workspace::opened, this, [this] { setTarget({}); });
}

void ReviewSheet::buildHeader(QVBoxLayout* layout)
{
    auto* row = new QHBoxLayout;
    auto* words = new QVBoxLayout;
    words->setSpacing(look::half);
    words->addWidget(new look::TextLabel(look::TextRole::Heading, tr("Review and export"), this));
    m_targetLabel = new look::TextLabel(look::TextRole::Secondary, {}, this);
    words->addWidget(m_targetLabel);
    row->addLayout(words, 1);
    auto* other = new QPushButton(tr("Choose another repository…"), this);
    other->setToolTip(tr("Write the page, and the images it uses, into another Jekyll repository"));
    connect(other, &QPushButton::clicked, this, &ReviewSheet::chooseTarget);
    row->addWidget(other, 0, Qt::AlignTop);
    layout->addLayout(row);
    layout->addWidget(new look::Hairline(Qt::Horizontal, this));
}

void ReviewSheet::buildBody(QVBoxLayout* layout)
{
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    QWidget* changes = buildChanges();
    auto* right = new QSplitter(Qt::Vertical, splitter);
    right->setChildrenCollapsible(false);
    if (m_options.withPages) {
        m_pages = new PageCompare(m_options.styleHelper, right);
        m_pages->setMinimumHeight(look::scaled(120, this));
        right->addWidget(m_pages);
    }
    right->addWidget(buildText());
    right->setSizes({360, 220});
    right->setStretchFactor(0, 3);
    right->setStretchFactor(1, 2);
    splitter->addWidget(changes);
    splitter->addWidget(right);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({330, 870});
    layout->addWidget(splitter, 1);
}

QWidget* ReviewSheet::buildChanges()
{
    auto* left = new QWidget(this);
    auto* column = new QVBoxLayout(left);
    look::tighten(column, look::grid);
    column->addWidget(new look::TextLabel(look::TextRole::Caption, tr("What changes"), left));
    m_rows = new QListWidget(left);
    m_rows->setWordWrap(true);
    m_rows->setFrameShape(QFrame::NoFrame);
    m_rows->setSpacing(look::half);
    m_rows->setResizeMode(QListView::Adjust); // rows wrap anew when the column gets its width
    m_rows->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rows->setAccessibleName(tr("Changes"));
    m_none = new look::TextLabel(
        look::TextRole::Secondary, tr("You have not changed anything since this site was opened."), left);
    m_none->setObjectName(QStringLiteral("nothingChanged"));
    m_none->setWordWrap(true);
    m_none->setContentsMargins(look::half, look::half, look::grid, look::half);
    column->addWidget(m_none);
    column->addWidget(m_rows, 1);
    m_takeBack = new QPushButton(tr("Take this change back"), left);
    m_takeBack->setToolTip(tr("Puts the lines of the selected change back as they were (Del); this can be undone"));
    connect(m_takeBack, &QPushButton::clicked, this, [this] { takeBack(m_rows->currentRow()); });
    connect(m_rows, &QListWidget::currentRowChanged, this, &ReviewSheet::showRow);
    column->addWidget(m_takeBack, 0, Qt::AlignLeft);
    return left;
}

QWidget* ReviewSheet::buildText()
{
    auto* text = new QWidget(this);
    auto* column = new QVBoxLayout(text);
    look::tighten(column, look::grid);
    auto* choices = new QHBoxLayout;
    m_files = new QComboBox(text);
    m_files->setAccessibleName(tr("File"));
    connect(m_files, &QComboBox::currentIndexChanged, this, &ReviewSheet::showFile);
    choices->addWidget(m_files, 1);
    auto* sides = new QPushButton(tr("Side by side"), text);
    sides->setCheckable(true);
    sides->setToolTip(tr("Show the text before and after beside each other"));
    choices->addWidget(sides);
    column->addLayout(choices);
    m_diff = new DiffView(text);
    connect(sides, &QPushButton::toggled, m_diff, &DiffView::setSideBySide);
    column->addWidget(m_diff, 1);
    return text;
}

void ReviewSheet::buildFooter(QVBoxLayout* layout)
{
    layout->addWidget(new look::Hairline(Qt::Horizontal, this));
    auto* row = new QHBoxLayout;
    auto* words = new QVBoxLayout;
    words->setSpacing(look::half);
    m_problem = new look::TextLabel(look::TextRole::Problem, {}, this);
    m_problem->setWordWrap(true);
    m_summary = new look::TextLabel(look::TextRole::Secondary, {}, this);
    m_summary->setWordWrap(true);
    words->addWidget(m_problem);
    words->addWidget(m_summary);
    row->addLayout(words, 1);
    auto* back = new QPushButton(tr("Back to editing"), this);
    connect(back, &QPushButton::clicked, this, &ReviewSheet::closeRequested);
    row->addWidget(back);
    m_write = new QPushButton(this);
    look::makePrimary(m_write);
    connect(m_write, &QPushButton::clicked, this, &ReviewSheet::write);
    row->addWidget(m_write);
    layout->addLayout(row);
}

void ReviewSheet::setTarget(const QString& folder)
{
    m_target = folder;
    if (isVisible())
        refresh();
}

QString ReviewSheet::target() const { return m_target.isEmpty() ? m_workspace.root() : m_target; }

void ReviewSheet::chooseTarget()
{
    // Not modal for the program's event loop: the answer comes as a signal.
    auto* dialog = new QFileDialog(this, tr("Choose the Jekyll repository to write to"), target());
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &ReviewSheet::setTarget);
    dialog->open();
}

Result<publish::ExportPlan> ReviewSheet::plan() const
{
    if (isOwnTarget())
        return publish::planExport(m_workspace.root(), m_review.files);
    std::vector<publish::EditedFile> files = m_review.files;
    const auto isPage = [&](const publish::EditedFile& file) { return file.path == m_workspace.currentPage(); };
    if (std::none_of(files.begin(), files.end(), isPage)) {
        const QByteArray bytes = m_workspace.profile().file.bytes();
        files.push_back({m_workspace.currentPage(), bytes, bytes});
    }
    return publish::planExportTo(m_workspace.root(), m_target, files);
}

bool ReviewSheet::isOwnTarget() const
{
    return m_target.isEmpty() || QDir(m_target) == QDir(m_workspace.root());
}

void ReviewSheet::refresh()
{
    m_review = reviewOf(m_workspace);
    m_plan = plan();
    m_targetLabel->setText(tr("Writes to %1").arg(QDir::toNativeSeparators(target())));
    fillRows();
    fillFiles();
    fillPages();
    fillNotes();
    showProblem(m_plan ? QString() : writeErrorText(m_plan.error()));
    m_write->setText(writeWords());
    // Where something is in the way the button looks again: the reason may be gone.
    m_write->setEnabled((!m_plan || !m_plan->files.empty()) && !m_workspace.isReadOnly());
}

QString ReviewSheet::writeWords() const
{
    const int count = m_plan ? int(m_plan->files.size()) : 0;
    if (m_plan && count == 0)
        return tr("Nothing to write");
    return count == 0 ? tr("Try again") : tr("Write %n file(s) to %1", nullptr, count).arg(QDir(target()).dirName());
}

void ReviewSheet::fillNotes()
{
    QStringList notes;
    if (m_plan) {
        const auto pictures = std::count_if(m_plan->files.begin(), m_plan->files.end(), [](const auto& file) { return file.isPicture; });
        if (pictures > 0)
            notes.append(tr("%n image(s) go along.", nullptr, int(pictures)));
        if (!m_plan->missing.isEmpty())
            notes.append(tr("Named by the page, but not there: %1.").arg(m_plan->missing.join(QStringLiteral(", "))));
    }
    m_summary->setText(notes.join(u' '));
    m_summary->setVisible(!notes.isEmpty());
}

/// The page that the selected change is on, else the one that is being edited.
void ReviewSheet::fillPages()
{
    if (!m_pages)
        return;
    SiteSnapshot after {m_workspace.root(), m_workspace.buffers(), {}};
    SiteSnapshot before {m_workspace.root(), {}, {}};
    if (isOwnTarget()) {
        for (const publish::EditedFile& file : m_review.files)
            before.buffers.insert(file.path, file.opened);
    } else {
        before.root = target();
    }
    m_pages->setPages(m_workspace.currentPage(), before, after);
    m_pages->setVisible(!m_workspace.currentPage().isEmpty());
    showRow(m_rows->currentRow());
}

void ReviewSheet::showRow(int row)
{
    const bool isChange = row >= 0 && row < changeCount();
    m_takeBack->setEnabled(isChange && !m_workspace.isReadOnly());
    if (!isChange)
        return;
    const ReviewRow& change = m_review.rows[size_t(row)];
    m_files->setCurrentIndex(std::max(0, m_files->findText(change.file)));
    if (m_pages)
        m_pages->reveal(change.file, isOwnTarget() ? std::optional(change.before) : std::nullopt, change.after);
}

void ReviewSheet::fillRows()
{
    const int current = m_rows->currentRow();
    m_rows->clear();
    for (const ReviewRow& row : m_review.rows)
        m_rows->addItem(row.words);
    m_none->setVisible(m_review.rows.empty());
    m_rows->setCurrentRow(m_review.rows.empty() ? -1 : std::clamp(current, 0, changeCount() - 1));
    showRow(m_rows->currentRow());
}

void ReviewSheet::fillFiles()
{
    const QString shown = m_files->currentText();
    {
        const QSignalBlocker quiet(m_files);
        m_files->clear();
        if (m_plan) {
            for (const publish::PlannedFile& file : m_plan->files)
                m_files->addItem(file.path);
        }
        m_files->setCurrentIndex(std::max(0, m_files->findText(shown)));
    }
    showFile(m_files->currentIndex());
}

void ReviewSheet::showFile(int index)
{
    if (!m_plan || index < 0 || index >= int(m_plan->files.size())) {
        m_diff->setTexts({}, {}, {});
        return;
    }
    const publish::PlannedFile& file = m_plan->files[size_t(index)];
    if (file.isPicture)
        m_diff->setTexts(file.path, {}, tr("An image of %n byte(s)", nullptr, int(file.after.size())).toUtf8());
    else
        m_diff->setTexts(file.path, file.before.value_or(QByteArray()), file.after);
}

void ReviewSheet::showProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void ReviewSheet::takeBack(int row)
{
    if (row < 0 || row >= changeCount())
        return;
    const ReviewRow change = m_review.rows[size_t(row)];
    m_workspace.push({{change.file, change.takeBack}}, tr("Take back “%1”").arg(change.words), EditSource::Repair);
}

void ReviewSheet::write()
{
    refresh();
    if (!m_plan)
        fail(m_plan.error());
    if (!m_plan || m_plan->files.empty() || m_workspace.isReadOnly())
        return;
    const publish::ExportPlan plan = *m_plan;
    keepStates(plan);
    const auto outcome = publish::writeExport(plan, m_options.safety ? m_options.safety->folders().exports : QString());
    if (isOwnTarget()) {
        for (const publish::PlannedFile& file : plan.files) {
            if (outcome.written.contains(file.path))
                m_workspace.markSaved(file.path, file.after);
        }
    }
    refresh();
    if (!outcome.failure) {
        Q_EMIT exported(outcome.written, plan.target);
        return;
    }
    showProblem(writeErrorText(*outcome.failure));
    fail(*outcome.failure);
}

void ReviewSheet::fail(const Error& error)
{
    // What the other program wrote comes in by itself; it need not wait for the system's notice.
    if (error.code == ErrorCode::ChangedOnDisk && m_options.safety)
        m_options.safety->outside().checkSoon();
    logFailure(QStringLiteral("an export"), error);
    Q_EMIT failed(error);
}

/// What is replaced, and what replaces it, stay within reach as earlier versions.
void ReviewSheet::keepStates(const publish::ExportPlan& plan)
{
    if (!m_options.safety)
        return;
    for (const publish::PlannedFile& file : plan.files) {
        const QString path = QDir(plan.target).absoluteFilePath(file.path);
        if (file.before)
            (void)m_options.safety->snapshots().keep(path, *file.before, SnapshotReason::Replaced);
        if (!file.isPicture)
            (void)m_options.safety->snapshots().keep(path, file.after, SnapshotReason::Exported);
    }
}

void ReviewSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else if (event->key() == Qt::Key_Delete && m_takeBack->isEnabled())
        takeBack(m_rows->currentRow());
    else
        QWidget::keyPressEvent(event);
}

void ReviewSheet::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
    m_rows->setFocus();
}

} // namespace lectern::app
