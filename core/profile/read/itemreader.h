// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/read/publication.h"
#include "core/profile/read/reading.h"
#include "core/profile/read/spareitems.h"

#include <QHash>

#include <memory>

namespace lectern::profile {

/// What readers found in the texts of one revision's items. Every reader looks at an item's bytes alone, so
/// the same bytes need not be read again, wherever they stand in the next revision.
class ItemMemo {
public:
    struct Entry {
        Item item; ///< ranges count from the item's begin
        PublicationLook look; ///< of what was read as a publication
        bool marked = false; ///< Reading::marked
    };
    struct Key {
        QByteArray text; ///< points into `bytes`
        int what = 0; ///< an ItemKind
        bool operator==(const Key&) const = default;
    };

    explicit ItemMemo(const QByteArray& page)
        : bytes(page)
    {
    }

    QByteArray bytes;
    QHash<Key, std::shared_ptr<const Entry>> entries;
    QHash<Key, bool> titles; ///< whether a text begins with a title
    QHash<Key, bool> words; ///< whether a reader sees anything of it
    QHash<QString, SectionKind> kinds; ///< of headings' words
    QHash<Key, std::vector<TextRange>> rows; ///< htmlRows(), counted from the text's begin
};

[[nodiscard]] inline size_t qHash(const ItemMemo::Key& key, size_t seed = 0)
{
    return qHash(key.text, seed) + size_t(key.what);
}

/// Reads items of one page, each text once.
class ItemReader {
public:
    ItemReader(const QByteArray& bytes, std::shared_ptr<const ItemMemo> before, SpareItems spare = {});

    /// The item that stands in a range: its kind, fields and list lines.
    [[nodiscard]] Item read(TextRange range, ItemKind kind);
    /// The same to look at; its ranges count from the range's begin, and its own is empty.
    [[nodiscard]] const Item& look(TextRange range, ItemKind kind) { return entry(range, kind).item; }
    /// Whether read() gives an item's kind and range only.
    void readShapes(bool shapes) { m_shapes = shapes; }
    /// True when the range holds what makes a publication. `picturesCount`: a picture beside a title is
    /// enough.
    [[nodiscard]] bool isPaper(TextRange range, bool picturesCount);
    /// True when the range has the look of a reference: enough below a heading that promises publications.
    [[nodiscard]] bool isReference(TextRange range);
    /// True when more than its place tells the range's title.
    [[nodiscard]] bool hasMarkedTitle(TextRange range);
    /// True when the range begins with a publication's title.
    [[nodiscard]] bool beginsWithTitle(TextRange range);
    /// True when the range reads as a text with a date.
    [[nodiscard]] bool hasDate(TextRange range);
    /// True when a reader sees anything of the range.
    [[nodiscard]] bool hasWords(TextRange range);
    /// profile::kindOfHeading(), which takes its time.
    [[nodiscard]] SectionKind kindOfHeading(const QString& heading);
    /// htmlRows() of a block.
    [[nodiscard]] std::vector<TextRange> rows(TextRange block);

    [[nodiscard]] std::shared_ptr<const ItemMemo> memo() const { return m_memo; }

private:
    const ItemMemo::Entry& entry(TextRange range, ItemKind kind);
    [[nodiscard]] ItemMemo::Key key(TextRange range, int what) const;
    /// What a table of the memo says of a text: of this revision, of the one before, or made anew.
    template<class T, class Make>
    T known(QHash<ItemMemo::Key, T> ItemMemo::*table, TextRange range, Make make);

    std::shared_ptr<ItemMemo> m_memo;
    std::shared_ptr<const ItemMemo> m_before;
    SpareItems m_spare;
    bool m_shapes = false;
};

} // namespace lectern::profile
