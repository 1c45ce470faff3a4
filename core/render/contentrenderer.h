// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/liquidsession.h"
#include "core/render/renderer.h"

namespace lectern::render {

/// A page's content before it goes into a layout.
struct RenderedContent {
    QByteArray html; ///< in Mode::Publish
    std::vector<Block> blocks; ///< in Mode::Preview
    Diagnostics diagnostics;
};

/// Runs Liquid over `text` of `entry` and converts it when it is Markdown. `offset`: byte of the entry's file
/// at which `text` begins.
[[nodiscard]] RenderedContent renderContent(LiquidSession& session, const RenderContext& context,
    const site::Entry& entry, const QByteArray& text, qsizetype offset, const liquid::Hash& variables,
    Mode mode);

/// Converts text that Liquid has been run over, or does not apply to. `shown` serves Mode::Preview.
[[nodiscard]] RenderedContent convertMarkdown(const liquid::Output& text, const QString& file,
    const MarkdownSettings& settings, Mode mode, ShownMarkdown& shown);

} // namespace lectern::render
