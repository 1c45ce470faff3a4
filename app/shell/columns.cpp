// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/columns.h"

#include "app/shell/icons.h"
#include "app/shell/look.h"

#include <QApplication>
#include <QButtonGroup>
#include <QResizeEvent>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace lectern::app {
namespace {

QToolButton* tabButton(const QString& text, QStringView iconName, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setText(text);
    button->setIcon(icon(iconName));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setAccessibleName(text);
    return button;
}

} // namespace

Columns::Columns(QWidget* parent) : QWidget(parent), m_splitter(new QSplitter(Qt::Horizontal, this)), m_tabs(new QWidget(this))
{
    m_editTab = tabButton(tr("Edit"), u"square-pen", m_tabs);
    m_previewTab = tabButton(tr("Preview"), u"eye", m_tabs);
    auto* group = new QButtonGroup(this);
    group->addButton(m_editTab);
    group->addButton(m_previewTab);
    connect(m_editTab, &QToolButton::clicked, this, [this] { bringToFront(Editor); });
    connect(m_previewTab, &QToolButton::clicked, this, [this] { bringToFront(Preview); });
    auto* tabRow = new QHBoxLayout(m_tabs);
    tabRow->setContentsMargins(look::grid, look::half, look::grid, look::half);
    tabRow->setSpacing(look::half);
    tabRow->addStretch();
    tabRow->addWidget(m_editTab);
    tabRow->addWidget(m_previewTab);
    tabRow->addStretch();
    m_tabs->hide();

    m_splitter->setHandleWidth(5);
    m_splitter->setAccessibleName(tr("Columns"));
    const QStringList names{tr("Sections column"), tr("Editor column"), tr("Preview column")};
    for (int column = 0; column < 3; ++column) {
        auto* holder = new QWidget(m_splitter);
        holder->setAccessibleName(names[column]);
        look::tighten(new QVBoxLayout(holder));
        m_holders.append(holder);
        m_splitter->addWidget(holder);
        m_splitter->setCollapsible(column, false);
    }
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setStretchFactor(2, 4);
    auto* column = new QVBoxLayout(this);
    look::tighten(column);
    column->addWidget(m_tabs);
    column->addWidget(m_splitter, 1);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { rememberFocus(now); });
}

void Columns::setContent(Column column, QWidget* content)
{
    if (m_contents[column])
        m_contents[column]->deleteLater();
    m_contents[column] = content;
    m_holders[column]->layout()->addWidget(content);
}

void Columns::setShown(Column column, bool shown)
{
    if (m_wanted[column] == shown)
        return;
    m_wanted[column] = shown;
    // Something must be left to work with.
    if (!m_wanted[Editor] && !m_wanted[Preview])
        m_wanted[column == Editor ? Preview : Editor] = true;
    if (shown && column != Sections)
        m_front = column;
    else if (!shown && column == m_front)
        m_front = column == Editor ? Preview : Editor;
    arrange();
    Q_EMIT shownChanged();
}

void Columns::bringToFront(Column column)
{
    m_front = column;
    m_wanted[column] = true;
    arrange();
}

void Columns::arrange()
{
    const bool both = m_wanted[Editor] && m_wanted[Preview];
    m_holders[Sections]->setVisible(m_wanted[Sections]);
    m_holders[Editor]->setVisible(m_narrow && both ? m_front == Editor : m_wanted[Editor]);
    m_holders[Preview]->setVisible(m_narrow && both ? m_front == Preview : m_wanted[Preview]);
    m_tabs->setVisible(m_narrow && both);
    m_editTab->setChecked(m_front == Editor);
    m_previewTab->setChecked(m_front == Preview);
}

void Columns::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool narrow = event->size().width() < narrowWidth;
    if (narrow != m_narrow) {
        m_narrow = narrow;
        arrange();
    }
}

QList<int> Columns::widths() const { return m_splitter->sizes(); }

void Columns::setWidths(const QList<int>& widths)
{
    if (widths.size() == 3)
        m_splitter->setSizes(widths);
}

int Columns::columnOf(const QWidget* widget) const
{
    for (int column = 0; column < 3; ++column) {
        if (widget && m_holders[column]->isAncestorOf(widget))
            return column;
    }
    return -1;
}

void Columns::rememberFocus(QWidget* now)
{
    if (const int column = columnOf(now); column >= 0)
        m_lastFocus[column] = now;
}

void Columns::focusNext(bool backwards)
{
    const int step = backwards ? 2 : 1;
    int column = columnOf(QApplication::focusWidget());
    for (int tries = 0; tries < 3; ++tries) {
        column = column < 0 ? (backwards ? 2 : 0) : (column + step) % 3;
        if (m_wanted[column] && m_contents[column]) {
            focusColumn(Column(column));
            return;
        }
    }
}

void Columns::focusColumn(Column column)
{
    setShown(column, true);
    if (m_narrow && column != Sections)
        bringToFront(column);
    QWidget* target = m_lastFocus[column];
    if (!target || !target->isVisibleTo(this) || !target->isEnabled()) {
        target = nullptr;
        // The first thing in the column that takes the keyboard, in tab order.
        for (QWidget* next = m_holders[column]->nextInFocusChain(); next && next != m_holders[column];
             next = next->nextInFocusChain()) {
            if (m_holders[column]->isAncestorOf(next) && next->isVisibleTo(this) && next->isEnabled()
                && (next->focusPolicy() & Qt::TabFocus)) {
                target = next;
                break;
            }
        }
    }
    if (target)
        target->setFocus(Qt::ShortcutFocusReason);
}

} // namespace lectern::app
