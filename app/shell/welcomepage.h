// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"
#include "app/shell/sitepictures.h"

#include <QWidget>

class QGridLayout;

namespace lectern::app {

/// What the window shows while nothing is open: what the program promises, three ways to begin, and the recent sites.
class WelcomePage : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(const SitePictures& pictures, QWidget* parent = nullptr);

    void setRecentSites(const QList<RecentSite>& sites);

Q_SIGNALS:
    void openFolder();
    void openSample();
    void openFile();
    void openRecent(const QString& path);
    void forgetRecent(const QString& path);

private:
    QLayout* choices(QWidget* content);
    QWidget* recentSite(const RecentSite& site);

    SitePictures m_pictures;
    QWidget* m_recent;
    QGridLayout* m_recentGrid;
};

} // namespace lectern::app
