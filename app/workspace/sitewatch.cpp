// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/sitewatch.h"

#include "app/workspace/sitewalker.h"
#include "app/workspace/workspace.h"

namespace lectern::app {

SiteWatch::SiteWatch(QObject* parent)
    : QObject(parent)
    , m_walker(std::make_shared<std::unique_ptr<SiteWalker>>())
    , m_worker(QStringLiteral("site-files"))
{
    m_worker.atEnd([walker = m_walker] { walker->reset(); });
}

SiteWatch::~SiteWatch() = default;

void SiteWatch::setRoot(const QString& root)
{
    if (root == m_root)
        return;
    m_root = root;
    m_files.reset();
    const int number = ++m_number;
    m_worker.post([this, walker = m_walker, send = m_mailbox.sender(), root, number] {
        *walker
            = std::make_unique<SiteWalker>([this, send, number](const site::FileIndexPointer& files, bool isNews) {
                  send([this, number, files, isNews] { take(number, files, isNews); });
              });
        (*walker)->setRoot(root);
    });
}

void SiteWatch::lookAgain()
{
    m_worker.post([walker = m_walker] {
        if (*walker)
            (*walker)->poll();
    });
}

void SiteWatch::take(int number, const site::FileIndexPointer& files, bool isNews)
{
    if (number != m_number)
        return;
    m_files = files;
    if (isNews)
        Q_EMIT changed();
}

SiteWatch& siteWatch(Workspace& workspace)
{
    if (auto* present = workspace.findChild<SiteWatch*>(QString(), Qt::FindDirectChildrenOnly))
        return *present;
    auto* watch = new SiteWatch(&workspace);
    const auto follow = [watch, &workspace] { watch->setRoot(workspace.isSite() ? workspace.root() : QString()); };
    QObject::connect(&workspace, &Workspace::opened, watch, follow);
    QObject::connect(&workspace, &Workspace::savedStateChanged, watch, &SiteWatch::lookAgain);
    follow();
    return *watch;
}

site::FileIndexPointer knownFiles(const Workspace& workspace)
{
    const auto* watch = workspace.findChild<SiteWatch*>(QString(), Qt::FindDirectChildrenOnly);
    return watch ? watch->files() : nullptr;
}

} // namespace lectern::app
