// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/renderer.h"
#include "core/site/config.h"
#include "core/site/entry.h"

#include <QByteArray>

namespace lectern::render {

/// What jemoji and jekyll-mentions do to the text of a page that is ready, where the site turns them on:
/// `:fire:` becomes GitHub's picture, `@name` a link to who has that name there.
class TextFilters {
public:
    TextFilters(const site::Config& config, const site::Entry& entry, Mode mode);

    /// Changes the page's HTML, and what of it `page` holds in parts.
    void apply(RenderedPage& page) const;

private:
    void filter(std::vector<Block>& blocks) const;
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
