// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/pagefiles.h"

#include "core/document/frontmatter.h"
#include "core/document/yamldocument.h"
#include "core/site/config.h"
#include "core/site/frontmatterdefaults.h"
#include "core/site/values.h"

#include <QRegularExpression>

namespace lectern::site {
namespace {

/// A chain of layouts or includes longer than this is a circle or no site that a person wrote.
constexpr int fileLimit = 200;

class Gatherer {
public:
    explicit Gatherer(const FileSource& files) : m_files(files)
    {
        Diagnostics ignored;
        m_config = Config::read(files, PublisherProfile::Jekyll4, ignored);
    }

    QStringList gather(const QString& page)
    {
        add(page);
        QString layout = layoutOf(page, true);
        for (int depth = 0; !layout.isEmpty() && layout != u"none" && depth < fileLimit; ++depth) {
            const QString path = layoutPath(layout);
            if (path.isEmpty() || m_found.contains(path))
                break;
            add(path);
            layout = layoutOf(path, false);
        }
        if (m_files.read(QStringLiteral("_data/navigation.yml")))
            addName(QStringLiteral("_data/navigation.yml"));
        if (const QString config = Config::fileOf(m_files); !config.isEmpty())
            addName(config);
        return m_found;
    }

private:
    void addName(const QString& path)
    {
        if (!m_found.contains(path))
            m_found.append(path);
    }

    /// The file and everything that it includes.
    void add(const QString& path)
    {
        if (m_found.contains(path) || m_found.size() >= fileLimit)
            return;
        const auto bytes = m_files.read(path);
        if (!bytes)
            return;
        m_found.append(path);
        static const QRegularExpression include(
            QStringLiteral(R"(\{%-?\s*(include|include_cached|include_relative)\s+["']?([^\s"'%{}]+))"));
        auto matches = include.globalMatch(QString::fromUtf8(*bytes));
        while (matches.hasNext()) {
            const auto match = matches.next();
            const QString folder = match.captured(1) == u"include_relative" ? path.section(u'/', 0, -2)
                                                                            : m_config.folder(QStringLiteral("includes_dir"));
            const QString included = folder.isEmpty() ? match.captured(2) : folder + u'/' + match.captured(2);
            if (isSitePath(included))
                add(included);
        }
    }

    [[nodiscard]] QString layoutOf(const QString& path, bool isPage) const
    {
        const auto bytes = m_files.read(path);
        const auto header = bytes ? findFrontMatter(*bytes) : std::nullopt;
        if (header) {
            if (const auto yaml = YamlDocument::parse(*bytes, header->yaml)) {
                if (const QString own = yaml->text({QStringLiteral("layout")}); !own.isEmpty())
                    return own;
            }
        }
        if (!isPage)
            return {};
        Diagnostics ignored;
        const FrontMatterDefaults defaults(m_config, m_files.list(), ignored);
        const liquid::Hash values = defaults.all(path, QStringLiteral("pages"));
        const liquid::Value* layout = values.find(QStringLiteral("layout"));
        return layout ? toText(*layout) : QString();
    }

    [[nodiscard]] QString layoutPath(const QString& name) const
    {
        const QString base = m_config.folder(QStringLiteral("layouts_dir")) + u'/' + name;
        for (const QString& path : {base + QStringLiteral(".html"), base + QStringLiteral(".md"), base}) {
            if (isSitePath(path) && m_files.read(path))
                return path;
        }
        return {};
    }

    const FileSource& m_files;
    Config m_config;
    QStringList m_found;
};

} // namespace

QStringList filesOfPage(const FileSource& files, const QString& page) { return Gatherer(files).gather(page); }

} // namespace lectern::site
