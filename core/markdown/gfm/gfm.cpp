// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/gfm/gfm.h"

#include "core/markdown/documentbuilder.h"
#include "core/markdown/gfm/treereader.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <memory>
#include <mutex>

namespace lectern::markdown::gfm {

namespace {

/// The extensions write to tables of the whole process.
std::mutex& engineMutex()
{
    static std::mutex mutex;
    return mutex;
}

/// Cells that cmark fills in by itself: rows behind a delimiter row get as many as that has, however short they are.
qint64 mostTableCells(const QByteArray& text)
{
    qint64 cells = 0;
    qint64 columns = 0;
    for (qsizetype from = 0; from < text.size();) {
        qsizetype end = text.indexOf('\n', from);
        end = end < 0 ? text.size() : end;
        const QByteArrayView line = QByteArrayView(text).sliced(from, end - from);
        const bool isDelimiter = std::all_of(
            line.begin(), line.end(), [](char c) { return QByteArrayView("|-: \t>\r*+.0123456789)").contains(c); });
        if (isDelimiter)
            columns = std::max<qint64>(columns, std::count(line.begin(), line.end(), '|') + 1);
        if (line.trimmed().isEmpty())
            columns = 0;
        cells += columns;
        from = end + 1;
    }
    return cells;
}

struct ParserDeleter {
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};

} // namespace

Document parse(const QByteArray& text, const Options& options)
{
    constexpr qint64 mostFilledCells = 200'000;
    DocumentBuilder builder(text, Engine::Gfm, options);
    const bool withTables = mostTableCells(text) <= mostFilledCells + text.size();
    Diagnostics diagnostics;
    if (!withTables)
        diagnostics.push_back({Severity::Warning, QStringLiteral("markdown.limit"), {}, {}, {QStringLiteral("table")}});

    const std::lock_guard lock(engineMutex());
    cmark_gfm_core_extensions_ensure_registered();
    const std::unique_ptr<cmark_parser, ParserDeleter> parser(cmark_parser_new(CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES));
    for (const char* name : {"table", "strikethrough", "autolink", "tagfilter", "tasklist"}) {
        if (withTables || qstrcmp(name, "table") != 0)
            cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
    }
    cmark_parser_feed(parser.get(), text.constData(), std::size_t(text.size()));
    const std::unique_ptr<cmark_node, ParserDeleter> document(cmark_parser_finish(parser.get()));
    TreeReader reader(builder);
    builder.setRoot(reader.read(document.get()));
    builder.setDiagnostics(std::move(diagnostics));
    return builder.take();
}

} // namespace lectern::markdown::gfm
