// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/intentions.h"

#include "core/profile/read/layout.h"
#include "core/profile/scan/lines.h"
#include "core/profile/scan/bytes.h"
#include "core/profile/write/placing.h"
#include "core/profile/write/verify.h"
#include "core/profile/write/visibility.h"

#include <algorithm>

namespace lectern::profile {
namespace {

Error failure(ErrorCode code)
{
    return { code, {}, {} };
}

bool isHeaded(const Profile& profile, int section)
{
    return section >= 0 && section < int(profile.sections.size())
        && profile.sections[size_t(section)].level > 0;
}

/// Sections that may follow one another: each ends with a blank line but the last.
QByteArray spaced(QByteArray section, const QByteArray& eol, bool last)
{
    const bool ends = section.endsWith('\n') || section.endsWith('\r');
    if (last)
        return section;
    if (!ends)
        section += eol;
    if (!section.endsWith(eol + eol))
        section += eol;
    return section;
}

/// True when the text of a section stands in no comment that others share.
bool standsAlone(const Profile& profile, int section)
{
    const Section& found = profile.sections[size_t(section)];
    if (!found.hidden)
        return true;
    const TextRange text = trimmed(profile.file.bytes(), found.range);
    return profile.file.view(text).startsWith("<!--")
        && profile.file.view(text).indexOf("-->") == text.length() - 3;
}

QByteArrayList headings(const Profile& profile)
{
    QByteArrayList out;
    for (const Section& section : profile.sections)
        out.append(section.heading.toUtf8() + (section.hidden ? "|hidden" : ""));
    return out;
}

} // namespace

Result<Edits> addSection(const Profile& profile, SectionKind, const QString& heading, int at)
{
    const QString text = heading.simplified();
    const int count = int(profile.sections.size());
    if (at < 0 || at > count)
        return failure(ErrorCode::NoSuchAddress);
    if (text.isEmpty())
        return failure(ErrorCode::InvalidValue);
    if (at == 0 && count > 0 && profile.sections.front().level == 0)
        at = 1;
    const QByteArray& bytes = profile.file.bytes();
    int level = 1;
    for (const Section& section : profile.sections) {
        if (section.level > 0 && !section.hidden) {
            level = section.level;
            break;
        }
    }
    const qsizetype place = at < count ? profile.sections[size_t(at)].range.from : bytes.size();
    const QByteArray eol = lineEndingAt(bytes, std::max<qsizetype>(0, place - 1));
    QByteArray inserted = QByteArray(level, '#') + ' ' + text.toUtf8() + eol;
    if (at < count)
        inserted += eol;
    const bool atStart = place == 0;
    if (!atStart && !isEndOfLine(bytes[place - 1]))
        inserted.prepend(eol);
    if (!atStart && !bytes.first(place).endsWith(eol + eol))
        inserted.prepend(eol);
    const Edits edits { { place, {}, inserted } };
    const Profile now = after(profile, edits);
    if (int(now.sections.size()) != count + 1 || now.sections[size_t(at)].heading != plainText(text))
        return failure(ErrorCode::InvalidValue);
    return edits;
}

Result<Edits> renameSection(const Profile& profile, int section, const QString& heading)
{
    if (!isHeaded(profile, section))
        return failure(section >= 0 && section < int(profile.sections.size()) ? ErrorCode::NotEditable
                                                                              : ErrorCode::NoSuchAddress);
    const QString text = heading.simplified();
    if (text.isEmpty())
        return failure(ErrorCode::InvalidValue);
    const Section& found = profile.sections[size_t(section)];
    if (text == found.heading)
        return Edits();
    const Edit edit = replacement(profile.file.bytes(), found.headingTextRange, text.toUtf8());
    const Profile now = after(profile, { edit });
    if (now.sections.size() != profile.sections.size()
        || now.sections[size_t(section)].heading != plainText(text))
        return failure(ErrorCode::InvalidValue);
    return Edits { edit };
}

Result<Edits> moveSection(const Profile& profile, int from, int to)
{
    const int count = int(profile.sections.size());
    if (from < 0 || from >= count || to < 0 || to > count)
        return failure(ErrorCode::NoSuchAddress);
    if (!isHeaded(profile, from) || !standsAlone(profile, from))
        return failure(ErrorCode::NotEditable);
    if (to == 0 && profile.sections.front().level == 0)
        to = 1;
    if (to == from || to == from + 1)
        return Edits();
    const QByteArray& bytes = profile.file.bytes();
    const QByteArray eol = lineEndingAt(bytes, profile.sections[size_t(from)].range.from);
    std::vector<int> order;
    for (int i = 0; i < count; ++i) {
        if (i == to)
            order.push_back(from);
        if (i != from)
            order.push_back(i);
    }
    if (to == count)
        order.push_back(from);
    const int first = std::min(from, to);
    const int last = std::max(from, to - 1);
    const qsizetype begin = profile.sections[size_t(first)].range.from;
    const qsizetype end = profile.sections[size_t(last)].range.to;
    QByteArray moved;
    for (int i = first; i <= last; ++i)
        moved += spaced(profile.file.view(profile.sections[size_t(order[size_t(i)])].range).toByteArray(),
            eol, i == last && end == bytes.size());
    const Edit edit = replacement(bytes, { begin, end }, moved);
    const Profile now = after(profile, { edit });
    QByteArrayList wanted;
    const QByteArrayList before = headings(profile);
    for (const int index : order)
        wanted.append(before[index]);
    if (headings(now) != wanted)
        return failure(ErrorCode::NotEditable);
    return Edits { edit };
}

Result<Edits> removeSection(const Profile& profile, int section)
{
    if (section < 0 || section >= int(profile.sections.size()))
        return failure(ErrorCode::NoSuchAddress);
    if (!isHeaded(profile, section) || !standsAlone(profile, section))
        return failure(ErrorCode::NotEditable);
    const TextRange range = profile.sections[size_t(section)].range;
    const Edits edits { { range.from, profile.file.view(range).toByteArray(), {} } };
    QByteArrayList wanted = headings(profile);
    wanted.removeAt(section);
    return headings(after(profile, edits)) == wanted ? Result<Edits>(edits) : failure(ErrorCode::NotEditable);
}

Result<Edits> setSectionHidden(const Profile& profile, int section, bool hidden)
{
    if (section < 0 || section >= int(profile.sections.size()))
        return failure(ErrorCode::NoSuchAddress);
    const Section& found = profile.sections[size_t(section)];
    if (found.hidden == hidden)
        return Edits();
    if (!isHeaded(profile, section) || !standsAlone(profile, section))
        return failure(ErrorCode::NotEditable);
    const QByteArray& bytes = profile.file.bytes();
    const TextRange text = trimmed(bytes, found.range);
    QByteArray wanted;
    if (hidden) {
        wanted = hiddenBytes(slice(bytes, text).toByteArray(), false);
    } else {
        QByteArray inner = slice(bytes, { text.from + 4, text.to - 3 }).toByteArray();
        // Exactly the blanks that hiding put there, so that showing restores the bytes.
        if (inner.startsWith(' '))
            inner.remove(0, 1);
        if (inner.endsWith(' '))
            inner.chop(1);
        wanted = shownBytes(inner);
    }
    const Edit edit = replacement(bytes, text, wanted);
    const Profile now = after(profile, { edit });
    if (now.sections.size() != profile.sections.size() || now.sections[size_t(section)].hidden != hidden)
        return failure(ErrorCode::NotEditable);
    return Edits { edit };
}

} // namespace lectern::profile
