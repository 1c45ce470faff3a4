// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/changewords.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace lectern::app {
namespace {

QString words(const char* text) { return QCoreApplication::translate("ChangeWords", text); }

QString shortened(const QString& text)
{
    const QString line = text.simplified();
    return line.size() > 70 ? line.first(69) + u'\u2026' : line;
}

std::pair<QString, QString> wherePartWays(const QString& before, const QString& after)
{
    const QString one = before.simplified(), other = after.simplified();
    constexpr qsizetype context = 24;
    const auto parted = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
    const qsizetype common = parted.first - one.begin();
    if (std::max(one.size(), other.size()) <= 70 || common <= context)
        return {one, other};
    // At the beginning of a word.
    const qsizetype space = one.lastIndexOf(u' ', common - context);
    const qsizetype from = space < 0 ? common - context : space + 1;
    return {u'\u2026' + one.sliced(from), u'\u2026' + other.sliced(from)};
}

QString fieldWords(profile::FieldId id)
{
    using profile::FieldId;
    switch (id) {
    case FieldId::Title: return words(QT_TRANSLATE_NOOP("ChangeWords", "title"));
    case FieldId::Url: return words(QT_TRANSLATE_NOOP("ChangeWords", "link"));
    case FieldId::Authors: return words(QT_TRANSLATE_NOOP("ChangeWords", "authors"));
    case FieldId::Venue: return words(QT_TRANSLATE_NOOP("ChangeWords", "venue"));
    case FieldId::Year: return words(QT_TRANSLATE_NOOP("ChangeWords", "year"));
    case FieldId::Date: return words(QT_TRANSLATE_NOOP("ChangeWords", "date"));
    case FieldId::Status: return words(QT_TRANSLATE_NOOP("ChangeWords", "status"));
    case FieldId::Ranks: return words(QT_TRANSLATE_NOOP("ChangeWords", "ranks"));
    case FieldId::Award: return words(QT_TRANSLATE_NOOP("ChangeWords", "award"));
    case FieldId::Note: return words(QT_TRANSLATE_NOOP("ChangeWords", "note"));
    case FieldId::Image: return words(QT_TRANSLATE_NOOP("ChangeWords", "image"));
    case FieldId::ImageAlt: return words(QT_TRANSLATE_NOOP("ChangeWords", "image description"));
    case FieldId::Badge: return words(QT_TRANSLATE_NOOP("ChangeWords", "badge"));
    case FieldId::Links: return words(QT_TRANSLATE_NOOP("ChangeWords", "links"));
    case FieldId::ScholarId: return words(QT_TRANSLATE_NOOP("ChangeWords", "Google Scholar id"));
    case FieldId::Abstract: return words(QT_TRANSLATE_NOOP("ChangeWords", "abstract"));
    case FieldId::Highlights: return words(QT_TRANSLATE_NOOP("ChangeWords", "highlights"));
    case FieldId::Text: return words(QT_TRANSLATE_NOOP("ChangeWords", "text"));
    case FieldId::Place: return words(QT_TRANSLATE_NOOP("ChangeWords", "place"));
    case FieldId::Role: return words(QT_TRANSLATE_NOOP("ChangeWords", "role"));
    }
    return {};
}

QString fromTo(const publish::PageChange& change)
{
    if (change.before.isEmpty())
        return words(QT_TRANSLATE_NOOP("ChangeWords", "added “%1”")).arg(shortened(change.after));
    if (change.after.isEmpty())
        return words(QT_TRANSLATE_NOOP("ChangeWords", "removed “%1”")).arg(shortened(change.before));
    const auto [before, after] = shortenedApart(change.before, change.after);
    return words(QT_TRANSLATE_NOOP("ChangeWords", "“%1” → “%2”")).arg(before, after);
}

} // namespace

std::pair<QString, QString> shortenedApart(const QString& before, const QString& after)
{
    const auto [one, other] = wherePartWays(before, after);
    return { shortened(one), shortened(other) };
}

QString changeWords(const publish::PageChange& change)
{
    using Kind = publish::PageChange::Kind;
    const QString section = change.sectionHeading.isEmpty() ? words(QT_TRANSLATE_NOOP("ChangeWords", "About"))
                                                            : change.sectionHeading.simplified();
    const QString item = shortened(change.item);
    switch (change.kind) {
    case Kind::ItemAdded: return words(QT_TRANSLATE_NOOP("ChangeWords", "%1: added “%2”")).arg(section, item);
    case Kind::ItemRemoved: return words(QT_TRANSLATE_NOOP("ChangeWords", "%1: deleted “%2”")).arg(section, item);
    case Kind::ItemMoved: return words(QT_TRANSLATE_NOOP("ChangeWords", "%1: moved “%2”")).arg(section, item);
    case Kind::ItemHidden: return words(QT_TRANSLATE_NOOP("ChangeWords", "%1: hid “%2”")).arg(section, item);
    case Kind::ItemShown: return words(QT_TRANSLATE_NOOP("ChangeWords", "%1: shows “%2” again")).arg(section, item);
    case Kind::FieldChanged:
        return words(QT_TRANSLATE_NOOP("ChangeWords", "%1: “%2”, %3: %4"))
            .arg(section, item, fieldWords(*change.field), fromTo(change));
    case Kind::SourceChanged: return words(QT_TRANSLATE_NOOP("ChangeWords", "%1: changed “%2”")).arg(section, item);
    case Kind::GroupAdded:
        return words(QT_TRANSLATE_NOOP("ChangeWords", "%1: added the heading “%2”")).arg(section, shortened(change.after));
    case Kind::GroupRemoved:
        return words(QT_TRANSLATE_NOOP("ChangeWords", "%1: took away the heading “%2”")).arg(section, shortened(change.before));
    case Kind::GroupRenamed:
        return words(QT_TRANSLATE_NOOP("ChangeWords", "%1: heading %2")).arg(section, fromTo(change));
    case Kind::SectionAdded: return words(QT_TRANSLATE_NOOP("ChangeWords", "Added the section “%1”")).arg(section);
    case Kind::SectionRemoved: return words(QT_TRANSLATE_NOOP("ChangeWords", "Deleted the section “%1”")).arg(section);
    case Kind::SectionMoved: return words(QT_TRANSLATE_NOOP("ChangeWords", "Moved the section “%1”")).arg(section);
    case Kind::SectionRenamed: return words(QT_TRANSLATE_NOOP("ChangeWords", "Section heading: %1")).arg(fromTo(change));
    case Kind::SectionHidden: return words(QT_TRANSLATE_NOOP("ChangeWords", "Hid the section “%1”")).arg(section);
    case Kind::SectionShown: return words(QT_TRANSLATE_NOOP("ChangeWords", "Shows the section “%1” again")).arg(section);
    case Kind::FrontMatterChanged:
        return words(QT_TRANSLATE_NOOP("ChangeWords", "Page setting %1: %2")).arg(change.key, fromTo(change));
    case Kind::TextChanged: return words(QT_TRANSLATE_NOOP("ChangeWords", "Text: %1")).arg(fromTo(change));
    }
    return {};
}

} // namespace lectern::app
