// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/filesource.h"

#include "core/base/atomicfile.h"

#include <QFile>
#include <QFileInfo>
#include <QHashFunctions>
#include <QSet>

#include <algorithm>
#include <array>
#include <filesystem>
#include <sys/stat.h>

namespace lectern::site {

namespace fs = std::filesystem;

namespace {

// A repository beyond these is no profile site: enough to end a walk, not to hinder one.
constexpr qsizetype maxFiles = 200'000;
constexpr int maxDepth = 64;
/// Of more files nobody should ask every second.
constexpr qsizetype mostStamps = 20'000;

bool isSkippedFolder(const QString& relative)
{
    static const QStringList skipped { QStringLiteral("_site"), QStringLiteral(".jekyll-cache"),
        QStringLiteral(".sass-cache"), QStringLiteral("node_modules"), QStringLiteral("vendor/bundle"),
        QStringLiteral("vendor/cache"), QStringLiteral("vendor/gems"), QStringLiteral("vendor/ruby") };
    return skipped.contains(relative) || relative == u".git" || relative.endsWith(u"/.git");
}

class DiskFiles final : public FileSource {
public:
    DiskFiles(const QString& root, const Buffers& buffers, const FileIndexPointer& known)
        : m_buffers(buffers)
        , m_known(known && known->folder == root ? known : nullptr)
    {
        if (m_known)
            m_root = m_known->root;
        else if (!root.isEmpty())
            m_root = QFileInfo(root).canonicalFilePath();
    }

    std::optional<QByteArray> read(const QString& path) const override
    {
        if (const auto buffer = m_buffers.constFind(path); buffer != m_buffers.constEnd())
            return *buffer;
        if (const auto known = m_read.constFind(path); known != m_read.constEnd())
            return *known;
        std::optional<QByteArray> bytes;
        if (const QString absolute = resolved(path); !absolute.isEmpty()) {
            if (auto content = readFile(absolute))
                bytes = *std::move(content);
        }
        m_read.insert(path, bytes);
        return bytes;
    }

    QByteArray stamp(const QString& path) const override
    {
        if (const auto known = m_stamps.constFind(path); known != m_stamps.constEnd())
            return *known;
        QByteArray stamp;
        if (const auto buffer = m_buffers.constFind(path); buffer != m_buffers.constEnd())
            stamp = bufferStamp(*buffer);
        else if (const auto known = knownStamp(path))
            stamp = *known;
        else
            stamp = stampOnDisk(path);
        m_stamps.insert(path, stamp);
        return stamp;
    }

    QStringList list() const override
    {
        if (!m_listed) {
            m_listed = true;
            if (m_known)
                m_list = m_known->files;
            else if (!m_root.isEmpty())
                walk({}, 0, {});
            addBuffers();
        }
        return m_list;
    }

    /// The files on the disk, sorted.
    QStringList walked(const std::function<void(const QString&)>& entering) const
    {
        m_list.clear();
        if (!m_root.isEmpty())
            walk({}, 0, entering);
        std::sort(m_list.begin(), m_list.end());
        return m_list;
    }

    QString root() const override { return m_root; }

    QByteArray repositoryConfig() const override
    {
        if (m_known)
            return m_known->repositoryConfig;
        if (m_root.isEmpty())
            return {};
        auto content = readFile(repositoryFile());
        return content ? *std::move(content) : QByteArray();
    }

    QByteArray repositoryStamp() const
    {
        struct stat info { };
        const bool isThere
            = !m_root.isEmpty() && ::stat(QFile::encodeName(repositoryFile()).constData(), &info) == 0;
        return isThere ? stampOf(info) : QByteArray();
    }

    /// The stamp of a file without the buffers, and without what is known.
    QByteArray stampOnDisk(const QString& path) const
    {
        return !m_root.isEmpty() && isSitePath(path) ? siteStamp(path) : QByteArray();
    }

private:
    QString repositoryFile() const { return m_root + QStringLiteral("/.git/config"); }

    std::optional<QByteArray> knownStamp(const QString& path) const
    {
        if (!m_known || m_known->stamps.isEmpty())
            return {};
        if (const auto stamp = m_known->stamps.constFind(path); stamp != m_known->stamps.constEnd())
            return *stamp;
        // The top folder is one that is always walked: what is not in the list is not there.
        const bool isAbsent = !path.contains(u'/')
            && !std::binary_search(m_known->files.constBegin(), m_known->files.constEnd(), path);
        return isAbsent ? std::optional(QByteArray()) : std::nullopt;
    }

    void addBuffers() const
    {
        const qsizetype onDisk = m_list.size();
        for (auto it = m_buffers.cbegin(); it != m_buffers.cend(); ++it) {
            // The few buffers are looked up in the many files, where those are sorted already.
            const bool isThere
                = m_known && std::binary_search(m_list.constBegin(), m_list.constBegin() + onDisk, it.key());
            if (isSitePath(it.key()) && !isThere)
                m_list.append(it.key());
        }
        if (m_known && m_list.size() == onDisk)
            return;
        std::sort(m_list.begin(), m_list.end());
        m_list.erase(std::unique(m_list.begin(), m_list.end()), m_list.end());
    }

    /// The stamp of a file of the site. A plain file below plain folders, which nearly all are, costs one
    /// call.
    QByteArray siteStamp(const QString& path) const
    {
        struct stat info { };
        const qsizetype slash = path.lastIndexOf(u'/');
        if (isPlainFolder(slash < 0 ? QString() : path.left(slash))) {
            if (::lstat(QFile::encodeName(m_root + u'/' + path).constData(), &info) != 0)
                return {};
            if (!S_ISLNK(info.st_mode))
                return stampOf(info);
        }
        const QString absolute = resolved(path);
        if (absolute.isEmpty() || ::stat(QFile::encodeName(absolute).constData(), &info) != 0)
            return {};
        return stampOf(info);
    }

    /// Whether no part of the way to a folder of the site is a symbolic link.
    bool isPlainFolder(const QString& folder) const
    {
        if (folder.isEmpty())
            return true;
        if (const auto known = m_plainFolders.constFind(folder); known != m_plainFolders.constEnd())
            return *known;
        struct stat info { };
        const qsizetype slash = folder.lastIndexOf(u'/');
        const bool plain = isPlainFolder(slash < 0 ? QString() : folder.left(slash))
            && ::lstat(QFile::encodeName(m_root + u'/' + folder).constData(), &info) == 0
            && S_ISDIR(info.st_mode);
        m_plainFolders.insert(folder, plain);
        return plain;
    }

    // Times alone can be put back by hand; the change time and the inode cannot.
    /// Computed with every keystroke, and only compared with stamps of this process: 128 bits of a fast hash, not SHA-256.
    static QByteArray bufferStamp(const QByteArray& bytes)
    {
        constexpr std::size_t firstSeed = 0x9E3779B97F4A7C15;
        constexpr std::size_t secondSeed = 0xC2B2AE3D27D4EB4F;
        const auto size = std::size_t(bytes.size());
        const std::array<std::size_t, 3> parts { size, qHashBits(bytes.constData(), size, firstSeed),
            qHashBits(bytes.constData(), size, secondSeed) };
        return { reinterpret_cast<const char*>(parts.data()), qsizetype(sizeof(parts)) };
    }

    static QByteArray stampOf(const struct stat& info)
    {
        if (!S_ISREG(info.st_mode))
            return {};
        const qint64 facts[] { qint64(info.st_size), qint64(info.st_ino), qint64(info.st_dev),
            qint64(info.st_mtim.tv_sec), qint64(info.st_mtim.tv_nsec), qint64(info.st_ctim.tv_sec),
            qint64(info.st_ctim.tv_nsec) };
        return QByteArray(reinterpret_cast<const char*>(facts), sizeof facts);
    }

    /// Absolute path without symbolic links; empty where there is none or it lies outside the site.
    QString resolved(const QString& path) const
    {
        if (m_root.isEmpty() || !isSitePath(path))
            return {};
        const QString real = QFileInfo(m_root + u'/' + path).canonicalFilePath();
        const QString inside = m_root == u"/" ? m_root : m_root + u'/';
        if (!real.startsWith(inside) || !isSitePath(real.mid(inside.size())))
            return {};
        return real;
    }

    void walk(const QString& folder, int depth, const std::function<void(const QString&)>& entering) const
    {
        std::error_code error;
        const QString path = folder.isEmpty() ? m_root : m_root + u'/' + folder;
        if (entering)
            entering(path);
        fs::directory_iterator entries(
            QFile::encodeName(path).constData(), fs::directory_options::skip_permission_denied, error);
        for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
            if (m_list.size() >= maxFiles)
                return;
            const QString name = QFile::decodeName(entries->path().filename().c_str());
            const QString relative = folder.isEmpty() ? name : folder + u'/' + name;
            std::error_code ignored;
            const bool isLink = entries->is_symlink(ignored);
            if (!isLink && entries->is_directory(ignored)) {
                if (depth < maxDepth && !isSkippedFolder(relative))
                    walk(relative, depth + 1, entering);
            } else if (isLink ? !stamp(relative).isEmpty() : entries->is_regular_file(ignored)) {
                m_list.append(relative);
            }
        }
    }

    QString m_root;
    Buffers m_buffers;
    FileIndexPointer m_known;
    mutable QHash<QString, std::optional<QByteArray>> m_read;
    mutable QHash<QString, QByteArray> m_stamps;
    mutable QHash<QString, bool> m_plainFolders;
    mutable QStringList m_list;
    mutable bool m_listed = false;
};

} // namespace

bool isSitePath(const QString& path)
{
    if (path.isEmpty() || path.startsWith(u'/') || path.contains(QChar(0)))
        return false;
    for (const QStringView part : QStringView(path).split(u'/')) {
        if (part.isEmpty() || part == u"." || part == u".."
            || part.compare(u".git", Qt::CaseInsensitive) == 0)
            return false;
    }
    return true;
}

bool isBinaryFile(const QString& path)
{
    static const QSet<QString> extensions = [] {
        const QStringList names
            = QStringLiteral("png jpg jpeg gif webp avif ico bmp tif tiff heic pdf zip gz tgz 7z rar mp3 mp4 m4v mov avi "
                             "webm ogg wav woff woff2 ttf otf eot doc docx ppt pptx xls xlsx psd ai eps bin exe npy pt")
                  .split(u' ');
        return QSet<QString>(names.cbegin(), names.cend());
    }();
    return extensions.contains(path.section(u'.', -1).toLower());
}

namespace {

void readRepository(FileIndex& index, const DiskFiles& disk)
{
    // The stamp first: what is written in between changes it.
    index.repositoryStamp = disk.repositoryStamp();
    index.repositoryConfig = disk.repositoryConfig();
}

QHash<QString, QByteArray> stampsOf(const QStringList& files, const DiskFiles& disk)
{
    QHash<QString, QByteArray> stamps;
    if (files.size() > mostStamps)
        return stamps;
    for (const QString& file : files) {
        if (!isBinaryFile(file))
            stamps.insert(file, disk.stampOnDisk(file));
    }
    return stamps;
}

} // namespace

FileIndexPointer indexFiles(const QString& root, const std::function<void(const QString&)>& entering)
{
    const DiskFiles disk(root, {}, {});
    auto index = std::make_shared<FileIndex>();
    index->folder = root;
    index->root = disk.root();
    index->files = disk.walked(entering);
    index->stamps = stampsOf(index->files, disk);
    readRepository(*index, disk);
    return index;
}

FileIndexPointer refreshed(const FileIndexPointer& index)
{
    const DiskFiles disk(index->folder, {}, {});
    auto stamps = stampsOf(index->files, disk);
    if (disk.root() == index->root && stamps == index->stamps
        && disk.repositoryStamp() == index->repositoryStamp)
        return index;
    auto fresh = std::make_shared<FileIndex>(*index);
    fresh->root = disk.root();
    fresh->stamps = std::move(stamps);
    readRepository(*fresh, disk);
    return fresh;
}

std::unique_ptr<FileSource> siteFiles(
    const QString& root, const Buffers& buffers, const FileIndexPointer& known)
{
    return std::make_unique<DiskFiles>(root, buffers, known);
}

} // namespace lectern::site
