// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace lectern {

/// The Error that a failed system call means; `code` is its errno. `fallback` names what was tried: Unreadable for
/// reading, WriteFailed for writing.
[[nodiscard]] Error systemError(const QString& path, int code, ErrorCode fallback);

/// Owns a file descriptor; close() reports what the destructor could only swallow.
class Descriptor {
public:
    explicit Descriptor(int fd = -1) : m_fd(fd) {}
    ~Descriptor();
    Descriptor(Descriptor&& other) noexcept;
    Descriptor& operator=(Descriptor&& other) noexcept;
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] bool isValid() const { return m_fd >= 0; }
    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] int close();

private:
    int m_fd;
};

/// Writes all of `bytes`, whatever the system takes at once; 0, or the errno of the write that failed.
[[nodiscard]] int writeAll(int fd, const QByteArray& bytes);

/// Takes the exclusive lock that marks a file as being written by a program that lives; false where another has it. The
/// system lets go of it when the last descriptor is closed, also by a crash.
[[nodiscard]] bool lockForWriting(int fd);

/// Makes the entries of a folder durable. File systems that cannot do that are no failure. 0, or the errno.
[[nodiscard]] int syncFolder(const QString& folder);

} // namespace lectern
