// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/siteforms/filefinder.h"

#include "app/workspace/workspace.h"

#include <chrono>

namespace lectern::app {
namespace {

/// While somebody types, nothing is looked for.
constexpr std::chrono::milliseconds pause { 400 };

} // namespace

FileFinder::FileFinder(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_watch(siteWatch(workspace))
    , m_worker(QStringLiteral("files"))
    , m_job(m_worker, [this](const check::FileSurvey& survey) {
        m_survey = survey;
        m_isCurrent = true;
        Q_EMIT changed();
    })
{
    m_wait.setSingleShot(true);
    m_wait.setInterval(pause);
    connect(&m_wait, &QTimer::timeout, this, &FileFinder::start);
    connect(&m_watch, &SiteWatch::changed, this, &FileFinder::ask);
    connect(&workspace, &Workspace::changed, this, &FileFinder::ask);
    connect(&workspace, &Workspace::savedStateChanged, this, &FileFinder::ask);
    connect(&workspace, &Workspace::opened, this, [this] {
        m_survey = {};
        ask();
    });
}

void FileFinder::setWanted(bool wanted)
{
    if (wanted == m_isWanted)
        return;
    m_isWanted = wanted;
    m_isCurrent = false;
    if (wanted) {
        start();
        return;
    }
    m_job.cancel();
    m_wait.stop();
}

void FileFinder::ask()
{
    m_job.cancel();
    m_isCurrent = false;
    if (m_isWanted)
        m_wait.start();
    Q_EMIT changed();
}

void FileFinder::start()
{
    if (!m_workspace.isOpen() || !m_workspace.isSite())
        return;
    m_job.start([root = m_workspace.root(), buffers = m_workspace.buffers(), files = m_watch.files()](
                    std::stop_token stop) {
        return check::surveyFiles(
            *site::siteFiles(root, buffers, files), [stop] { return stop.stop_requested(); });
    });
}

} // namespace lectern::app
