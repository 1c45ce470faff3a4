// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/kramdown.h"

#include "core/markdown/documentbuilder.h"
#include "core/markdown/kramdown/blockparser.h"
#include "core/markdown/kramdown/chars.h"
#include "core/markdown/kramdown/limits.h"
#include "core/markdown/kramdown/treefinisher.h"

#include <cstdint>
#include <cstring>

namespace lectern::markdown::kramdown {

namespace {

/// Line ends become LF and the text gets exactly one at its end. Untouched text stays where it is.
Chunk normalised(Context& context, std::string_view text)
{
    SourceMap& map = context.maps.emplace_back();
    const bool hasReturns = text.find('\r') != std::string_view::npos;
    if (!hasReturns && text.ends_with('\n')) {
        map.add(0, 0);
        return {text, &map, 0};
    }
    char* const bytes = context.arena.bytes(text.size() + 1);
    std::size_t size = 0;
    map.add(0, 0);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        bytes[size++] = c == '\r' ? '\n' : c;
        if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') {
            ++i;
            map.add(size, qsizetype(i + 1));
        }
    }
    if (size > 0 && bytes[size - 1] == '\n')
        --size;
    bytes[size++] = '\n';
    return {{bytes, size}, &map, 0};
}

void reportInvalidUtf8(Context& context, std::string_view text)
{
    constexpr std::uint64_t highBits = 0x8080808080808080;
    for (std::size_t at = 0; at < text.size();) {
        std::uint64_t eight = highBits;
        if (at + sizeof eight <= text.size())
            std::memcpy(&eight, text.data() + at, sizeof eight);
        if ((eight & highBits) == 0) {
            at += sizeof eight;
            continue;
        }
        if (std::uint8_t(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const chars::CodePoint c = chars::decode(text, at);
        if (c.value == 0xFFFD && c.length == 1) {
            context.report("markdown.invalid-utf8", {qsizetype(at), qsizetype(at + 1)}, {});
            return;
        }
        at += c.length;
    }
}

} // namespace

Document parse(const QByteArray& text, const Options& options)
{
    DocumentBuilder builder(text, Engine::Kramdown, options);
    Context context(builder.arena(), options);
    context.stepLimit = stepLimit(text.size());
    context.textSize = text.size();
    reportInvalidUtf8(context, builder.text());
    Node* root = context.newNode(NodeKind::Root, {0, text.size()});
    const Chunk all = normalised(context, builder.text());
    context.mayBreakLines = options.hardWrap || all.text.find("\\\n") != std::string_view::npos;
    BlockParser(context).parse(root, all);
    builder.footnotes() = TreeFinisher(context).finish(root);
    builder.setRoot(root);
    builder.setOptions(context.options);
    for (Diagnostic& found : context.diagnostics)
        found.range = {std::min(found.range.from, text.size()), std::min(found.range.to, text.size())};
    builder.setDiagnostics(std::move(context.diagnostics));
    return builder.take();
}

} // namespace lectern::markdown::kramdown
