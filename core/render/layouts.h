// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/liquidsession.h"
#include "core/render/renderer.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>

namespace lectern::render {

/// A page's content inside its layouts.
struct LaidOutPage {
    QByteArray html;
    /// Whether the content stands in `html` exactly once, as it was given: then at [contentFrom, contentTo).
    bool hasContent = false;
    qsizetype contentFrom = 0;
    qsizetype contentTo = 0;
    Diagnostics diagnostics;
};

/// Puts content into an entry's layouts, as deep as they are nested. Keeps what stands around the content:
/// while nothing changed but the content, and the layouts do nothing with it but print it, they are not run
/// again.
class Layouts {
public:
    /// What stands around an entry's content where that is known and still true, by itself; nullopt where
    /// place() must be asked.
    [[nodiscard]] std::optional<LaidOutPage> around(
        const RenderContext& context, const site::EntryPointer& entry, Mode mode) const;
    /// `variables`: "page", "paginator" and the like. `usesPageContent` tells afterwards whether a template
    /// asked for `page.content`. In Mode::Preview elements that show values of the site's files are marked
    /// with their places.
    [[nodiscard]] LaidOutPage place(LiquidSession& session, const RenderContext& context,
        const site::EntryPointer& entry, const QByteArray& content, const liquid::Hash& variables,
        const bool& usesPageContent, Mode mode);

private:
    struct Shell {
        site::EntryPointer entry;
        std::weak_ptr<const site::Site> site;
        Mode mode = Mode::Publish;
        QHash<QString, QByteArray> stamps;
        QByteArray before;
        QByteArray after;
        Diagnostics diagnostics;
    };
    [[nodiscard]] static bool isFresh(
        const Shell& shell, const RenderContext& context, const site::EntryPointer& entry, Mode mode);
    [[nodiscard]] static bool printsContentOnly(const site::FileSource& files, const QStringList& paths);

    QHash<QString, Shell> m_shells; ///< by URL
};

} // namespace lectern::render
