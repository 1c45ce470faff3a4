// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QMap>

#include <array>

namespace lectern::markdown {

/// Which rules a page is read by: kramdown's (Jekyll's default) or cmark-gfm's (`markdown: CommonMark` and relatives,
/// and Markdown files outside a site).
enum class Engine { Kramdown, Gfm };

/// kramdown's `entity_output`: how a character reference of the source is written.
enum class EntityOutput { AsChar, AsInput, Numeric, Symbolic };

/// How code of one kind (blocks or spans) is highlighted: `syntax_highlighter_opts`.
struct CodeOptions {
    bool isHighlighted = true; ///< false with `disable: true`
    QByteArray defaultLanguage = QByteArrayLiteral("plaintext");
    QByteArray cssClass = QByteArrayLiteral("highlight");
    bool hasLineNumbers = false;
    int firstLine = 1; ///< `start_line`
    bool operator==(const CodeOptions&) const = default;
};

/// A link that the configuration defines for all pages.
struct PredefinedLink {
    QByteArray url;
    QByteArray title; ///< null where there is none
    bool operator==(const PredefinedLink&) const = default;
};

/// The `kramdown:` section of a site's configuration. The defaults are those that Jekyll 4 passes when a site says
/// nothing. The gfm engine heeds only hardWrap.
struct Options {
    /// Jekyll's `smartify`: quotes, symbols, character references and HTML are read, and nothing else.
    bool smartOnly = false;
    bool gfmInput = true; ///< `input: GFM`; false is `input: kramdown`
    bool paragraphEnd = true; ///< `gfm_quirks: paragraph_end`: lists, headings and quotes end a paragraph
    bool autoTypography = true; ///< false with `gfm_quirks: no_auto_typographic`
    bool hardWrap = false;
    bool autoIds = true;
    QByteArray autoIdPrefix;
    bool autoIdStripping = false; ///< kramdown's own input names headings by their text, not by their source
    /// Entity names: left single, right single, left double, right double.
    std::array<QByteArray, 4> smartQuotes {
        QByteArrayLiteral("lsquo"), QByteArrayLiteral("rsquo"), QByteArrayLiteral("ldquo"), QByteArrayLiteral("rdquo")};
    EntityOutput entityOutput = EntityOutput::AsChar;
    std::array<bool, 7> tocLevels {false, true, true, true, true, true, true}; ///< index 1..6
    int headerOffset = 0;
    int footnoteNumber = 1; ///< `footnote_nr`: number of the first footnote
    QByteArray footnotePrefix;
    QByteArray footnoteBacklink = QByteArrayLiteral("&#8617;");
    bool footnoteBacklinkInline = false;
    bool parseBlockHtml = false;
    bool parseSpanHtml = true;
    bool htmlToNative
        = false; ///< `html_to_native`: HTML that Markdown could have made is written as Markdown writes it
    bool rouge = true; ///< `syntax_highlighter: rouge`, with Jekyll's wrappers and `default_lang: plaintext`
    bool guessLanguage = true; ///< false with `guess_lang: false`: plain text gets no wrappers
    CodeOptions codeBlocks;
    CodeOptions codeSpans;
    /// `typographic_symbols`: what is written for a symbol, by kramdown's name for it.
    QMap<QByteArray, QByteArray> typographicSymbols;
    QMap<QByteArray, PredefinedLink> links; ///< `link_defs`, by label
    QByteArrayList forbiddenInlineOptions {QByteArrayLiteral("template")}; ///< not to be set by `{::options}`
    bool joinCjkLines = false; ///< `remove_line_breaks_for_cjk`
    bool mathJax = true; ///< `math_engine: mathjax`; false: formulas are written as code
    bool operator==(const Options&) const = default;
};

} // namespace lectern::markdown
