// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace lectern::site {

/// Ruby's File.fnmatch without flags, within a longer path: '*' and '?' match slashes and dots too.
[[nodiscard]] bool fnmatch(QStringView pattern, QStringView text);

/// Which entries of a folder Jekyll reads: its EntryFilter over the configuration's include and exclude
/// lists.
class EntryFilter {
public:
    EntryFilter(const QStringList& include, const QStringList& exclude);

    /// Whether `entry` (a name, or a path below `folder`) is read. `folder` is "" or the folder's path in the
    /// site.
    [[nodiscard]] bool accepts(const QString& folder, const QString& entry, bool isFolder) const;
    /// Whether the include list names `entry`.
    [[nodiscard]] bool includes(const QString& entry) const { return matches(m_include, entry, false); }

private:
    [[nodiscard]] static bool matches(const QStringList& patterns, const QString& entry, bool isFolder);

    QStringList m_include;
    QStringList m_exclude; ///< without the patterns that are in m_include too
};

} // namespace lectern::site
