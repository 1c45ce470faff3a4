// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/previewstate.h"

#include <QWidget>

class QLabel;

namespace lectern::app {

/// The slim line below the page: what is shown, and what was kept away from it.
class StateBar : public QWidget {
    Q_OBJECT
public:
    explicit StateBar(QWidget* parent = nullptr);
    void show(const PreviewState& state);

private:
    QLabel* m_text = nullptr;
    QLabel* m_blocked = nullptr;
};

} // namespace lectern::app
