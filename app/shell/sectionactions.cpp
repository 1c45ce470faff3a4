// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/sectionactions.h"

#include "app/shell/infobar.h"
#include "app/shell/sectionwords.h"
#include "app/siteforms/navigationedits.h"
#include "app/siteforms/sectionlinks.h"
#include "app/workspace/changecommand.h"
#include "app/workspace/publishedplace.h"
#include "app/workspace/workspace.h"

#include <QUndoStack>

namespace lectern::app {
namespace {

QString addKey(int number) { return lastingMerge + QStringLiteral("add-section-%1").arg(number); }
QString stepKey(int number) { return lastingMerge + QStringLiteral("change-section-%1").arg(number); }

} // namespace

SectionActions::SectionActions(Workspace& workspace, QObject* parent) : QObject(parent), m_workspace(workspace)
{
    connect(&workspace, &Workspace::changed, this, [this](const Change&, EditSource source) {
        if (source != EditSource::Sections)
            m_justAdded = -1;
    });
}

bool SectionActions::isFixed(int section) const
{
    const auto& sections = m_workspace.profile().sections;
    return section < 0 || section >= int(sections.size()) || sections[size_t(section)].level == 0;
}

QString SectionActions::titleOf(int section) const
{
    const auto& sections = m_workspace.profile().sections;
    return section >= 0 && section < int(sections.size()) ? sectionTitle(sections[size_t(section)]) : QString();
}

bool SectionActions::push(const Result<Edits>& edits, const QString& label, const QString& mergeKey)
{
    if (!edits) {
        Q_EMIT failed(edits.error());
        return false;
    }
    if (edits->empty())
        return false;
    m_workspace.pushPage(*edits, label, EditSource::Sections, mergeKey);
    return true;
}

SectionName SectionActions::nameOf(int section) const
{
    const auto& sections = m_workspace.profile().sections;
    if (section < 0 || section >= int(sections.size()))
        return {};
    return {sections[size_t(section)].anchor, sections[size_t(section)].heading};
}

bool SectionActions::offerMenu(const Offer& offer, const MenuEdits& edits)
{
    const auto menu = m_workspace.isSite() ? m_workspace.file(navigationFile()) : Error {ErrorCode::NotFound, navigationFile(), {}};
    if (!menu || edits(menu->bytes(), publishedPlace(m_workspace).url).empty())
        return false;
    Notice notice;
    notice.id = stepNotice;
    notice.text = offer.sentence;
    notice.actions.push_back({offer.verb, [this, offer, edits] { changeMenu(offer, edits); }});
    if (offer.withUndo)
        notice.actions.push_back({tr("Undo"), [this] { m_workspace.undoStack()->undo(); }});
    Q_EMIT noticed(notice);
    return true;
}

void SectionActions::changeMenu(const Offer& offer, const MenuEdits& edits)
{
    // Both files may have changed since the offer was made.
    if (const auto menu = m_workspace.file(navigationFile()))
        m_workspace.push({{navigationFile(), edits(menu->bytes(), publishedPlace(m_workspace).url)}}, offer.label, EditSource::Sections, offer.mergeKey);
}

bool SectionActions::add(profile::SectionKind kind, const QString& heading, int at)
{
    m_workspace.endMerge();
    m_justAdded = -1;
    if (!push(profile::addSection(m_workspace.profile(), kind, heading, at), tr("Add section “%1”").arg(heading), addKey(++m_added)))
        return false;
    m_justAdded = at;
    return true;
}

void SectionActions::rename(int section, const QString& heading)
{
    const QString before = titleOf(section);
    const bool naming = section == m_justAdded;
    m_justAdded = -1;
    if (heading.trimmed().isEmpty() || heading.trimmed() == before) {
        m_workspace.endMerge();
        return;
    }
    const QString label
        = naming ? tr("Add section “%1”").arg(heading) : tr("Rename section “%1” to “%2”").arg(before, heading);
    const auto kind = m_workspace.profile().sections[size_t(section)].kind;
    const SectionName nameBefore = nameOf(section);
    const QString key = naming ? addKey(m_added) : stepKey(++m_steps);
    const bool done = push(profile::renameSection(m_workspace.profile(), section, heading.trimmed()), label, key);
    m_workspace.endMerge();
    if (!done)
        return;
    // Another heading makes no other section: where its words tell nothing of the kind, what it was stays true.
    const auto& sections = m_workspace.profile().sections;
    if (section < int(sections.size()) && sections[size_t(section)].kind == profile::SectionKind::Custom
        && kind != profile::SectionKind::Custom)
        setKind(section, kind);
    const SectionName name = nameOf(section);
    offerMenu({tr("The site’s menu still links to “%1”.").arg(before), tr("Change the menu too"), label, key},
        [nameBefore, name](const QByteArray& bytes, const QString& url) { return linksRenamed(bytes, url, nameBefore, name); });
}

void SectionActions::move(int from, int to)
{
    if (isFixed(from) || to == from || to == from + 1)
        return;
    const QString label = tr("Move section “%1”").arg(titleOf(from));
    const QString key = stepKey(++m_steps);
    if (!push(profile::moveSection(m_workspace.profile(), from, to), label, key))
        return;
    QStringList anchors;
    for (const profile::Section& section : m_workspace.profile().sections)
        anchors.append(section.anchor);
    offerMenu({tr("The links in the site’s menu stand in another order."), tr("Order the menu too"), label, key},
        [anchors](const QByteArray& bytes, const QString& url) { return linksInOrder(bytes, url, anchors); });
}

void SectionActions::remove(int section)
{
    if (isFixed(section))
        return;
    const QString title = titleOf(section);
    const QString label = tr("Delete section “%1”").arg(title);
    const QString key = stepKey(++m_steps);
    const QString anchor = nameOf(section).anchor;
    if (!push(profile::removeSection(m_workspace.profile(), section), label, key))
        return;
    const QString sentence = tr("Deleted section “%1”; the site’s menu still links to it.").arg(title);
    if (!offerMenu({sentence, tr("Delete the link too"), label, key, true},
            [anchor](const QByteArray& bytes, const QString& url) { return linksRemoved(bytes, url, anchor); }))
        Q_EMIT removed(title);
}

void SectionActions::setHidden(int section, bool hidden)
{
    if (isFixed(section))
        return;
    push(profile::setSectionHidden(m_workspace.profile(), section, hidden),
        hidden ? tr("Hide section “%1”").arg(titleOf(section)) : tr("Show section “%1”").arg(titleOf(section)));
}

std::optional<profile::SectionKind> SectionActions::saidKind(int section) const
{
    if (isFixed(section))
        return std::nullopt;
    const auto kinds = m_workspace.hints().kinds.value(m_workspace.currentPage());
    const auto said = kinds.constFind(m_workspace.profile().sections[size_t(section)].heading);
    return said != kinds.constEnd() ? std::optional(*said) : std::nullopt;
}

void SectionActions::setKind(int section, std::optional<profile::SectionKind> kind)
{
    if (isFixed(section))
        return;
    ReaderHints hints = m_workspace.hints();
    const QString page = m_workspace.currentPage();
    const QString heading = m_workspace.profile().sections[size_t(section)].heading;
    if (kind)
        hints.kinds[page].insert(heading, *kind);
    else if (hints.kinds[page].remove(heading) && hints.kinds[page].isEmpty())
        hints.kinds.remove(page);
    m_workspace.setHints(hints);
}

} // namespace lectern::app
