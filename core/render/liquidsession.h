// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/liquid/engine.h"
#include "core/render/markdownsettings.h"
#include "core/render/relativelinks.h"
#include "core/render/shownmarkdown.h"
#include "core/site/entry.h"
#include "core/site/filesource.h"
#include "core/site/site.h"

#include <QHash>

#include <functional>
#include <memory>

namespace lectern::render {

class Styles;

/// The files and the site of the job at hand, for the callbacks of Liquid.
struct RenderContext {
    const site::FileSource* files = nullptr;
    std::shared_ptr<const site::Site> site;
    MarkdownSettings markdown;
    Styles* styles = nullptr;
};

/// A Liquid engine that sees one site: it gives it includes, links, Markdown and the tags of plugins.
class LiquidSession {
public:
    /// `context` outlives the session.
    LiquidSession(const RenderContext& context, qint64 time, const QString& environment);

    /// Takes over the variables of the context's site; cheap when it is the same as before.
    void update();
    /// Renders `source` as part of `entry`.
    liquid::Output render(const liquid::Template& source, const site::Entry& entry,
        const liquid::Hash& variables, const std::optional<QByteArray>& content = {}, bool withValues = false);
    /// Renders the content of `entry`, an entry of the context's site, with variables that follow from the
    /// entry and the site: what its tags made before is used again while these, its tags and the files that
    /// they include are the same.
    liquid::Output renderContent(
        const liquid::Template& source, const site::Entry& entry, const liquid::Hash& variables);

    /// Includes that renders asked for since clearIncludes(), with the stamps they had.
    [[nodiscard]] const QHash<QString, QByteArray>& includes() const { return m_includes; }
    void clearIncludes() { m_includes.clear(); }
    [[nodiscard]] RelativeLinks& relativeLinks() { return m_relativeLinks; }
    [[nodiscard]] ShownMarkdown& shownMarkdown() { return m_shown; }

private:
    [[nodiscard]] liquid::Host host();
    [[nodiscard]] std::optional<liquid::Template> file(const QString& folder, const QString& name);
    [[nodiscard]] liquid::Output run(const liquid::Template& source, const site::Entry& entry,
        const liquid::Hash& variables, const std::optional<QByteArray>& content, bool withValues,
        const QByteArray& sameness);
    [[nodiscard]] QByteArray samenessOf(const site::Entry& entry) const;
    void numberLines(Diagnostic& found) const;
    [[nodiscard]] std::optional<QByteArray> pluginTag(const QString& name, const QString& markup) const;

    const RenderContext& m_context;
    qint64 m_time;
    QString m_environment;
    QByteArray m_zone;
    std::unique_ptr<liquid::Engine> m_engine;
    std::weak_ptr<const site::Site> m_seen;
    const site::Entry* m_entry = nullptr;
    const liquid::Hash* m_variables = nullptr;
    QHash<QString, QByteArray> m_includes;
    quint64 m_siteNumber = 0; ///< counts the sites that were seen
    QHash<const site::Entry*, QStringList>
        m_includedBy; ///< files that an entry's content included last; of this site
    RelativeLinks m_relativeLinks;
    ShownMarkdown m_shown;
};

} // namespace lectern::render
