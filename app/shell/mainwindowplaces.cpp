// SPDX-License-Identifier: GPL-3.0-or-later
// The part of MainWindow that goes to places: sections, entries, pages, bytes of a file.
#include "app/shell/editorcolumn.h"
#include "app/shell/mainwindow.h"
#include "app/shell/sectionssidebar.h"
#include "app/siteforms/navigationedits.h"
#include "app/source/sourceeditor.h"
#include "app/source/sourcepanel.h"
#include "app/workspace/workspace.h"
#include "core/profile/correspondence.h"

#include <algorithm>

namespace lectern::app {
namespace {

QString configFile() { return QStringLiteral("_config.yml"); }

} // namespace

Destination MainWindow::destination() const { return m_sidebar->current(); }

void MainWindow::show(const Destination& destination) { m_sidebar->choose(destination); }

void MainWindow::goTo(const QString& sectionId, int item)
{
    m_sidebar->choose({Destination::Kind::Section, sectionId});
    const auto& sections = m_workspace.profile().sections;
    for (int index = 0; item >= 0 && index < int(sections.size()); ++index) {
        if (sections[size_t(index)].id == sectionId)
            m_editor->showItem({index, item});
    }
}

void MainWindow::goToPlace(const QString& file, qsizetype offset)
{
    if (file == configFile() || file == navigationFile()) {
        m_sidebar->choose({file == configFile() ? Destination::Kind::SiteSettings : Destination::Kind::Navigation, {}});
        m_editor->showPlace(file, offset);
        return;
    }
    if (!m_workspace.pageText().files().contains(file))
        openPageOf(file);
    const qsizetype at = m_workspace.pageText().positionOf({file, offset});
    if (at < 0) {
        // A layout, a style, a data file: there is no form for it.
        if (m_editor->view() == EditorColumn::View::Forms)
            m_editor->setView(EditorColumn::View::Both);
        m_editor->source()->openFile(file);
        m_editor->source()->editor()->setCaret(offset);
        return;
    }
    const profile::Profile& profile = m_workspace.profile();
    if (profile.frontMatter && profile.frontMatter->whole.contains(at)) {
        m_sidebar->choose({Destination::Kind::PageSettings, {}});
        m_editor->showPlace(file, offset);
        return;
    }
    for (const profile::Section& section : profile.sections) {
        if (!section.range.contains(at))
            continue;
        for (int item = 0; item < int(section.items.size()); ++item) {
            if (section.items[size_t(item)].range.contains(at)) {
                goTo(section.id, item);
                m_editor->showPlace(file, offset);
                return;
            }
        }
        goTo(section.id);
        return;
    }
}

void MainWindow::followSource(const QString& file, qsizetype offset)
{
    const qsizetype at = m_workspace.pageText().positionOf({file, offset});
    if (at < 0)
        return;
    for (const profile::Section& section : m_workspace.profile().sections) {
        if (!section.range.contains(at))
            continue;
        const auto item = std::ranges::find_if(
            section.items, [at](const profile::Item& candidate) { return candidate.range.contains(at); });
        goTo(section.id, item == section.items.end() ? -1 : int(item - section.items.begin()));
        return;
    }
}

void MainWindow::openPage(const QString& page)
{
    if (const auto opened = m_workspace.setCurrentPage(page); !opened)
        showError(opened.error());
}

/// The same page in another language: what is shown there is what was shown here.
void MainWindow::openVersion(const QString& page)
{
    if (page.isEmpty())
        return;
    const auto version = m_workspace.readPage(page);
    if (!version) {
        showError(version.error());
        return;
    }
    const bool inSection = destination().kind == Destination::Kind::Section;
    const profile::ItemRef there = profile::correspondingItem(m_workspace.profile(), m_editor->currentItem(), version->profile);
    openPage(page);
    const auto& sections = m_workspace.profile().sections;
    if (inSection && there.section >= 0 && there.section < int(sections.size()))
        goTo(sections[size_t(there.section)].id, there.item);
}

/// The page that a file of the site is, or is part of.
void MainWindow::openPageOf(const QString& file)
{
    if (m_workspace.pages().contains(file)) {
        openPage(file);
        return;
    }
    for (const QString& page : m_workspace.pages()) {
        const auto reading = file.endsWith(QLatin1StringView(".md")) ? m_workspace.readPage(page) : Error {ErrorCode::NotFound, page, {}};
        if (reading && reading->text.files().contains(file)) {
            openPage(page);
            return;
        }
    }
}

void MainWindow::stepPage(int by)
{
    const QStringList pages = m_workspace.pages();
    const qsizetype at = pages.indexOf(m_workspace.currentPage());
    if (at >= 0 && pages.size() > 1)
        openPage(pages[(at + by + pages.size()) % pages.size()]);
}

} // namespace lectern::app
