// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/infobar.h"
#include "app/workspace/workspace.h"

#include <QWidget>

#include <memory>
#include <vector>

class QLineEdit;
class QMenu;
class QScrollArea;
class QSplitter;
class QVBoxLayout;

namespace lectern::app {

namespace look {
class TextLabel;
}

class ItemActions;
class ItemForm;
class ItemListModel;
class ItemListView;
class SectionHeader;
class Spelling;

/// The middle column: one section's items as a list and the chosen one as a form; a section of prose as its
/// texts, one below the other. It reads the workspace's profile and writes through the workspace only.
class EditorPanel : public QWidget {
    Q_OBJECT
public:
    /// Without `spelling` nothing is checked.
    explicit EditorPanel(Workspace& workspace, QWidget* parent = nullptr, Spelling* spelling = nullptr);
    ~EditorPanel() override;

    /// The id of the shown section; empty for none.
    [[nodiscard]] QString sectionId() const { return m_sectionId; }
    /// The item whose form is shown; an item of -1 for none and for a new one that is not on the page yet.
    [[nodiscard]] profile::ItemRef currentItem() const;
    /// The menu of some items of the shown section, owned by this panel until it closes; nullptr without
    /// items.
    [[nodiscard]] QMenu* makeMenu(const std::vector<int>& items);

public Q_SLOTS:
    /// Shows a section and its first item, or keeps the chosen item where the section is shown already.
    void showSection(const QString& sectionId);
    void showItem(profile::ItemRef ref);
    /// Shows the item's form with the caret in the field.
    void focusField(profile::ItemRef ref, profile::FieldId id);
    /// Opens an empty form; the item comes into being with the first thing typed.
    void addItem();
    /// Puts the caret into the search line of the list.
    void focusSearch();
    /// Puts the keyboard focus on the list, or on the first text of a section of prose.
    void focusContent();

Q_SIGNALS:
    void itemSelected(lectern::profile::ItemRef ref);
    void fieldFocused(lectern::profile::ItemRef ref, lectern::profile::FieldId id);
    /// Something to say in a bar above this column ("Deleted “…”" with its undo).
    void messageRequested(const lectern::app::Notice& notice);
    /// The shown section's id is another one after a rename.
    void sectionIdChanged(const QString& sectionId);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildList();
    void connectList();
    void connectHeader();
    [[nodiscard]] int sectionIndex() const;
    [[nodiscard]] const profile::Section* section() const;
    void onChanged(const Change& change);
    void onOpened();
    [[nodiscard]] Edits editsSince(const Change& change);
    bool followSection(const Edits& edits);
    void followItems(const Edits& edits);
    void followProse(const std::vector<int>& places);
    void showNothing();
    void arrange();
    void presentItems();
    void presentProse();
    void select(const std::vector<int>& items, int current);
    void showCurrent(int item);
    void chooseItem(int item);
    ItemForm* makeForm();
    void connectForm(ItemForm* form);
    void fitForms(size_t count);
    void refreshEmpty();
    void fitList();
    void removeItems(const std::vector<int>& items);
    void duplicateItem(int item);
    void moveItems(const std::vector<int>& items, int before);
    void moveBehind(const std::vector<int>& items, int behind);
    void followMoved(const std::vector<int>& items, int movedTo);
    void moveItemsByOne(const std::vector<int>& items, bool up);
    void hideItems(const std::vector<int>& items, bool hidden);
    void openMenu(const QPoint& position, const std::vector<int>& items);
    void addTargets(QMenu* menu, const std::vector<int>& items);
    void addGroups(QMenu* menu, const std::vector<int>& items);
    void addPages(QMenu* menu, const std::vector<int>& items);
    void fillPages(QMenu* pages, const std::vector<int>& items);
    /// What a key or a menu acts on: the list's selection, in prose the text that has the caret.
    [[nodiscard]] std::vector<int> chosen() const;
    bool ownKey(const QKeyEvent& event);
    void reveal(QWidget* widget);

    Workspace& m_workspace;
    Spelling* m_spelling;
    QString m_sectionId;
    QByteArray m_text; ///< of the page when it was last looked at
    TextRange m_sectionRange; ///< to find the section again when its id changes
    bool m_prose = false;
    bool m_splitByUser = false;
    std::vector<int> m_selected;
    int m_current = -1;

    std::unique_ptr<ItemListModel> m_model;
    ItemActions* m_actions;
    SectionHeader* m_header;
    QLineEdit* m_search;
    QSplitter* m_splitter;
    ItemListView* m_list;
    QScrollArea* m_scroll;
    QWidget* m_formsArea;
    QVBoxLayout* m_formsColumn;
    std::vector<ItemForm*> m_forms; ///< one, or in prose one for each item
    look::TextLabel* m_empty;
};

} // namespace lectern::app
