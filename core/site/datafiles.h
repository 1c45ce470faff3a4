// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/liquid/value.h"
#include "core/site/config.h"
#include "core/site/filesource.h"

#include <QByteArray>
#include <QHash>

namespace lectern::site {

/// Rows of a CSV text as Ruby's CSV reads it with headers: each row a map from the first line's names; an
/// empty unquoted field is nil, an empty quoted one is "". `separator` is ',' or a tab.
[[nodiscard]] liquid::Value readCsv(const QByteArray& text, char separator, bool headers = true);

/// `site.data`: the YAML, JSON, CSV and TSV files below the data folder. Keeps what it read, by stamp.
class DataFiles {
public:
    /// Files that cannot be read are nil and get the diagnostic "yaml.invalid".
    [[nodiscard]] liquid::Hash read(const FileSource& files, const Config& config, Diagnostics& diagnostics);

    /// Whether a path is one of those that read() takes.
    [[nodiscard]] static bool isDataFile(const QString& path, const Config& config);

private:
    struct Kept {
        QByteArray stamp;
        liquid::Value value;
        Diagnostics diagnostics;
    };
    [[nodiscard]] Kept readOne(const FileSource& files, const QString& path, const Config& config) const;

    QHash<QString, Kept> m_kept;
    QByteArray m_zone;
};

/// The key under which a file or folder of the data folder is found (Jekyll's DataReader#sanitize_filename).
[[nodiscard]] QString dataKey(const QString& name);

} // namespace lectern::site
