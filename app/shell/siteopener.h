// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QObject>

class QMimeData;
class QWidget;

namespace lectern::app {

class SettingsStore;
class Workspace;

/// All ways to open a site: by path, by dialog, by a drop on the window, from the recent list, as a copy of the sample. A
/// site that opened becomes the first of the recent ones; one that did not is announced, and what was open stays open.
class SiteOpener : public QObject {
    Q_OBJECT
public:
    /// Dialogs belong to `window`.
    SiteOpener(Workspace& workspace, SettingsStore& settings, QWidget* window);

    /// Opens unless edits of the open site would be lost: then wouldDiscard() is emitted and the error is Cancelled.
    Result<void> open(const QString& path);
    /// Opens, whatever is lost.
    Result<void> openAnyway(const QString& path);
    void askForFolder();
    void askForFile();
    /// Asks for a folder and opens a copy of the sample site in it.
    void askForSample();
    /// The copy without the question.
    Result<void> startSample(const QString& parentFolder);

    /// What is open, as it is kept among the recent ones: a page of a site as its site, a lone file by itself.
    [[nodiscard]] QString openPath() const;

    /// The path of the one local folder or Markdown file that is dragged; empty where it is something else.
    [[nodiscard]] static QString droppedPath(const QMimeData* data);

Q_SIGNALS:
    void failed(const lectern::Error& error);
    /// Opening `path` would lose edits that were not exported.
    void wouldDiscard(const QString& path);
    void recentChanged();

private:
    [[nodiscard]] QString startFolder() const;

    Workspace& m_workspace;
    SettingsStore& m_settings;
    QWidget* m_window;
};

} // namespace lectern::app
