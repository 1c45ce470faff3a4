// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/source/textsearch.h"
#include "app/workspace/workspace.h"

#include <QWidget>

class QListWidget;
class QMenu;
class QToolButton;

namespace lectern::app {

namespace look {
class TextLabel;
}
class FindBar;
class SourceEditor;

/// Any file of the page as text, in step with the forms: what is typed here is an edit like every other, and what others
/// change shows here at once. Find and replace over all files that take part in the page.
class SourcePanel : public QWidget {
    Q_OBJECT
public:
    explicit SourcePanel(Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] QString file() const { return m_file; }
    [[nodiscard]] SourceEditor* editor() const { return m_editor; }
    [[nodiscard]] FindBar* findBar() const { return m_find; }
    /// The files that can be chosen, the page first.
    [[nodiscard]] const QStringList& files() const { return m_files; }

    /// Shows a file from its start. What cannot be opened is told by failed().
    void openFile(const QString& file);
    /// Shows a place and marks it softly, without taking the keyboard.
    void reveal(const QString& file, TextRange range);
    /// Opens the find bar with what is selected.
    void find();

Q_SIGNALS:
    /// The user moved the caret.
    void caretMoved(const QString& file, qsizetype at);
    void closeRequested();
    void failed(const lectern::Error& error);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Hit {
        QString file;
        SearchMatch match;
    };

    void connectParts();
    void pageChanged();
    void refreshFiles();
    void workspaceChanged(const Change& change, EditSource source);
    void userEdited(const Edits& edits);
    void refreshFolds();
    void search();
    void showFound();
    void showResults();
    void step(int by);
    void goTo(int hit);
    void replaceOne();
    void replaceEverything();
    [[nodiscard]] QByteArray bytesOf(const QString& file);

    Workspace& m_workspace;
    QToolButton* m_name;
    QMenu* m_menu;
    QToolButton* m_findButton;
    QToolButton* m_close;
    SourceEditor* m_editor;
    FindBar* m_find;
    QListWidget* m_results;
    QString m_file;
    QStringList m_files;
    std::vector<Hit> m_hits;
    int m_hit = -1;
    qsizetype m_lastEdit = -1; // where typing goes on, so that it merges to one step
};

} // namespace lectern::app
