// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/linediff.h"

// dtl names the streams without including them.
#include <iostream>
#include <sstream>

#include <dtl/dtl.hpp>

#include <QByteArrayView>

#include <algorithm>

namespace lectern::publish {
namespace {

std::vector<TextRange> linesOf(QByteArrayView text)
{
    std::vector<TextRange> lines;
    qsizetype start = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool carriageReturn = text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n');
        if (text[at] == '\n' || carriageReturn) {
            lines.push_back({start, at + 1});
            start = at + 1;
        }
    }
    if (start < text.size())
        lines.push_back({start, text.size()});
    return lines;
}

std::vector<std::string_view> viewsOf(const QByteArray& text, const std::vector<TextRange>& lines, qsizetype from, qsizetype to)
{
    std::vector<std::string_view> views;
    views.reserve(size_t(to - from));
    for (qsizetype i = from; i < to; ++i)
        views.emplace_back(text.constData() + lines[size_t(i)].from, size_t(lines[size_t(i)].length()));
    return views;
}

/// A difference in line numbers (from 0, half-open).
struct LineHunk {
    qsizetype beforeFrom, beforeTo, afterFrom, afterTo;
};

std::vector<LineHunk> lineHunks(
    const QByteArray& before, const std::vector<TextRange>& old, const QByteArray& after, const std::vector<TextRange>& now)
{
    const auto same = [&](qsizetype a, qsizetype b) {
        return QByteArrayView(before).sliced(old[size_t(a)].from, old[size_t(a)].length())
            == QByteArrayView(after).sliced(now[size_t(b)].from, now[size_t(b)].length());
    };
    const qsizetype oldCount = qsizetype(old.size());
    const qsizetype newCount = qsizetype(now.size());
    qsizetype head = 0;
    while (head < std::min(oldCount, newCount) && same(head, head))
        ++head;
    qsizetype tail = 0;
    while (tail < std::min(oldCount, newCount) - head && same(oldCount - 1 - tail, newCount - 1 - tail))
        ++tail;
    dtl::Diff<std::string_view, std::vector<std::string_view>> diff(
        viewsOf(before, old, head, oldCount - tail), viewsOf(after, now, head, newCount - tail));
    diff.compose();

    std::vector<LineHunk> hunks;
    qsizetype a = head;
    qsizetype b = head;
    bool open = false;
    for (const auto& [line, info] : diff.getSes().getSequence()) {
        if (info.type == dtl::SES_COMMON) {
            ++a;
            ++b;
            open = false;
            continue;
        }
        if (!open)
            hunks.push_back({a, a, b, b});
        open = true;
        if (info.type == dtl::SES_DELETE)
            hunks.back().beforeTo = ++a;
        else
            hunks.back().afterTo = ++b;
    }
    return hunks;
}

TextRange rangeOf(const std::vector<TextRange>& lines, qsizetype from, qsizetype to)
{
    if (from < to)
        return {lines[size_t(from)].from, lines[size_t(to) - 1].to};
    const qsizetype at = from < qsizetype(lines.size()) ? lines[size_t(from)].from : (lines.empty() ? 0 : lines.back().to);
    return {at, at};
}

void appendLine(QByteArray& out, char sign, const QByteArray& text, TextRange line)
{
    const QByteArray bytes = text.sliced(line.from, line.length());
    out += sign + bytes;
    if (!bytes.endsWith('\n'))
        out += "\n\\ No newline at end of file\n";
}

QByteArray headRange(qsizetype from, qsizetype count)
{
    // An empty range is named by the line before it (POSIX diff, unified format).
    return QByteArray::number(count == 0 ? from : from + 1) + ',' + QByteArray::number(count);
}

} // namespace

std::vector<Hunk> lineDiff(const QByteArray& before, const QByteArray& after)
{
    const auto old = linesOf(before);
    const auto now = linesOf(after);
    std::vector<Hunk> hunks;
    for (const LineHunk& hunk : lineHunks(before, old, after, now))
        hunks.push_back({rangeOf(old, hunk.beforeFrom, hunk.beforeTo), rangeOf(now, hunk.afterFrom, hunk.afterTo),
            hunk.beforeFrom + 1, hunk.afterFrom + 1});
    return hunks;
}

QByteArray unifiedDiff(const QByteArray& before, const QByteArray& after, const QString& name, int context)
{
    const auto old = linesOf(before);
    const auto now = linesOf(after);
    const auto hunks = lineHunks(before, old, after, now);
    if (hunks.empty())
        return {};
    QByteArray out = "--- a/" + name.toUtf8() + "\n+++ b/" + name.toUtf8() + '\n';
    for (size_t first = 0; first < hunks.size();) {
        size_t last = first;
        while (last + 1 < hunks.size() && hunks[last + 1].beforeFrom - hunks[last].beforeTo <= 2 * context)
            ++last;
        const qsizetype lead = std::min<qsizetype>(context, hunks[first].beforeFrom);
        const qsizetype trail = std::min<qsizetype>(context, qsizetype(old.size()) - hunks[last].beforeTo);
        const qsizetype oldFrom = hunks[first].beforeFrom - lead;
        const qsizetype newFrom = hunks[first].afterFrom - lead;
        out += "@@ -" + headRange(oldFrom, hunks[last].beforeTo + trail - oldFrom) + " +"
            + headRange(newFrom, hunks[last].afterTo + trail - newFrom) + " @@\n";
        qsizetype at = oldFrom;
        for (size_t i = first; i <= last; ++i) {
            for (; at < hunks[i].beforeFrom; ++at)
                appendLine(out, ' ', before, old[size_t(at)]);
            for (; at < hunks[i].beforeTo; ++at)
                appendLine(out, '-', before, old[size_t(at)]);
            for (qsizetype line = hunks[i].afterFrom; line < hunks[i].afterTo; ++line)
                appendLine(out, '+', after, now[size_t(line)]);
        }
        for (; at < hunks[last].beforeTo + trail; ++at)
            appendLine(out, ' ', before, old[size_t(at)]);
        first = last + 1;
    }
    return out;
}

} // namespace lectern::publish
