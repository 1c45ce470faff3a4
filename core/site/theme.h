// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/filesource.h"
#include "core/site/publisherprofile.h"

#include <QHash>
#include <QStringList>

#include <memory>
#include <optional>

namespace lectern::site {

/// The newest version of a gem below `folders`, which hold gems as NAME-VERSION; empty where it is not there.
[[nodiscard]] QString gemFolder(const QStringList& folders, const QString& name);

/// Where the theme's `_sass` stands among the site's files: apart from the site's own, as a theme's styles import the
/// theme's, whatever the site has.
[[nodiscard]] inline QString themeStyles()
{
    return QStringLiteral(".theme/_sass");
}

/// A file that only Themes has: a line for each plugin that the theme's gem depends on. Jekyll turns those on.
[[nodiscard]] inline QString themePlugins()
{
    return QStringLiteral(".theme/plugins");
}

/// The files of a site that takes its layouts, includes, styles, assets and data from an installed theme, as Jekyll
/// reads them: where the site has a file of its own, that one counts. The site's files come and go, the theme's stay.
class Themes {
public:
    /// `gems`: folders where gems are installed, besides those that a site has in `vendor/bundle`.
    Themes(const QStringList& gems, std::optional<PublisherProfile> profile);
    ~Themes();

    /// `files` with those of the site's theme behind them, or `files` itself. What it returns holds until the next
    /// call, and while `files` does.
    [[nodiscard]] const FileSource& behind(const FileSource& files);

private:
    /// The theme that a site's settings name, if it is installed.
    struct Theme {
        std::unique_ptr<FileSource> files;
        QHash<QString, QString> paths; ///< in the site, to those in the gem
        QStringList list; ///< the former, sorted
        QByteArray plugins; ///< themePlugins()
    };
    class Files;
    void choose(const FileSource& files);

    QStringList m_gems;
    std::optional<PublisherProfile> m_profile;
    QByteArray m_settings; ///< stamp of those that the theme was chosen by
    Theme m_theme;
    std::unique_ptr<Files> m_files;
};

} // namespace lectern::site
