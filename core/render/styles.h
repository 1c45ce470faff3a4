// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/site/config.h"
#include "core/site/filesource.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace lectern::render {

/// Compiles a site's SCSS and Sass in a helper process of ours (lectern-sass), which can be ended when it does not end
/// by itself and which never sees the file system: the style files that imports may lead to are handed to it.
class Styles {
public:
    struct Source {
        QByteArray text; ///< with Liquid already run
        QString name; ///< file name for messages; imports are looked up from the site's root, as in Jekyll
        bool indented = false; ///< Sass syntax
    };

    explicit Styles(const QString& helper) : m_helper(helper) {}

    /// CSS of `source`; kept by content. Errors: RenderFailed (path: the file from the site's root, detail: "line:column
    /// reason"), LimitExceeded (time), ProcessFailed (no helper).
    Result<QByteArray> compile(const site::FileSource& files, const site::Config& config, const Source& source);

private:
    [[nodiscard]] Result<QByteArray> run(const QByteArray& request) const;

    QString m_helper;
    QHash<QByteArray, Result<QByteArray>> m_kept;
};

} // namespace lectern::render
