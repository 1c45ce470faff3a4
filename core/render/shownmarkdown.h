// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/session.h"
#include "core/render/renderer.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

namespace lectern::render {

/// What is kept of the Markdown of the page that the preview shows, from one render to the next.
struct ShownMarkdown {
    /// A block with its marks. Where all of it comes from one run of a file's bytes, its HTML is the same
    /// wherever it stands in that file.
    struct Written {
        std::shared_ptr<const markdown::HtmlBlock> block;
        int blanksBehind = 0;
        bool isFromOneRun = false;
        Block made;
        std::vector<Written> items {}; ///< of a long list
    };

    markdown::Session session;
    std::vector<Written> written; ///< of the last render, in the order of the page
};

} // namespace lectern::render
