// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of the main window: what each does is one line here, or a function of mainwindow.cpp.
#include "app/diagnostics/diagnosticsreport.h"
#include "app/diagnostics/logfile.h"
#include "app/dialogs/historysheet.h"
#include "app/dialogs/reviewsheet.h"
#include "app/preview/previewpane.h"
#include "app/problems/problemfinder.h"
#include "app/problems/problemspanel.h"
#include "app/settings/settingsstore.h"
#include "app/shell/columns.h"
#include "app/shell/commandpalette.h"
#include "app/shell/commands.h"
#include "app/shell/editorcolumn.h"
#include "app/shell/icons.h"
#include "app/shell/infobar.h"
#include "app/shell/mainwindow.h"
#include "app/shell/savecopy.h"
#include "app/shell/sectionssidebar.h"
#include "app/shell/sectionwords.h"
#include "app/shell/settingsdialog.h"
#include "app/shell/shortcutsheet.h"
#include "app/shell/siteopener.h"
#include "app/shell/sitesearch.h"
#include "app/shell/sitetoolbar.h"
#include "app/shell/statusline.h"
#include "app/shell/theme.h"
#include "app/source/sourcepanel.h"
#include "app/workspace/safety.h"
#include "app/workspace/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QListView>
#include <QStackedWidget>
#include <QMenu>
#include <QUndoStack>

#include <algorithm>

namespace lectern::app {
namespace {

using Group = Commands::Group;

constexpr int digitCommands = 9;

} // namespace

void MainWindow::buildCommands()
{
    Commands& commands = *m_commands;
    commands.add({QLatin1StringView("site.open"), Group::Site, u"folder-open", tr("Open a site folder…"), {QKeySequence::Open}},
        [this] { m_opener->askForFolder(); });
    commands.add({QLatin1StringView("site.openFile"), Group::Site, u"file-text", tr("Open a Markdown file…"),
                     {Qt::CTRL | Qt::SHIFT | Qt::Key_O}},
        [this] { m_opener->askForFile(); });
    commands.add({QLatin1StringView("site.sample"), Group::Site, u"layout-list", tr("Start from the sample site…")},
        [this] { m_opener->askForSample(); });
    commands.add({QLatin1StringView("site.export"), Group::Site, u"upload", tr("Review && export"), {Qt::CTRL | Qt::Key_E}},
        [this] { reviewAndExport(); });
    commands.add({QLatin1StringView("site.history"), Group::Site, u"history", tr("Earlier versions…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_E}},
        [this] { showHistory(); });
    commands.add({QLatin1StringView("site.saveCopy"), Group::Site, u"copy", tr("Save a copy of this page…")}, [this] {
        if (m_workspace.isOpen())
            m_saveCopy->ask(m_workspace.currentPage());
    });
    commands.add({QLatin1StringView("page.next"), Group::Site, u"chevron-right", tr("Next page"), {Qt::CTRL | Qt::Key_PageDown}},
        [this] { stepPage(1); });
    commands.add({QLatin1StringView("page.previous"), Group::Site, u"chevron-left", tr("Previous page"), {Qt::CTRL | Qt::Key_PageUp}},
        [this] { stepPage(-1); });
    commands.add({QLatin1StringView("page.language"), Group::Site, u"languages", tr("This page in its other language"),
                     {Qt::CTRL | Qt::SHIFT | Qt::Key_L}},
        [this] { openVersion(m_toolbar->nextVersion()); });
    commands.add({QLatin1StringView("app.quit"), Group::Site, u"x", tr("Quit"), {Qt::CTRL | Qt::Key_Q}}, [this] { close(); });

    commands.add({QLatin1StringView("edit.undo"), Group::Edit, u"undo-2", tr("Undo"), {Qt::CTRL | Qt::Key_Z}},
        [this] { m_workspace.undoStack()->undo(); });
    commands.add({QLatin1StringView("edit.redo"), Group::Edit, u"redo-2", tr("Redo"),
                     {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y}},
        [this] { m_workspace.undoStack()->redo(); });
    commands.add({QLatin1StringView("edit.add"), Group::Edit, u"plus", tr("Add an item"), {Qt::CTRL | Qt::Key_N}},
        [this] { m_editor->addItem(); });
    commands.add({QLatin1StringView("edit.find"), Group::Edit, u"search", tr("Find in the site"), {QKeySequence::Find}},
        [this] { askFind(); });
    commands.add({QLatin1StringView("edit.problems"), Group::Edit, u"triangle-alert", tr("Problems of this page"),
                     {Qt::CTRL | Qt::SHIFT | Qt::Key_M}},
        [this] { showProblems(); });
    buildViewCommands();
}

void MainWindow::buildViewCommands()
{
    Commands& commands = *m_commands;
    const auto column = [this, &commands](QLatin1StringView id, QStringView iconName, const QString& text, Qt::Key key, int which) {
        QAction* action = commands.add({id, Group::View, iconName, text, {Qt::CTRL | Qt::ALT | key}},
            [this, which] { m_columns->setShown(Columns::Column(which), !m_columns->isShown(Columns::Column(which))); });
        action->setToolTip(withShortcut(text, action));
    };
    column(QLatin1StringView("view.sections"), u"panel-left", tr("Show or hide the sections"), Qt::Key_1, Columns::Sections);
    column(QLatin1StringView("view.editor"), u"columns-3", tr("Show or hide the editor"), Qt::Key_2, Columns::Editor);
    column(QLatin1StringView("view.preview"), u"panel-right", tr("Show or hide the preview"), Qt::Key_3, Columns::Preview);
    const auto source = [this](EditorColumn::View view) {
        m_editor->setView(m_editor->view() == view ? EditorColumn::View::Forms : view);
    };
    commands.add({QLatin1StringView("view.source"), Group::View, u"file-code", tr("Show the source beside the forms"),
                     {Qt::CTRL | Qt::Key_U}},
        [source] { source(EditorColumn::View::Both); });
    commands.add({QLatin1StringView("view.sourceOnly"), Group::View, u"file-code", tr("Show the source instead of the forms"),
                     {Qt::CTRL | Qt::SHIFT | Qt::Key_U}},
        [source] { source(EditorColumn::View::Source); });
    commands.add({QLatin1StringView("view.nextColumn"), Group::View, u"arrow-up-down", tr("Go to the next column"), {Qt::Key_F6}},
        [this] { m_columns->focusNext(false); });
    commands.add({QLatin1StringView("view.previousColumn"), Group::View, u"arrow-up-down", tr("Go to the previous column"),
                     {Qt::SHIFT | Qt::Key_F6}},
        [this] { m_columns->focusNext(true); });
    commands.add({QLatin1StringView("preview.reload"), Group::View, u"rotate-cw", tr("Render the preview again"), {Qt::Key_F5}},
        [this] { if (m_preview) m_preview->reload(); });
    commands.add({QLatin1StringView("preview.browser"), Group::View, u"external-link", tr("Open the page in the browser"),
                     {Qt::CTRL | Qt::SHIFT | Qt::Key_B}},
        [this] { if (m_preview) m_preview->openInBrowser(); });
    const auto device = [this, &commands](QLatin1StringView id, QStringView iconName, const QString& text, PreviewDevice which) {
        commands.add({id, Group::View, iconName, text}, [this, which] { if (m_preview) m_preview->setDevice(which); });
    };
    device(QLatin1StringView("preview.desktop"), u"monitor", tr("Preview at desktop width"), PreviewDevice::Desktop);
    device(QLatin1StringView("preview.tablet"), u"tablet", tr("Preview at tablet width"), PreviewDevice::Tablet);
    device(QLatin1StringView("preview.phone"), u"smartphone", tr("Preview at phone width"), PreviewDevice::Phone);
    commands.add({QLatin1StringView("view.larger"), Group::View, u"zoom-in", tr("Larger text"),
                     {Qt::CTRL | Qt::ALT | Qt::Key_Plus, Qt::CTRL | Qt::ALT | Qt::Key_Equal}},
        [this] { stepTextScale(10); });
    commands.add({QLatin1StringView("view.smaller"), Group::View, u"zoom-out", tr("Smaller text"), {Qt::CTRL | Qt::ALT | Qt::Key_Minus}},
        [this] { stepTextScale(-10); });
    commands.add({QLatin1StringView("view.normal"), Group::View, u"a-large-small", tr("Text at its normal size"),
                     {Qt::CTRL | Qt::ALT | Qt::Key_0}},
        [this] { stepTextScale(0); });
    commands.add({QLatin1StringView("app.settings"), Group::View, u"settings", tr("Settings…"), {Qt::CTRL | Qt::Key_Comma}},
        [this] { askSettings(); });
    commands.add({QLatin1StringView("help.palette"), Group::Help, u"command", tr("Everything by name"), {Qt::CTRL | Qt::Key_K}},
        [this] { askPalette(); });
    commands.add({QLatin1StringView("help.shortcuts"), Group::Help, u"keyboard", tr("Keyboard shortcuts"),
                     // Not Ctrl+Shift+/ as well: where that is how one types a question mark, the two would be ambiguous.
                     {Qt::CTRL | Qt::Key_Question, Qt::CTRL | Qt::Key_Slash}},
        [this] { m_shortcuts->open(); });
    commands.add({QLatin1StringView("help.diagnostics"), Group::Help, u"copy", tr("Copy diagnostics")}, [this] { copyDiagnostics(); });
    commands.add({QLatin1StringView("help.about"), Group::Help, u"info", tr("About Lectern")}, [this] {
        m_bar->post({QStringLiteral("about"), Notice::Kind::Info,
            tr("Lectern %1, free software under the GNU General Public License, version 3 or later.").arg(QStringLiteral(LECTERN_VERSION)),
            {}});
    });
}

void MainWindow::buildSectionCommands()
{
    for (int digit = 1; digit <= digitCommands; ++digit) {
        auto* action = new QAction(tr("Go to section %1").arg(digit), this);
        action->setObjectName(QStringLiteral("section.go%1").arg(digit));
        action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + digit)));
        connect(action, &QAction::triggered, this, [this, digit] {
            const auto& sections = m_workspace.profile().sections;
            if (digit <= int(sections.size()))
                goTo(sections[size_t(digit) - 1].id);
        });
        addAction(action);
    }
    for (const auto id : {QLatin1StringView("site.export"), QLatin1StringView("help.palette")})
        m_commands->winOverFields(id);
    m_commands->describe(Group::Sections, tr("Go to a section"), {Qt::CTRL | Qt::Key_1, Qt::CTRL | Qt::Key_9}, QStringLiteral(" … "));
    for (QAction* action : m_sidebar->sectionActions())
        m_commands->list(Group::Sections, action);
    m_commands->describe(Group::Items, tr("Open the item’s form"), {Qt::Key_Return});
    m_commands->describe(Group::Items, tr("Go back to the list"), {Qt::Key_Escape});
    m_commands->describe(Group::Items, tr("Move the item"), {Qt::ALT | Qt::Key_Up, Qt::ALT | Qt::Key_Down});
    m_commands->describe(Group::Items, tr("Duplicate the item"), {Qt::CTRL | Qt::Key_D});
    m_commands->describe(Group::Items, tr("Delete the item"), {Qt::Key_Delete});
    m_commands->describe(Group::Items, tr("Move an author, a rank or a link"), {Qt::CTRL | Qt::Key_Left, Qt::CTRL | Qt::Key_Right});
}

void MainWindow::askPalette()
{
    QList<PaletteEntry> entries;
    for (QAction* action : m_commands->all()) {
        if (!action->isEnabled())
            continue;
        QString title = action->text();
        title.replace(QLatin1StringView("&&"), QLatin1StringView("&"));
        entries.append({title, action->shortcut().toString(QKeySequence::NativeText), action->icon(), [action] { action->trigger(); }});
    }
    if (m_workspace.isOpen()) {
        for (const profile::SectionKind kind : addableKinds()) {
            entries.append({tr("Add section: %1").arg(kindName(kind)), {}, icon(u"plus"), [this, kind] { m_sidebar->addSection(kind); }});
        }
        const auto place = [this](const QString& title, QStringView iconName, Destination::Kind kind) {
            return PaletteEntry{title, {}, icon(iconName), [this, kind] { m_sidebar->choose({kind, {}}); }};
        };
        entries.append(place(tr("Page settings"), u"file-sliders", Destination::Kind::PageSettings));
        entries.append(place(tr("Your names"), u"user", Destination::Kind::OwnerNames));
        if (m_workspace.isSite()) {
            entries.append(place(tr("Navigation menu"), u"navigation", Destination::Kind::Navigation));
            entries.append(place(tr("Site settings"), u"settings", Destination::Kind::SiteSettings));
            entries.append(place(tr("Missing and unused files"), u"file-search", Destination::Kind::Files));
        }
        for (const QString& page : m_workspace.pages())
            entries.append({tr("Page: %1").arg(page), {}, icon(u"file-text"), [this, page] { openPage(page); }});
        for (const SearchHit& hit : searchSite(m_workspace, {}))
            entries.append({hit.title, hit.where, icon(kindIcon(hit.kind)), [this, hit] { goTo(hit.section, hit.item); }});
    }
    for (const RecentSite& site : m_settings.recentSites()) {
        entries.append({tr("Open %1").arg(site.name), site.path, icon(u"folder"), [this, path = site.path] { (void)m_opener->open(path); }});
    }
    m_palette->ask(tr("Type the name of a command, a section, a paper, a page…"),
        [entries](const QString& query) { return matching(entries, query); });
}

void MainWindow::askFind()
{
    if (!m_workspace.isOpen())
        return;
    if (SourcePanel* source = m_editor->source(); source && source->isAncestorOf(focusWidget())) {
        source->find();
        return;
    }
    m_palette->ask(tr("Find in the site"), [this](const QString& query) {
        QList<PaletteEntry> entries;
        for (const SearchHit& hit : searchSite(m_workspace, query)) {
            entries.append({hit.title, hit.where, icon(kindIcon(hit.kind)), [this, hit] {
                openPage(hit.page);
                goTo(hit.section, hit.item);
            }});
        }
        return entries;
    });
}

void MainWindow::reviewAndExport()
{
    if (!m_workspace.isOpen())
        return;
    if (!m_review)
        makeReview();
    m_body->setCurrentWidget(m_review);
}

void MainWindow::makeReview()
{
    m_review = new ReviewSheet(m_workspace, {m_options.safety, m_options.withPreview, m_options.styleHelper}, m_body);
    m_body->addWidget(m_review);
    const auto back = [this] { m_body->setCurrentWidget(m_columns); };
    connect(m_review, &ReviewSheet::closeRequested, this, back);
    connect(m_review, &ReviewSheet::failed, m_saveCopy, &SaveCopy::offer);
    connect(m_review, &ReviewSheet::exported, this, [this, back](const QStringList& files, const QString& folder) {
        back();
        m_saveCopy->look();
        m_bar->post({QStringLiteral("export"), Notice::Kind::Success,
            tr("Wrote %1 to %2.").arg(files.join(QStringLiteral(", ")), folder), {}, {}, undoBarMilliseconds});
    });
}

void MainWindow::showHistory()
{
    if (!m_workspace.isOpen() || !m_options.safety)
        return;
    if (!m_history) {
        m_history = new HistorySheet(m_workspace, m_options.safety->snapshots(), m_body);
        m_body->addWidget(m_history);
        connect(m_history, &HistorySheet::closeRequested, this, [this] { m_body->setCurrentWidget(m_columns); });
        connect(m_history, &HistorySheet::restored, this, [this](const QString& file) {
            m_body->setCurrentWidget(m_columns);
            m_bar->post({QStringLiteral("restored"), Notice::Kind::Info, tr("Restored an earlier version of %1.").arg(file), {},
                {{tr("Undo"), [this] { m_workspace.undoStack()->undo(); }}}, undoBarMilliseconds});
        });
    }
    m_body->setCurrentWidget(m_history);
}

void MainWindow::showProblems()
{
    if (!m_workspace.isOpen())
        return;
    if (!m_problems) {
        m_problems = new ProblemsPanel(m_workspace, *m_finder, m_body);
        m_body->addWidget(m_problems);
        connect(m_problems, &ProblemsPanel::closeRequested, this, [this] { m_body->setCurrentWidget(m_columns); });
        connect(m_problems, &ProblemsPanel::placeChosen, this, [this](const QString& file, qsizetype offset) {
            m_body->setCurrentWidget(m_columns);
            goToPlace(file, offset);
        });
    }
    m_body->setCurrentWidget(m_problems);
}

void MainWindow::refreshProblems()
{
    const check::Findings& findings = m_finder->findings();
    const auto hints = std::count_if(findings.begin(), findings.end(),
        [](const check::Finding& finding) { return finding.what.severity == Severity::Info; });
    m_status->setProblems(int(findings.size()) - int(hints), int(hints));
}

void MainWindow::askSettings()
{
    auto* dialog = new SettingsDialog(m_settings.appearance(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::appearanceChanged, this, &MainWindow::changeAppearance);
    dialog->open();
}

void MainWindow::changeAppearance(const AppearanceSettings& settings)
{
    const bool isOtherLanguage = settings.language != m_settings.appearance().language;
    m_settings.setAppearance(settings);
    m_theme.apply(settings.theme);
    m_theme.setTextScale(settings.textScale);
    if (isOtherLanguage)
        Q_EMIT languageChosen(settings.language);
}

void MainWindow::copyDiagnostics()
{
    const QStringList lines = m_options.log ? m_options.log->shareableLines() : QStringList();
    QGuiApplication::clipboard()->setText(diagnosticsReport(m_workspace, m_settings.appearance(), lines));
    m_bar->post({QStringLiteral("diagnostics"), Notice::Kind::Success,
        tr("Diagnostics are on the clipboard: versions, settings and counts, nothing of your pages."), {}, {}, undoBarMilliseconds});
}

void MainWindow::stepTextScale(int percent)
{
    AppearanceSettings settings = m_settings.appearance();
    settings.textScale = percent == 0 ? 100 : std::clamp(settings.textScale + percent, 80, 200);
    changeAppearance(settings);
}

} // namespace lectern::app
