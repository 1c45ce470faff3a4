// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/commands.h"
#include "app/shell/overlay.h"

#include <QScrollArea>

namespace lectern::app {

/// Everything that has keys, by group, on one sheet.
class ShortcutSheet : public Overlay {
    Q_OBJECT
public:
    ShortcutSheet(const Commands& commands, QWidget* window);

protected:
    QWidget* firstFocus() override { return m_area; }
    void showEvent(QShowEvent* event) override;

private:
    void fill();
    QWidget* column(const QList<Commands::Group>& groups, QWidget* sheet) const;

    const Commands& m_commands;
    QScrollArea* m_area;
};

} // namespace lectern::app
