// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/renderer.h"
#include "core/site/config.h"
#include "core/site/entry.h"

#include <QByteArray>
#include <QHash>

namespace lectern::render {

/// What the filters made of each piece of the page that is shown, from one render to the next: a keystroke
/// changes one of them.
struct FilteredPieces {
    QByteArray settings;
    QHash<QByteArray, QByteArray> made; ///< by the HTML that came in
};

/// What jemoji and jekyll-mentions do to the text of a page that is ready, where the site turns them on:
/// `:fire:` becomes GitHub's picture, `@name` a link to who has that name there.
class TextFilters {
public:
    TextFilters(const site::Config& config, const site::Entry& entry, Mode mode);

    /// Changes the page's HTML, and what of it `page` holds in parts. Pieces that are in `kept` are taken from there,
    /// and afterwards it holds those of this page.
    void apply(RenderedPage& page, FilteredPieces& kept) const;

private:
    void applyToParts(RenderedPage& page, FilteredPieces& kept) const;
    [[nodiscard]] QByteArray settings() const;
    [[nodiscard]] QByteArray filtered(const QByteArray& html) const;
    [[nodiscard]] QByteArray filteredDocument(const QByteArray& html) const;
    [[nodiscard]] QByteArray withEmojis(QByteArrayView text) const;
    [[nodiscard]] QByteArray withMentions(QByteArrayView text) const;
    [[nodiscard]] QByteArray emoji(QByteArrayView name) const;
    void readEmojiFolder(const site::Config& config);
    void readMentions(const site::Config& config, const site::Entry& entry);

    Mode m_mode = Mode::Publish;
    bool m_hasEmojis = false;
    bool m_hasMentions = false;
    QByteArray m_emojiFolder; ///< address of the pictures, with a slash behind it
    QByteArray m_people; ///< address of the people, likewise
};

} // namespace lectern::render
