// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/reviewsheet.h"

#include "app/dialogs/diffview.h"
#include "app/shell/errortext.h"
#include "app/shell/look.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QKeyEvent>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace lectern::app {

ReviewSheet::ReviewSheet(Workspace& workspace, QWidget* parent) : QWidget(parent), m_workspace(workspace)
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
    connect(&workspace, &Workspace::changed, this, [this] {
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
    auto* left = new QWidget(splitter);
    auto* leftLayout = new QVBoxLayout(left);
    look::tighten(leftLayout, look::grid);
    leftLayout->addWidget(new look::TextLabel(look::TextRole::Caption, tr("What changes"), left));
    m_rows = new QListWidget(left);
    m_rows->setWordWrap(true);
    m_rows->setFrameShape(QFrame::NoFrame);
    m_rows->setSpacing(look::half);
    m_rows->setAccessibleName(tr("Changes"));
    leftLayout->addWidget(m_rows, 1);
    m_takeBack = new QPushButton(tr("Take this change back"), left);
    m_takeBack->setToolTip(tr("Puts the lines of the selected change back as they were; this can be undone"));
    connect(m_takeBack, &QPushButton::clicked, this, [this] { takeBack(m_rows->currentRow()); });
    connect(m_rows, &QListWidget::currentRowChanged, this, [this](int row) {
        m_takeBack->setEnabled(row >= 0 && row < changeCount());
        if (row < 0 || row >= changeCount())
            return;
        m_files->setCurrentIndex(std::max(0, m_files->findText(m_review.rows[size_t(row)].file)));
    });
    leftLayout->addWidget(m_takeBack, 0, Qt::AlignLeft);

    auto* right = new QWidget(splitter);
    auto* rightLayout = new QVBoxLayout(right);
    look::tighten(rightLayout, look::grid);
    auto* choices = new QHBoxLayout;
    m_files = new QComboBox(right);
    m_files->setAccessibleName(tr("File"));
    connect(m_files, &QComboBox::currentIndexChanged, this, &ReviewSheet::showFile);
    choices->addWidget(m_files, 1);
    auto* sides = new QPushButton(tr("Side by side"), right);
    sides->setCheckable(true);
    sides->setToolTip(tr("Show the text before and after beside each other"));
    choices->addWidget(sides);
    rightLayout->addLayout(choices);
    m_diff = new DiffView(right);
    connect(sides, &QPushButton::toggled, m_diff, &DiffView::setSideBySide);
    rightLayout->addWidget(m_diff, 1);
    splitter->addWidget(left);
    splitter->addWidget(right);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({400, 600});
    layout->addWidget(splitter, 1);
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
    if (m_target.isEmpty() || QDir(m_target) == QDir(m_workspace.root()))
        return publish::planExport(m_workspace.root(), m_review.files);
    std::vector<publish::EditedFile> files = m_review.files;
    const auto isPage = [&](const publish::EditedFile& file) { return file.path == m_workspace.currentPage(); };
    if (std::none_of(files.begin(), files.end(), isPage)) {
        const QByteArray bytes = m_workspace.profile().file.bytes();
        files.push_back({m_workspace.currentPage(), bytes, bytes});
    }
    return publish::planExportTo(m_workspace.root(), m_target, files);
}

void ReviewSheet::refresh()
{
    m_review = reviewOf(m_workspace);
    m_plan = plan();
    m_targetLabel->setText(tr("Writes to %1").arg(QDir::toNativeSeparators(target())));
    fillRows();
    fillFiles();
    showProblem(m_plan ? QString() : errorText(m_plan.error()));
    const int count = m_plan ? int(m_plan->files.size()) : 0;
    m_write->setText(count == 0 ? tr("Nothing to write") : tr("Write %n file(s) to %1", nullptr, count).arg(QDir(target()).dirName()));
    m_write->setEnabled(count > 0);
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

void ReviewSheet::fillRows()
{
    const int current = m_rows->currentRow();
    m_rows->clear();
    for (const ReviewRow& row : m_review.rows)
        m_rows->addItem(row.words);
    if (m_review.rows.empty()) {
        auto* none = new QListWidgetItem(tr("You have not changed anything since this site was opened."), m_rows);
        none->setFlags(Qt::NoItemFlags);
    }
    m_rows->setCurrentRow(m_review.rows.empty() ? -1 : std::clamp(current, 0, changeCount() - 1));
    m_takeBack->setEnabled(!m_review.rows.empty());
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
    if (!m_plan || m_plan->files.empty())
        return;
    const publish::ExportPlan plan = *m_plan;
    const auto outcome = publish::writeExport(plan);
    if (QDir(plan.target) == QDir(m_workspace.root())) {
        for (const publish::PlannedFile& file : plan.files) {
            if (outcome.written.contains(file.path))
                m_workspace.markSaved(file.path, file.after);
        }
    }
    refresh();
    if (outcome.failure)
        showProblem(tr("%1 Your edits are kept.").arg(errorText(*outcome.failure)));
    else
        Q_EMIT exported(outcome.written, plan.target);
}

void ReviewSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
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
