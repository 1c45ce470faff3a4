// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <array>

namespace lectern::markdown {

/// Which rules a page is read by: kramdown's (Jekyll's default) or cmark-gfm's (`markdown: CommonMark` and relatives,
/// and Markdown files outside a site).
enum class Engine { Kramdown, Gfm };

/// kramdown's `entity_output`: how a character reference of the source is written.
enum class EntityOutput { AsChar, AsInput, Numeric, Symbolic };

/// The `kramdown:` section of a site's configuration. The defaults are those that Jekyll 4 passes when a site says
/// nothing. The gfm engine heeds only hardWrap.
struct Options {
    bool gfmInput = true; ///< `input: GFM`; false is `input: kramdown`
    bool paragraphEnd = true; ///< `gfm_quirks: paragraph_end`: lists, headings and quotes end a paragraph
    bool autoTypography = true; ///< false with `gfm_quirks: no_auto_typographic`
    bool hardWrap = false;
    bool autoIds = true;
    QByteArray autoIdPrefix;
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
    bool rouge = true; ///< `syntax_highlighter: rouge`, with Jekyll's wrappers and `default_lang: plaintext`
    QByteArray defaultLanguage = QByteArrayLiteral("plaintext");
    bool mathJax = true; ///< `math_engine: mathjax`; false: formulas are written as code
    bool operator==(const Options&) const = default;
};

} // namespace lectern::markdown
