// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/textrange.h"
#include "core/document/edit.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace lectern::app {

/// What is looked for in a file's text.
struct SearchQuery {
    QString text;
    bool isExpression = false; ///< a regular expression (PCRE, multi-line: ^ and $ at every line)
    bool matchCase = false;
    bool operator==(const SearchQuery&) const = default;
};

/// A place that was found.
struct SearchMatch {
    TextRange range; ///< bytes; may be empty where an expression matches nothing of the text
    QStringList captured; ///< the whole and each group
};

/// Why `query` cannot be looked for, in the expression engine's words; empty where it can.
[[nodiscard]] QString searchProblem(const SearchQuery& query);

/// Every match, in order, without overlaps, at most `limit`. An empty or invalid query finds nothing. Empty matches of an
/// expression are left out: there is nothing to show or to replace.
[[nodiscard]] std::vector<SearchMatch> findAll(QByteArrayView bytes, const SearchQuery& query, int limit = 20'000);

/// What a match is replaced by: in an expression's replacement \1 to \9 and \0 stand for what was captured, \n and \t for a
/// line end and a tab, \\ for a backslash; otherwise the text as it is.
[[nodiscard]] QByteArray replacementFor(const SearchMatch& match, const QString& replacement, const SearchQuery& query);

/// The edits that replace `matches`, in the order in which to apply them.
[[nodiscard]] Edits replaceAll(
    QByteArrayView bytes, const std::vector<SearchMatch>& matches, const QString& replacement, const SearchQuery& query);

} // namespace lectern::app
