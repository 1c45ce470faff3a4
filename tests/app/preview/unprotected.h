// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace lectern::test {

/// A hostile page without what leads away from it before it can be asked what it got hold of.
[[nodiscard]] QByteArray stayingPage(QByteArray hostilePage);

/// Shows a file in a process of its own as any program would that knows nothing of the dangers: what the page
/// got hold of. The test's main() must hand over to showUnprotected() where isUnprotectedBrowser().
[[nodiscard]] QByteArray seenByUnprotectedBrowser(const QString& file);

[[nodiscard]] bool isUnprotectedBrowser(int argc, char** argv);
int showUnprotected(int argc, char** argv);

} // namespace lectern::test
