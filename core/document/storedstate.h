// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace lectern {

/// A state of the file at `path` (absolute) as it is stored among the earlier versions: compressed, sealed by
/// a hash over all of it.
[[nodiscard]] QByteArray packState(const QString& path, const QByteArray& bytes);

/// The state in what packState() made; nullopt where it is damaged, larger than any file that is opened, or
/// one of another file.
[[nodiscard]] std::optional<QByteArray> unpackState(const QByteArray& stored, const QString& path);

} // namespace lectern
