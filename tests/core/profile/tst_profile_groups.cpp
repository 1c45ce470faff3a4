// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/grouping.h"
#include "core/profile/intentions.h"
#include "core/profile/scan/bytes.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

using namespace lectern;
using namespace lectern::profile;

namespace {

const QByteArray flat("# Publications\n"
                      "\\* equal contribution\n\n"
                      "- [A First Paper about Things](x), **Ann Bee**, Carl Dee, **VLDB 2022**\n"
                      "- [A Second Paper about Things](y), **Ann Bee**, *Journal of Things*, 2024\n"
                      "- [A Third Paper about Things](z), Carl Dee, **Ann Bee**, **KDD 2022**\n"
                      "\n# News\n- *2020*: one\n");

QByteArray after(const Profile& profile, const Result<Edits>& edits)
{
    return edits ? applied(profile.file.bytes(), *edits) : QByteArray("refused");
}

QStringList namesOf(const std::vector<Group>& groups)
{
    QStringList names;
    for (const Group& group : groups)
        names.append(group.name + u':' + QString::number(group.items.size()));
    return names;
}

const std::array<QString, 8> typeNames { QStringLiteral("Journals"), QStringLiteral("Conferences"),
    QStringLiteral("Workshops"), QStringLiteral("Preprints"), QStringLiteral("Books"),
    QStringLiteral("Theses"), QStringLiteral("Patents"), QStringLiteral("Others") };

} // namespace

/// Sub-headings of a section: papers by year and by type, moves between groups and between pages.
class GroupsTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void aGroupGetsOtherWordsAndKeepsItsDecoration()
    {
        const QByteArray text("# Publications\n\n### 📚 **Journals** {#j}\n\n- [A First Paper about Things](x), **Ann Bee**, *Nature*, 2024\n\n"
                              "<h3>Talks</h3>\n\n- [A Second Paper about Things](y), **Ann Bee**, **VLDB 2022**\n");
        const Profile profile = readProfile(SourceFile(text));
        const QString first = profile.item({ 0, 0 })->group;
        QVERIFY(first.contains(QStringLiteral("Journals")));
        const auto renamed = renameGroup(profile, { 0, 1 }, QStringLiteral("Invited talks"));
        QCOMPARE(after(profile, renamed), QByteArray(text).replace("<h3>Talks</h3>", "<h3>Invited talks</h3>"));
        QCOMPARE(after(profile, renameGroup(profile, { 0, 0 }, first)), text);
        const auto plain = renameGroup(profile, { 0, 0 }, QStringLiteral("Articles"));
        QVERIFY(plain);
        QCOMPARE(readProfile(SourceFile(applied(text, *plain))).item({ 0, 0 })->group, QStringLiteral("Articles"));
        // What follows the heading and its attributes stay.
        QVERIFY(applied(text, *plain).contains("Articles {#j}\n\n- [A First"));
        QVERIFY(!renameGroup(profile, { 0, 1 }, QStringLiteral("  ")));
        QVERIFY(!renameGroup(profile, { 0, 7 }, QStringLiteral("X")));
        // Items without a group have no heading to rename.
        QVERIFY(!renameGroup(readProfile(SourceFile(flat)), { 0, 0 }, QStringLiteral("X")));
    }
    void papersAreGroupedByYearAndUngroupedAgain()
    {
        const Profile profile = readProfile(SourceFile(flat));
        const auto grouped = groupItems(profile, 0, groupedByYear(profile, 0, QStringLiteral("Other")));
        const QByteArray expected(
            "# Publications\n"
            "\\* equal contribution\n\n"
            "## 2024\n\n"
            "- [A Second Paper about Things](y), **Ann Bee**, *Journal of Things*, 2024\n"
            "\n## 2022\n\n"
            "- [A First Paper about Things](x), **Ann Bee**, Carl Dee, **VLDB 2022**\n"
            "- [A Third Paper about Things](z), Carl Dee, **Ann Bee**, **KDD 2022**\n"
            "\n# News\n- *2020*: one\n");
        QCOMPARE(after(profile, grouped), expected);
        const Profile years = readProfile(SourceFile(expected));
        QCOMPARE(namesOf(groupsOf(years, 0)),
            (QStringList { QStringLiteral(":1"), QStringLiteral("2024:1"), QStringLiteral("2022:2") }));
        QCOMPARE(groupItems(years, 0, groupedByYear(years, 0, {}))->size(), size_t(0));
        const QByteArray plain = after(years, groupItems(years, 0, ungrouped(years, 0)));
        QVERIFY(!plain.contains("## ") && plain.count("- [A ") == 3);
    }

    void papersAreGroupedByType()
    {
        const Profile profile = readProfile(SourceFile(flat));
        QVERIFY(typeOf(*profile.item({ 0, 2 })) == PublicationType::Journal);
        QVERIFY(typeOf(*profile.item({ 0, 1 })) == PublicationType::Conference);
        const auto grouped = groupItems(profile, 0, groupedByType(profile, 0, typeNames));
        const Profile now = readProfile(SourceFile(after(profile, grouped)));
        QCOMPARE(namesOf(groupsOf(now, 0)),
            (QStringList {
                QStringLiteral(":1"), QStringLiteral("Journals:1"), QStringLiteral("Conferences:2") }));
    }

    void headingsThatStayKeepTheirBytes()
    {
        const Profile profile = readProfile(SourceFile(
            "# Publications\n### 2022 {#old}\n- [A First Paper](x), Ann Bee, Carl Dee, **VLDB 2022**\n"
            "### Misc\n- [A Second Paper](y), Ann Bee, Carl Dee, **VLDB 2024**\n"));
        const QByteArray now = after(profile, groupItems(profile, 0, groupedByYear(profile, 0, {})));
        QVERIFY(now.contains("### 2022 {#old}\n") && now.contains("### 2024\n") && !now.contains("Misc"));
    }

    void whatStandsInATableIsNotGrouped()
    {
        const Profile profile = readProfile(SourceFile(
            "# Publications\n<table>\n<tr><td><b>A First Paper about Things</b><br>Ann Bee, Carl "
            "Dee<br><i>VLDB</i>, 2022</td></tr>\n<tr><td><b>A Second Paper about Things</b><br>Ann Bee, Carl "
            "Dee<br><i>VLDB</i>, 2021</td></tr>\n</table>\n\n- [A Third Paper](y), Ann Bee, Carl Dee, **KDD "
            "2020**\n"));
        const auto grouped = groupItems(profile, 0, groupedByYear(profile, 0, {}));
        QVERIFY(!grouped && grouped.error().code == ErrorCode::NotEditable);
    }

    void anItemMovesToAGroupAlsoToAnEmptyOne()
    {
        const QByteArray bytes("# Publications\n\n## Journals\n\n## Conferences\n\n"
                               "- [A First Paper](x), Ann Bee, Carl Dee, **VLDB 2022**\n"
                               "- [A Second Paper](y), Ann Bee, Carl Dee, **VLDB 2024**\n");
        const Profile profile = readProfile(SourceFile(bytes));
        QCOMPARE(namesOf(groupsOf(profile, 0)),
            (QStringList { QStringLiteral("Journals:0"), QStringLiteral("Conferences:2") }));
        const auto moved = moveItemToGroup(profile, { 0, 1 }, 0, QStringLiteral("Journals"));
        QVERIFY(moved.isOk());
        const Profile now = readProfile(SourceFile(applied(bytes, *moved)));
        QCOMPARE(now.item({ 0, 0 })->title, QStringLiteral("A Second Paper"));
        QCOMPARE(now.item({ 0, 0 })->group, QStringLiteral("Journals"));
        QCOMPARE(applied(now.file.bytes(), inverted(*moved)), bytes);
        const auto back = moveItemToGroup(now, { 0, 0 }, 0, QStringLiteral("Conferences"));
        QCOMPARE(after(now, back),
            QByteArray("# Publications\n\n## Journals\n\n## Conferences\n\n"
                       "- [A Second Paper](y), Ann Bee, Carl Dee, **VLDB 2024**\n"
                       "- [A First Paper](x), Ann Bee, Carl Dee, **VLDB 2022**\n"));
        QVERIFY(!moveItemToGroup(profile, { 0, 0 }, 0, QStringLiteral("Books")));
    }

    void anItemMovesToTheEndOfAGroup()
    {
        const QByteArray bytes("# Publications\n\n## 2024\n\n"
                               "- [A First Paper](x), Ann Bee, Carl Dee, **VLDB 2024**\n\n## 2022\n\n"
                               "- [A Second Paper](y), Ann Bee, Carl Dee, **VLDB 2022**\n"
                               "- [A Third Paper](z), Ann Bee, Carl Dee, **KDD 2022**\n");
        const Profile profile = readProfile(SourceFile(bytes));
        const auto moved = moveItemBehind(profile, { 0, 2 }, 0, 0);
        QCOMPARE(after(profile, moved),
            QByteArray("# Publications\n\n## 2024\n\n"
                       "- [A First Paper](x), Ann Bee, Carl Dee, **VLDB 2024**\n"
                       "- [A Third Paper](z), Ann Bee, Carl Dee, **KDD 2022**\n\n## 2022\n\n"
                       "- [A Second Paper](y), Ann Bee, Carl Dee, **VLDB 2022**\n"));
        QCOMPARE(applied(applied(bytes, *moved), inverted(*moved)), bytes);
        // Behind the item before it is its own place, but not where that one ends another group.
        QCOMPARE(moveItemBehind(profile, { 0, 2 }, 0, 1)->size(), size_t(0));
        const Profile second
            = readProfile(SourceFile(after(profile, moveItemBehind(profile, { 0, 1 }, 0, 0))));
        QCOMPARE(second.item({ 0, 1 })->group, QStringLiteral("2024"));
        QVERIFY(!moveItemBehind(profile, { 0, 3 }, 0, 0));
    }

    void anItemMovesToAnotherPageWithItsLineEndings()
    {
        const Profile profile = readProfile(SourceFile("# News\n- *2020*: one\n  goes on\n- *2019*: two\n"));
        const Profile page = readProfile(SourceFile("# News\r\n- *2018*: three\r\n"));
        const auto moved = moveItemToPage(profile, { 0, 0 }, page, 0, 0);
        QVERIFY(moved.isOk());
        QCOMPARE(applied(profile.file.bytes(), moved->first), QByteArray("# News\n- *2019*: two\n"));
        QCOMPARE(applied(page.file.bytes(), moved->second),
            QByteArray("# News\r\n- *2020*: one\r\n  goes on\r\n- *2018*: three\r\n"));
    }

    void papersOfTheCorpusAreGrouped()
    {
        int done = 0;
        int refused = 0;
        for (const QString& path : test::corpusPages()) {
            const Profile profile = readProfile(SourceFile(test::bytesOf(path)));
            for (int s = 0; s < int(profile.sections.size()); ++s) {
                if (profile.sections[size_t(s)].kind != SectionKind::Publications)
                    continue;
                for (const Grouping& grouping : { groupedByYear(profile, s, QStringLiteral("Other")),
                         groupedByType(profile, s, typeNames), ungrouped(profile, s) }) {
                    const auto edits = groupItems(profile, s, grouping);
                    ++done;
                    refused += !edits;
                    if (!edits && qEnvironmentVariableIsSet("PROFILE_VERBOSE"))
                        qInfo("refused %s %s", qPrintable(path),
                            qPrintable(profile.sections[size_t(s)].heading));
                    if (!edits)
                        continue;
                    const QByteArray now = applied(profile.file.bytes(), *edits);
                    QCOMPARE(applied(now, inverted(*edits)), profile.file.bytes());
                    QCOMPARE(wordsOf(readProfile(SourceFile(now)), s), wordsOf(profile, s));
                }
            }
        }
        qInfo("%d groupings, %d refused", done, refused);
        QVERIFY(refused * 3 <= done);
    }

    void whatIsTypedIsKeptWhereAReaderTakesItForAnotherField()
    {
        const QByteArray bytes("# Publications\n[A First Paper about Things](https://x.example)\n"
                               "- Accepted by **VLDB 2024 (CCF-A)**, we like it\n"
                               "- Authors: **Ann Bee**, Carl Dee\n");
        const Profile profile = readProfile(SourceFile(bytes));
        QCOMPARE(std::get<QString>(profile.item({ 0, 0 })->field(FieldId::Note)->value),
            QStringLiteral("we like it"));
        const auto typed
            = setField(profile, { 0, 0 }, FieldId::Note, QStringLiteral("we like it Best paper."));
        QCOMPARE(after(profile, typed), QByteArray(bytes).replace("we like it", "we like it Best paper."));
        // A year must read back as typed.
        QVERIFY(!setField(profile, { 0, 0 }, FieldId::Year, QStringLiteral("soon")));
    }

    void hiddenRowsOfAListAreShownAgain()
    {
        const QByteArray bytes(
            "# Honors\n<ul>\n<li><b>2024</b> First</li>\n<li><b>2023</b> Second <!-- n.b. --> "
            "prize</li>\n<li><b>2022</b> Third</li>\n</ul>\n");
        const Profile profile = readProfile(SourceFile(bytes));
        for (int i = 0; i < 3; ++i) {
            const auto hidden = setItemHidden(profile, { 0, i }, true);
            QVERIFY(hidden.isOk());
            const Profile dark = readAgain(profile, profile.file.with(*hidden));
            QVERIFY(dark.item({ 0, i })->hidden && dark.sections[0].items.size() == 3);
            QCOMPARE(dark.item({ 0, i })->field(FieldId::Date)->value,
                profile.item({ 0, i })->field(FieldId::Date)->value);
            const auto shown = setItemHidden(dark, { 0, i }, false);
            QVERIFY(shown.isOk());
            QCOMPARE(applied(dark.file.bytes(), *shown), bytes);
        }
    }

    void hidingAnItemThatHoldsACommentComesBack()
    {
        const QByteArray bytes(
            "# News\n- *2020*: one <!-- a note --> goes on\n  <!-- another -->\n- *2019*: two\n");
        const Profile profile = readProfile(SourceFile(bytes));
        const auto hidden = setItemHidden(profile, { 0, 0 }, true);
        QVERIFY(hidden.isOk());
        const Profile dark = readAgain(profile, profile.file.with(*hidden));
        QVERIFY(dark.item({ 0, 0 })->hidden);
        QCOMPARE(after(dark, setItemHidden(dark, { 0, 0 }, false)), bytes);
    }

private:
    static QByteArrayList wordsOf(const Profile& profile, int section)
    {
        QByteArrayList out;
        for (const Item& item : profile.sections[size_t(section)].items)
            out.append(profile.file.view(trimmed(profile.file.bytes(), item.range)).toByteArray());
        std::sort(out.begin(), out.end());
        return out;
    }
};

LECTERN_GUILESS_MAIN(GroupsTest)
#include "tst_profile_groups.moc"
