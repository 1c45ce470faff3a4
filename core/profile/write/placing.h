// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"

namespace lectern::profile {

/// Edits in the order of a text's own offsets, turned into a list that can be applied one by one.
class EditList {
public:
    explicit EditList(const QByteArray& bytes)
        : m_bytes(bytes)
    {
    }

    /// `range` and `inserted` count in the text before all edits; ranges must not overlap and come in
    /// ascending order.
    void replace(TextRange range, const QByteArray& inserted);
    [[nodiscard]] const Edits& edits() const { return m_edits; }

private:
    const QByteArray& m_bytes;
    Edits m_edits;
    qsizetype m_shift = 0;
};

/// Where to put an item in a section, and what blank lines it needs.
struct Place {
    qsizetype at = 0;
    QByteArray before;
    QByteArray after;
    bool dropLineEnding = false; ///< the item becomes the last of a file that has no final line ending
};
/// `loose` asks for blank lines around also where neighbours do without.
[[nodiscard]] Place placeFor(const Profile& profile, int section, int at, const QByteArray& item, bool loose);

/// The bytes to put there for an item: with the line ending that it needs.
[[nodiscard]] QByteArray placed(const Profile& profile, const Place& place, QByteArray item);

/// What to take out with an item, so that its neighbours neither glue nor stand further apart.
[[nodiscard]] TextRange removal(const Profile& profile, ItemRef ref);

} // namespace lectern::profile
