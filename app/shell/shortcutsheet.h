// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/overlay.h"

#include <QScrollArea>

namespace lectern::app {

class Commands;

/// Every command that has a shortcut, by group, on one sheet.
class ShortcutSheet : public Overlay {
    Q_OBJECT
public:
    ShortcutSheet(const Commands& commands, QWidget* window);

protected:
    QWidget* firstFocus() override { return m_area; }
    void showEvent(QShowEvent* event) override;

private:
    void fill();

    const Commands& m_commands;
    QScrollArea* m_area;
};

} // namespace lectern::app
