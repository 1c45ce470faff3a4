// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/destination.h"
#include "app/shell/sitepictures.h"
#include "core/base/diagnostic.h"
#include "core/base/result.h"
#include "core/base/textrange.h"
#include "core/profile/profile.h"

#include <QMainWindow>

#include <functional>
#include <utility>

class QStackedWidget;

namespace lectern::app {

struct AppearanceSettings;
class Columns;
class CommandPalette;
class Commands;
class EditorColumn;
class InfoBar;
class LogFile;
class PreviewPane;
class HistorySheet;
class ProblemFinder;
class ProblemsPanel;
class ReviewSheet;
class Safety;
class SaveCopy;
class SectionActions;
class SectionsSidebar;
class SettingsStore;
class ShortcutSheet;
class SiteOpener;
class SiteToolbar;
class StatusLine;
class ThemeController;
class WelcomePage;
class Workspace;

struct MainWindowOptions {
    bool withPreview = true; ///< false: no web view is made (tests of everything else)
    QString styleHelper; ///< path of the style compiler, for the preview
    const LogFile* log = nullptr; ///< for "Copy diagnostics"
    SitePictures pictures = SitePictures();
    Safety* safety = nullptr; ///< null: nothing is recovered, watched and locked (tests of everything else)
};

/// The window. It arranges: toolbar, three columns, status line, bars; and wires what they announce to one another.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(Workspace& workspace, SettingsStore& settings, ThemeController& theme, const MainWindowOptions& options = {});
    ~MainWindow() override;

    [[nodiscard]] SiteOpener& opener() const { return *m_opener; }
    [[nodiscard]] Commands& commands() const { return *m_commands; }
    [[nodiscard]] SectionsSidebar& sidebar() const { return *m_sidebar; }
    [[nodiscard]] Columns& columns() const { return *m_columns; }
    [[nodiscard]] CommandPalette& palettePanel() const { return *m_palette; }
    [[nodiscard]] InfoBar& bar() const { return *m_bar; }
    [[nodiscard]] EditorColumn& editor() const { return *m_editor; }
    [[nodiscard]] ProblemFinder& problems() const { return *m_finder; }
    /// Null until it was asked for.
    [[nodiscard]] ReviewSheet* review() const { return m_review; }
    /// Null until the window was painted, and where there is no preview.
    [[nodiscard]] PreviewPane* preview() const { return m_preview; }

    [[nodiscard]] Destination destination() const;
    void show(const Destination& destination);
    using QMainWindow::show;
    void askSettings();
    /// Keeps size, columns and the picture of the site for the next time.
    void rememberWindow();

    /// Shows a section, and in it an item (-1: none).
    void goTo(const QString& sectionId, int item = -1);
    /// Shows what stands at a byte of a file of the site.
    void goToPlace(const QString& file, qsizetype offset);
    /// Shows the review sheet.
    void reviewAndExport();

Q_SIGNALS:
    void languageChosen(const QString& language);
    void previewMade(lectern::app::PreviewPane* preview);

protected:
    void paintEvent(QPaintEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildParts();
    void buildCommands();
    void buildViewCommands();
    void buildSectionCommands();
    void connectParts();
    void afterFirstPaint();
    void makePreview();
    void siteOpened();
    void refreshTitle();
    void refreshRecent();
    void reveal(const QString& file, TextRange range);
    void showDestination(const Destination& destination);
    void followSource(const QString& file, qsizetype offset);
    void openPage(const QString& page);
    void openVersion(const QString& page);
    void openPageOf(const QString& file);
    void stepPage(int by);
    void showError(const Error& error);
    void showProblems();
    void refreshProblems();
    void showHistory();
    void makeReview();
    void setReadOnly(bool readOnly);
    void keepOrDiscard(const QString& sentence, const QString& discardLabel, std::function<void()> discard);
    void askPalette();
    void askFind();
    void changeAppearance(const AppearanceSettings& settings);
    void stepTextScale(int percent);
    void restoreWindow();
    void keepPicture();
    void copyDiagnostics();

    Workspace& m_workspace;
    SettingsStore& m_settings;
    ThemeController& m_theme;
    MainWindowOptions m_options;
    Commands* m_commands;
    SiteOpener* m_opener;
    SectionActions* m_sectionActions;
    QStackedWidget* m_body = nullptr;
    WelcomePage* m_welcome = nullptr;
    Columns* m_columns = nullptr;
    SiteToolbar* m_toolbar = nullptr;
    InfoBar* m_bar = nullptr;
    SaveCopy* m_saveCopy = nullptr;
    SectionsSidebar* m_sidebar = nullptr;
    EditorColumn* m_editor = nullptr;
    PreviewPane* m_preview = nullptr;
    StatusLine* m_status = nullptr;
    ReviewSheet* m_review = nullptr;
    ProblemFinder* m_finder = nullptr;
    ProblemsPanel* m_problems = nullptr;
    HistorySheet* m_history = nullptr;
    CommandPalette* m_palette = nullptr;
    ShortcutSheet* m_shortcuts = nullptr;
    bool m_mayClose = false;
    bool m_painted = false;
    std::pair<QString, TextRange> m_revealed; ///< what the preview shows, or is to show once it is there
};

} // namespace lectern::app
