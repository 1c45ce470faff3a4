// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/intentions.h"

#include <QObject>

#include <functional>

namespace lectern::app {

struct Notice;
struct SectionName;
class Workspace;

/// What the user can do to the sections of the current page: each asks the profile for the edits and pushes them as one
/// undoable step with a name. Failures are announced, never thrown at the user as boxes.
class SectionActions : public QObject {
    Q_OBJECT
public:
    explicit SectionActions(Workspace& workspace, QObject* parent = nullptr);

    /// True for the biography's front part, which has no heading and stays first.
    [[nodiscard]] bool isFixed(int section) const;

    /// Adds a section before section `at`; a rename that follows at once belongs to the same step. Returns whether it did.
    bool add(profile::SectionKind kind, const QString& heading, int at);
    void rename(int section, const QString& heading);
    /// Moves `from` before `to` (0 to count, counted before the move).
    void move(int from, int to);
    void remove(int section);
    void setHidden(int section, bool hidden);
    /// Says what the section is, whatever its heading's words say; nullopt: what they say. Remembered, not written.
    void setKind(int section, std::optional<profile::SectionKind> kind);
    /// What was said of it.
    [[nodiscard]] std::optional<profile::SectionKind> saidKind(int section) const;

Q_SIGNALS:
    void failed(const lectern::Error& error);
    void removed(const QString& heading);
    /// The site's menu leads to a section that was changed: what can be done about it.
    void noticed(const lectern::app::Notice& notice);

private:
    [[nodiscard]] QString titleOf(int section) const;
    bool push(const Result<Edits>& edits, const QString& label, const QString& mergeKey = {});
    [[nodiscard]] SectionName nameOf(int section) const;
    /// What a change asks of the menu's file: its bytes to its edits.
    using MenuEdits = std::function<Edits(const QByteArray& bytes, const QString& pageUrl)>;
    /// What the user is asked, and what the step is called.
    struct Offer {
        QString sentence;
        QString verb;
        QString label;
        QString mergeKey;
        bool withUndo = false;
    };
    /// Offers to change the menu too, within the step that was just made. False where the menu needs no change.
    bool offerMenu(const Offer& offer, const MenuEdits& edits);
    void changeMenu(const Offer& offer, const MenuEdits& edits);

    Workspace& m_workspace;
    int m_justAdded = -1;
    int m_added = 0; ///< sections added so far, for a merge key of their own
    int m_steps = 0; ///< steps that a change of the menu can still join
};

} // namespace lectern::app
