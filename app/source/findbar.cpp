// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/source/findbar.h"

#include "app/shell/icons.h"
#include "app/shell/look.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace lectern::app {
namespace {

QToolButton* iconButton(QStringView iconName, const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setAutoRaise(true);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

FindBar::FindBar(QWidget* parent)
    : QWidget(parent), m_find(new QLineEdit(this)), m_replace(new QLineEdit(this)),
      m_outcome(new look::TextLabel(look::TextRole::Secondary, {}, this))
{
    setAccessibleName(tr("Find and replace"));
    m_find->setPlaceholderText(tr("Find"));
    m_find->setAccessibleName(tr("Find"));
    look::makeClearable(m_find);
    m_replace->setPlaceholderText(tr("Replace by"));
    m_replace->setAccessibleName(tr("Replace by"));
    m_case = toggle(QStringLiteral("Aa"), tr("Match case"), tr("Capital and small letters differ"));
    m_expression = toggle(QStringLiteral(".*"), tr("Regular expression"),
        tr("What is typed is a regular expression; \\1 to \\9 in the replacement stand for its groups"));
    m_all = toggle(tr("All files"), tr("All files of the page"), tr("Look in every file that takes part in this page"));
    auto* previous = iconButton(u"chevron-up", tr("Previous match (Shift+Enter)"), this);
    auto* next = iconButton(u"chevron-down", tr("Next match (Enter)"), this);
    auto* close = iconButton(u"x", tr("Close (Esc)"), this);
    auto* replace = new QPushButton(tr("Replace"), this);
    auto* replaceAll = new QPushButton(tr("Replace all"), this);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(look::grid, look::grid, look::grid, look::grid);
    grid->setSpacing(look::half);
    grid->addWidget(m_find, 0, 0);
    auto* buttons = new QHBoxLayout;
    look::tighten(buttons, look::half / 2);
    for (QWidget* button : std::initializer_list<QWidget*> {m_case, m_expression, m_all, previous, next, close})
        buttons->addWidget(button);
    grid->addLayout(buttons, 0, 1);
    grid->addWidget(m_replace, 1, 0);
    auto* actions = new QHBoxLayout;
    look::tighten(actions, look::half);
    actions->addWidget(replace);
    actions->addWidget(replaceAll);
    actions->addStretch(1);
    grid->addLayout(actions, 1, 1);
    grid->addWidget(m_outcome, 2, 0, 1, 2);
    grid->setColumnStretch(0, 1);

    connect(m_find, &QLineEdit::textChanged, this, &FindBar::queryChanged);
    for (QToolButton* button : {m_case, m_expression, m_all})
        connect(button, &QToolButton::toggled, this, &FindBar::queryChanged);
    connect(previous, &QToolButton::clicked, this, &FindBar::previousRequested);
    connect(next, &QToolButton::clicked, this, &FindBar::nextRequested);
    connect(close, &QToolButton::clicked, this, &FindBar::closed);
    connect(replace, &QPushButton::clicked, this, &FindBar::replaceRequested);
    connect(replaceAll, &QPushButton::clicked, this, &FindBar::replaceAllRequested);
}

QToolButton* FindBar::toggle(const QString& text, const QString& name, const QString& explanation)
{
    auto* button = new QToolButton(this);
    button->setText(text);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(name);
    button->setToolTip(name + QStringLiteral("\n") + explanation);
    return button;
}

SearchQuery FindBar::query() const { return {m_find->text(), m_expression->isChecked(), m_case->isChecked()}; }
QString FindBar::replacement() const { return m_replace->text(); }
bool FindBar::inAllFiles() const { return m_all->isChecked(); }

void FindBar::ask(const QString& text)
{
    show();
    if (!text.isEmpty())
        m_find->setText(text);
    m_find->selectAll();
    m_find->setFocus(Qt::ShortcutFocusReason);
    Q_EMIT queryChanged();
}

void FindBar::setOutcome(const QString& words, bool problem)
{
    m_outcome->setRole(problem ? look::TextRole::Problem : look::TextRole::Secondary);
    m_outcome->setText(words);
    m_outcome->setVisible(!words.isEmpty());
}

void FindBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (m_replace->hasFocus())
            Q_EMIT replaceRequested();
        else if (event->modifiers() & Qt::ShiftModifier)
            Q_EMIT previousRequested();
        else
            Q_EMIT nextRequested();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace lectern::app
