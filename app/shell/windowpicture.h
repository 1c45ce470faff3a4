// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>
#include <QString>

class QTimer;

namespace lectern::app {

class MainWindow;

/// Takes a picture of the whole window, its web page included, once the page is really shown and the window has stopped
/// changing; or what there is when the time is up.
class WindowPicture : public QObject {
    Q_OBJECT
public:
    /// After the page is shown, goes to section `section` and in it to item `item` (from 0; -1: none) if one is named.
    WindowPicture(MainWindow& window, const QString& section, int item, QObject* parent = nullptr);

    /// Milliseconds until the picture is taken in any case.
    void start(int timeLimit = 30'000);

Q_SIGNALS:
    /// `complete`: the page was shown and the window was at rest.
    void taken(const QImage& picture, bool complete);

private:
    void pageShown();
    void look();
    void finish(bool complete);

    MainWindow& m_window;
    QString m_section;
    int m_item;
    QTimer* m_limit;
    QTimer* m_poll;
    QImage m_last;
    int m_equal = 0;
    bool m_done = false;
};

} // namespace lectern::app
