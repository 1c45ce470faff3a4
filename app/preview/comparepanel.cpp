// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/comparepanel.h"

#include "app/shell/look.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace lectern::app {

ComparePanel::ComparePanel(QWidget* parent)
    : QWidget(parent)
    , m_text(new look::TextLabel(look::TextRole::Secondary, {}, this))
    , m_jekyll(new QToolButton(this))
    , m_cancel(new QPushButton(this))
    , m_list(new QListWidget(this))
{
    auto* column = new QVBoxLayout(this);
    look::tighten(column);
    column->addWidget(new look::Hairline(Qt::Horizontal, this));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(look::margin, look::half, look::grid, look::half);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_text->setAccessibleName(tr("Comparison with Jekyll"));
    m_jekyll->setText(tr("Show Jekyll's page"));
    m_jekyll->setCheckable(true);
    row->addWidget(m_text, 1);
    row->addWidget(m_jekyll);
    row->addWidget(m_cancel);
    column->addLayout(row);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMaximumHeight(look::scaled(180, this));
    m_list->setAccessibleName(tr("Differences"));
    column->addWidget(m_list);
    connect(m_jekyll, &QToolButton::clicked, this, &ComparePanel::jekyllWanted);
    connect(m_cancel, &QPushButton::clicked, this, &ComparePanel::cancelled);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0 && row < m_differences.size())
            Q_EMIT chosen(m_differences[row]);
    });
    hide();
}

QString ComparePanel::sentence() const
{
    return m_text->text();
}

void ComparePanel::showBuilding(const QString& sentence)
{
    m_text->setText(sentence);
    m_text->setToolTip({});
    m_cancel->setText(tr("Cancel"));
    m_jekyll->hide();
    m_list->hide();
    show();
}

void ComparePanel::showFailure(const QString& sentence, const QString& detail)
{
    m_differences.clear();
    showBuilding(sentence);
    m_text->setToolTip(detail);
    m_cancel->setText(tr("Close"));
}

void ComparePanel::showDifferences(const QList<PageDifference>& differences)
{
    m_differences = differences;
    m_text->setText(differences.isEmpty()
            ? tr("Jekyll makes the same page, element for element.")
            : tr("%n element(s) differ from the page that Jekyll makes.", nullptr, int(differences.size())));
    m_text->setToolTip({});
    m_cancel->setText(tr("Close"));
    m_jekyll->setChecked(false);
    m_jekyll->show();
    fill();
    m_list->setVisible(!differences.isEmpty());
    show();
}

void ComparePanel::fill()
{
    m_list->clear();
    for (const PageDifference& difference : std::as_const(m_differences)) {
        const QString shown = difference.ours.isEmpty() ? tr("only Jekyll: %1").arg(difference.theirs)
            : difference.theirs.isEmpty()               ? tr("only the preview: %1").arg(difference.ours)
                                                        : difference.ours;
        auto* item = new QListWidgetItem(difference.path + QStringLiteral("  ") + shown.simplified(), m_list);
        item->setToolTip(tr("Preview: %1\n\nJekyll: %2").arg(difference.ours, difference.theirs));
    }
}

void ComparePanel::setJekyllShown(bool shown)
{
    m_jekyll->setChecked(shown);
}

} // namespace lectern::app
