// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/async/latestjob.h"
#include "app/async/worker.h"
#include "app/workspace/sitewatch.h"
#include "core/check/filesurvey.h"

#include <QObject>
#include <QTimer>

namespace lectern::app {

class Workspace;

/// Looks for missing and unused files of the site, on a thread of its own, a moment after its texts or its
/// folders changed. Only while somebody wants to know.
class FileFinder : public QObject {
    Q_OBJECT
public:
    explicit FileFinder(Workspace& workspace, QObject* parent = nullptr);

    void setWanted(bool wanted);
    [[nodiscard]] const check::FileSurvey& survey() const { return m_survey; }
    /// False while the survey is that of an earlier state of the site, or of none.
    [[nodiscard]] bool isCurrent() const { return m_isCurrent; }

Q_SIGNALS:
    /// There is a new survey, or the present one has become old.
    void changed();

private:
    void ask();
    void start();

    Workspace& m_workspace;
    SiteWatch& m_watch;
    check::FileSurvey m_survey;
    bool m_isWanted = false;
    bool m_isCurrent = false;
    QTimer m_wait;
    Worker m_worker;
    LatestJob<check::FileSurvey> m_job;
};

} // namespace lectern::app
