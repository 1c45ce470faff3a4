// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/linefield.h"

class QCalendarWidget;
class QToolButton;

namespace lectern::app {

enum class DateEnd;

/// A date as people write it, how it was understood, and a calendar that writes in the same style.
class DateField : public LineField {
    Q_OBJECT
public:
    DateField(const FieldSetting& setting, QWidget* parent);

protected:
    [[nodiscard]] QString ownProblem() const override;
    [[nodiscard]] QString understood() const override;

private:
    void openCalendar();
    QWidget* makePopup();
    void write(const QString& text);

    QToolButton* m_open;
    QWidget* m_popup = nullptr;
    QCalendarWidget* m_calendar = nullptr;
    DateEnd m_end;
};

} // namespace lectern::app
