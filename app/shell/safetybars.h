// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/outsidechanges.h"
#include "app/workspace/recovery.h"
#include "core/document/edit.h"

#include <QObject>

#include <functional>
#include <vector>

namespace lectern::app {

class InfoBar;
class Safety;
class Workspace;

/// Says in the window's bar what happened to the user's work: recovered edits, changes by other programs, places that both
/// changed, a second window on the same site, files that are gone.
class SafetyBars : public QObject {
    Q_OBJECT
public:
    SafetyBars(Workspace& workspace, Safety& safety, InfoBar& bar, QObject* parent = nullptr);

Q_SIGNALS:
    /// The user wants to see all unexported changes.
    void reviewRequested();

private:
    /// A place whose two versions wait for the user's choice.
    struct Question {
        int number = 0;
        QString file;
        publish::MergeConflict conflict;
    };

    void tellExports();
    void tellRecovered(const RecoveryReport& report);
    void askDiscard(int edits);
    void tellTookIn(const OutsideChange& change);
    void ask(const QString& file, const std::vector<publish::MergeConflict>& conflicts);
    void takeTheirs(int number);
    void forget(int number);
    void forgetWhere(const std::function<bool(const Question&)>& isPast);
    void follow(const Change& change);
    void tellLost(const QString& file, const Error& error);
    void writeAnew(const QString& file);
    void tellLocked();

    Workspace& m_workspace;
    Safety& m_safety;
    InfoBar& m_bar;
    std::vector<Question> m_questions;
    int m_lastNumber = 0;
    bool m_toldOfSnapshots = false;
};

} // namespace lectern::app
