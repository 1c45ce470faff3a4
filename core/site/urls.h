// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/liquid/value.h"

#include <QHash>
#include <QString>

#include <optional>

namespace lectern::site {

enum class SlugMode { Default, Pretty, Ascii, Raw };

/// Jekyll's Utils.slugify. `cased` keeps capital letters.
[[nodiscard]] QString slugified(const QString& text, SlugMode mode = SlugMode::Default, bool cased = false);

/// Jekyll's Utils.titleize_slug: "my-first-post" is "My First Post".
[[nodiscard]] QString titleOfSlug(const QString& slug);

/// A path as it stands in a URL: what RFC 3986 does not allow in a path is percent-encoded ('?' is left).
[[nodiscard]] QString escapedPath(const QString& path);
/// The path that a URL names, percent-decoded.
[[nodiscard]] QString unescapedPath(const QString& url);

/// Jekyll's URL#sanitize_url: one leading slash, no "..", no "./", no double slashes.
[[nodiscard]] QString sanitizedUrl(const QString& url);

/// Fills ":name" placeholders of a page's permalink in the given order ("path", "basename", "output_ext").
[[nodiscard]] QString pageUrl(const QString& pattern, const QString& folder, const QString& basename, const QString& outputExtension);

/// Values for the placeholders of a document's permalink, without the colon. What is not in the map stays as written.
using Placeholders = QHash<QString, QString>;
[[nodiscard]] QString documentUrl(const QString& pattern, const Placeholders& values);

/// The pattern with the ending that the site's `permalink` style asks for ("/", ":output_ext" or nothing).
[[nodiscard]] QString withPermalinkSuffix(const QString& pattern, const QString& style);

/// The pattern behind the names "date", "pretty", "ordinal", "weekdate" and "none"; any other text is a pattern itself.
[[nodiscard]] QString permalinkPattern(const QString& style);

/// Jekyll's filters of the same names, for a site's `url` and `baseurl`.
[[nodiscard]] QString relativeUrl(const QString& path, const QString& baseUrl);
[[nodiscard]] QString absoluteUrl(const QString& path, const QString& siteUrl, const QString& baseUrl);

} // namespace lectern::site
