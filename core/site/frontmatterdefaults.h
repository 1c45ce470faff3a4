// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/liquid/value.h"
#include "core/site/config.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace lectern::site {

/// The `defaults:` of a configuration: values for the front matter of files by path and type ("pages", "posts", a
/// collection's label, "" for static files). Rules: Jekyll's FrontmatterDefaults.
class FrontMatterDefaults {
public:
    FrontMatterDefaults() = default;
    /// `files`: every path of the site, for scopes with a '*'.
    FrontMatterDefaults(const Config& config, const QStringList& files, Diagnostics& diagnostics);

    /// All values for a file, the more precise scope winning.
    [[nodiscard]] liquid::Hash all(const QString& path, const QString& type) const;

private:
    struct Set {
        QString path; ///< as written, sanitized
        QString type;
        bool hasType = false;
        QStringList prefixes; ///< what a file's path may begin with; empty: every path
        bool everyPath = true;
        liquid::Hash values;
    };
    [[nodiscard]] static bool hasPrecedence(const Set* old, const Set& set);

    std::vector<Set> m_sets;
};

} // namespace lectern::site
