// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QMenu>

namespace lectern::app {

/// What the pages of the open site may do in the preview: which hosts they load from, and whether their
/// scripts run.
class TrustMenu : public QMenu {
    Q_OBJECT
public:
    explicit TrustMenu(QWidget* parent = nullptr);

    /// `blocked`: hosts that the page asked and that were not asked.
    void show(const SiteTrust& trust, const QStringList& blocked);

Q_SIGNALS:
    void chosen(const lectern::app::SiteTrust& trust);

private:
    void addHost(const QString& host, bool allowed);

    SiteTrust m_trust;
};

} // namespace lectern::app
