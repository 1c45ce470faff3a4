// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/siteforms/yamlfield.h"

#include "app/forms/textbox.h"
#include "app/shell/look.h"

#include <QCheckBox>
#include <QEvent>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QTextCursor>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern::app {
namespace {

using Kind = YamlFieldSpec::Kind;

/// Words that Ruby's Psych reads as true (YAML 1.1, bool).
bool isTrue(const QString& text)
{
    static const QStringList words { QStringLiteral("true"), QStringLiteral("yes"), QStringLiteral("on"),
        QStringLiteral("y") };
    return words.contains(text.toLower());
}

/// A number or truth value, which loses its kind when it is written as a string.
bool isPlainToken(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^(true|false|null|~|[-+]?\\d+(\\.\\d+)?)$"),
        QRegularExpression::CaseInsensitiveOption);
    return form.match(text).hasMatch();
}

} // namespace

YamlField::YamlField(const YamlFieldSpec& spec, QWidget* parent)
    : QWidget(parent)
    , m_spec(spec)
    , m_problem(new look::TextLabel(look::TextRole::Problem, {}, this))
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
    if (m_spec.kind == Kind::Switch) {
        m_switch = new QCheckBox(m_spec.label, this);
        connect(m_switch, &QCheckBox::clicked, this, &YamlField::edited);
        return;
    }
    const bool oneLine = m_spec.kind == Kind::Line;
    m_box = new TextBox(oneLine ? TextBox::Lines::One : TextBox::Lines::Many, this);
    if (!oneLine)
        m_box->setLineLimits(2, 12);
    m_box->setPlaceholderText(m_spec.example);
    connect(m_box, &TextBox::edited, this, &YamlField::edited);
}

QWidget* YamlField::widget() const
{
    return m_box ? static_cast<QWidget*>(m_box) : m_switch;
}

QStringList YamlField::entries() const
{
    QStringList entries;
    for (const QString& line : m_box->record().split(u'\n')) {
        if (!line.trimmed().isEmpty())
            entries.append(line.trimmed());
    }
    return entries;
}

QString YamlField::text() const
{
    return m_box ? m_box->record() : QString();
}

bool YamlField::isEmpty() const
{
    return m_switch ? !m_switch->isChecked() : text().trimmed().isEmpty();
}

void YamlField::follow(const YamlDocument& document)
{
    showProblem({});
    if (m_switch) {
        const QSignalBlocker quiet(m_switch);
        m_switch->setChecked(isTrue(document.text(m_spec.path)));
    } else if (m_spec.kind == Kind::List) {
        if (const QStringList list = document.list(m_spec.path); list != entries())
            m_box->setRecord(list.join(u'\n'));
    } else {
        m_box->setRecord(document.text(m_spec.path));
    }
}

Result<Edits> YamlField::edits(const YamlDocument& document) const
{
    const YamlValue* present = document.find(m_spec.path);
    if (m_switch) {
        const bool wanted = m_switch->isChecked();
        if (present && isTrue(present->text) == wanted && !present->text.isEmpty())
            return Edits {};
        return document.setPlain(m_spec.path, wanted ? QStringLiteral("true") : QStringLiteral("false"));
    }
    if (m_spec.kind == Kind::List) {
        if (document.list(m_spec.path) == entries())
            return Edits {};
        return document.setList(m_spec.path, entries());
    }
    if (!present && text().isEmpty())
        return Edits {};
    if (present && present->text == text())
        return Edits {};
    const bool plain = present && present->style == YamlStyle::Plain && isPlainToken(present->text)
        && isPlainToken(text());
    return plain ? document.setPlain(m_spec.path, text()) : document.set(m_spec.path, text());
}

void YamlField::showProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    if (m_box)
        m_box->setProblem(!sentence.isEmpty());
    widget()->setAccessibleDescription(sentence.isEmpty() ? m_spec.path.join(u'.') : sentence);
}

void YamlField::focusAt(const YamlValue& value, qsizetype offset)
{
    widget()->setFocus(Qt::OtherFocusReason);
    if (!m_box || m_spec.kind == Kind::List)
        return;
    // Quotes are not in the field; what is escaped in the file makes this a near guess.
    const bool quoted = value.style == YamlStyle::SingleQuoted || value.style == YamlStyle::DoubleQuoted;
    const qsizetype from = value.range.from + (quoted ? 1 : 0);
    const QByteArray utf8 = value.text.toUtf8();
    const qsizetype bytes = std::clamp<qsizetype>(offset - from, 0, utf8.size());
    QTextCursor caret = m_box->textCursor();
    caret.setPosition(int(QString::fromUtf8(utf8.first(bytes)).size()));
    m_box->setTextCursor(caret);
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
