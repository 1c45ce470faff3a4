// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/statebar.h"

#include "app/shell/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace lectern::app {

StateBar::StateBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new look::TextLabel(look::TextRole::Secondary))
    , m_trust(new QToolButton(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(look::margin, look::half, look::margin, look::half);
    row->addWidget(m_text, 1);
    row->addWidget(m_trust);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setAccessibleName(tr("State of the preview"));
    m_trust->setAutoRaise(true);
    m_trust->setPopupMode(QToolButton::InstantPopup);
    m_trust->setToolTip(tr("The preview loads nothing from the internet unless you allow it: pictures, fonts "
                           "and scripts of other "
                           "sites are left out. Visitors of the published page get them."));
    m_trust->hide();
    // A long reason is cut by the column, it never widens it.
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void StateBar::show(const PreviewState& state)
{
    QString text;
    switch (state.kind) {
    case PreviewState::Kind::Empty:
        break;
    case PreviewState::Kind::Rendering:
        text = tr("Rendering the page…");
        break;
    case PreviewState::Kind::UpToDate:
        text = state.reason; // without one the status line says as much
        break;
    case PreviewState::Kind::Stale:
        text = tr("Last good version. %1").arg(state.reason);
        break;
    case PreviewState::Kind::Unavailable:
        text = state.reason;
        break;
    }
    m_text->setText(text);
    m_text->setToolTip(state.reason);
    const QString blocked = state.blocked > 0
        ? tr("%n remote item(s) blocked: allow…", nullptr, state.blocked)
        : state.trusted ? tr("Trusted site")
                        : tr("Scripts do not run");
    m_trust->setText(blocked);
    m_trust->setAccessibleName(blocked);
    m_trust->setVisible(!blocked.isEmpty() && m_trust->menu());
}

void StateBar::setTrustMenu(QMenu* menu)
{
    m_trust->setMenu(menu);
}

} // namespace lectern::app
