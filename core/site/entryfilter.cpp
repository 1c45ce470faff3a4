// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/entryfilter.h"

namespace lectern::site {

namespace {

/// Whether `c` is in the set that begins behind "[" at `at`; `at` moves behind the "]"; `closed` tells whether there is one.
bool inSet(QStringView pattern, qsizetype& at, QChar c, bool* closed)
{
    const bool negated = at < pattern.size() && (pattern[at] == u'!' || pattern[at] == u'^');
    if (negated)
        ++at;
    bool found = false;
    *closed = false;
    while (at < pattern.size()) {
        QChar from = pattern[at++];
        if (from == u']') {
            *closed = true;
            break;
        }
        if (from == u'\\' && at < pattern.size())
            from = pattern[at++];
        QChar to = from;
        if (at + 1 < pattern.size() && pattern[at] == u'-' && pattern[at + 1] != u']') {
            to = pattern[at + 1];
            at += 2;
        }
        found = found || (from <= c && c <= to);
    }
    return found != negated;
}

QString trimmedSlashes(QString path)
{
    while (path.startsWith(u'/'))
        path.remove(0, 1);
    while (path.contains(QStringLiteral("//")))
        path.replace(QStringLiteral("//"), QStringLiteral("/"));
    return path;
}

} // namespace

bool fnmatch(QStringView pattern, QStringView text)
{
    qsizetype p = 0;
    qsizetype t = 0;
    qsizetype star = -1;
    qsizetype starText = 0;
    while (t < text.size()) {
        bool ok = false;
        qsizetype next = p;
        if (p < pattern.size()) {
            const QChar c = pattern[p];
            if (c == u'*') {
                star = p++;
                starText = t;
                continue;
            }
            next = p + 1;
            if (c == u'?') {
                ok = true;
            } else if (c == u'[') {
                bool closed = false;
                ok = inSet(pattern, next, text[t], &closed) && closed;
            } else if (c == u'\\' && next < pattern.size()) {
                ok = pattern[next++] == text[t];
            } else {
                ok = c == text[t];
            }
        }
        if (ok) {
            p = next;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++starText;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == u'*')
        ++p;
    return p == pattern.size();
}

EntryFilter::EntryFilter(const QStringList& include, const QStringList& exclude)
    : m_include(include)
{
    for (const QString& pattern : exclude) {
        if (!include.contains(pattern))
            m_exclude.append(pattern);
    }
}

bool EntryFilter::matches(const QStringList& patterns, const QString& entry, bool isFolder)
{
    // Jekyll puts the absolute source path before both sides, so a leading dot of `entry` is never at the start of what
    // is compared and '*' matches it.
    for (const QString& raw : patterns) {
        const QString pattern = trimmedSlashes(raw);
        if (fnmatch(pattern, entry) || entry.startsWith(pattern) || (isFolder && pattern == entry + u'/'))
            return true;
    }
    return false;
}

bool EntryFilter::accepts(const QString& folder, const QString& entry, bool isFolder) const
{
    if (entry.endsWith(u'.'))
        return false;
    const QString name = entry.section(u'/', -1);
    // Jekyll tests inclusion with the bare entry, whatever the folder.
    const bool included = matches(m_include, entry, isFolder) || matches(m_include, name, isFolder);
    if (included)
        return true;
    if (matches(m_exclude, folder.isEmpty() ? entry : folder + u'/' + entry, isFolder))
        return false;
    const auto isSpecial = [](const QString& text) {
        return text.startsWith(u'.') || text.startsWith(u'_') || text.startsWith(u'#') || text.startsWith(u'~');
    };
    return !isSpecial(entry) && !isSpecial(name) && !entry.endsWith(u'~');
}

} // namespace lectern::site
