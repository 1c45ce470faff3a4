// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/profile.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>

namespace lectern::profile {
namespace {

using Day = DateSpan::Day;

struct Piece {
    enum class Kind { Number, Word, Mark } kind = Kind::Mark;
    QString text; ///< lower case
    int number = 0;
};

bool isIdeograph(QChar c)
{
    return c.unicode() >= 0x2E80;
}

std::vector<Piece> pieces(QStringView text)
{
    std::vector<Piece> out;
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype from = i;
        Piece piece;
        if (text[i].isDigit()) {
            while (i < text.size() && text[i].isDigit() && i - from < 9)
                piece.number = piece.number * 10 + text[i++].digitValue();
            piece.kind = Piece::Kind::Number;
        } else if (text[i].isLetter()) {
            const bool ideograph = isIdeograph(text[i]);
            while (i < text.size() && (text[i].isLetter() || text[i] == u'\u2019')
                && isIdeograph(text[i]) == ideograph
                && !(ideograph && QStringView(u"年月日").contains(text[i]) && i > from)) {
                const bool unit = ideograph && QStringView(u"年月日").contains(text[i]);
                ++i;
                if (unit)
                    break;
            }
            piece.kind = Piece::Kind::Word;
        } else {
            ++i;
        }
        piece.text = text.sliced(from, i - from).toString().toLower();
        if (!piece.text.trimmed().isEmpty())
            out.push_back(std::move(piece));
    }
    return out;
}

/// English, German, French and Spanish names, and their short forms.
int monthNumber(const QString& word)
{
    static const std::array<QStringList, 12> names {
        QStringList { QStringLiteral("jan"), QStringLiteral("jän"), QStringLiteral("ene") },
        QStringList { QStringLiteral("feb"), QStringLiteral("fév"), QStringLiteral("fev") },
        QStringList { QStringLiteral("mar"), QStringLiteral("mär") },
        QStringList { QStringLiteral("apr"), QStringLiteral("avr"), QStringLiteral("abr") },
        QStringList { QStringLiteral("may"), QStringLiteral("mai") },
        QStringList { QStringLiteral("jun"), QStringLiteral("juin") },
        QStringList { QStringLiteral("jul"), QStringLiteral("juil") },
        QStringList {
            QStringLiteral("aug"), QStringLiteral("aoû"), QStringLiteral("aou"), QStringLiteral("ago") },
        QStringList { QStringLiteral("sep"), QStringLiteral("set") },
        QStringList { QStringLiteral("oct"), QStringLiteral("okt") },
        QStringList { QStringLiteral("nov") },
        QStringList {
            QStringLiteral("dec"), QStringLiteral("déc"), QStringLiteral("dez"), QStringLiteral("dic") },
    };
    static const QStringList full { QStringLiteral("january"), QStringLiteral("januar"),
        QStringLiteral("janvier"), QStringLiteral("enero"), QStringLiteral("february"),
        QStringLiteral("februar"), QStringLiteral("février"), QStringLiteral("febrero"),
        QStringLiteral("march"), QStringLiteral("märz"), QStringLiteral("mars"), QStringLiteral("marzo"),
        QStringLiteral("april"), QStringLiteral("avril"), QStringLiteral("abril"), QStringLiteral("mayo"),
        QStringLiteral("june"), QStringLiteral("juni"), QStringLiteral("juin"), QStringLiteral("junio"),
        QStringLiteral("july"), QStringLiteral("juli"), QStringLiteral("juillet"), QStringLiteral("julio"),
        QStringLiteral("august"), QStringLiteral("août"), QStringLiteral("agosto"),
        QStringLiteral("september"), QStringLiteral("sept"), QStringLiteral("septembre"),
        QStringLiteral("septiembre"), QStringLiteral("october"), QStringLiteral("oktober"),
        QStringLiteral("octobre"), QStringLiteral("octubre"), QStringLiteral("november"),
        QStringLiteral("novembre"), QStringLiteral("noviembre"), QStringLiteral("december"),
        QStringLiteral("dezember"), QStringLiteral("décembre"), QStringLiteral("diciembre") };
    static const QHash<QString, int> months = [] {
        QHash<QString, int> numbers;
        for (size_t month = 0; month < names.size(); ++month) {
            for (const QString& name : names[month]) {
                numbers.insert(name, int(month) + 1);
                for (const QString& word : full) {
                    if (word.startsWith(name) && !numbers.contains(word))
                        numbers.insert(word, int(month) + 1);
                }
            }
        }
        return numbers;
    }();
    return months.value(word, 0);
}

/// "六" of "六月", "十二" of "十二月"; 0 for another word.
int ideographMonth(const QString& word)
{
    static const QStringList words { QStringLiteral("一"), QStringLiteral("二"), QStringLiteral("三"),
        QStringLiteral("四"), QStringLiteral("五"), QStringLiteral("六"), QStringLiteral("七"),
        QStringLiteral("八"), QStringLiteral("九"), QStringLiteral("十"), QStringLiteral("十一"),
        QStringLiteral("十二") };
    return int(words.indexOf(word)) + 1;
}

bool isNow(const QString& word)
{
    static const QSet<QString> words { QStringLiteral("now"), QStringLiteral("present"),
        QStringLiteral("current"), QStringLiteral("currently"), QStringLiteral("today"),
        QStringLiteral("ongoing"), QStringLiteral("至今"), QStringLiteral("今"), QStringLiteral("现在"),
        QStringLiteral("現在"), QStringLiteral("heute"), QStringLiteral("présent"), QStringLiteral("aujourd"),
        QStringLiteral("actualidad"), QStringLiteral("presente"), QStringLiteral("actualmente"),
        QStringLiteral("actuel"), QStringLiteral("oggi"), QStringLiteral("hoje"), QStringLiteral("atual") };
    return words.contains(word);
}

bool isFiller(const QString& word)
{
    static const QSet<QString> words { QStringLiteral("expected"), QStringLiteral("exp"), QStringLiteral("est"),
        QStringLiteral("since"), QStringLiteral("from"), QStringLiteral("beginning"),
        QStringLiteral("starting"), QStringLiteral("early"), QStringLiteral("mid"), QStringLiteral("late"),
        QStringLiteral("spring"), QStringLiteral("summer"), QStringLiteral("fall"), QStringLiteral("autumn"),
        QStringLiteral("winter"), QStringLiteral("st"), QStringLiteral("nd"), QStringLiteral("rd"),
        QStringLiteral("th"), QStringLiteral("of"), QStringLiteral("de"), QStringLiteral("the"),
        QStringLiteral("incoming"), QStringLiteral("年"), QStringLiteral("月"), QStringLiteral("日"),
        QStringLiteral("预计"), QStringLiteral("seit"), QStringLiteral("depuis"), QStringLiteral("desde"),
        QStringLiteral("hui"), QStringLiteral("and"), QStringLiteral("春"), QStringLiteral("秋"),
        QStringLiteral("夏"), QStringLiteral("冬"), QStringLiteral("semester"), QStringLiteral("term"),
        QStringLiteral("quarter"), QStringLiteral("wintersemester"), QStringLiteral("sommersemester"),
        QStringLiteral("wise"), QStringLiteral("sose"), QStringLiteral("ws"), QStringLiteral("ss"),
        QStringLiteral("herbst"), QStringLiteral("sommer"), QStringLiteral("frühjahr"),
        QStringLiteral("automne"), QStringLiteral("printemps"), QStringLiteral("été"),
        QStringLiteral("hiver"), QStringLiteral("otoño"), QStringLiteral("primavera"),
        QStringLiteral("verano"), QStringLiteral("invierno") };
    return words.contains(word);
}

bool isUntil(const Piece& piece)
{
    static const QSet<QString> words { QStringLiteral("-"), QStringLiteral("–"), QStringLiteral("—"),
        QStringLiteral("~"), QStringLiteral("～"), QStringLiteral("−"), QStringLiteral("‑"),
        QStringLiteral("to"), QStringLiteral("until"), QStringLiteral("till"), QStringLiteral("至"),
        QStringLiteral("到"), QStringLiteral("bis"), QStringLiteral("à"), QStringLiteral("a"),
        QStringLiteral("hasta"), QStringLiteral("→") };
    return words.contains(piece.text);
}

bool isYear(const Piece& piece)
{
    return piece.kind == Piece::Kind::Number && piece.number >= 1900 && piece.number < 2100
        && piece.text.size() == 4;
}

bool isSmall(const Piece& piece, int most)
{
    return piece.kind == Piece::Kind::Number && piece.text.size() <= 2 && piece.number >= 1
        && piece.number <= most;
}

/// Reads the days in a row of pieces.
class Reader {
public:
    explicit Reader(std::vector<Piece> all)
        : m_pieces(std::move(all))
    {
    }

    DateSpan run()
    {
        // "2024.05: A paper": no date ends with a word for "until".
        if (!m_pieces.empty() && m_pieces.back().kind == Piece::Kind::Word && isUntil(m_pieces.back()))
            return {};
        while (m_at < m_pieces.size()) {
            if (!step())
                return {};
        }
        return result();
    }

private:
    const Piece* piece(size_t ahead) const
    {
        return m_at + ahead < m_pieces.size() ? &m_pieces[m_at + ahead] : nullptr;
    }
    bool isMark(size_t ahead, const char* marks) const
    {
        const Piece* found = piece(ahead);
        return found && found->text.size() == 1 && QLatin1StringView(marks).contains(found->text[0]);
    }
    bool isWord(size_t ahead, const QString& word) const
    {
        return piece(ahead) && piece(ahead)->text == word;
    }
    bool small(size_t ahead, int most) const { return piece(ahead) && isSmall(*piece(ahead), most); }

    void add(Day day, size_t used)
    {
        if (!m_days.empty() && m_until && m_untilAt == m_days.size())
            m_range = true;
        // "May - Aug 2025": the first takes the second's year.
        if (!m_days.empty() && m_days.back().year == 0)
            m_days.back().year = day.year;
        m_days.push_back(day);
        m_at += used;
    }

    /// Behind a year: ".05", "-05-17", "/5", "年5月17日". Returns how many pieces it took.
    size_t monthBehind(size_t from, Day& day) const
    {
        size_t at = from;
        const bool unit = isWord(at, QStringLiteral("年"));
        if (!(unit || isMark(at, "./-")) || !small(at + 1, 12))
            return unit ? 1 : 0;
        const bool hyphen = isMark(at, "-");
        // "2021-25" is a span of years, not a month; so is "2006-9" in front of nothing that could be a day.
        if (hyphen && piece(at + 1)->text.size() < 2)
            return 0;
        day.month = piece(at + 1)->number;
        at += 2;
        if (isWord(at, QStringLiteral("月")))
            ++at;
        else if (!isMark(at, "./-") || (isMark(at, "-") != hyphen))
            return at - from;
        if (small(at, 31) && unit) {
            day.day = piece(at)->number;
            return at + 1 + (isWord(at + 1, QStringLiteral("日")) ? 1 : 0) - from;
        }
        if (isMark(at, "./-") && small(at + 1, 31) && piece(at + 1)->text.size() == 2) {
            day.day = piece(at + 1)->number;
            return at + 2 - from;
        }
        return at - from;
    }

    bool step()
    {
        const Piece& now = m_pieces[m_at];
        if (isYear(now)) {
            Day day { now.number, 0, 0 };
            add(day, 1);
            m_at += monthBehind(0, m_days.back());
            return true;
        }
        if (now.kind == Piece::Kind::Word && monthNumber(now.text))
            return namedMonth(monthNumber(now.text));
        if (ideographMonth(now.text) > 0 && isWord(1, QStringLiteral("月"))) {
            // "2025年六月": the month of the year before it.
            if (!m_days.empty() && m_days.back().month == 0 && m_days.back().year > 0 && m_at > 0
                && m_pieces[m_at - 1].text == QStringLiteral("年")) {
                m_days.back().month = ideographMonth(now.text);
                m_at += 2;
                return true;
            }
            return namedMonth(ideographMonth(now.text));
        }
        if (now.kind == Piece::Kind::Number)
            return number(now);
        if (isUntil(now)) {
            m_until = !m_days.empty();
            m_untilAt = m_days.size();
        } else if (now.kind == Piece::Kind::Word && isNow(now.text)) {
            m_ongoing = true;
        } else if (now.kind == Piece::Kind::Word && !isFiller(now.text)) {
            return false;
        }
        ++m_at;
        return true;
    }

    /// "Jun 2025", "Jun. 17, 2025", "Jun '25", and a month alone before a span's end.
    bool namedMonth(int month)
    {
        size_t used = 1;
        Day day { 0, month, 0 };
        if (m_dayBefore > 0)
            day.day = std::exchange(m_dayBefore, 0);
        while (isMark(used, ".,") || isWord(used, QStringLiteral("月")))
            ++used;
        if (day.day == 0 && small(used, 31) && piece(used)->number <= 31 && !isMark(used - 1, "'")) {
            size_t behind = used + 1;
            while (isMark(behind, ".,") || isWord(behind, QStringLiteral("th"))
                || isWord(behind, QStringLiteral("st")) || isWord(behind, QStringLiteral("nd"))
                || isWord(behind, QStringLiteral("rd")))
                ++behind;
            if (piece(behind) && isYear(*piece(behind))) {
                day.day = piece(used)->number;
                used = behind;
            }
        }
        while (isMark(used, ".,/-'’") && piece(used + 1) && isYear(*piece(used + 1)))
            ++used;
        if (piece(used) && isYear(*piece(used)))
            day.year = piece(used++)->number;
        add(day, used);
        return true;
    }

    /// "'19", and "22" in "22 - present"; 0 for any other number.
    int shortYear(const Piece& now) const
    {
        const QString before = m_at > 0 ? m_pieces[m_at - 1].text : QString();
        const bool apostrophe = before == u"'" || before == u"\u2019";
        const bool open = m_days.empty() && piece(2) && isUntil(*piece(1)) && isNow(piece(2)->text);
        if (now.text.size() != 2 || !(apostrophe || open))
            return 0;
        return now.number + (now.number < 50 ? 2000 : 1900);
    }

    bool number(const Piece& now)
    {
        // "06/2025"
        if (isSmall(now, 12) && isMark(1, "./-") && piece(2) && isYear(*piece(2))) {
            add({ piece(2)->number, now.number, 0 }, 3);
            return true;
        }
        // "12.05.2023", "12.05.23", "12/05/2023": the day first where that is written with full stops.
        if (isSmall(now, 31) && isMark(1, "./") && small(2, 12) && isMark(3, "./") && piece(4)
            && (isYear(*piece(4)) || (isMark(1, ".") && small(4, 99) && piece(4)->text.size() == 2))
            && (now.number > 12 || isMark(1, "."))) {
            const int year = piece(4)->number;
            add({ year < 100 ? year + 2000 : year, piece(2)->number, now.number }, 5);
            return true;
        }
        // The first day of "21.–23.5.15"
        if (m_days.empty() && isSmall(now, 31) && isMark(1, ".") && piece(2) && isUntil(*piece(2))) {
            m_at += 2;
            return true;
        }
        // "2022/23": a school year.
        if (!m_days.empty() && m_at > 0 && m_pieces[m_at - 1].text == QLatin1StringView("/")
            && now.text.size() == 2 && m_days.back().month == 0
            && now.number == (m_days.back().year + 1) % 100) {
            const int year = m_days.back().year + 1;
            add({ year, 0, 0 }, 1);
            m_range = true;
            return true;
        }
        if (const int year = shortYear(now)) {
            if (!m_days.empty() && m_days.back().year == 0)
                m_days.back().year = year, ++m_at;
            else
                add({ year, 0, 0 }, 1);
            return true;
        }
        // "2021 - 25", "2024/05 – 08"
        if (m_until && m_untilAt == m_days.size() && isSmall(now, 99) && !m_days.empty()) {
            const Day first = m_days.back();
            if (first.month > 0 && now.number <= 12)
                add({ first.year, now.number, 0 }, 1);
            else if (first.month == 0 && now.text.size() == 2)
                add({ first.year / 100 * 100 + now.number, 0, 0 }, 1);
            else
                return false;
            return true;
        }
        // "17 June 2025"
        const Piece* next = piece(1);
        if (next && isMark(1, "."))
            next = piece(2);
        if (isSmall(now, 31) && next && monthNumber(next->text)) {
            m_dayBefore = now.number;
            m_at += size_t(next - &now);
            return true;
        }
        return false;
    }

    DateSpan result() const
    {
        DateSpan span;
        if (m_days.empty() || m_days.front().year == 0)
            return span;
        span.start = m_days.front();
        if (m_range && m_days.back().year > 0)
            span.end = m_days.back();
        span.ongoing = m_ongoing;
        return span;
    }

    std::vector<Piece> m_pieces;
    size_t m_at = 0;
    std::vector<Day> m_days;
    size_t m_untilAt = 0;
    int m_dayBefore = 0;
    bool m_until = false;
    bool m_range = false;
    bool m_ongoing = false;
};

} // namespace

DateSpan readDate(QStringView text)
{
    // No date is long: what is longer is a sentence with a date in it.
    if (text.size() > 60 || std::none_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); }))
        return {};
    return Reader(pieces(text)).run();
}

} // namespace lectern::profile
