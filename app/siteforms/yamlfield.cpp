// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/siteforms/yamlfield.h"

#include "app/shell/look.h"

#include <QCheckBox>
#include <QEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern::app {
namespace {

using Kind = YamlFieldSpec::Kind;

/// Words that Ruby's Psych reads as true (YAML 1.1, bool).
bool isTrue(const QString& text)
{
    static const QStringList words{QStringLiteral("true"), QStringLiteral("yes"), QStringLiteral("on"), QStringLiteral("y")};
    return words.contains(text.toLower());
}

/// A number or truth value, which loses its kind when it is written as a string.
bool isPlainToken(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("^(true|false|null|~|[-+]?\\d+(\\.\\d+)?)$"), QRegularExpression::CaseInsensitiveOption);
    return form.match(text).hasMatch();
}

} // namespace

YamlField::YamlField(const YamlFieldSpec& spec, QWidget* parent)
    : QWidget(parent), m_spec(spec), m_problem(new look::TextLabel(look::TextRole::Problem, {}, this))
{
    auto* column = new QVBoxLayout(this);
    look::tighten(column, look::half);
    buildWidget();
    const QString key = spec.path.join(u'.');
    if (spec.kind != Kind::Switch) {
        auto* label = new look::TextLabel(look::TextRole::Secondary, spec.label, this);
        label->setBuddy(widget());
        label->setToolTip(key);
        column->addWidget(label);
    }
    widget()->setAccessibleName(spec.label);
    widget()->setAccessibleDescription(key);
    widget()->setToolTip(key);
    widget()->installEventFilter(this);
    column->addWidget(widget());
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);
}

void YamlField::buildWidget()
{
    switch (m_spec.kind) {
    case Kind::Line:
        m_line = new QLineEdit(this);
        m_line->setPlaceholderText(m_spec.example);
        connect(m_line, &QLineEdit::textEdited, this, &YamlField::edited);
        break;
    case Kind::Switch:
        m_switch = new QCheckBox(m_spec.label, this);
        connect(m_switch, &QCheckBox::clicked, this, &YamlField::edited);
        break;
    case Kind::Text:
    case Kind::List:
        m_text = new QPlainTextEdit(this);
        m_text->setPlaceholderText(m_spec.example);
        m_text->setTabChangesFocus(true);
        m_text->setFixedHeight(look::scaled(72, this));
        connect(m_text, &QPlainTextEdit::textChanged, this, &YamlField::edited);
        break;
    }
}

QWidget* YamlField::widget() const
{
    if (m_line)
        return m_line;
    return m_switch ? static_cast<QWidget*>(m_switch) : m_text;
}

QStringList YamlField::entries() const
{
    QStringList entries;
    for (const QString& line : m_text->toPlainText().split(u'\n')) {
        if (!line.trimmed().isEmpty())
            entries.append(line.trimmed());
    }
    return entries;
}

QString YamlField::text() const { return m_line ? m_line->text() : m_text ? m_text->toPlainText() : QString(); }

bool YamlField::isEmpty() const { return m_switch ? !m_switch->isChecked() : text().trimmed().isEmpty(); }

void YamlField::follow(const YamlDocument& document)
{
    const QSignalBlocker quiet(widget());
    showProblem({});
    if (m_switch) {
        m_switch->setChecked(isTrue(document.text(m_spec.path)));
    } else if (m_spec.kind == Kind::List) {
        if (const QStringList list = document.list(m_spec.path); list != entries())
            m_text->setPlainText(list.join(u'\n'));
    } else if (const QString value = document.text(m_spec.path); value != text()) {
        if (m_line)
            m_line->setText(value);
        else
            m_text->setPlainText(value);
    }
    if (m_line && !m_line->hasFocus())
        m_line->setCursorPosition(0);
}

Result<Edits> YamlField::edits(const YamlDocument& document) const
{
    const YamlValue* present = document.find(m_spec.path);
    if (m_switch) {
        const bool wanted = m_switch->isChecked();
        if (present && isTrue(present->text) == wanted && !present->text.isEmpty())
            return Edits{};
        return document.setPlain(m_spec.path, wanted ? QStringLiteral("true") : QStringLiteral("false"));
    }
    if (m_spec.kind == Kind::List) {
        if (document.list(m_spec.path) == entries())
            return Edits{};
        return document.setList(m_spec.path, entries());
    }
    if (!present && text().isEmpty())
        return Edits{};
    if (present && present->text == text())
        return Edits{};
    const bool plain = present && present->style == YamlStyle::Plain && isPlainToken(present->text) && isPlainToken(text());
    return plain ? document.setPlain(m_spec.path, text()) : document.set(m_spec.path, text());
}

void YamlField::showProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void YamlField::focusAt(const YamlValue& value, qsizetype offset)
{
    widget()->setFocus(Qt::OtherFocusReason);
    if (!m_line)
        return;
    // Quotes are not in the field; what is escaped in the file makes this a near guess.
    const bool quoted = value.style == YamlStyle::SingleQuoted || value.style == YamlStyle::DoubleQuoted;
    const qsizetype from = value.range.from + (quoted ? 1 : 0);
    const QByteArray utf8 = value.text.toUtf8();
    const qsizetype bytes = std::clamp<qsizetype>(offset - from, 0, utf8.size());
    m_line->deselect();
    m_line->setCursorPosition(int(QString::fromUtf8(utf8.first(bytes)).size()));
}

bool YamlField::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn)
        Q_EMIT entered();
    else if (event->type() == QEvent::FocusOut)
        Q_EMIT left();
    return QWidget::eventFilter(watched, event);
}

} // namespace lectern::app
