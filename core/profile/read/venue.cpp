// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/venue.h"

#include "core/profile/profile.h"
#include "core/profile/read/venuename.h"
#include "core/profile/scan/bytes.h"
#include "core/profile/scan/inline.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace lectern::profile {
namespace {

QString visible(QByteArrayView bytes, TextRange range)
{
    return visibleText(bytes, range);
}

/// The next character at a range's begin is neither letter nor digit nor ASCII (an emoji).
bool beginsWithSymbol(QByteArrayView bytes, TextRange range, qsizetype& length)
{
    if (range.isEmpty() || static_cast<unsigned char>(bytes[range.from]) < 0xC2)
        return false;
    const unsigned char lead = static_cast<unsigned char>(bytes[range.from]);
    length = std::min<qsizetype>(range.length(), lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2);
    const QList<uint> points = QString::fromUtf8(bytes.sliced(range.from, length)).toUcs4();
    return points.size() == 1 && !QChar::isLetterOrNumber(points.front())
        && QChar::category(points.front()) != QChar::Punctuation_InitialQuote;
}

/// "(*equal contribution)", "(alphabetical order)" at a range's begin: its length; 0 where there is none.
qsizetype remarkLength(QByteArrayView bytes, TextRange range)
{
    static const QRegularExpression pattern(
        QStringLiteral("contribut|alphabet|co-?first|joint first|correspond|\\bauthors?\\b"),
        QRegularExpression::CaseInsensitiveOption);
    const QByteArrayView text = slice(bytes, range);
    const qsizetype close = text.startsWith('(') ? text.indexOf(')') : -1;
    return close > 0 && close < 80 && pattern.match(decoded(text.first(close))).hasMatch() ? close + 1 : 0;
}

/// Behind words such as "Accepted by" at the begin.
TextRange withoutLead(QByteArrayView bytes, TextRange range)
{
    static constexpr std::array<const char*, 24> leads { "venue: ", "journal: ", "conference: ",
        "revise and resubmit, ", "submitted to ", "under review at ", "accepted by ", "accepted to ",
        "accepted at ", "accepted in ", "accepted ", "en: ", "to appear in ", "to appear at ",
        "published in ", "published at ", "appeared in ", "appears in ", "presented at ", "in the ",
        "in: ", "in ", "the ", "at " };
    bool again = true;
    while (again) {
        again = false;
        range = trimmed(bytes, range);
        for (const char* lead : leads) {
            // "The Web Conference" has its article for a name.
            if (startsWithNoCase(slice(bytes, range), lead) && !slice(bytes, range).startsWith("The ")) {
                range.from += qsizetype(qstrlen(lead));
                again = true;
                break;
            }
        }
        // "First Author · Accepted at"
        const qsizetype dot = slice(bytes, range).indexOf(" · ");
        if (dot > 0 && dot < 24 && slice(bytes, range).first(dot).endsWith("uthor")) {
            range.from += dot + qsizetype(qstrlen(" · "));
            again = true;
        }
        if (const qsizetype remark = remarkLength(bytes, range)) {
            range.from += remark;
            again = true;
        }
        while (range.from < range.to && QByteArrayView(",;:.)(][*/\"\\").contains(bytes[range.from])) {
            if (remarkLength(bytes, range) > 0)
                break;
            ++range.from;
            again = true;
        }
        // "- ECOOP 2022", "| KDD 2020"
        while (range.length() > 1 && QByteArrayView("-|~").contains(bytes[range.from])
            && isBlank(bytes[range.from + 1])) {
            range = trimmed(bytes, { range.from + 1, range.to });
            again = true;
        }
        qsizetype symbol = 0;
        while (beginsWithSymbol(bytes, range, symbol)) {
            range.from += symbol;
            again = true;
        }
    }
    return trimmed(bytes, range);
}

/// The innermost bytes of wrappers that hold a whole range: "<font color=…>CCF-A</font>".
TextRange unwrapped(QByteArrayView bytes, TextRange range)
{
    for (int depth = 0; depth < 8; ++depth) {
        range = trimmed(bytes, range);
        const Spans spans = scanInline(bytes, range);
        if (spans.empty() || spans.front().end != int(spans.size()) || spans.front().kind == SpanKind::Text)
            return range;
        const Span& span = spans.front();
        if (span.kind != SpanKind::Strong && span.kind != SpanKind::Emphasis
            && span.kind != SpanKind::Element)
            return range;
        range = span.inner;
    }
    return range;
}

/// Finds "(CCF-A, CSRanking)" in a range.
void findRanks(QByteArrayView bytes, TextRange range, VenuePlace& place)
{
    qsizetype at = range.from;
    while ((at = bytes.first(range.to).indexOf('(', at)) >= 0) {
        const qsizetype close = bytes.first(range.to).indexOf(')', at);
        if (close < 0)
            return;
        const TextRange inside { at + 1, close };
        std::vector<TextRange> parts;
        bool all = true;
        for (qsizetype from = inside.from; from <= inside.to;) {
            qsizetype to = from;
            while (to < inside.to && bytes[to] != ',' && bytes[to] != ';')
                ++to;
            const TextRange part = unwrapped(bytes, { from, to });
            all = all && isRank(visible(bytes, part));
            parts.push_back(part);
            from = to + 1;
        }
        if (all && !parts.empty()) {
            place.rankParts = parts;
            place.ranks = { parts.front().from, parts.back().to };
            place.ranksWhole = { at, close + 1 };
            while (place.ranksWhole.from > range.from && isBlank(bytes[place.ranksWhole.from - 1]))
                --place.ranksWhole.from;
            return;
        }
        at = close;
    }
}

/// What stands behind a year inside the phrase: "ICME 2026 Spotlight", "MICCAI 2026 Workshop on …".
void readTail(QByteArrayView bytes, TextRange tail, VenuePlace& place)
{
    const bool apart = !tail.isEmpty() && isBlank(bytes[tail.from]);
    TextRange words = withoutTail(bytes, tail);
    if (!apart || words.isEmpty())
        return;
    if (bytes[words.from] == '(') {
        const qsizetype close = slice(bytes, words).indexOf(')');
        words = { words.from + 1, close < 0 ? words.to : words.from + close };
        tail.to = close < 0 ? words.to : words.to + 1;
    } else {
        tail.to = words.to;
    }
    // "(IJCKG 2021 Best Paper)": the bracket that opens before the venue closes behind it.
    if (slice(bytes, words).endsWith(')') && !slice(bytes, words).contains('('))
        --words.to;
    const QString text = visible(bytes, words);
    if (isAward(text)) {
        place.award = words;
        place.awardWhole = tail;
    } else if (text.startsWith(QLatin1StringView("Workshop"))
        || (text.size() > 3 && isAsciiLetter(bytes[words.from]) && !text.contains(u',')
            && hasVenueWord(text))) {
        place.name.to = words.to;
        place.yearWhole = {};
    }
}

} // namespace

namespace {

/// "Proceedings of the 2024 CHI Conference (CHI '24)": the year stands inside of the name. Empty where it
/// does not.
TextRange aroundYear(QByteArrayView bytes, TextRange phrase, TextRange before, bool shortened)
{
    const QByteArrayView head = slice(bytes, before);
    const QByteArrayView text = slice(bytes, phrase);
    // "… Symposium on Software (UIST '23)", "40th Conference on Uncertainty (UAI 2024)"
    const qsizetype open = head.lastIndexOf('(');
    const bool named = open > 0 && std::any_of(head.begin() + open, head.end(), isAsciiLetter);
    if ((shortened || named) && head.count('(') > head.count(')')) {
        const qsizetype bracket = text.indexOf(')', before.to - phrase.from);
        return bracket < 0 ? TextRange {} : TextRange { phrase.from, phrase.from + bracket + 1 };
    }
    if (!head.endsWith(" the") && !head.endsWith(" of"))
        return {};
    const qsizetype close = text.indexOf("). ", before.to - phrase.from);
    const qsizetype stop = close >= 0 ? close + 1 : text.indexOf(". ", before.to - phrase.from);
    return withoutTail(bytes, { phrase.from, stop < 0 ? phrase.to : phrase.from + stop });
}

} // namespace

VenuePlace readVenue(QByteArrayView bytes, TextRange phrase)
{
    VenuePlace place;
    phrase = withoutLead(bytes, phrase);
    place.phrase = place.outer = phrase;
    if (phrase.isEmpty())
        return place;
    findRanks(bytes, phrase, place);
    TextRange rest = phrase;
    if (!place.ranks.isEmpty() && place.ranksWhole.from > phrase.from)
        rest.to = place.ranksWhole.from;
    if (findYear(bytes, rest, place.year, place.shortYear)) {
        const TextRange before = withoutTail(bytes, { rest.from, place.year.from });
        if (const TextRange whole = aroundYear(bytes, rest, before, place.shortYear); !whole.isEmpty()) {
            place.name = whole;
        } else if (!before.isEmpty()) {
            place.name = before;
            place.yearWhole = { before.to, place.year.to };
        } else {
            place.name = withoutTail(bytes, withoutLead(bytes, { place.year.to, rest.to }));
            place.yearWhole = { place.year.from, std::max(place.name.from, place.year.to) };
        }
        const qsizetype digit = place.yearWhole.to;
        if (digit < bytes.size() && place.name.to < digit && bytes[digit] == ')'
            && slice(bytes, { before.to, place.year.from }).contains('('))
            ++place.yearWhole.to;
        if (!before.isEmpty())
            readTail(bytes, { place.yearWhole.to, rest.to }, place);
    } else {
        place.name = withoutTail(bytes, rest);
        // "Journal (CCF-B), 2026"
        if (rest.to < phrase.to
            && findYear(bytes, { place.ranksWhole.to, phrase.to }, place.year, place.shortYear))
            place.yearWhole = place.year;
    }
    if (slice(bytes, place.name).startsWith("http") || startsWithNoCase(slice(bytes, place.name), "doi"))
        place.name = {};
    // "2018, with Ann Bee"
    if (startsWithNoCase(slice(bytes, place.name), "with ") || slice(bytes, place.name) == "with")
        place.name = {};
    place.name = withoutMonth(bytes, withoutVolume(bytes, place.name));
    // "2026+"
    const QByteArrayView named = slice(bytes, place.name);
    if (std::none_of(named.begin(), named.end(), isWordByte))
        place.name = {};
    // "Oct 2024" tells when, not where.
    if (place.name.length() < 12 && isMonthName(decoded(bytes, place.name)))
        place.name = {};
    // "**(CVPR) 2025**": its opening bracket is none of it.
    if (slice(bytes, place.name).endsWith(')') && !slice(bytes, place.name).contains('('))
        place.name = withoutTail(bytes, { place.name.from, place.name.to - 1 });
    // "IEEE Transactions on X, 48(6): 6156-6173": numbers behind the comma are no part of the name.
    const QByteArrayView name = slice(bytes, place.name);
    for (qsizetype comma = name.indexOf(','); comma > 0; comma = name.indexOf(',', comma + 1)) {
        qsizetype next = comma + 1;
        while (next < name.size() && (isBlank(name[next]) || name[next] == '*'))
            ++next;
        const bool number = next == comma + 1 && isDigit(name[comma - 1]); // "10,123,456"
        const bool volume = startsWithNoCase(name.sliced(std::min(next, name.size())), "vol");
        if (next < name.size() && ((isDigit(name[next]) && !number) || volume)) {
            place.name.to = place.name.from + comma;
            place.yearWhole = place.year;
            break;
        }
    }
    place.found = !place.name.isEmpty() || !place.year.isEmpty();
    return place;
}

namespace {

/// Without the full stop that ended the title.
TextRange withoutMarks(QByteArrayView bytes, TextRange range)
{
    range = trimmed(bytes, range);
    while (range.from < range.to && QByteArrayView(".,; ").contains(bytes[range.from]))
        ++range.from;
    return range;
}

/// Words right behind a cited title that could be a journal's name: ", RTSS.", "Mind".
bool isPlainName(QString text)
{
    while (!text.isEmpty() && QStringView(u"., ").contains(text.front()))
        text.remove(0, 1);
    const auto letters = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
    return letters > 1 && text.size() < 80 && text.front().isUpper();
}

/// ", 2024" or " (2024)" at once.
bool isYearNext(QByteArrayView bytes, TextRange behind)
{
    qsizetype at = behind.from;
    while (at < behind.to && (isBlank(bytes[at]) || bytes[at] == ',' || bytes[at] == '('))
        ++at;
    return isYearAt(bytes, at, { at, behind.to });
}

/// ", 149, 68-81, 2018" at once: the volume of a journal, and its year further on.
bool isVolumeNext(QByteArrayView bytes, TextRange behind)
{
    qsizetype at = behind.from;
    while (at < behind.to && (isBlank(bytes[at]) || bytes[at] == ',' || bytes[at] == '*'))
        ++at;
    for (const char* word : { "vol. ", "volume ", "vol ", "no. ", "issue " }) {
        if (startsWithNoCase(slice(bytes, { at, behind.to }), word))
            at += qsizetype(qstrlen(word));
    }
    TextRange year;
    bool shortened = false;
    return at < behind.to && isDigit(bytes[at]) && findYear(bytes, { at, behind.to }, year, shortened);
}

} // namespace

VenuePlace findVenue(QByteArrayView bytes, TextRange scope, bool sure)
{
    const Spans spans = scanInline(bytes, scope);
    VenuePlace fallback;
    for (int i = 0; i < int(spans.size()); i = spans[size_t(i)].end) {
        const Span& span = spans[size_t(i)];
        // "(submitted to *Harbour Letters*)"
        sure = sure || (i > 0 && namesVenueNext(bytes, spans[size_t(i) - 1]));
        const bool wrapper = span.kind == SpanKind::Strong || span.kind == SpanKind::Emphasis
            || span.kind == SpanKind::Element || span.kind == SpanKind::Code;
        if (wrapper && span.name != "a" && span.name != "sup") {
            TextRange inner = unwrapped(bytes, span.range);
            if (span.kind == SpanKind::Code) {
                while (inner.from < inner.to && bytes[inner.from] == '`')
                    ++inner.from;
                while (inner.to > inner.from && bytes[inner.to - 1] == '`')
                    --inner.to;
            }
            const QString text = visible(bytes, inner);
            TextRange digits;
            bool shortened = false;
            const bool year = findYear(bytes, inner, digits, shortened);
            const bool letters
                = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLetter(); }) > 1;
            const TextRange after { span.range.to, scope.to };
            const bool dated = letters
                && (isYearNext(bytes, after)
                    || (span.kind == SpanKind::Emphasis && isVolumeNext(bytes, after)));
            if (text.size() > 160 || !(year || hasVenueWord(text) || dated || (sure && letters))
                || (isAward(text) && !year && !dated))
                continue;
            VenuePlace place = readVenue(bytes, inner);
            if (!place.found)
                continue;
            place.outer = span.range;
            // The year and the ranks may stand behind the emphasis: "*ECCV* 2026 (CCF-B)".
            if (place.year.isEmpty()) {
                TextRange behind { span.range.to, std::min(scope.to, span.range.to + 60) };
                if (findYear(bytes, behind, place.year, place.shortYear)) {
                    place.yearWhole = { span.range.to, place.year.to };
                    place.outer.to = place.year.to;
                }
            }
            if (place.ranks.isEmpty())
                findRanks(bytes, { span.range.to, scope.to }, place);
            if (!place.ranks.isEmpty())
                place.outer.to = std::max(place.outer.to, place.ranksWhole.to);
            return place;
        }
        // ". In: Magazine. No. 24/2015": the words say that this is it.
        TextRange phrase = span.kind == SpanKind::Text ? withoutMarks(bytes, span.range) : TextRange {};
        const bool opened = startsWithNoCase(slice(bytes, phrase), "in: ")
            || (sure && i == 0 && slice(bytes, phrase).startsWith("En "));
        if (span.kind == SpanKind::Text && (opened || !fallback.found)) {
            if (!opened)
                phrase = trimmed(bytes, span.range);
            const QString text = decoded(bytes, phrase);
            TextRange digits;
            bool shortened = false;
            const bool named = opened || (sure && i == 0 && isPlainName(text));
            if (text.size() > 2 && text.size() < (opened ? 400 : 200) && !isRank(bare(text))
                && (named || findYear(bytes, phrase, digits, shortened) || hasVenueWord(text))) {
                if (opened && slice(bytes, phrase).startsWith("En "))
                    phrase.from += 3;
                fallback = readVenue(bytes, phrase);
                // What follows in plain text is a note: "Pattern Recognition, 2026 (Accepted)."
                if (fallback.found && fallback.ranks.isEmpty() && fallback.awardWhole.isEmpty())
                    fallback.outer.to = std::max(fallback.name.to, fallback.yearWhole.to);
                if (fallback.found && fallback.ranks.isEmpty())
                    findRanks(bytes, { phrase.from, scope.to }, fallback);
            }
        }
    }
    return fallback;
}

} // namespace lectern::profile
