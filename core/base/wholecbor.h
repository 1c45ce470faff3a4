// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCborValue>

#include <optional>

namespace lectern {

/// The value that `bytes` hold as CBOR (RFC 8949); nullopt where they break off or are none. Of such bytes Qt
/// returns what it has read, in which a map may hold a key without a value, and reads behind that when it is
/// asked for another.
[[nodiscard]] inline std::optional<QCborValue> wholeCbor(const QByteArray& bytes)
{
    QCborParserError error;
    QCborValue value = QCborValue::fromCbor(bytes, &error);
    return error.error == QCborError::NoError ? std::optional(std::move(value)) : std::nullopt;
}

} // namespace lectern
