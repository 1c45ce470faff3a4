// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QMimeData;

namespace lectern::app {

/// HTML as Markdown: emphasis, links, code, lists, quotes and headings; everything else as its words.
[[nodiscard]] QString markdownFromHtml(const QString& html);

/// What pasting into a Markdown text writes in the place of `selected`: an address over a selection makes a
/// link of it, formatted text becomes Markdown, anything else stays as it is.
[[nodiscard]] QString pastedMarkdown(const QMimeData& data, const QString& selected);

} // namespace lectern::app
