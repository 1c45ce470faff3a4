// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/workspace.h"

#include <QByteArray>
#include <QRandomGenerator>

namespace lectern::test {

/// A session of edits, always the same for a seed: typing in places of a page and of the configuration, deleting, undo,
/// redo, and now and then an export. Step N does the same to every workspace that took the steps before it.
class EditScript {
public:
    explicit EditScript(quint32 seed) : m_random(seed) {}

    enum class Step { Edited, WantsExport };
    /// Makes the next step. For an export it does nothing but say so: the caller writes and marks what it wrote as saved.
    Step next(app::Workspace& workspace);

private:
    void type(app::Workspace& workspace);

    QRandomGenerator m_random;
    int m_typing = 0; ///< letters still to come at the present place
    qsizetype m_at = 0;
    QString m_file;
};

/// One hash for the texts of the open files.
[[nodiscard]] QByteArray stateHash(app::Workspace& workspace);

/// A small site for the script: `folder` gets a configuration, a page and a navigation.
void makeScriptSite(const QString& folder);

inline const QString scriptPage = QStringLiteral("_pages/about.md");
inline const QString scriptConfig = QStringLiteral("_config.yml");

} // namespace lectern::test
