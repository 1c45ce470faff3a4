// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace lectern::site {

/// The files of a site as the renderer sees them: what is on disk, with the buffers that are being edited laid over it.
/// Paths are relative to the site's root, with '/', without "..". A value for one job: it may cache, it is not shared
/// between threads.
class FileSource {
public:
    virtual ~FileSource() = default;
    /// The file's bytes; nullopt where it is missing, no regular file, or leads out of the site (symbolic links).
    [[nodiscard]] virtual std::optional<QByteArray> read(const QString& path) const = 0;
    /// Cheap identity of a file's present content (changes when the content does); empty where there is none.
    [[nodiscard]] virtual QByteArray stamp(const QString& path) const = 0;
    /// Every file of the site, sorted, without `.git`, `node_modules`, `vendor` and `_site`.
    [[nodiscard]] virtual QStringList list() const = 0;
    /// Absolute path of the root; empty for files that are only in memory.
    [[nodiscard]] virtual QString root() const = 0;
};

using Buffers = QHash<QString, QByteArray>;

/// Files below `root`, with `buffers` in place of the files of the same path.
[[nodiscard]] std::unique_ptr<FileSource> siteFiles(const QString& root, const Buffers& buffers = {});

} // namespace lectern::site
