// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace lectern::render {

/// The media type that a web server sends for a file of that name; "application/octet-stream" for unknown ones.
[[nodiscard]] QByteArray mimeType(const QString& path);

} // namespace lectern::render
