// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/async/latestjob.h"
#include "app/async/worker.h"
#include "core/document/edit.h"
#include "core/site/languages.h"

#include <QObject>
#include <QTimer>

namespace lectern::app {

class Workspace;

using PageVersionList = std::vector<site::PageVersion>;

/// Which pages of the open site are one page in several languages, and what the pages are called: read on a
/// thread of its own when a site is opened and when a front matter changed, so that no page is opened for it.
class PageLanguages : public QObject {
    Q_OBJECT
public:
    explicit PageLanguages(Workspace& workspace, QObject* parent = nullptr);

    /// The pages in their order, those that belong together in one list; empty before they are read.
    [[nodiscard]] const std::vector<PageVersionList>& groups() const { return m_groups; }
    /// The versions of a page, itself included; empty where it is not known.
    [[nodiscard]] PageVersionList versionsOf(const QString& page) const;

    /// A language in its own words ("English", "中文").
    [[nodiscard]] static QString nameOf(const QString& language);

Q_SIGNALS:
    void changed();

private:
    void follow(const Change& change);
    void read();

    Workspace& m_workspace;
    std::vector<PageVersionList> m_groups;
    QTimer m_wait;
    Worker m_worker;
    LatestJob<std::vector<PageVersionList>> m_job;
};

} // namespace lectern::app
