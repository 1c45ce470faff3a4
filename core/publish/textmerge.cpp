// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/textmerge.h"

#include "core/publish/linediff.h"

#include <algorithm>

namespace lectern::publish {
namespace {

/// One side's replacement of a range of the base.
struct Replacement {
    TextRange range;
    QByteArray bytes;
    TextRange unit; ///< what it counts as a change of
    bool isMine = false;
};

std::vector<TextRange> linesOf(const QByteArray& text, TextRange range)
{
    std::vector<TextRange> lines;
    for (qsizetype at = range.from; at < range.to;) {
        qsizetype end = at;
        while (end < range.to && text[end] != '\n' && text[end] != '\r')
            ++end;
        if (end < range.to)
            end += text[end] == '\r' && end + 1 < range.to && text[end + 1] == '\n' ? 2 : 1;
        lines.push_back({at, end});
        at = end;
    }
    return lines;
}

/// The lines that differ; where their number is the same, only the bytes that differ in each.
std::vector<Replacement> replacements(const QByteArray& base, const QByteArray& other)
{
    std::vector<Replacement> all;
    for (const Hunk& hunk : lineDiff(base, other)) {
        const auto old = linesOf(base, hunk.before);
        const auto now = linesOf(other, hunk.after);
        if (old.size() != now.size()) {
            all.push_back({hunk.before, other.sliced(hunk.after.from, hunk.after.length()), {}, false});
            continue;
        }
        for (size_t i = 0; i < old.size(); ++i) {
            const Edit edit = replacement(base, old[i], other.sliced(now[i].from, now[i].length()));
            if (!edit.isNoop())
                all.push_back({edit.rangeBefore(), edit.inserted, {}, false});
        }
    }
    return all;
}

bool isLineStart(const QByteArray& text, qsizetype at)
{
    return at == 0 || text[at - 1] == '\n' || (text[at - 1] == '\r' && (at == text.size() || text[at] != '\n'));
}

bool endsLine(const QByteArray& bytes) { return bytes.endsWith('\n') || bytes.endsWith('\r'); }

TextRange unitOf(const QByteArray& base, const Replacement& change, const std::vector<TextRange>& units)
{
    const TextRange range = change.range;
    if (isLineStart(base, range.from) && range.isEmpty() && (endsLine(change.bytes) || range.from == base.size()))
        return range;
    const TextRange* smallest = nullptr;
    for (const TextRange& unit : units) {
        const bool holds = unit.from <= range.from && range.to <= unit.to;
        if (holds && (!smallest || unit.length() < smallest->length()))
            smallest = &unit;
    }
    if (smallest)
        return *smallest;
    TextRange lines = range;
    while (!isLineStart(base, lines.from))
        --lines.from;
    while (lines.to < base.size() && (lines.to == lines.from || !isLineStart(base, lines.to)))
        ++lines.to;
    return lines;
}

/// True where two changes concern the same bytes; additions at the edge of something do not.
bool meet(TextRange a, TextRange b)
{
    if (a.isEmpty() && b.isEmpty())
        return a.from == b.from;
    return a.from < b.to && b.from < a.to;
}

QByteArray patched(const QByteArray& base, TextRange range, const std::vector<Replacement>& changes, bool mine)
{
    QByteArray text;
    qsizetype at = range.from;
    for (const Replacement& change : changes) {
        if (change.isMine != mine)
            continue;
        text += base.sliced(at, change.range.from - at) + change.bytes;
        at = change.range.to;
    }
    return text + base.sliced(at, range.to - at);
}

/// Changes that have to be decided together.
struct Cluster {
    TextRange range;
    std::vector<Replacement> changes;
    bool hasMine = false;
    bool hasTheirs = false;
};

std::vector<Cluster> clusters(std::vector<Replacement> changes)
{
    std::stable_sort(changes.begin(), changes.end(), [](const Replacement& a, const Replacement& b) {
        return std::tuple(a.unit.from, a.unit.to, a.range.from) < std::tuple(b.unit.from, b.unit.to, b.range.from);
    });
    std::vector<Cluster> all;
    for (Replacement& change : changes) {
        if (all.empty() || !meet(all.back().range, change.unit))
            all.push_back({change.unit, {}, false, false});
        Cluster& cluster = all.back();
        cluster.range = {std::min(cluster.range.from, change.unit.from), std::max(cluster.range.to, change.unit.to)};
        (change.isMine ? cluster.hasMine : cluster.hasTheirs) = true;
        cluster.changes.push_back(std::move(change));
    }
    for (Cluster& cluster : all) {
        std::stable_sort(cluster.changes.begin(), cluster.changes.end(),
            [](const Replacement& a, const Replacement& b) { return a.range.from < b.range.from; });
    }
    return all;
}

} // namespace

Merge mergeTexts(const QByteArray& base, const QByteArray& mine, const QByteArray& theirs, const std::vector<TextRange>& units)
{
    if (mine == theirs || theirs == base)
        return {mine, {}};
    if (mine == base)
        return {theirs, {}};
    std::vector<Replacement> changes;
    for (const bool isMine : {false, true}) {
        for (Replacement& change : replacements(base, isMine ? mine : theirs)) {
            change.isMine = isMine;
            change.unit = unitOf(base, change, units);
            changes.push_back(std::move(change));
        }
    }
    Merge merge;
    qsizetype at = 0;
    for (const Cluster& cluster : clusters(std::move(changes))) {
        merge.text += base.sliced(at, cluster.range.from - at);
        at = cluster.range.to;
        const QByteArray ours = patched(base, cluster.range, cluster.changes, true);
        const QByteArray others = patched(base, cluster.range, cluster.changes, false);
        if (!cluster.hasMine || ours == others) {
            merge.text += others;
        } else if (!cluster.hasTheirs) {
            merge.text += ours;
        } else if (cluster.range.isEmpty()) {
            // Added by both: nothing was there to disagree about.
            merge.text += others + (endsLine(others) || others.isEmpty() ? "" : "\n") + ours;
        } else {
            const qsizetype from = merge.text.size();
            merge.text += ours;
            const QByteArray old = base.sliced(cluster.range.from, cluster.range.length());
            merge.conflicts.push_back({{from, merge.text.size()}, old, ours, others});
        }
    }
    merge.text += base.sliced(at);
    return merge;
}

std::vector<TextRange> mergeUnits(const profile::Profile& base)
{
    std::vector<TextRange> units;
    for (const profile::Section& section : base.sections) {
        for (const profile::Item& item : section.items) {
            for (const profile::Field& field : item.fields) {
                const QByteArrayView bytes = base.file.view(field.range);
                if (field.present && !field.range.isEmpty() && !bytes.contains('\n') && !bytes.contains('\r'))
                    units.push_back(field.range);
            }
        }
    }
    return units;
}

Edits lineEdits(const QByteArray& before, const QByteArray& after)
{
    Edits edits;
    auto changes = replacements(before, after);
    // From the end, so that the offsets of those before stay true.
    for (auto change = changes.rbegin(); change != changes.rend(); ++change)
        edits.push_back({change->range.from, before.sliced(change->range.from, change->range.length()), change->bytes});
    return edits;
}

} // namespace lectern::publish
