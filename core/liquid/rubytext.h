// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <utility>

namespace lectern::liquid {

/// The bytes that "%41" and the like stand for; a "%" without two hexadecimal digits stays.
[[nodiscard]] QByteArray percentDecoded(const QByteArray& text);

/// Addressable::URI.parse(url).normalize of Ruby: percent-encoding as needed, dot segments removed, host in lower case.
[[nodiscard]] QString normalizedUrl(const QString& url);

/// Addressable::URI.normalize_component(text): what is neither reserved nor unreserved is percent-encoded.
[[nodiscard]] QString escapedComponent(const QString& text);

/// Jekyll::Utils.slugify in the modes raw, default, pretty, ascii and latin.
[[nodiscard]] QString slugified(const QString& text, const QString& mode);

/// Chinese, Japanese and Korean characters, and words made of others.
[[nodiscard]] std::pair<int, int> countedWords(const QString& text);

} // namespace lectern::liquid
