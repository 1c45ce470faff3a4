// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/snapshots.h"

#include <QWidget>

class QComboBox;
class QListWidget;
class QPushButton;

namespace lectern::app {

class DiffView;
namespace look {
class TextLabel;
}
class Workspace;

/// Earlier versions of the files that are open: when each was kept and why, how it differs from the text as it is now, and
/// a button that brings it back as one undoable step.
class HistorySheet : public QWidget {
    Q_OBJECT
public:
    HistorySheet(Workspace& workspace, Snapshots& snapshots, QWidget* parent = nullptr);

    /// Reads the store anew.
    void refresh();
    [[nodiscard]] int versionCount() const { return int(m_versions.size()); }
    void showVersion(int row);
    void restore(int row);

Q_SIGNALS:
    void closeRequested();
    void restored(const QString& file);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    [[nodiscard]] QString absolute(const QString& file) const;

    Workspace& m_workspace;
    Snapshots& m_snapshots;
    QList<Snapshot> m_versions;
    QComboBox* m_files;
    QListWidget* m_list;
    DiffView* m_diff;
    look::TextLabel* m_note;
    QPushButton* m_restore;
};

} // namespace lectern::app
