// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace lectern::render {

/// A quiet page of ours around content that has no layout to stand in: lone Markdown files, and sites whose layouts come
/// from a theme that is not here.
struct PlainLayout {
    QByteArray before;
    QByteArray after;
};
[[nodiscard]] PlainLayout plainLayout(const QString& title);

} // namespace lectern::render
