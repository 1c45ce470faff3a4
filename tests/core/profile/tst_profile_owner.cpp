// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/conversion.h"
#include "core/profile/owner.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

using namespace lectern;
using namespace lectern::profile;

/// The owner's names in all their spellings, and publications in their two forms.
class OwnerTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void spellingsOfOnePersonAgree_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("same");
        const auto row = [](const char* one, const char* other, bool same) {
            QTest::addRow("%s / %s", one, other)
                << QString::fromUtf8(one) << QString::fromUtf8(other) << same;
        };
        row("Zizhao Mo", "Zizhao Mo", true);
        row("Zizhao Mo", "Z. Mo", true);
        row("Zizhao Mo", "Mo, Z.", true);
        row("Zizhao Mo", "MO Zizhao", true);
        row("Zizhao Mo", "Mo Zizhao", true);
        row("Zizhao Mo", "Zizhao Mo (莫梓钊)", true);
        row("莫梓钊", "Zizhao Mo（莫梓钊）", true);
        row("莫梓钊", "莫梓", false);
        row("Cheng-Zhong Xu", "Chengzhong Xu", true);
        row("Cheng-Zhong Xu", "Xu CZ", true);
        row("Cheng-Zhong Xu", "C.-Z. Xu", true);
        row("Thomas B. Schön", "Thomas Schon", true);
        row("Thomas B. Schön", "T. Schön", true);
        row("Thomas B. Schön", "Tim Schön", false);
        row("Søren Ørsted", "Soren Orsted", true);
        row("Ludwig van Beethoven", "van Beethoven, L.", true);
        row("Jun Li", "Jie Li", false);
        row("Jun Li", "J. Liu", false);
        row("Li", "Jun Li", false);
    }
    void spellingsOfOnePersonAgree()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QTEST(isSamePerson(one, other), "same");
        QTEST(isSamePerson(other, one), "same");
    }

    void namesAreProposedFromTheConfigurationAndThePage()
    {
        const Profile profile = readProfile(
            SourceFile("# Publications\n"
                       "- [A First Paper about Things](x), **Z. Mo**, Ann Bee, **VLDB 2024**\n"
                       "- [A Second Paper about Things](x), **Zoe Former**, Ann Bee, **VLDB 2022**\n"
                       "- [A Third Paper about Things](x), **Zoe Former**, Eve Fox, **VLDB 2021**\n"
                       "- [A Fourth Paper about Things](x), Ann Bee, Eve Fox, **VLDB 2020**\n"
                       "- [A Fifth Paper about Things](x), Ann Bee, et al., **VLDB 2020**\n"));
        const QStringList names = proposedOwnerNames(profile, { QStringLiteral("Zoe Mo") });
        QCOMPARE(names,
            (QStringList {
                QStringLiteral("Zoe Mo"), QStringLiteral("Z. Mo"), QStringLiteral("Zoe Former") }));
        const auto missing = papersWithoutOwner(profile, names);
        QCOMPARE(missing.size(), size_t(1));
        QCOMPARE(missing.front(), (ItemRef { 0, 3 }));
    }

    void aPublicationChangesItsFormAndBack()
    {
        const QByteArray bytes("# Publications\n"
                               "<div class='paper-box'><div class='paper-box-image'><div><div "
                               "class=\"badge\">ICML 2024</div><img src='a.png' alt=\"A\"></div></div>\n"
                               "<div class='paper-box-text' markdown=\"1\">\n\n"
                               "[A First Paper about Things](x)\n\n**Ann Bee**, Carl Dee\n\n[Code](c)\n- It "
                               "is good.\n</div>\n</div>\n\n"
                               "- [A Second Paper about Things](y), **Ann Bee**, **VLDB 2022**\n");
        const Profile profile = readProfile(SourceFile(bytes));
        QVERIFY(formOf(profile, { 0, 0 }) == PublicationForm::PaperBox
            && formOf(profile, { 0, 1 }) == PublicationForm::Plain);
        const auto plain = convertItem(profile, { 0, 0 }, PublicationForm::Plain);
        QVERIFY(plain.isOk());
        const Profile flat = readAgain(profile, profile.file.with(*plain));
        QVERIFY(flat.file.bytes().startsWith(
            "# Publications\n- [A First Paper about Things](x)\n\n  **Ann Bee**, Carl Dee, **ICML 2024**\n"));
        QCOMPARE(
            std::get<QString>(flat.item({ 0, 0 })->field(FieldId::Venue)->value), QStringLiteral("ICML"));
        const auto boxed
            = convertItem(profile, { 0, 1 }, PublicationForm::PaperBox, QStringLiteral("images/b.png"));
        QVERIFY(boxed.isOk());
        const Profile box = readAgain(profile, profile.file.with(*boxed));
        QCOMPARE(
            std::get<QString>(box.item({ 0, 1 })->field(FieldId::Badge)->value), QStringLiteral("VLDB 2022"));
        QCOMPARE(std::get<QString>(box.item({ 0, 1 })->field(FieldId::Image)->value),
            QStringLiteral("images/b.png"));
        QCOMPARE(applied(box.file.bytes(), inverted(*boxed)), bytes);
    }

    void publicationsOfTheCorpusConvert()
    {
        int done = 0;
        int refused = 0;
        for (const QString& path : test::corpusPages()) {
            const Profile profile = readProfile(SourceFile(test::bytesOf(path)));
            for (int s = 0; s < int(profile.sections.size()); ++s) {
                for (int i = 0; i < int(profile.sections[size_t(s)].items.size()); ++i) {
                    const auto form = formOf(profile, { s, i });
                    if (!form)
                        continue;
                    const bool box = *form == PublicationForm::PaperBox;
                    const auto edits = convertItem(profile, { s, i },
                        box ? PublicationForm::Plain : PublicationForm::PaperBox,
                        QStringLiteral("images/x.png"));
                    ++done;
                    if (!edits) {
                        ++refused;
                        if (qEnvironmentVariableIsSet("PROFILE_VERBOSE"))
                            qInfo("refused to make plain: %d: %s", box,
                                qPrintable(profile.item({ s, i })->title));
                        continue;
                    }
                    QCOMPARE(applied(applied(profile.file.bytes(), *edits), inverted(*edits)),
                        profile.file.bytes());
                }
            }
        }
        qInfo("%d conversions, %d refused", done, refused);
        QVERIFY(refused * 10 <= done);
    }
};

LECTERN_GUILESS_MAIN(OwnerTest)
#include "tst_profile_owner.moc"
