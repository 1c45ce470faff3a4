// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/siteforms/formpage.h"
#include "core/profile/profile.h"

#include <vector>

class QListWidget;
class QMenu;
class QPushButton;
class QToolButton;

namespace lectern::app {

namespace look {
class TextLabel;
}
class ChipEdit;
class FlowLayout;
class Workspace;

/// The names that the owner goes by, and the papers of the current page in whose authors none of them is found. The names are
/// kept outside the repository; marking the owner in a paper is a step that can be undone.
class OwnerNames : public FormPage {
    Q_OBJECT
public:
    explicit OwnerNames(Workspace& workspace, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The user wants to see a paper.
    void paperChosen(lectern::profile::ItemRef ref);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildNames();
    void buildPapers();
    /// Only where it is seen: a keystroke elsewhere costs nothing.
    void refresh();
    void refreshProposals();
    void refreshPapers();
    void setNames(const QStringList& names);
    void addName(const QString& name);
    void fillAuthors();
    void markOwner(profile::ItemRef ref, int author);
    [[nodiscard]] profile::ItemRef chosen() const;

    Workspace& m_workspace;
    look::TextLabel* m_configured;
    ChipEdit* m_names;
    QWidget* m_proposals;
    FlowLayout* m_proposalRow;
    QStringList m_proposed;
    look::TextLabel* m_found;
    QListWidget* m_papers;
    QPushButton* m_show;
    QToolButton* m_mark;
    std::vector<profile::ItemRef> m_refs; ///< of the rows
};

} // namespace lectern::app
