// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QString>

namespace lectern::app {

/// Small pictures of the sites that were open, for the welcome page. They lie in the user's cache, never in a
/// site.
class SitePictures {
public:
    static constexpr QSize size { 480, 300 }; ///< device pixels

    explicit SitePictures(const QString& folder = standardFolder());

    [[nodiscard]] static QString standardFolder();
    /// The picture of the site at `path`; null where there is none.
    [[nodiscard]] QPixmap picture(const QString& path) const;
    /// Keeps the upper part of `page`; what cannot be written is left out.
    void keep(const QString& path, const QPixmap& page) const;
    void forget(const QString& path) const;

private:
    [[nodiscard]] QString fileOf(const QString& path) const;

    QString m_folder;
};

} // namespace lectern::app
