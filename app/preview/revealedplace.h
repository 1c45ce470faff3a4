// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/previewdocument.h"
#include "app/workspace/workspace.h"

#include <QObject>

#include <optional>

namespace lectern::app {

class PreviewBrowser;

/// The place that the outline on the page stands for: what the user moved to in the forms, or edits in them.
/// It stays on its bytes while others are edited.
class RevealedPlace : public QObject {
    Q_OBJECT
public:
    RevealedPlace(Workspace& workspace, PreviewBrowser& browser, QObject* parent = nullptr);

    void reveal(const MarkedPlace& place);
    void clear();
    /// The browser shows a page; `isNewest`: the one of the workspace's present text.
    void pageUpdated(bool isNewest);

private:
    void followEdits(const FileEdits& edits, bool byForms);
    void outline(bool again);

    PreviewBrowser& m_browser;
    std::optional<MarkedPlace> m_place;
    bool m_isPending = false; ///< asked for while the page was not there
    bool m_scrollOnUpdate = false;
};

} // namespace lectern::app
