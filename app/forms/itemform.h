// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/formplan.h"
#include "core/document/edit.h"
#include "core/profile/intentions.h"

#include <QWidget>

#include <optional>
#include <vector>

class QToolButton;
class QVBoxLayout;

namespace lectern::app {

class FieldEditor;
class ItemBar;
class SourcePane;
class Spelling;
class Workspace;

/// The form of one item: a widget for each of its fields, or its source. Every change goes to the workspace
/// at once.
///
/// A draft is an item that is not on the page yet: it comes into being with the first thing typed.
class ItemForm : public QWidget {
    Q_OBJECT
public:
    ItemForm(Workspace& workspace, Spelling* spelling, QWidget* parent = nullptr);

    void showItem(profile::ItemRef ref);
    /// An empty form for a new item before item `at` of a section.
    void showDraft(int section, int at);
    void clear();
    /// The page changed; the shown item is now `ref` (an item of -1: gone).
    void follow(profile::ItemRef ref);

    [[nodiscard]] profile::ItemRef ref() const { return m_ref; }
    [[nodiscard]] bool isDraft() const { return m_state == State::Draft; }
    /// True while this form puts its draft into the page; ref() already is the new item.
    [[nodiscard]] bool isAdding() const { return m_adding; }
    [[nodiscard]] bool isEmpty() const { return m_state == State::Empty; }

    bool focusField(profile::FieldId id);
    void focusFirst();
    void setSourceShown(bool shown);
    [[nodiscard]] bool isSourceShown() const;
    /// One of several texts below one another: its heading is short, and a raw part is folded to one line
    /// until it is wanted.
    void setAmongTexts(bool amongTexts);

Q_SIGNALS:
    void fieldFocused(profile::ItemRef ref, profile::FieldId id);
    void duplicateRequested(profile::ItemRef ref);
    void deleteRequested(profile::ItemRef ref);
    void hideRequested(profile::ItemRef ref, bool hidden);
    void menuRequested(profile::ItemRef ref, const QPoint& position);

private:
    enum class State { Empty, Draft, Item };

    [[nodiscard]] const profile::Item* item() const;
    /// An item that no text box can show in a moment, such as ten megabytes of prose.
    [[nodiscard]] bool isTooLong() const;
    [[nodiscard]] const std::vector<profile::Field>& fields() const;
    [[nodiscard]] profile::FieldValue pageValue(profile::FieldId id) const;
    [[nodiscard]] QString sampleFor(profile::FieldId id) const;
    /// A link to a PDF of the site as the page writes it, of this section first; empty where there is none.
    [[nodiscard]] profile::Link documentLink() const;
    [[nodiscard]] FieldEditor* makeEditor(const PlannedField& place);
    void present(bool anew);
    void arrange(const std::vector<PlannedRow>& plan);
    FieldEditor* editorFor(const PlannedField& place, std::vector<FieldEditor*>& old);
    void connectBar();
    void placeTools();
    void refreshMore(bool anew);
    void refreshHeading();
    void refreshFold(bool isRaw);
    void write(FieldEditor* editor, profile::ReadBack readBack);
    void writeDraft(FieldEditor* editor);
    void writeSource();
    void push(const FieldEditor& editor, const Edits& edits, const QString& label, const QString& mergeKey);
    void presentSource();
    void askForDescription();
    void onFocusChanged(QWidget* before, QWidget* now);
    void focusNext(FieldEditor* editor);
    [[nodiscard]] FieldEditor* editorAround(QWidget* widget) const;
    [[nodiscard]] profile::SectionKind kind() const;
    [[nodiscard]] QString mergeKey(const QString& part) const;

    Workspace& m_workspace;
    Spelling* m_spelling;
    State m_state = State::Empty;
    profile::ItemRef m_ref;
    std::vector<profile::Field> m_draftFields;
    std::vector<PlannedRow> m_plan;
    profile::SectionKind m_planKind = profile::SectionKind::Custom;
    std::vector<FieldEditor*> m_editors; ///< in the plan's order
    FieldEditor* m_writing = nullptr;
    bool m_adding = false;
    bool m_writingSource = false;
    bool m_moreOpen = false;
    bool m_amongTexts = false;
    bool m_foldOpen = false;
    bool m_rareFilled = false;
    TextRange m_sourceRange;

    ItemBar* m_bar;
    QWidget* m_fields;
    QVBoxLayout* m_rows;
    QToolButton* m_more;
    QToolButton* m_fold;
    SourcePane* m_source;
};

} // namespace lectern::app
