// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/layouts.h"

#include "core/render/plainlayout.h"
#include "core/render/valuemarks.h"
#include "core/site/redirects.h"
#include "core/site/values.h"

#include <QRegularExpression>
#include <QSet>

#include <optional>

namespace lectern::render {

using liquid::Hash;
using liquid::Value;
using site::toText;

namespace {

constexpr qsizetype maxShells = 32;

/// The layout of that name; the one for redirects is there also where the site has none.
const site::Layout* findLayout(const site::Site& site, const QString& name)
{
    static const site::Layout redirect { {}, {}, site::redirectLayout(), 0, {} };
    const site::Layout* layout = site.layout(name);
    return layout || name != u"redirect" ? layout : &redirect;
}

/// Whether the site has a theme that may bring a layout of that name.
bool themeMayHave(const site::Config& config, const QString& layout)
{
    // GitHub Pages gives every site this theme, and these are its layouts.
    static const QStringList primers { QStringLiteral("default"), QStringLiteral("home"),
        QStringLiteral("page"), QStringLiteral("post") };
    if (site::isTruthy(config.at(QStringLiteral("remote_theme"))))
        return true;
    const QString theme = config.text(QStringLiteral("theme"));
    return theme == u"jekyll-theme-primer" ? primers.contains(layout) : !theme.isEmpty();
}

QString themeName(const site::Config& config)
{
    const Value remote = config.at(QStringLiteral("remote_theme"));
    return toText(site::isTruthy(remote) ? remote : config.at(QStringLiteral("theme")));
}

void append(Diagnostics& all, const Diagnostics& more)
{
    all.insert(all.end(), more.begin(), more.end());
}

/// Where the content stands in what a layout made; not in it, or more than once: nothing.
const liquid::Segment* onlyContent(const liquid::Output& output)
{
    const liquid::Segment* found = nullptr;
    for (const liquid::Segment& segment : output.segments) {
        if (segment.origin != liquid::Segment::Origin::Content)
            continue;
        if (found)
            return nullptr;
        found = &segment;
    }
    return found;
}

/// A layout that is not in the repository: the theme's, shown plain, or none at all, as Jekyll does.
LaidOutPage withoutLayout(
    const site::Site& site, const site::Entry& entry, const QString& name, const QByteArray& content)
{
    LaidOutPage page { content, true, 0, content.size(), {} };
    if (!themeMayHave(site.config(), name)) {
        page.diagnostics.push_back(
            { Severity::Warning, QStringLiteral("site.layout-missing"), entry.path, {}, { name } });
        return page;
    }
    const QString title = toText(entry.at(QStringLiteral("title")));
    const PlainLayout plain
        = plainLayout(title.isEmpty() ? site.config().text(QStringLiteral("title")) : title);
    page.html = plain.before + content + plain.after;
    page.contentFrom = plain.before.size();
    page.contentTo = page.contentFrom + content.size();
    page.diagnostics.push_back({ Severity::Warning, QStringLiteral("site.theme-missing"), entry.path, {},
        { themeName(site.config()), name } });
    return page;
}

} // namespace

bool Layouts::isFresh(
    const Shell& shell, const RenderContext& context, const site::EntryPointer& entry, Mode mode)
{
    if (shell.mode != mode || shell.entry != entry || shell.site.lock() != context.site)
        return false;
    for (auto it = shell.stamps.cbegin(); it != shell.stamps.cend(); ++it) {
        if (context.files->stamp(it.key()) != it.value())
            return false;
    }
    return true;
}

/// Whether templates mention the variable `content` in no other way than `{{ content }}`.
bool Layouts::printsContentOnly(const site::FileSource& files, const QStringList& paths)
{
    static const QRegularExpression markup(
        QStringLiteral(R"(\{\{.*?\}\}|\{%.*?%\})"), QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression plain(QStringLiteral(R"(^\{\{-?\s*content\s*-?\}\}$)"));
    static const QRegularExpression mention(QStringLiteral(R"((?<![.\w-])content(?![\w-]))"));
    for (const QString& path : paths) {
        const QString text = QString::fromUtf8(files.read(path).value_or(QByteArray()));
        for (auto found = markup.globalMatch(text); found.hasNext();) {
            const QString piece = found.next().captured();
            if (!plain.match(piece).hasMatch() && mention.match(piece).hasMatch())
                return false;
        }
    }
    return true;
}

std::optional<LaidOutPage> Layouts::around(
    const RenderContext& context, const site::EntryPointer& entry, Mode mode) const
{
    const auto known = m_shells.constFind(entry->url);
    if (known == m_shells.constEnd() || !isFresh(*known, context, entry, mode))
        return std::nullopt;
    const qsizetype seam = known->before.size();
    return LaidOutPage { known->before + known->after, true, seam, seam, known->diagnostics };
}

LaidOutPage Layouts::place(LiquidSession& session, const RenderContext& context,
    const site::EntryPointer& entry, const QByteArray& content, const Hash& variables,
    const bool& usesPageContent, Mode mode)
{
    const QString name = toText(entry->at(QStringLiteral("layout")));
    LaidOutPage page { content, true, 0, content.size(), {} };
    if (name.isEmpty() || name == u"none" || entry->isStyle() || entry->extension == u".coffee")
        return page;
    if (std::optional<LaidOutPage> known = around(context, entry, mode)) {
        known->html.insert(known->contentFrom, content);
        known->contentTo += content.size();
        return *std::move(known);
    }
    const site::Layout* layout = findLayout(*context.site, name);
    if (!layout)
        return withoutLayout(*context.site, *entry, name, content);
    session.clearIncludes();
    QSet<const site::Layout*> used;
    Hash layoutData;
    Shell shell { entry, context.site, mode, {}, {}, {}, {} };
    std::optional<ValuePlaces> places;
    if (mode == Mode::Preview)
        places.emplace(context, *entry, *variables.find(QStringLiteral("page")));
    QStringList templates;
    while (layout && !used.contains(layout)) {
        used.insert(layout);
        layoutData = site::deepMerged(layout->data, layoutData);
        Hash all = variables;
        all.insert(QStringLiteral("layout"), layoutData);
        liquid::Output output = session.render(
            { layout->content, layout->path, layout->offset }, *entry, all, page.html, mode == Mode::Preview);
        const liquid::Segment* inner = onlyContent(output);
        page.hasContent = page.hasContent && inner && inner->outTo - inner->outFrom == page.html.size();
        if (page.hasContent) {
            page.contentFrom += inner->outFrom;
            page.contentTo += inner->outFrom;
        }
        if (places) {
            const TextRange range = inner ? TextRange { inner->outFrom, inner->outTo } : TextRange {};
            const qsizetype moved = markValues(output.text, output.values, range, *places);
            page.contentFrom += moved;
            page.contentTo += moved;
        }
        page.html = output.text;
        append(page.diagnostics, layout->diagnostics);
        append(page.diagnostics, output.diagnostics);
        if (!layout->path.isEmpty()) {
            templates.append(layout->path);
            shell.stamps.insert(layout->path, context.files->stamp(layout->path));
        }
        const QString next = toText(layout->data.find(QStringLiteral("layout"))
                ? *layout->data.find(QStringLiteral("layout"))
                : Value());
        layout = next.isEmpty() ? nullptr : findLayout(*context.site, next);
        if (layout && used.contains(layout))
            page.diagnostics.push_back({ Severity::Warning, QStringLiteral("render.layout-loop"),
                templates.value(0), {}, { next } });
    }
    shell.stamps.insert(session.includes());
    templates += session.includes().keys();
    if (page.hasContent && !usesPageContent && printsContentOnly(*context.files, templates)) {
        shell.before = page.html.left(page.contentFrom);
        shell.after = page.html.mid(page.contentTo);
        shell.diagnostics = page.diagnostics;
        if (m_shells.size() >= maxShells)
            m_shells.clear();
        m_shells.insert(entry->url, shell);
    } else {
        m_shells.remove(entry->url);
    }
    return page;
}

} // namespace lectern::render
