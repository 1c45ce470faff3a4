// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/siteforms/navigationedits.h"

#include <algorithm>

namespace lectern::app {
namespace {

qsizetype lineStart(const QByteArray& bytes, qsizetype at)
{
    return at <= 0 ? 0 : bytes.lastIndexOf('\n', at - 1) + 1;
}

/// Behind the line ending of the line that holds `at`.
qsizetype lineEnd(const QByteArray& bytes, qsizetype at)
{
    const qsizetype end = bytes.indexOf('\n', at);
    return end < 0 ? bytes.size() : end + 1;
}

/// The lines of list entry `path`: from the line of its hyphen to the last line of what it holds.
TextRange entryLines(const YamlDocument& document, const QByteArray& bytes, const QStringList& path)
{
    const YamlValue* entry = document.find(path);
    if (!entry)
        return {};
    const qsizetype from = lineStart(bytes, entry->range.from);
    const QByteArray before = bytes.mid(from, entry->range.from - from).trimmed();
    if (before != "-")
        return {}; // in brackets, or several on a line
    qsizetype last = entry->range.from;
    for (const YamlValue& value : document.values()) {
        if (value.path.size() > path.size() && value.path.first(path.size()) == path)
            last = std::max({last, value.range.to, value.keyRange.to});
    }
    // A value's range may take in its line ending (block scalars).
    if (last > from && last <= bytes.size() && bytes.at(last - 1) == '\n')
        --last;
    return {from, lineEnd(bytes, last)};
}

bool endsLine(const QByteArray& text) { return text.endsWith('\n'); }

QByteArray lineEnding(const QByteArray& bytes) { return bytes.contains("\r\n") ? "\r\n" : "\n"; }

/// A value in the quotes that the sample's line has behind `key:`.
QByteArray written(const QString& value, const QByteArray& sample, const QByteArray& key)
{
    const qsizetype at = sample.indexOf(key + ':');
    const QByteArray rest = at < 0 ? QByteArray() : sample.mid(at + key.size() + 1).trimmed();
    if (rest.startsWith('\''))
        return '\'' + QString(value).replace(u'\'', QStringLiteral("''")).toUtf8() + '\'';
    return '"' + QString(value).replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\"")).toUtf8() + '"';
}

} // namespace

QString navigationFile() { return QStringLiteral("_data/navigation.yml"); }

QStringList navigationMenus(const YamlDocument& document)
{
    QStringList menus;
    for (const QString& key : document.keys()) {
        const YamlValue* value = document.find({key});
        if (value && (value->style == YamlStyle::BlockList || value->style == YamlStyle::FlowList))
            menus.append(key);
    }
    return menus;
}

std::vector<NavigationLink> navigationLinks(const YamlDocument& document, const QByteArray& bytes, const QString& menu)
{
    std::vector<NavigationLink> links;
    for (int index = 0;; ++index) {
        const QStringList path{menu, QString::number(index)};
        if (!document.find(path))
            return links;
        links.push_back({document.text(path + QStringList{QStringLiteral("title")}),
            document.text(path + QStringList{QStringLiteral("url")}), entryLines(document, bytes, path)});
    }
}

Result<Edits> swapWithNext(const std::vector<NavigationLink>& links, const QByteArray& bytes, int index)
{
    if (index < 0 || index + 1 >= int(links.size()))
        return Error{ErrorCode::NoSuchAddress, {}, {}};
    const TextRange first = links[size_t(index)].lines, second = links[size_t(index) + 1].lines;
    if (first.isEmpty() || second.isEmpty() || first.to > second.from)
        return Error{ErrorCode::NotEditable, {}, {}};
    QByteArray one = bytes.mid(first.from, first.length());
    QByteArray other = bytes.mid(second.from, second.length());
    if (!endsLine(other)) {
        // The file's last line has no ending: it gets the other's.
        const QByteArray end = lineEnding(bytes);
        other += end;
        one.chop(end.size());
    }
    const QByteArray between = bytes.mid(first.to, second.from - first.to);
    return Edits{replacement(bytes, {first.from, second.to}, other + between + one)};
}

Result<Edits> removeLink(const std::vector<NavigationLink>& links, const QByteArray& bytes, int index)
{
    if (index < 0 || index >= int(links.size()))
        return Error{ErrorCode::NoSuchAddress, {}, {}};
    const TextRange lines = links[size_t(index)].lines;
    // An emptied list would leave a key without a value, which templates stumble over.
    if (lines.isEmpty() || links.size() == 1)
        return Error{ErrorCode::NotEditable, {}, {}};
    return Edits{{lines.from, bytes.mid(lines.from, lines.length()), {}}};
}

Result<Edits> appendLink(
    const std::vector<NavigationLink>& links, const QByteArray& bytes, const QString& title, const QString& url)
{
    if (links.empty() || links.back().lines.isEmpty())
        return Error{ErrorCode::NotEditable, {}, {}};
    const TextRange last = links.back().lines;
    const QByteArray sample = bytes.mid(last.from, last.length());
    const qsizetype hyphen = sample.indexOf('-');
    qsizetype column = hyphen + 1;
    while (column < sample.size() && sample.at(column) == ' ')
        ++column;
    const QByteArray end = lineEnding(bytes);
    QByteArray text = sample.first(column) + "title: " + written(title, sample, "title") + end
        + QByteArray(column, ' ') + "url: " + written(url, sample, "url");
    text = endsLine(sample) ? text + end : end + text;
    return Edits{{last.to, {}, text}};
}

} // namespace lectern::app
