// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/sourcepane.h"

#include "app/forms/textbox.h"
#include "app/shell/look.h"

#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

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
    // Whole lines, as many as one looks at.
    const qsizetype most
        = bytes.size() > mostBytes ? std::max<qsizetype>(bytes.lastIndexOf('\n', 4096), 0) + 1 : bytes.size();
    const QByteArray shown = bytes.first(most);
    m_hidden = bytes.size() - most;
    const QString text = QString::fromUtf8(shown);
    m_readable = text.toUtf8() == shown;
    m_box->setReadOnly(!m_readable || m_hidden > 0);
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
    if (m_hidden > 0)
        m_explanation->setText(tr("This part is too long for a form. It begins like this, with %1 more "
                                  "behind it; the page's source "
                                  "shows it whole and edits it.")
                                   .arg(QLocale().formattedDataSize(m_hidden)));
    else if (!m_readable)
        m_explanation->setText(tr("This part is not UTF-8 text. It is kept as it is and cannot be edited here."));
    else if (m_raw)
        m_explanation->setText(tr("Lectern has no form for this part of the page. It is kept as written; edit it as source."));
    else
        m_explanation->setText(tr("As it stands in the file."));
}

} // namespace lectern::app
