// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/descriptor.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <utility>

namespace lectern {

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

Descriptor::~Descriptor()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

Descriptor::Descriptor(Descriptor&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept
{
    std::swap(m_fd, other.m_fd);
    return *this;
}

int Descriptor::close() { return ::close(std::exchange(m_fd, -1)); }

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

bool lockForWriting(int fd) { return ::flock(fd, LOCK_EX | LOCK_NB) == 0; }

int syncFolder(const QString& folder)
{
    const Descriptor directory(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.isValid() && ::fsync(directory.get()) == 0)
        return 0;
    return errno == EINVAL || errno == ENOTSUP ? 0 : errno;
}

} // namespace lectern
