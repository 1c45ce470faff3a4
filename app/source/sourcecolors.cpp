// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/source/sourcecolors.h"

#include "app/shell/look.h"

namespace lectern::app {

TokenLook tokenLook(Token token, const QPalette& palette)
{
    const bool dark = look::isDark(palette);
    const QColor text = palette.color(QPalette::Text);
    const QColor quiet = look::secondaryText(palette);
    const QColor violet = dark ? QColor(0xC4, 0xA7, 0xF5) : QColor(0x6F, 0x42, 0xC1);
    const QColor green = dark ? QColor(0x8F, 0xCE, 0x9B) : QColor(0x1E, 0x70, 0x3A);
    const QColor brown = dark ? QColor(0xE0, 0xB5, 0x80) : QColor(0x8A, 0x51, 0x0B);
    switch (token) {
    case Token::Heading:
        return {look::accent(palette), true, false};
    case Token::Strong:
        return {text, true, false};
    case Token::Emphasis:
        return {text, false, true};
    case Token::Code:
    case Token::Attribute:
    case Token::Value:
        return {green};
    case Token::Link:
    case Token::Key:
        return {look::accent(palette)};
    case Token::Tag:
    case Token::Entity:
        return {brown};
    case Token::Liquid:
        return {violet};
    case Token::Comment:
        return {quiet, false, true};
    case Token::Mark:
    case Token::Address:
    case Token::Header:
        return {quiet};
    case Token::Text:
        break;
    }
    return {text};
}

} // namespace lectern::app
