// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/itemform.h"

#include "app/forms/fieldeditor.h"
#include "app/forms/fieldwords.h"
#include "app/forms/imagefield.h"
#include "app/forms/itembar.h"
#include "app/forms/sourcepane.h"
#include "app/forms/textbox.h"
#include "app/shell/icons.h"
#include "app/shell/look.h"
#include "app/spelling/pagenames.h"
#include "app/workspace/publishedplace.h"
#include "app/workspace/workspace.h"
#include "core/profile/intentions.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern::app {

using profile::FieldId;
using profile::FieldValue;
using profile::Item;
using profile::ItemKind;

namespace {

void clearLayout(QLayout* layout)
{
    while (QLayoutItem* const item = layout->takeAt(0)) {
        if (item->layout())
            clearLayout(item->layout());
        delete item;
    }
}

} // namespace

ItemForm::ItemForm(Workspace& workspace, Spelling* spelling, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_spelling(spelling)
    , m_bar(new ItemBar(this))
    , m_fields(new QWidget(this))
    , m_rows(new QVBoxLayout(m_fields))
    , m_more(new QToolButton(m_fields))
    , m_fold(new QToolButton(this))
    , m_source(new SourcePane(this))
{
    auto* column = new QVBoxLayout(this);
    // Together with the scroll bar's room the right margin is as wide as the left one.
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    column->setContentsMargins(look::margin, look::grid, std::max(look::half, look::margin - bar), look::grid);
    column->setSpacing(look::half);
    column->addWidget(m_bar);
    column->addWidget(m_fold, 0, Qt::AlignLeft);
    column->addWidget(m_fields);
    column->addWidget(m_source);
    column->addStretch();
    look::tighten(m_rows, look::grid + look::half);

    m_more->setObjectName(QStringLiteral("more"));
    m_more->setText(tr("More"));
    m_more->setAccessibleName(tr("More fields"));
    m_fold->setObjectName(QStringLiteral("fold"));
    for (QToolButton* button : { m_more, m_fold }) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize({ 16, 16 });
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
    connectBar();
    connect(m_more, &QToolButton::clicked, this, [this] {
        m_moreOpen = !m_moreOpen;
        refreshMore(false);
    });
    connect(m_fold, &QToolButton::clicked, this, [this] {
        m_foldOpen = !m_foldOpen;
        present(false);
    });
    connect(m_source, &SourcePane::edited, this, &ItemForm::writeSource);
    connect(qApp, &QApplication::focusChanged, this, &ItemForm::onFocusChanged);
    clear();
}

void ItemForm::connectBar()
{
    connect(m_bar, &ItemBar::sourceToggled, this, &ItemForm::setSourceShown);
    connect(m_bar, &ItemBar::duplicateRequested, this, [this] { Q_EMIT duplicateRequested(m_ref); });
    connect(m_bar, &ItemBar::deleteRequested, this, [this] { Q_EMIT deleteRequested(m_ref); });
    connect(
        m_bar, &ItemBar::hideRequested, this, [this](bool hidden) { Q_EMIT hideRequested(m_ref, hidden); });
    connect(
        m_bar, &ItemBar::menuRequested, this, [this](const QPoint& at) { Q_EMIT menuRequested(m_ref, at); });
}

void ItemForm::showItem(profile::ItemRef ref)
{
    if (!m_workspace.profile().item(ref)) {
        clear();
        return;
    }
    const bool another = m_state != State::Item || m_ref != ref;
    m_state = State::Item;
    m_ref = ref;
    if (another) {
        const QSignalBlocker quiet(m_bar->source());
        m_bar->source()->setChecked(false);
    }
    present(another);
}

void ItemForm::showDraft(int section, int at)
{
    m_state = State::Draft;
    m_ref = { section, at };
    m_draftFields = profile::emptyFields(m_workspace.profile(), section);
    const QSignalBlocker quiet(m_bar->source());
    m_bar->source()->setChecked(false);
    present(true);
}

void ItemForm::clear()
{
    m_state = State::Empty;
    m_ref = {};
    for (QWidget* part : { m_fields, static_cast<QWidget*>(m_source), static_cast<QWidget*>(m_bar),
             static_cast<QWidget*>(m_fold) })
        part->hide();
}

void ItemForm::follow(profile::ItemRef ref)
{
    if (m_state == State::Empty)
        return;
    m_ref = ref;
    if (m_state == State::Item && !item()) {
        clear();
        return;
    }
    present(false);
}

const Item* ItemForm::item() const
{
    return m_state == State::Item ? m_workspace.profile().item(m_ref) : nullptr;
}

bool ItemForm::isTooLong() const
{
    const Item* const shown = item();
    return shown && shown->range.length() > SourcePane::mostBytes;
}

const std::vector<profile::Field>& ItemForm::fields() const
{
    const Item* const shown = item();
    return shown ? shown->fields : m_draftFields;
}

profile::SectionKind ItemForm::kind() const
{
    const auto& sections = m_workspace.profile().sections;
    return m_ref.section >= 0 && m_ref.section < int(sections.size()) ? sections[size_t(m_ref.section)].kind
                                                                      : profile::SectionKind::Custom;
}

FieldValue ItemForm::pageValue(FieldId id) const
{
    for (const profile::Field& field : fields()) {
        if (field.id == id)
            return field.value;
    }
    return {};
}

void ItemForm::present(bool anew)
{
    const Item* const shown = item();
    const bool isRaw = shown && shown->kind == ItemKind::Raw;
    const bool asSource = isRaw || isTooLong() || m_bar->source()->isChecked();
    const ItemKind itemKind = shown                    ? shown->kind
        : kind() == profile::SectionKind::Publications ? ItemKind::Publication
        : kind() == profile::SectionKind::Reviewing    ? ItemKind::Review
                                                       : ItemKind::Dated;
    const auto plan = isTooLong() ? std::vector<PlannedRow>() : formPlan(itemKind, fields());
    if (plan != m_plan || kind() != m_planKind)
        arrange(plan);
    for (FieldEditor* editor : m_editors) {
        const FieldValue value = pageValue(editor->id());
        editor->setSample(sampleFor(editor->id()));
        if (editor == m_writing)
            editor->accepted(value);
        else if (anew)
            editor->reset(value);
        else
            editor->follow(value);
    }
    m_fields->setVisible(!asSource);
    m_source->setRaw(isRaw);
    refreshFold(isRaw);
    m_source->setVisible(asSource && (m_fold->isHidden() || m_foldOpen));
    if (asSource)
        presentSource();
    refreshMore(anew);
    refreshHeading();
}

FieldEditor* ItemForm::makeEditor(const PlannedField& place)
{
    FieldSetting setting;
    setting.id = place.id;
    setting.shape = place.shape;
    setting.kind = kind();
    setting.siteRoot = m_workspace.root();
    setting.sample = sampleFor(place.id);
    setting.pendingFile = [this](const QString& path) { return m_workspace.buffers().value(path); };
    setting.documentLink = [this] { return documentLink(); };
    setting.addressStart = [this] { return addressStart(m_workspace); };
    setting.mentions
        = [this](const QString& name) { return m_workspace.profile().file.bytes().count(name.toUtf8()); };
    if (m_spelling && place.shape == profile::FieldShape::Text) {
        setting.spelling = m_spelling;
        setting.spellingField
            = m_workspace.siteName() + u'/' + profile::name(kind()) + u'/' + profile::name(place.id);
        setting.names = pageNames(m_workspace.profile());
    }
    return makeFieldEditor(setting, m_fields);
}

FieldEditor* ItemForm::editorFor(const PlannedField& place, std::vector<FieldEditor*>& old)
{
    const auto same = std::find_if(old.begin(), old.end(), [&](const FieldEditor* editor) {
        return editor->id() == place.id && editor->shape() == place.shape && m_planKind == kind();
    });
    if (same != old.end()) {
        FieldEditor* const editor = *same;
        old.erase(same);
        return editor;
    }
    FieldEditor* const editor = makeEditor(place);
    connect(editor, &FieldEditor::edited, this, [this, editor] { write(editor, profile::ReadBack::Exact); });
    connect(editor, &FieldEditor::submitted, this, [this, editor] { focusNext(editor); });
    if (auto* const image = qobject_cast<ImageField*>(editor))
        connect(image, &ImageField::taken, this, &ItemForm::askForDescription);
    editor->reset(pageValue(place.id));
    return editor;
}

void ItemForm::arrange(const std::vector<PlannedRow>& plan)
{
    // Editors whose field stays keep their widgets, and with them the focus and the caret.
    std::vector<FieldEditor*> old = std::exchange(m_editors, {});
    clearLayout(m_rows);
    bool moreAdded = false;
    for (const PlannedRow& row : plan) {
        if (row.rare && !moreAdded) {
            m_rows->addWidget(m_more);
            moreAdded = true;
        }
        auto* line = new QHBoxLayout;
        look::tighten(line, look::grid);
        for (const PlannedField& place : row.fields) {
            FieldEditor* const editor = editorFor(place, old);
            editor->setProperty("rare", row.rare);
            if (place.width > 0)
                editor->setFixedWidth(look::scaled(place.width, this));
            line->addWidget(editor, place.stretch);
            m_editors.push_back(editor);
        }
        m_rows->addLayout(line);
    }
    m_more->setVisible(moreAdded);
    for (FieldEditor* editor : old) {
        editor->hide();
        editor->disconnect(this);
        editor->deleteLater(); // it may be the one whose change led here
        if (editor == m_writing)
            m_writing = nullptr;
    }
    for (size_t i = 1; i < m_editors.size(); ++i)
        setTabOrder(m_editors[i - 1], m_editors[i]);
    placeTools();
    m_plan = plan;
    m_planKind = kind();
}

void ItemForm::refreshMore(bool anew)
{
    bool any = false;
    bool filled = false;
    for (const FieldEditor* editor : m_editors) {
        const bool rare = editor->property("rare").toBool();
        any = any || rare;
        filled = filled || (rare && editor->isFilled());
    }
    // Opens by itself for what is filled; what the user closed afterwards stays closed.
    if (anew)
        m_moreOpen = filled;
    else if (filled && !m_rareFilled)
        m_moreOpen = true;
    m_rareFilled = filled;
    for (FieldEditor* editor : m_editors)
        editor->setVisible(m_moreOpen || !editor->property("rare").toBool());
    m_more->setVisible(any);
    m_more->setAccessibleDescription(m_moreOpen ? tr("Shown") : tr("Folded away"));
    m_more->setIcon(icon(m_moreOpen ? u"chevron-down" : u"chevron-right", IconTint::Secondary));
}

void ItemForm::placeTools()
{
    // A lone text needs no label below the form's own heading; its buttons stand beside that.
    const bool lone = m_editors.size() == 1 && m_editors.front()->tools();
    m_bar->setTools(lone ? m_editors.front()->tools() : nullptr);
    for (FieldEditor* editor : m_editors)
        editor->setLabelShown(!lone);
}

void ItemForm::refreshHeading()
{
    const Item* const shown = item();
    const bool isRaw = shown && shown->kind == ItemKind::Raw;
    m_bar->setItem(shown != nullptr, shown && !shown->hidden, !isRaw && !isTooLong());
    m_bar->setVisible(m_state != State::Empty && !(isRaw && m_amongTexts));
    if (isDraft())
        m_bar->setCaption(words::newItem(kind()));
    else if (shown) {
        const auto& items = m_workspace.profile().sections[size_t(m_ref.section)].items;
        const QString caption = words::itemCaption(kind(), m_ref.item, int(items.size()));
        m_bar->setCaption(shown->hidden ? tr("%1 (hidden on the page)").arg(caption) : caption);
    }
}

void ItemForm::setAmongTexts(bool amongTexts)
{
    m_bar->setCompact(amongTexts);
    if (m_amongTexts == amongTexts)
        return;
    m_amongTexts = amongTexts;
    m_foldOpen = false;
}

void ItemForm::refreshFold(bool isRaw)
{
    m_fold->setVisible(isRaw && m_amongTexts);
    m_fold->setIcon(icon(m_foldOpen ? u"chevron-down" : u"chevron-right", IconTint::Secondary));
    const QString title = isRaw ? item()->title : QString();
    m_fold->setText(
        title.isEmpty() ? tr("Code of the page") : tr("Code of the page: %1").arg(words::quoted(title)));
    m_fold->setAccessibleName(m_fold->text());
}

bool ItemForm::isSourceShown() const
{
    return m_bar->source()->isChecked();
}

void ItemForm::setSourceShown(bool shown)
{
    if (m_bar->source()->isChecked() != shown) {
        m_bar->source()->setChecked(shown);
        return;
    }
    m_workspace.endMerge();
    if (m_state != State::Item)
        return;
    present(!shown);
    if (shown)
        m_source->box()->setFocus(Qt::OtherFocusReason);
}

} // namespace lectern::app
