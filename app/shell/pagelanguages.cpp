// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/pagelanguages.h"

#include "app/workspace/sitewatch.h"
#include "app/workspace/workspace.h"

#include <QLocale>

#include <algorithm>
#include <chrono>

namespace lectern::app {
namespace {

/// While somebody types, nothing is read.
constexpr std::chrono::milliseconds pause { 400 };

} // namespace

PageLanguages::PageLanguages(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_worker(QStringLiteral("languages"))
    , m_job(m_worker, [this](const std::vector<PageVersionList>& groups) {
        m_groups = groups;
        Q_EMIT changed();
    })
{
    m_wait.setSingleShot(true);
    m_wait.setInterval(pause);
    connect(&m_wait, &QTimer::timeout, this, &PageLanguages::read);
    connect(&workspace, &Workspace::changed, this, &PageLanguages::follow);
    connect(&workspace, &Workspace::opened, this, [this] {
        m_groups.clear();
        read();
    });
    if (workspace.isOpen())
        read();
}

PageVersionList PageLanguages::versionsOf(const QString& page) const
{
    const auto found = std::ranges::find_if(m_groups, [&page](const PageVersionList& group) {
        return std::ranges::count(group, page, &site::PageVersion::page) > 0;
    });
    return found == m_groups.end() ? PageVersionList() : *found;
}

QString PageLanguages::nameOf(const QString& language)
{
    if (language == QLatin1StringView("zh"))
        return QStringLiteral("中文");
    if (language == QLatin1StringView("zh-TW"))
        return QStringLiteral("繁體");
    const QLocale locale(language);
    // A variant's own name tells its country, too ("American English").
    QString name
        = locale.language() == QLocale::English ? QStringLiteral("English") : locale.nativeLanguageName();
    if (locale.language() == QLocale::C || name.isEmpty())
        return language;
    name[0] = name.at(0).toUpper();
    return name.section(u' ', 0, 0);
}

void PageLanguages::follow(const Change& change)
{
    const auto& front = m_workspace.profile().frontMatter;
    const bool concerns = std::ranges::any_of(change, [&](const FileEdits& file) {
        if (file.file != m_workspace.currentPage())
            return true;
        return std::ranges::any_of(
            file.edits, [&front](const Edit& edit) { return !front || edit.at <= front->whole.to; });
    });
    if (concerns)
        m_wait.start();
}

void PageLanguages::read()
{
    m_job.start([root = m_workspace.root(), buffers = m_workspace.buffers(), files = knownFiles(m_workspace), pages = m_workspace.pages(),
                    isSite = m_workspace.isSite()](std::stop_token) {
        return isSite ? site::pageVersions(*site::siteFiles(root, buffers, files), pages)
                      : std::vector<PageVersionList>();
    });
}

} // namespace lectern::app
