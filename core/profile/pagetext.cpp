// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/pagetext.h"

#include "core/profile/scan/lines.h"
#include "core/profile/scan/bytes.h"

#include <QRegularExpression>

#include <algorithm>

namespace lectern::profile {
namespace {

constexpr int deepest = 8;

/// A tag alone on its line and the file that it names; an empty name where it is no include of a text.
struct IncludeTag {
    TextRange range;
    QString file;
};

QString includedFile(const QString& line, const QString& folder)
{
    static const QRegularExpression pattern(
        QStringLiteral("^\\{%-?\\s*(include|include_relative)\\s+([^\\s{}\"'=]+)\\s*-?%\\}$"));
    const auto match = pattern.match(line);
    if (!match.hasMatch())
        return {};
    const QString name = match.captured(2);
    const bool relative = match.captured(1) == QLatin1StringView("include_relative");
    const bool text = name.endsWith(QLatin1StringView(".md")) || name.endsWith(QLatin1StringView(".markdown"))
        || (relative && name.endsWith(QLatin1StringView(".html")));
    if (!text || name.contains(QLatin1StringView("..")) || name.startsWith(u'/'))
        return {};
    return relative ? (folder.isEmpty() ? name : folder + u'/' + name) : QStringLiteral("_includes/") + name;
}

/// The include tags of a file's text that stand alone on their lines, in order.
std::vector<IncludeTag> includeTags(const QByteArray& bytes, const QString& folder)
{
    std::vector<IncludeTag> tags;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype next = nextLine(bytes, at, bytes.size());
        const TextRange line = trimmed(bytes, { at, next });
        if (slice(bytes, line).startsWith("{%")) {
            const QString file = includedFile(decoded(bytes, line), folder);
            if (!file.isEmpty())
                tags.push_back({ line, file });
        }
        at = next;
    }
    return tags;
}

} // namespace

PageText PageText::compose(const QString& page, const QByteArray& bytes, const Read& read)
{
    PageText text;
    const qsizetype slash = page.lastIndexOf(u'/');
    text.append(page, bytes, slash < 0 ? QString() : page.left(slash), read, 0);
    if (text.m_files.size() == 1)
        text.m_bytes = bytes;
    return text;
}

void PageText::append(
    const QString& file, const QByteArray& bytes, const QString& folder, const Read& read, int depth)
{
    const int index = int(m_files.size());
    m_files.append(file);
    m_contents.insert(file, bytes);
    qsizetype from = 0;
    const auto take = [&](qsizetype to) {
        m_parts.push_back({ { m_bytes.size(), m_bytes.size() + to - from }, index, from, depth });
        m_bytes += QByteArrayView(bytes).sliced(from, to - from);
    };
    for (const IncludeTag& tag : includeTags(bytes, folder)) {
        if (depth >= deepest || m_contents.contains(tag.file))
            continue;
        const auto included = read(tag.file);
        if (!included)
            continue;
        take(tag.range.from);
        from = tag.range.to;
        append(tag.file, *included, folder, read, depth + 1);
    }
    take(bytes.size());
}

/// The part that an edit of a range goes to: the one that holds its first byte. At a seam the deeper one, for
/// what is put behind an included text's last item belongs to that text.
size_t PageText::partFor(const std::vector<Part>& parts, TextRange range)
{
    size_t best = parts.size();
    for (size_t i = 0; i < parts.size(); ++i) {
        const TextRange part = parts[i].range;
        const bool holds
            = range.isEmpty() ? range.from >= part.from && range.from <= part.to : part.contains(range.from);
        if (holds && (best == parts.size() || parts[i].depth > parts[best].depth))
            best = i;
    }
    return best == parts.size() ? parts.size() - 1 : best;
}

PageText::Place PageText::placeOf(qsizetype at) const
{
    if (m_parts.empty())
        return {};
    const Part& part = m_parts[partFor(m_parts, { at, at })];
    return { m_files[part.file], part.from + at - part.range.from };
}

qsizetype PageText::positionOf(const Place& place) const
{
    const qsizetype file = m_files.indexOf(place.file);
    for (const Part& part : m_parts) {
        if (part.file == file && place.at >= part.from && place.at <= part.from + part.range.length())
            return part.range.from + place.at - part.from;
    }
    return -1;
}

std::pair<QString, TextRange> PageText::rangeOf(TextRange range) const
{
    if (m_parts.empty())
        return { QString(), range };
    const Part& part = m_parts[partFor(m_parts, range)];
    const qsizetype shift = part.from - part.range.from;
    return { m_files[part.file], TextRange { range.from, std::min(range.to, part.range.to) }.shifted(shift) };
}

/// A line put behind an included text that has no line ending of its own stands behind the page's line ending
/// there. It is the same to put it, line ending first, before that: so it stays in the included file.
Edit PageText::atSeam(const std::vector<Part>& parts, const Edit& edit)
{
    for (const QByteArray& eol : { QByteArray("\r\n"), QByteArray("\n") }) {
        const qsizetype at = edit.at - eol.size();
        const bool line
            = edit.removed.isEmpty() && edit.inserted.endsWith(eol) && edit.inserted.size() > eol.size();
        const auto behind = std::find_if(parts.begin(), parts.end(),
            [&](const Part& part) { return part.depth > 0 && part.range.to == at && !part.range.isEmpty(); });
        const auto outer = std::find_if(parts.begin(), parts.end(),
            [&](const Part& part) { return part.range.from == at && part.range.to >= edit.at; });
        if (line && behind != parts.end() && outer != parts.end() && outer->depth < behind->depth)
            return { at, {}, eol + edit.inserted.chopped(eol.size()) };
    }
    return edit;
}

Change PageText::changeFor(const Edits& edits) const
{
    std::vector<Part> parts = m_parts;
    std::vector<Edits> perFile(size_t(m_files.size()));
    for (const Edit& wanted : edits) {
        const Edit edit = atSeam(parts, wanted);
        const TextRange range = edit.rangeBefore();
        const size_t home = partFor(parts, range);
        qsizetype shift = 0; // of the text behind what was done already
        for (size_t i = 0; i < parts.size(); ++i) {
            Part& part = parts[i];
            const TextRange cut { std::max(range.from, part.range.from), std::min(range.to, part.range.to) };
            const qsizetype removed = std::max<qsizetype>(0, cut.length());
            const QByteArray inserted = i == home ? edit.inserted : QByteArray();
            const TextRange before = part.range;
            part.range = { before.from + shift, before.to + shift };
            if (removed == 0 && inserted.isEmpty())
                continue;
            const qsizetype at
                = part.from + (i == home ? std::max(range.from, before.from) : cut.from) - before.from;
            perFile[size_t(part.file)].push_back({ at,
                removed > 0 ? edit.removed.mid(cut.from - range.from, removed) : QByteArray(), inserted });
            const qsizetype grown = inserted.size() - removed;
            part.range.to += grown;
            shift += grown;
            for (Part& other : parts) {
                if (other.file == part.file && &other != &part && other.from > part.from)
                    other.from += grown;
            }
        }
    }
    Change change;
    for (qsizetype file = 0; file < m_files.size(); ++file) {
        if (!perFile[size_t(file)].empty())
            change.push_back({ m_files[file], perFile[size_t(file)] });
    }
    return change;
}

} // namespace lectern::profile
