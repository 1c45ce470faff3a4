// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/revealedplace.h"

#include "app/preview/previewbrowser.h"

#include <utility>

namespace lectern::app {

RevealedPlace::RevealedPlace(Workspace& workspace, PreviewBrowser& browser, QObject* parent)
    : QObject(parent)
    , m_browser(browser)
{
    connect(&workspace, &Workspace::opened, this, &RevealedPlace::clear);
    connect(&workspace, &Workspace::currentPageChanged, this, &RevealedPlace::clear);
    connect(&workspace, &Workspace::changed, this, [this](const Change& change, EditSource source) {
        const bool byForms = source == EditSource::Form || source == EditSource::List;
        for (const FileEdits& edits : change)
            followEdits(edits, byForms);
        m_scrollOnUpdate = m_scrollOnUpdate || byForms;
    });
    connect(&browser, &PreviewBrowser::documentReady, this, [this] {
        if (m_place)
            outline(!std::exchange(m_isPending, false));
    });
}

void RevealedPlace::reveal(const MarkedPlace& place)
{
    m_place = place;
    m_isPending = true;
    outline(false);
}

void RevealedPlace::clear()
{
    m_place.reset();
    m_isPending = false;
    m_browser.clearReveal();
}

/// Keeps the outline on what it marks, and moves it to what the user edits in the forms.
void RevealedPlace::followEdits(const FileEdits& edits, bool byForms)
{
    for (const Edit& edit : edits.edits) {
        if (m_place && m_place->file == edits.file) {
            const bool isInside
                = m_place->range.from <= edit.at && edit.rangeBefore().to <= m_place->range.to;
            m_place->range = mapped(m_place->range, edit);
            if (isInside || !byForms)
                continue;
        }
        if (byForms)
            m_place = MarkedPlace { edits.file, edit.rangeAfter() };
    }
}

void RevealedPlace::pageUpdated(bool isNewest)
{
    if (m_place && isNewest)
        outline(true);
}

void RevealedPlace::outline(bool again)
{
    m_browser.reveal({ *m_place, !again || std::exchange(m_scrollOnUpdate, false), again });
}

} // namespace lectern::app
