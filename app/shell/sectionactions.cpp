// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/sectionactions.h"

#include "app/shell/sectionwords.h"
#include "app/workspace/changecommand.h"
#include "app/workspace/workspace.h"

namespace lectern::app {
namespace {

QString addKey(int number) { return lastingMerge + QStringLiteral("add-section-%1").arg(number); }

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
    push(profile::renameSection(m_workspace.profile(), section, heading.trimmed()), label, naming ? addKey(m_added) : QString());
    m_workspace.endMerge();
}

void SectionActions::move(int from, int to)
{
    if (isFixed(from) || to == from || to == from + 1)
        return;
    push(profile::moveSection(m_workspace.profile(), from, to), tr("Move section “%1”").arg(titleOf(from)));
}

void SectionActions::remove(int section)
{
    if (isFixed(section))
        return;
    const QString title = titleOf(section);
    if (push(profile::removeSection(m_workspace.profile(), section), tr("Delete section “%1”").arg(title)))
        Q_EMIT removed(title);
}

void SectionActions::setHidden(int section, bool hidden)
{
    if (isFixed(section))
        return;
    push(profile::setSectionHidden(m_workspace.profile(), section, hidden),
        hidden ? tr("Hide section “%1”").arg(titleOf(section)) : tr("Show section “%1”").arg(titleOf(section)));
}

} // namespace lectern::app
