// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/textrange.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace lectern::profile {

/// One HTML tag as written. Attributes are found on demand: most tags are never asked for theirs.
struct HtmlTag {
    TextRange range; ///< from `<` to behind `>`
    QByteArray name; ///< lower case
    bool closing = false;
    bool selfClosing = false; ///< `/>` or an element that never has content

    bool operator==(const HtmlTag&) const = default;
};

/// The tag that begins at `at`; nullopt where there is none. A tag ends at the first `>` outside quotes; one that is not
/// closed before `limit`, or that runs over a blank line, is none: half-typed tags must not swallow the page.
[[nodiscard]] std::optional<HtmlTag> tagAt(QByteArrayView bytes, qsizetype at, qsizetype limit);

/// Value of an attribute, as written without its quotes. Empty range behind the name where it has no value.
[[nodiscard]] std::optional<TextRange> attributeValue(QByteArrayView bytes, const HtmlTag& tag, QByteArrayView name);
/// True when the class attribute has this word.
[[nodiscard]] bool hasClass(QByteArrayView bytes, const HtmlTag& tag, QByteArrayView word);

/// Elements that make a block of their own (kramdown's block content model and its neighbours).
[[nodiscard]] bool isBlockElement(QByteArrayView lowerName);

} // namespace lectern::profile
