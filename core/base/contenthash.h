// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCryptographicHash>

namespace lectern {

/// SHA-256 of `bytes`, raw 32 bytes. Whether a file changed is decided by this, never by its time stamp.
[[nodiscard]] inline QByteArray contentHash(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    return hash.result();
}

} // namespace lectern
