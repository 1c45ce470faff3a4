// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/datefield.h"

#include "app/forms/datewords.h"
#include "app/shell/icons.h"
#include "app/shell/look.h"

#include <QButtonGroup>
#include <QCalendarWidget>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScreen>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern::app {

DateField::DateField(const FieldSetting& setting, QWidget* parent)
    : LineField(setting, parent, WithoutContent {})
    , m_open(new QToolButton(this))
    , m_end(DateEnd::Start)
{
    box()->setTrailing(m_open);
    m_open->setIcon(icon(u"calendar", IconTint::Secondary));
    m_open->setIconSize({ 16, 16 });
    m_open->setAutoRaise(true);
    m_open->setAccessibleName(tr("Choose a date in a calendar"));
    m_open->setToolTip(m_open->accessibleName());
    connect(m_open, &QToolButton::clicked, this, &DateField::openCalendar);
    setContent(box(), box());
}

QString DateField::ownProblem() const
{
    const QString text = box()->record().trimmed();
    if (text.isEmpty() || profile::readDate(text).start)
        return {};
    return tr("No date was recognised. Try “2025.06” or “Jun 2021 - now”.");
}

QString DateField::understood() const
{
    return describedDate(profile::readDate(box()->record()));
}

QWidget* DateField::makePopup()
{
    auto* popup = new QFrame(this, Qt::Popup);
    popup->setFrameShape(QFrame::StyledPanel);
    auto* column = new QVBoxLayout(popup);
    column->setContentsMargins(look::grid, look::grid, look::grid, look::grid);
    auto* row = new QHBoxLayout;
    auto* ends = new QButtonGroup(popup);
    const auto addEnd = [&](const QString& text, DateEnd end) {
        auto* button = new QPushButton(text, popup);
        button->setCheckable(true);
        button->setChecked(end == DateEnd::Start);
        ends->addButton(button);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, end] { m_end = end; });
    };
    addEnd(tr("From"), DateEnd::Start);
    addEnd(tr("To"), DateEnd::End);
    auto* now = new QPushButton(tr("Until now"), popup);
    row->addWidget(now);
    connect(now, &QPushButton::clicked, this, [this, popup] {
        write(withOngoing(box()->record(), setting().sample));
        popup->hide();
    });
    column->addLayout(row);
    m_calendar = new QCalendarWidget(popup);
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setAccessibleName(tr("Calendar"));
    column->addWidget(m_calendar);
    const auto choose = [this, popup](QDate date) {
        write(withDate(box()->record(), setting().sample, m_end, date));
        popup->hide();
    };
    connect(m_calendar, &QCalendarWidget::clicked, this, choose);
    connect(m_calendar, &QCalendarWidget::activated, this, choose);
    return popup;
}

void DateField::openCalendar()
{
    if (!m_popup)
        m_popup = makePopup();
    const auto span = profile::readDate(box()->record());
    if (span.start)
        m_calendar->setSelectedDate(
            { span.start->year, std::max(span.start->month, 1), std::max(span.start->day, 1) });
    const QRect room = screen()->availableGeometry();
    const QSize size = m_popup->sizeHint();
    QPoint at = box()->mapToGlobal(QPoint(0, box()->height() + look::half));
    at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - size.width())));
    at.setY(std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom() - size.height())));
    m_popup->move(at);
    m_popup->show();
    m_calendar->setFocus(Qt::PopupFocusReason);
}

void DateField::write(const QString& text)
{
    box()->setRecord(text);
    userEdited();
}

} // namespace lectern::app
