// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>

#include <functional>

namespace lectern::render {

/// `html` with every run of text replaced by what `replace` makes of it (nothing: it stays). Text in elements
/// of the names `ignored` (lower case) stays, as do scripts, styles, comments and everything in tags.
[[nodiscard]] QByteArray replacedText(const QByteArray& html, const QByteArrayList& ignored,
    const std::function<QByteArray(QByteArrayView)>& replace);

} // namespace lectern::render
