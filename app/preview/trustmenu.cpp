// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/trustmenu.h"

#include <QAction>

namespace lectern::app {

TrustMenu::TrustMenu(QWidget* parent)
    : QMenu(parent)
{
    setToolTipsVisible(true);
}

void TrustMenu::show(const SiteTrust& trust, const QStringList& blocked)
{
    m_trust = trust;
    clear();
    QStringList hosts = trust.hosts;
    for (const QString& host : blocked) {
        if (!hosts.contains(host))
            hosts.append(host);
    }
    hosts.sort();
    for (const QString& host : std::as_const(hosts))
        addHost(host, trust.hosts.contains(host));
    addSeparator();
    QAction* scripts = addAction(tr("Run the scripts of this site"));
    scripts->setToolTip(
        tr("Only for a site that you trust: the browser engine of this system gets no security updates."));
    scripts->setCheckable(true);
    scripts->setChecked(trust.scripts);
    connect(scripts, &QAction::triggered, this, [this](bool on) {
        m_trust.scripts = on;
        Q_EMIT chosen(m_trust);
    });
    if (trust == SiteTrust {})
        return;
    addAction(tr("Allow nothing any more"), this, [this] { Q_EMIT chosen({}); });
}

void TrustMenu::addHost(const QString& host, bool allowed)
{
    QAction* action = addAction(tr("Load from %1").arg(host));
    action->setCheckable(true);
    action->setChecked(allowed);
    connect(action, &QAction::triggered, this, [this, host](bool on) {
        m_trust.hosts.removeAll(host);
        if (on)
            m_trust.hosts.append(host);
        Q_EMIT chosen(m_trust);
    });
}

} // namespace lectern::app
