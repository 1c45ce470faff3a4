// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/people.h"

#include "core/profile/read/venue.h"
#include "core/profile/scan/bytes.h"
#include "core/profile/scan/tags.h"

#include <algorithm>

namespace lectern::profile {

namespace {

/// What stands between the marks of code; any other text as it is.
TextRange withoutTicks(QByteArrayView bytes, TextRange range)
{
    while (range.length() > 1 && bytes[range.from] == '`' && bytes[range.to - 1] == '`')
        range = { range.from + 1, range.to - 1 };
    return range;
}

} // namespace

AuthorPart readAuthor(QByteArrayView bytes, TextRange part)
{
    AuthorPart out;
    const Spans spans = scanInline(bytes, part);
    QString name;
    QString marks;
    int pieces = 0;
    for (int i = 0; i < int(spans.size()); ++i) {
        const Span& span = spans[size_t(i)];
        switch (span.kind) {
        case SpanKind::Strong:
            out.author.owner = true;
            out.marked = span.range;
            break;
        case SpanKind::Element:
            if (span.name == "sup" || span.name == "sub") {
                marks += visibleText(bytes, spans, i + 1, span.end);
                out.marks = out.marks.isEmpty() ? span.range : TextRange { out.marks.from, span.range.to };
                out.supMarks = true;
                i = span.end - 1;
            } else if (span.name == "a") {
                if (const auto tag = tagAt(bytes, span.range.from, span.range.to))
                    if (const auto href = attributeValue(bytes, *tag, "href"))
                        out.author.url = decoded(bytes, *href);
            } else if (!out.author.owner) {
                out.author.owner = true;
                out.marked = span.range;
            }
            break;
        case SpanKind::Link:
            out.author.url = decoded(bytes, span.target);
            break;
        case SpanKind::Math:
        case SpanKind::Escape:
        case SpanKind::Entity: {
            QString mark = visibleText(bytes, spans, i, i + 1);
            if (span.kind == SpanKind::Entity && mark == u"") {
                name += u' ';
                break;
            }
            if (span.kind == SpanKind::Math)
                mark.replace(QStringLiteral("\\dagger"), QStringLiteral("†"))
                    .replace(QStringLiteral("\\ddagger"), QStringLiteral("‡"))
                    .remove(u'$')
                    .remove(u'^')
                    .remove(u'{')
                    .remove(u'}')
                    .replace(QStringLiteral("\\ast"), QStringLiteral("*"))
                    .remove(u'\\');
            marks += mark;
            out.marks = out.marks.isEmpty() ? span.range : TextRange { out.marks.from, span.range.to };
            break;
        }
        case SpanKind::Code:
            out.author.owner = true;
            out.marked = span.range;
            [[fallthrough]];
        case SpanKind::Text: {
            TextRange range = trimmed(bytes, withoutTicks(bytes, span.range));
            QString text = decoded(bytes, range);
            QString kept = withoutMarks(text);
            if (kept.isEmpty()) {
                marks += text;
                if (!text.isEmpty())
                    out.marks = out.marks.isEmpty() ? range : TextRange { out.marks.from, range.to };
                break;
            }
            const qsizetype at = text.indexOf(kept);
            const QString behind = text.mid(at + kept.size()).trimmed();
            const qsizetype from = range.from + text.left(at).toUtf8().size();
            out.name = { from, from + kept.toUtf8().size() };
            if (!behind.isEmpty()) {
                marks += behind;
                out.marks = out.marks.isEmpty() ? TextRange { out.name.to, range.to }
                                                : TextRange { out.marks.from, range.to };
            }
            // Replaced bytes count differently in text and in the file.
            pieces += text.contains(QChar::ReplacementCharacter) ? 2 : 1;
            name += name.isEmpty() || name.endsWith(u' ') ? kept : u' ' + kept;
            break;
        }
        default:
            break;
        }
    }
    out.author.name = name.simplified();
    out.author.marks = marks.simplified().remove(u' ');
    if (pieces != 1)
        out.name = {};
    if (out.marked.isEmpty())
        out.marked = out.name;
    return out;
}

std::vector<Author> readAuthors(QByteArrayView bytes, const std::vector<TextRange>& parts)
{
    std::vector<Author> authors;
    for (const TextRange part : parts)
        authors.push_back(readAuthor(bytes, part).author);
    const auto owners
        = std::count_if(authors.begin(), authors.end(), [](const Author& author) { return author.owner; });
    if (authors.size() > 2 && size_t(owners) == authors.size()) {
        for (Author& author : authors)
            author.owner = false;
    }
    return authors;
}

bool areEditors(QByteArrayView bytes, const AuthorRun& run, TextRange item)
{
    const QByteArrayView behind
        = slice(bytes, trimmed(bytes, { run.range.to, std::max(run.range.to, item.to) }));
    const QByteArrayView before
        = slice(bytes, trimmed(bytes, { item.from, std::max(item.from, run.range.from) }));
    for (const char* mark : { "hrsg.", "hrsg. von", "hg. von", "edited by", "ed. by" }) {
        if (before.endsWith(mark))
            return true;
    }
    for (const char* mark : { "(hg", "(hrsg", "(ed.", "(eds", "(éd", "(coord", "(dir" }) {
        if (startsWithNoCase(behind, mark))
            return true;
    }
    return false;
}

bool beginsAsReference(QByteArrayView text)
{
    const qsizetype bracket = text.indexOf(" (");
    const QByteArrayView name = text.first(std::max<qsizetype>(bracket, 0));
    return name.endsWith('.') && name.contains(", ") && name.size() < 30
        && isYearAt(text, bracket + 2, { bracket + 2, text.size() });
}

} // namespace lectern::profile
