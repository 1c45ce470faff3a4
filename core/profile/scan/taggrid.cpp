// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/scan/taggrid.h"

#include "core/profile/scan/bytes.h"

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
    bool atLineStart = true;
    for (qsizetype at = range.from; at < range.to; ++at) {
        const char c = bytes[at];
        if (atLineStart && c == '#' && isHeading(bytes, at, range.to))
            m_stops.push_back(at);
        atLineStart = isEndOfLine(c);
        if (c != '<')
            continue;
        if (comments && bytes.sliced(at).startsWith("<!--")) {
            const qsizetype close = bytes.first(range.to).indexOf("-->", at + 4);
            comments = close >= 0;
            if (comments) {
                at = close + 2;
                atLineStart = false;
                continue;
            }
        }
        const auto tag = tagAt(bytes, at, range.to);
        if (!tag || tag->selfClosing || !isBlockElement(tag->name))
            continue;
        auto& stack = open[tag->name];
        if (!tag->closing) {
            stack.push_back(at);
            noteStop(bytes, *tag);
        } else if (!stack.empty()) {
            m_ends.insert(stack.back(), tag->range.to);
            m_innerEnds.insert(stack.back(), at);
            stack.pop_back();
        }
        at = tag->range.to - 1;
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
