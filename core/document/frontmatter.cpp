// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/frontmatter.h"

namespace lectern {
namespace {

/// End of the line that starts at `from`, before its line ending.
qsizetype lineEnd(QByteArrayView bytes, qsizetype from)
{
    while (from < bytes.size() && bytes[from] != '\n' && bytes[from] != '\r')
        ++from;
    return from;
}

qsizetype afterLineEnding(QByteArrayView bytes, qsizetype at)
{
    if (at < bytes.size() && bytes[at] == '\r')
        ++at;
    if (at < bytes.size() && bytes[at] == '\n')
        ++at;
    return at;
}

bool isFence(QByteArrayView line, bool mayBeDots)
{
    if (!line.startsWith("---") && !(mayBeDots && line.startsWith("...")))
        return false;
    for (const char c : line.sliced(3)) {
        if (c != ' ' && c != '\t')
            return false;
    }
    return true;
}

} // namespace

std::optional<FrontMatter> findFrontMatter(QByteArrayView bytes)
{
    const qsizetype start = bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    qsizetype end = lineEnd(bytes, start);
    if (end == bytes.size() || !isFence(bytes.sliced(start, end - start), false))
        return std::nullopt;
    FrontMatter found;
    found.whole.from = start;
    found.yaml.from = afterLineEnding(bytes, end);
    for (qsizetype line = found.yaml.from; line < bytes.size();) {
        end = lineEnd(bytes, line);
        if (isFence(bytes.sliced(line, end - line), true)) {
            found.yaml.to = line;
            found.whole.to = afterLineEnding(bytes, end);
            return found;
        }
        line = afterLineEnding(bytes, end);
    }
    return std::nullopt;
}

qsizetype contentStart(QByteArrayView bytes)
{
    if (const auto found = findFrontMatter(bytes))
        return found->whole.to;
    return bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0;
}

} // namespace lectern
