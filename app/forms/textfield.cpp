// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/textfield.h"

#include "app/forms/fieldwords.h"
#include "app/forms/markdownformat.h"
#include "app/shell/icons.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QToolButton>

namespace lectern::app {

TextField::TextField(const FieldSetting& setting, QWidget* parent)
    : FieldEditor(setting, parent), m_box(new TextBox(TextBox::Lines::Many, this))
{
    const bool isProse = setting.kind == profile::SectionKind::About;
    m_box->setLineLimits(isProse ? 5 : 2, isProse ? 60 : 24);
    m_box->setFormattingKeys(true);
    m_box->setPlaceholderText(words::example(setting.id, setting.kind));
    addButton(QStringLiteral("bold"), tr("Bold"), Qt::Key_B);
    addButton(QStringLiteral("italic"), tr("Italic"), Qt::Key_I);
    addButton(QStringLiteral("link"), tr("Link"), Qt::Key_K);
    addButton(QStringLiteral("file-code"), tr("Code"), Qt::Key_E);
    connect(m_box, &TextBox::edited, this, &TextField::userEdited);
    connect(m_box, &TextBox::formatRequested, this, &TextField::format);
    setContent(m_box, m_box);
}

void TextField::addButton(const QString& iconName, const QString& name, int key)
{
    auto* button = new QToolButton(this);
    button->setIcon(icon(iconName));
    button->setIconSize({14, 14});
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus); // the keys do the same; the caret stays in the text
    button->setAccessibleName(name);
    const QString shortcut = QKeySequence(Qt::CTRL | Qt::Key(key)).toString(QKeySequence::NativeText);
    button->setToolTip(tr("%1 (%2)", "button (shortcut)").arg(name, shortcut));
    connect(button, &QToolButton::clicked, this, [this, key] {
        m_box->setFocus(Qt::OtherFocusReason);
        format(key);
    });
    labelRow()->addWidget(button);
}

void TextField::focusContent()
{
    m_box->setFocus(Qt::OtherFocusReason);
    m_box->moveCursor(QTextCursor::End);
}

void TextField::showValue(const profile::FieldValue& value)
{
    const auto* const text = std::get_if<QString>(&value);
    m_box->setRecord(text ? *text : QString());
}

void TextField::format(int key)
{
    const auto [from, to] = m_box->selectedRange();
    const QString& text = m_box->record();
    TextReplacement change;
    if (key == Qt::Key_K)
        change = madeLink(text, from, to);
    else if (key == Qt::Key_B)
        change = toggledMark(text, from, to, QStringLiteral("**"));
    else if (key == Qt::Key_I)
        change = toggledMark(text, from, to, QStringLiteral("*"));
    else
        change = toggledMark(text, from, to, QStringLiteral("`"));
    m_box->replaceRange(change.from, change.to, change.text, change.selectFrom, change.selectTo);
}

} // namespace lectern::app
