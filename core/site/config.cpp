// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/config.h"

#include "core/site/plugins.h"
#include "core/site/theme.h"
#include "core/site/urls.h"
#include "core/site/values.h"
#include "core/site/yamlreader.h"

#include <algorithm>

namespace lectern::site {

using liquid::Hash;
using liquid::List;
using liquid::Value;

namespace {

Value text(const char16_t* string)
{
    return Value(QString::fromUtf16(string));
}

Value textList(std::initializer_list<const char16_t*> strings)
{
    List list;
    for (const char16_t* string : strings)
        list.push_back(text(string));
    return list;
}

Hash kramdownDefaults()
{
    List levels;
    for (int level = 1; level <= 6; ++level)
        levels.push_back(Value(level));
    return { { QStringLiteral("auto_ids"), true }, { QStringLiteral("toc_levels"), levels },
        { QStringLiteral("entity_output"), text(u"as_char") },
        { QStringLiteral("smart_quotes"), text(u"lsquo,rsquo,ldquo,rdquo") },
        { QStringLiteral("input"), text(u"GFM") }, { QStringLiteral("hard_wrap"), false },
        { QStringLiteral("guess_lang"), true }, { QStringLiteral("footnote_nr"), 1 },
        { QStringLiteral("show_warnings"), false } };
}

/// Jekyll's Configuration::DEFAULTS (Jekyll documentation, "Configuration: Default"), without the options of
/// the server.
const Hash& defaults()
{
    static const Hash values { { QStringLiteral("collections_dir"), text(u"") },
        { QStringLiteral("plugins_dir"), text(u"_plugins") },
        { QStringLiteral("layouts_dir"), text(u"_layouts") }, { QStringLiteral("data_dir"), text(u"_data") },
        { QStringLiteral("includes_dir"), text(u"_includes") }, { QStringLiteral("collections"), Hash() },
        { QStringLiteral("safe"), false }, { QStringLiteral("include"), textList({ u".htaccess" }) },
        { QStringLiteral("exclude"), List() },
        { QStringLiteral("keep_files"), textList({ u".git", u".svn" }) },
        { QStringLiteral("encoding"), text(u"utf-8") },
        { QStringLiteral("markdown_ext"), text(u"markdown,mkdown,mkdn,mkd,md") },
        { QStringLiteral("strict_front_matter"), false }, { QStringLiteral("show_drafts"), Value() },
        { QStringLiteral("limit_posts"), 0 }, { QStringLiteral("future"), false },
        { QStringLiteral("unpublished"), false }, { QStringLiteral("whitelist"), List() },
        { QStringLiteral("plugins"), List() }, { QStringLiteral("markdown"), text(u"kramdown") },
        { QStringLiteral("highlighter"), text(u"rouge") }, { QStringLiteral("lsi"), false },
        { QStringLiteral("excerpt_separator"), text(u"\n\n") }, { QStringLiteral("incremental"), false },
        { QStringLiteral("baseurl"), Value() }, { QStringLiteral("permalink"), text(u"date") },
        { QStringLiteral("paginate_path"), text(u"/page:num") }, { QStringLiteral("timezone"), Value() },
        { QStringLiteral("defaults"), List() },
        { QStringLiteral("liquid"),
            Hash { { QStringLiteral("error_mode"), text(u"warn") },
                { QStringLiteral("strict_filters"), false },
                { QStringLiteral("strict_variables"), false } } },
        { QStringLiteral("kramdown"), kramdownDefaults() } };
    return values;
}

/// The keys of which Jekyll stops when they are of another kind, and the values that templates never survive
/// as null.
bool isRefused(const QString& key, const Value& value)
{
    static const QStringList lists { QStringLiteral("include"), QStringLiteral("exclude"),
        QStringLiteral("plugins") };
    static const QStringList texts { QStringLiteral("markdown"), QStringLiteral("markdown_ext"),
        QStringLiteral("layouts_dir"), QStringLiteral("includes_dir"), QStringLiteral("data_dir"),
        QStringLiteral("collections_dir"), QStringLiteral("permalink") };
    if (value.isNil())
        return false;
    if (lists.contains(key))
        return !value.list();
    if (texts.contains(key))
        return !value.string();
    if (key == u"collections")
        return !value.list() && !value.hash();
    return (key == u"kramdown" || key == u"sass") && !value.hash();
}

} // namespace

Config::Config(const Hash& user, PublisherProfile profile)
    : m_values(deepMerged(defaults(), user))
    , m_profile(profile)
{
    if (profile == PublisherProfile::GithubPages)
        applyPublisher(user);
    m_include = textsOf(at(QStringLiteral("include")));
    m_exclude = textsOf(at(QStringLiteral("exclude")));
    // Jekyll's Configuration::DEFAULT_EXCLUDES.
    for (const char16_t* pattern :
        { u".sass-cache", u".jekyll-cache", u"gemfiles", u"Gemfile", u"Gemfile.lock", u"node_modules",
            u"vendor/bundle/", u"vendor/cache/", u"vendor/gems/", u"vendor/ruby/" }) {
        if (!m_exclude.contains(QString::fromUtf16(pattern)))
            m_exclude.append(QString::fromUtf16(pattern));
    }
    List excluded;
    for (const QString& pattern : std::as_const(m_exclude))
        excluded.push_back(Value(pattern));
    m_values.insert(QStringLiteral("exclude"), excluded);
    for (const QString& extension : text(QStringLiteral("markdown_ext")).split(u','))
        m_markdownExtensions.append(u'.' + extension.toLower());
    m_zone = QTimeZone(text(QStringLiteral("timezone")).toUtf8());
    if (!m_zone.isValid())
        m_zone = QTimeZone::utc();
    readCollections();
}

/// What the `github-pages` gem puts under and over every configuration (its documentation).
void Config::applyPublisher(const Hash& user)
{
    m_values.insert(QStringLiteral("lsi"), false);
    m_values.insert(QStringLiteral("safe"), true);
    m_values.insert(QStringLiteral("highlighter"), site::text(u"rouge"));
    m_values.insert(QStringLiteral("gist"), Hash { { QStringLiteral("noscript"), false } });
    if (!user.find(QStringLiteral("future")))
        m_values.insert(QStringLiteral("future"), true);
    if (!isTruthy(at(QStringLiteral("theme"))))
        m_values.insert(QStringLiteral("theme"), site::text(u"jekyll-theme-primer"));
    const Value given = at(QStringLiteral("kramdown"));
    const Hash forced { { QStringLiteral("template"), site::text(u"") },
        { QStringLiteral("math_engine"), site::text(u"mathjax") },
        { QStringLiteral("syntax_highlighter"), site::text(u"rouge") } };
    m_values.insert(
        QStringLiteral("kramdown"), deepMerged(given.hash() ? *given.hash() : kramdownDefaults(), forced));
}

void Config::readCollections()
{
    Hash declared;
    const Value given = at(QStringLiteral("collections"));
    if (const List* labels = given.list()) {
        for (const Value& label : *labels)
            declared.insert(toText(label), Hash());
    } else if (given.hash()) {
        declared = *given.hash();
    }
    declared = deepMerged({ { QStringLiteral("posts"), Hash() } }, declared);
    Hash completed;
    for (const auto& [label, value] : declared.entries()) {
        CollectionConfig collection { label, value.hash() ? *value.hash() : Hash(), false, {} };
        if (label == u"posts") {
            collection.metadata.insert(QStringLiteral("output"), true);
            const Value* pattern = collection.metadata.find(QStringLiteral("permalink"));
            if (!pattern || pattern->isNil())
                collection.metadata.insert(QStringLiteral("permalink"), permalinkPattern(permalinkStyle()));
        }
        if (const Value* output = collection.metadata.find(QStringLiteral("output")))
            collection.output = isTruthy(*output);
        if (const Value* pattern = collection.metadata.find(QStringLiteral("permalink")))
            collection.permalink = toText(*pattern);
        completed.insert(label, collection.metadata);
        m_collections.push_back(std::move(collection));
    }
    m_values.insert(QStringLiteral("collections"), completed);
}

QString Config::fileOf(const FileSource& files)
{
    for (const char16_t* name : { u"_config.yml", u"_config.yaml" }) {
        const QString path = QString::fromUtf16(name);
        if (!files.stamp(path).isEmpty())
            return path;
    }
    return {};
}

Config Config::read(const FileSource& files, PublisherProfile profile, Diagnostics& diagnostics)
{
    const QString path = fileOf(files);
    const auto bytes = path.isEmpty() ? std::nullopt : files.read(path);
    if (!bytes)
        return Config({}, profile);
    const auto report = [&](const QString& code, const QString& argument) {
        diagnostics.push_back({ Severity::Error, code, path, {}, { argument } });
    };
    auto read = readYaml(*bytes, QTimeZone::utc());
    if (!read) {
        report(QStringLiteral("yaml.invalid"), read.error().detail);
        return Config({}, profile);
    }
    if (!read->hash()) {
        if (!read->isNil())
            report(QStringLiteral("yaml.invalid"), QStringLiteral("1:1 not a map"));
        return Config({}, profile);
    }
    // Times that say nothing of a zone are the site's own, which the same text names.
    if (const Value* name = read->hash()->find(QStringLiteral("timezone"))) {
        const QTimeZone zone(toText(*name).toUtf8());
        if (auto again = zone.isValid() ? readYaml(*bytes, zone) : read)
            read = std::move(again);
    }
    Hash user = *read->hash();
    for (const auto& [key, value] : read->hash()->entries()) {
        if (isRefused(key, value)) {
            report(QStringLiteral("config.invalid"), key);
            user.remove(key);
        }
    }
    Config config(user, profile);
    if (const auto plugins = files.read(themePlugins()))
        config.m_themePlugins = QString::fromUtf8(*plugins).split(u'\n', Qt::SkipEmptyParts);
    return config;
}

Value Config::at(const QString& key) const
{
    const Value* value = m_values.find(key);
    return value ? *value : Value();
}

QString Config::text(const QString& key) const
{
    return toText(at(key));
}

const CollectionConfig* Config::collection(const QString& label) const
{
    const auto found = std::find_if(m_collections.begin(), m_collections.end(),
        [&](const CollectionConfig& collection) { return collection.label == label; });
    return found == m_collections.end() ? nullptr : &*found;
}

QStringList Config::plugins() const
{
    QStringList names = textsOf(at(QStringLiteral("plugins")));
    names += textsOf(at(QStringLiteral("gems")));
    return names;
}

bool Config::hasPlugin(const QString& name) const
{
    return plugins().contains(name) || m_themePlugins.contains(name)
        || (m_profile == PublisherProfile::GithubPages && alwaysOnPlugins().contains(name));
}

QString Config::folder(const QString& key) const
{
    QString name = text(key);
    while (name.startsWith(u'/') || name.startsWith(u"./"))
        name.remove(0, name.startsWith(u'/') ? 1 : 2);
    while (name.endsWith(u'/'))
        name.chop(1);
    return name;
}

QString Config::collectionsPrefix() const
{
    const QString name = folder(QStringLiteral("collections_dir"));
    return name.isEmpty() ? name : name + u'/';
}

} // namespace lectern::site
