// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/scan/taggrid.h"

#include "core/profile/scan/lines.h"

#include <algorithm>

namespace lectern::profile {
namespace {

bool isHeading(QByteArrayView bytes, qsizetype at, qsizetype limit)
{
    const qsizetype from = at;
    while (at < limit && bytes[at] == '#')
        ++at;
    return at - from <= 6 && at < limit && isBlank(bytes[at]);
}

} // namespace

TagGrid::TagGrid(QByteArrayView bytes, TextRange range)
    : m_limit(range.to)
{
    QHash<QByteArray, std::vector<qsizetype>> open;
    bool comments = true;
    const auto behindMarkup = [&](qsizetype at) {
        if (comments && bytes.sliced(at).startsWith("<!--")) {
            const qsizetype close = bytes.first(range.to).indexOf("-->", at + 4);
            comments = close >= 0;
            if (comments)
                return close + 3;
        }
        const auto tag = tagAt(bytes, at, range.to);
        if (!tag || tag->selfClosing || !isBlockElement(tag->name))
            return at + 1;
        auto& stack = open[tag->name];
        if (!tag->closing) {
            stack.push_back(at);
            noteStop(bytes, *tag);
        } else if (!stack.empty()) {
            m_ends.insert(stack.back(), tag->range.to);
            m_innerEnds.insert(stack.back(), at);
            stack.pop_back();
        }
        return tag->range.to;
    };
    for (qsizetype line = range.from; line < range.to;) {
        if (bytes[line] == '#' && isHeading(bytes, line, range.to))
            m_stops.push_back(line);
        qsizetype end = nextLine(bytes, line, range.to);
        for (qsizetype at = line; (at = bytes.first(end).indexOf('<', at)) >= 0;) {
            at = behindMarkup(at);
            if (at > end)
                end = nextLine(bytes, at, range.to);
        }
        line = end;
    }
}

void TagGrid::noteStop(QByteArrayView bytes, const HtmlTag& tag)
{
    const bool lineBegins = tag.range.from == 0 || isEndOfLine(bytes[tag.range.from - 1]);
    if (lineBegins && isPaperBox(bytes, tag))
        m_stops.push_back(tag.range.from);
}

qsizetype TagGrid::nextStop(qsizetype at) const
{
    const auto stop = std::upper_bound(m_stops.begin(), m_stops.end(), at);
    return stop == m_stops.end() ? m_limit : *stop;
}

bool isPaperBox(QByteArrayView bytes, const HtmlTag& tag)
{
    if (tag.closing || tag.name != "div")
        return false;
    for (const char* word : { "paper-box", "paper-box1", "paper-box2", "paper-box-2", "paper", "publication",
             "pub-item", "publication-item" }) {
        if (hasClass(bytes, tag, word))
            return true;
    }
    return false;
}

} // namespace lectern::profile
