// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/theme.h"

#include "core/base/atomicfile.h"
#include "core/site/config.h"
#include "core/site/values.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QVersionNumber>

#include <algorithm>

namespace lectern::site {

namespace {

/// A gem's name as it may be a part of a folder's name.
bool isGemName(const QString& name)
{
    return !name.isEmpty() && !name.startsWith(u'.') && std::all_of(name.begin(), name.end(), [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.');
    });
}

/// The gem of the theme; empty for a site that takes none from a gem.
QString themeGem(const Config& config)
{
    const liquid::Value theme = config.at(QStringLiteral("theme"));
    if (!theme.string() || isTruthy(config.at(QStringLiteral("remote_theme"))))
        return {};
    const QString name = theme.string()->trimmed().toLower();
    return isGemName(name) ? name : QString();
}

/// Gems that a site brings along, as Bundler puts them there.
QStringList vendored(const QString& root)
{
    QStringList folders;
    const QDir rubies(root + QStringLiteral("/vendor/bundle/ruby"));
    for (const QString& version : rubies.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        folders.append(rubies.filePath(version + QStringLiteral("/gems")));
    return folders;
}

/// The plugins among what the gem in a folder needs to run, from its specification, which RubyGems keeps
/// beside the folder of gems.
QByteArray pluginsOf(const QString& gem)
{
    const QFileInfo folder(gem);
    const auto specification = readFile(folder.path() + QStringLiteral("/../specifications/")
        + folder.fileName() + QStringLiteral(".gemspec"));
    QByteArrayList plugins;
    if (!specification)
        return {};
    static const QRegularExpression dependency(
        QStringLiteral("add_(?:runtime_)?dependency\\(?\\s*(?:%q<|\"|')(jekyll-[\\w-]+)"));
    auto found = dependency.globalMatch(QString::fromUtf8(*specification));
    while (found.hasNext()) {
        const QByteArray name = found.next().captured(1).toUtf8();
        if (!plugins.contains(name))
            plugins.append(name);
    }
    return plugins.join('\n');
}

} // namespace

QString gemFolder(const QStringList& folders, const QString& name)
{
    QString newest;
    QVersionNumber best;
    for (const QString& folder : folders) {
        const QDir gems(folder);
        const QStringList found
            = gems.entryList({ name + QStringLiteral("-*") }, QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        for (const QString& entry : found) {
            const QString version = entry.mid(name.size() + 1);
            // `minima-extra-1.0` is another gem.
            if (version.isEmpty() || !version.front().isDigit())
                continue;
            const QVersionNumber number = QVersionNumber::fromString(version);
            if (newest.isEmpty() || best < number) {
                newest = gems.filePath(entry);
                best = number;
            }
        }
    }
    return newest;
}

class Themes::Files final : public FileSource {
public:
    Files(const FileSource& site, const Theme& theme)
        : m_site(site)
        , m_theme(theme)
        , m_own(site.list())
    {
    }

    std::optional<QByteArray> read(const QString& path) const override
    {
        if (path == themePlugins())
            return m_theme.plugins;
        const QString themes = inTheme(path);
        return themes.isEmpty() ? m_site.read(path) : m_theme.files->read(themes);
    }
    QByteArray stamp(const QString& path) const override
    {
        const QString themes = inTheme(path);
        return themes.isEmpty() ? m_site.stamp(path) : m_theme.files->stamp(themes);
    }
    QStringList list() const override
    {
        QStringList all;
        all.reserve(m_own.size() + m_theme.list.size());
        std::set_union(
            m_own.begin(), m_own.end(), m_theme.list.begin(), m_theme.list.end(), std::back_inserter(all));
        return all;
    }
    QString root() const override { return m_site.root(); }
    QByteArray repositoryConfig() const override { return m_site.repositoryConfig(); }

private:
    /// The path in the theme; empty where the site has such a file, or neither has.
    QString inTheme(const QString& path) const
    {
        const auto found = m_theme.paths.constFind(path);
        const bool isThemes
            = found != m_theme.paths.constEnd() && !std::binary_search(m_own.begin(), m_own.end(), path);
        return isThemes ? *found : QString();
    }

    const FileSource& m_site;
    const Theme& m_theme;
    QStringList m_own;
};

Themes::Themes(const QStringList& gems, std::optional<PublisherProfile> profile)
    : m_gems(gems)
    , m_profile(profile)
{
}
Themes::~Themes() = default;

const FileSource& Themes::behind(const FileSource& files)
{
    const QByteArray settings = files.root().toUtf8() + '\n' + files.stamp(Config::fileOf(files)) + '|'
        + files.stamp(QStringLiteral("Gemfile"));
    if (settings != m_settings) {
        m_settings = settings;
        choose(files);
    }
    m_files.reset();
    if (m_theme.list.isEmpty())
        return files;
    m_files = std::make_unique<Files>(files, m_theme);
    return *m_files;
}

void Themes::choose(const FileSource& files)
{
    m_theme = {};
    Diagnostics ignored; // the reader tells of them
    const Config config = Config::read(files, m_profile.value_or(detectPublisher(files)), ignored);
    const QString name = themeGem(config);
    if (name.isEmpty())
        return;
    const QString folder = gemFolder(files.root().isEmpty() ? m_gems : m_gems + vendored(files.root()), name);
    if (folder.isEmpty())
        return;
    const std::pair<QString, QString> places[]
        = { { QStringLiteral("_layouts/"), config.folder(QStringLiteral("layouts_dir")) + u'/' },
              { QStringLiteral("_includes/"), config.folder(QStringLiteral("includes_dir")) + u'/' },
              { QStringLiteral("_data/"), config.folder(QStringLiteral("data_dir")) + u'/' },
              { QStringLiteral("_sass/"), themeStyles() + u'/' },
              { QStringLiteral("assets/"), QStringLiteral("assets/") } };
    const FileIndexPointer index = indexFiles(folder);
    for (const QString& file : index->files) {
        for (const auto& [inGem, inSite] : places) {
            if (file.startsWith(inGem))
                m_theme.paths.insert(inSite + file.mid(inGem.size()), file);
        }
    }
    m_theme.list = m_theme.paths.keys();
    m_theme.list.sort();
    m_theme.files = siteFiles(folder, {}, index);
    m_theme.plugins = pluginsOf(folder);
}

} // namespace lectern::site
