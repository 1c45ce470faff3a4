// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace lectern::app {

/// Declares lectern:// to the browser engine and sets the engine's flags that close WebRTC and the network.
/// Must run before the application object is made; a second call does nothing.
void registerPreviewScheme();

enum class PreviewAvailability {
    Available,
    RunsAsRoot, ///< the browser engine refuses, rightly, to run as root
    NoSandbox, ///< the system denies the user namespaces that its sandbox needs
};

/// Whether the browser engine can run with its sandbox on; making a web view where it cannot ends the
/// process. A sandbox that somebody switched off by environment (QTWEBENGINE_DISABLE_SANDBOX: our test runner
/// does) counts as available.
[[nodiscard]] PreviewAvailability previewAvailability();

[[nodiscard]] QByteArray previewSchemeName();
/// lectern://site + `path`, which starts with '/'.
[[nodiscard]] QUrl previewUrl(const QString& path);
/// The decoded path of a lectern:// address that may be asked for: host "site", no NUL, no backslash, no
/// "..", no part that starts with a dot. Empty where it may not.
[[nodiscard]] QString requestedPath(const QUrl& url);

} // namespace lectern::app
