// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/base/result.h"
#include "core/site/filesource.h"
#include "core/site/publisherprofile.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace lectern::render {

enum class Mode {
    Publish, ///< byte for byte what would be published: no marks of ours
    Preview, ///< elements carry data-lectern="FILE:FROM-TO" (byte offsets in the source file, half-open)
};

/// A top-level block of the page's content, the unit in which the preview is patched. In a block that stands
/// in a file, marks that lie in it count from its first byte (data-lectern="+FROM-TO"): so an edit before it
/// changes none of its HTML.
struct Block {
    QByteArray html; ///< with `items` only what stands before them, its own mark being "+all"
    QString file; ///< relative path of the source file
    qsizetype from
        = 0; ///< bytes in that file, half-open; from == to where the block comes from no single place
    qsizetype to = 0;
    std::vector<Block> items {}; ///< of a long list, each standing in the same file
    QByteArray close {}; ///< what stands behind the items
    bool operator==(const Block&) const = default;
};

/// A page as published. In Preview mode it comes as blocks between `before` and `after`; in one piece only
/// where the layout uses the content in another way than printing it once.
struct RenderedPage {
    QByteArray html; ///< the whole document; empty where there are blocks
    QByteArray before;
    std::vector<Block> blocks;
    QByteArray after;
    QString url; ///< where the page is published, from the site's root ("/", "/cv/")
    Diagnostics diagnostics;

    /// The document in one piece, its marks all with their files.
    [[nodiscard]] QByteArray document() const;
};

/// The blocks in one piece, marks with their files.
[[nodiscard]] QByteArray joined(const std::vector<Block>& blocks);

struct RendererOptions {
    /// Path of the style helper program (lectern-sass); empty: styles are not compiled.
    QString styleHelper;
    /// What `site.time` is: seconds since the epoch, UTC. 0: no post counts as one of the future.
    qint64 time = 0;
    /// Who publishes the site; nullopt: as its files tell (site::detectPublisher).
    std::optional<site::PublisherProfile> profile;
    /// Folders where gems are installed: a site's theme is looked for there.
    QStringList gems;
    /// What templates see as `jekyll.environment`.
    QString environment = QStringLiteral("development");
};

/// Renders pages of one site. Keeps caches between calls; one instance belongs to one thread.
class Renderer {
public:
    explicit Renderer(const RendererOptions& options);
    ~Renderer();
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;

    /// The page at `page` (path relative to the root, "_pages/about.md") of the site in `files`. Without a
    /// `_config.yml` the page is rendered as a lone Markdown file. A page that Jekyll could not build comes
    /// back as well as it can be shown, with diagnostics that say what is wrong; an Error only where there is
    /// nothing to show (NotFound).
    ///
    /// Codes of its own, beside those of Liquid, Markdown and the site (yaml.invalid, config.invalid,
    /// site.invalid-date, site.plugin-not-published, site.plugin-not-shown): Findings inside includes carry,
    /// behind their argument, where the include tags stand that led there, the nearest first, as "FILE:LINE".
    /// site.layout-missing (name), site.theme-missing (theme), site.not-published, render.layout-loop (name).
    Result<RenderedPage> render(const site::FileSource& files, const QString& page, Mode mode);

    /// The bytes that the published site has at `url` ("/assets/css/main.css"): a static file, a compiled
    /// style, another page. A style with a mistake comes back as it last was without, with the diagnostic
    /// "style.failed" ("line:column reason") at its place. Errors: NotFound; for a style that never compiled
    /// RenderFailed (path and detail tell where), LimitExceeded, ProcessFailed.
    struct Resource {
        QByteArray bytes;
        QByteArray mimeType;
        Diagnostics diagnostics;
    };
    Result<Resource> resource(const site::FileSource& files, const QString& url);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lectern::render
