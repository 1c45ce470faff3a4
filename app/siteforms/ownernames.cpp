// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/siteforms/ownernames.h"

#include "app/forms/chipedit.h"
#include "app/forms/fieldwords.h"
#include "app/forms/flowlayout.h"
#include "app/shell/look.h"
#include "app/workspace/workspace.h"
#include "core/profile/intentions.h"
#include "core/profile/owner.h"

#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace lectern::app {

using profile::Author;
using profile::ItemRef;

namespace {

/// The authors that a paper tells; empty where it tells none.
std::vector<Author> authorsOf(const profile::Profile& profile, ItemRef ref)
{
    const profile::Item* const item = profile.item(ref);
    const profile::Field* const field = item ? item->field(profile::FieldId::Authors) : nullptr;
    return field && field->present ? std::get<std::vector<Author>>(field->value) : std::vector<Author>();
}

} // namespace

OwnerNames::OwnerNames(Workspace& workspace, QWidget* parent)
    : FormPage(tr("Your names"),
        tr("The names and spellings under which you are found in lists of authors: initials, former names, other scripts. They are "
           "remembered on this computer, not written to the site."),
        parent)
    , m_workspace(workspace)
    , m_configured(new look::TextLabel(look::TextRole::Secondary, {}, this))
    , m_names(new ChipEdit(this))
    , m_proposals(new QWidget(this))
    , m_proposalRow(new FlowLayout(m_proposals))
    , m_found(new look::TextLabel(look::TextRole::Secondary, {}, this))
    , m_papers(new QListWidget(this))
    , m_show(new QPushButton(tr("Show the paper"), this))
    , m_mark(new QToolButton(this))
{
    buildNames();
    buildPapers();
    connect(&workspace, &Workspace::opened, this, &OwnerNames::refresh);
    connect(&workspace, &Workspace::currentPageChanged, this, &OwnerNames::refresh);
    connect(&workspace, &Workspace::changed, this, &OwnerNames::refresh);
}

void OwnerNames::showEvent(QShowEvent* event)
{
    FormPage::showEvent(event);
    refresh();
}

void OwnerNames::buildNames()
{
    m_configured->setWordWrap(true);
    m_configured->setTextFormat(Qt::PlainText);
    m_names->setExample(QStringLiteral("A. Example"));
    m_names->input()->setAccessibleName(tr("Your names"));
    content()->addWidget(m_configured);
    content()->addWidget(m_names);
    content()->addWidget(m_proposals);
    connect(m_names, &ChipEdit::added, this, &OwnerNames::addName);
    connect(m_names, &ChipEdit::removed, this, [this](int at) {
        QStringList names = m_workspace.hints().ownerNames;
        names.removeAt(at);
        setNames(names);
    });
    connect(m_names, &ChipEdit::moved, this, [this](int from, int to) {
        QStringList names = m_workspace.hints().ownerNames;
        names.move(from, to);
        setNames(names);
    });
    connect(m_names, &ChipEdit::opened, this, [this](int at) {
        QStringList names = m_workspace.hints().ownerNames;
        const QString name = names.takeAt(at);
        setNames(names);
        m_names->input()->setText(name);
        m_names->input()->setFocus(Qt::OtherFocusReason);
    });
}

void OwnerNames::buildPapers()
{
    auto* const caption = new look::TextLabel(look::TextRole::Strong, tr("Papers where you were not found"), this);
    m_found->setWordWrap(true);
    m_show->setObjectName(QStringLiteral("showPaper"));
    m_papers->setAccessibleName(caption->text());
    m_papers->setWordWrap(true);
    m_papers->setResizeMode(QListView::Adjust);
    m_papers->setFrameShape(QFrame::NoFrame);
    m_papers->setMinimumHeight(look::scaled(200, this));
    m_mark->setText(tr("This is me"));
    m_mark->setToolTip(tr("Marks one of the paper’s authors as you, in the way in which the page does it"));
    m_mark->setAccessibleName(tr("Mark yourself among the authors"));
    m_mark->setPopupMode(QToolButton::InstantPopup);
    m_mark->setFocusPolicy(Qt::TabFocus);
    m_mark->setMenu(new QMenu(m_mark));
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(m_show);
    buttons->addWidget(m_mark);
    buttons->addStretch(1);
    content()->addWidget(caption);
    content()->addWidget(m_found);
    content()->addWidget(m_papers, 1);
    content()->addLayout(buttons);
    content()->addStretch(); // with no papers to list, what is above stays together
    const auto show = [this] {
        if (chosen().item >= 0)
            Q_EMIT paperChosen(chosen());
    };
    connect(m_papers, &QListWidget::itemActivated, this, show);
    connect(m_show, &QPushButton::clicked, this, show);
    connect(m_mark->menu(), &QMenu::aboutToShow, this, &OwnerNames::fillAuthors);
}

ItemRef OwnerNames::chosen() const
{
    const int row = m_papers->currentRow();
    return row >= 0 && row < int(m_refs.size()) ? m_refs[size_t(row)] : ItemRef();
}

void OwnerNames::refresh()
{
    if (!isVisible())
        return;
    const QStringList configured = m_workspace.configuredNames();
    m_configured->setVisible(!configured.isEmpty());
    m_configured->setText(tr("From the site settings: %1", "names").arg(configured.join(QStringLiteral(", "))));
    std::vector<ChipData> chips;
    for (const QString& name : m_workspace.hints().ownerNames)
        chips.push_back({ .text = name, .marks = {}, .starred = false, .problem = {}, .tip = {} });
    m_names->setChips(chips);
    refreshProposals();
    refreshPapers();
}

void OwnerNames::refreshProposals()
{
    const QStringList known = m_workspace.configuredNames() + m_workspace.hints().ownerNames;
    QStringList proposed = profile::proposedOwnerNames(m_workspace.profile(), known);
    for (const QString& name : known)
        proposed.removeAll(name);
    if (proposed == m_proposed)
        return;
    m_proposed = proposed;
    while (QLayoutItem* const item = m_proposalRow->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the sender
        delete item;
    }
    for (const QString& name : std::as_const(m_proposed)) {
        auto* const button = new QPushButton(tr("Add “%1”").arg(name), m_proposals);
        button->setToolTip(tr("The page writes you so"));
        connect(button, &QPushButton::clicked, this, [this, name] { addName(name); });
        m_proposalRow->insertWidget(m_proposalRow->count(), button);
        button->show();
    }
    m_proposals->setVisible(!m_proposed.isEmpty());
}

void OwnerNames::refreshPapers()
{
    const profile::Profile& profile = m_workspace.profile();
    const QStringList names = profile.options.ownerNames;
    m_refs = names.isEmpty() ? std::vector<ItemRef>() : profile::papersWithoutOwner(profile, names);
    std::erase_if(m_refs, [&profile](ItemRef ref) {
        const auto authors = authorsOf(profile, ref);
        return std::ranges::any_of(authors, &Author::owner);
    });
    const int before = std::max(0, m_papers->currentRow());
    m_papers->clear();
    for (const ItemRef ref : m_refs) {
        QStringList authors;
        for (const Author& author : authorsOf(profile, ref))
            authors.append(author.name);
        m_papers->addItem(profile.item(ref)->title + u'\n' + authors.join(QStringLiteral(", ")));
    }
    m_papers->setCurrentRow(std::min(before, int(m_refs.size()) - 1));
    const bool any = !m_refs.empty();
    m_papers->setVisible(any);
    m_show->setVisible(any);
    m_mark->setVisible(any);
    m_found->setText(names.isEmpty() ? tr("Say first what you are called.")
            : any                    ? tr("%n paper(s) of %1.", nullptr, int(m_refs.size())).arg(m_workspace.currentPage())
                                     : tr("You are among the authors of every paper of %1.").arg(m_workspace.currentPage()));
}

void OwnerNames::setNames(const QStringList& names)
{
    ReaderHints hints = m_workspace.hints();
    hints.ownerNames = names;
    hints.ownerNames.removeDuplicates();
    m_workspace.setHints(hints);
}

void OwnerNames::addName(const QString& name)
{
    if (!name.simplified().isEmpty())
        setNames(m_workspace.hints().ownerNames + QStringList { name.simplified() });
}

void OwnerNames::fillAuthors()
{
    QMenu* const menu = m_mark->menu();
    menu->clear();
    const ItemRef ref = chosen();
    const auto authors = authorsOf(m_workspace.profile(), ref);
    for (int at = 0; at < int(authors.size()); ++at)
        connect(menu->addAction(authors[size_t(at)].name), &QAction::triggered, this, [this, ref, at] { markOwner(ref, at); });
}

void OwnerNames::markOwner(ItemRef ref, int author)
{
    auto authors = authorsOf(m_workspace.profile(), ref);
    if (author < 0 || author >= int(authors.size()))
        return;
    authors[size_t(author)].owner = true;
    const auto edits = profile::setField(m_workspace.profile(), ref, profile::FieldId::Authors, authors);
    if (!edits) {
        m_found->setText(words::refusal(edits.error()));
        return;
    }
    m_workspace.endMerge();
    m_workspace.pushPage(*edits,
        tr("Mark %1 as you in %2").arg(authors[size_t(author)].name, words::quoted(m_workspace.profile().item(ref)->title)),
        EditSource::Form);
}

} // namespace lectern::app
