// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/session.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

namespace lectern::render {

/// What is kept of the Markdown of the page that the preview shows, from one render to the next.
struct ShownMarkdown {
    /// A block with its marks. Where all of it comes from one run of a file's bytes, `delta` leads there.
    struct Written {
        std::shared_ptr<const markdown::HtmlBlock> block;
        QString file;
        qsizetype delta = 0;
        int blanksBehind = 0;
        bool isFromOneRun = false;
        QByteArray html;
    };

    markdown::Session session;
    std::vector<Written> written; ///< of the last render, in the order of the page
};

} // namespace lectern::render
