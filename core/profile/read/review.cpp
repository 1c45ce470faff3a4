// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/dated.h"
#include "core/profile/read/venue.h"
#include "core/profile/scan/bytes.h"

#include <QRegularExpression>

namespace lectern::profile {
namespace {

const QRegularExpression& rolePattern()
{
    static const QRegularExpression pattern(
        QStringLiteral("(review|committee|\\bPC\\b|chair|editor|area "
                       "chair|program|organi[sz]er|session|volunteer|referee|gutachter|"
                       "审稿|评审|委员|relect|revisor|évalu)"),
        QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

bool isRole(const QString& text)
{
    return text.size() <= 60 && rolePattern().match(text).hasMatch();
}

/// The role at the begin of a line: "Conference Reviewer: …", "`CVPR Reviewer` …", "Reviewer, …".
struct RolePlace {
    TextRange role;
    TextRange whole;
    bool found = false;
};

RolePlace findRole(QByteArrayView bytes, TextRange body)
{
    RolePlace place;
    const Spans spans = scanInline(bytes, body);
    if (spans.empty())
        return place;
    const Span& first = spans.front();
    TextRange inner;
    qsizetype end = 0;
    if (first.kind == SpanKind::Code || first.kind == SpanKind::Strong || first.kind == SpanKind::Emphasis
        || (first.kind == SpanKind::Element && first.name != "a")) {
        inner = first.inner;
        while (inner.from < inner.to && (bytes[inner.from] == '`' || isSpace(bytes[inner.from])))
            ++inner.from;
        while (inner.to > inner.from
            && (QByteArrayView("`:,").contains(bytes[inner.to - 1]) || isSpace(bytes[inner.to - 1])))
            --inner.to;
        end = first.range.to;
    } else if (first.kind == SpanKind::Text) {
        const QByteArrayView text = slice(bytes, first.range);
        qsizetype mark = text.indexOf(':');
        // "Reviewer for CVPR 2023": the role ends before the preposition.
        for (const char* word : { " for ", " of ", " at " }) {
            const qsizetype at = text.indexOf(word);
            if (at > 0 && (mark < 0 || at < mark) && !text.first(at).contains(',')
                && isRole(decoded(text.first(at)))) {
                const qsizetype from = first.range.from + at;
                return { trimmed(bytes, { first.range.from, from }),
                    { body.from, from + qsizetype(qstrlen(word)) }, true };
            }
        }
        if (mark < 0)
            mark = text.indexOf("：");
        if (mark < 0)
            mark = text.indexOf(", ");
        if (mark <= 0)
            return place;
        inner = trimmed(bytes, { first.range.from, first.range.from + mark });
        end = first.range.from + mark;
    }
    if (inner.isEmpty() || !isRole(plainText(decoded(bytes, inner))))
        return place;
    while (end < body.to
        && (QByteArrayView(":,").contains(bytes[end]) || isSpace(bytes[end])
            || slice(bytes, { end, body.to }).startsWith("：")
            || slice(bytes, { end, body.to }).startsWith("，")))
        end += static_cast<unsigned char>(bytes[end]) >= 0x80 ? 3 : 1;
    if (end >= body.to)
        return place;
    place = { inner, { body.from, end }, true };
    return place;
}

/// "… (AAAI) - 2026", "CVPR: 2023, 2024": the years that end a line, with the links around them.
TextRange trailingYears(QByteArrayView bytes, TextRange line)
{
    static const QRegularExpression pattern(
        QStringLiteral(
            "[\\s:(,-]((?:19|20)\\d\\d(?:\\s*[,/&–-]\\s*(?:(?:19|20)?\\d\\d|present|now))*)\\)?\\.?$"),
        QRegularExpression::UseUnicodePropertiesOption);
    const QString text = decoded(bytes, line);
    if (const auto match = pattern.match(text); match.hasMatch()
        && QStringView(text)
                .left(std::max<qsizetype>(0, match.capturedStart(1) - 1))
                .toString()
                .indexOf(QRegularExpression(QStringLiteral("[,，、；;]")))
            < 0) {
        // Bytes that are no text count differently there: found again in the bytes.
        const QByteArray years = match.captured(1).toUtf8();
        const qsizetype at = slice(bytes, line).lastIndexOf(years);
        return at < 0 ? TextRange { line.to, line.to }
                      : TextRange { line.from + at, line.from + at + years.size() };
    }
    const qsizetype colon = slice(bytes, line).lastIndexOf(": ");
    const TextRange rest = trimmed(bytes, { line.from + colon + 1, line.to });
    static const QRegularExpression years(QStringLiteral("^(19|20)\\d\\d(\\s*[,/&]\\s*(19|20)\\d\\d)*$"));
    const bool only = colon > 0 && years.match(visibleText(bytes, rest)).hasMatch();
    return only ? rest : TextRange { line.to, line.to };
}

/// For each byte of a line that opens a bracket which is closed: its distance to that. 0 for all others.
std::vector<qsizetype> bracketLengths(QByteArrayView line)
{
    std::vector<qsizetype> lengths(size_t(line.size()), 0);
    std::vector<qsizetype> open;
    for (qsizetype at = 0; at < line.size(); ++at) {
        if (QByteArrayView("([<").contains(line[at])) {
            open.push_back(at);
        } else if (QByteArrayView(")]>").contains(line[at]) && !open.empty()) {
            lengths[size_t(open.back())] = at - open.back();
            open.pop_back();
        }
    }
    return lengths;
}

/// "ACM MM 2025/2026, AAAI 2026": several venues in one line, each with its years. Commas in brackets and
/// tags part none.
std::vector<TextRange> venuesOf(QByteArrayView bytes, TextRange line)
{
    std::vector<TextRange> parts;
    if (slice(bytes, line).contains('\n') || slice(bytes, line).contains('\r'))
        return parts;
    qsizetype from = line.from;
    const auto close = [&](qsizetype to, qsizetype next) {
        TextRange part = trimmed(bytes, { from, to });
        if (slice(bytes, part).startsWith("and "))
            part = trimmed(bytes, { part.from + 4, part.to });
        const QByteArrayView text = slice(bytes, part);
        const bool years = std::all_of(
            text.begin(), text.end(), [](char c) { return isDigit(c) || QByteArrayView("/- ").contains(c); });
        if (years && !part.isEmpty() && !parts.empty())
            parts.back().to = part.to;
        else if (!part.isEmpty())
            parts.push_back(part);
        from = next;
    };
    const std::vector<qsizetype> brackets = bracketLengths(slice(bytes, line));
    for (qsizetype at = line.from; at < line.to; ++at) {
        const char c = bytes[at];
        const QByteArrayView rest = slice(bytes, { at, line.to });
        if (const qsizetype length = brackets[size_t(at - line.from)])
            at += length;
        else if (c == ',' || c == ';')
            close(at, at + 1);
        else if (rest.startsWith("，") || rest.startsWith("、") || rest.startsWith("；"))
            close(at, at + 3);
    }
    TextRange last { from, line.to };
    while (last.to > last.from && (bytes[last.to - 1] == '.' || isSpace(bytes[last.to - 1])))
        --last.to;
    close(last.to, line.to);
    return parts;
}

/// "Harbours 2027 Web Chair": the year in the middle, the role behind it.
bool readTrailingRole(QByteArrayView bytes, TextRange text, Reading& reading)
{
    TextRange year;
    bool shortened = false;
    if (slice(bytes, text).contains('\n') || !findYear(bytes, text, year, shortened) || shortened)
        return false;
    const TextRange role = trimmed(bytes, { year.to, text.to });
    const TextRange venue = trimmed(bytes, { text.from, year.from });
    const QByteArrayView words = slice(bytes, role);
    if (venue.length() < 2 || role.from == year.to || words.count(' ') > 3 || words.contains(',')
        || !isAsciiLetter(words.isEmpty() ? ' ' : words[0]) || !isRole(decoded(bytes, role)))
        return false;
    reading.slots.push_back(
        presentSlot(FieldId::Role, FieldShape::Line, Codec::Line, decoded(bytes, role), role, role));
    reading.slots.push_back(
        presentSlot(FieldId::Venue, FieldShape::Text, Codec::Text, decoded(bytes, venue), venue));
    reading.slots.push_back(
        presentSlot(FieldId::Year, FieldShape::Line, Codec::Line, decoded(bytes, year), year, year));
    return true;
}

} // namespace

Reading readReview(QByteArrayView bytes, TextRange range)
{
    Reading reading;
    reading.kind = ItemKind::Review;
    TextRange body = itemBody(bytes, range);
    const Cells cells = cellsOf(bytes, body);
    if (cells.cells.size() == 1)
        body = cells.cells.front().range;
    if (cells.cells.size() > 1) {
        const Reading row = readCells(bytes, cells);
        const Slot* first = row.slot(FieldId::Text);
        // "| Area Chair | ACL | 2025 |"
        const bool roleFirst
            = first && row.slot(FieldId::Place) && isRole(plainText(std::get<QString>(first->field.value)));
        for (Slot slot : row.slots) {
            if (slot.field.id == FieldId::Date)
                slot.field = { FieldId::Year, FieldShape::Line, slot.field.value, slot.field.range, true };
            else if (slot.field.id == FieldId::Text)
                slot.field.id = roleFirst ? FieldId::Role : FieldId::Venue;
            else if (slot.field.id == FieldId::Place && roleFirst)
                slot.field.id = FieldId::Venue;
            reading.slots.push_back(std::move(slot));
        }
        return reading;
    }
    const DatePlace date = findDate(bytes, body);
    const bool leading = date.found && date.date.from < date.text.from;
    const TextRange text = leading ? date.text : body;
    const RolePlace role = findRole(bytes, text);
    if (!role.found && !leading && readTrailingRole(bytes, text, reading))
        return reading;
    if (role.found)
        reading.slots.push_back(presentSlot(
            FieldId::Role, FieldShape::Line, Codec::Line, decoded(bytes, role.role), role.role, role.whole));
    TextRange venue = trimmed(bytes, { role.found ? role.whole.to : text.from, text.to });
    TextRange year;
    TextRange yearWhole;
    if (leading) {
        year = date.date;
        yearWhole = date.whole;
    } else {
        // "… (AAAI) - 2026", "CVPR 2025", "(2024-present)": only what ends the line, so that the venue stays
        // whole.
        const DatePlace trailing = findDate(bytes, venue);
        if (trailing.found && trailing.date.from > trailing.text.from) {
            year = trailing.date;
            yearWhole = trailing.whole;
            venue = trailing.text;
        } else {
            year = trailingYears(bytes, venue);
            if (!year.isEmpty()) {
                const qsizetype end = venue.to;
                venue.to = year.from;
                for (bool again = true; again;) {
                    again = false;
                    // No-break and other wide blanks.
                    const qsizetype wide = slice(bytes, venue).endsWith("\xC2\xA0") ? 2
                        : venue.length() > 3 && slice(bytes, { venue.to - 3, venue.to - 1 }) == "\xE2\x80"
                        ? 3
                        : 0;
                    if (wide > 0) {
                        venue.to -= wide;
                        again = true;
                    } else if (venue.to > venue.from
                        && (isSpace(bytes[venue.to - 1])
                            || QByteArrayView("-:(,").contains(bytes[venue.to - 1]))) {
                        --venue.to;
                        again = true;
                    }
                }
                yearWhole = { venue.to, end };
            }
        }
    }
    const std::vector<TextRange> venues
        = role.found && year.isEmpty() ? venuesOf(bytes, venue) : std::vector<TextRange>();
    if (venues.size() > 1) {
        QStringList names;
        for (const TextRange part : venues)
            names.append(decoded(bytes, part));
        Slot slot = presentSlot(
            FieldId::Venue, FieldShape::Tags, Codec::Tags, names, { venues.front().from, venues.back().to });
        slot.parts = venues;
        reading.slots.push_back(std::move(slot));
        return reading;
    }
    reading.slots.push_back(
        presentSlot(FieldId::Venue, FieldShape::Text, Codec::Text, decoded(bytes, venue), venue));
    if (!year.isEmpty())
        reading.slots.push_back(
            presentSlot(FieldId::Year, FieldShape::Line, Codec::Line, decoded(bytes, year), year, yearWhole));
    else
        reading.slots.push_back(
            absentSlot(FieldId::Year, FieldShape::Line, Codec::Line, venue.to, " (", ")"));
    return reading;
}

} // namespace lectern::profile
