// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomicfile.h"

#include "core/base/contenthash.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace lectern {
namespace {

Error systemError(const QString& path, int code, ErrorCode fallback)
{
    ErrorCode known = fallback;
    switch (code) {
    case ENOENT:
    case ENOTDIR:
        known = ErrorCode::NotFound;
        break;
    case EACCES:
    case EPERM:
    case EROFS:
        known = fallback == ErrorCode::Unreadable ? ErrorCode::Unreadable : ErrorCode::NotWritable;
        break;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        known = ErrorCode::DiskFull;
        break;
    case EISDIR:
        known = ErrorCode::NotRegularFile;
        break;
    default:
        break;
    }
    return {known, path, QString::fromLocal8Bit(std::strerror(code))};
}

/// Owns a file descriptor; close() reports what the destructor could only swallow.
class Descriptor {
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] bool isValid() const { return m_fd >= 0; }
    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] int close()
    {
        const int fd = m_fd;
        m_fd = -1;
        return ::close(fd);
    }

private:
    int m_fd;
};

/// Removes the temporary file unless it was renamed into place.
class TemporaryFile {
public:
    explicit TemporaryFile(QByteArray path) : m_path(std::move(path)) {}
    ~TemporaryFile()
    {
        if (!m_path.isEmpty())
            ::unlink(m_path.constData());
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    void release() { m_path.clear(); }

private:
    QByteArray m_path;
};

int writeAll(int fd, const QByteArray& bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t step = ::write(fd, bytes.constData() + done, size_t(bytes.size() - done));
        if (step < 0) {
            if (errno == EINTR)
                continue;
            return errno;
        }
        if (step == 0)
            return ENOSPC;
        done += step;
    }
    return 0;
}

std::optional<Error> checkExpectation(const QString& path, const WriteExpectation& expectation)
{
    const bool exists = QFileInfo::exists(path);
    if (!expectation.presentHash) {
        if (exists)
            return Error {ErrorCode::ChangedOnDisk, path, {}};
        return std::nullopt;
    }
    if (!exists)
        return Error {ErrorCode::ChangedOnDisk, path, {}};
    const auto present = readFile(path);
    if (!present)
        return present.error();
    if (contentHash(*present) != *expectation.presentHash)
        return Error {ErrorCode::ChangedOnDisk, path, {}};
    return std::nullopt;
}

} // namespace

Result<QByteArray> readFile(const QString& path, qsizetype limit)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat info {};
    if (::stat(name.constData(), &info) != 0)
        return systemError(path, errno, ErrorCode::Unreadable);
    if (!S_ISREG(info.st_mode))
        return Error {ErrorCode::NotRegularFile, path, {}};
    if (info.st_size > limit)
        return Error {ErrorCode::TooLarge, path, QString::number(qint64(info.st_size))};
    Descriptor file(::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file.isValid())
        return systemError(path, errno, ErrorCode::Unreadable);
    QByteArray bytes;
    bytes.reserve(qsizetype(info.st_size));
    char buffer[65536];
    for (;;) {
        const ssize_t step = ::read(file.get(), buffer, sizeof buffer);
        if (step < 0) {
            if (errno == EINTR)
                continue;
            return systemError(path, errno, ErrorCode::Unreadable);
        }
        if (step == 0)
            break;
        bytes.append(buffer, qsizetype(step));
        if (bytes.size() > limit)
            return Error {ErrorCode::TooLarge, path, QString::number(bytes.size())};
    }
    return bytes;
}

Result<QByteArray> readTextFile(const QString& path, qsizetype limit)
{
    auto bytes = readFile(path, limit);
    if (bytes && bytes->contains('\0'))
        return Error {ErrorCode::NotText, path, {}};
    return bytes;
}

Result<void> writeFileAtomically(
    const QString& path, const QByteArray& bytes, const std::optional<WriteExpectation>& expectation)
{
    // A link stays a link: the file it leads to is the one that is replaced.
    QString target = path;
    const QFileInfo link(path);
    if (link.isSymLink()) {
        target = link.canonicalFilePath();
        if (target.isEmpty())
            return Error {ErrorCode::NotFound, path, QStringLiteral("dangling symbolic link")};
    }
    const QByteArray targetName = QFile::encodeName(target);
    const QString folder = QFileInfo(target).absolutePath();
    const QByteArray folderName = QFile::encodeName(folder);

    struct stat old {};
    const bool exists = ::lstat(targetName.constData(), &old) == 0;
    if (exists && !S_ISREG(old.st_mode))
        return Error {ErrorCode::NotRegularFile, path, {}};
    // Root passes every access check, so a file that its owner made read-only is refused by its mode.
    if (exists && ((old.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0 || ::access(targetName.constData(), W_OK) != 0))
        return Error {ErrorCode::NotWritable, path, QStringLiteral("read-only file")};
    if (exists && old.st_nlink > 1)
        return Error {ErrorCode::NotWritable, path, QStringLiteral("hard-linked file")};
    if (expectation) {
        if (auto mismatch = checkExpectation(target, *expectation))
            return *mismatch;
    }

    // A short name of our own, so that a file name of the maximal length can still be written.
    QByteArray temporaryName = folderName + "/.lectern-XXXXXX";
    Descriptor file(::mkostemp(temporaryName.data(), O_CLOEXEC));
    if (!file.isValid())
        return systemError(path, errno, ErrorCode::WriteFailed);
    TemporaryFile temporary(temporaryName);

    if (const int code = writeAll(file.get(), bytes))
        return systemError(path, code, ErrorCode::WriteFailed);
    mode_t mode = old.st_mode & 07777;
    if (!exists) {
        const mode_t mask = ::umask(0);
        ::umask(mask);
        mode = 0666 & ~mask;
    }
    if (exists && (old.st_uid != ::geteuid() || old.st_gid != ::getegid())) {
        // Only root may give a file away; anybody else keeps at least the group where allowed.
        if (::fchown(file.get(), old.st_uid, old.st_gid) != 0 && ::fchown(file.get(), uid_t(-1), old.st_gid) != 0
            && ::geteuid() == 0)
            return systemError(path, errno, ErrorCode::WriteFailed);
    }
    if (::fchmod(file.get(), mode) != 0)
        return systemError(path, errno, ErrorCode::WriteFailed);
    if (::fsync(file.get()) != 0)
        return systemError(path, errno, ErrorCode::WriteFailed);
    if (file.close() != 0)
        return systemError(path, errno, ErrorCode::WriteFailed);

    if (expectation) {
        if (auto mismatch = checkExpectation(target, *expectation))
            return *mismatch;
    }
    if (::rename(temporaryName.constData(), targetName.constData()) != 0)
        return systemError(path, errno, ErrorCode::WriteFailed);
    temporary.release();

    // The content is whole and in place; an unsynced folder entry could still be lost by a power cut.
    Descriptor directory(::open(folderName.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!directory.isValid() || ::fsync(directory.get()) != 0) {
        if (errno != EINVAL && errno != ENOTSUP)
            return systemError(path, errno, ErrorCode::WriteFailed);
    }
    return {};
}

} // namespace lectern
