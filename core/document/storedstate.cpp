// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/storedstate.h"

#include "core/base/contenthash.h"
#include "core/base/wholecbor.h"

#include <QCborMap>
#include <QtEndian>

namespace lectern {
namespace {

constexpr qsizetype hashSize = 32;
constexpr quint32 largestState = 256 * 1024 * 1024;

/// qCompress writes the size of what it compressed before it; qUncompress takes that much memory at once.
bool hasSaneSize(const QByteArray& compressed)
{
    return compressed.size() >= 4 && qFromBigEndian<quint32>(compressed.constData()) <= largestState;
}

} // namespace

QByteArray packState(const QString& path, const QByteArray& bytes)
{
    const QByteArray body = QCborValue(
        QCborMap { { QStringLiteral("file"), path }, { QStringLiteral("bytes"), qCompress(bytes) } })
                                .toCbor();
    return contentHash(body) + body;
}

std::optional<QByteArray> unpackState(const QByteArray& stored, const QString& path)
{
    const QByteArray body = stored.mid(hashSize);
    if (stored.size() <= hashSize || contentHash(body) != stored.first(hashSize))
        return std::nullopt;
    const auto value = wholeCbor(body);
    if (!value)
        return std::nullopt;
    const QCborMap map = value->toMap();
    const QByteArray compressed = map[QStringLiteral("bytes")].toByteArray();
    if (map[QStringLiteral("file")].toString() != path || !hasSaneSize(compressed))
        return std::nullopt;
    return qUncompress(compressed);
}

} // namespace lectern
