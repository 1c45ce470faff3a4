// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/liquid/value.h"
#include "core/site/site.h"

#include <QHash>

#include <optional>

namespace lectern::site {

/// Makes the values that templates see of a site: Jekyll's drops. The values hold the site weakly; once it is gone what
/// they compute late is nil.
class SiteValues {
public:
    explicit SiteValues(const Site& site) : m_site(site) {}

    /// The variable `site`.
    [[nodiscard]] liquid::Value site();
    /// An entry as a variable. See Site::valueOf.
    [[nodiscard]] liquid::Hash entry(const EntryPointer& entry, const std::optional<QByteArray>& content) const;

private:
    [[nodiscard]] liquid::Value shared(const EntryPointer& entry);
    [[nodiscard]] liquid::List list(const Entries& entries);
    [[nodiscard]] liquid::Hash page(const EntryPointer& entry, const liquid::Value& content) const;
    [[nodiscard]] liquid::Hash document(const EntryPointer& entry, const liquid::Value& content) const;
    [[nodiscard]] liquid::Value convertedLater(const EntryPointer& entry, bool excerptOnly) const;
    [[nodiscard]] liquid::Value neighbour(const EntryPointer& entry, int step) const;
    [[nodiscard]] liquid::Value file(const StaticFile& file) const;
    [[nodiscard]] liquid::Value postsBy(const QString& key);
    [[nodiscard]] liquid::Value collections(const QHash<QString, liquid::Value>& files);

    const Site& m_site;
    QHash<const Entry*, liquid::Value> m_shared;
};

} // namespace lectern::site
