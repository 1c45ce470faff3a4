// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/misreading.h"

#include "core/document/sourcefile.h"

#include <QChar>
#include <QList>

#include <algorithm>

namespace lectern::check {
namespace {

/// What the bytes from 0x80 on were taken for (Unicode's mapping tables ROMAN.TXT and CP1252.TXT; the five
/// bytes that Windows-1252 leaves open came through as control characters).
constexpr char16_t macRoman[] = { 0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1, 0x00E0,
    0x00E2, 0x00E4, 0x00E3, 0x00E5, 0x00E7, 0x00E9, 0x00E8, 0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF,
    0x00F1, 0x00F3, 0x00F2, 0x00F4, 0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC, 0x2020, 0x00B0, 0x00A2,
    0x00A3, 0x00A7, 0x2022, 0x00B6, 0x00DF, 0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x2260, 0x00C6, 0x00D8,
    0x221E, 0x00B1, 0x2264, 0x2265, 0x00A5, 0x00B5, 0x2202, 0x2211, 0x220F, 0x03C0, 0x222B, 0x00AA, 0x00BA,
    0x03A9, 0x00E6, 0x00F8, 0x00BF, 0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB, 0x00BB, 0x2026,
    0x00A0, 0x00C0, 0x00C3, 0x00D5, 0x0152, 0x0153, 0x2013, 0x2014, 0x201C, 0x201D, 0x2018, 0x2019, 0x00F7,
    0x25CA, 0x00FF, 0x0178, 0x2044, 0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02, 0x2021, 0x00B7, 0x201A, 0x201E,
    0x2030, 0x00C2, 0x00CA, 0x00C1, 0x00CB, 0x00C8, 0x00CD, 0x00CE, 0x00CF, 0x00CC, 0x00D3, 0x00D4, 0xF8FF,
    0x00D2, 0x00DA, 0x00DB, 0x00D9, 0x0131, 0x02C6, 0x02DC, 0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD,
    0x02DB, 0x02C7 };
constexpr char16_t windows1252[] = { 0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6,
    0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178 };

enum class Reading { MacRoman, Western };

/// The byte that was taken for this character; -1 where there is none.
int byteOf(char32_t character, Reading reading)
{
    if (reading == Reading::Western && character >= 0x80 && character <= 0xFF)
        return int(character);
    const auto find = [character](const auto& table) {
        const auto at = std::find(std::begin(table), std::end(table), character);
        return at == std::end(table) ? -1 : int(0x80 + (at - std::begin(table)));
    };
    return reading == Reading::MacRoman ? find(macRoman) : find(windows1252);
}

struct Character {
    char32_t code = 0;
    TextRange range;
    int byte = -1;
};

/// A character that stood there before, found in a run of characters that are bytes.
struct Decoded {
    char32_t code = 0;
    int length = 0; ///< bytes; 0: none begins here
};

Decoded decodedAt(const std::vector<Character>& run, size_t at)
{
    const int lead = run[at].byte;
    const int length = lead >= 0xF0 && lead <= 0xF4 ? 4
        : lead >= 0xE0 && lead < 0xF0               ? 3
        : lead >= 0xC2 && lead < 0xE0               ? 2
                                                    : 0;
    if (length == 0 || at + size_t(length) > run.size())
        return {};
    char32_t code = char32_t(lead) & (0x7Fu >> length);
    for (size_t next = at + 1; next < at + size_t(length); ++next) {
        if (run[next].byte < 0x80 || run[next].byte > 0xBF)
            return {};
        code = (code << 6) | char32_t(run[next].byte & 0x3F);
    }
    constexpr char32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
    if (code < least[length] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
        return {};
    return { code, length };
}

bool isText(char32_t code)
{
    switch (QChar::category(code)) {
    case QChar::Other_Control:
    case QChar::Other_NotAssigned:
    case QChar::Other_PrivateUse:
    case QChar::Other_Surrogate:
        return false;
    // A format character such as the joiner in an emoji is text, a soft hyphen too.
    default:
        return true;
    }
}

/// Characters that people do put behind an accented letter or beside one another: quotation marks, dashes and
/// spaces; behind the root, which is the lead byte of an accented letter in Mac Roman, also the signs of
/// formulas.
bool isCommonNeighbour(char32_t code, Reading reading)
{
    constexpr std::u32string_view marks = U"\u00A0\u00AB\u00BB\u00B7\u00B0\u00AD\u2018\u2019\u201A\u201C"
                                          U"\u201D\u201E\u2013\u2014\u2026\u2022\u2039\u203A";
    constexpr std::u32string_view formulas
        = U"\u03C0\u03A9\u2211\u222B\u2202\u221E\u220F\u00B1\u2264\u2265\u2260\u00B5";
    return marks.find(code) != std::u32string_view::npos
        || (reading == Reading::MacRoman && formulas.find(code) != std::u32string_view::npos);
}

/// What a decoded character proves. Three characters in a row that happen to be one are no accident; two in a
/// row may be, unless they were an accented Latin letter or a common sign.
enum class Proof { None, Pair, Full };

Proof proofOf(const std::vector<Character>& run, size_t at, Decoded decoded, Reading reading)
{
    const auto from = run.begin() + qsizetype(at);
    if (std::all_of(from + 1, from + decoded.length,
            [&](const Character& c) { return isCommonNeighbour(c.code, reading); }))
        return Proof::None;
    return decoded.length > 2 || (from->byte >= 0xC2 && from->byte <= 0xC5) ? Proof::Full : Proof::Pair;
}

struct Place {
    TextRange range;
    QString original;
    qsizetype length = 0; ///< characters that it held
    bool strong = false; ///< proves by itself that the text was read wrongly
};

void readRun(const std::vector<Character>& run, Reading reading, std::vector<Place>& places, qsizetype& loose)
{
    bool adjoins = false;
    Proof before = Proof::None;
    for (size_t at = 0; at < run.size();) {
        const Decoded decoded = decodedAt(run, at);
        if (decoded.length == 0 || !isText(decoded.code)) {
            adjoins = false;
            before = Proof::None;
            ++loose;
            ++at;
            continue;
        }
        const TextRange range { run[at].range.from, run[at + size_t(decoded.length) - 1].range.to };
        if (!adjoins)
            places.push_back({ { range.from, range.from }, {}, 0, false });
        Place& place = places.back();
        place.range.to = range.to;
        place.original += QString::fromUcs4(&decoded.code, 1);
        ++place.length;
        const Proof proof = proofOf(run, at, decoded, reading);
        place.strong
            = place.strong || proof == Proof::Full || (proof == Proof::Pair && before == Proof::Pair);
        before = proof;
        adjoins = true;
        at += size_t(decoded.length);
    }
}

std::vector<Character> characters(QByteArrayView bytes)
{
    std::vector<Character> all;
    const QString text = QString::fromUtf8(bytes);
    qsizetype at = 0;
    for (const char32_t code : text.toUcs4()) {
        const int size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
        all.push_back({ code, { at, at + size }, -1 });
        at += size;
    }
    return all;
}

/// Places that were read so; empty where nothing proves it.
std::vector<Place> placesOf(std::vector<Character> all, Reading reading)
{
    std::vector<Place> places;
    qsizetype loose = 0;
    std::vector<Character> run;
    for (Character& character : all) {
        character.byte = character.code < 0x80 ? -1 : byteOf(character.code, reading);
        if (character.byte >= 0) {
            run.push_back(character);
            continue;
        }
        readRun(run, reading, places, loose);
        run.clear();
    }
    readRun(run, reading, places, loose);
    const bool proven
        = std::any_of(places.begin(), places.end(), [](const Place& place) { return place.strong; });
    // What proves nothing by itself is taken along only where the whole text was read wrongly.
    std::erase_if(places, [&](const Place& place) { return !proven || (!place.strong && loose > 0); });
    return places;
}

QString nameOf(Reading reading, const std::vector<Place>& places, const QString& text)
{
    if (reading == Reading::MacRoman)
        return QStringLiteral("Mac Roman");
    const bool hasControls = std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() >= 0x80 && c.unicode() < 0xA0
            && !std::count(std::begin(windows1252), std::end(windows1252), c.unicode());
    });
    return hasControls && !places.empty() ? QStringLiteral("Latin-1") : QStringLiteral("Windows-1252");
}

/// Text that went wrong twice has to be read back twice.
QString readBack(QString text)
{
    constexpr int mostTimes = 3;
    for (int time = 0; time < mostTimes; ++time) {
        const auto deeper = findMisreading(text.toUtf8());
        if (!deeper)
            break;
        text = QString::fromUtf8(applied(text.toUtf8(), deeper->repair));
    }
    return text;
}

} // namespace

std::optional<Misreading> findMisreading(QByteArrayView bytes)
{
    if (std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })
        || !textFacts(bytes).isUtf8)
        return std::nullopt;
    const std::vector<Character> all = characters(bytes);
    std::vector<Place> places = placesOf(all, Reading::MacRoman);
    std::vector<Place> western = placesOf(all, Reading::Western);
    const Reading reading = western.size() > places.size() ? Reading::Western : Reading::MacRoman;
    if (reading == Reading::Western)
        places = std::move(western);
    if (places.empty())
        return std::nullopt;
    Misreading found;
    found.encoding = nameOf(reading, places, QString::fromUtf8(bytes));
    found.count = qsizetype(places.size());
    found.first = places.front().range;
    const auto longest = std::max_element(
        places.begin(), places.end(), [](const Place& a, const Place& b) { return a.length < b.length; });
    const auto written = [&](const Place& place) {
        return bytes.sliced(place.range.from, place.range.length()).toByteArray();
    };
    found.damaged = QString::fromUtf8(written(*longest));
    found.original = readBack(longest->original);
    // From the end, so that the offsets are those of the text at hand.
    for (auto place = places.rbegin(); place != places.rend(); ++place)
        found.repair.push_back({ place->range.from, written(*place), readBack(place->original).toUtf8() });
    return found;
}

} // namespace lectern::check
