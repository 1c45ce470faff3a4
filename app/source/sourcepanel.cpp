// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/source/sourcepanel.h"

#include "app/shell/icons.h"
#include "app/shell/look.h"
#include "app/source/findbar.h"
#include "app/source/sourceeditor.h"
#include "app/workspace/sitewatch.h"
#include "core/site/pagefiles.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern::app {
namespace {

QToolButton* quietButton(QStringView iconName, const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setAutoRaise(true);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

/// The line of `at`, shortened, for a list of results.
QString lineText(const QByteArray& bytes, qsizetype at)
{
    const qsizetype from = at == 0 ? 0 : bytes.lastIndexOf('\n', at - 1) + 1;
    const qsizetype to = bytes.indexOf('\n', at);
    return QString::fromUtf8(bytes.mid(from, std::min<qsizetype>((to < 0 ? bytes.size() : to) - from, 200))).simplified();
}

} // namespace

SourcePanel::SourcePanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_name(new QToolButton(this)), m_menu(new QMenu(this)),
      m_findButton(quietButton(u"search", tr("Find and replace"), this)),
      m_close(quietButton(u"x", tr("Close the source"), this)), m_editor(new SourceEditor(this)), m_find(new FindBar(this)),
      m_results(new QListWidget(this))
{
    setAccessibleName(tr("Source of the page"));
    m_name->setMenu(m_menu);
    m_name->setPopupMode(QToolButton::InstantPopup);
    m_name->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_name->setIcon(icon(u"file-code"));
    m_name->setAutoRaise(true);
    m_name->setFocusPolicy(Qt::TabFocus);
    m_name->setAccessibleName(tr("File"));
    m_name->setToolTip(tr("Choose another file of this page"));
    m_results->setAccessibleName(tr("Places that were found"));
    m_results->setMaximumHeight(look::scaled(160, this));
    m_results->setFrameShape(QFrame::NoFrame);
    m_results->hide();
    m_find->hide();

    auto* header = new QHBoxLayout;
    header->setContentsMargins(look::grid, look::half, look::grid, look::half);
    header->setSpacing(look::half);
    header->addWidget(m_name);
    header->addStretch(1);
    header->addWidget(m_findButton);
    header->addWidget(m_close);
    auto* column = new QVBoxLayout(this);
    look::tighten(column);
    column->addLayout(header);
    column->addWidget(new look::Hairline(Qt::Horizontal, this));
    column->addWidget(m_editor, 1);
    column->addWidget(new look::Hairline(Qt::Horizontal, this));
    column->addWidget(m_results);
    column->addWidget(m_find);
    setFocusProxy(m_editor);
    connectParts();
}

void SourcePanel::connectParts()
{
    connect(m_editor, &SourceEditor::edited, this, &SourcePanel::userEdited);
    connect(m_editor, &SourceEditor::caretMoved, this, [this](qsizetype at) { Q_EMIT caretMoved(m_file, at); });
    connect(m_findButton, &QToolButton::clicked, this, &SourcePanel::find);
    connect(m_close, &QToolButton::clicked, this, &SourcePanel::closeRequested);
    connect(m_menu, &QMenu::aboutToShow, this, &SourcePanel::refreshFiles);
    connect(&m_workspace, &Workspace::changed, this, &SourcePanel::workspaceChanged);
    connect(&m_workspace, &Workspace::currentPageChanged, this, &SourcePanel::pageChanged);
    connect(m_find, &FindBar::queryChanged, this, &SourcePanel::search);
    connect(m_find, &FindBar::nextRequested, this, [this] { step(1); });
    connect(m_find, &FindBar::previousRequested, this, [this] { step(-1); });
    connect(m_find, &FindBar::replaceRequested, this, &SourcePanel::replaceOne);
    connect(m_find, &FindBar::replaceAllRequested, this, &SourcePanel::replaceEverything);
    connect(m_find, &FindBar::closed, this, [this] {
        m_find->hide();
        m_results->hide();
        m_hits.clear();
        m_editor->setFound({});
        m_editor->setFocus();
    });
    connect(m_results, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) { goTo(m_results->row(item)); });
    connect(m_results, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { goTo(m_results->row(item)); });
}

void SourcePanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_file.isEmpty() && m_workspace.isOpen())
        pageChanged();
}

void SourcePanel::pageChanged()
{
    m_file.clear();
    m_files.clear();
    if (m_workspace.isOpen() && isVisible())
        openFile(m_workspace.currentPage());
}

void SourcePanel::refreshFiles()
{
    m_files = {m_workspace.currentPage()};
    if (m_workspace.isSite())
        m_files = site::filesOfPage(
            *site::siteFiles(m_workspace.root(), m_workspace.buffers(), knownFiles(m_workspace)), m_workspace.currentPage());
    m_menu->clear();
    for (const QString& file : m_files) {
        QAction* action = m_menu->addAction(file, this, [this, file] { openFile(file); });
        action->setCheckable(true);
        action->setChecked(file == m_file);
    }
}

QByteArray SourcePanel::bytesOf(const QString& file)
{
    const auto opened = m_workspace.file(file);
    return opened ? opened->bytes() : QByteArray();
}

void SourcePanel::openFile(const QString& file)
{
    const auto opened = m_workspace.file(file);
    if (!opened) {
        Q_EMIT failed(opened.error());
        return;
    }
    m_editor->flush();
    m_file = file;
    m_lastEdit = -1;
    m_name->setText(file);
    m_editor->setBytes(opened->bytes(), sourceLanguage(file));
    refreshFolds();
    showFound();
}

void SourcePanel::reveal(const QString& file, TextRange range)
{
    const QWidget* focus = window()->focusWidget();
    if (!isVisible() || (focus && isAncestorOf(focus)))
        return;
    if (file != m_file)
        openFile(file);
    if (file != m_file)
        return;
    m_editor->setCaret(range.from);
    m_editor->setMarked(range);
}

void SourcePanel::userEdited(const Edits& edits)
{
    // Typing goes on where it was: one step. Elsewhere, or in a new line, it is another.
    const bool goesOn = edits.size() == 1 && edits.front().at <= m_lastEdit
        && m_lastEdit <= edits.front().at + std::max(edits.front().removed.size(), qsizetype(1))
        && !edits.front().inserted.contains('\n');
    if (!goesOn)
        m_workspace.endMerge();
    m_lastEdit = edits.back().at + edits.back().inserted.size();
    m_editor->setMarked({});
    m_workspace.push({{m_file, edits}}, tr("Edit source"), EditSource::Source, QStringLiteral("source:") + m_file);
}

void SourcePanel::workspaceChanged(const Change& change, EditSource source)
{
    bool concerned = false;
    for (const FileEdits& file : change)
        concerned = concerned || file.file == m_file;
    if (!concerned)
        return;
    if (source != EditSource::Source) {
        m_lastEdit = -1;
        for (const FileEdits& file : change) {
            if (file.file == m_file)
                m_editor->apply(file.edits);
        }
        m_editor->setMarked({});
    }
    const QByteArray now = bytesOf(m_file);
    if (m_editor->bytes() != now) {
        const qsizetype caret = m_editor->caret();
        m_editor->setBytes(now, sourceLanguage(m_file));
        m_editor->setCaret(caret);
    }
    refreshFolds();
    if (m_find->isVisible())
        search();
}

void SourcePanel::refreshFolds()
{
    std::vector<FoldPart> parts;
    for (const profile::Section& section : m_workspace.profile().sections) {
        const auto [file, heading] = m_workspace.pageText().rangeOf(section.headingRange);
        if (!section.headingRange.isEmpty() && file == m_file)
            parts.push_back({heading.from, std::max(1, section.level)});
    }
    m_editor->setFolds(parts);
}

void SourcePanel::find()
{
    const TextRange selected = m_editor->selectedRange();
    const QByteArray text = m_editor->bytes().mid(selected.from, selected.length());
    m_find->ask(text.contains('\n') ? QString() : QString::fromUtf8(text));
}

void SourcePanel::search()
{
    m_editor->flush();
    const SearchQuery query = m_find->query();
    m_hits.clear();
    m_hit = -1;
    if (const QString problem = searchProblem(query); !problem.isEmpty()) {
        m_find->setOutcome(tr("This expression cannot be read: %1.").arg(problem), true);
        showFound();
        return;
    }
    if (m_find->inAllFiles())
        refreshFiles();
    for (const QString& file : m_find->inAllFiles() ? m_files : QStringList {m_file}) {
        for (const SearchMatch& match : findAll(bytesOf(file), query))
            m_hits.push_back({file, match});
    }
    m_find->setOutcome(query.text.isEmpty() ? QString()
            : m_hits.empty()                ? tr("Nothing found.")
                                            : tr("%n place(s) found.", nullptr, int(m_hits.size())),
        false);
    showFound();
}

void SourcePanel::showFound()
{
    std::vector<TextRange> here;
    for (const Hit& hit : m_hits) {
        if (hit.file == m_file)
            here.push_back(hit.match.range);
    }
    m_editor->setFound(here);
    showResults();
}

void SourcePanel::showResults()
{
    const bool wanted = m_find->isVisible() && m_find->inAllFiles() && !m_hits.empty();
    m_results->setVisible(wanted);
    if (!wanted)
        return;
    m_results->clear();
    QString file;
    QByteArray bytes;
    for (const Hit& hit : m_hits) {
        if (hit.file != file) {
            file = hit.file;
            bytes = bytesOf(file);
        }
        m_results->addItem(QStringLiteral("%1:%2  %3")
                .arg(file, QString::number(lineColumn(bytes, hit.match.range.from).line), lineText(bytes, hit.match.range.from)));
    }
    m_results->setCurrentRow(m_hit);
}

void SourcePanel::step(int by)
{
    if (m_hits.empty())
        return;
    const int count = int(m_hits.size());
    if (m_hit < 0) {
        // The first one behind (before) the caret.
        const qsizetype caret = m_editor->caret();
        const auto behind = std::ranges::find_if(
            m_hits, [this, caret](const Hit& hit) { return hit.file == m_file && hit.match.range.from >= caret; });
        const int first = behind == m_hits.end() ? 0 : int(behind - m_hits.begin());
        goTo(by > 0 ? first : (first + count - 1) % count);
        return;
    }
    goTo((m_hit + by + count) % count);
}

void SourcePanel::goTo(int index)
{
    if (index < 0 || index >= int(m_hits.size()))
        return;
    m_hit = index;
    const Hit hit = m_hits[size_t(index)];
    if (hit.file != m_file)
        openFile(hit.file);
    m_editor->select(hit.match.range);
    m_find->setOutcome(tr("%1 of %2").arg(index + 1).arg(m_hits.size()), false);
    m_results->setCurrentRow(index);
    Q_EMIT caretMoved(hit.file, hit.match.range.from);
}

void SourcePanel::replaceOne()
{
    if (m_hit < 0) {
        step(1);
        return;
    }
    const Hit hit = m_hits[size_t(m_hit)];
    const Edits edits = replaceAll(bytesOf(hit.file), {hit.match}, m_find->replacement(), m_find->query());
    const int next = m_hit;
    m_workspace.push({{hit.file, edits}}, tr("Replace"), EditSource::Repair);
    // The replaced one is no match any more (or the next one now): the same number is what follows it.
    if (!m_hits.empty())
        goTo(std::min(next, int(m_hits.size()) - 1));
}

void SourcePanel::replaceEverything()
{
    if (m_hits.empty())
        return;
    Change change;
    const SearchQuery query = m_find->query();
    for (size_t from = 0; from < m_hits.size();) {
        const QString file = m_hits[from].file;
        std::vector<SearchMatch> matches;
        for (; from < m_hits.size() && m_hits[from].file == file; ++from)
            matches.push_back(m_hits[from].match);
        if (const Edits edits = replaceAll(bytesOf(file), matches, m_find->replacement(), query); !edits.empty())
            change.push_back({file, edits});
    }
    const int count = int(m_hits.size());
    m_workspace.push(change, tr("Replace all"), EditSource::Repair);
    m_find->setOutcome(tr("%n place(s) replaced.", nullptr, count), false);
}

} // namespace lectern::app
