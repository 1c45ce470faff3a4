// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/write/visibility.h"

#include "core/profile/intentions.h"
#include "core/profile/read/layout.h"
#include "core/profile/read/reading.h"
#include "core/profile/scan/bytes.h"
#include "core/profile/scan/lines.h"
#include "core/profile/write/placing.h"
#include "core/profile/write/verify.h"

namespace lectern::profile {
namespace {

/// Adds or takes one tilde from every comment end, escaped ones included: "--" tildes (">" or "!>").
QByteArray withTildes(const QByteArray& bytes, int change)
{
    QByteArray out;
    for (qsizetype at = 0; at < bytes.size();) {
        if (bytes[at] != '-' || at + 1 >= bytes.size() || bytes[at + 1] != '-') {
            out += bytes[at++];
            continue;
        }
        qsizetype end = at + 2;
        while (end < bytes.size() && bytes[end] == '~')
            ++end;
        const qsizetype tildes = end - at - 2;
        const bool closes = end < bytes.size()
            && (bytes[end] == '>' || (bytes[end] == '!' && end + 1 < bytes.size() && bytes[end + 1] == '>'));
        if (!closes) {
            out += bytes[at++];
            continue;
        }
        out += "--" + QByteArray(std::max<qsizetype>(0, tildes + change), '~');
        at = end;
    }
    return out;
}

TextRange commentAround(const Profile& profile, TextRange item)
{
    const QByteArray& bytes = profile.file.bytes();
    const qsizetype open = bytes.lastIndexOf("<!--", item.from);
    const qsizetype close = bytes.indexOf("-->", item.to);
    return open < 0 || close < 0 ? TextRange {} : TextRange { open, close + 3 };
}

Result<Edits> hide(const Profile& profile, ItemRef ref)
{
    const QByteArray& bytes = profile.file.bytes();
    const TextRange range = profile.item(ref)->range;
    const TextRange text = withoutLineEnding(bytes, range);
    const QByteArray source = slice(bytes, text).toByteArray();
    const bool lines = source.contains('\n') || source.contains('\r');
    const qsizetype before
        = text.from > 0 ? lineStart(bytes, withoutLineEnding(bytes, { 0, text.from }).to) : 0;
    const bool blankBefore = trimmed(bytes, { before, text.from }).isEmpty();
    const bool apart = lines && !blankBefore && bytes[before] != '#';
    EditList edits(bytes);
    edits.replace(text, (apart ? lineEndingAt(bytes, text.from) : QByteArray()) + hiddenBytes(source, apart));
    return edits.edits();
}

/// Takes an item out of a comment that it shares with others: the comment ends before it and begins again
/// behind it.
QByteArray split(QByteArrayView bytes, TextRange comment, TextRange item, const QByteArray& eol)
{
    const TextRange before = trimmed(bytes, { comment.from + 4, item.from });
    const TextRange behind = trimmed(bytes, { item.to, comment.to - 3 });
    QByteArray out;
    if (!before.isEmpty())
        out += "<!-- " + slice(bytes, before).toByteArray() + " -->" + eol;
    out += shownBytes(slice(bytes, trimmed(bytes, item)).toByteArray());
    if (!behind.isEmpty())
        out += eol + "<!-- " + slice(bytes, behind).toByteArray() + " -->";
    return out;
}

/// What hiding put into a comment, its own blanks and line ends left out.
TextRange insideOf(QByteArrayView bytes, TextRange comment)
{
    TextRange inner { comment.from + 4, comment.to - 3 };
    if (inner.from < inner.to && isEndOfLine(bytes[inner.from])) {
        inner.from = nextLine(bytes, inner.from, inner.to);
        inner.to = withoutLineEnding(bytes, inner).to;
        return inner;
    }
    if (inner.from < inner.to && bytes[inner.from] == ' ')
        ++inner.from;
    if (inner.to > inner.from && bytes[inner.to - 1] == ' ')
        --inner.to;
    return inner;
}

enum class Showing { AsHidden, KeepBlankLine, Trimmed };

Result<Edits> show(const Profile& profile, ItemRef ref, Showing way)
{
    const QByteArray& bytes = profile.file.bytes();
    const Item& item = *profile.item(ref);
    const QByteArray eol = lineEndingAt(bytes, item.range.from);
    EditList edits(bytes);
    if (!isOwnComment(profile, ref)) {
        const TextRange comment = commentAround(profile, item.range);
        if (comment.isEmpty())
            return Error { ErrorCode::NotEditable, {}, {} };
        edits.replace(comment, split(bytes, comment, item.range, eol));
        return edits.edits();
    }
    const TextRange whole = trimmed(bytes, item.range);
    const TextRange inner = way == Showing::Trimmed ? innerRange(bytes, item.range) : insideOf(bytes, whole);
    TextRange range = whole;
    // The blank line that hiding put before a comment of many lines goes with it.
    const bool apart = slice(bytes, whole).startsWith("<!--\n") || slice(bytes, whole).startsWith("<!--\r");
    const qsizetype line = lineStart(bytes, whole.from);
    if (apart && line > 0 && way == Showing::AsHidden) {
        const TextRange above = withoutLineEnding(bytes, { 0, line });
        if (above.to > 0 && isEndOfLine(bytes[above.to - 1]))
            range.from = above.to;
    }
    edits.replace(range, shownBytes(slice(bytes, inner).toByteArray()));
    return edits.edits();
}

} // namespace

bool isOwnComment(const Profile& profile, ItemRef ref)
{
    const TextRange text = trimmed(profile.file.bytes(), profile.item(ref)->range);
    return profile.file.view(text).startsWith("<!--");
}

QByteArray hiddenBytes(QByteArray bytes, bool apart)
{
    QByteArray eol;
    while (bytes.endsWith('\n') || bytes.endsWith('\r')) {
        eol.prepend(bytes.back());
        bytes.chop(1);
    }
    const QByteArray inside = withTildes(bytes, 1);
    if (!apart)
        return "<!-- " + inside + " -->" + eol;
    const QByteArray line = lineEndingAt(bytes, 0);
    return "<!--" + line + inside + line + "-->" + eol;
}

QByteArray shownBytes(QByteArray inner)
{
    return withTildes(inner, -1);
}

Result<Edits> setItemHidden(const Profile& profile, ItemRef ref, bool hidden)
{
    const Item* item = profile.item(ref);
    if (!item)
        return Error { ErrorCode::NoSuchAddress, {}, {} };
    if (item->hidden == hidden)
        return Edits();
    if (profile.sections[size_t(ref.section)].hidden)
        return Error { ErrorCode::NotEditable, {}, {} };
    // What we hid comes back byte for byte; what people hid may have blanks of theirs around it.
    for (const Showing way : { Showing::AsHidden, Showing::KeepBlankLine, Showing::Trimmed }) {
        const Result<Edits> edits = hidden ? hide(profile, ref) : show(profile, ref, way);
        if (!edits)
            return edits;
        const Profile now = after(profile, *edits);
        const Item* found = now.item(ref);
        if (found && found->hidden == hidden && found->kind == item->kind
            && now.sections.size() == profile.sections.size()
            && now.sections[size_t(ref.section)].items.size()
                == profile.sections[size_t(ref.section)].items.size())
            return edits;
    }
    return Error { ErrorCode::NotEditable, {}, {} };
}

} // namespace lectern::profile
