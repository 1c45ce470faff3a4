// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what the profile finds on pages: sections, items and their fields. For reading beside the pages.
//   profile-report [--short] FILE…
#include "core/profile/profile.h"
#include "tests/support/testsupport.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace lectern;
using namespace lectern::profile;

namespace {

QString shown(const FieldValue& value)
{
    if (const auto* text = std::get_if<QString>(&value))
        return QString(*text).replace(u'\n', QStringLiteral("⏎"));
    if (const auto* words = std::get_if<QStringList>(&value))
        return words->join(QStringLiteral(" ¦ "));
    QStringList parts;
    if (const auto* authors = std::get_if<std::vector<Author>>(&value)) {
        for (const Author& author : *authors)
            parts.append((author.owner ? QStringLiteral("★") : QString()) + author.name
                + (author.marks.isEmpty() ? QString() : u'{' + author.marks + u'}')
                + (author.url.isEmpty() ? QString() : QStringLiteral("↗")));
    } else {
        for (const Link& link : std::get<std::vector<Link>>(value))
            parts.append(link.label + QStringLiteral("→") + link.url.left(30));
    }
    return parts.join(QStringLiteral(" ¦ "));
}

void report(QTextStream& out, const QString& path, bool brief)
{
    const Profile profile = readProfile(SourceFile(test::bytesOf(path)));
    out << "##### " << path << "  owner: " << profile.ownerName << '\n';
    for (const Section& section : profile.sections) {
        out << "=== " << section.id << " [" << name(section.kind) << "] “" << section.heading << "” #"
            << section.anchor << (section.hidden ? " hidden" : "") << ' ' << section.items.size()
            << " items\n";
        for (const Item& item : section.items) {
            out << "  - " << name(item.kind) << (item.hidden ? " hidden" : "")
                << (item.group.isEmpty() ? QString()
                                         : QStringLiteral(" ⟨") + item.group + QStringLiteral("⟩"))
                << " “" << item.title.left(brief ? 60 : 160) << "”\n";
            for (const Field& field : item.fields) {
                if (field.present)
                    out << "      " << name(field.id) << ": " << shown(field.value).left(brief ? 110 : 400)
                        << '\n';
            }
        }
    }
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QTextStream out(stdout);
    QStringList paths = app.arguments().mid(1);
    const bool brief = paths.removeAll(QStringLiteral("--short")) > 0;
    if (paths.isEmpty())
        paths = test::corpusPages();
    for (const QString& path : paths)
        report(out, path, brief);
    return 0;
}
