// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/editedtext.h"
#include "core/site/site.h"

#include <QHash>

#include <memory>

namespace lectern::render {

/// What jekyll-relative-links does where a site turns it on: links of Markdown text to files of the site
/// ("../cv.md", "files/paper.pdf") lead to where these are published.
class RelativeLinks {
public:
    /// The text of an entry with its links replaced; `site` is the one that the entry belongs to.
    [[nodiscard]] EditedText resolved(
        const std::shared_ptr<const site::Site>& site, const site::Entry& entry, const QByteArray& text);

private:
    void readTargets(const std::shared_ptr<const site::Site>& site);
    [[nodiscard]] bool applies(const site::Site& site, const site::Entry& entry) const;
    [[nodiscard]] QByteArray target(const QString& path, const QString& folder) const;

    std::weak_ptr<const site::Site> m_site;
    QHash<QString, QByteArray> m_targets; ///< path from the site's root to address
};

} // namespace lectern::render
