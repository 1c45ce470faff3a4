// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/yamldocument.h"

#include "core/document/sourcefile.h"
#include "core/document/yamlscan.h"
#include "core/document/yamlverify.h"
#include "core/document/yamlwrite.h"

#include <algorithm>

namespace lectern {
namespace {

bool isMap(const YamlValue& value) { return value.style == YamlStyle::BlockMap || value.style == YamlStyle::FlowMap; }
bool isList(const YamlValue& value) { return value.style == YamlStyle::BlockList || value.style == YamlStyle::FlowList; }

bool isChild(const QStringList& path, const QStringList& parent)
{
    return path.size() == parent.size() + 1 && std::equal(parent.begin(), parent.end(), path.begin());
}

qsizetype lineStart(QByteArrayView bytes, qsizetype at)
{
    while (at > 0 && bytes[at - 1] != '\n' && bytes[at - 1] != '\r')
        --at;
    return at;
}

qsizetype lineEnd(QByteArrayView bytes, qsizetype at)
{
    while (at < bytes.size() && bytes[at] != '\n' && bytes[at] != '\r')
        ++at;
    return at;
}

qsizetype nextLine(QByteArrayView bytes, qsizetype at)
{
    at = lineEnd(bytes, at);
    if (at < bytes.size() && bytes[at] == '\r')
        ++at;
    if (at < bytes.size() && bytes[at] == '\n')
        ++at;
    return at;
}

QByteArray newlineOf(QByteArrayView bytes) { return lineEndingBytes(textFacts(bytes).lineEnding); }

/// Later edits first, so that the offsets of the ones before stay as they are.
Edits backToFront(Edits edits)
{
    std::erase_if(edits, [](const Edit& edit) { return edit.isNoop(); });
    std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.at > b.at; });
    return edits;
}

} // namespace

Result<YamlDocument> YamlDocument::parse(const QByteArray& bytes, TextRange range)
{
    if (range.from == 0 && bytes.startsWith("\xEF\xBB\xBF"))
        range.from = std::min<qsizetype>(3, range.to);
    auto values = scanYaml(bytes, range);
    if (!values)
        return values.error();
    YamlDocument document;
    document.m_bytes = bytes;
    document.m_range = range;
    document.m_values = *std::move(values);
    return document;
}

const YamlValue* YamlDocument::find(const QStringList& path) const
{
    // From the end: of duplicate keys Psych keeps the last.
    for (auto value = m_values.rbegin(); value != m_values.rend(); ++value) {
        if (value->path == path)
            return &*value;
    }
    return nullptr;
}

QString YamlDocument::text(const QStringList& path) const
{
    const YamlValue* value = find(path);
    return value ? value->text : QString();
}

QStringList YamlDocument::list(const QStringList& path) const
{
    const YamlValue* value = find(path);
    if (!value || value->style == YamlStyle::Empty)
        return {};
    if (!isList(*value))
        return isMap(*value) ? QStringList() : QStringList {value->text};
    QStringList entries;
    for (const YamlValue& entry : m_values) {
        if (isChild(entry.path, path) && value->range.contains(entry.range) && !isMap(entry) && !isList(entry))
            entries.append(entry.text);
    }
    return entries;
}

QStringList YamlDocument::keys(const QStringList& path) const
{
    QStringList keys;
    for (const YamlValue& value : m_values) {
        if (isChild(value.path, path) && !value.keyRange.isEmpty() && !keys.contains(value.path.last()))
            keys.append(value.path.last());
    }
    return keys;
}

Result<Edits> YamlDocument::set(const QStringList& path, const QString& value) const
{
    return verified(setWritten(path, value, false), path, [&](const YamlDocument& now) { return now.text(path) == value; });
}

Result<Edits> YamlDocument::setPlain(const QStringList& path, const QString& value) const
{
    return verified(setWritten(path, value, true), path, [&](const YamlDocument& now) { return now.find(path) != nullptr; });
}

Result<Edits> YamlDocument::setList(const QStringList& path, const QStringList& entries) const
{
    return verified(
        setListWritten(path, entries), path, [&](const YamlDocument& now) { return now.list(path) == entries; });
}

Result<Edits> YamlDocument::remove(const QStringList& path) const
{
    const YamlValue* value = find(path);
    if (!value)
        return Error {ErrorCode::NoSuchAddress, {}, path.join(u'.')};
    if (isInFlow(path) || path.isEmpty())
        return Error {ErrorCode::NotEditable, {}, path.join(u'.')};
    if (value->keyRange.isEmpty()) // The entries behind it get other numbers.
        return verified(removeWritten(*value), path.first(path.size() - 1), [](const YamlDocument&) { return true; });
    return verified(removeWritten(*value), path, [&](const YamlDocument& now) { return !now.find(path); });
}

Result<Edits> YamlDocument::verified(
    Result<Edits> edits, const QStringList& path, const std::function<bool(const YamlDocument&)>& isAsWanted) const
{
    if (!edits || edits->empty())
        return edits;
    TextRange range = m_range;
    for (const Edit& edit : *edits)
        range.to += edit.inserted.size() - edit.removed.size();
    const auto now = applies(m_bytes, *edits) ? parse(applied(m_bytes, *edits), range) : Error {ErrorCode::NotEditable, {}, {}};
    if (!now || !keepsOtherValues(*this, *now, path) || !isAsWanted(*now))
        return Error {ErrorCode::NotEditable, {}, path.join(u'.')};
    return edits;
}

Result<Edits> YamlDocument::setWritten(const QStringList& path, const QString& value, bool plainToken) const
{
    if (path.isEmpty())
        return Error {ErrorCode::NotEditable, {}, {}};
    const YamlValue* present = find(path);
    if (!present)
        return addMissing(path, plainToken ? value.toUtf8() : QByteArray(), value, plainToken);
    if (isMap(*present) || isList(*present))
        return Error {ErrorCode::NotEditable, {}, path.join(u'.')};
    if (!plainToken && present->style != YamlStyle::Empty && present->text == value)
        return Edits {};
    const bool inFlow = isInFlow(path);
    if (present->style == YamlStyle::Empty) {
        if (value.isEmpty())
            return Edits {};
        const QByteArray written = plainToken ? value.toUtf8() : yamlScalar(value, styleOfNeighbours(path), inFlow);
        return Edits {Edit {present->range.from, {}, ' ' + written}};
    }
    const YamlStyle style = present->style == YamlStyle::Block ? YamlStyle::DoubleQuoted : present->style;
    const QByteArray written = plainToken ? value.toUtf8() : yamlScalar(value, style, inFlow, present->text);
    return backToFront({replacement(m_bytes, present->range, written)});
}

bool YamlDocument::isInFlow(const QStringList& path) const
{
    for (qsizetype depth = 0; depth < path.size(); ++depth) {
        const YamlValue* parent = find(path.first(depth));
        if (parent && (parent->style == YamlStyle::FlowMap || parent->style == YamlStyle::FlowList))
            return true;
    }
    return false;
}

YamlStyle YamlDocument::styleOfNeighbours(const QStringList& path) const
{
    const QStringList parent = path.first(path.size() - 1);
    int plain = 0;
    int single = 0;
    int twice = 0;
    for (const YamlValue& value : m_values) {
        if (!isChild(value.path, parent))
            continue;
        plain += value.style == YamlStyle::Plain && plainKind(value.text) == PlainKind::String;
        single += value.style == YamlStyle::SingleQuoted;
        twice += value.style == YamlStyle::DoubleQuoted;
    }
    if (twice > plain && twice >= single)
        return YamlStyle::DoubleQuoted;
    return single > plain ? YamlStyle::SingleQuoted : YamlStyle::Plain;
}

Result<Edits> YamlDocument::addMissing(
    const QStringList& path, const QByteArray& token, const QString& value, bool plainToken) const
{
    // The nearest map that exists takes the rest of the path.
    qsizetype depth = path.size() - 1;
    while (depth > 0 && !find(path.first(depth)))
        --depth;
    const QStringList parentPath = path.first(depth);
    const YamlValue* parent = find(parentPath);
    const QByteArray newline = newlineOf(m_bytes);
    const QByteArray written = plainToken ? token : yamlScalar(value, styleOfNeighbours(path), false);

    QByteArray indent;
    qsizetype colonColumn = 0;
    qsizetype at = m_range.to;
    if (parent && parent->style == YamlStyle::BlockMap) {
        const YamlValue* last = nullptr;
        for (const YamlValue& candidate : m_values) {
            if (isChild(candidate.path, parentPath))
                last = &candidate;
        }
        const qsizetype start = lineStart(m_bytes, last->keyRange.from);
        indent = m_bytes.sliced(start, last->keyRange.from - start);
        if (!indent.trimmed().isEmpty()) // a map in a list: "- key: value"
            indent = QByteArray(indent.size(), ' ');
        const qsizetype colon = m_bytes.indexOf(':', last->keyRange.to);
        colonColumn = colon - last->keyRange.from;
        if (colonColumn == last->keyRange.length())
            colonColumn = 0;
        at = std::max(last->range.to, last->keyRange.to);
        at = std::min(nextLine(m_bytes, at), m_range.to);
    } else if (parent && parent->style == YamlStyle::Empty && depth > 0) {
        const qsizetype start = lineStart(m_bytes, parent->keyRange.from);
        indent = QByteArray(parent->keyRange.from - start + 2, ' ');
        at = std::min(nextLine(m_bytes, parent->range.to), m_range.to);
    } else if (parent) {
        return Error {ErrorCode::NotEditable, {}, path.join(u'.')};
    }

    QByteArray lines;
    for (qsizetype i = depth; i < path.size(); ++i) {
        const QByteArray key = yamlKey(path[i]);
        const QByteArray padding(i == depth && i + 1 == path.size() ? std::max<qsizetype>(0, colonColumn - key.size()) : 0, ' ');
        lines += indent + key + padding + ':';
        if (i + 1 == path.size())
            lines += written.isEmpty() ? QByteArray() : ' ' + written;
        lines += newline;
        indent += "  ";
    }
    const bool atLineStart = at == m_range.from || m_bytes[at - 1] == '\n' || m_bytes[at - 1] == '\r';
    if (!atLineStart) {
        lines = newline + lines;
        lines.chop(newline.size());
    }
    return Edits {Edit {at, {}, lines}};
}

Result<Edits> YamlDocument::setListWritten(const QStringList& path, const QStringList& entries) const
{
    const QStringList present = list(path);
    const YamlValue* value = find(path);
    if (value && present == entries && (isList(*value) || entries.isEmpty() || entries.size() == 1))
        return Edits {};
    if (value && isMap(*value))
        return Error {ErrorCode::NotEditable, {}, path.join(u'.')};
    if (!value || value->style != YamlStyle::BlockList) {
        QByteArray flow = "[";
        for (const QString& entry : entries)
            flow += (flow.size() > 1 ? ", " : "") + yamlScalar(entry, YamlStyle::Plain, true);
        flow += ']';
        if (!value)
            return addMissing(path, flow, {}, true);
        if (value->style == YamlStyle::Empty)
            return Edits {Edit {value->range.from, {}, ' ' + flow}};
        return backToFront({replacement(m_bytes, value->range, flow)});
    }
    return setBlockList(*value, entries);
}

Result<Edits> YamlDocument::setBlockList(const YamlValue& list, const QStringList& entries) const
{
    std::vector<const YamlValue*> old;
    for (const YamlValue& entry : m_values) {
        if (isChild(entry.path, list.path) && list.range.contains(entry.range))
            old.push_back(&entry);
    }
    if (old.empty() || entries.isEmpty()) {
        // The list goes whole: its lines are replaced by an empty flow list behind the key.
        const qsizetype from = list.keyRange.isEmpty() ? list.range.from : m_bytes.indexOf(':', list.keyRange.to) + 1;
        return backToFront({replacement(m_bytes, {from, list.range.to}, " []")});
    }
    qsizetype head = 0;
    const qsizetype oldCount = qsizetype(old.size());
    const qsizetype shorter = std::min(oldCount, entries.size());
    const auto same = [&](qsizetype o, qsizetype n) { return !isMap(*old[size_t(o)]) && old[size_t(o)]->text == entries[n]; };
    while (head < shorter && same(head, head))
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && same(oldCount - 1 - tail, entries.size() - 1 - tail))
        ++tail;

    const QByteArray newline = newlineOf(m_bytes);
    const YamlValue& model = *old[0];
    const qsizetype modelLine = lineStart(m_bytes, model.range.from);
    const QByteArray marker = m_bytes.sliced(modelLine, model.range.from - modelLine);
    const QByteArray bullet = marker.contains('-') ? marker : QByteArray("  - ");
    Edits edits;
    qsizetype index = head;
    for (; index < oldCount - tail && index < entries.size() - tail; ++index) {
        const YamlValue& entry = *old[size_t(index)];
        const YamlStyle style = entry.style == YamlStyle::Block ? YamlStyle::DoubleQuoted : entry.style;
        edits.push_back(replacement(m_bytes, entry.range, yamlScalar(entries[index], style, false, entry.text)));
    }
    for (qsizetype gone = index; gone < oldCount - tail; ++gone) {
        const qsizetype from = lineStart(m_bytes, old[size_t(gone)]->range.from);
        const qsizetype to = std::min(nextLine(m_bytes, old[size_t(gone)]->range.to), m_range.to);
        edits.push_back({from, m_bytes.sliced(from, to - from), {}});
    }
    QByteArray added;
    for (; index < entries.size() - tail; ++index)
        added += bullet + yamlScalar(entries[index], model.style, false, model.text) + newline;
    if (!added.isEmpty()) {
        const qsizetype anchor = oldCount - tail;
        qsizetype at = anchor < oldCount ? lineStart(m_bytes, old[size_t(anchor)]->range.from)
                                         : std::min(nextLine(m_bytes, old.back()->range.to), m_range.to);
        if (at > 0 && m_bytes[at - 1] != '\n' && m_bytes[at - 1] != '\r') {
            added = newline + added;
            added.chop(newline.size());
        }
        edits.push_back({at, {}, added});
    }
    return backToFront(std::move(edits));
}

Result<Edits> YamlDocument::removeWritten(const YamlValue& value) const
{
    // A key that stands twice goes twice: the first would count again.
    Edits edits;
    for (const YamlValue& found : m_values) {
        if (found.path != value.path || (found.keyRange.isEmpty() && &found != &value))
            continue;
        const qsizetype start = found.keyRange.isEmpty() ? found.range.from : found.keyRange.from;
        const qsizetype from = lineStart(m_bytes, start);
        // A first key behind "- " shares its line with the list's marker, which must stay.
        if (!m_bytes.sliced(from, start - from).trimmed().isEmpty() && !found.keyRange.isEmpty())
            return Error {ErrorCode::NotEditable, {}, value.path.join(u'.')};
        const qsizetype to = std::min(nextLine(m_bytes, std::max(found.range.to, found.keyRange.to)), m_range.to);
        edits.push_back({from, m_bytes.sliced(from, to - from), {}});
    }
    return backToFront(std::move(edits));
}

} // namespace lectern
