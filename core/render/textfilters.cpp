// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/textfilters.h"

#include "core/render/emojis.h"
#include "core/render/textruns.h"
#include "core/site/values.h"

#include <QByteArrayList>

#include <utility>

namespace lectern::render {

namespace {

bool isWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool isNameOfEmoji(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '+' || c == '-';
}

/// The colon that ends a name which begins at `at`, or -1.
qsizetype nameEnd(QByteArrayView text, qsizetype at)
{
    const qsizetype from = at;
    while (at < text.size() && isNameOfEmoji(text[at]))
        ++at;
    return at > from && at < text.size() && text[at] == ':' ? at : -1;
}

/// Most blocks of a page hold none, and all hold colons.
bool mayHoldEmoji(QByteArrayView html)
{
    for (qsizetype colon = html.indexOf(':'); colon >= 0; colon = html.indexOf(':', colon + 1)) {
        if (nameEnd(html, colon + 1) >= 0)
            return true;
    }
    return false;
}

/// A name at GitHub may be followed by anything but a slash, a dot inside a word or more of a word.
bool endsMention(QByteArrayView text, qsizetype at)
{
    const auto isLineEnd = [&](qsizetype pos) { return pos >= text.size() || text[pos] == '\n'; };
    if (isLineEnd(at))
        return true;
    if (text[at] == '/' || isWord(text[at]))
        return false;
    return text[at] != '.' || isLineEnd(at + 1) || !isWord(text[at + 1]);
}

bool isHtml(const site::Entry& entry)
{
    return entry.outputExtension == u".html" || entry.url.endsWith(u'/');
}

QByteArray joinedPath(QByteArray first, const QByteArray& second)
{
    while (first.endsWith('/'))
        first.chop(1);
    return second.startsWith('/') ? first + second : first + '/' + second;
}

} // namespace

TextFilters::TextFilters(const site::Config& config, const site::Entry& entry, Mode mode)
    : m_mode(mode)
    , m_hasEmojis(isHtml(entry) && config.hasPlugin(QStringLiteral("jemoji")))
    , m_hasMentions(isHtml(entry) && config.hasPlugin(QStringLiteral("jekyll-mentions")))
{
    if (m_hasEmojis)
        readEmojiFolder(config);
    if (m_hasMentions)
        readMentions(config, entry);
}

void TextFilters::readEmojiFolder(const site::Config& config)
{
    const liquid::Value given = config.at(QStringLiteral("emoji"));
    const liquid::Value source = given.at(QStringLiteral("src"));
    const liquid::Value folder = given.at(QStringLiteral("asset"));
    if (source.isNil())
        m_emojiFolder = "https://github.githubassets.com/images/icons/emoji/";
    else
        m_emojiFolder = joinedPath(site::toText(source).toUtf8(),
            folder.isNil() ? QByteArray("/emoji") : site::toText(folder).toUtf8());
    m_emojiFolder = joinedPath(m_emojiFolder, "/");
}

void TextFilters::readMentions(const site::Config& config, const site::Entry& entry)
{
    const QString key = QStringLiteral("jekyll-mentions");
    // Only pages and posts may say something of their own.
    const bool mayDecide = entry.kind != site::Entry::Kind::Document || entry.path.contains(u"_posts");
    liquid::Value wanted = mayDecide ? entry.at(key) : liquid::Value();
    if (wanted.boolean() && !*wanted.boolean()) {
        m_hasMentions = false;
        return;
    }
    if (!site::isTruthy(wanted))
        wanted = config.at(key);
    if (wanted.hash())
        wanted = wanted.at(QStringLiteral("base_url"));
    m_people = wanted.string() ? wanted.string()->toUtf8() : QByteArray("https://github.com");
    if (!m_people.endsWith('/') && !m_people.endsWith('~'))
        m_people += '/';
}

void TextFilters::apply(RenderedPage& page, FilteredPieces& kept) const
{
    if (!m_hasEmojis && !m_hasMentions)
        return;
    if (page.blocks.empty())
        page.html = filteredDocument(page.html);
    else
        applyToParts(page, kept);
}

QByteArray TextFilters::settings() const
{
    return QByteArray::number(int(m_mode)) + (m_hasEmojis ? "e" + m_emojiFolder : QByteArray()) + '\n'
        + (m_hasMentions ? "m" + m_people : QByteArray());
}

void TextFilters::applyToParts(RenderedPage& page, FilteredPieces& kept) const
{
    FilteredPieces last = std::exchange(kept, { settings(), {} });
    if (last.settings != kept.settings)
        last.made.clear();
    const auto change = [&](QByteArray& html, auto filter) {
        if (html.isEmpty())
            return;
        const QByteArray source = html;
        const auto known = last.made.constFind(source);
        html = known == last.made.constEnd() ? filter(source) : *known;
        kept.made.insert(source, html);
    };
    const auto inside = [this](const QByteArray& html) { return filtered(html); };
    const auto changeBlocks = [&](auto&& self, std::vector<Block>& blocks) -> void {
        for (Block& block : blocks) {
            change(block.html, inside);
            change(block.close, inside);
            self(self, block.items);
        }
    };
    change(page.before, [this](const QByteArray& html) { return filteredDocument(html); });
    changeBlocks(changeBlocks, page.blocks);
    change(page.after, [this](const QByteArray& html) {
        const qsizetype end = html.indexOf("</body>");
        return end < 0 ? filtered(html) : filtered(html.left(end)) + html.mid(end);
    });
}

/// Where there is a body, nothing outside of it is touched.
QByteArray TextFilters::filteredDocument(const QByteArray& html) const
{
    const qsizetype body = html.indexOf("<body");
    const qsizetype from = body < 0 ? 0 : html.indexOf('>', body) + 1;
    if (body >= 0 && from == 0)
        return html;
    const qsizetype end = body < 0 ? -1 : html.indexOf("</body>", from);
    const qsizetype to = end < 0 ? html.size() : end;
    return html.left(from) + filtered(html.mid(from, to - from)) + html.mid(to);
}

QByteArray TextFilters::filtered(const QByteArray& html) const
{
    QByteArray result = html;
    if (m_hasEmojis && mayHoldEmoji(html))
        result = replacedText(
            result, { "pre", "code", "tt" }, [this](QByteArrayView text) { return withEmojis(text); });
    if (m_hasMentions && html.contains('@'))
        result = replacedText(
            result, { "pre", "code", "a" }, [this](QByteArrayView text) { return withMentions(text); });
    return result;
}

QByteArray TextFilters::emoji(QByteArrayView name) const
{
    const QByteArray characters = emojis::characters(name);
    if (characters.isEmpty())
        return {};
    const QByteArray title = ":" + name.toByteArray() + ":";
    // The preview loads nothing from elsewhere.
    if (m_mode == Mode::Preview)
        return "<span class=\"emoji\" title=\"" + title + "\">" + characters + "</span>";
    return "<img class=\"emoji\" title=\"" + title + "\" alt=\"" + title + "\" src=\"" + m_emojiFolder
        + emojis::pictureFile(characters) + "\" height=\"20\" width=\"20\">";
}

QByteArray TextFilters::withEmojis(QByteArrayView text) const
{
    QByteArray result;
    qsizetype copied = 0;
    for (qsizetype colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
        const qsizetype end = nameEnd(text, colon + 1);
        const QByteArray shown = end < 0 ? QByteArray() : emoji(text.sliced(colon + 1, end - colon - 1));
        if (shown.isEmpty())
            continue;
        result += text.sliced(copied, colon - copied);
        result += shown;
        copied = end + 1;
        colon = end;
    }
    return copied == 0 ? QByteArray() : result + text.sliced(copied).toByteArray();
}

QByteArray TextFilters::withMentions(QByteArrayView text) const
{
    // Words of no one's name.
    static const QByteArrayList words { "mention", "mentions", "mentioned", "mentioning" };
    QByteArray result;
    qsizetype copied = 0;
    qsizetype lastEnd = 0; ///< what stands before a name must not belong to the one before
    for (qsizetype at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
        const bool startsLine = at == 0 || text[at - 1] == '\n';
        if (!startsLine && (at <= lastEnd || isWord(text[at - 1])))
            continue;
        qsizetype end = at + 1;
        while (end < text.size() && (isWord(text[end]) || (end > at + 1 && text[end] == '-')))
            ++end;
        if (end == at + 1 || !endsMention(text, end))
            continue;
        lastEnd = end;
        const QByteArray name = text.sliced(at + 1, end - at - 1).toByteArray();
        if (words.contains(name.toLower()))
            continue;
        result += text.sliced(copied, at - copied);
        result += "<a href=\"" + m_people + name + "\" class=\"user-mention\">@" + name + "</a>";
        copied = end;
    }
    return copied == 0 ? QByteArray() : result + text.sliced(copied).toByteArray();
}

} // namespace lectern::render
