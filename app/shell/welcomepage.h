// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QWidget>

class QVBoxLayout;

namespace lectern::app {

/// What the window shows while nothing is open: what the program promises, three ways to begin, and the recent sites.
class WelcomePage : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(QWidget* parent = nullptr);

    void setRecentSites(const QList<RecentSite>& sites);

Q_SIGNALS:
    void openFolder();
    void openSample();
    void openFile();
    void openRecent(const QString& path);
    void forgetRecent(const QString& path);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* m_recent;
    QVBoxLayout* m_recentColumn;
};

} // namespace lectern::app
