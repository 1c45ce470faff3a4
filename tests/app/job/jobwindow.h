// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/editorpanel.h"
#include "app/forms/fieldeditor.h"
#include "app/forms/itemlistview.h"
#include "app/settings/settingsstore.h"
#include "app/shell/mainwindow.h"
#include "app/shell/theme.h"
#include "app/workspace/workspace.h"

#include <QTemporaryDir>
#include <QVariant>

#include <memory>

class QWebEnginePage;

namespace lectern::test {

/// The program's window over a temporary copy of the sample site, driven as a person drives it: by keys and
/// the mouse.
class JobWindow {
public:
    /// `page`: what stands in the place of the sample's home page; empty keeps the sample's.
    explicit JobWindow(const QByteArray& page = {});
    ~JobWindow();

    [[nodiscard]] app::MainWindow& window() { return *m_window; }
    [[nodiscard]] app::Workspace& workspace() { return m_workspace; }
    [[nodiscard]] const profile::Profile& profile() { return m_workspace.profile(); }
    [[nodiscard]] QString root() const { return m_folder.filePath(QStringLiteral("site")); }
    /// The bytes of the home page as they are being edited, and as they are on disk.
    [[nodiscard]] QByteArray bytes();
    [[nodiscard]] QByteArray bytesOnDisk() const;

    /// Waits for the window and the first painted page; false when they do not come.
    [[nodiscard]] bool show();
    [[nodiscard]] app::EditorPanel* panel();
    [[nodiscard]] app::ItemListView* list();
    /// The field of the form that is shown; nullptr where it has none or it is folded away.
    [[nodiscard]] app::FieldEditor* field(profile::FieldId id);
    /// The widget of the field that takes the keys.
    [[nodiscard]] QWidget* input(profile::FieldId id);
    [[nodiscard]] const profile::Section* section(profile::SectionKind kind);
    [[nodiscard]] int sectionIndex(profile::SectionKind kind);

    /// A click on a section in the first column, on an item of the list, on any widget.
    void clickSection(int index);
    void clickItem(int item, Qt::KeyboardModifiers modifiers = {});
    void click(QWidget* widget);
    void dragItem(int from, int to);
    /// Types into what has the focus; the caret goes to the end first.
    void typeAtEnd(profile::FieldId id, const QString& text);
    /// Replaces all that stands in a field.
    void retype(profile::FieldId id, const QString& text);
    void key(int key, Qt::KeyboardModifiers modifiers = {});
    void undoAll();

    /// What a script in the preview's application world returns.
    QVariant js(const QString& script);
    /// Waits until the page shows `text`, or no more.
    [[nodiscard]] bool pageShows(const QString& text, bool shown = true);
    [[nodiscard]] bool pageHas(const QString& selector, int count);

private:
    [[nodiscard]] QWebEnginePage* page();

    QTemporaryDir m_folder;
    app::Workspace m_workspace;
    std::unique_ptr<app::SettingsStore> m_settings;
    std::unique_ptr<app::ThemeController> m_theme;
    std::unique_ptr<app::MainWindow> m_window;
};

/// Whether two texts differ by nothing but what lies inside `range` of the first.
[[nodiscard]] bool differOnlyIn(const QByteArray& before, const QByteArray& after, TextRange range);

} // namespace lectern::test
