// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace lectern::site {

/// The files of a site as the renderer sees them: what is on disk, with the buffers that are being edited
/// laid over it. Paths are relative to the site's root, with '/', without "..". A value for one job: it may
/// cache, it is not shared between threads.
class FileSource {
public:
    virtual ~FileSource() = default;
    /// The file's bytes; nullopt where it is missing, no regular file, or leads out of the site (symbolic
    /// links).
    [[nodiscard]] virtual std::optional<QByteArray> read(const QString& path) const = 0;
    /// Cheap identity of a file's present content (changes when the content does); empty where there is none.
    [[nodiscard]] virtual QByteArray stamp(const QString& path) const = 0;
    /// Every file of the site, sorted: without `.git` folders, and without the top folders `_site`,
    /// `.jekyll-cache`,
    /// `.sass-cache`, `node_modules` and Bundler's `vendor/{bundle,cache,gems,ruby}`, which Jekyll does not
    /// read either. Folders behind symbolic links are not walked.
    [[nodiscard]] virtual QStringList list() const = 0;
    /// Absolute path of the root; empty for files that are only in memory.
    [[nodiscard]] virtual QString root() const = 0;
    /// The text of the repository's `.git/config`, which read() refuses; empty where there is none.
    [[nodiscard]] virtual QByteArray repositoryConfig() const { return {}; }
};

using Buffers = QHash<QString, QByteArray>;

/// What is on a site's disk at some moment. Whoever knows when files come, go and change keeps one for many
/// jobs, which then need not look.
struct FileIndex {
    QString folder; ///< the site's, as it was asked for
    QString root; ///< the same without symbolic links
    QStringList files; ///< what FileSource::list() tells without buffers
    QHash<QString, QByteArray> stamps; ///< of those that may be text; none for sites of very many files
    QByteArray repositoryConfig;
    QByteArray repositoryStamp;
};
using FileIndexPointer = std::shared_ptr<const FileIndex>;

/// Walks the folders of the site at `root`. `entering` is called with the absolute path of each folder before
/// it is read.
[[nodiscard]] FileIndexPointer indexFiles(
    const QString& root, const std::function<void(const QString&)>& entering = {});
/// The index with the stamps that its files have now; itself where they are the same. Folders are not walked.
[[nodiscard]] FileIndexPointer refreshed(const FileIndexPointer& index);

/// Files that by their names hold no text, and may be large: not worth reading to find out.
[[nodiscard]] bool isBinaryFile(const QString& path);

/// Files below `root`, with `buffers` in place of the files of the same path. With an empty `root` there are
/// only the buffers. What it has read, listed and stamped it keeps: take a new one for each job. With `known`,
/// an index of the same folder, the disk is touched for reading only; a file that is gone since is then
/// listed, and cannot be read.
[[nodiscard]] std::unique_ptr<FileSource> siteFiles(
    const QString& root, const Buffers& buffers = {}, const FileIndexPointer& known = {});

/// Whether `path` is a relative path inside a site: no "..", no ".git", not absolute, no NUL. "" is not.
[[nodiscard]] bool isSitePath(const QString& path);

} // namespace lectern::site
