// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/chars.h"

#include <QChar>
#include <QString>

namespace lectern::markdown::chars {

CodePoint decode(std::string_view text, std::size_t at)
{
    if (at >= text.size())
        return {};
    const auto byte = [&](std::size_t i) { return i < text.size() ? std::uint8_t(text[i]) : std::uint8_t(0); };
    const std::uint8_t lead = byte(at);
    if (lead < 0x80)
        return {lead, 1};
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
    if (lead >= 0xC2 && lead < 0xE0 && continues(at + 1))
        return {char32_t(lead & 0x1F) << 6 | (byte(at + 1) & 0x3F), 2};
    if (lead >= 0xE0 && lead < 0xF0 && continues(at + 1) && continues(at + 2)) {
        return {char32_t(lead & 0x0F) << 12 | char32_t(byte(at + 1) & 0x3F) << 6 | (byte(at + 2) & 0x3F), 3};
    }
    if (lead >= 0xF0 && lead < 0xF5 && continues(at + 1) && continues(at + 2) && continues(at + 3)) {
        return {char32_t(lead & 0x07) << 18 | char32_t(byte(at + 1) & 0x3F) << 12 | char32_t(byte(at + 2) & 0x3F) << 6
                | (byte(at + 3) & 0x3F),
            4};
    }
    return {0xFFFD, 1};
}

CodePoint decodeBefore(std::string_view text, std::size_t at)
{
    if (at == 0)
        return {};
    std::size_t start = at - 1;
    while (start > 0 && at - start < 4 && (std::uint8_t(text[start]) & 0xC0) == 0x80)
        --start;
    const CodePoint found = decode(text, start);
    return start + found.length == at ? found : CodePoint {0xFFFD, 1};
}

std::size_t lengthAt(std::string_view text, std::size_t at)
{
    return std::uint8_t(text[at]) < 0x80 ? 1 : decode(text, at).length;
}

void append(std::string& to, char32_t c)
{
    if (c < 0x80) {
        to += char(c);
    } else if (c < 0x800) {
        to += char(0xC0 | c >> 6);
        to += char(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        to += char(0xE0 | c >> 12);
        to += char(0x80 | (c >> 6 & 0x3F));
        to += char(0x80 | (c & 0x3F));
    } else {
        to += char(0xF0 | c >> 18);
        to += char(0x80 | (c >> 12 & 0x3F));
        to += char(0x80 | (c >> 6 & 0x3F));
        to += char(0x80 | (c & 0x3F));
    }
}

bool isAlpha(char32_t c)
{
    if (c < 0x80)
        return isAsciiAlpha(char(c));
    switch (QChar::category(c)) {
    case QChar::Letter_Uppercase:
    case QChar::Letter_Lowercase:
    case QChar::Letter_Titlecase:
    case QChar::Letter_Modifier:
    case QChar::Letter_Other:
    case QChar::Number_Letter:
    case QChar::Mark_SpacingCombining:
        return true;
    default:
        return c >= 0x24B6 && c <= 0x24E9; // circled letters are alphabetic, too
    }
}

bool isAlnum(char32_t c) { return isAlpha(c) || QChar::category(c) == QChar::Number_DecimalDigit; }

bool isWordUnicode(char32_t c)
{
    if (c < 0x80)
        return isWord(char(c));
    if (isAlpha(c))
        return true;
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Number_DecimalDigit:
    case QChar::Punctuation_Connector:
        return true;
    default:
        return false;
    }
}

std::string toLowerAscii(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower)
        c = toLower(c);
    return lower;
}

std::string toLowerUnicode(std::string_view text)
{
    for (char c : text) {
        if (std::uint8_t(c) >= 0x80)
            return QString::fromUtf8(text.data(), qsizetype(text.size())).toLower().toStdString();
    }
    return toLowerAscii(text);
}

std::string_view stripRight(std::string_view text)
{
    // Ruby's strip takes NUL for white space at the end.
    while (!text.empty() && (isSpace(text.back()) || text.back() == '\0'))
        text.remove_suffix(1);
    return text;
}

std::string_view stripLeft(std::string_view text)
{
    while (!text.empty() && (isSpace(text.front()) || text.front() == '\0'))
        text.remove_prefix(1);
    return text;
}

} // namespace lectern::markdown::chars
