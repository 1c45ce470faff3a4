// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/previewdocument.h"

#include <QRegularExpression>

#include <algorithm>

namespace lectern::app {

namespace {

/// The policy as an element. Names of hosts come from the user's list; what is no host's name is left out, as
/// it could end the policy.
QByteArray policy(const SiteTrust& trust)
{
    static const QRegularExpression hostName(QStringLiteral("^[a-z0-9.-]+$|^\\[[0-9a-f:]+\\]$"));
    QByteArray hosts;
    for (const QString& host : trust.hosts) {
        if (hostName.match(host).hasMatch())
            hosts += " http://" + host.toLatin1() + ":* https://" + host.toLatin1() + ":*";
    }
    QByteArray text = "default-src 'none'; img-src lectern: data:" + hosts
        + "; style-src lectern: 'unsafe-inline'" + hosts + "; font-src lectern: data:" + hosts
        + "; media-src lectern:" + hosts + "; frame-src 'none'; form-action 'none'; base-uri 'none'";
    if (trust.scripts)
        text += "; script-src lectern: 'unsafe-inline' 'unsafe-eval'" + hosts
            + "; connect-src lectern:" + hosts;
    return "<meta http-equiv=\"Content-Security-Policy\" content=\"" + text + "\">";
}

constexpr QByteArrayView markStart = "data-lectern=\"";
constexpr QByteArrayView wholeBlock = "+all"; ///< the mark of a long list

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

/// The bytes that a mark's value names: "FILE:FROM-TO", or "+FROM-TO" in a block that begins at `from`;
/// nullopt where they are another file's.
std::optional<TextRange> markedRange(QByteArrayView value, const QByteArray& file, qsizetype from)
{
    if (value.startsWith('+')) {
        const auto range = readRange(value.sliced(1));
        return range ? std::optional(range->shifted(from)) : std::nullopt;
    }
    if (!value.startsWith(file) || value.size() <= file.size() || value[file.size()] != ':')
        return std::nullopt;
    return readRange(value.sliced(file.size() + 1));
}

/// `html` of a block that begins at `from` with the marks of `file` counted from `origin`. A mark that starts
/// before it stays as it is.
QByteArray withRelativeMarks(const QByteArray& html, const QByteArray& file, qsizetype from, qsizetype origin)
{
    QByteArray out;
    qsizetype copied = 0;
    for (qsizetype at = html.indexOf(markStart); at >= 0; at = html.indexOf(markStart, at)) {
        at += markStart.size();
        const qsizetype close = html.indexOf('"', at);
        if (close < 0)
            break;
        const QByteArrayView value = QByteArrayView(html).sliced(at, close - at);
        // Most come so, and then all of the block do.
        if (copied == 0 && from == origin && value.startsWith('+'))
            return html;
        const auto range = markedRange(value, file, from);
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

/// Lists that are shorter are patched as a whole.
constexpr qsizetype longList = 8 * 1024;

bool isName(QByteArrayView html, qsizetype at, QByteArrayView name)
{
    if (html.size() - at < name.size() + 1
        || qstrnicmp(html.data() + at, name.data(), size_t(name.size())) != 0)
        return false;
    const char behind = html[at + name.size()];
    return behind == '>' || behind == ' ' || behind == '\n' || behind == '/' || behind == '\t';
}

/// Where the items of the list that `html` is begin, and behind the last of them its closing tag; empty where
/// it is no list or no plain one.
std::vector<qsizetype> itemStarts(QByteArrayView html)
{
    std::vector<qsizetype> starts;
    if (html.isEmpty() || html[0] != '<' || (!isName(html, 1, "ul") && !isName(html, 1, "ol")))
        return starts;
    int depth = 0;
    for (qsizetype at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
        if (html.sliced(at).startsWith("<!--")) {
            at = html.indexOf("-->", at);
            if (at < 0)
                return {};
        } else if (isName(html, at + 1, "ul") || isName(html, at + 1, "ol")) {
            ++depth;
        } else if (isName(html, at + 1, "li") && depth == 1) {
            starts.push_back(at);
        } else if (isName(html, at + 1, "/ul") || isName(html, at + 1, "/ol")) {
            if (--depth == 0) {
                starts.push_back(at);
                const QByteArrayView rest = html.sliced(at + 5).trimmed();
                return rest.isEmpty() && starts.size() > 2 ? starts : std::vector<qsizetype>();
            }
        }
    }
    return {};
}

/// The bytes that the first mark of `html` names in `file`; nullopt where its first tag has none.
std::optional<TextRange> ownRange(QByteArrayView html, const QByteArray& file, qsizetype from)
{
    const qsizetype mark = html.indexOf(markStart);
    if (mark < 0 || mark > html.indexOf('>'))
        return std::nullopt;
    const QByteArrayView rest = html.sliced(mark + markStart.size());
    return markedRange(rest.first(std::max<qsizetype>(0, rest.indexOf('"'))), file, from);
}

/// Makes a long list's items blocks of their own. Stays as it is where an item does not tell its bytes.
void splitItems(PreviewBlock& block, const QByteArray& html, const QByteArray& file, int* nextId)
{
    if (html.size() < longList)
        return;
    const std::vector<qsizetype> starts = itemStarts(html);
    std::vector<PreviewBlock> items;
    for (size_t i = 0; i + 1 < starts.size(); ++i) {
        const QByteArray text = html.mid(starts[i], starts[i + 1] - starts[i]);
        const auto range = ownRange(text, file, block.range.from);
        if (!range)
            return;
        items.push_back({ (*nextId)++, withRelativeMarks(text, file, block.range.from, range->from),
            block.file, *range, {}, {} });
    }
    if (items.empty())
        return;
    block.html = withRelativeMarks(html.left(starts.front()), file, block.range.from, block.range.from);
    // The list's own mark would be another one with each byte that is typed into an item.
    const qsizetype mark = block.html.indexOf(markStart) + markStart.size();
    if (mark >= markStart.size())
        block.html.replace(mark, block.html.indexOf('"', mark) - mark, wholeBlock);
    block.items = std::move(items);
    block.close = html.mid(starts.back());
}

/// A long list whose items the renderer told.
void takeItems(PreviewBlock& made, const render::Block& block, int* nextId)
{
    made.html = block.html;
    made.close = block.close;
    made.items.reserve(block.items.size());
    for (const render::Block& item : block.items)
        made.items.push_back({ (*nextId)++, item.html, item.file, { item.from, item.to }, {}, {} });
}

bool isSame(const QByteArray& a, const QByteArray& b)
{
    // Most are shared with what is shown.
    return a.size() == b.size() && (a.constData() == b.constData() || a == b);
}

QByteArray nameOf(const PreviewBlock& block)
{
    return "<!--lectern:" + QByteArray::number(block.id) + "-->";
}

/// Leaves out the blocks, and the items of a list, that would make the document larger than it may be.
void cut(PreviewDocument& document)
{
    qsizetype size = document.before.size() + document.after.size();
    for (size_t i = 0; size <= mostHtml && i < document.blocks.size(); ++i) {
        PreviewBlock& block = document.blocks[i];
        size += nameOf(block).size() + block.html.size() + block.close.size();
        size_t items = 0;
        for (; size <= mostHtml && items < block.items.size(); ++items)
            size += nameOf(block.items[items]).size() + block.items[items].html.size();
        if (size <= mostHtml)
            continue;
        document.fit = PreviewDocument::Fit::Beginning;
        // The item that was too much goes; a block without items goes as a whole.
        if (items > 1)
            block.items.resize(items - 1);
        document.blocks.resize(items > 1 ? i + 1 : i);
        size = 0;
    }
    if (size <= mostHtml && (document.fit == PreviewDocument::Fit::Whole || !document.blocks.empty()))
        return;
    document.fit = PreviewDocument::Fit::Nothing;
    document.before = "<!DOCTYPE html><title></title>";
    document.blocks.clear();
    document.after.clear();
}

} // namespace

QByteArray PreviewBlock::text() const
{
    if (items.empty())
        return html;
    QByteArray out = html;
    for (const PreviewBlock& item : items)
        out += nameOf(item) + item.html;
    return out + "<!--lectern:end-" + QByteArray::number(id) + "-->" + close;
}

bool PreviewBlock::hasSameHtml(const PreviewBlock& other) const
{
    return isSame(html, other.html) && isSame(close, other.close)
        && std::equal(items.begin(), items.end(), other.items.begin(), other.items.end(),
            [](const PreviewBlock& a, const PreviewBlock& b) { return isSame(a.html, b.html); });
}

QByteArray PreviewDocument::html(const SiteTrust& trust) const
{
    QByteArray out = before;
    out.insert(policyPosition(out), policy(trust));
    for (const PreviewBlock& block : blocks)
        out += nameOf(block) + block.text();
    if (!blocks.empty())
        out += "<!--lectern:end-->";
    out += after;
    return out;
}

const PreviewBlock* PreviewDocument::block(int id) const
{
    for (const PreviewBlock& block : blocks) {
        if (block.id == id)
            return &block;
        for (const PreviewBlock& item : block.items) {
            if (item.id == id)
                return &item;
        }
    }
    return nullptr;
}

namespace {

qsizetype sizeOf(const std::vector<render::Block>& blocks)
{
    qsizetype size = 0;
    for (const render::Block& block : blocks)
        size += block.html.size() + block.close.size() + sizeOf(block.items);
    return size;
}

/// Bytes of the whole page, whether it is in one piece or in blocks.
qsizetype sizeOf(const render::RenderedPage& page)
{
    return page.blocks.empty() ? page.html.size() : page.before.size() + sizeOf(page.blocks) + page.after.size();
}

} // namespace

PreviewDocument previewDocument(const render::RenderedPage& page)
{
    PreviewDocument document;
    document.url = page.url.isEmpty() ? QStringLiteral("/") : page.url;
    document.wholeSize = sizeOf(page);
    if (page.blocks.empty()) {
        document.before = page.html;
        cut(document);
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
        document.blocks.push_back({ document.nextId++, {}, block.file, { block.from, block.to }, {}, {} });
        PreviewBlock& made = document.blocks.back();
        if (!block.items.empty()) {
            takeItems(made, block, &document.nextId);
            continue;
        }
        if (hasPlace)
            splitItems(made, block.html, fileAsAttribute, &document.nextId);
        if (made.items.empty())
            made.html = hasPlace ? withRelativeMarks(block.html, fileAsAttribute, block.from, block.from)
                                 : block.html;
    }
    cut(document);
    return document;
}

std::optional<MarkedPlace> markedPlace(const PreviewDocument& document, int blockId, const QString& mark)
{
    const QByteArray bytes = mark.toUtf8();
    if (bytes.startsWith('+')) {
        const PreviewBlock* block = document.block(blockId);
        if (block && bytes == wholeBlock)
            return MarkedPlace { block->file, block->range };
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
