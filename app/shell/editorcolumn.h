// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/destination.h"
#include "core/base/result.h"
#include "core/base/textrange.h"
#include "core/profile/profile.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace lectern::app {

class InfoBar;
class SourcePanel;
class Spelling;
class Workspace;

/// The middle column: the forms of the chosen section, or those of the page's settings, the site's, or the navigation menu,
/// with the bar that speaks about them above. Panels are made when they are first needed.
class EditorColumn : public QWidget {
    Q_OBJECT
public:
    explicit EditorColumn(Workspace& workspace, QWidget* parent = nullptr, Spelling* spelling = nullptr);

    void show(const Destination& destination);
    void showItem(profile::ItemRef ref);
    /// Puts the caret to byte `offset` of `file`, in the field of the shown panel that holds it.
    void showPlace(const QString& file, qsizetype offset);
    /// Adds an item to the section that is shown.
    void addItem();
    /// "Deleted … — Undo", until the next step is made or undone.
    void postDeleted(const QString& sentence);
    [[nodiscard]] InfoBar& bar() const { return *m_bar; }
    /// An item of the shown section is chosen, and placeSelected() has told of it.
    [[nodiscard]] bool hasChosenItem() const;
    /// The item whose form is shown; an item of -1 where none is.
    [[nodiscard]] profile::ItemRef currentItem() const;
    [[nodiscard]] QWidget* panel(Destination::Kind kind) const;

    /// What stands in the column: the forms, the source of the page's files, or both.
    enum class View { Forms, Source, Both };
    void setView(View view);
    [[nodiscard]] View view() const { return m_view; }
    /// Made when it is first shown; null before.
    [[nodiscard]] SourcePanel* source() const { return m_source; }
    /// Shows a place in the source, where the source is shown.
    void revealSource(const QString& file, TextRange range);

Q_SIGNALS:
    /// The user moved to an item, or to another part of a file: where its bytes are.
    void placeSelected(const QString& file, lectern::TextRange range);
    void failed(const lectern::Error& error);
    /// The user wants to see an item of the current page.
    void itemRequested(lectern::profile::ItemRef ref);
    /// The user wants to see a place in a file of the site.
    void placeRequested(const QString& file, qsizetype offset);
    /// The user moved the caret in the source.
    void sourceCaretMoved(const QString& file, qsizetype at);
    void viewChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* make(Destination::Kind kind);
    void makeSource();
    void arrange();
    void showPlaceInSections(qsizetype offset);
    void tellItem(profile::ItemRef ref);
    void tellPlace(TextRange range);

    Workspace& m_workspace;
    Spelling* m_spelling;
    InfoBar* m_bar;
    QSplitter* m_splitter;
    QStackedWidget* m_stack;
    SourcePanel* m_source = nullptr;
    View m_view = View::Forms;
};

} // namespace lectern::app
