// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/textrange.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace lectern {

enum class Severity { Info, Warning, Error };

/// A finding about a site's content, at a place the user can go to. `code` is a stable dotted name
/// ("liquid.unknown-tag"); `arguments` fill the sentence that the program makes of it.
struct Diagnostic {
    Severity severity = Severity::Warning;
    QString code;
    QString file; ///< path relative to the site's root; empty for the file at hand
    TextRange range;
    QStringList arguments;
    bool operator==(const Diagnostic&) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

} // namespace lectern
