// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/mainwindow.h"

#include "app/diagnostics/programlog.h"
#include "app/diagnostics/starttimes.h"
#include "app/preview/previewpane.h"
#include "app/problems/problemfinder.h"
#include "app/settings/settingsstore.h"
#include "app/shell/columns.h"
#include "app/shell/commandpalette.h"
#include "app/shell/commands.h"
#include "app/shell/editorcolumn.h"
#include "app/shell/errortext.h"
#include "app/shell/infobar.h"
#include "app/shell/look.h"
#include "app/shell/previewwords.h"
#include "app/shell/safetybars.h"
#include "app/shell/savecopy.h"
#include "app/shell/sectionactions.h"
#include "app/shell/sectionssidebar.h"
#include "app/shell/shortcutsheet.h"
#include "app/shell/siteopener.h"
#include "app/shell/sitetoolbar.h"
#include "app/shell/statusline.h"
#include "app/shell/theme.h"
#include "app/shell/welcomepage.h"
#include "app/spelling/spelling.h"
#include "app/workspace/safety.h"
#include "app/workspace/workspace.h"

#include <QCloseEvent>
#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QStackedWidget>
#include <QTimer>
#include <QUndoStack>
#include <QUrl>
#include <QVBoxLayout>

#include <tuple>
#include <utility>

namespace lectern::app {
namespace {

constexpr std::chrono::milliseconds pictureDelay(800);

} // namespace

MainWindow::MainWindow(
    Workspace& workspace, SettingsStore& settings, ThemeController& theme, const MainWindowOptions& options)
    : m_workspace(workspace), m_settings(settings), m_theme(theme), m_options(options), m_commands(new Commands(this)),
      m_opener(new SiteOpener(workspace, settings, this)), m_sectionActions(new SectionActions(workspace, this))
{
    setWindowTitle(QStringLiteral("Lectern"));
    setMinimumSize(720, 480);
    resize(1280, 800);
    setAcceptDrops(true);
    workspace.setHintsSource([&settings](const QString& root) { return settings.readerHints(root); });
    connect(&workspace, &Workspace::hintsChanged, this,
        [this] { m_settings.setReaderHints(m_workspace.root(), m_workspace.hints()); });
    buildCommands();
    buildParts();
    buildSectionCommands();
    connectParts();
    refreshRecent();
    restoreWindow();
    if (workspace.isOpen()) {
        siteOpened();
        m_saveCopy->look();
    }
}

MainWindow::~MainWindow() = default;

void MainWindow::buildParts()
{
    auto* central = new QWidget(this);
    central->setAccessibleName(tr("Window"));
    m_toolbar = new SiteToolbar(m_workspace, *m_commands, central);
    m_bar = new InfoBar(central);
    m_saveCopy = new SaveCopy(m_workspace, *m_bar, this);
    m_body = new QStackedWidget(central);
    m_welcome = new WelcomePage(m_options.pictures, m_body);
    m_columns = new Columns(m_body);
    m_sidebar = new SectionsSidebar(m_workspace, *m_sectionActions, m_columns);
    m_editor = new EditorColumn(m_workspace, m_columns, new Spelling(m_settings, {}, this));
    m_status = new StatusLine(m_workspace, central);
    m_finder = new ProblemFinder(m_workspace, this);
    m_columns->setContent(Columns::Sections, m_sidebar);
    m_columns->setContent(Columns::Editor, m_editor);
    // Until the preview is there its place shows the colour that a page has before it is painted.
    auto* waiting = new QWidget(m_columns);
    waiting->setAccessibleName(tr("Preview"));
    waiting->setAutoFillBackground(true);
    m_columns->setContent(Columns::Preview, waiting);
    m_body->addWidget(m_welcome);
    m_body->addWidget(m_columns);

    auto* column = new QVBoxLayout(central);
    look::tighten(column);
    column->addWidget(m_toolbar);
    column->addWidget(m_bar);
    column->addWidget(m_body, 1);
    column->addWidget(m_status);
    setCentralWidget(central);
    m_palette = new CommandPalette(this);
    m_shortcuts = new ShortcutSheet(*m_commands, this);
    m_toolbar->setSiteShown(false);
    m_status->hide();
}

void MainWindow::connectParts()
{
    connect(m_welcome, &WelcomePage::openFolder, m_opener, &SiteOpener::askForFolder);
    connect(m_welcome, &WelcomePage::openFile, m_opener, &SiteOpener::askForFile);
    connect(m_welcome, &WelcomePage::openSample, m_opener, &SiteOpener::askForSample);
    connect(m_welcome, &WelcomePage::openRecent, m_opener, [this](const QString& path) { (void)m_opener->open(path); });
    connect(m_welcome, &WelcomePage::forgetRecent, this, [this](const QString& path) {
        m_settings.removeRecentSite(path);
        m_options.pictures.forget(path);
        refreshRecent();
    });
    connect(m_toolbar, &SiteToolbar::openRecent, m_opener, [this](const QString& path) { (void)m_opener->open(path); });
    connect(m_toolbar, &SiteToolbar::pageChosen, this, &MainWindow::openPage);
    connect(m_toolbar, &SiteToolbar::versionChosen, this, &MainWindow::openVersion);
    connect(m_opener, &SiteOpener::failed, this, &MainWindow::showError);
    connect(m_opener, &SiteOpener::recentChanged, this, &MainWindow::refreshRecent);
    connect(m_opener, &SiteOpener::wouldDiscard, this, [this](const QString& path) {
        keepOrDiscard(tr("Opening “%1” would lose edits that are not exported yet.").arg(QFileInfo(path).fileName()),
            tr("Open anyway"), [this, path] { (void)m_opener->openAnyway(path); });
    });
    connect(&m_workspace, &Workspace::opened, this, &MainWindow::siteOpened);
    connect(&m_workspace, &Workspace::currentPageChanged, this, &MainWindow::refreshTitle);
    connect(&m_workspace, &Workspace::savedStateChanged, this, &MainWindow::refreshTitle);
    connect(&m_workspace, &Workspace::readOnlyChanged, this, &MainWindow::setReadOnly);
    if (m_options.safety) {
        auto* bars = new SafetyBars(m_workspace, *m_options.safety, *m_bar, this);
        connect(bars, &SafetyBars::reviewRequested, this, &MainWindow::reviewAndExport);
    }
    connect(m_sidebar, &SectionsSidebar::chosen, this, &MainWindow::showDestination);
    connect(m_sectionActions, &SectionActions::failed, this, &MainWindow::showError);
    connect(m_sectionActions, &SectionActions::removed, this, [this](const QString& heading) {
        m_editor->postDeleted(tr("Deleted section “%1”.").arg(heading));
    });
    connect(m_sectionActions, &SectionActions::noticed, &m_editor->bar(), &InfoBar::post);
    connect(m_editor, &EditorColumn::failed, this, &MainWindow::showError);
    connect(m_editor, &EditorColumn::itemRequested, this, [this](profile::ItemRef ref) {
        if (m_workspace.profile().item(ref))
            goTo(m_workspace.profile().sections[size_t(ref.section)].id, ref.item);
    });
    connect(m_editor, &EditorColumn::placeRequested, this, &MainWindow::goToPlace);
    connect(m_editor, &EditorColumn::placeSelected, this, &MainWindow::reveal);
    connect(m_editor, &EditorColumn::sourceCaretMoved, this, &MainWindow::followSource);
    connect(m_status, &StatusLine::problemsActivated, this, &MainWindow::showProblems);
    connect(m_finder, &ProblemFinder::changed, this, &MainWindow::refreshProblems);
}

void MainWindow::makePreview()
{
    PreviewOptions options;
    options.styleHelper = m_options.styleHelper;
    options.trustOf = [this](const QString& root) { return m_settings.siteTrust(root); };
    options.keepTrust = [this](const QString& root, const SiteTrust& trust) { m_settings.setSiteTrust(root, trust); };
    m_preview = new PreviewPane(m_workspace, options, m_columns);
    m_columns->setContent(Columns::Preview, m_preview);
    connect(m_preview, &PreviewPane::placeClicked, this, &MainWindow::goToPlace);
    connect(m_preview, &PreviewPane::linkActivated, this, [this](const QUrl& url) {
        m_bar->post({QStringLiteral("link"), Notice::Kind::Info, tr("This link leads to %1.").arg(url.toDisplayString()), {},
            {{tr("Open in the browser"), [url] { QDesktopServices::openUrl(url); }}}, undoBarMilliseconds});
    });
    connect(m_preview, &PreviewPane::failed, this, &MainWindow::showError);
    // The picture is for the welcome page of another day: first the page itself.
    connect(m_preview, &PreviewPane::shown, this, [this] {
        logMilestone(QStringLiteral("preview shown"));
        QTimer::singleShot(pictureDelay, this, &MainWindow::keepPicture);
    });
    connect(m_preview, &PreviewPane::stateChanged, this, [this](const PreviewState& state) {
        m_status->setPreviewState(previewWords(state), state.reason);
    });
    m_status->setPreviewState(previewWords(m_preview->state()), m_preview->state().reason);
    // What was chosen before the preview was there.
    if (m_workspace.isOpen() && !m_revealed.first.isEmpty())
        m_preview->reveal(m_revealed.first, m_revealed.second);
    Q_EMIT previewMade(m_preview);
}

void MainWindow::keepPicture()
{
    if (m_workspace.isOpen() && m_workspace.currentPage() == m_workspace.pages().value(0))
        m_options.pictures.keep(m_opener->openPath(), m_preview->pagePicture());
}

void MainWindow::paintEvent(QPaintEvent* event)
{
    QMainWindow::paintEvent(event);
    if (std::exchange(m_painted, true))
        return;
    // The browser engine takes a moment to start: it waits until this first picture of the window is on the screen.
    QMetaObject::invokeMethod(this, &MainWindow::afterFirstPaint, Qt::QueuedConnection);
}

void MainWindow::afterFirstPaint()
{
    logMilestone(QStringLiteral("window painted"));
    if (m_options.withPreview)
        makePreview();
}

void MainWindow::siteOpened()
{
    m_body->setCurrentWidget(m_columns);
    m_toolbar->setSiteShown(true);
    m_columns->distribute();
    m_status->show();
    m_bar->clear();
    refreshTitle();
    showDestination(m_sidebar->current());
    logMilestone(QStringLiteral("forms filled"));
}

void MainWindow::refreshTitle()
{
    if (!m_workspace.isOpen())
        return;
    const QString name = m_workspace.isSite() ? m_workspace.siteName() : QFileInfo(m_workspace.currentPage()).fileName();
    setWindowTitle(QStringLiteral("%1[*] — Lectern").arg(name));
    setWindowModified(!m_workspace.changedFiles().isEmpty());
}

void MainWindow::refreshRecent()
{
    const QList<RecentSite> sites = m_settings.recentSites();
    m_welcome->setRecentSites(sites);
    m_toolbar->setRecentSites(sites);
}

void MainWindow::showDestination(const Destination& destination)
{
    m_editor->show(destination);
    if (m_columns->isNarrow() && m_columns->isShown(Columns::Editor))
        m_columns->bringToFront(Columns::Editor);
    const profile::Section* section = m_workspace.profile().section(destination.section);
    // A list shows its chosen item by itself; what is one text shows where it begins.
    if (destination.kind == Destination::Kind::Section && section && !m_editor->hasChosenItem())
        std::apply([this](const QString& file, TextRange range) { reveal(file, range); },
            m_workspace.pageText().rangeOf(section->headingRange.isEmpty() ? section->range : section->headingRange));
}

void MainWindow::reveal(const QString& file, TextRange range)
{
    m_revealed = {file, range};
    if (m_preview)
        m_preview->reveal(file, range);
    m_editor->revealSource(file, range);
}

void MainWindow::showError(const Error& error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    logFailure(QStringLiteral("what the user asked for"), error);
    m_bar->post({QStringLiteral("error"), Notice::Kind::Error, errorText(error), error.detail});
}

/// The forms are out of reach; what else would change the site is refused by the workspace.
void MainWindow::setReadOnly(bool readOnly) { m_editor->setEnabled(!readOnly); }

void MainWindow::keepOrDiscard(const QString& sentence, const QString& discardLabel, std::function<void()> discard)
{
    m_bar->post({QStringLiteral("discard"), Notice::Kind::Warning, sentence, {},
        {{tr("Review and export"), [this] { reviewAndExport(); }}, {discardLabel, std::move(discard)}}});
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_workspace.isOpen() && !m_workspace.changedFiles().isEmpty() && !m_mayClose) {
        event->ignore();
        keepOrDiscard(tr("Closing now would lose edits that are not exported yet."), tr("Close without exporting"), [this] {
            m_mayClose = true;
            close();
        });
        return;
    }
    rememberWindow();
    if (m_options.safety)
        m_options.safety->close();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!SiteOpener::droppedPath(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString path = SiteOpener::droppedPath(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    (void)m_opener->open(path);
}

void MainWindow::restoreWindow()
{
    const WindowSettings settings = m_settings.window();
    if (!settings.geometry.isEmpty())
        restoreGeometry(settings.geometry);
    m_columns->setWidths(settings.columnWidths);
    m_columns->setShown(Columns::Sections, settings.sidebarShown);
    m_columns->setShown(Columns::Editor, settings.editorShown);
    m_columns->setShown(Columns::Preview, settings.previewShown);
}

void MainWindow::rememberWindow()
{
    m_settings.setWindow({saveGeometry(), m_columns->widths(), m_columns->isShown(Columns::Sections),
        m_columns->isShown(Columns::Editor), m_columns->isShown(Columns::Preview)});
}

} // namespace lectern::app
