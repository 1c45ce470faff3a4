// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/sourcepane.h"

#include "app/forms/textbox.h"
#include "app/shell/look.h"

#include <QVBoxLayout>

namespace lectern::app {

SourcePane::SourcePane(QWidget* parent)
    : QWidget(parent), m_explanation(new look::TextLabel(look::TextRole::Secondary, {}, this)),
      m_box(new TextBox(TextBox::Lines::Many, this))
{
    auto* column = new QVBoxLayout(this);
    look::tighten(column, look::half);
    column->addWidget(m_explanation);
    column->addWidget(m_box);
    m_explanation->setWordWrap(true);
    m_box->setObjectName(QStringLiteral("source"));
    m_box->setAccessibleName(tr("Source"));
    m_box->setMonospaced(true);
    m_box->setLineLimits(3, 40);
    connect(m_box, &TextBox::edited, this, &SourcePane::edited);
    explain();
}

void SourcePane::setBytes(const QByteArray& bytes)
{
    const QString text = QString::fromUtf8(bytes);
    m_readable = text.toUtf8() == bytes;
    m_box->setReadOnly(!m_readable);
    m_box->setRecord(text);
    explain();
}

QByteArray SourcePane::bytes() const { return m_box->record().toUtf8(); }

void SourcePane::setRaw(bool raw)
{
    m_raw = raw;
    explain();
}

void SourcePane::explain()
{
    if (!m_readable)
        m_explanation->setText(tr("This part is not UTF-8 text. It is kept as it is and cannot be edited here."));
    else if (m_raw)
        m_explanation->setText(tr("Lectern has no form for this part of the page. It is kept as written; edit it as source."));
    else
        m_explanation->setText(tr("As it stands in the file."));
}

} // namespace lectern::app
