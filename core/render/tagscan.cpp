// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/tagscan.h"

#include <algorithm>

namespace lectern::render::tagscan {

qsizetype tagEnd(QByteArrayView html, qsizetype at)
{
    char quote = 0;
    for (; at < html.size(); ++at) {
        const char c = html[at];
        if (quote)
            quote = c == quote ? char(0) : quote;
        else if ((c == '"' || c == '\'') && at > 0 && html[at - 1] == '=')
            quote = c;
        else if (c == '>')
            return at + 1;
    }
    return html.size();
}

qsizetype rawTextEnd(QByteArrayView html, const QByteArray& name, qsizetype at)
{
    const QByteArray closing = "</" + name;
    for (qsizetype found = html.indexOf("</", at); found >= 0; found = html.indexOf("</", found + 1)) {
        const qsizetype length = std::min(closing.size(), html.size() - found);
        if (html.sliced(found, length).toByteArray().toLower() == closing)
            return found;
    }
    return html.size();
}

} // namespace lectern::render::tagscan
