// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/chipdetails.h"

#include "app/forms/textbox.h"
#include "app/shell/look.h"

#include <QGridLayout>
#include <QKeyEvent>

namespace lectern::app {

ChipDetails::ChipDetails(const std::vector<Part>& parts, QWidget* parent)
    : QWidget(parent)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(look::margin, look::grid, 0, look::half);
    grid->setHorizontalSpacing(look::grid);
    grid->setVerticalSpacing(look::half);
    for (size_t i = 0; i < parts.size(); ++i) {
        auto* label = new look::TextLabel(look::TextRole::Secondary, parts[i].label, this);
        auto* box = new TextBox(TextBox::Lines::One, this);
        box->setAccessibleName(parts[i].label);
        box->setPlaceholderText(parts[i].example);
        label->setBuddy(box);
        grid->addWidget(label, 0, int(i));
        grid->addWidget(box, 1, int(i), Qt::AlignTop);
        grid->setColumnStretch(int(i), parts[i].stretch);
        connect(box, &TextBox::edited, this, [this, box, i] { Q_EMIT partEdited(int(i), box->record()); });
        connect(box, &TextBox::submitted, this, &ChipDetails::closed);
        m_boxes.push_back(box);
    }
}

void ChipDetails::setValues(const std::vector<QString>& values)
{
    for (size_t i = 0; i < m_boxes.size() && i < values.size(); ++i)
        m_boxes[i]->setRecord(values[i]);
}

void ChipDetails::focusPart(int part)
{
    TextBox* const box = m_boxes[size_t(part)];
    box->setFocus(Qt::OtherFocusReason);
    box->selectAll();
}

void ChipDetails::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace lectern::app
