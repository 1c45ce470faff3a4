// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/textrange.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace lectern::liquid {

/// A piece of template text.
struct Token {
    enum class Kind : char {
        Text, ///< copied to the output; `range` is what white space control left of it
        Blank, ///< such text of nothing but white space; blocks that hold nothing else drop it
        Raw, ///< the body of a raw block, whatever it holds
        Unclosed, ///< a tag or output without its end, shown as it stands; Ruby's Liquid refuses the whole template
        Tag, ///< `{% … %}`
        Output, ///< `{{ … }}`
    };
    Kind kind = Kind::Text;
    TextRange range; ///< bytes in the template text
    bool operator==(const Token&) const = default;
};

/// Splits a template as Ruby's Liquid does (TemplateParser in liquid.rb, white space control in block_body.rb, raw in
/// tags/raw.rb). Linear in the text's size.
[[nodiscard]] std::vector<Token> split(QByteArrayView text);

/// The name of a tag token ("if", "#"); empty where there is none.
[[nodiscard]] QByteArrayView tagName(QByteArrayView tag);

/// Everything but the literal text: equal for two texts that differ in literals only.
[[nodiscard]] QByteArray skeletonOf(QByteArrayView text, const std::vector<Token>& tokens);

/// The tokens for the script runtime: a JSON list of tags' texts, and 0 for text, 1 for blank text, 2 and 3 for an empty and
/// another raw body.
[[nodiscard]] QByteArray skeletonJson(QByteArrayView text, const std::vector<Token>& tokens);

} // namespace lectern::liquid
