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

#include <algorithm>

namespace lectern::app {
namespace {

constexpr int sectionsWidth = 176; // at 100 %
constexpr int mostSections = 224; // where the names are long
constexpr int leastEditor = 380;
constexpr int mostEditor = 560; // longer lines are hard to read, and a large page is worth more
constexpr double editorShare = 0.4; // of what the sections leave

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
    connect(m_splitter, &QSplitter::splitterMoved, this, &Columns::rememberDivision);
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
    distribute();
}

bool Columns::isTooNarrow() const
{
    // Up to 20 px a line of text is about as high as usual.
    return width() < narrowWidth * std::max(1.0, fontMetrics().height() / 20.0);
}

void Columns::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (isTooNarrow() != m_narrow) {
        m_narrow = !m_narrow;
        arrange();
    } else {
        distribute();
    }
}

void Columns::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange) {
        m_narrow = isTooNarrow();
        arrange();
    }
}

int Columns::sectionsWide() const
{
    const int wish = m_contents[Sections] ? m_contents[Sections]->sizeHint().width() : 0;
    return std::clamp(wish, look::scaled(sectionsWidth, this), look::scaled(mostSections, this));
}

void Columns::distribute()
{
    const bool divided = m_divided.size() == 3;
    const bool hasSections = m_wanted[Sections];
    const bool hasBoth = !m_holders[Editor]->isHidden() && !m_holders[Preview]->isHidden();
    const int sections = divided ? m_divided[Sections] : sectionsWide();
    const int handles = m_splitter->handleWidth() * (int(hasSections) + int(hasBoth));
    const int rest = std::max(1, width() - handles - (hasSections ? sections : 0));
    int editor = std::clamp(int(rest * editorShare), look::scaled(leastEditor, this), look::scaled(mostEditor, this));
    if (divided)
        editor = int(double(rest) * m_divided[Editor] / std::max(1, m_divided[Editor] + m_divided[Preview]));
    m_splitter->setSizes({sections, hasBoth ? editor : rest, hasBoth ? std::max(1, rest - editor) : rest});
}

void Columns::rememberDivision()
{
    // A column that is put away (or behind a tab) keeps the width, or the share, that it had.
    const QList<int> now = m_splitter->sizes();
    if (m_divided.size() != 3)
        m_divided = {sectionsWide(), 2, 3};
    if (now[Sections] > 0)
        m_divided[Sections] = now[Sections];
    if (now[Editor] > 0 && now[Preview] > 0) {
        m_divided[Editor] = now[Editor];
        m_divided[Preview] = now[Preview];
    }
}

void Columns::setWidths(const QList<int>& widths)
{
    if (widths.size() == 3)
        m_divided = widths;
    distribute();
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
