// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>
#include <QString>

#include <memory>

namespace lectern::app {

/// Says that a site is open in this window, so that a second one does not edit it at the same time. The lock lies outside
/// the repository; one whose program was killed counts no more.
class SiteLock {
public:
    enum class State {
        Free, ///< nothing is locked
        Ours,
        Elsewhere, ///< another window has it
        Unknown, ///< the folder of locks cannot be written; nobody can tell
    };

    explicit SiteLock(const QString& folder) : m_folder(folder) {}

    /// Lets go of the site before and takes the one named `key`.
    State take(const QString& key);
    void release();
    [[nodiscard]] State state() const { return m_state; }

private:
    QString m_folder;
    std::unique_ptr<QLockFile> m_lock;
    State m_state = State::Free;
};

/// A short name for a path that is safe as the name of a file.
[[nodiscard]] QString pathKey(const QString& path);

} // namespace lectern::app
