// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStandardPaths>
#include <QString>

namespace lectern::app {

/// Folders for what keeps a user's work safe, outside every repository. main() makes them from the system's paths, tests
/// from a temporary folder. They need not exist; whoever writes makes them.
struct DataFolders {
    QString recovery; ///< journals of edits that were not exported
    QString snapshots; ///< earlier states of files
    QString exports; ///< journals of exports under way
    QString locks; ///< which site is open in which window

    [[nodiscard]] static DataFolders below(const QString& folder)
    {
        return {folder + QStringLiteral("/recovery"), folder + QStringLiteral("/snapshots"),
            folder + QStringLiteral("/exports"), folder + QStringLiteral("/locks")};
    }
    [[nodiscard]] static DataFolders ofUser()
    {
        return below(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/lectern"));
    }
};

} // namespace lectern::app
