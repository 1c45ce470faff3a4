// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/linefield.h"

#include "app/forms/fieldwords.h"

namespace lectern::app {

using profile::FieldValue;

LineField::LineField(const FieldSetting& setting, QWidget* parent, WithoutContent)
    : FieldEditor(setting, parent), m_box(new TextBox(TextBox::Lines::One, this))
{
    m_box->setPlaceholderText(words::example(setting.id, setting.kind));
    connect(m_box, &TextBox::edited, this, &LineField::userEdited);
    connect(m_box, &TextBox::submitted, this, &FieldEditor::submitted);
}

LineField::LineField(const FieldSetting& setting, QWidget* parent) : LineField(setting, parent, WithoutContent {})
{
    setContent(m_box, m_box);
}

void LineField::focusContent()
{
    m_box->setFocus(Qt::OtherFocusReason);
    m_box->moveCursor(QTextCursor::End);
}

void LineField::showValue(const FieldValue& value)
{
    const auto* const text = std::get_if<QString>(&value);
    m_box->setRecord(text ? *text : QString());
}

} // namespace lectern::app
