// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/liquid/value.h"
#include "core/site/filesource.h"
#include "core/site/publisherprofile.h"

#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <vector>

namespace lectern::site {

/// One collection as the configuration declares it ("posts" is always among them).
struct CollectionConfig {
    QString label;
    liquid::Hash metadata;
    bool output = false;
    QString permalink; ///< pattern; empty: "/:collection/:path" with the site's ending
};

/// A site's configuration: `_config.yml` over Jekyll's defaults, as Jekyll's Configuration makes it.
class Config {
public:
    Config()
        : Config({}, PublisherProfile::Jekyll4)
    {
    }
    /// `user`: what the file says.
    Config(const liquid::Hash& user, PublisherProfile profile);

    /// Path of the configuration file ("_config.yml", "_config.yaml"); empty where there is none.
    [[nodiscard]] static QString fileOf(const FileSource& files);
    /// Reads the site's configuration. A file that cannot be read counts as empty, with the diagnostic
    /// "yaml.invalid" (arguments: what is wrong); a key whose kind Jekyll refuses is left at its default
    /// ("config.invalid", key).
    [[nodiscard]] static Config read(
        const FileSource& files, PublisherProfile profile, Diagnostics& diagnostics);

    [[nodiscard]] const liquid::Hash& values() const { return m_values; }
    [[nodiscard]] liquid::Value at(const QString& key) const;
    /// The text under `key`, also of numbers; empty where there is none.
    [[nodiscard]] QString text(const QString& key) const;
    [[nodiscard]] PublisherProfile profile() const { return m_profile; }

    [[nodiscard]] const QStringList& include() const { return m_include; }
    [[nodiscard]] const QStringList& exclude() const { return m_exclude; }
    [[nodiscard]] const std::vector<CollectionConfig>& collections() const { return m_collections; }
    [[nodiscard]] const CollectionConfig* collection(const QString& label) const;
    /// Whether the site turns a plugin on, by the list, because its theme needs it or because its publisher always does.
    [[nodiscard]] bool hasPlugin(const QString& name) const;
    [[nodiscard]] QStringList plugins() const;
    /// Extensions of Markdown files, with dot, in lower case.
    [[nodiscard]] const QStringList& markdownExtensions() const { return m_markdownExtensions; }
    [[nodiscard]] const QTimeZone& zone() const { return m_zone; }
    [[nodiscard]] QString permalinkStyle() const { return text(QStringLiteral("permalink")); }
    /// A folder that a key names ("layouts_dir"), without slashes around it.
    [[nodiscard]] QString folder(const QString& key) const;
    /// Where posts and collections lie: `collections_dir` with a slash behind it, or empty.
    [[nodiscard]] QString collectionsPrefix() const;

private:
    void applyPublisher(const liquid::Hash& user);
    void readCollections();

    liquid::Hash m_values;
    PublisherProfile m_profile;
    QStringList m_include;
    QStringList m_exclude;
    QStringList m_markdownExtensions;
    std::vector<CollectionConfig> m_collections;
    QStringList m_themePlugins;
    QTimeZone m_zone;
};

} // namespace lectern::site
