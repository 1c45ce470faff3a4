// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/problems/problemfinder.h"

#include "app/workspace/gemfolders.h"
#include "app/workspace/sitewatch.h"
#include "app/workspace/workspace.h"
#include "core/check/checker.h"

#include <QDateTime>

#include <chrono>

namespace lectern::app {
namespace {

/// While somebody types, nothing is looked for.
constexpr std::chrono::milliseconds pause { 400 };

} // namespace

/// Made when it is first asked for, so that the window does not wait for it.
struct ProblemFinder::Checkers {
    std::unique_ptr<check::Checker> checker;
};

ProblemFinder::ProblemFinder(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_watch(siteWatch(workspace))
    , m_checkers(std::make_shared<Checkers>())
    , m_worker(QStringLiteral("problems"))
    , m_job(m_worker, [this](const check::Findings& findings) {
        m_findings = findings;
        m_isCurrent = true;
        Q_EMIT changed();
    })
{
    m_worker.atEnd([checkers = m_checkers] { checkers->checker.reset(); });
    m_wait.setSingleShot(true);
    m_wait.setInterval(pause);
    connect(&m_wait, &QTimer::timeout, this, &ProblemFinder::start);
    connect(&m_watch, &SiteWatch::changed, this, &ProblemFinder::ask);
    connect(&workspace, &Workspace::changed, this, &ProblemFinder::ask);
    connect(&workspace, &Workspace::currentPageChanged, this, &ProblemFinder::ask);
    connect(&workspace, &Workspace::opened, this, [this] {
        m_findings.clear();
        ask();
    });
    if (workspace.isOpen())
        ask();
}

ProblemFinder::~ProblemFinder() = default;

void ProblemFinder::ask()
{
    m_job.cancel();
    m_isCurrent = false;
    m_wait.start();
    Q_EMIT changed();
}

void ProblemFinder::start()
{
    if (!m_workspace.isOpen())
        return;
    m_job.start(
        [checkers = m_checkers, root = m_workspace.root(), page = m_workspace.currentPage(),
            buffers = m_workspace.buffers(), files = m_watch.files(), now = QDateTime::currentSecsSinceEpoch()](std::stop_token) {
            if (!checkers->checker)
                checkers->checker = std::make_unique<check::Checker>(now, gemFolders());
            return checkers->checker->check(*site::siteFiles(root, buffers, files), page).valueOr({});
        });
}

} // namespace lectern::app
