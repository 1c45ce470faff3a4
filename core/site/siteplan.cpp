// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/siteplan.h"

#include "core/site/entryfilter.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace lectern::site {

namespace {

using Role = PlannedFile::Role;

class Planner {
public:
    Planner(const QStringList& files, const Config& config, const std::function<bool(const QString&)>& hasHeader)
        : m_files(files)
        , m_config(config)
        , m_hasHeader(hasHeader)
        , m_filter(config.include(), config.exclude())
    {
        for (const QString& path : files) {
            QString child = path;
            for (qsizetype slash = child.lastIndexOf(u'/'); ; slash = child.lastIndexOf(u'/')) {
                const QString parent = slash < 0 ? QString() : child.left(slash);
                const QString name = child.mid(slash + 1);
                if (child == path)
                    m_folders[parent].files.append(name);
                else if (QStringList& known = m_folders[parent].folders; !known.contains(name))
                    known.append(name);
                else
                    break;
                if (slash < 0)
                    break;
                child = parent;
            }
        }
    }

    std::vector<PlannedFile> plan()
    {
        layouts();
        folder(QString());
        includedFiles();
        for (const CollectionConfig& collection : m_config.collections()) {
            if (collection.label != u"posts" && collection.label != u"data")
                collectionFiles(collection.label);
        }
        return std::move(m_plan);
    }

private:
    struct Folder {
        QStringList files;
        QStringList folders;
    };

    static QString joined(const QString& folder, const QString& name)
    {
        return folder.isEmpty() ? name : folder + u'/' + name;
    }

    /// Paths below `folder`, relative to it.
    QStringList below(const QString& folder) const
    {
        QStringList paths;
        const QString prefix = folder + u'/';
        for (auto it = std::lower_bound(m_files.begin(), m_files.end(), prefix);
             it != m_files.end() && it->startsWith(prefix); ++it)
            paths.append(it->mid(prefix.size()));
        return paths;
    }

    void add(const QString& path, Role role, const QString& collection = {})
    {
        m_known.insert(path);
        m_plan.push_back({path, role, collection});
    }

    void layouts()
    {
        const QString folder = m_config.folder(QStringLiteral("layouts_dir"));
        for (const QString& entry : below(folder)) {
            const bool hidden = entry.startsWith(u'.') || entry.contains(QStringLiteral("/."));
            if (!hidden && entry.section(u'/', -1).contains(u'.') && m_filter.accepts({}, entry, false))
                add(joined(folder, entry), Role::Layout);
        }
    }

    void folder(const QString& path)
    {
        posts(path);
        const Folder entries = m_folders.value(path);
        for (const QString& name : entries.files) {
            if (!m_filter.accepts(path, name, false))
                continue;
            const QString file = joined(path, name);
            add(file, m_hasHeader(file) ? Role::Page : Role::Static);
        }
        for (const QString& name : entries.folders) {
            if (m_filter.accepts(path, name, true))
                folder(joined(path, name));
        }
    }

    void posts(const QString& path)
    {
        const QString home = m_config.folder(QStringLiteral("collections_dir"));
        if (!home.isEmpty() && !path.startsWith(home))
            return;
        static const QRegularExpression dated(QStringLiteral(R"(^(?:.+/)*?\d{2,4}-\d{1,2}-\d{1,2}-[^/]*\.[^.]+$)"));
        const QString folder = joined(path, QStringLiteral("_posts"));
        for (const QString& entry : below(folder)) {
            const bool hidden = entry.startsWith(u'.') || entry.contains(QStringLiteral("/."));
            if (!hidden && m_filter.accepts(folder, entry, false) && dated.match(entry).hasMatch())
                add(joined(folder, entry), Role::Document, QStringLiteral("posts"));
        }
    }

    /// Files that `include:` names, wherever they lie.
    void includedFiles()
    {
        for (const QString& entry : m_config.include()) {
            if (!m_known.contains(entry) && std::binary_search(m_files.begin(), m_files.end(), entry))
                add(entry, m_hasHeader(entry) ? Role::Page : Role::Static);
        }
    }

    void collectionFiles(const QString& label)
    {
        const QString home = u'_' + label;
        const QString folder = m_config.collectionsPrefix() + home;
        for (const QString& entry : below(folder)) {
            if (!m_filter.accepts(home, entry, false))
                continue;
            const QString file = joined(folder, entry);
            add(file, m_hasHeader(file) ? Role::Document : Role::Static, label);
        }
    }

    const QStringList& m_files;
    const Config& m_config;
    const std::function<bool(const QString&)>& m_hasHeader;
    EntryFilter m_filter;
    QHash<QString, Folder> m_folders;
    QSet<QString> m_known;
    std::vector<PlannedFile> m_plan;
};

} // namespace

std::vector<PlannedFile> planSite(
    const QStringList& files, const Config& config, const std::function<bool(const QString& path)>& hasHeader)
{
    return Planner(files, config, hasHeader).plan();
}

} // namespace lectern::site
