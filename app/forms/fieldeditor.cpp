// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/fieldeditor.h"

#include "app/forms/authorsfield.h"
#include "app/forms/datefield.h"
#include "app/forms/fieldwords.h"
#include "app/forms/imagefield.h"
#include "app/forms/linefield.h"
#include "app/forms/linesfield.h"
#include "app/forms/linksfield.h"
#include "app/forms/tagsfield.h"
#include "app/forms/textfield.h"
#include "app/forms/urlfield.h"
#include "app/shell/look.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace lectern::app {

using profile::FieldValue;

bool sameButEnds(const FieldValue& first, const FieldValue& second)
{
    const auto* const a = std::get_if<QString>(&first);
    const auto* const b = std::get_if<QString>(&second);
    return a && b ? QStringView(*a).trimmed() == QStringView(*b).trimmed() : first == second;
}

FieldEditor::FieldEditor(const FieldSetting& setting, QWidget* parent)
    : QWidget(parent)
    , m_setting(setting)
    , m_column(new QVBoxLayout(this))
    , m_labelRow(new QHBoxLayout)
    , m_label(new look::TextLabel(look::TextRole::Secondary, words::label(setting.id, setting.kind), this))
    , m_note(new look::TextLabel(look::TextRole::Secondary, {}, this))
    , m_problem(new look::TextLabel(look::TextRole::Problem, {}, this))
{
    setObjectName(QStringLiteral("field.") + profile::name(setting.id));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(look::half);
    m_labelRow->setSpacing(2);
    m_labelRow->addWidget(m_label);
    m_labelRow->addStretch();
    m_label->setMinimumHeight(look::scaled(2 * look::grid, this));
    m_column->addLayout(m_labelRow);
    m_note->setObjectName(QStringLiteral("understood"));
    m_problem->setObjectName(QStringLiteral("problem"));
    for (look::TextLabel* note : { m_note, m_problem }) {
        note->setWordWrap(true);
        note->setTextFormat(Qt::PlainText);
        note->hide();
        m_column->addWidget(note);
    }
    m_column->addStretch();
}

void FieldEditor::setContent(QWidget* content, QWidget* focusTarget)
{
    m_column->insertWidget(1, content);
    m_label->setBuddy(focusTarget);
    focusTarget->setAccessibleName(m_label->text());
    setFocusProxy(focusTarget);
}

AddressStyle FieldEditor::addressStyle(const QString& sample) const
{
    return files().styleOf(sample, m_setting.addressStart ? m_setting.addressStart() : QString());
}

FileEdits FieldEditor::unneeded(const QString& address) const
{
    const FileEdits removal = files().removal(address);
    const bool shared
        = m_setting.mentions && m_setting.mentions(removal.file.section(u'/', -1)) > 1;
    return shared ? FileEdits() : removal;
}

void FieldEditor::setLabelShown(bool shown)
{
    m_label->setVisible(shown);
    if (QWidget* const own = tools(); own && shown) {
        m_labelRow->addWidget(own);
        own->show();
    }
}

bool FieldEditor::isFilled() const
{
    return std::visit([](const auto& held) { return held.size() > 0; }, value());
}

void FieldEditor::reset(const FieldValue& pageValue)
{
    m_known = pageValue;
    m_refusal.clear();
    showValue(pageValue);
    refreshNotes();
}

void FieldEditor::follow(const FieldValue& pageValue)
{
    if (m_known != pageValue)
        reset(pageValue);
}

void FieldEditor::accepted(const FieldValue& pageValue)
{
    m_known = pageValue;
    m_refusal.clear();
    if (!sameButEnds(value(), pageValue))
        showValue(pageValue);
    refreshNotes();
}

void FieldEditor::refused(const QString& reason)
{
    m_refusal = reason;
    refreshNotes();
}

void FieldEditor::settle()
{
    if (m_refusal.isEmpty() && ownProblem().isEmpty() && m_known && value() != *m_known)
        reset(*m_known);
}

void FieldEditor::userEdited()
{
    m_refusal.clear();
    Q_EMIT edited();
    refreshNotes();
}

void FieldEditor::refreshNotes()
{
    const QString problem = m_refusal.isEmpty() ? ownProblem() : m_refusal;
    const QString note = problem.isEmpty() ? understood() : QString();
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (focusProxy())
        focusProxy()->setAccessibleDescription(problem.isEmpty() ? note : problem);
    markProblem(!problem.isEmpty());
}

FieldEditor* makeFieldEditor(const FieldSetting& setting, QWidget* parent)
{
    using profile::FieldShape;
    switch (setting.shape) {
    case FieldShape::Text:
        return new TextField(setting, parent);
    case FieldShape::Date:
        return new DateField(setting, parent);
    case FieldShape::Url:
        return new UrlField(setting, parent);
    case FieldShape::Image:
        return new ImageField(setting, parent);
    case FieldShape::Authors:
        return new AuthorsField(setting, parent);
    case FieldShape::Links:
        return new LinksField(setting, parent);
    case FieldShape::Tags:
        return new TagsField(setting, parent);
    case FieldShape::Lines:
        return new LinesField(setting, parent);
    case FieldShape::Line:
        break;
    }
    return new LineField(setting, parent);
}

} // namespace lectern::app
