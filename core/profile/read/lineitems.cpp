// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/lineitems.h"

#include "core/profile/read/dated.h"
#include "core/profile/scan/bytes.h"
#include "core/profile/scan/lines.h"

#include <algorithm>
#include <cstdlib>

namespace lectern::profile {
namespace {

/// Lines with words on them: not those of a tag alone.
std::vector<TextRange> linesOf(QByteArrayView bytes, TextRange block, ItemReader& reader)
{
    std::vector<TextRange> lines;
    for (qsizetype at = block.from; at < block.to;) {
        const qsizetype next = nextLine(bytes, at, block.to);
        const QByteArrayView text = slice(bytes, trimmed(bytes, { at, next }));
        if (!text.isEmpty() && (text[0] != '<' || reader.hasWords({ at, next })))
            lines.push_back({ at, next });
        at = next;
    }
    return lines;
}

/// From each line that counts on from the one before to the next such.
std::vector<TextRange> countedLines(QByteArrayView bytes, const std::vector<TextRange>& lines)
{
    Ordinal last = ordinalAt(bytes, lines.front());
    if (last.length == 0)
        return {};
    std::vector<TextRange> entries;
    for (const TextRange line : lines) {
        const Ordinal now = entries.empty() ? last : ordinalAt(bytes, line);
        const bool next = now.length > 0 && now.form == last.form && std::abs(now.number - last.number) == 1;
        if (entries.empty() || next) {
            entries.push_back(line);
            last = now;
        } else {
            entries.back().to = line.to;
        }
    }
    return entries;
}

bool beginsWithDate(QByteArrayView bytes, TextRange line)
{
    const DatePlace place = findDate(bytes, itemBody(bytes, line));
    return place.found && place.date.from < place.text.from && !trimmed(bytes, place.text).isEmpty();
}

/// A break that everybody sees stands at the line's end.
bool endsHard(QByteArrayView bytes, TextRange line)
{
    const QByteArrayView text = slice(bytes, withoutLineEnding(bytes, line));
    return text.endsWith("  ") || text.endsWith("\\\\") || text.trimmed().endsWith("<br>")
        || text.trimmed().endsWith("<br/>") || text.trimmed().endsWith("<br />");
}

bool has(const Item& item, FieldId id)
{
    const Field* field = item.field(id);
    return field && field->present;
}

} // namespace

Ordinal ordinalAt(QByteArrayView bytes, TextRange line)
{
    static constexpr std::pair<const char*, const char*> forms[]
        = { { "", "、" }, { "", "．" }, { "[", "]" }, { "\\[", "\\]" }, { "(", ")" }, { "（", "）" } };
    const qsizetype from = trimmed(bytes, line).from;
    const QByteArrayView text = slice(bytes, { from, std::max(from, line.to) });
    for (const auto& [open, close] : forms) {
        if (!text.startsWith(open))
            continue;
        qsizetype at = qsizetype(qstrlen(open));
        const qsizetype digits = at;
        Ordinal ordinal;
        while (at < text.size() && isDigit(text[at]) && at - digits < 3)
            ordinal.number = ordinal.number * 10 + (text[at++] - '0');
        if (at == digits || !text.sliced(at).startsWith(close))
            continue;
        at += qsizetype(qstrlen(close));
        const bool ascii = *open == '[' || *open == '\\' || *open == '(';
        if (at >= text.size() || (ascii && !isBlank(text[at])))
            return {};
        while (at < text.size() && isBlank(text[at]))
            ++at;
        ordinal.form = *open ? *open : ',';
        ordinal.length = from - line.from + at;
        return ordinal;
    }
    return {};
}

std::vector<TextRange> entryLines(QByteArrayView bytes, TextRange block, SectionKind kind, ItemReader& reader)
{
    const std::vector<TextRange> lines = linesOf(bytes, block, reader);
    if (kind == SectionKind::About || lines.size() < 2)
        return {};
    if (std::vector<TextRange> counted = countedLines(bytes, lines); !counted.empty())
        return counted.size() > 1 ? counted : std::vector<TextRange>();
    const auto every = [&](const auto& test) {
        return std::all_of(lines.begin(), lines.end(), test) ? lines : decltype(lines)();
    };
    switch (kind) {
    case SectionKind::Publications:
        return every([&](TextRange line) {
            if (line != lines.back() && !endsHard(bytes, line))
                return false;
            const Item& item = reader.look(line, ItemKind::Publication);
            return has(item, FieldId::Title) && has(item, FieldId::Authors) && has(item, FieldId::Venue);
        });
    case SectionKind::Reviewing:
        return every([&](TextRange line) {
            const QByteArrayView text = slice(bytes, line);
            return !text.contains("<div") && !text.contains("</div")
                && has(reader.look(line, ItemKind::Review), FieldId::Role);
        });
    default:
        return every([&](TextRange line) { return beginsWithDate(bytes, line); });
    }
}

} // namespace lectern::profile
