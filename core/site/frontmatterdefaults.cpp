// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/frontmatterdefaults.h"

#include "core/site/values.h"

#include <QRegularExpression>
#include <QSet>

namespace lectern::site {

using liquid::Hash;
using liquid::Value;

namespace {

QString sanitized(QString path)
{
    // A path from the root loses its slash; Jekyll leaves the others as they are.
    if (path.startsWith(u'/'))
        path.remove(0, 1);
    return path;
}

QString typeName(const QString& name)
{
    if (name == u"page" || name == u"post" || name == u"draft")
        return name + u's';
    return name;
}

/// Files and folders that Ruby's Dir.glob finds for a pattern with '*' ("**/" crosses folders, '*' does not).
QStringList globbed(const QString& pattern, const QStringList& files)
{
    QString expression = QRegularExpression::escape(pattern);
    expression.replace(QStringLiteral("\\*\\*\\/"), QStringLiteral("(?:[^./][^/]*/)*"));
    expression.replace(QStringLiteral("\\*"), QStringLiteral("[^/]*"));
    expression.replace(QStringLiteral("\\?"), QStringLiteral("[^/]"));
    const QRegularExpression glob(u'^' + expression + u'$');
    QSet<QString> found;
    for (const QString& file : files) {
        for (qsizetype end = file.indexOf(u'/');; end = file.indexOf(u'/', end + 1)) {
            const QString part = end < 0 ? file : file.left(end);
            if (glob.match(part).hasMatch())
                found.insert(part);
            if (end < 0)
                break;
        }
    }
    return QStringList(found.begin(), found.end());
}

} // namespace

FrontMatterDefaults::FrontMatterDefaults(
    const Config& config, const QStringList& files, Diagnostics& diagnostics)
{
    const Value given = config.at(QStringLiteral("defaults"));
    if (!given.list())
        return;
    const QString prefix = config.collectionsPrefix();
    const auto stripped = [&](const QString& path) {
        return !prefix.isEmpty() && path.startsWith(prefix) ? path.mid(prefix.size()) : path;
    };
    for (const Value& entry : *given.list()) {
        const Value values = entry.at(QStringLiteral("values"));
        if (!values.hash()) {
            diagnostics.push_back({ Severity::Warning, QStringLiteral("config.invalid"),
                QStringLiteral("_config.yml"), {}, { QStringLiteral("defaults") } });
            continue;
        }
        const Value scope = entry.at(QStringLiteral("scope"));
        const QString path = stringOf(scope.at(QStringLiteral("path")));
        Set set;
        set.path = sanitized(path);
        set.hasType = scope.hash() && scope.hash()->find(QStringLiteral("type"));
        set.type = typeName(toText(scope.at(QStringLiteral("type"))));
        set.everyPath = path.isEmpty();
        set.values = *values.hash();
        if (path.contains(u'*')) {
            for (const QString& found : globbed(set.path, files))
                set.prefixes.append(stripped(found));
        } else if (!path.isEmpty()) {
            // Jekyll compares a page's path, which has no slash in front, with the scope as written.
            set.prefixes.append(stripped(path));
        }
        m_sets.push_back(std::move(set));
    }
}

bool FrontMatterDefaults::hasPrecedence(const Set* old, const Set& set)
{
    if (!old)
        return true;
    if (set.path.size() != old->path.size())
        return set.path.size() >= old->path.size();
    return set.hasType || !old->hasType;
}

Hash FrontMatterDefaults::all(const QString& path, const QString& type) const
{
    Hash values;
    const Set* old = nullptr;
    const QString sanitizedPath = sanitized(path);
    for (const Set& set : m_sets) {
        // A static file outside of collections has no type, and no scope with one is for it.
        if (set.hasType && (type.isEmpty() || set.type != type))
            continue;
        const bool applies = set.everyPath
            || std::any_of(set.prefixes.begin(), set.prefixes.end(),
                [&](const QString& prefix) { return sanitizedPath.startsWith(prefix); });
        if (!applies)
            continue;
        if (hasPrecedence(old, set)) {
            values = deepMerged(values, set.values);
            old = &set;
        } else {
            values = deepMerged(set.values, values);
        }
    }
    return values;
}

} // namespace lectern::site
