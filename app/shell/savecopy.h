// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QString>

class QWidget;

namespace lectern::app {

class InfoBar;
class Workspace;

/// Says in the window's bar when the open page cannot be written where it is, and writes what is edited
/// somewhere else when the user asks for it. The document stays what and where it is.
class SaveCopy : public QObject {
    Q_OBJECT
public:
    SaveCopy(Workspace& workspace, InfoBar& bar, QWidget* window);

    /// Looks whether the current page, and the files that it includes, could be written now.
    void look();
    /// After an export that failed: offers a copy where the place is what is wrong.
    void offer(const Error& error);
    /// Asks where to put a copy of a file of the site (relative path), with its edits.
    void ask(const QString& file);

private:
    void post(const QString& file, const QString& sentence, const QString& detail);
    void save(const QString& file, const QString& target);

    Workspace& m_workspace;
    InfoBar& m_bar;
    QWidget* m_window;
};

} // namespace lectern::app
