// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/formplan.h"
#include "core/document/edit.h"
#include "core/profile/profile.h"

#include <QWidget>

#include <optional>
#include <vector>

class QToolButton;
class QVBoxLayout;

namespace lectern::app {

namespace look {
class TextLabel;
}

class FieldEditor;
class SourcePane;
class Workspace;

/// The form of one item: a widget for each of its fields, or its source. Every change goes to the workspace at once.
///
/// A draft is an item that is not on the page yet: it comes into being with the first thing typed.
class ItemForm : public QWidget {
    Q_OBJECT
public:
    explicit ItemForm(Workspace& workspace, QWidget* parent = nullptr);

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
    /// Among other texts a raw part is folded to one line until it is wanted.
    void setFoldable(bool foldable);

Q_SIGNALS:
    void fieldFocused(profile::ItemRef ref, profile::FieldId id);


private:
    enum class State { Empty, Draft, Item };

    [[nodiscard]] const profile::Item* item() const;
    [[nodiscard]] const std::vector<profile::Field>& fields() const;
    [[nodiscard]] profile::FieldValue pageValue(profile::FieldId id) const;
    [[nodiscard]] QString sampleFor(profile::FieldId id) const;
    void present(bool anew);
    void arrange(const std::vector<PlannedRow>& plan);
    FieldEditor* editorFor(const PlannedField& place, std::vector<FieldEditor*>& old);
    void refreshMore();
    void refreshHeading();
    void refreshFold(bool isRaw);
    void write(FieldEditor* editor);
    void writeDraft(FieldEditor* editor);
    void writeSource();
    void presentSource();
    void onFocusChanged(QWidget* before, QWidget* now);
    void focusNext(FieldEditor* editor);
    [[nodiscard]] FieldEditor* editorAround(QWidget* widget) const;
    [[nodiscard]] profile::SectionKind kind() const;
    [[nodiscard]] QString mergeKey(const QString& part) const;

    Workspace& m_workspace;
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
    bool m_foldable = false;
    TextRange m_sourceRange;

    look::TextLabel* m_heading;
    QToolButton* m_sourceButton;
    QWidget* m_fields;
    QVBoxLayout* m_rows;
    QToolButton* m_more;
    QToolButton* m_fold;
    SourcePane* m_source;
};

} // namespace lectern::app
