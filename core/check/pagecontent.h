// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace lectern::check {

/// A page's text with one character for each byte and all that is no content blanked out: front matter,
/// comments, code, scripts and Liquid tags. Places found in it are places of the page.
[[nodiscard]] QString contentText(const QByteArray& bytes);

} // namespace lectern::check
