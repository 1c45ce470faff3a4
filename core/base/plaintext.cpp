// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/plaintext.h"

namespace lectern {
namespace {

/// Control characters that no text needs. Escape is one that people do paste from terminals.
bool isStray(char c)
{
    const auto code = uchar(c);
    return code < 0x09 || (code > 0x0D && code < 0x20 && code != 0x1B) || code == 0x7F;
}

} // namespace

bool looksLikeText(QByteArrayView bytes)
{
    if (!bytes.contains('\0'))
        return true;
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff"))
        return false;
    qsizetype text = 0;
    qsizetype strays = 0;
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        if (!isStray(bytes[at]))
            ++text;
        else if (bytes[at] != '\0' || at == 0 || bytes[at - 1] != '\0')
            ++strays;
    }
    // Two for a file of a few words; a compressed stream has one in ten, UTF-16 of any language about one in
    // fifteen.
    return text > 0 && strays <= 2 + text / 30;
}

} // namespace lectern
