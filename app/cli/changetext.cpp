// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/changetext.h"

namespace lectern::cli {
namespace {

QString quoted(const QString& text)
{
    const QString line = text.simplified();
    return u'\u201C' + (line.size() > 60 ? line.first(59) + u'\u2026' : line) + u'\u201D';
}

QString fromTo(const publish::PageChange& change)
{
    if (change.before.isEmpty())
        return QStringLiteral("added %1").arg(quoted(change.after));
    if (change.after.isEmpty())
        return QStringLiteral("removed %1").arg(quoted(change.before));
    return quoted(change.before) + QStringLiteral(" \u2192 ") + quoted(change.after);
}

} // namespace

QString changeText(const publish::PageChange& change)
{
    using Kind = publish::PageChange::Kind;
    const QString section = change.sectionHeading.isEmpty() ? QStringLiteral("About") : change.sectionHeading.simplified();
    const QString item = QStringLiteral("%1: %2").arg(section, quoted(change.item));
    switch (change.kind) {
    case Kind::ItemAdded: return item + QStringLiteral(" added");
    case Kind::ItemRemoved: return item + QStringLiteral(" removed");
    case Kind::ItemMoved: return item + QStringLiteral(" moved");
    case Kind::ItemHidden: return item + QStringLiteral(" hidden");
    case Kind::ItemShown: return item + QStringLiteral(" shown again");
    case Kind::FieldChanged: return QStringLiteral("%1: %2 %3").arg(item, QString(profile::name(*change.field)), fromTo(change));
    case Kind::SourceChanged: return item + QStringLiteral(" changed");
    case Kind::GroupAdded:
    case Kind::GroupRemoved:
    case Kind::GroupRenamed: return QStringLiteral("%1: heading %2").arg(section, fromTo(change));
    case Kind::SectionAdded: return QStringLiteral("Section %1 added").arg(quoted(section));
    case Kind::SectionRemoved: return QStringLiteral("Section %1 removed").arg(quoted(section));
    case Kind::SectionMoved: return QStringLiteral("Section %1 moved").arg(quoted(section));
    case Kind::SectionRenamed: return QStringLiteral("Section renamed: %1").arg(fromTo(change));
    case Kind::SectionHidden: return QStringLiteral("Section %1 hidden").arg(quoted(section));
    case Kind::SectionShown: return QStringLiteral("Section %1 shown again").arg(quoted(section));
    case Kind::FrontMatterChanged: return QStringLiteral("Page setting %1: %2").arg(change.key, fromTo(change));
    case Kind::TextChanged: return QStringLiteral("Text: %1").arg(fromTo(change));
    }
    return {};
}

QString errorText(const Error& error)
{
    const auto about = [&](const char* sentence) { return QString::fromUtf8(sentence).arg(error.path); };
    switch (error.code) {
    case ErrorCode::NotFound: return about("There is no %1. Check the path.");
    case ErrorCode::Unreadable: return about("%1 may not be read. Check its permissions.");
    case ErrorCode::NotRegularFile: return about("%1 is not a regular file. Name a Markdown file or a site's folder.");
    case ErrorCode::NotText: return about("%1 is not a text file. Name a Markdown file in UTF-8.");
    case ErrorCode::TooLarge: return about("%1 is too large (%2 bytes) to be a page.").arg(error.detail);
    case ErrorCode::NotASite:
        return error.detail == QStringLiteral("no page")
            ? about("%1 has no page to edit: no Markdown file with front matter in its root or in _pages.")
            : about("%1 is no Jekyll repository: it has no _config.yml. Name the folder that has one.");
    case ErrorCode::NotWritable: return about("%1 may not be written (%2). Nothing was changed.").arg(error.detail);
    case ErrorCode::DiskFull: return about("The disk is full: %1 was left as it was. Free some space and try again.");
    case ErrorCode::ChangedOnDisk: return about("%1 was changed by another program meanwhile and was left as it is. Try again.");
    case ErrorCode::WriteFailed: return about("%1 could not be written (%2) and was left as it was.").arg(error.detail);
    case ErrorCode::OutsideSite: return about("%1 lies outside the site and was left alone.");
    case ErrorCode::NoSuchAddress: return QStringLiteral("The page has no \u201C%1\u201D. `lectern-cli sections` lists what it has.").arg(error.detail);
    case ErrorCode::NotEditable: return QStringLiteral("This cannot be changed in the form in which it is written (%1). Edit its source.").arg(error.detail);
    case ErrorCode::InvalidValue: return QStringLiteral("The value does not fit here: %1.").arg(error.detail);
    case ErrorCode::InvalidYaml: return QStringLiteral("The YAML is not valid at %1.").arg(error.detail);
    case ErrorCode::RenderFailed: return QStringLiteral("The page could not be rendered: %1.").arg(error.detail);
    case ErrorCode::LimitExceeded: return QStringLiteral("This is too large or too deeply nested (%1).").arg(error.detail);
    case ErrorCode::ProcessFailed: return QStringLiteral("A helper program failed: %1.").arg(error.detail);
    case ErrorCode::Cancelled: return QStringLiteral("Cancelled.");
    }
    return {};
}

} // namespace lectern::cli
