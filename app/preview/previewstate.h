// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace lectern::app {

/// What the pane can say about the page that it shows.
struct PreviewState {
    enum class Kind {
        Empty, ///< no page is open
        Rendering, ///< the first rendering of a page is under way
        UpToDate,
        Stale, ///< an older page is shown; `reason` says why
        Unavailable, ///< nothing can be shown; `reason` says why
    };
    Kind kind = Kind::Empty;
    QString reason; ///< one translated sentence; for a page that is up to date what is wrong with it
    int blocked = 0; ///< remote items that the page asked for and did not get
    bool trusted = false; ///< the user allows this site scripts or hosts
    bool operator==(const PreviewState&) const = default;
};

/// Which screen the page is laid out for.
enum class PreviewDevice { Desktop, Tablet, Phone };

} // namespace lectern::app

Q_DECLARE_METATYPE(lectern::app::PreviewState)
