// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/intentions.h"

#include <QObject>

namespace lectern::app {

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

Q_SIGNALS:
    void failed(const lectern::Error& error);
    void removed(const QString& heading);

private:
    [[nodiscard]] QString titleOf(int section) const;
    bool push(const Result<Edits>& edits, const QString& label, const QString& mergeKey = {});

    Workspace& m_workspace;
    int m_justAdded = -1;
    int m_added = 0; ///< sections added so far, for a merge key of their own
};

} // namespace lectern::app
