// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/check/finding.h"
#include "core/site/filesource.h"

#include <memory>

namespace lectern::check {

/// Looks at pages of one site with every rule. Keeps what it knows of the site between calls; one instance
/// belongs to one thread.
///
/// Codes, beside those of Liquid, Markdown and the site that rendering brings:
/// - text.mojibake (encoding, damaged example, what it was, number of places)
/// - text.stray-nul (number of places)
/// - html.markdown-forgotten (tag, the Markdown that shows as it is written)
/// - link.missing-file (address), image.missing-file (address), link.dead-anchor (anchor)
/// - navigation.dead-anchor (anchor), navigation.dead-link (address)
/// - image.placeholder-alt (text), text.placeholder (text), scholar.template-id (id)
/// - publication.duplicate (title), publication.owner-missing (title, owner), order.dates (heading)
/// - front.empty-excerpt, scholar.no-total, yaml.duplicate-key (key)
class Checker {
public:
    /// `time`: what `site.time` is, seconds since the epoch. `gems`: where a site's theme is looked for.
    explicit Checker(qint64 time = 0, const QStringList& gems = {});
    ~Checker();
    Checker(const Checker&) = delete;
    Checker& operator=(const Checker&) = delete;

    /// What is found on `page`, in the order of files and places, the page itself first. Errors: NotFound.
    [[nodiscard]] Result<Findings> check(const site::FileSource& files, const QString& page);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lectern::check
