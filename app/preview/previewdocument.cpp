// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/previewdocument.h"

#include <algorithm>

namespace lectern::app {

namespace {

constexpr QByteArrayView policy
    = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src lectern: data:; "
      "style-src lectern: 'unsafe-inline'; font-src lectern: data:; media-src lectern:; frame-src 'none'; "
      "form-action 'none'; base-uri 'none'\">";

constexpr QByteArrayView markStart = "data-lectern=\"";

/// Length of the comment, declaration or white space at `at`, by the rules of the HTML tokenizer; 0 for
/// anything else.
qsizetype prologLength(QByteArrayView html, qsizetype at, bool* isDoctype)
{
    const QByteArrayView rest = html.sliced(at);
    if (rest.isEmpty())
        return 0;
    if (rest[0] == ' ' || rest[0] == '\n' || rest[0] == '\r' || rest[0] == '\t' || rest[0] == '\f')
        return 1;
    if (rest.startsWith("\xEF\xBB\xBF"))
        return 3;
    if (rest.startsWith("<!--")) {
        if (rest.startsWith("<!-->"))
            return 5;
        if (rest.startsWith("<!--->"))
            return 6;
        const qsizetype plain = rest.indexOf("-->", 4);
        const qsizetype bang = rest.indexOf("--!>", 4);
        if (plain < 0 && bang < 0)
            return 0;
        return bang < 0 || (plain >= 0 && plain < bang) ? plain + 3 : bang + 4;
    }
    if (rest.startsWith("<!") || rest.startsWith("<?")) {
        *isDoctype = rest.size() > 9 && qstrnicmp(rest.data(), "<!doctype", 9) == 0;
        return rest.indexOf('>') + 1;
    }
    return 0;
}

/// Where the policy goes: behind the doctype, so that the page is not thrown into quirks mode, and before
/// anything that could load something. An element there makes the parser open <html> and <head> for it, and
/// it fills them with what the page says of them later.
qsizetype policyPosition(QByteArrayView html)
{
    qsizetype at = 0;
    while (at < html.size()) {
        bool isDoctype = false;
        const qsizetype length = prologLength(html, at, &isDoctype);
        if (length <= 0)
            break;
        at += length;
        if (isDoctype)
            return at;
    }
    return 0;
}

QByteArray attributeText(const QString& file)
{
    QByteArray text = file.toUtf8();
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;");
    return text;
}

/// "FROM-TO" as numbers.
std::optional<TextRange> readRange(QByteArrayView text)
{
    const qsizetype dash = text.indexOf('-');
    if (dash <= 0)
        return std::nullopt;
    bool fromOk = false;
    bool toOk = false;
    const TextRange range { text.first(dash).toByteArray().toLongLong(&fromOk),
        text.sliced(dash + 1).toByteArray().toLongLong(&toOk) };
    if (!fromOk || !toOk || range.from < 0 || range.to < range.from)
        return std::nullopt;
    return range;
}

/// `html` with the marks of `file` counted from `origin`. A mark that starts before it stays as it is.
QByteArray withRelativeMarks(const QByteArray& html, const QByteArray& file, qsizetype origin)
{
    QByteArray out;
    qsizetype copied = 0;
    for (qsizetype at = html.indexOf(markStart); at >= 0; at = html.indexOf(markStart, at)) {
        at += markStart.size();
        const qsizetype close = html.indexOf('"', at);
        if (close < 0)
            break;
        const QByteArrayView value = QByteArrayView(html).sliced(at, close - at);
        if (!value.startsWith(file) || value.size() <= file.size() || value[file.size()] != ':')
            continue;
        const auto range = readRange(value.sliced(file.size() + 1));
        if (!range || range->from < origin)
            continue;
        if (out.isEmpty())
            out.reserve(html.size());
        out += QByteArrayView(html).sliced(copied, at - copied);
        out += '+' + QByteArray::number(range->from - origin) + '-' + QByteArray::number(range->to - origin);
        copied = close;
    }
    if (copied == 0)
        return html;
    out += QByteArrayView(html).sliced(copied);
    return out;
}

} // namespace

QByteArray PreviewDocument::html() const
{
    QByteArray out = before;
    out.insert(policyPosition(out), policy.toByteArray());
    for (const PreviewBlock& block : blocks)
        out += "<!--lectern:" + QByteArray::number(block.id) + "-->" + block.html;
    if (!blocks.empty())
        out += "<!--lectern:end-->";
    out += after;
    return out;
}

const PreviewBlock* PreviewDocument::block(int id) const
{
    const auto found = std::find_if(
        blocks.begin(), blocks.end(), [id](const PreviewBlock& block) { return block.id == id; });
    return found == blocks.end() ? nullptr : &*found;
}

PreviewDocument previewDocument(const render::RenderedPage& page)
{
    PreviewDocument document;
    document.url = page.url.isEmpty() ? QStringLiteral("/") : page.url;
    if (page.blocks.empty()) {
        document.before = page.html;
        return document;
    }
    document.before = page.before;
    document.after = page.after;
    document.blocks.reserve(page.blocks.size());
    QString file;
    QByteArray fileAsAttribute;
    for (const render::Block& block : page.blocks) {
        if (file != block.file) {
            file = block.file;
            fileAsAttribute = attributeText(file);
        }
        const bool hasPlace = block.from < block.to && !file.isEmpty();
        document.blocks.push_back({ document.nextId++,
            hasPlace ? withRelativeMarks(block.html, fileAsAttribute, block.from) : block.html, block.file,
            { block.from, block.to } });
    }
    return document;
}

std::optional<MarkedPlace> markedPlace(const PreviewDocument& document, int blockId, const QString& mark)
{
    const QByteArray bytes = mark.toUtf8();
    if (bytes.startsWith('+')) {
        const PreviewBlock* block = document.block(blockId);
        const auto range = readRange(QByteArrayView(bytes).sliced(1));
        if (!block || !range)
            return std::nullopt;
        return MarkedPlace { block->file, range->shifted(block->range.from) };
    }
    const qsizetype colon = bytes.lastIndexOf(':');
    if (colon <= 0)
        return std::nullopt;
    const auto range = readRange(QByteArrayView(bytes).sliced(colon + 1));
    if (!range)
        return std::nullopt;
    return MarkedPlace { QString::fromUtf8(bytes.first(colon)), *range };
}

} // namespace lectern::app
