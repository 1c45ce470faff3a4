// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/renderer.h"

#include "core/render/contentrenderer.h"
#include "core/render/layouts.h"
#include "core/render/liquidsession.h"
#include "core/render/mimetypes.h"
#include "core/render/pagination.h"
#include "core/render/plainlayout.h"
#include "core/render/styles.h"
#include "core/render/textfilters.h"
#include "core/site/entryreader.h"
#include "core/site/pagesource.h"
#include "core/site/sitereader.h"
#include "core/site/theme.h"
#include "core/site/urls.h"
#include "core/site/values.h"

#include <utility>

namespace lectern::render {

using liquid::Hash;
using liquid::Value;
using site::Entry;
using site::EntryPointer;

namespace {

// A content that shows another page's content that shows another's …: Jekyll has them all rendered before, we
// do not.
constexpr std::size_t maxNesting = 4;

void append(Diagnostics& all, const Diagnostics& more)
{
    all.insert(all.end(), more.begin(), more.end());
}

} // namespace

class Renderer::Private {
public:
    explicit Private(const RendererOptions& settings)
        : options(settings)
        , themes(settings.gems, settings.profile)
        , reader(settings.time, settings.profile,
              [this](const EntryPointer& entry, const QByteArray& text, site::Site::Shown shown) {
                  return converted(entry, text, shown);
              })
        , styles(settings.styleHelper)
    {
        context.styles = &styles;
    }

    void begin(const site::FileSource& files)
    {
        context.files = &themes.behind(files);
        auto present = reader.read(*context.files);
        if (present == context.site)
            return;
        context.site = std::move(present);
        context.markdown = markdownSettings(context.site->config());
    }

    LiquidSession& session()
    {
        if (sessions.size() <= nesting)
            sessions.push_back(std::make_unique<LiquidSession>(context, options.time, options.environment));
        return *sessions[nesting];
    }

    /// The variable `page` of an entry whose own text is rendered. Its content is computed late, though it is
    /// there: so that it is known whether a template looks at it.
    Hash pageValue(const EntryPointer& entry, const QByteArray& text) const
    {
        Hash page = context.site->valueOf(entry, text);
        page.insert(QStringLiteral("content"), Value::lazy([text]() -> Value { return Value::text(text); }));
        return page;
    }

    /// An excerpt is a document of its own to Jekyll, and has none.
    static void nameExcerpt(Hash& page)
    {
        const auto append = [&](const QString& key, const QString& mark) {
            if (const Value* value = page.find(key))
                page.insert(key, site::toText(*value) + mark);
        };
        append(QStringLiteral("id"), QStringLiteral("#excerpt"));
        append(QStringLiteral("path"), QStringLiteral("/#excerpt"));
        append(QStringLiteral("relative_path"), QStringLiteral("/#excerpt"));
        page.insert(QStringLiteral("excerpt"), Value());
    }

    /// Content of another page or document, for values like `post.excerpt`. Runs in an engine of its own: the
    /// one that asks is in the middle of a render.
    QByteArray converted(const EntryPointer& entry, const QByteArray& text, site::Site::Shown shown)
    {
        if (nesting + 1 >= maxNesting)
            return text;
        ++nesting;
        Hash page = pageValue(entry, text);
        if (shown == site::Site::Shown::Excerpt && entry->kind == Entry::Kind::Document)
            nameExcerpt(page);
        Hash variables { { QStringLiteral("page"), page } };
        addSiteVariables(entry, variables);
        const RenderedContent content
            = renderContent(session(), context, *entry, text, entry->text->offset, variables, Mode::Publish);
        --nesting;
        return content.html;
    }

    EntryPointer entryFor(const QString& page, Diagnostics& diagnostics)
    {
        if (EntryPointer entry = context.site->entry(page)) {
            if (!entry->published)
                diagnostics.push_back({ Severity::Info, QStringLiteral("site.not-published"), page, {}, {} });
            return entry;
        }
        const auto bytes = context.files->read(page);
        if (!bytes)
            return nullptr;
        diagnostics.push_back({ Severity::Info, QStringLiteral("site.not-published"), page, {}, {} });
        // Kept while the front matter stays, so that what is known of the page's layouts stays of use.
        const site::PageSource source = site::splitPage(*bytes);
        if (!loose || loose->path != page || looseYaml != source.yaml || looseSite.lock() != context.site) {
            loose = site::EntryReader(context.site->config(), context.site->defaults(), options.time)
                        .page(*bytes, page);
            looseYaml = source.yaml;
            looseSite = context.site;
        }
        loose->text->content = source.content;
        loose->text->offset = source.contentOffset;
        return loose;
    }

    /// What templates see besides the page: its layout's front matter, the newest other posts, and more.
    void addSiteVariables(const EntryPointer& entry, Hash& variables) const
    {
        if (const site::Layout* layout
            = context.site->layout(site::toText(entry->at(QStringLiteral("layout")))))
            variables.insert(QStringLiteral("layout"), layout->data);
        variables.insert(QStringLiteral("site.related_posts"), context.site->relatedPosts(entry));
        if (context.site->config().markdownExtensions().contains(entry->extension.toLower())) {
            // What Jekyll's Markdown converter asks the tag "highlight" to put around its code.
            variables.insert(QStringLiteral("highlighter_prefix"), QStringLiteral("\n"));
            variables.insert(QStringLiteral("highlighter_suffix"), QStringLiteral("\n"));
        }
    }

    RenderedPage page(const EntryPointer& entry, Mode mode)
    {
        RenderedPage result;
        result.url = entry->url;
        result.diagnostics = entry->diagnostics;
        const QByteArray text = entry->text->content;
        Hash page = pageValue(entry, text);
        Hash variables { { QStringLiteral("page"), page } };
        addSiteVariables(entry, variables);
        if (const Value paginator = paginatorOf(*context.site, *entry); !paginator.isNil())
            variables.insert(QStringLiteral("paginator"), paginator);
        RenderedContent content
            = renderContent(session(), context, *entry, text, entry->text->offset, variables, mode);
        append(result.diagnostics, content.diagnostics);
        const auto known = mode == Mode::Preview ? layouts.around(context, entry, mode) : std::nullopt;
        LaidOutPage laidOut = known ? *known : laidOutPage(entry, content, text, page, variables, mode);
        append(result.diagnostics, laidOut.diagnostics);
        if (mode == Mode::Preview && laidOut.hasContent) {
            result.before = laidOut.html.left(laidOut.contentFrom);
            result.after = laidOut.html.mid(laidOut.contentTo);
            result.blocks = std::move(content.blocks);
        }
        if (result.blocks.empty())
            result.html = std::move(laidOut.html);
        TextFilters(context.site->config(), *entry, mode).apply(result, filteredPieces);
        return result;
    }

    LaidOutPage laidOutPage(const EntryPointer& entry, const RenderedContent& content, const QByteArray& text,
        Hash page, Hash variables, Mode mode)
    {
        const QByteArray html = mode == Mode::Preview ? joined(content.blocks) : content.html;
        // A document shows its layouts what it became; a page shows them what it was.
        const auto usesContent = std::make_shared<bool>(false);
        const QByteArray shown = entry->kind == Entry::Kind::Document ? html : text;
        page.insert(QStringLiteral("content"), Value::lazy([usesContent, shown]() -> Value {
            *usesContent = true;
            return Value::text(shown);
        }));
        variables.insert(QStringLiteral("page"), page);
        return layouts.place(session(), context, entry, html, variables, *usesContent, mode);
    }

    RendererOptions options;
    site::Themes themes;
    RenderContext context;
    site::SiteReader reader;
    Styles styles;
    Layouts layouts;
    std::vector<std::unique_ptr<LiquidSession>> sessions;
    std::size_t nesting = 0;
    FilteredPieces filteredPieces;
    ShownMarkdown loneFile; ///< of the file that is shown without a site
    EntryPointer loose;
    QByteArray looseYaml;
    std::weak_ptr<const site::Site> looseSite;
    QHash<QString, QByteArray> lastGoodStyles;
};

namespace {

/// A Markdown file outside of a site: its content by GitHub's rules in a page of ours.
Result<RenderedPage> loneFile(
    const site::FileSource& files, const QString& path, Mode mode, ShownMarkdown& shown)
{
    const auto bytes = files.read(path);
    if (!bytes)
        return Error { ErrorCode::NotFound, path, {} };
    const site::PageSource source = site::splitPage(*bytes);
    const qsizetype from = source.contentOffset;
    const liquid::Output text { source.content,
        { { 0, source.content.size(), path, from, from + source.content.size(),
            liquid::Segment::Origin::Literal } },
        {} };
    RenderedContent content = convertMarkdown(text, path, loneFileSettings(), mode, shown);
    const PlainLayout layout = plainLayout(path.section(u'/', -1));
    RenderedPage page;
    page.url = QStringLiteral("/");
    page.diagnostics = std::move(content.diagnostics);
    page.before = layout.before;
    page.blocks = std::move(content.blocks);
    page.after = layout.after;
    if (page.blocks.empty())
        page.html = layout.before + content.html + layout.after;
    return page;
}

/// The finding that a failed compilation is, at its line. Lines of the style itself count from behind its
/// front matter.
Diagnostic styleProblem(const Error& error, const Entry& style, const site::FileSource& files)
{
    const bool isOwn = error.path.isEmpty() || error.path == style.name || error.path == u"stdin";
    Diagnostic problem { Severity::Error, QStringLiteral("style.failed"), isOwn ? style.path : error.path, {},
        { error.detail } };
    const QByteArray text = files.read(problem.file).value_or(QByteArray());
    qsizetype from = isOwn ? style.text->offset : 0;
    for (qsizetype line = error.detail.section(u':', 0, 0).toLongLong(); line > 1; --line) {
        const qsizetype end = text.indexOf('\n', from);
        if (end < 0)
            break;
        from = end + 1;
    }
    const qsizetype end = text.indexOf('\n', from);
    problem.range = { from, end < 0 ? text.size() : end };
    return problem;
}

} // namespace

Renderer::Renderer(const RendererOptions& options)
    : d(std::make_unique<Private>(options))
{
}
Renderer::~Renderer() = default;

Result<RenderedPage> Renderer::render(const site::FileSource& files, const QString& page, Mode mode)
{
    if (site::Config::fileOf(files).isEmpty())
        return loneFile(files, page, mode, d->loneFile);
    d->begin(files);
    Diagnostics diagnostics = d->context.site->diagnostics();
    const EntryPointer entry = d->entryFor(page, diagnostics);
    if (!entry)
        return Error { ErrorCode::NotFound, page, {} };
    RenderedPage result = d->page(entry, mode);
    result.diagnostics.insert(result.diagnostics.begin(), diagnostics.begin(), diagnostics.end());
    return result;
}

Result<Renderer::Resource> Renderer::resource(const site::FileSource& files, const QString& url)
{
    if (site::Config::fileOf(files).isEmpty()) {
        const QString path = url.startsWith(u'/') ? url.mid(1) : url;
        const auto bytes = files.read(site::unescapedPath(path));
        if (!bytes)
            return Error { ErrorCode::NotFound, url, {} };
        return Resource { *bytes, mimeType(path), {} };
    }
    d->begin(files);
    const site::UrlTarget target = d->context.site->at(url);
    if (target.file) {
        const auto bytes = d->context.files->read(target.file->path);
        if (!bytes)
            return Error { ErrorCode::NotFound, url, {} };
        return Resource { *bytes, mimeType(target.file->path), {} };
    }
    if (!target.entry)
        return Error { ErrorCode::NotFound, url, {} };
    RenderedPage page = d->page(target.entry, Mode::Publish);
    const QByteArray type = mimeType(target.entry->outputExtension);
    if (!target.entry->isStyle())
        return Resource { std::move(page.html), type, std::move(page.diagnostics) };
    // Jekyll hands the converter a file name without its folder, so imports count from the site's root.
    const auto css = d->styles.compile(*d->context.files, d->context.site->config(),
        { page.html, target.entry->name, target.entry->extension == u".sass" });
    if (css) {
        d->lastGoodStyles.insert(target.entry->url, *css);
        return Resource { *css, type, std::move(page.diagnostics) };
    }
    const auto lastGood = d->lastGoodStyles.constFind(target.entry->url);
    if (lastGood == d->lastGoodStyles.constEnd())
        return css.error();
    page.diagnostics.push_back(styleProblem(css.error(), *target.entry, *d->context.files));
    return Resource { *lastGood, type, std::move(page.diagnostics) };
}

} // namespace lectern::render
