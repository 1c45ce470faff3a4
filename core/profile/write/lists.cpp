// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/write/lists.h"

#include "core/profile/read/layout.h"
#include "core/profile/read/people.h"
#include "core/profile/read/values.h"
#include "core/profile/scan/bytes.h"
#include "core/profile/write/encode.h"

#include <functional>

namespace lectern::profile {
namespace {

QByteArray raw(QByteArrayView bytes, TextRange range)
{
    return slice(bytes, range).toByteArray();
}

QByteArray escapedMarks(const QString& marks, bool sup)
{
    if (marks.isEmpty())
        return {};
    if (sup)
        return "<sup>" + marks.toUtf8() + "</sup>";
    QString out = marks;
    return out.replace(u'*', QStringLiteral("\\*")).toUtf8();
}

QByteArray nameBytes(const QString& name)
{
    QString out = name;
    return out.replace(u'*', QStringLiteral("\\*")).toUtf8();
}

QByteArray newAuthor(const Author& author, const ListStyle& style)
{
    QByteArray core = nameBytes(author.name);
    if (!author.url.isEmpty())
        core = '[' + linkTextBytes(author.name) + "](" + linkUrlBytes(author.url, true) + ')';
    if (author.owner)
        core = style.ownerOpen + core + style.ownerClose;
    return core + escapedMarks(author.marks, style.supMarks);
}

/// An author's bytes with what differs changed, and nothing else where that can be.
QByteArray changedAuthor(
    QByteArrayView bytes, TextRange part, const Author& from, const Author& to, const ListStyle& style)
{
    const AuthorPart found = readAuthor(bytes, part);
    Author renamed = from;
    renamed.name = to.name;
    if (renamed == to && !found.name.isEmpty()) {
        return raw(bytes, { part.from, found.name.from }) + nameBytes(to.name)
            + raw(bytes, { found.name.to, part.to });
    }
    Author toggled = from;
    toggled.owner = to.owner;
    if (toggled == to && to.owner && from.url.isEmpty() && !found.name.isEmpty())
        return raw(bytes, { part.from, found.name.from }) + style.ownerOpen + raw(bytes, found.name)
            + style.ownerClose + raw(bytes, { found.name.to, part.to });
    return newAuthor(to, style);
}

QByteArray newLink(const Link& link)
{
    return '[' + linkTextBytes(link.label) + "](" + linkUrlBytes(link.url, true) + ')';
}

/// A link's bytes with another label and address: emphasis, brackets and the like stay.
QByteArray changedLink(QByteArrayView bytes, TextRange part, const Link& to)
{
    const LinkBytes found = readLink(bytes, part);
    if (!found.found)
        return newLink(to);
    const bool bare = found.url.from == 0 || bytes[found.url.from - 1] != '<';
    const QByteArray label = linkTextBytes(to.label);
    const QByteArray url = linkUrlBytes(to.url, bare && !found.html);
    if (found.html)
        return raw(bytes, { part.from, found.url.from }) + url
            + raw(bytes, { found.url.to, found.label.from }) + label
            + raw(bytes, { found.label.to, part.to });
    return raw(bytes, { part.from, found.label.from }) + label
        + raw(bytes, { found.label.to, found.url.from }) + url + raw(bytes, { found.url.to, part.to });
}

QByteArray usualSeparator(QByteArrayView bytes, const Slot& slot)
{
    switch (slot.codec) {
    case Codec::Links:
        return " \\| ";
    case Codec::Bullets:
        return lineEndingAt(bytes, slot.field.range.from) + "- ";
    default:
        return ", ";
    }
}

/// The bytes between the parts of a list, for a list of another length.
class Separators {
public:
    Separators(QByteArrayView bytes, const Slot& slot, const ListStyle& style)
    {
        for (size_t i = 1; i < slot.parts.size(); ++i)
            m_gaps.push_back(raw(bytes, { slot.parts[i - 1].to, slot.parts[i].from }));
        m_usual = style.separator.isEmpty() ? usualSeparator(bytes, slot) : style.separator;
        if (!m_gaps.empty() && !m_gaps.front().contains("and") && !m_gaps.front().contains('&'))
            m_usual = m_gaps.front();
    }

    /// Between element `index` and the next of `count`.
    [[nodiscard]] QByteArray at(size_t index, size_t count) const
    {
        const size_t wanted = count - 1;
        if (wanted == m_gaps.size())
            return m_gaps[index];
        // ", and " stands before the last one.
        if (index + 1 == wanted && m_gaps.size() > 1)
            return m_gaps.back();
        return index + 1 < m_gaps.size() ? m_gaps[index] : m_usual;
    }

private:
    std::vector<QByteArray> m_gaps;
    QByteArray m_usual;
};

template<class T, class Old>
QByteArray join(QByteArrayView bytes, const Slot& slot, const ListStyle& style, const Old& before,
    const T& after, const std::function<QByteArray(size_t, int)>& write)
{
    const size_t count = size_t(after.size());
    std::vector<int> source(count, -1);
    std::vector<bool> used(size_t(before.size()), false);
    for (size_t i = 0; i < count; ++i) {
        const auto wanted = after[qsizetype(i)];
        for (size_t k = 0; k < used.size() && source[i] < 0; ++k) {
            const size_t old = (i + k) % std::max<size_t>(used.size(), 1);
            if (!used[old] && before[qsizetype(old)] == wanted)
                used[size_t(source[i] = int(old))] = true;
        }
    }
    const Separators separators(bytes, slot, style);
    QByteArray out;
    for (size_t i = 0; i < count; ++i) {
        if (source[i] >= 0) {
            out += raw(bytes, slot.parts[size_t(source[i])]);
        } else {
            const bool free = i < used.size() && !used[i] && used.size() == count;
            out += write(i, free ? int(i) : -1);
        }
        if (i + 1 < count)
            out += separators.at(i, count);
    }
    return out;
}

} // namespace

ListStyle authorStyle(QByteArrayView bytes, const Slot& authors, bool& known)
{
    ListStyle style;
    known = false;
    for (const TextRange part : authors.parts) {
        const AuthorPart found = readAuthor(bytes, part);
        style.supMarks = style.supMarks || found.supMarks;
        if (known || !found.author.owner || found.name.isEmpty() || !found.author.url.isEmpty())
            continue;
        const bool inside = found.marks.from >= found.name.to && found.marks.to <= found.marked.to
            && !found.marks.isEmpty();
        style.ownerOpen = raw(bytes, { found.marked.from, found.name.from });
        style.ownerClose = raw(bytes, { inside ? found.marks.to : found.name.to, found.marked.to });
        known = true;
    }
    if (authors.parts.size() > 1) {
        const QByteArray gap = raw(bytes, { authors.parts[0].to, authors.parts[1].from });
        if (!gap.contains("and") && !gap.contains('&'))
            style.separator = gap;
    }
    return style;
}

QByteArray listBytes(QByteArrayView bytes, const Slot& slot, const FieldValue& value, const ListStyle& style)
{
    const bool present = slot.field.present;
    if (const auto* authors = std::get_if<std::vector<Author>>(&value)) {
        const auto before = present ? std::get<std::vector<Author>>(slot.field.value) : std::vector<Author>();
        return join(bytes, slot, style, before, *authors, [&](size_t i, int old) {
            return old < 0
                ? newAuthor((*authors)[i], style)
                : changedAuthor(bytes, slot.parts[size_t(old)], before[size_t(old)], (*authors)[i], style);
        });
    }
    if (const auto* links = std::get_if<std::vector<Link>>(&value)) {
        const auto before = present ? std::get<std::vector<Link>>(slot.field.value) : std::vector<Link>();
        return join(bytes, slot, style, before, *links, [&](size_t i, int old) {
            const int like = old >= 0 ? old : int(slot.parts.size()) - 1;
            return like < 0 ? newLink((*links)[i])
                            : changedLink(bytes, slot.parts[size_t(like)], (*links)[i]);
        });
    }
    const QStringList words = std::get<QStringList>(value);
    const QStringList before = present ? std::get<QStringList>(slot.field.value) : QStringList();
    return join(
        bytes, slot, style, before, words, [&](size_t i, int) { return words[qsizetype(i)].toUtf8(); });
}

} // namespace lectern::profile
