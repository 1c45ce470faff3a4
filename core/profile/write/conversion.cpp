// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/conversion.h"

#include "core/profile/read/layout.h"
#include "core/profile/read/reading.h"
#include "core/profile/scan/bytes.h"
#include "core/profile/scan/lines.h"
#include "core/profile/scan/taggrid.h"
#include "core/profile/write/verify.h"

namespace lectern::profile {
namespace {

/// Between the tags of a box's text; an empty range where it has none.
TextRange boxText(QByteArrayView bytes, TextRange item)
{
    const TagGrid grid(bytes, item);
    for (qsizetype at = item.from; (at = bytes.first(item.to).indexOf("<div", at)) >= 0; ++at) {
        const auto tag = tagAt(bytes, at, item.to);
        if (!tag || !hasClass(bytes, *tag, "paper-box-text"))
            continue;
        const qsizetype end = grid.innerEnd(at);
        return end < 0 ? TextRange {} : TextRange { tag->range.to, end };
    }
    return {};
}

bool isBox(QByteArrayView bytes, TextRange item)
{
    const TextRange text = trimmed(bytes, item);
    const auto tag = tagAt(bytes, text.from, text.to);
    return tag && isPaperBox(bytes, *tag);
}

/// Lines of a text without the indentation that they share, and without blank ones around.
QByteArrayList linesOf(QByteArrayView bytes, TextRange text)
{
    QByteArrayList lines;
    qsizetype shared = -1;
    for (qsizetype at = text.from; at < text.to;) {
        const qsizetype next = nextLine(bytes, at, text.to);
        const QByteArray line = slice(bytes, withoutLineEnding(bytes, { at, next })).toByteArray();
        qsizetype indent = 0;
        while (indent < line.size() && isBlank(line[indent]))
            ++indent;
        const bool blank = indent == line.size();
        // A text's first line may begin behind a marker.
        if (!blank && (at > text.from || at == lineStart(bytes, at)))
            shared = shared < 0 ? indent : std::min(shared, indent);
        lines.append(blank ? QByteArray() : line);
        at = next;
    }
    for (qsizetype i = 0; i < lines.size(); ++i) {
        qsizetype cut = 0;
        while (cut < shared && cut < lines[i].size() && isBlank(lines[i][cut]))
            ++cut;
        lines[i].remove(0, cut);
    }
    while (!lines.isEmpty() && lines.front().isEmpty())
        lines.removeFirst();
    while (!lines.isEmpty() && lines.back().isEmpty())
        lines.removeLast();
    return lines;
}

QByteArray indented(const QByteArrayList& lines, const QByteArray& marker, const QByteArray& eol)
{
    QByteArray out;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i > 0)
            out += eol + (lines[i].isEmpty() ? QByteArray() : QByteArray(marker.size(), ' '));
        else
            out += marker;
        out += lines[i];
    }
    return out;
}

class Converter {
public:
    Converter(const Profile& profile, ItemRef ref)
        : m_profile(profile)
        , m_bytes(profile.file.bytes())
        , m_ref(ref)
        , m_item(*profile.item(ref))
        , m_inner(innerRange(m_bytes, m_item.range))
        , m_eol(lineEndingAt(m_bytes, m_item.range.from))
    {
    }

    QByteArray plain() const
    {
        const TextRange text = boxText(m_bytes, m_inner);
        if (text.isEmpty())
            return {};
        QByteArray copy = m_bytes;
        qsizetype grown = 0;
        // What only the badge tells goes behind the authors.
        const Field* badge = m_item.field(FieldId::Badge);
        const Field* venue = m_item.field(FieldId::Venue);
        const Field* authors = m_item.field(FieldId::Authors);
        if (badge && badge->present && venue && badge->range.contains(venue->range) && authors
            && authors->present) {
            const QByteArray told = ", **" + slice(m_bytes, badge->range).toByteArray() + "**";
            copy.insert(authors->range.to, told);
            grown = told.size();
        }
        return indented(linesOf(copy, { text.from, text.to + grown }), marker(), m_eol);
    }

    QByteArray box(const QString& image) const
    {
        const qsizetype lineEnd
            = withoutLineEnding(m_bytes, { m_inner.from, nextLine(m_bytes, m_inner.from, m_inner.to) }).to;
        const TextRange text { m_inner.from + listMarkerLength(m_bytes, m_inner.from, lineEnd),
            trimmed(m_bytes, m_inner).to };
        const QByteArray words = linesOf(m_bytes, text).join(m_eol);
        if (const Item* model = boxOfThePage())
            return likeModel(*model, words, image);
        QByteArray out = "<div class='paper-box'><div class='paper-box-image'><div><div class=\"badge\">"
            + badgeWords() + "</div><img src='" + image.toUtf8() + "' alt=\"" + altWords()
            + "\" width=\"100%\"></div></div>\n"
              "<div class='paper-box-text' markdown=\"1\">\n\n";
        out += QByteArray("\x1f") + "\n</div>\n</div>";
        out.replace("\n", m_eol);
        return out.replace("\x1f", words);
    }

private:
    /// The list marker that the page's plain publications have, or the usual one.
    QByteArray marker() const
    {
        const auto& items = m_profile.sections[size_t(m_ref.section)].items;
        for (const Item& item : items) {
            const TextRange inner = innerRange(m_bytes, item.range);
            if (item.kind != ItemKind::Publication || item.hidden || isBox(m_bytes, inner))
                continue;
            const qsizetype end
                = withoutLineEnding(m_bytes, { inner.from, nextLine(m_bytes, inner.from, inner.to) }).to;
            return slice(m_bytes, { inner.from, inner.from + listMarkerLength(m_bytes, inner.from, end) })
                .toByteArray();
        }
        return "- ";
    }

    QByteArray badgeWords() const
    {
        QStringList words;
        for (const FieldId id : { FieldId::Venue, FieldId::Year }) {
            const Field* field = m_item.field(id);
            if (field && field->present)
                words.append(plainText(std::get<QString>(field->value)));
        }
        return words.join(u' ').toUtf8().replace("<", "&lt;");
    }

    QByteArray altWords() const { return m_item.title.toUtf8().replace("\"", "&quot;").replace("<", "&lt;"); }

    /// A visible box of the page whose picture is a plain one, the section's own first.
    const Item* boxOfThePage() const
    {
        const auto usable = [&](const Item& item) {
            const Field* badge = item.field(FieldId::Badge);
            const Field* image = item.field(FieldId::Image);
            return item.kind == ItemKind::Publication && !item.hidden && isBox(m_bytes, item.range) && badge
                && badge->present && image && image->present && !boxText(m_bytes, item.range).isEmpty()
                && badge->range.to < image->range.from
                && !slice(m_bytes, { item.range.from, boxText(m_bytes, item.range).from }).contains("<a ");
        };
        std::vector<int> order { m_ref.section };
        for (int i = 0; i < int(m_profile.sections.size()); ++i)
            order.push_back(i);
        for (const int section : order) {
            for (const Item& item : m_profile.sections[size_t(section)].items) {
                if (usable(item))
                    return &item;
            }
        }
        return nullptr;
    }

    QByteArray likeModel(const Item& model, const QByteArray& words, const QString& image) const
    {
        const TextRange text = trimmed(m_bytes, boxText(m_bytes, model.range));
        const TextRange badge = model.field(FieldId::Badge)->range;
        const TextRange picture = model.field(FieldId::Image)->range;
        const Field* alt = model.field(FieldId::ImageAlt);
        QByteArray out = slice(m_bytes, { model.range.from, badge.from }).toByteArray() + badgeWords()
            + slice(m_bytes, { badge.to, picture.from }).toByteArray() + image.toUtf8();
        qsizetype from = picture.to;
        if (alt && alt->present && alt->range.from >= from && alt->range.to < text.from) {
            out += slice(m_bytes, { from, alt->range.from }).toByteArray() + altWords();
            from = alt->range.to;
        }
        out += slice(m_bytes, { from, text.from }).toByteArray() + words;
        return out + slice(m_bytes, { text.to, trimmed(m_bytes, model.range).to }).toByteArray();
    }

    const Profile& m_profile;
    const QByteArray& m_bytes;
    ItemRef m_ref;
    const Item& m_item;
    TextRange m_inner;
    QByteArray m_eol;
};

/// True when the item reads in the new form as what it was, and the others have their bytes.
bool reads(const Profile& profile, const Profile& now, ItemRef ref, PublicationForm form)
{
    Sequence before = sequence(profile);
    Sequence after = sequence(now);
    if (formOf(now, ref) != form || before.items.size() != after.items.size())
        return false;
    before.items[size_t(ref.section)].erase(before.items[size_t(ref.section)].begin() + ref.item);
    after.items[size_t(ref.section)].erase(after.items[size_t(ref.section)].begin() + ref.item);
    if (!(before == after) || now.item(ref)->hidden != profile.item(ref)->hidden)
        return false;
    for (const FieldId id : { FieldId::Title, FieldId::Authors, FieldId::Year, FieldId::Url }) {
        const Field* old = profile.item(ref)->field(id);
        const Field* found = now.item(ref)->field(id);
        if (old && old->present && (!found || found->value != old->value))
            return false;
    }
    return true;
}

} // namespace

std::optional<PublicationForm> formOf(const Profile& profile, ItemRef ref)
{
    const Item* item = profile.item(ref);
    if (!item || item->kind != ItemKind::Publication)
        return std::nullopt;
    const QByteArray& bytes = profile.file.bytes();
    const TextRange inner = innerRange(bytes, item->range);
    if (isBox(bytes, inner))
        return PublicationForm::PaperBox;
    const TextRange text = trimmed(bytes, inner);
    const auto tag = tagAt(bytes, text.from, text.to);
    return (tag && isBlockElement(tag->name)) || bytes[text.from] == '|'
        ? std::nullopt
        : std::optional(PublicationForm::Plain);
}

Result<Edits> convertItem(const Profile& profile, ItemRef ref, PublicationForm form, const QString& image)
{
    if (!profile.item(ref))
        return Error { ErrorCode::NoSuchAddress, {}, {} };
    const auto now = formOf(profile, ref);
    if (now == form)
        return Edits();
    const QByteArray& bytes = profile.file.bytes();
    const Converter converter(profile, ref);
    const QByteArray source = !now          ? QByteArray()
        : form == PublicationForm::PaperBox ? converter.box(image)
                                            : converter.plain();
    if (source.isEmpty())
        return Error { ErrorCode::NotEditable, {}, {} };
    const TextRange inner = innerRange(bytes, profile.item(ref)->range);
    const QByteArray eol = lineEndingAt(bytes, inner.from);
    // A box between list items needs blank lines around it, which a list item between boxes does not mind.
    for (const bool apart : { false, true }) {
        const TextRange text = trimmed(bytes, inner);
        const Edit edit = replacement(bytes, text, apart ? eol + source + eol : source);
        if (reads(profile, after(profile, { edit }), ref, form))
            return Edits { edit };
    }
    return Error { ErrorCode::NotEditable, {}, {} };
}

} // namespace lectern::profile
