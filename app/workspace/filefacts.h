// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace lectern::app {

/// Identity, size and times of a file or a folder; empty where there is none. The time of the last change of
/// its entry cannot be set back by a program, unlike that of its content.
[[nodiscard]] QByteArray fileFacts(const QString& path);

} // namespace lectern::app
