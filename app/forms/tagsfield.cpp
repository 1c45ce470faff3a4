// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/tagsfield.h"

#include "app/forms/chipedit.h"
#include "app/forms/fieldwords.h"

namespace lectern::app {

TagsField::TagsField(const FieldSetting& setting, QWidget* parent)
    : FieldEditor(setting, parent), m_chips(new ChipEdit(this))
{
    m_chips->setExample(words::example(setting.id, setting.kind));
    connect(m_chips, &ChipEdit::added, this, &TagsField::add);
    connect(m_chips, &ChipEdit::removed, this, [this](int at) {
        m_tags.removeAt(at);
        changed();
    });
    connect(m_chips, &ChipEdit::moved, this, [this](int from, int to) {
        m_tags.move(from, to);
        changed();
    });
    connect(m_chips, &ChipEdit::opened, this, [this](int at) {
        const QString text = m_tags.takeAt(at);
        changed();
        m_chips->input()->setText(text);
        m_chips->input()->setFocus(Qt::OtherFocusReason);
    });
    setContent(m_chips, m_chips->input());
}

void TagsField::focusContent() { m_chips->input()->setFocus(Qt::OtherFocusReason); }

void TagsField::settle()
{
    m_chips->enterTyped();
    FieldEditor::settle();
}

void TagsField::showValue(const profile::FieldValue& value)
{
    const auto* const tags = std::get_if<QStringList>(&value);
    m_tags = tags ? *tags : QStringList();
    refreshChips();
}

void TagsField::markProblem(bool problem) { m_chips->setProblem(problem); }

void TagsField::add(const QString& text)
{
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        if (!part.trimmed().isEmpty())
            m_tags.append(part.trimmed());
    }
    changed();
}

void TagsField::changed()
{
    refreshChips();
    userEdited();
}

void TagsField::refreshChips()
{
    std::vector<ChipData> chips;
    for (const QString& tag : std::as_const(m_tags)) {
        ChipData chip;
        chip.text = tag;
        chips.push_back(chip);
    }
    m_chips->setChips(chips);
}

} // namespace lectern::app
