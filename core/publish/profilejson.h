// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/pagetext.h"
#include "core/profile/profile.h"

#include <QJsonObject>

namespace lectern::publish {

/// What `lectern-cli sections --json` prints of one item: {"kind", "range", "hidden", "fields"}.
[[nodiscard]] QJsonObject itemJson(const profile::Section& section, const profile::Item& item);

/// {"page", "sections": [{"id", "kind", "heading", "file", "range": [from, to], "items": […]}]}; ranges are byte offsets
/// in the file, half-open. `page` is the page's path relative to the site. Of a page that stands in several files, `text`
/// tells which: an item that stands in another file than its section's heading says so.
[[nodiscard]] QJsonObject profileJson(
    const profile::Profile& profile, const QString& page, const profile::PageText& text = {});

} // namespace lectern::publish
