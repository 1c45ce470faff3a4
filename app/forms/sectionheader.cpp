// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/sectionheader.h"

#include "app/forms/fieldframe.h"
#include "app/forms/fieldwords.h"
#include "app/shell/icons.h"
#include "app/shell/look.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>
#include <QToolButton>

#include <algorithm>

namespace lectern::app {

using profile::SectionKind;

HeadingEdit::HeadingEdit(QWidget* parent) : QLineEdit(parent)
{
    setFrame(false);
    setObjectName(QStringLiteral("sectionHeading"));
    setTextMargins(fieldPadding, 2, fieldPadding, 2);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QLineEdit::textChanged, this, [this] { updateGeometry(); });
    dress();
}

void HeadingEdit::dress()
{
    if (m_dressing)
        return;
    const QScopedValueRollback guard(m_dressing, true);
    const QFont wanted = look::font(look::TextRole::Heading, QGuiApplication::font());
    if (wanted != font())
        setFont(wanted);
    QPalette colours = QGuiApplication::palette();
    // The frame is painted below, and only while the heading is edited or pointed at.
    colours.setColor(QPalette::Base, Qt::transparent);
    if (colours != palette())
        setPalette(colours);
}

void HeadingEdit::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::ApplicationPaletteChange
        || event->type() == QEvent::PaletteChange)
        dress();
}

QSize HeadingEdit::sizeHint() const
{
    const QString& shown = text().isEmpty() ? placeholderText() : text();
    const int width = fontMetrics().horizontalAdvance(shown) + 2 * fieldPadding + look::half;
    return {std::clamp(width, 64, 420), fontMetrics().height() + look::grid};
}

QSize HeadingEdit::minimumSizeHint() const { return {80, sizeHint().height()}; }

bool HeadingEdit::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            key->ignore();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void HeadingEdit::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape || event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo)) {
        event->ignore();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void HeadingEdit::paintEvent(QPaintEvent* event)
{
    if (!isReadOnly() && (hasFocus() || underMouse())) {
        QPainter painter(this);
        paintFieldFrame(painter, rect(), QGuiApplication::palette(), hasFocus() ? FrameState::Focused : FrameState::Idle);
    }
    QLineEdit::paintEvent(event);
}

SectionHeader::SectionHeader(QWidget* parent)
    : QWidget(parent), m_heading(new HeadingEdit(this)), m_count(new look::TextLabel(look::TextRole::Secondary, {}, this)),
      m_add(new QToolButton(this)), m_sort(new QToolButton(this)), m_hide(new QToolButton(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(look::margin - fieldPadding - 2, look::grid, look::margin, look::half);
    row->setSpacing(look::half);
    row->addWidget(m_heading);
    row->addWidget(m_count);
    row->addStretch();
    row->addWidget(m_hide);
    row->addWidget(m_sort);
    row->addWidget(m_add);
    m_add->setObjectName(QStringLiteral("add"));
    m_add->setIcon(icon(u"plus"));
    m_add->setText(tr("Add"));
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_sort->setObjectName(QStringLiteral("sort"));
    m_sort->setIcon(icon(u"arrow-up-down"));
    m_sort->setText(tr("Arrange"));
    m_sort->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_sort->setPopupMode(QToolButton::InstantPopup);
    m_hide->setObjectName(QStringLiteral("hideSection"));
    m_hide->setCheckable(true);
    for (QToolButton* button : {m_add, m_sort, m_hide})
        button->setAutoRaise(true);
    fillArrangeMenu();
    m_heading->setAccessibleName(tr("Section name"));
    connect(m_add, &QToolButton::clicked, this, &SectionHeader::addRequested);
    connect(m_hide, &QToolButton::clicked, this, &SectionHeader::hideRequested);
    connect(m_heading, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (!text.trimmed().isEmpty())
            Q_EMIT renamed(text);
    });
    connect(m_heading, &QLineEdit::editingFinished, this, &SectionHeader::renamingEnded);
    showNothing();
}

void SectionHeader::fillArrangeMenu()
{
    auto* menu = new QMenu(m_sort);
    const auto order = [&](QStringView name, const QString& text, profile::SortOrder which) {
        m_orders.append(
            menu->addAction(icon(name), text, this, [this, which] { Q_EMIT sortRequested(which); }));
    };
    order(u"arrow-down-wide-narrow", tr("Newest first"), profile::SortOrder::NewestFirst);
    order(u"arrow-up-narrow-wide", tr("Oldest first"), profile::SortOrder::OldestFirst);
    menu->addSeparator();
    const auto group = [&](QStringView name, const QString& text, ItemActions::GroupBy by) {
        return menu->addAction(icon(name), text, this, [this, by] { Q_EMIT groupRequested(by); });
    };
    m_byYear = group(u"calendar", tr("Group by year"), ItemActions::GroupBy::Year);
    m_byType = group(u"book-open", tr("Group by type"), ItemActions::GroupBy::Type);
    m_ungroup = group(u"list", tr("Take the groups away"), ItemActions::GroupBy::Nothing);
    m_sort->setMenu(menu);
    m_sort->setToolTip(tr("Sort the entries by date, or group them under sub-headings"));
    m_sort->setAccessibleName(tr("Arrange the entries"));
}

void SectionHeader::showNothing()
{
    m_heading->clear();
    m_heading->setReadOnly(true);
    m_heading->setPlaceholderText({});
    m_count->clear();
    for (QToolButton* button : {m_add, m_sort, m_hide})
        button->hide();
}

void SectionHeader::showSection(const profile::Section& section)
{
    m_known = section.heading;
    m_heading->setText(section.heading);
    m_heading->setCursorPosition(0);
    refresh(section);
}

void SectionHeader::follow(const profile::Section& section)
{
    if (section.heading != m_known) {
        m_known = section.heading;
        // Spaces at the end vanish from the page while the next word is still to be typed.
        if (m_heading->text().trimmed() != section.heading.trimmed())
            m_heading->setText(section.heading);
    }
    refresh(section);
}

void SectionHeader::refresh(const profile::Section& section)
{
    const bool named = !section.headingRange.isEmpty();
    m_heading->setReadOnly(!named);
    m_heading->setFocusPolicy(named ? Qt::StrongFocus : Qt::NoFocus);
    m_heading->setPlaceholderText(named ? QString() : words::sectionName(section.kind));
    if (!named)
        m_heading->setText(words::sectionName(section.kind));
    m_heading->setToolTip(named ? tr("Click to rename the section") : QString());
    const int count = int(section.items.size());
    const bool prose = section.kind == SectionKind::About;
    m_count->setText(QStringLiteral("· ") + QLocale().toString(count));
    m_count->setAccessibleName(tr("%n entries", nullptr, count));
    m_count->setVisible(!prose);
    m_add->show();
    m_add->setToolTip(words::addLabel(section.kind));
    m_add->setAccessibleName(words::addLabel(section.kind));
    const auto dated = std::count_if(
        section.items.begin(), section.items.end(), [](const profile::Item& item) { return item.when.start.has_value(); });
    m_sort->setVisible(!prose);
    const bool papers = section.kind == SectionKind::Publications;
    const bool grouped = std::any_of(section.items.begin(), section.items.end(),
        [](const profile::Item& item) { return !item.group.isEmpty(); });
    const bool several = count > 1 && named;
    for (QAction* order : std::as_const(m_orders))
        order->setEnabled(dated > 1);
    m_byYear->setEnabled(several && dated > 0);
    m_byType->setVisible(papers);
    m_byType->setEnabled(several);
    m_ungroup->setEnabled(grouped);
    m_sort->setEnabled(dated > 1 || several || grouped);
    m_hide->setVisible(named);
    m_hide->setChecked(section.hidden);
    m_hide->setIcon(icon(section.hidden ? u"eye-off" : u"eye"));
    m_hide->setToolTip(section.hidden ? tr("Show this section on the page") : tr("Hide this section on the page"));
    m_hide->setAccessibleName(m_hide->toolTip());
}

} // namespace lectern::app
