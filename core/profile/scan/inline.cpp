// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/scan/inline.h"

#include "core/profile/scan/bytes.h"
#include "core/profile/scan/lexer.h"
#include "core/profile/scan/rangememo.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace lectern::profile {
namespace {

constexpr size_t deepest = 100;

/// Which brackets and tags have a partner, by name and order alone. A lone one is text and stops nothing.
std::vector<int> partners(const std::vector<Lexeme>& lexemes)
{
    using Kind = Lexeme::Kind;
    std::vector<int> partner(lexemes.size(), -1);
    std::vector<int> brackets;
    QHash<QByteArray, std::vector<int>> tags;
    for (int i = 0; i < int(lexemes.size()); ++i) {
        const Lexeme& lexeme = lexemes[size_t(i)];
        std::vector<int>* open = nullptr;
        if (lexeme.kind == Kind::Open || lexeme.kind == Kind::OpenImage)
            brackets.push_back(i);
        else if (lexeme.kind == Kind::TagOpen)
            tags[lexeme.name].push_back(i);
        else if (lexeme.kind == Kind::Close)
            open = &brackets;
        else if (lexeme.kind == Kind::TagClose)
            open = &tags[lexeme.name];
        if (open && !open->empty()) {
            // Brackets without an address are plain text: what is inside them need not nest.
            if (lexeme.kind == Kind::TagClose || lexeme.hasTarget) {
                partner[size_t(i)] = open->back();
                partner[size_t(open->back())] = i;
            }
            open->pop_back();
        }
    }
    return partner;
}

/// Pairs openers with closers: a stack in which a closer throws away what stands unclosed above its opener.
class Pairing {
public:
    Pairing(const std::vector<Lexeme>& lexemes)
        : m_lexemes(lexemes)
        , m_partner(partners(lexemes))
    {
    }

    Spans run()
    {
        m_events.reserve(m_lexemes.size() + 8);
        for (int i = 0; i < int(m_lexemes.size()); ++i)
            take(i);
        return build();
    }

private:
    enum class Mark { Leaf, Open, Close };
    struct Event {
        Mark mark = Mark::Leaf;
        Span span;
        int partner = -1;
    };
    struct Opener {
        int event = 0;
        int lexeme = 0;
        char run = 0; ///< 0: bracket or tag
        int length = 0;
    };

    void leaf(SpanKind kind, TextRange range, const QByteArray& name = {})
    {
        Event event;
        event.span.kind = kind;
        event.span.range = event.span.inner = range;
        event.span.name = name;
        m_events.push_back(std::move(event));
    }

    void open(SpanKind kind, TextRange range, int lexeme, char run, int length, const QByteArray& name = {})
    {
        leaf(kind, range, name);
        m_events.back().mark = Mark::Open;
        m_stack.push_back({ int(m_events.size()) - 1, lexeme, run, length });
    }

    void close(size_t depth, TextRange range)
    {
        const int opener = m_stack[depth].event;
        m_stack.resize(depth);
        leaf(SpanKind::Text, range);
        m_events.back().mark = Mark::Close;
        m_events.back().partner = opener;
        m_events[size_t(opener)].partner = int(m_events.size()) - 1;
    }

    void take(int index)
    {
        const Lexeme& lexeme = m_lexemes[size_t(index)];
        const bool paired = m_partner[size_t(index)] >= 0;
        switch (lexeme.kind) {
        case Lexeme::Kind::Span:
            return leaf(lexeme.span, lexeme.range, lexeme.name);
        case Lexeme::Kind::Run:
            return takeRun(lexeme);
        case Lexeme::Kind::Open:
        case Lexeme::Kind::OpenImage:
        case Lexeme::Kind::TagOpen: {
            const bool tag = lexeme.kind == Lexeme::Kind::TagOpen;
            if (!paired || m_stack.size() >= deepest)
                return leaf(tag ? SpanKind::Tag : SpanKind::Text, lexeme.range, lexeme.name);
            const SpanKind bracket = lexeme.kind == Lexeme::Kind::Open ? SpanKind::Link : SpanKind::Image;
            return open(tag ? SpanKind::Element : bracket, lexeme.range, index, 0, 0, lexeme.name);
        }
        case Lexeme::Kind::Close:
        case Lexeme::Kind::TagClose:
            return takeCloser(index, lexeme);
        }
    }

    void takeCloser(int index, const Lexeme& lexeme)
    {
        const bool tag = lexeme.kind == Lexeme::Kind::TagClose;
        const int wanted = m_partner[size_t(index)];
        size_t depth = m_stack.size();
        while (wanted >= 0 && depth > 0 && m_stack[depth - 1].lexeme != wanted)
            --depth;
        if (wanted < 0 || depth == 0)
            return leaf(tag ? SpanKind::Tag : SpanKind::Text, lexeme.range, lexeme.name);
        Event& opener = m_events[size_t(m_stack[depth - 1].event)];
        opener.span.target = lexeme.target;
        opener.span.hasTarget = lexeme.hasTarget;
        close(depth - 1, lexeme.range);
    }

    void takeRun(const Lexeme& run)
    {
        int left = int(run.range.length());
        qsizetype at = run.range.from;
        while (run.canClose && left > 0) {
            size_t depth = m_stack.size();
            while (depth > 0 && m_stack[depth - 1].run != 0
                && (m_stack[depth - 1].run != run.mark || m_stack[depth - 1].length > left))
                --depth;
            if (depth == 0 || m_stack[depth - 1].run == 0)
                break;
            const int length = m_stack[depth - 1].length;
            close(depth - 1, { at, at + length });
            at += length;
            left -= length;
        }
        while (left > 0 && run.canOpen && m_stack.size() < deepest) {
            const int length = std::min(left, 2);
            open(length == 2 ? SpanKind::Strong : SpanKind::Emphasis, { at, at + length }, -1, run.mark,
                length);
            at += length;
            left -= length;
        }
        if (left > 0)
            leaf(SpanKind::Text, { at, at + left });
    }

    Spans build() const
    {
        Spans out;
        out.reserve(m_events.size());
        std::vector<int> openSpans;
        for (const Event& event : m_events) {
            if (event.mark == Mark::Close) {
                Span& span = out[size_t(openSpans.back())];
                openSpans.pop_back();
                span.inner = { span.range.to, event.span.range.from };
                span.range.to = event.span.range.to;
                span.end = int(out.size());
                continue;
            }
            const bool lone = event.mark == Mark::Open && event.partner < 0;
            Span span = event.span;
            if (lone)
                span.kind = span.kind == SpanKind::Element ? SpanKind::Tag : SpanKind::Text;
            const bool glue = span.kind == SpanKind::Text && !out.empty() && out.back().kind == SpanKind::Text
                && out.back().range.to == span.range.from && out.back().end == int(out.size());
            if (event.mark == Mark::Open && !lone) {
                openSpans.push_back(int(out.size()));
                out.push_back(std::move(span));
            } else if (glue) {
                out.back().range.to = out.back().inner.to = span.range.to;
            } else {
                span.end = int(out.size()) + 1;
                out.push_back(std::move(span));
            }
        }
        return out;
    }

    const std::vector<Lexeme>& m_lexemes;
    std::vector<int> m_partner;
    std::vector<Event> m_events;
    std::vector<Opener> m_stack;
};

QString entityText(QByteArrayView entity)
{
    static const QHash<QByteArray, QString> known { { "&nbsp;", QStringLiteral(" ") },
        { "&amp;", QStringLiteral("&") }, { "&lt;", QStringLiteral("<") }, { "&gt;", QStringLiteral(">") },
        { "&quot;", QStringLiteral("\"") }, { "&#39;", QStringLiteral("'") },
        { "&emsp;", QStringLiteral(" ") }, { "&ensp;", QStringLiteral(" ") },
        { "&thinsp;", QStringLiteral(" ") }, { "&ddagger;", QStringLiteral("‡") },
        { "&ldquo;", QStringLiteral("“") }, { "&rdquo;", QStringLiteral("”") },
        { "&lsquo;", QStringLiteral("‘") }, { "&rsquo;", QStringLiteral("’") },
        { "&hellip;", QStringLiteral("…") }, { "&eacute;", QStringLiteral("é") },
        { "&auml;", QStringLiteral("ä") }, { "&ouml;", QStringLiteral("ö") },
        { "&uuml;", QStringLiteral("ü") }, { "&szlig;", QStringLiteral("ß") },
        { "&middot;", QStringLiteral("·") }, { "&ndash;", QStringLiteral("–") },
        { "&mdash;", QStringLiteral("—") }, { "&dagger;", QStringLiteral("†") },
        { "&ast;", QStringLiteral("*") }, { "&#42;", QStringLiteral("*") } };
    if (entity.startsWith("&#")) {
        const bool hexadecimal = entity.size() > 3 && (entity[2] == 'x' || entity[2] == 'X');
        const QByteArrayView digits = entity.sliced(hexadecimal ? 3 : 2).chopped(1);
        bool number = false;
        const uint point = digits.toByteArray().toUInt(&number, hexadecimal ? 16 : 10);
        const bool character = number && point >= 32 && point <= QChar::LastValidCodePoint
            && !(point >= 0xD800 && point < 0xE000);
        const char32_t text = point;
        if (character)
            return QString::fromUcs4(&text, 1);
    }
    return known.value(entity.toByteArray(), QString::fromUtf8(entity));
}

/// True where QString::simplified() would change nothing, as for most texts.
bool isSimplified(QStringView text)
{
    bool blank = true; // before the text, as behind a blank, no blank may stand
    for (const QChar c : text) {
        const bool space = c == u' ';
        if ((space && blank) || (!space && c.isSpace()))
            return false;
        blank = space;
    }
    return text.isEmpty() || !blank;
}

/// True for a byte that may begin anything but text.
bool hasMarks(QByteArrayView text)
{
    static const auto marks = [] {
        std::array<bool, 256> table {};
        for (const char c : QByteArrayView("\\\n\r`$<{&*_![]"))
            table[static_cast<unsigned char>(c)] = true;
        return table;
    }();
    return std::any_of(text.begin(), text.end(), [](char c) { return marks[static_cast<unsigned char>(c)]; });
}

} // namespace

Spans scanInline(QByteArrayView bytes, TextRange range)
{
    // Most pieces of text hold no mark at all: a name, a date, a cell.
    if (!hasMarks(slice(bytes, range))) {
        Span text;
        text.range = text.inner = range;
        text.end = 1;
        return range.isEmpty() ? Spans() : Spans { text };
    }
    thread_local RangeMemo<Spans> memo;
    return memo.value(bytes, range, [&] {
        const auto lexemes = lexInline(bytes, range);
        return Pairing(lexemes).run();
    });
}

QString visibleText(QByteArrayView bytes, TextRange range)
{
    thread_local RangeMemo<QString> memo;
    return memo.value(bytes, range, [&] { return visibleText(bytes, scanInline(bytes, range)); });
}

QString visibleText(QByteArrayView bytes, const Spans& spans, int first, int last)
{
    QString text;
    for (int i = first; i < last; ++i) {
        const Span& span = spans[size_t(i)];
        switch (span.kind) {
        case SpanKind::Text:
            text += decoded(bytes, span.range);
            break;
        case SpanKind::Escape:
            text += QLatin1Char(bytes[span.range.from + 1]);
            break;
        case SpanKind::Entity:
            text += entityText(slice(bytes, span.range));
            break;
        case SpanKind::Newline:
        case SpanKind::Break:
            text += u' ';
            break;
        case SpanKind::Code:
            text += decoded(bytes, span.range).remove(u'`');
            break;
        case SpanKind::Math:
            text += decoded(bytes, span.range);
            break;
        case SpanKind::Image:
            i = span.end - 1;
            break;
        default:
            break;
        }
    }
    return isSimplified(text) ? text : text.simplified();
}

} // namespace lectern::profile
