// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/linesfield.h"

#include "app/forms/fieldwords.h"
#include "app/forms/textbox.h"
#include "app/shell/icons.h"
#include "app/shell/look.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern::app {

namespace {

QStringList filled(const QStringList& lines)
{
    QStringList texts;
    for (const QString& line : lines) {
        if (!line.trimmed().isEmpty())
            texts.append(line);
    }
    return texts;
}

} // namespace

LinesField::LinesField(const FieldSetting& setting, QWidget* parent)
    : FieldEditor(setting, parent)
    , m_lines(QString())
    , m_column(nullptr)
    , m_add(nullptr)
{
    auto* content = new QWidget(this);
    m_column = new QVBoxLayout(content);
    look::tighten(m_column, look::half);
    m_add = new QToolButton(content);
    m_add->setObjectName(QStringLiteral("addLine"));
    m_add->setIcon(icon(u"plus", IconTint::Secondary));
    m_add->setIconSize({ 14, 14 });
    m_add->setText(tr("Add a line"));
    m_add->setAccessibleName(m_add->text());
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->setAutoRaise(true);
    m_add->setFocusPolicy(Qt::TabFocus);
    m_column->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QToolButton::clicked, this, [this] { add(int(m_lines.size())); });
    refreshRows();
    setContent(content, m_rows.front().box);
    refreshRows(); // with the label's words, which the field has now
}

QToolButton* LinesField::addButton(QWidget* row, const char* id, QStringView iconName, const QString& name)
{
    auto* button = new QToolButton(row);
    button->setObjectName(QLatin1StringView(id));
    button->setIcon(icon(iconName, IconTint::Secondary));
    button->setIconSize({ 14, 14 });
    button->setFixedSize(look::scaled(22, this), look::scaled(24, this));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(name);
    button->installEventFilter(this);
    QSizePolicy policy = button->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // the text keeps its width
    button->setSizePolicy(policy);
    row->layout()->addWidget(button);
    row->layout()->setAlignment(button, Qt::AlignTop);
    return button;
}

LinesField::Row LinesField::makeRow()
{
    auto* widget = new QWidget(m_column->parentWidget());
    look::tighten(new QHBoxLayout(widget), 0);
    auto* box = new TextBox(TextBox::Lines::One, widget);
    box->setPlaceholderText(words::example(setting().id, setting().kind));
    box->installEventFilter(this);
    widget->installEventFilter(this);
    static_cast<QHBoxLayout*>(widget->layout())->addWidget(box, 1);
    const Row row { widget, box, addButton(widget, "lineUp", u"arrow-up", tr("Move this line up (Alt+↑)")),
        addButton(widget, "lineDown", u"arrow-down", tr("Move this line down (Alt+↓)")),
        addButton(widget, "removeLine", u"x", tr("Take this line out")) };
    connect(box, &TextBox::edited, this, [this, box] {
        const int at = rowOf(box);
        m_lines[at] = box->record();
        const QScopedValueRollback typing(m_typingPart, QString::number(at));
        userEdited();
    });
    connect(box, &TextBox::submitted, this, [this, box] { add(rowOf(box) + 1); });
    connect(row.up, &QToolButton::clicked, this, [this, box] { move(rowOf(box), rowOf(box) - 1); });
    connect(row.down, &QToolButton::clicked, this, [this, box] { move(rowOf(box), rowOf(box) + 1); });
    connect(row.remove, &QToolButton::clicked, this, [this, box] { remove(rowOf(box)); });
    return row;
}

/// The rows show the lines. Widgets come and go at the end, so that the one with the keyboard stays.
void LinesField::refreshRows()
{
    const size_t count = size_t(m_lines.size());
    while (m_rows.size() > count) {
        m_rows.back().widget->hide();
        m_rows.back().widget->deleteLater(); // its button may have led here
        m_rows.pop_back();
    }
    while (m_rows.size() < count) {
        m_rows.push_back(makeRow());
        m_column->insertWidget(int(m_rows.size()) - 1, m_rows.back().widget);
        m_rows.back().widget->show();
    }
    const QString label = words::label(setting().id, setting().kind);
    for (size_t i = 0; i < count; ++i) {
        const Row& row = m_rows[i];
        row.box->setRecord(m_lines[qsizetype(i)]);
        row.box->setAccessibleName(tr("%1, line %2", "field").arg(label).arg(i + 1));
        row.up->setEnabled(i > 0);
        row.down->setEnabled(i + 1 < count);
        row.up->setAccessibleName(tr("Move line %1 up").arg(i + 1));
        row.down->setAccessibleName(tr("Move line %1 down").arg(i + 1));
        row.remove->setAccessibleName(tr("Take line %1 out").arg(i + 1));
        QWidget* const before = i == 0 ? nullptr : static_cast<QWidget*>(m_rows[i - 1].remove);
        if (before)
            setTabOrder(before, row.box);
    }
    setTabOrder(m_rows.back().remove, m_add);
    showButtons();
}

/// A line's buttons are there while the pointer or the keyboard is in it.
void LinesField::showButtons()
{
    for (const Row& row : m_rows) {
        const bool hasFocus
            = row.box->hasFocus() || row.up->hasFocus() || row.down->hasFocus() || row.remove->hasFocus();
        const bool shown = m_lines.size() > 1 && (hasFocus || row.widget->underMouse());
        row.up->setVisible(shown);
        row.down->setVisible(shown);
        row.remove->setVisible(shown || (hasFocus && !row.box->record().isEmpty()));
    }
}

profile::FieldValue LinesField::value() const
{
    return filled(m_lines);
}

void LinesField::focusContent()
{
    focusRow(0);
}

void LinesField::settle()
{
    // Lines that were begun and not written go.
    const QStringList lines = filled(m_lines);
    if (lines.size() != m_lines.size()) {
        m_lines = lines.isEmpty() ? QStringList(QString()) : lines;
        refreshRows();
    }
    FieldEditor::settle();
}

void LinesField::showValue(const profile::FieldValue& value)
{
    const auto* const lines = std::get_if<QStringList>(&value);
    const QStringList wanted = lines ? *lines : QStringList();
    if (filled(m_lines) == wanted)
        return;
    m_lines = wanted.isEmpty() ? QStringList(QString()) : wanted;
    refreshRows();
}

void LinesField::markProblem(bool problem)
{
    for (const Row& row : m_rows)
        row.box->setProblem(problem);
}

void LinesField::add(int at)
{
    m_lines.insert(at, QString());
    refreshRows();
    focusRow(at);
}

void LinesField::remove(int at)
{
    const bool wasFilled = !m_lines[at].trimmed().isEmpty();
    m_lines.removeAt(at);
    if (m_lines.isEmpty())
        m_lines.append(QString());
    refreshRows();
    focusRow(std::max(0, at - 1));
    if (wasFilled)
        userEdited();
}

void LinesField::move(int from, int to)
{
    if (to < 0 || to >= int(m_lines.size()))
        return;
    const QStringList before = filled(m_lines);
    m_lines.move(from, to);
    refreshRows();
    focusRow(to);
    if (filled(m_lines) != before)
        userEdited();
}

void LinesField::focusRow(int at)
{
    TextBox* const box = m_rows[size_t(at)].box;
    box->setFocus(Qt::OtherFocusReason);
    box->moveCursor(QTextCursor::End);
}

int LinesField::rowOf(const QObject* part) const
{
    const auto row = std::ranges::find_if(m_rows, [part](const Row& other) {
        return part == other.widget || part == other.box || part == other.up || part == other.down
            || part == other.remove;
    });
    return row == m_rows.end() ? -1 : int(row - m_rows.begin());
}

bool LinesField::ownKey(int row, const QKeyEvent& key)
{
    const bool isUp = key.key() == Qt::Key_Up;
    if (key.modifiers() == Qt::AltModifier && (isUp || key.key() == Qt::Key_Down)) {
        move(row, isUp ? row - 1 : row + 1);
        return true;
    }
    if (key.key() == Qt::Key_Backspace && m_lines[row].isEmpty() && m_lines.size() > 1) {
        remove(row);
        return true;
    }
    return false;
}

bool LinesField::eventFilter(QObject* watched, QEvent* event)
{
    const int row = rowOf(watched);
    const auto type = event->type();
    if (row < 0)
        return FieldEditor::eventFilter(watched, event);
    if (type == QEvent::FocusIn || type == QEvent::FocusOut || type == QEvent::Enter || type == QEvent::Leave)
        QMetaObject::invokeMethod(this, &LinesField::showButtons, Qt::QueuedConnection);
    // The window has these keys for the list's entries.
    if (type == QEvent::ShortcutOverride && watched == m_rows[size_t(row)].box) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            event->accept();
            return true;
        }
    }
    if (type == QEvent::KeyPress && watched == m_rows[size_t(row)].box
        && ownKey(row, *static_cast<QKeyEvent*>(event)))
        return true;
    return FieldEditor::eventFilter(watched, event);
}

} // namespace lectern::app
