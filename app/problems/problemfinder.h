// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/async/latestjob.h"
#include "app/async/worker.h"
#include "core/check/finding.h"

#include <QObject>
#include <QTimer>

namespace lectern::check {
class Checker;
}

namespace lectern::app {

class SiteWatch;
class Workspace;

/// Looks for what is wrong with the current page, on a thread of its own, a moment after it was opened or
/// changed, or files of its site changed.
class ProblemFinder : public QObject {
    Q_OBJECT
public:
    explicit ProblemFinder(Workspace& workspace, QObject* parent = nullptr);
    ~ProblemFinder() override;

    [[nodiscard]] const check::Findings& findings() const { return m_findings; }
    /// False while the findings are those of an earlier state of the page: their places may be off.
    [[nodiscard]] bool isCurrent() const { return m_isCurrent; }

Q_SIGNALS:
    /// There are new findings, or the present ones have become old.
    void changed();

private:
    struct Checkers; ///< lives and dies on the worker's thread

    void ask();
    void start();

    Workspace& m_workspace;
    SiteWatch& m_watch;
    check::Findings m_findings;
    bool m_isCurrent = false;
    QTimer m_wait;
    std::shared_ptr<Checkers> m_checkers;
    Worker m_worker;
    LatestJob<check::Findings> m_job;
};

} // namespace lectern::app
