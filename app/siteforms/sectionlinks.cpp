// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/siteforms/sectionlinks.h"

#include "app/shell/sectionwords.h"
#include "app/siteforms/navigationedits.h"

#include <QUrl>

#include <algorithm>

namespace lectern::app {
namespace {

/// The navigation file while edits that build on one another are made.
class Draft {
public:
    explicit Draft(const QByteArray& bytes)
        : m_bytes(bytes)
    {
        read();
    }

    [[nodiscard]] QStringList menus() const { return m_document ? navigationMenus(*m_document) : QStringList(); }
    [[nodiscard]] std::vector<NavigationLink> links(const QString& menu) const
    {
        return m_document ? navigationLinks(*m_document, m_bytes, menu) : std::vector<NavigationLink>();
    }
    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }
    [[nodiscard]] const Edits& edits() const { return m_edits; }

    bool set(const QString& menu, int index, const QString& key, const QString& value)
    {
        return m_document && take(m_document->set({menu, QString::number(index), key}, value));
    }
    bool take(const Result<Edits>& edits)
    {
        if (!edits)
            return false;
        m_bytes = applied(m_bytes, *edits);
        m_edits.insert(m_edits.end(), edits->begin(), edits->end());
        read();
        return m_document.has_value();
    }

private:
    void read()
    {
        auto document = YamlDocument::parse(m_bytes);
        m_document = document ? std::optional(std::move(*document)) : std::nullopt;
    }

    QByteArray m_bytes;
    Edits m_edits;
    std::optional<YamlDocument> m_document;
};

QString trimmedPath(QString path)
{
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

/// The anchor that a link leads to on the page; empty for other links.
QString anchorOf(const NavigationLink& link, const QString& pageUrl)
{
    const qsizetype hash = link.url.indexOf(u'#');
    if (hash < 0)
        return {};
    const QString path = trimmedPath(link.url.first(hash));
    if (hash > 0 && path != trimmedPath(pageUrl))
        return {};
    return QUrl::fromPercentEncoding(link.url.sliced(hash + 1).toUtf8());
}

/// Exchanges links `one` < `other` of a menu, those between them stay.
bool exchange(Draft& draft, const QString& menu, int one, int other)
{
    for (int at = other; at > one; --at) {
        if (!draft.take(swapWithNext(draft.links(menu), draft.bytes(), at - 1)))
            return false;
    }
    for (int at = one + 1; at < other; ++at) {
        if (!draft.take(swapWithNext(draft.links(menu), draft.bytes(), at)))
            return false;
    }
    return true;
}

} // namespace

Edits linksRenamed(
    const QByteArray& bytes, const QString& pageUrl, const SectionName& before, const SectionName& after)
{
    Draft draft(bytes);
    const QString oldTitle = headingParts(before.heading).text;
    for (const QString& menu : draft.menus()) {
        const auto links = draft.links(menu);
        for (int index = 0; index < int(links.size()); ++index) {
            const NavigationLink& link = links[size_t(index)];
            if (before.anchor.isEmpty() || anchorOf(link, pageUrl) != before.anchor)
                continue;
            const QString title = link.title.trimmed();
            const bool fits = title == oldTitle || title == before.heading.trimmed();
            if (fits && !draft.set(menu, index, QStringLiteral("title"), headingParts(after.heading).text))
                return {};
            const QString url = link.url.first(link.url.indexOf(u'#') + 1) + after.anchor;
            if (url != link.url && after.anchor != before.anchor
                && !draft.set(menu, index, QStringLiteral("url"), url))
                return {};
        }
    }
    return draft.edits();
}

Edits linksRemoved(const QByteArray& bytes, const QString& pageUrl, const QString& anchor)
{
    Draft draft(bytes);
    if (anchor.isEmpty())
        return {};
    for (const QString& menu : draft.menus()) {
        for (int index = int(draft.links(menu).size()) - 1; index >= 0; --index) {
            const auto links = draft.links(menu);
            if (anchorOf(links[size_t(index)], pageUrl) == anchor
                && !draft.take(removeLink(links, draft.bytes(), index)))
                return {};
        }
    }
    return draft.edits();
}

Edits linksInOrder(const QByteArray& bytes, const QString& pageUrl, const QStringList& anchors)
{
    Draft draft(bytes);
    for (const QString& menu : draft.menus()) {
        // Selection sort over the places that links to sections have.
        std::vector<int> places;
        const auto links = draft.links(menu);
        for (int index = 0; index < int(links.size()); ++index) {
            if (anchors.contains(anchorOf(links[size_t(index)], pageUrl)))
                places.push_back(index);
        }
        for (size_t i = 0; i < places.size(); ++i) {
            const auto now = draft.links(menu);
            const auto rank = [&](int place) { return anchors.indexOf(anchorOf(now[size_t(place)], pageUrl)); };
            const auto least = std::min_element(places.begin() + qsizetype(i), places.end(),
                [&](int one, int other) { return rank(one) < rank(other); });
            if (rank(*least) < rank(places[i]) && !exchange(draft, menu, places[i], *least))
                return {};
        }
    }
    return draft.edits();
}

} // namespace lectern::app
