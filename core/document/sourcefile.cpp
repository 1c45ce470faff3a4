// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/sourcefile.h"

namespace lectern {
int utf8Length(QByteArrayView bytes, qsizetype at)
{
    const auto byte = [&](qsizetype i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0u; };
    const auto tail = [&](qsizetype i) { return (byte(i) & 0xC0u) == 0x80u; };
    const unsigned lead = byte(at);
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return tail(at + 1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const unsigned second = byte(at + 1);
        const bool allowed = (lead != 0xE0 || second >= 0xA0) && (lead != 0xED || second <= 0x9F);
        return tail(at + 1) && tail(at + 2) && allowed ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const unsigned second = byte(at + 1);
        const bool allowed = (lead != 0xF0 || second >= 0x90) && (lead != 0xF4 || second <= 0x8F);
        return tail(at + 1) && tail(at + 2) && tail(at + 3) && allowed ? 4 : 0;
    }
    return 0;
}

TextFacts textFacts(QByteArrayView bytes)
{
    TextFacts facts;
    facts.hasBom = bytes.startsWith("\xEF\xBB\xBF");
    qsizetype counts[3] = {0, 0, 0};
    for (qsizetype at = 0; at < bytes.size();) {
        const char c = bytes[at];
        if (c == '\n') {
            ++counts[int(LineEnding::Lf)];
        } else if (c == '\r') {
            if (at + 1 < bytes.size() && bytes[at + 1] == '\n') {
                ++counts[int(LineEnding::CrLf)];
                ++at;
            } else {
                ++counts[int(LineEnding::Cr)];
            }
        }
        const int length = utf8Length(bytes, at);
        if (length == 0 && facts.invalidAt < 0) {
            facts.invalidAt = at;
            facts.isUtf8 = false;
        }
        at += length == 0 ? 1 : length;
    }
    for (const LineEnding ending : {LineEnding::CrLf, LineEnding::Cr}) {
        if (counts[int(ending)] > counts[int(facts.lineEnding)])
            facts.lineEnding = ending;
    }
    facts.mixedLineEndings = (counts[0] > 0) + (counts[1] > 0) + (counts[2] > 0) > 1;
    facts.endsWithNewline = bytes.endsWith('\n') || bytes.endsWith('\r');
    return facts;
}

QByteArray lineEndingBytes(LineEnding ending)
{
    switch (ending) {
    case LineEnding::CrLf:
        return QByteArrayLiteral("\r\n");
    case LineEnding::Cr:
        return QByteArrayLiteral("\r");
    case LineEnding::Lf:
        break;
    }
    return QByteArrayLiteral("\n");
}

LineColumn lineColumn(QByteArrayView bytes, qsizetype at)
{
    LineColumn place;
    const qsizetype end = std::min(at, bytes.size());
    qsizetype lineStart = 0;
    for (qsizetype i = 0; i < end; ++i) {
        const bool newline = bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 >= bytes.size() || bytes[i + 1] != '\n'));
        if (newline) {
            ++place.line;
            lineStart = i + 1;
        }
    }
    place.column = end - lineStart + 1;
    return place;
}

} // namespace lectern
