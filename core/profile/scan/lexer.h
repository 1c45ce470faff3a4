// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/scan/inline.h"

namespace lectern::profile {

/// A token of inline text before openers and closers are paired.
struct Lexeme {
    enum class Kind { Span, Run, Open, OpenImage, Close, TagOpen, TagClose };
    Kind kind = Kind::Span;
    SpanKind span = SpanKind::Text; ///< of a Span
    TextRange range;
    TextRange target; ///< of a Close with an address; its range reaches behind the `)`
    bool hasTarget = false;
    char mark = 0; ///< of a Run: `*` or `_`
    bool canOpen = false;
    bool canClose = false;
    QByteArray name; ///< of a tag
};

[[nodiscard]] std::vector<Lexeme> lexInline(QByteArrayView bytes, TextRange range);

} // namespace lectern::profile
