// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/profile.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QFile>

using namespace lectern;
using namespace lectern::profile;

namespace {

QString valueOf(const Item& item, FieldId id)
{
    const Field* field = item.field(id);
    if (!field || !field->present)
        return {};
    if (const auto* text = std::get_if<QString>(&field->value))
        return plainText(*text);
    if (const auto* words = std::get_if<QStringList>(&field->value))
        return words->join(QStringLiteral(" + "));
    QStringList parts;
    if (const auto* authors = std::get_if<std::vector<Author>>(&field->value)) {
        for (const Author& author : *authors)
            parts.append((author.owner ? QStringLiteral("@") : QString()) + author.name + author.marks);
    } else {
        for (const Link& link : std::get<std::vector<Link>>(field->value))
            parts.append(link.label);
    }
    return parts.join(QStringLiteral(" + "));
}

/// A page as the golden files have it: a line for each section and item, its fields by name.
QString described(const Profile& profile)
{
    QStringList out;
    for (const Section& section : profile.sections) {
        out.append(QStringLiteral("%1 “%2”").arg(name(section.kind), section.heading));
        for (const Item& item : section.items) {
            QStringList words { name(item.kind) };
            if (item.hidden)
                words.append(QStringLiteral("hidden"));
            if (!item.group.isEmpty())
                words.append(QStringLiteral("in “%1”").arg(item.group));
            for (const Field& field : item.fields) {
                if (field.present && field.id != FieldId::ImageAlt)
                    words.append(QStringLiteral("%1=%2").arg(name(field.id), valueOf(item, field.id)));
            }
            out.append(QStringLiteral("  ") + words.join(QStringLiteral(" | ")));
        }
    }
    return out.join(u'\n') + u'\n';
}

} // namespace

/// Pages of our own in every style that people write theirs in; styles/NAME.md beside what is found in it,
/// NAME.expected.
class StylesTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void styleIsRead_data()
    {
        QTest::addColumn<QString>("page");
        const QDir folder(test::sourcePath(QStringLiteral("tests/core/profile/styles")));
        for (const QString& file : folder.entryList({ QStringLiteral("*.md") }))
            QTest::newRow(qPrintable(file)) << folder.filePath(file);
    }
    void styleIsRead()
    {
        QFETCH(QString, page);
        const QString found = described(readProfile(SourceFile(test::bytesOf(page))));
        const QString expected = page.chopped(3) + QStringLiteral(".expected");
        if (qEnvironmentVariableIsSet("UPDATE_GOLDEN")) {
            QFile file(expected);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(found.toUtf8()) >= 0);
            return;
        }
        const QStringList lines = found.split(u'\n');
        const QStringList wanted = QString::fromUtf8(test::bytesOf(expected)).split(u'\n');
        for (qsizetype i = 0; i < std::max(lines.size(), wanted.size()); ++i)
            QCOMPARE(lines.value(i), wanted.value(i));
    }
};

LECTERN_GUILESS_MAIN(StylesTest)
#include "tst_profile_styles.moc"
