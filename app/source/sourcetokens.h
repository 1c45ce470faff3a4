// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

/// What the bytes of a site's file are, for colouring them. Colours are a reader's help and no judgement: what is half typed
/// is coloured as far as it can be told, and a line never depends on what comes behind its paragraph.
namespace lectern::app {

enum class Token : char {
    Text,
    Heading,
    Strong,
    Emphasis,
    Code, ///< code spans, fenced and math
    Mark, ///< list markers, quote signs, rules, table bars
    Link, ///< the text of a link or image
    Address,
    Tag, ///< an HTML tag with its brackets
    Attribute, ///< a quoted value in a tag
    Entity, ///< entities and escapes
    Comment,
    Liquid, ///< {{ output }} and {% tags %}
    Key, ///< of a YAML mapping, a style's property
    Value, ///< a quoted value, a number, true or false in YAML and styles
    Header, ///< the lines that fence front matter
};
inline constexpr int tokenCount = int(Token::Header) + 1;

enum class SourceLanguage {
    Page, ///< Markdown with front matter, HTML and Liquid
    Template, ///< HTML and Liquid, with or without front matter
    Yaml,
    Style, ///< CSS and SCSS, with or without front matter
    Plain,
};

/// The language of a file by its name.
[[nodiscard]] SourceLanguage sourceLanguage(const QString& path);

/// One Token for each byte of `bytes`. Linear in their number.
[[nodiscard]] QByteArray tokens(QByteArrayView bytes, SourceLanguage language);

} // namespace lectern::app
