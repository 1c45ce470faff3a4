// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace lectern::app {

/// How the forms check spelling.
struct SpellingSettings {
    QStringList ownWords; ///< the user's own dictionary, sorted
    QHash<QString, QString> fieldLanguages; ///< by the forms' name of a field; "": not checked
    bool operator==(const SpellingSettings&) const = default;
};

} // namespace lectern::app
