// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomicfile.h"

#include "core/base/contenthash.h"
#include "core/base/descriptor.h"
#include "core/base/plaintext.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace lectern {
namespace {

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
    [[nodiscard]] const QByteArray& path() const { return m_path; }
    void release() { m_path.clear(); }

private:
    QByteArray m_path;
};

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

/// What is in `path` once the temporary file stands in its place, decided without a moment in which another program's
/// writing could be lost: the two files change places, and back if the one that came out is not the expected one.
std::optional<Error> putInPlace(TemporaryFile& temporary, const QString& target, const QString& path, bool exists,
    const std::optional<WriteExpectation>& expectation)
{
    const QByteArray temporaryName = temporary.path();
    const QByteArray targetName = QFile::encodeName(target);
    if (expectation) {
        if (auto mismatch = checkExpectation(target, *expectation))
            return mismatch;
        const unsigned flags = exists ? RENAME_EXCHANGE : RENAME_NOREPLACE;
        const auto rename = [&] {
            return ::renameat2(AT_FDCWD, temporaryName.constData(), AT_FDCWD, targetName.constData(), flags);
        };
        if (rename() == 0) {
            if (!exists)
                return std::nullopt;
            std::optional<Error> failure = checkExpectation(QFile::decodeName(temporaryName), *expectation);
            if (failure)
                failure = Error {ErrorCode::ChangedOnDisk, path, {}};
            else if (::unlink(temporaryName.constData()) != 0)
                failure = systemError(path, errno, ErrorCode::WriteFailed);
            // Where even the way back fails, what came out is not thrown away with the temporary file.
            if (failure && rename() != 0)
                temporary.release();
            return failure;
        }
        if (errno == EEXIST || (exists && errno == ENOENT))
            return Error {ErrorCode::ChangedOnDisk, path, {}};
        if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
            return systemError(path, errno, ErrorCode::WriteFailed);
    }
    // No expectation, or a file system that cannot exchange: the check above was a moment ago.
    if (::rename(temporaryName.constData(), targetName.constData()) != 0)
        return systemError(path, errno, ErrorCode::WriteFailed);
    return std::nullopt;
}

/// Where a file will be put, and what is there.
struct Target {
    QString path; ///< behind symbolic links
    struct stat info {};
    bool exists = false;
};

Error notWritable(const QString& path, const char* what)
{
    return {ErrorCode::NotWritable, path, errno == EROFS ? QStringLiteral("read-only file system") : QString::fromLatin1(what)};
}

/// What stands in the way of replacing `path` is told before anything is written.
Result<Target> targetOf(const QString& path)
{
    Target target {path};
    // A link stays a link: the file it leads to is the one that is replaced.
    const QFileInfo link(path);
    if (link.isSymLink()) {
        target.path = link.canonicalFilePath();
        if (target.path.isEmpty())
            return Error {ErrorCode::NotFound, path, QStringLiteral("dangling symbolic link")};
    }
    const QByteArray name = QFile::encodeName(target.path);
    target.exists = ::lstat(name.constData(), &target.info) == 0;
    if (target.exists && !S_ISREG(target.info.st_mode))
        return Error {ErrorCode::NotRegularFile, path, {}};
    errno = 0;
    // Root passes every access check, so a file that its owner made read-only is refused by its mode.
    if (target.exists && ((target.info.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0 || ::access(name.constData(), W_OK) != 0))
        return notWritable(path, "read-only file");
    if (target.exists && target.info.st_nlink > 1)
        return Error {ErrorCode::NotWritable, path, QStringLiteral("hard-linked file")};
    // The new file comes into being beside the old one, in a folder that is perhaps still to be made.
    QFileInfo folder(QFileInfo(target.path).absolutePath());
    while (!folder.exists() && !folder.isRoot())
        folder = QFileInfo(folder.absolutePath());
    if (!folder.isDir())
        return Error {ErrorCode::NotFound, path, {}};
    if (::access(QFile::encodeName(folder.filePath()).constData(), W_OK | X_OK) != 0)
        return notWritable(path, "read-only folder");
    return target;
}

} // namespace

Result<void> checkWritable(const QString& path)
{
    const auto target = targetOf(path);
    return target ? Result<void>() : Result<void>(target.error());
}

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
    if (bytes && !looksLikeText(*bytes))
        return Error {ErrorCode::NotText, path, {}};
    return bytes;
}

Result<void> writeFileAtomically(
    const QString& path, const QByteArray& bytes, const std::optional<WriteExpectation>& expectation)
{
    const auto found = targetOf(path);
    if (!found)
        return found.error();
    const QString& target = found->path;
    const struct stat& old = found->info;
    const bool exists = found->exists;
    const QString folder = QFileInfo(target).absolutePath();
    const QByteArray folderName = QFile::encodeName(folder);
    if (expectation) {
        if (auto mismatch = checkExpectation(target, *expectation))
            return *mismatch;
    }

    // A short name of our own, so that a file name of the maximal length can still be written.
    QByteArray temporaryName = folderName + '/' + temporaryPrefix + "XXXXXX";
    Descriptor file(::mkostemp(temporaryName.data(), O_CLOEXEC));
    if (!file.isValid())
        return systemError(path, errno, ErrorCode::WriteFailed);
    TemporaryFile temporary(temporaryName);
    // The lock outlives the close below. Where a file system knows no locks, nothing is swept either.
    const Descriptor lock(::fcntl(file.get(), F_DUPFD_CLOEXEC, 0));
    (void)lockForWriting(file.get());

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

    if (auto failure = putInPlace(temporary, target, path, exists, expectation))
        return *failure;
    temporary.release();

    // The content is whole and in place; an unsynced folder entry could still be lost by a power cut.
    if (const int code = syncFolder(folder))
        return systemError(path, code, ErrorCode::WriteFailed);
    return {};
}

Result<void> removeFile(const QString& path, const WriteExpectation& expectation)
{
    if (auto mismatch = checkExpectation(path, expectation))
        return *mismatch;
    if (!expectation.presentHash)
        return {};
    if (::unlink(QFile::encodeName(path).constData()) != 0)
        return systemError(path, errno, ErrorCode::WriteFailed);
    if (const int code = syncFolder(QFileInfo(path).absolutePath()))
        return systemError(path, code, ErrorCode::WriteFailed);
    return {};
}

int sweepTemporaryFiles(const QString& folder)
{
    int swept = 0;
    const QString pattern = QString::fromLatin1(temporaryPrefix) + QStringLiteral("??????");
    const auto strays = QDir(folder).entryList({pattern}, QDir::Files | QDir::Hidden | QDir::System | QDir::NoSymLinks);
    for (const QString& name : strays) {
        const QByteArray path = QFile::encodeName(QDir(folder).filePath(name));
        const Descriptor file(::open(path.constData(), O_RDWR | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW));
        // Locked: another program of ours is writing it right now.
        if (file.isValid() && lockForWriting(file.get()) && ::unlink(path.constData()) == 0)
            ++swept;
    }
    return swept;
}

QString moveAside(const QString& path)
{
    constexpr int most = 100;
    for (int number = 1; number <= most; ++number) {
        const QString aside = path + (number == 1 ? QStringLiteral(".damaged") : QStringLiteral(".damaged-%1").arg(number));
        // Fails where the name is taken.
        if (QFile::rename(path, aside))
            return aside;
    }
    return {};
}

} // namespace lectern
