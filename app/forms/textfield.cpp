// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/textfield.h"

#include "app/forms/emojipicker.h"
#include "app/forms/fieldwords.h"
#include "app/forms/markdownformat.h"
#include "app/forms/markdownhighlighter.h"
#include "app/forms/spellchecker.h"
#include "app/shell/icons.h"
#include "app/shell/look.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QToolButton>

namespace lectern::app {

TextField::TextField(const FieldSetting& setting, QWidget* parent)
    : FieldEditor(setting, parent)
    , m_box(new TextBox(TextBox::Lines::Many, this))
    , m_tools(new QWidget(this))
    , m_highlighter(new MarkdownHighlighter(m_box))
{
    const bool isProse = setting.kind == profile::SectionKind::About;
    m_box->setLineLimits(isProse ? 1 : 2, isProse ? 60 : 24);
    m_box->setMarkdown(true);
    m_box->setPlaceholderText(words::example(setting.id, setting.kind));
    buildTools();
    connect(m_box, &TextBox::edited, this, &TextField::userEdited);
    connect(m_box, &TextBox::formatRequested, this, &TextField::format);
    if (setting.spelling)
        new SpellChecker(*setting.spelling, setting.spellingField, setting.names, m_box, m_highlighter);
    setContent(m_box, m_box);
}

TextField::~TextField()
{
    delete m_tools;
}

void TextField::buildTools()
{
    auto* row = new QHBoxLayout(m_tools);
    look::tighten(row);
    addButton(row, QStringLiteral("bold"), tr("Bold"), Qt::Key_B);
    addButton(row, QStringLiteral("italic"), tr("Italic"), Qt::Key_I);
    addButton(row, QStringLiteral("link"), tr("Link"), Qt::Key_K);
    addButton(row, QStringLiteral("code"), tr("Code"), Qt::Key_C);
    addButton(row, QStringLiteral("smile"), tr("Emoji"), Qt::Key_Period);
    labelRow()->addWidget(m_tools);
}

void TextField::addButton(QHBoxLayout* row, const QString& iconName, const QString& name, int key)
{
    auto* button = new QToolButton(m_tools);
    button->setObjectName(QStringLiteral("format.") + iconName);
    button->setIcon(icon(iconName, IconTint::Secondary));
    button->setIconSize({ 14, 14 });
    button->setFixedSize(look::scaled(24, this), look::scaled(20, this));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus); // the keys do the same; the caret stays in the text
    button->setAccessibleName(name);
    const QString shortcut = TextBox::formattingKeys(key).toString(QKeySequence::NativeText);
    button->setToolTip(tr("%1 (%2)", "button (shortcut)").arg(name, shortcut));
    connect(button, &QToolButton::clicked, this, [this, key] {
        m_box->setFocus(Qt::OtherFocusReason);
        format(key);
    });
    row->addWidget(button);
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
    if (key == Qt::Key_Period) {
        openEmojis();
        return;
    }
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

void TextField::openEmojis()
{
    if (!m_emojis) {
        m_emojis = new EmojiPicker(this);
        connect(m_emojis, &EmojiPicker::chosen, this, [this](const QString& emoji) {
            m_box->setFocus(Qt::PopupFocusReason);
            m_box->insertPlainText(emoji);
        });
    }
    m_emojis->openAt(
        m_box->viewport()->mapToGlobal(m_box->cursorRect().bottomLeft() + QPoint(0, look::half)));
}

} // namespace lectern::app
