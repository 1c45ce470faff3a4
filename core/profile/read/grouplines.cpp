// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/grouplines.h"

#include "core/profile/profile.h"
#include "core/profile/scan/bytes.h"

namespace lectern::profile {

bool isYearAlone(const QString& text)
{
    return text.size() == 4 && (text.startsWith(u"19") || text.startsWith(u"20"))
        && readDate(text).start.has_value();
}

bool isGroupLine(QByteArrayView bytes, TextRange block)
{
    const TextRange line = trimmed(bytes, block);
    const QByteArrayView text = slice(bytes, line);
    if (text.contains('\n') || text.size() > 80)
        return false;
    const QString visible = plainText(decoded(bytes, line));
    return visible.endsWith(u':') || visible.endsWith(u'：') || isYearAlone(visible);
}

} // namespace lectern::profile
