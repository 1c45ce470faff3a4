// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ItemForm that writes into the page.
#include "app/forms/itemform.h"

#include "app/forms/fieldeditor.h"
#include "app/forms/fieldwords.h"
#include "app/forms/sourcepane.h"
#include "app/workspace/workspace.h"
#include "core/profile/intentions.h"

#include <QRegularExpression>
#include <QScopedValueRollback>

#include <algorithm>

namespace lectern::app {

using profile::FieldId;
using profile::Item;

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

bool leadsToOwnPdf(const QString& address)
{
    static const QRegularExpression remote(QStringLiteral("^\\s*(?:[A-Za-z][A-Za-z0-9+.-]*:|//)"));
    static const QRegularExpression pdf(
        QStringLiteral("\\.pdf(?:$|[\\s'\"?#])"), QRegularExpression::CaseInsensitiveOption);
    return pdf.match(address).hasMatch() && !remote.match(address).hasMatch();
}

profile::Link documentLinkOf(const Item& item)
{
    for (const profile::Field& field : item.fields) {
        if (const auto* const links = std::get_if<std::vector<profile::Link>>(&field.value)) {
            for (const profile::Link& link : *links) {
                if (leadsToOwnPdf(link.url))
                    return link;
            }
        }
        const auto* const text = std::get_if<QString>(&field.value);
        if (field.shape == profile::FieldShape::Url && text && leadsToOwnPdf(*text))
            return { {}, *text };
    }
    return {};
}

} // namespace

profile::Link ItemForm::documentLink() const
{
    const auto& sections = m_workspace.profile().sections;
    std::vector<size_t> order { size_t(m_ref.section) };
    for (size_t index = 0; index < sections.size(); ++index)
        order.push_back(index);
    profile::Link found;
    for (const size_t index : order) {
        for (const Item& other : sections[index].items) {
            const profile::Link link = documentLinkOf(other);
            // The label counts too: a title's address has none.
            if (!link.label.isEmpty())
                return link;
            if (found.url.isEmpty())
                found = link;
        }
    }
    return found;
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

void ItemForm::presentSource()
{
    const Item* const shown = item();
    if (!shown || m_writingSource)
        return;
    const QByteArray& page = m_workspace.profile().file.bytes();
    m_sourceRange = withoutLastBreak(page, shown->range);
    m_source->setBytes(page.sliced(m_sourceRange.from, m_sourceRange.length()));
}

QString ItemForm::mergeKey(const QString& part) const
{
    const auto& sections = m_workspace.profile().sections;
    return QStringLiteral("form/%1/%2/%3").arg(sections[size_t(m_ref.section)].id).arg(m_ref.item).arg(part);
}

void ItemForm::write(FieldEditor* editor, profile::ReadBack readBack)
{
    if (isDraft()) {
        writeDraft(editor);
        return;
    }
    const Item* const shown = item();
    if (!shown)
        return;
    const auto edits = profile::setField(m_workspace.profile(), m_ref, editor->id(), editor->value(), readBack);
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
        push(*editor, *edits, words::changeStep(editor->id(), kind(), shown->title), key);
}

void ItemForm::push(
    const FieldEditor& editor, const Edits& edits, const QString& label, const QString& mergeKey)
{
    Change change = editor.companions();
    const Change page = m_workspace.pageText().changeFor(edits);
    change.insert(change.end(), page.begin(), page.end());
    m_workspace.push(change, label, EditSource::Form, mergeKey);
}

void ItemForm::askForDescription()
{
    const auto description = std::find_if(m_editors.begin(), m_editors.end(),
        [](const FieldEditor* editor) { return editor->id() == FieldId::ImageAlt; });
    if (description != m_editors.end() && !(*description)->isFilled())
        focusField(FieldId::ImageAlt);
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
    const QString key
        = mergeKey(QLatin1StringView(profile::name(editor->id())) + u'/' + editor->typingPart());
    const QScopedValueRollback writing(m_writing, editor);
    const QScopedValueRollback adding(m_adding, true);
    m_state = State::Item;
    push(*editor, *edits, words::addLabel(kind()), key);
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
    m_workspace.pushPage(
        { edit }, tr("Edit source of %1").arg(title), EditSource::Form, mergeKey(QStringLiteral("source")));
}

} // namespace lectern::app
