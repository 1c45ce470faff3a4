// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"
#include "app/settings/spellingsettings.h"
#include "app/workspace/readerhints.h"

#include <memory>

class QSettings;

namespace lectern::app {

/// The only one who knows QSettings and its keys. Broken or missing settings read as the defaults; settings that cannot be
/// written are forgotten when the program ends, and nothing else happens.
class SettingsStore {
public:
    /// The user's own settings.
    SettingsStore();
    /// Settings in the INI file at `path` (tests).
    explicit SettingsStore(const QString& path);
    ~SettingsStore();
    SettingsStore(const SettingsStore&) = delete;
    SettingsStore& operator=(const SettingsStore&) = delete;

    [[nodiscard]] AppearanceSettings appearance() const;
    void setAppearance(const AppearanceSettings& settings);
    [[nodiscard]] WindowSettings window() const;
    void setWindow(const WindowSettings& settings);

    [[nodiscard]] SpellingSettings spelling() const;
    void setSpelling(const SpellingSettings& settings);
    /// What the user allows the site in the folder `root` (absolute); nothing for one never seen.
    [[nodiscard]] SiteTrust siteTrust(const QString& root) const;
    void setSiteTrust(const QString& root, const SiteTrust& trust);

    /// What the user said of the pages of the site in the folder `root` (absolute).
    [[nodiscard]] ReaderHints readerHints(const QString& root) const;
    void setReaderHints(const QString& root, const ReaderHints& hints);

    /// The newest first, at most ten; those whose path is gone stay, for they may be on a drive that is not mounted.
    [[nodiscard]] QList<RecentSite> recentSites() const;
    /// Puts `site` first.
    void addRecentSite(const RecentSite& site);
    void removeRecentSite(const QString& path);

private:
    void writeRecentSites(const QList<RecentSite>& sites);

    std::unique_ptr<QSettings> m_settings;
};

} // namespace lectern::app
