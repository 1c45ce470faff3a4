// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/historysheet.h"

#include "app/dialogs/diffview.h"
#include "app/shell/errortext.h"
#include "app/shell/look.h"
#include "app/workspace/workspace.h"
#include "core/publish/textmerge.h"

#include <QComboBox>
#include <QDir>
#include <QKeyEvent>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace lectern::app {
namespace {

QString reasonWords(SnapshotReason reason)
{
    switch (reason) {
    case SnapshotReason::Opened: return HistorySheet::tr("before you edited it");
    case SnapshotReason::Editing: return HistorySheet::tr("while you edited it");
    case SnapshotReason::Exported: return HistorySheet::tr("as exported");
    case SnapshotReason::Replaced: return HistorySheet::tr("before an export");
    case SnapshotReason::Discarded: return HistorySheet::tr("discarded edits");
    case SnapshotReason::Outside: return HistorySheet::tr("when another program changed it");
    }
    return {};
}

} // namespace

HistorySheet::HistorySheet(Workspace& workspace, Snapshots& snapshots, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_snapshots(snapshots)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setAccessibleName(tr("Earlier versions"));
    build();
}

void HistorySheet::build()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * look::grid, 2 * look::grid, 3 * look::grid, 2 * look::grid);
    layout->setSpacing(2 * look::grid);
    layout->addWidget(new look::TextLabel(look::TextRole::Heading, tr("Earlier versions"), this));
    layout->addWidget(new look::Hairline(Qt::Horizontal, this));
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    auto* left = new QWidget(splitter);
    auto* column = new QVBoxLayout(left);
    look::tighten(column, look::grid);
    m_files = new QComboBox(left);
    m_files->setAccessibleName(tr("File"));
    column->addWidget(m_files);
    m_list = new QListWidget(left);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSpacing(look::half);
    m_list->setWordWrap(true);
    m_list->setAccessibleName(tr("Versions, the newest first"));
    column->addWidget(m_list, 1);
    auto* right = new QWidget(splitter);
    auto* text = new QVBoxLayout(right);
    look::tighten(text, look::grid);
    m_note = new look::TextLabel(look::TextRole::Secondary, {}, right);
    m_note->setWordWrap(true);
    text->addWidget(m_note);
    m_diff = new DiffView(right);
    text->addWidget(m_diff, 1);
    splitter->addWidget(left);
    splitter->addWidget(right);
    splitter->setSizes({330, 870});
    layout->addWidget(splitter, 1);
    layout->addWidget(new look::Hairline(Qt::Horizontal, this));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    auto* back = new QPushButton(tr("Back to editing"), this);
    m_restore = new QPushButton(tr("Restore this version"), this);
    look::makePrimary(m_restore);
    buttons->addWidget(back);
    buttons->addWidget(m_restore);
    layout->addLayout(buttons);
    connect(back, &QPushButton::clicked, this, &HistorySheet::closeRequested);
    connect(m_restore, &QPushButton::clicked, this, [this] { restore(m_list->currentRow()); });
    connect(m_list, &QListWidget::currentRowChanged, this, &HistorySheet::showVersion);
    connect(m_files, &QComboBox::currentTextChanged, this, &HistorySheet::refresh);
}

QString HistorySheet::absolute(const QString& file) const { return QDir(m_workspace.root()).absoluteFilePath(file); }

void HistorySheet::refresh()
{
    const QString file = m_files->currentText();
    const int current = m_list->currentRow();
    m_versions = file.isEmpty() ? QList<Snapshot>() : m_snapshots.list(absolute(file));
    m_list->clear();
    const QLocale locale;
    for (const Snapshot& version : std::as_const(m_versions)) {
        m_list->addItem(QStringLiteral("%1\n%2").arg(locale.toString(version.time, QLocale::ShortFormat), reasonWords(version.reason)));
    }
    if (m_versions.isEmpty()) {
        auto* none = new QListWidgetItem(tr("No earlier versions of this file were kept yet."), m_list);
        none->setFlags(Qt::NoItemFlags);
    }
    m_list->setCurrentRow(m_versions.isEmpty() ? -1 : std::clamp(current, 0, versionCount() - 1));
    showVersion(m_list->currentRow());
}

void HistorySheet::showVersion(int row)
{
    m_restore->setEnabled(false);
    m_diff->setTexts({}, {}, {});
    m_note->clear();
    const auto now = m_workspace.file(m_files->currentText());
    if (row < 0 || row >= versionCount() || !now)
        return;
    const auto bytes = m_snapshots.read(m_versions[row]);
    if (!bytes) {
        m_note->setText(tr("This version is damaged and was moved aside."));
        return;
    }
    m_note->setText(*bytes == now->bytes() ? tr("This is the text as it is now.") : tr("What restoring it would change:"));
    m_diff->setTexts(m_files->currentText(), now->bytes(), *bytes);
    m_restore->setEnabled(*bytes != now->bytes() && !m_workspace.isReadOnly());
}

void HistorySheet::restore(int row)
{
    const QString file = m_files->currentText();
    const auto now = m_workspace.file(file);
    if (row < 0 || row >= versionCount() || !now)
        return;
    const auto bytes = m_snapshots.read(m_versions[row]);
    if (!bytes) {
        showVersion(row);
        return;
    }
    (void)m_snapshots.keep(absolute(file), now->bytes(), SnapshotReason::Editing);
    m_workspace.endMerge();
    m_workspace.push({{file, publish::lineEdits(now->bytes(), *bytes)}}, tr("Restore an earlier version"), EditSource::Repair);
    m_workspace.endMerge();
    Q_EMIT restored(file);
}

void HistorySheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QWidget::keyPressEvent(event);
}

void HistorySheet::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    {
        const QSignalBlocker quiet(m_files);
        m_files->clear();
        m_files->addItems(m_workspace.openFiles());
        m_files->setCurrentIndex(std::max(0, m_files->findText(m_workspace.currentPage())));
    }
    refresh();
    m_list->setFocus();
}

} // namespace lectern::app
