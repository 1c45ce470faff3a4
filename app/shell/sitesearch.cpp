// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/sitesearch.h"

#include "app/shell/sectionwords.h"
#include "app/workspace/workspace.h"

#include <algorithm>

namespace lectern::app {
namespace {

bool holdsAll(const QString& text, const QStringList& words)
{
    return std::ranges::all_of(
        words, [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

void searchPage(const profile::Profile& profile, const QString& page, const QString& pageNote, const QStringList& words,
    int limit, QList<SearchHit>& hits)
{
    for (const profile::Section& section : profile.sections) {
        const QString sectionName = sectionTitle(section);
        const QString where = pageNote.isEmpty() ? sectionName : QStringLiteral("%1 · %2").arg(sectionName, pageNote);
        if (holdsAll(sectionName, words))
            hits.append({page, section.id, -1, sectionName, pageNote, section.kind});
        for (int index = 0; index < int(section.items.size()); ++index) {
            const profile::Item& item = section.items[size_t(index)];
            const QString source = QString::fromUtf8(
                profile.file.bytes().mid(item.range.from, std::min<qsizetype>(item.range.length(), 100'000)));
            if (holdsAll(source, words) || holdsAll(item.title, words))
                hits.append({page, section.id, index, item.title.isEmpty() ? sectionName : item.title, where, section.kind});
            if (hits.size() >= limit)
                return;
        }
    }
}

} // namespace

QList<SearchHit> searchSite(Workspace& workspace, const QString& query, int limit)
{
    QList<SearchHit> hits;
    if (!workspace.isOpen())
        return hits;
    const QStringList words = query.split(u' ', Qt::SkipEmptyParts);
    searchPage(workspace.profile(), workspace.currentPage(), {}, words, limit, hits);
    if (words.isEmpty())
        return hits;
    for (const QString& page : workspace.pages()) {
        if (page == workspace.currentPage() || hits.size() >= limit)
            continue;
        if (const auto reading = workspace.readPage(page); reading && holdsAll(QString::fromUtf8(reading->text.bytes()), words))
            searchPage(reading->profile, page, page, words, limit, hits);
    }
    return hits;
}

} // namespace lectern::app
