// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/itemform.h"

#include "app/forms/fieldeditor.h"
#include "app/forms/fieldwords.h"
#include "app/forms/sourcepane.h"
#include "app/forms/textbox.h"
#include "app/shell/icons.h"
#include "app/shell/look.h"
#include "app/workspace/workspace.h"
#include "core/profile/intentions.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern::app {

using profile::FieldId;
using profile::FieldValue;
using profile::Item;
using profile::ItemKind;

namespace {

/// The item's bytes without the line ending behind them, which belongs to the page.
TextRange withoutLastBreak(const QByteArray& page, TextRange range)
{
    if (!range.isEmpty() && page[range.to - 1] == '\n')
        --range.to;
    if (!range.isEmpty() && page[range.to - 1] == '\r')
        --range.to;
    return range;
}

void clearLayout(QLayout* layout)
{
    while (QLayoutItem* const item = layout->takeAt(0)) {
        if (item->layout())
            clearLayout(item->layout());
        delete item;
    }
}

} // namespace

ItemForm::ItemForm(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_heading(new look::TextLabel(look::TextRole::Caption, {}, this)),
      m_sourceButton(new QToolButton(this)), m_fields(new QWidget(this)), m_rows(new QVBoxLayout(m_fields)),
      m_more(new QToolButton(m_fields)), m_fold(new QToolButton(this)), m_source(new SourcePane(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, look::half, look::margin, look::grid);
    column->setSpacing(look::half);
    auto* top = new QHBoxLayout;
    look::tighten(top, look::grid);
    top->addWidget(m_heading, 1);
    top->addWidget(m_sourceButton);
    column->addLayout(top);
    column->addWidget(m_fold);
    column->addWidget(m_fields);
    column->addWidget(m_source);
    column->addStretch();
    look::tighten(m_rows, look::grid + look::half);

    m_sourceButton->setObjectName(QStringLiteral("editSource"));
    m_sourceButton->setIcon(icon(u"file-code"));
    m_sourceButton->setIconSize({14, 14});
    m_sourceButton->setText(tr("Edit source"));
    m_sourceButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_sourceButton->setAutoRaise(true);
    m_sourceButton->setCheckable(true);
    m_sourceButton->setToolTip(tr("Edit this entry as it stands in the file"));
    m_more->setObjectName(QStringLiteral("more"));
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_more->setAutoRaise(true);
    m_more->setCheckable(true);
    connect(m_sourceButton, &QToolButton::toggled, this, &ItemForm::setSourceShown);
    connect(m_more, &QToolButton::toggled, this, [this](bool open) {
        m_moreOpen = open;
        refreshMore();
    });
    m_fold->setObjectName(QStringLiteral("fold"));
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setAutoRaise(true);
    m_fold->setCheckable(true);
    connect(m_fold, &QToolButton::toggled, this, [this] { present(false); });
    connect(m_source, &SourcePane::edited, this, &ItemForm::writeSource);
    connect(qApp, &QApplication::focusChanged, this, &ItemForm::onFocusChanged);
    clear();
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
        const QSignalBlocker quiet(m_sourceButton);
        m_sourceButton->setChecked(false);
        m_moreOpen = false;
    }
    present(another);
}

void ItemForm::showDraft(int section, int at)
{
    m_state = State::Draft;
    m_ref = {section, at};
    m_draftFields = profile::emptyFields(m_workspace.profile(), section);
    m_moreOpen = false;
    const QSignalBlocker quiet(m_sourceButton);
    m_sourceButton->setChecked(false);
    present(true);
}

void ItemForm::clear()
{
    m_state = State::Empty;
    m_ref = {};
    m_heading->clear();
    for (QWidget* part : {m_fields, static_cast<QWidget*>(m_source), static_cast<QWidget*>(m_sourceButton),
             static_cast<QWidget*>(m_fold)})
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

const Item* ItemForm::item() const { return m_state == State::Item ? m_workspace.profile().item(m_ref) : nullptr; }

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

QString ItemForm::sampleFor(FieldId id) const
{
    if (id == FieldId::Authors)
        return m_workspace.profile().ownerName;
    if (id != FieldId::Date && id != FieldId::Image)
        return {};
    const auto& items = m_workspace.profile().sections[size_t(m_ref.section)].items;
    for (const Item& other : items) {
        const profile::Field* const field = other.field(id);
        const auto* const text = field ? std::get_if<QString>(&field->value) : nullptr;
        if (text && !text->isEmpty())
            return *text;
    }
    return {};
}

void ItemForm::present(bool anew)
{
    const Item* const shown = item();
    const bool isRaw = shown && shown->kind == ItemKind::Raw;
    const bool asSource = isRaw || m_sourceButton->isChecked();
    const ItemKind itemKind = shown ? shown->kind
        : kind() == profile::SectionKind::Publications ? ItemKind::Publication
        : kind() == profile::SectionKind::Reviewing    ? ItemKind::Review
                                                       : ItemKind::Dated;
    const auto plan = formPlan(itemKind, fields());
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
    m_source->setVisible(asSource && (m_fold->isHidden() || m_fold->isChecked()));
    m_sourceButton->setVisible(shown && !isRaw);
    if (asSource)
        presentSource();
    refreshMore();
    refreshHeading();
}

void ItemForm::presentSource()
{
    const Item* const shown = item();
    if (!shown || m_writingSource)
        return;
    const QByteArray& page = m_workspace.profile().file.bytes();
    m_sourceRange = withoutLastBreak(page, shown->range);
    m_source->setBytes(page.sliced(m_sourceRange.from, m_sourceRange.length()));
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
    auto* editor = makeFieldEditor({place.id, place.shape, kind(), m_workspace.root(), sampleFor(place.id)}, m_fields);
    connect(editor, &FieldEditor::edited, this, [this, editor] { write(editor); });
    connect(editor, &FieldEditor::submitted, this, [this, editor] { focusNext(editor); });
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
    m_plan = plan;
    m_planKind = kind();
}

void ItemForm::refreshMore()
{
    bool any = false;
    bool filled = false;
    for (const FieldEditor* editor : m_editors) {
        const bool rare = editor->property("rare").toBool();
        any = any || rare;
        filled = filled || (rare && editor->isFilled());
    }
    m_moreOpen = m_moreOpen || filled;
    for (FieldEditor* editor : m_editors)
        editor->setVisible(m_moreOpen || !editor->property("rare").toBool());
    const QSignalBlocker quiet(m_more);
    m_more->setVisible(any);
    m_more->setChecked(m_moreOpen);
    m_more->setEnabled(!filled);
    m_more->setText(tr("More"));
    m_more->setAccessibleName(tr("More fields"));
    m_more->setIcon(icon(m_moreOpen ? u"chevron-down" : u"chevron-right"));
}

void ItemForm::refreshHeading()
{
    if (isDraft())
        m_heading->setText(words::newItem(kind()));
    else if (item() && item()->hidden)
        m_heading->setText(tr("Hidden on the page"));
    else
        m_heading->clear();
}

void ItemForm::setFoldable(bool foldable)
{
    if (m_foldable == foldable)
        return;
    m_foldable = foldable;
    m_fold->setChecked(false);
}

void ItemForm::refreshFold(bool isRaw)
{
    m_fold->setVisible(isRaw && m_foldable);
    m_fold->setIcon(icon(m_fold->isChecked() ? u"chevron-down" : u"chevron-right"));
    const QString title = isRaw ? item()->title : QString();
    m_fold->setText(title.isEmpty() ? tr("Code of the page") : tr("Code of the page: %1").arg(words::quoted(title)));
}

QString ItemForm::mergeKey(const QString& part) const
{
    const auto& sections = m_workspace.profile().sections;
    return QStringLiteral("form/%1/%2/%3").arg(sections[size_t(m_ref.section)].id).arg(m_ref.item).arg(part);
}

void ItemForm::write(FieldEditor* editor)
{
    if (isDraft()) {
        writeDraft(editor);
        return;
    }
    const Item* const shown = item();
    if (!shown)
        return;
    const auto edits = profile::setField(m_workspace.profile(), m_ref, editor->id(), editor->value());
    if (!edits) {
        editor->refused(words::refusal(edits.error()));
        return;
    }
    const QString part = editor->typingPart();
    const QString key
        = part.isEmpty() ? QString() : mergeKey(QLatin1StringView(profile::name(editor->id())) + u'/' + part);
    const QScopedValueRollback writing(m_writing, editor);
    if (edits->empty())
        editor->accepted(pageValue(editor->id()));
    else
        m_workspace.pushPage(*edits, words::changeStep(editor->id(), kind(), shown->title), EditSource::Form, key);
}

void ItemForm::writeDraft(FieldEditor* editor)
{
    profile::NewFields filled;
    for (const FieldEditor* other : m_editors) {
        if (other->isFilled())
            filled.emplace_back(other->id(), other->value());
    }
    if (filled.empty())
        return;
    const auto edits = profile::addItem(m_workspace.profile(), m_ref.section, m_ref.item, filled);
    if (!edits) {
        editor->refused(words::refusal(edits.error()));
        return;
    }
    // What is typed on in this field belongs to the adding: one undo takes the new item away.
    const QString key = mergeKey(QLatin1StringView(profile::name(editor->id())) + u'/' + editor->typingPart());
    const QScopedValueRollback writing(m_writing, editor);
    const QScopedValueRollback adding(m_adding, true);
    m_state = State::Item;
    m_workspace.pushPage(*edits, words::addLabel(kind()), EditSource::Form, key);
}

void ItemForm::writeSource()
{
    const Item* const shown = item();
    const QByteArray& page = m_workspace.profile().file.bytes();
    if (!shown || m_sourceRange.to > page.size())
        return;
    // The range is kept here: half-typed source may read as two items, or as none.
    const QByteArray source = m_source->bytes();
    const Edit edit = replacement(page, m_sourceRange, source);
    if (edit.isNoop())
        return;
    m_sourceRange.to = m_sourceRange.from + source.size();
    const QScopedValueRollback writing(m_writingSource, true);
    const QString title = shown->title.isEmpty() ? words::itemNoun(kind()) : words::quoted(shown->title);
    m_workspace.pushPage({edit}, tr("Edit source of %1").arg(title), EditSource::Form, mergeKey(QStringLiteral("source")));
}

void ItemForm::setSourceShown(bool shown)
{
    if (m_sourceButton->isChecked() != shown) {
        m_sourceButton->setChecked(shown);
        return;
    }
    m_workspace.endMerge();
    if (m_state != State::Item)
        return;
    present(!shown);
    if (shown)
        m_source->box()->setFocus(Qt::OtherFocusReason);
}

FieldEditor* ItemForm::editorAround(QWidget* widget) const
{
    for (; widget && widget != this; widget = widget->parentWidget()) {
        const auto found = std::find(m_editors.begin(), m_editors.end(), widget);
        if (found != m_editors.end())
            return *found;
    }
    return nullptr;
}

void ItemForm::onFocusChanged(QWidget* before, QWidget* now)
{
    FieldEditor* const left = editorAround(before);
    FieldEditor* const entered = editorAround(now);
    const bool leftSource = before && before == m_source->box() && now != before;
    if ((left && left != entered) || leftSource)
        m_workspace.endMerge();
    if (left && left != entered && now)
        left->settle();
    if (leftSource && now)
        presentSource();
    if (entered && entered != left && m_state == State::Item)
        Q_EMIT fieldFocused(m_ref, entered->id());
}

bool ItemForm::focusField(FieldId id)
{
    for (FieldEditor* editor : m_editors) {
        if (editor->id() != id || m_state == State::Empty)
            continue;
        if (editor->property("rare").toBool() && !m_moreOpen)
            m_more->setChecked(true);
        if (m_sourceButton->isChecked())
            m_sourceButton->setChecked(false);
        editor->focusContent();
        return true;
    }
    if (m_source->isVisibleTo(this))
        m_source->box()->setFocus(Qt::OtherFocusReason);
    return false;
}

void ItemForm::focusFirst()
{
    if (m_source->isVisibleTo(this))
        m_source->box()->setFocus(Qt::OtherFocusReason);
    else if (!m_editors.empty() && m_state != State::Empty)
        m_editors.front()->focusContent();
}

void ItemForm::focusNext(FieldEditor* editor)
{
    const auto at = std::find(m_editors.begin(), m_editors.end(), editor);
    const auto next = std::find_if(at + 1, m_editors.end(), [](const FieldEditor* other) { return !other->isHidden(); });
    if (next != m_editors.end())
        (*next)->focusContent();
}

} // namespace lectern::app
