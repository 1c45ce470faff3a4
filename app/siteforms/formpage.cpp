// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/siteforms/formpage.h"

#include "app/shell/look.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace lectern::app {

FormPage::FormPage(const QString& title, const QString& subtitle, QWidget* parent) : QWidget(parent)
{
    setAccessibleName(title);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* heading = new look::TextLabel(look::TextRole::Heading, title, this);
    heading->setContentsMargins(look::margin, look::margin - 4, look::margin, 0);
    auto* note = new look::TextLabel(look::TextRole::Secondary, subtitle, this);
    note->setContentsMargins(look::margin, 2, look::margin, look::grid);
    note->setWordWrap(true);

    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(title);
    auto* inner = new QWidget(area);
    inner->setAutoFillBackground(true);
    inner->setBackgroundRole(QPalette::Base);
    m_content = new QVBoxLayout(inner);
    m_content->setContentsMargins(look::margin, look::grid, look::margin, 3 * look::grid);
    m_content->setSpacing(look::margin - 4);
    area->setWidget(inner);

    auto* column = new QVBoxLayout(this);
    look::tighten(column);
    column->addWidget(heading);
    column->addWidget(note);
    column->addWidget(new look::Hairline(Qt::Horizontal, this));
    column->addWidget(area, 1);
}

} // namespace lectern::app
