// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/siteforms/navigationform.h"

#include "app/forms/textbox.h"
#include "app/shell/errortext.h"
#include "app/shell/icons.h"
#include "app/shell/look.h"
#include "app/shell/sectionwords.h"
#include "app/siteforms/yamlform.h"
#include "app/workspace/workspace.h"

#include <QComboBox>
#include <QEvent>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern::app {
namespace {

/// A menu has some ten links. What is longer is shown in steps, so that no file keeps the window waiting.
constexpr qsizetype step = 200;

QToolButton* rowButton(QStringView iconName, const QString& tip, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setIcon(icon(iconName, IconTint::Secondary));
    button->setAutoRaise(true);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    return button;
}

} // namespace

NavigationForm::NavigationForm(Workspace& workspace, QWidget* parent)
    : FormPage(
        tr("Navigation menu"), tr("The links at the top of every page (_data/navigation.yml)."), parent)
    , m_workspace(workspace)
    , m_menus(new QComboBox(this))
    , m_rowsHolder(new QWidget(this))
    , m_more(new QPushButton(tr("Show more links"), this))
    , m_add(new QPushButton(tr("Add link"), this))
    , m_addMenu(new QMenu(this))
    , m_problem(new look::TextLabel(look::TextRole::Problem, {}, this))
{
    m_menus->setAccessibleName(tr("Menu"));
    m_problem->setWordWrap(true);
    m_add->setIcon(icon(u"plus"));
    m_add->setMenu(m_addMenu);
    m_add->setAccessibleName(tr("Add link"));
    look::tighten(new QVBoxLayout(m_rowsHolder), look::grid);
    content()->addWidget(m_problem);
    content()->addWidget(m_menus, 0, Qt::AlignLeft);
    content()->addWidget(m_rowsHolder);
    content()->addWidget(m_more, 0, Qt::AlignLeft);
    content()->addWidget(m_add, 0, Qt::AlignLeft);
    content()->addStretch(1);
    m_more->setAccessibleName(tr("Show more links"));
    connect(m_more, &QPushButton::clicked, this, [this] { showRows(m_rows.size() + step); });
    connect(m_addMenu, &QMenu::aboutToShow, this, &NavigationForm::fillAddMenu);
    connect(m_menus, &QComboBox::activated, this, [this] {
        m_menu = m_menus->currentText();
        reload();
    });
    connect(&workspace, &Workspace::opened, this, &NavigationForm::reload);
    connect(&workspace, &Workspace::changed, this, [this](const Change& change, EditSource) {
        if (std::ranges::any_of(
                change, [](const FileEdits& edits) { return edits.file == navigationFile(); }))
            reload();
    });
    reload();
}

QByteArray NavigationForm::bytes() const
{
    const auto file = m_workspace.file(navigationFile());
    return file ? file->bytes() : QByteArray();
}

void NavigationForm::reload()
{
    if (!m_workspace.isOpen() || !m_workspace.isSite())
        return;
    const auto document = readYaml(m_workspace, { navigationFile(), false });
    m_problem->setVisible(!document);
    m_rowsHolder->setEnabled(document.isOk());
    m_add->setEnabled(document.isOk());
    if (!document) {
        m_problem->setText(document.error().code == ErrorCode::NotFound
                ? tr("This site has no _data/navigation.yml: its theme makes the menu in another way.")
                : errorText(document.error()));
        m_menus->hide();
        m_links.clear();
        buildRows();
        return;
    }
    const QStringList menus = navigationMenus(*document);
    if (!menus.contains(m_menu))
        m_menu = menus.value(0);
    const QSignalBlocker quiet(m_menus);
    m_menus->clear();
    m_menus->addItems(menus);
    m_menus->setCurrentText(m_menu);
    m_menus->setVisible(menus.size() > 1);
    m_links = navigationLinks(*document, bytes(), m_menu);
    buildRows();
}

void NavigationForm::showRows(qsizetype most)
{
    m_most = std::max(m_most, most);
    buildRows();
}

void NavigationForm::buildRows()
{
    const qsizetype wanted = std::min(qsizetype(m_links.size()), std::max(m_most, step));
    m_more->setVisible(wanted < qsizetype(m_links.size()));
    while (m_rows.size() > wanted) {
        m_rows.last().line->hide();
        m_rows.last().line->deleteLater();
        m_rows.removeLast();
    }
    while (m_rows.size() < wanted)
        m_rows.append(makeRow(int(m_rows.size())));
    for (int index = 0; index < m_rows.size(); ++index) {
        m_rows[index].title->setRecord(m_links[size_t(index)].title);
        m_rows[index].url->setRecord(m_links[size_t(index)].url);
    }
}

NavigationForm::Row NavigationForm::makeRow(int index)
{
    auto* line = new QWidget(m_rowsHolder);
    auto* row = new QHBoxLayout(line);
    look::tighten(row, look::half);
    Row made { line, new TextBox(TextBox::Lines::One, line), new TextBox(TextBox::Lines::One, line) };
    made.title->setAccessibleName(tr("Title of link %1").arg(index + 1));
    made.title->setPlaceholderText(tr("Publications"));
    made.url->setAccessibleName(tr("Target of link %1").arg(index + 1));
    made.url->setPlaceholderText(QStringLiteral("/#publications"));
    connect(made.title, &TextBox::edited, this,
        [this, index, box = made.title] { write(index, QStringLiteral("title"), box->record()); });
    connect(made.url, &TextBox::edited, this,
        [this, index, box = made.url] { write(index, QStringLiteral("url"), box->record()); });
    for (TextBox* box : { made.title, made.url }) {
        connect(box, &TextBox::left, this, [this] { m_workspace.endMerge(); });
        box->installEventFilter(this);
    }
    auto* up = rowButton(u"arrow-up", tr("Move up"), line);
    auto* down = rowButton(u"arrow-down", tr("Move down"), line);
    auto* remove = rowButton(u"trash-2", tr("Delete link"), line);
    connect(up, &QToolButton::clicked, this, [this, index] { moveLink(index, -1); });
    connect(down, &QToolButton::clicked, this, [this, index] { moveLink(index, 1); });
    connect(remove, &QToolButton::clicked, this, [this, index] { removeLink(index); });
    row->addWidget(made.title, 2, Qt::AlignTop);
    row->addWidget(made.url, 3, Qt::AlignTop);
    for (QToolButton* button : { up, down, remove })
        row->addWidget(button, 0, Qt::AlignTop);
    m_rowsHolder->layout()->addWidget(line);
    return made;
}

bool NavigationForm::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::FocusIn)
        return FormPage::eventFilter(watched, event);
    const auto document = readYaml(m_workspace, { navigationFile(), false });
    for (int index = 0; document && index < m_rows.size(); ++index) {
        const bool isTitle = m_rows[index].title == watched;
        if (!isTitle && m_rows[index].url != watched)
            continue;
        const QString key = isTitle ? QStringLiteral("title") : QStringLiteral("url");
        if (const YamlValue* value = document->find({ m_menu, QString::number(index), key }))
            Q_EMIT placeSelected(navigationFile(), value->range);
    }
    return FormPage::eventFilter(watched, event);
}

void NavigationForm::focusPlace(qsizetype offset)
{
    const auto document = readYaml(m_workspace, { navigationFile(), false });
    if (!document)
        return;
    for (const YamlValue& value : document->values()) {
        const bool holds
            = value.range.contains(offset) || value.range.to == offset || value.keyRange.contains(offset);
        if (!holds || value.path.size() != 3)
            continue;
        if (value.path[0] != m_menu) {
            m_menu = value.path[0];
            reload();
        }
        const int index = value.path[1].toInt();
        showRows(index + 1);
        if (index >= m_rows.size())
            return;
        TextBox* line = value.path[2] == u"url" ? m_rows[index].url : m_rows[index].title;
        line->setFocus(Qt::OtherFocusReason);
        return;
    }
}

void NavigationForm::fillAddMenu()
{
    m_addMenu->clear();
    for (const profile::Section& section : m_workspace.profile().sections) {
        if (section.anchor.isEmpty())
            continue;
        const QString url = QStringLiteral("/#") + section.anchor;
        const bool linked = std::ranges::any_of(m_links,
            [&section](const NavigationLink& link) { return link.url.section(u'#', 1) == section.anchor; });
        if (linked)
            continue;
        const HeadingParts parts = headingParts(section.heading);
        const QString title = parts.text.isEmpty() ? sectionTitle(section) : parts.text;
        m_addMenu->addAction(icon(kindIcon(section.kind)), tr("To “%1”").arg(title), this,
            [this, title, url] { addLink(title, url); });
    }
    m_addMenu->addAction(icon(u"link"), tr("To another address"), this, [this] {
        addLink(tr("New link"), QStringLiteral("/"));
        if (!m_rows.isEmpty()) {
            m_rows.last().title->setFocus(Qt::OtherFocusReason);
            m_rows.last().title->selectAll();
        }
    });
}

void NavigationForm::push(const Result<Edits>& edits, const QString& label, const QString& mergeKey)
{
    if (!edits) {
        Q_EMIT failed(Error { edits.error().code, navigationFile(), edits.error().detail });
        return;
    }
    m_workspace.push({ { navigationFile(), *edits } }, label, EditSource::Form, mergeKey);
}

void NavigationForm::write(int index, const QString& key, const QString& value)
{
    const auto document = readYaml(m_workspace, { navigationFile(), false });
    if (!document)
        return;
    const QStringList path { m_menu, QString::number(index), key };
    push(document->set(path, value), tr("Change link “%1”").arg(m_links[size_t(index)].title),
        navigationFile() + path.join(u'.'));
}

void NavigationForm::addLink(const QString& title, const QString& url)
{
    m_most = std::max(m_most, qsizetype(m_links.size()) + 1); // it comes at the end, and is seen there
    push(appendLink(m_links, bytes(), title, url), tr("Add link “%1”").arg(title));
}

void NavigationForm::moveLink(int index, int by)
{
    const int first = by < 0 ? index - 1 : index;
    if (first < 0 || first + 1 >= linkCount())
        return;
    push(swapWithNext(m_links, bytes(), first), tr("Move link “%1”").arg(m_links[size_t(index)].title));
}

void NavigationForm::removeLink(int index)
{
    if (index < 0 || index >= linkCount())
        return;
    const QString title = m_links[size_t(index)].title;
    const auto edits = app::removeLink(m_links, bytes(), index);
    push(edits, tr("Delete link “%1”").arg(title));
    if (edits)
        Q_EMIT removed(title);
}

} // namespace lectern::app
