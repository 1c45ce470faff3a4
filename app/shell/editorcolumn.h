// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/destination.h"
#include "core/base/result.h"
#include "core/base/textrange.h"
#include "core/profile/profile.h"

#include <QWidget>

class QStackedWidget;

namespace lectern::app {

class InfoBar;
class Workspace;

/// The middle column: the forms of the chosen section, or those of the page's settings, the site's, or the navigation menu,
/// with the bar that speaks about them above. Panels are made when they are first needed.
class EditorColumn : public QWidget {
    Q_OBJECT
public:
    explicit EditorColumn(Workspace& workspace, QWidget* parent = nullptr);

    void show(const Destination& destination);
    void showItem(profile::ItemRef ref);
    /// Puts the caret to byte `offset` of `file`, in the field of the shown panel that holds it.
    void showPlace(const QString& file, qsizetype offset);
    /// Adds an item to the section that is shown.
    void addItem();
    /// "Deleted … — Undo", until the next step is made or undone.
    void postDeleted(const QString& sentence);
    [[nodiscard]] InfoBar& bar() const { return *m_bar; }
    [[nodiscard]] QWidget* panel(Destination::Kind kind) const;

Q_SIGNALS:
    /// The user moved to an item, or to another part of a file: where its bytes are.
    void placeSelected(const QString& file, lectern::TextRange range);
    void failed(const lectern::Error& error);

private:
    QWidget* make(Destination::Kind kind);
    void showPlaceInSections(qsizetype offset);
    void tellItem(profile::ItemRef ref);

    Workspace& m_workspace;
    InfoBar* m_bar;
    QStackedWidget* m_stack;
};

} // namespace lectern::app
