// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/previewstate.h"

#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace lectern::app {

/// The slim line below the page: what is shown, and what was kept away from it.
class StateBar : public QWidget {
    Q_OBJECT
public:
    explicit StateBar(QWidget* parent = nullptr);
    void show(const PreviewState& state);
    /// What the button beside the text opens: what the pages of this site may do.
    void setTrustMenu(QMenu* menu);

private:
    QLabel* m_text = nullptr;
    QToolButton* m_trust = nullptr;
};

} // namespace lectern::app
