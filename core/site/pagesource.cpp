// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/pagesource.h"

namespace lectern::site {

namespace {

bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool isBlank(QByteArrayView line)
{
    for (const char c : line) {
        if (!isSpace(c))
            return false;
    }
    return true;
}

} // namespace

PageSource splitPage(const QByteArray& bytes)
{
    PageSource page;
    const qsizetype start = bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    page.content = start ? bytes.mid(start) : bytes;
    page.contentOffset = start;
    const qsizetype firstEnd = bytes.indexOf('\n', start);
    if (firstEnd < 0 || !QByteArrayView(bytes).sliced(start).startsWith("---")
        || !isBlank(QByteArrayView(bytes).sliced(start + 3, firstEnd - start - 3)))
        return page;
    for (qsizetype line = firstEnd + 1; line < bytes.size();) {
        qsizetype end = bytes.indexOf('\n', line);
        if (end < 0)
            end = bytes.size();
        const QByteArrayView text = QByteArrayView(bytes).sliced(line, end - line);
        if ((text.startsWith("---") || text.startsWith("...")) && isBlank(text.sliced(3))) {
            qsizetype from = end;
            qsizetype at = end;
            for (; at < bytes.size() && isSpace(bytes[at]); ++at) {
                if (bytes[at] == '\n')
                    from = at + 1;
            }
            if (at == bytes.size())
                from = at;
            page.hasFrontMatter = true;
            page.yaml = bytes.mid(start, line - start);
            page.content = bytes.mid(from);
            page.contentOffset = from;
            return page;
        }
        line = end + 1;
    }
    return page;
}

bool hasYamlHeader(QByteArrayView bytes)
{
    if (!bytes.startsWith("---"))
        return false;
    const qsizetype end = bytes.indexOf('\n');
    return end >= 0 && isBlank(bytes.sliced(3, end - 3));
}

} // namespace lectern::site
