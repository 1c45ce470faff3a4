// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/liquid/value.h"

#include <QHash>
#include <QString>

namespace lectern::liquid {

/// Writes values as JSON for the script runtime. Lists, hashes and lazy values go over as numbers; the runtime asks for
/// what is behind a number when a template first uses it, so a site of a thousand pages costs what is looked at.
///
/// Other kinds than JSON's: ["f", 1.5] Float, ["n", sign] infinite or no number (0), ["t", seconds, nanoseconds, offset, utc],
/// ["d", year, month, day], ["r", number].
class ValueWriter {
public:
    [[nodiscard]] QString write(const Value& value);
    /// [[name, value], …] of all entries.
    [[nodiscard]] QString writeEntries(const Hash& entries);
    /// What is behind a number: {"k": keys, "v": values}, {"l": values} or {"z": value}; {"z": null} for an unknown number.
    [[nodiscard]] QString expand(int number);
    /// Whether a number stands for a value that is computed when it is first used.
    [[nodiscard]] bool isLate(int number) const;

    /// The list, hash or lazy value behind a number; nil for an unknown one.
    [[nodiscard]] Value valueOf(int number) const;

    [[nodiscard]] qsizetype size() const { return qsizetype(m_shared.size()); }
    void clear();

private:
    void append(QString& out, const Value& value);
    int numberOf(const Value& value);

    std::vector<Value> m_shared; ///< keeps what has a number alive, so that its address stays its own
    QHash<const void*, int> m_numbers;
    int m_first = 0; ///< number of m_shared[0]; numbers are never used twice
};

} // namespace lectern::liquid
