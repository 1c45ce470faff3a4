// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/previewtoolbar.h"

#include "app/shell/icons.h"
#include "app/shell/look.h"

#include <QAction>
#include <QActionGroup>
#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

namespace lectern::app {

PreviewToolbar::PreviewToolbar(QWidget* parent)
    : QWidget(parent)
    , m_devices(new QActionGroup(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(look::grid, look::half, look::grid, look::half);
    row->setSpacing(look::half / 2);
    addDevices(row);
    row->addStretch();
    connect(addButton(row, QStringLiteral("zoom-out"), tr("Zoom out"), tr("Show the page smaller")),
        &QToolButton::clicked, this, &PreviewToolbar::zoomOutClicked);
    m_zoom = addButton(row, {}, tr("Size of the page"), {});
    m_zoom->setToolButtonStyle(Qt::ToolButtonTextOnly);
    connect(m_zoom, &QToolButton::clicked, this, &PreviewToolbar::sizeClicked);
    connect(addButton(row, QStringLiteral("zoom-in"), tr("Zoom in"), tr("Show the page larger")),
        &QToolButton::clicked, this, &PreviewToolbar::zoomInClicked);
    row->addSpacing(look::grid);
    connect(
        addButton(row, QStringLiteral("rotate-cw"), tr("Reload"), tr("Read the page and its files again")),
        &QToolButton::clicked, this, &PreviewToolbar::reloadClicked);
    connect(addButton(row, QStringLiteral("external-link"), tr("Open in the browser"),
                tr("Open a copy of the page in your browser")),
        &QToolButton::clicked, this, &PreviewToolbar::browserClicked);
    connect(addButton(row, QStringLiteral("diff"), tr("Build with Jekyll"),
                tr("Build the site with Jekyll and compare its page with the preview")),
        &QToolButton::clicked, this, &PreviewToolbar::jekyllClicked);
}

void PreviewToolbar::addDevices(QBoxLayout* row)
{
    const struct {
        PreviewDevice device;
        QString icon;
        QString name;
    } devices[] = {
        { PreviewDevice::Desktop, QStringLiteral("monitor"), tr("Desktop width") },
        { PreviewDevice::Tablet, QStringLiteral("tablet"), tr("Tablet width") },
        { PreviewDevice::Phone, QStringLiteral("smartphone"), tr("Phone width") },
    };
    for (const auto& entry : devices) {
        QAction* action = m_devices->addAction(icon(entry.icon), entry.name);
        action->setCheckable(true);
        action->setData(int(entry.device));
        QToolButton* button = addButton(row, {}, entry.name, entry.name);
        button->setDefaultAction(action);
        connect(action, &QAction::triggered, this,
            [this, device = entry.device] { Q_EMIT deviceChosen(device); });
    }
    m_devices->actions().constFirst()->setChecked(true);
}

QToolButton* PreviewToolbar::addButton(
    QBoxLayout* row, const QString& iconName, const QString& name, const QString& tip)
{
    auto* button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(tip);
    button->setIconSize(QSize(look::iconSize, look::iconSize));
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName));
    row->addWidget(button);
    return button;
}

void PreviewToolbar::showDevice(PreviewDevice device)
{
    for (QAction* action : m_devices->actions()) {
        if (action->data().toInt() == int(device))
            action->setChecked(true);
    }
}

void PreviewToolbar::showZoom(double zoom, double scale, bool canBeWider)
{
    m_zoom->setText(tr("%1 %").arg(QLocale().toString(qRound(scale * 100))));
    m_zoom->setEnabled(zoom > 0 || canBeWider);
    m_zoom->setToolTip(
        zoom > 0 ? tr("Back to the usual size") : tr("Show the page as wide as on a desktop screen"));
    m_zoom->setMinimumWidth(m_zoom->fontMetrics().horizontalAdvance(tr("%1 %").arg(100)) + 2 * look::grid);
}

} // namespace lectern::app
