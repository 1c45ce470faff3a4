// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/editorcolumn.h"

#include "app/forms/editorpanel.h"
#include "app/shell/caretplace.h"
#include "app/shell/infobar.h"
#include "app/shell/look.h"
#include "app/siteforms/filespage.h"
#include "app/siteforms/navigationform.h"
#include "app/siteforms/ownernames.h"
#include "app/siteforms/pagesettings.h"
#include "app/siteforms/sitesettings.h"
#include "app/siteforms/yamlform.h"
#include "app/source/sourcepanel.h"
#include "app/workspace/workspace.h"

#include <QApplication>
#include <QSplitter>
#include <QStackedWidget>
#include <QUndoStack>
#include <QVBoxLayout>

namespace lectern::app {

EditorColumn::EditorColumn(Workspace& workspace, QWidget* parent, Spelling* spelling)
    : QWidget(parent), m_workspace(workspace), m_spelling(spelling), m_bar(new InfoBar(this)),
      m_splitter(new QSplitter(this)), m_stack(new QStackedWidget(m_splitter))
{
    setAccessibleName(tr("Editor"));
    setMinimumWidth(look::scaled(300, this));
    auto* column = new QVBoxLayout(this);
    look::tighten(column);
    column->addWidget(m_bar);
    column->addWidget(m_splitter, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    // The bar's "Undo" takes back the step before it: with another step in between it would be the wrong one.
    connect(workspace.undoStack(), &QUndoStack::indexChanged, m_bar, [this] { m_bar->dismiss(stepNotice); });
}

QWidget* EditorColumn::panel(Destination::Kind kind) const
{
    for (int index = 0; index < m_stack->count(); ++index) {
        if (m_stack->widget(index)->property("destination").toInt() == int(kind))
            return m_stack->widget(index);
    }
    return nullptr;
}

QWidget* EditorColumn::make(Destination::Kind kind)
{
    switch (kind) {
    case Destination::Kind::PageSettings: {
        auto* page = new PageSettings(m_workspace, m_stack);
        connect(page, &PageSettings::placeSelected, this, &EditorColumn::placeSelected);
        return page;
    }
    case Destination::Kind::Navigation: {
        auto* form = new NavigationForm(m_workspace, m_stack);
        connect(form, &NavigationForm::placeSelected, this, &EditorColumn::placeSelected);
        connect(form, &NavigationForm::failed, this, &EditorColumn::failed);
        connect(form, &NavigationForm::removed, this, [this](const QString& title) {
            postDeleted(tr("Deleted link “%1”.").arg(title));
        });
        return form;
    }
    case Destination::Kind::SiteSettings: {
        auto* page = new SiteSettings(m_workspace, m_stack);
        connect(page, &SiteSettings::placeSelected, this, &EditorColumn::placeSelected);
        return page;
    }
    case Destination::Kind::OwnerNames: {
        auto* page = new OwnerNames(m_workspace, m_stack);
        connect(page, &OwnerNames::paperChosen, this, &EditorColumn::itemRequested);
        return page;
    }
    case Destination::Kind::Files: {
        auto* page = new FilesPage(m_workspace, m_stack);
        connect(page, &FilesPage::placeChosen, this, &EditorColumn::placeRequested);
        connect(page, &FilesPage::noticed, m_bar, &InfoBar::post);
        return page;
    }
    case Destination::Kind::Section: {
        auto* panel = new EditorPanel(m_workspace, m_stack, m_spelling);
        connect(panel, &EditorPanel::messageRequested, m_bar, &InfoBar::post);
        connect(panel, &EditorPanel::itemSelected, this, &EditorColumn::tellItem);
        connect(panel, &EditorPanel::fieldFocused, this, [this](profile::ItemRef ref, profile::FieldId id) {
            const profile::Item* item = m_workspace.profile().item(ref);
            const profile::Field* field = item ? item->field(id) : nullptr;
            if (field && field->present && !field->range.isEmpty())
                tellPlace(field->range);
        });
        return panel;
    }
    }
    return new QWidget(m_stack);
}

void EditorColumn::show(const Destination& destination)
{
    QWidget* shown = panel(destination.kind);
    if (!shown) {
        shown = make(destination.kind);
        shown->setProperty("destination", int(destination.kind));
        m_stack->addWidget(shown);
    }
    m_stack->setCurrentWidget(shown);
    if (auto* sections = qobject_cast<EditorPanel*>(shown))
        sections->showSection(destination.section);
}

void EditorColumn::makeSource()
{
    if (m_source)
        return;
    m_source = new SourcePanel(m_workspace, m_splitter);
    connect(m_source, &SourcePanel::failed, this, &EditorColumn::failed);
    connect(m_source, &SourcePanel::caretMoved, this, &EditorColumn::sourceCaretMoved);
    connect(m_source, &SourcePanel::closeRequested, this, [this] { setView(View::Forms); });
}

void EditorColumn::setView(View view)
{
    if (view == m_view)
        return;
    m_view = view;
    if (view != View::Forms)
        makeSource();
    m_stack->setVisible(view != View::Source);
    if (m_source)
        m_source->setVisible(view != View::Forms);
    arrange();
    (view == View::Forms ? static_cast<QWidget*>(m_stack) : m_source)->setFocus();
    Q_EMIT viewChanged();
}

void EditorColumn::arrange()
{
    // Beside one another where both have room, below one another otherwise.
    const bool wide = width() >= look::scaled(840, this);
    m_splitter->setOrientation(wide ? Qt::Horizontal : Qt::Vertical);
    if (m_view == View::Both && m_splitter->count() > 1 && m_splitter->sizes().contains(0)) {
        const int half = (wide ? m_splitter->width() : m_splitter->height()) / 2;
        m_splitter->setSizes({half, half});
    }
}

void EditorColumn::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void EditorColumn::revealSource(const QString& file, TextRange range)
{
    if (m_source && m_view != View::Forms)
        m_source->reveal(file, range);
}

void EditorColumn::postDeleted(const QString& sentence)
{
    m_bar->post({stepNotice, Notice::Kind::Info, sentence, {},
        {{tr("Undo"), [this] { m_workspace.undoStack()->undo(); }}}, undoBarMilliseconds});
}

void EditorColumn::showPlace(const QString& file, qsizetype offset)
{
    QWidget* shown = m_stack->currentWidget();
    if (auto* site = qobject_cast<SiteSettings*>(shown))
        site->form().focusPlace(offset);
    else if (auto* page = qobject_cast<PageSettings*>(shown))
        page->form().focusPlace(offset);
    else if (auto* navigation = qobject_cast<NavigationForm*>(shown))
        navigation->focusPlace(offset);
    else if (m_workspace.pageText().files().contains(file))
        showPlaceInSections(m_workspace.pageText().positionOf({file, offset}));
}

void EditorColumn::showPlaceInSections(qsizetype offset)
{
    const profile::Profile& profile = m_workspace.profile();
    auto* sections = qobject_cast<EditorPanel*>(panel(Destination::Kind::Section));
    if (!sections)
        return;
    for (int section = 0; section < int(profile.sections.size()); ++section) {
        const auto& items = profile.sections[size_t(section)].items;
        for (int index = 0; index < int(items.size()); ++index) {
            const profile::Item& item = items[size_t(index)];
            if (!item.range.contains(offset))
                continue;
            // The field whose bytes hold the place; a place between fields leads to the item.
            for (const profile::Field& field : item.fields) {
                if (field.present && (field.range.contains(offset) || field.range.to == offset)) {
                    const profile::Field found = field; // moving there may end an edit and read the page anew
                    sections->focusField({section, index}, found.id);
                    if (QWidget* focus = QApplication::focusWidget(); focus && sections->isAncestorOf(focus))
                        placeCaret(focus, profile.file.bytes(), found, offset);
                    return;
                }
            }
            sections->showItem({section, index});
            return;
        }
    }
}

bool EditorColumn::hasChosenItem() const { return currentItem().item >= 0; }

profile::ItemRef EditorColumn::currentItem() const
{
    const auto* sections = qobject_cast<EditorPanel*>(m_stack->currentWidget());
    return sections ? sections->currentItem() : profile::ItemRef();
}

void EditorColumn::showItem(profile::ItemRef ref)
{
    auto* sections = qobject_cast<EditorPanel*>(panel(Destination::Kind::Section));
    if (!sections)
        return;
    sections->showItem(ref);
    // The panel tells of what the user chooses in it; this came from elsewhere.
    tellItem(ref);
}

void EditorColumn::tellItem(profile::ItemRef ref)
{
    if (const profile::Item* item = m_workspace.profile().item(ref))
        tellPlace(item->range);
}

/// The profile counts in the page's text; what others are told is a place in the file that holds it.
void EditorColumn::tellPlace(TextRange range)
{
    const auto [file, part] = m_workspace.pageText().rangeOf(range);
    Q_EMIT placeSelected(file, part);
}

void EditorColumn::addItem()
{
    if (auto* sections = qobject_cast<EditorPanel*>(panel(Destination::Kind::Section)))
        sections->addItem();
}

} // namespace lectern::app
