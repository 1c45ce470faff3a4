// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/intentions.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

using namespace lectern;
using namespace lectern::profile;

namespace {

QString text(const Item& item, FieldId id)
{
    const Field* field = item.field(id);
    return field && field->present ? std::get<QString>(field->value) : QString();
}

QStringList authors(const Item& item)
{
    QStringList out;
    for (const Author& author : std::get<std::vector<Author>>(item.field(FieldId::Authors)->value))
        out.append(author.owner ? u'*' + author.name : author.name);
    return out;
}

} // namespace

/// The page that the program was asked for: what is in it, exactly.
class SeedTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (test::seedPath().isEmpty())
            QSKIP("LECTERN-SKIP-ALL: the seed page is not here");
        m_profile = readProfile(SourceFile(test::bytesOf(test::seedPath())));
    }

    void sectionsComeInFileOrderAndCoverThePage()
    {
        QStringList ids;
        qsizetype end = m_profile.frontMatter->whole.to;
        for (const Section& section : m_profile.sections) {
            ids.append(section.id);
            QCOMPARE(section.range.from, end);
            end = section.range.to;
        }
        QCOMPARE(end, m_profile.file.size());
        const QStringList wanted { QStringLiteral("about"), QStringLiteral("news"),
            QStringLiteral("publications"), QStringLiteral("honors"), QStringLiteral("reviewing"),
            QStringLiteral("education") };
        QCOMPARE(ids, wanted);
        QCOMPARE(m_profile.section(QStringLiteral("about"))->anchor, QStringLiteral("about-me"));
        QVERIFY(m_profile.section(QStringLiteral("news"))->heading.endsWith(QStringLiteral(" News")));
        QCOMPARE(m_profile.ownerName, QStringLiteral("Zizhao Mo"));
    }

    void itemCountsAreTheSeeds_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("count");
        QTest::newRow("about") << QStringLiteral("about") << 1;
        QTest::newRow("news") << QStringLiteral("news") << 1;
        QTest::newRow("publications") << QStringLiteral("publications") << 6;
        QTest::newRow("honors") << QStringLiteral("honors") << 3;
        QTest::newRow("reviewing") << QStringLiteral("reviewing") << 3;
        QTest::newRow("education") << QStringLiteral("education") << 3;
    }
    void itemCountsAreTheSeeds()
    {
        QFETCH(QString, id);
        QFETCH(int, count);
        QCOMPARE(int(m_profile.section(id)->items.size()), count);
    }

    void theBiographyIsOneTextOfThreeParagraphs()
    {
        const QString bio = text(m_profile.section(QStringLiteral("about"))->items.front(), FieldId::Text);
        QVERIFY(bio.startsWith(QStringLiteral("Hi, my name is Zizhao Mo")));
        QVERIFY(bio.endsWith(QStringLiteral("Please feel free to contact me!")));
        QCOMPARE(bio.count(QStringLiteral("\n\n")), 2);
    }

    void newsTextLeavesSeparatorAndSpacesOutside()
    {
        const Item& item = m_profile.section(QStringLiteral("news"))->items.front();
        QCOMPARE(text(item, FieldId::Date), QStringLiteral("2025.06"));
        QVERIFY(text(item, FieldId::Text).endsWith(QStringLiteral(" I defense my Ph.D. thesis!")));
        QVERIFY(!text(item, FieldId::Text).contains(QStringLiteral("&nbsp;")));
        QVERIFY(item.when.start == (DateSpan::Day { 2025, 6, 0 }));
    }

    void publicationsHaveAllTheirFields_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("venue");
        QTest::addColumn<QString>("year");
        QTest::addColumn<QStringList>("ranks");
        QTest::addColumn<QString>("note");
        QTest::addColumn<QStringList>("people");
        const auto list
            = [](const char* text) { return QString::fromUtf8(text).split(QStringLiteral(", ")); };
        const QString computing = QStringLiteral("Top conference in supercomputing.");
        const QString architecture = QStringLiteral("Top conference in system architecture.");
        QTest::newRow("Hetis") << 0
                               << QStringLiteral("Hetis: Serving LLMs in Heterogeneous GPU Clusters with "
                                                 "Fine-grained and Dynamic Parallelism")
                               << QStringLiteral("https://arxiv.org/pdf/2509.08309") << QStringLiteral("SC")
                               << QStringLiteral("2025") << list("CCF-A, CSRanking") << computing
                               << list("*Zizhao Mo, Jianxiong Liao, Huanle Xu, Zhi Zhou, Cheng-Zhong Xu");
        QTest::newRow("Fast and Fair")
            << 1 << QStringLiteral("Fast and Fair Training for Deep Learning in Heterogeneous GPU Clusters")
            << QStringLiteral("https://dl.acm.org/doi/pdf/10.1145/3721145.3728488") << QStringLiteral("ICS")
            << QStringLiteral("2025") << list("CCF-B, CSRanking") << computing
            << list("*Zizhao Mo, Huanle Xu, Wing Cheong Lau");
        QTest::newRow("Heet")
            << 2
            << QStringLiteral("Heet: Accelerating Elastic Training in Heterogeneous Deep Learning Clusters")
            << QStringLiteral("https://dl.acm.org/doi/10.1145/3620665.3640375") << QStringLiteral("ASPLOS")
            << QStringLiteral("2024") << list("CCF-A, CSRanking") << architecture
            << list("*Zizhao Mo, Huanle Xu, Cheng-Zhong Xu");
        QTest::newRow("Optimal")
            << 3 << QStringLiteral("Optimal Resource Efficiency with Fairness in Heterogeneous GPU Clusters")
            << QStringLiteral("https://dl.acm.org/doi/10.1145/3652892.3654792")
            << QStringLiteral("Middleware") << QStringLiteral("2024") << list("CCF-B") << QString()
            << list("*Zizhao Mo, Huanle Xu, Wing Cheong Lau");
        QTest::newRow("Derm")
            << 4 << QStringLiteral("Derm: SLA-aware Resource Management for Highly Dynamic Microservices")
            << QStringLiteral("https://ieeexplore.ieee.org/document/10609698") << QStringLiteral("ISCA")
            << QStringLiteral("2024") << list("CCF-A, CSRanking") << architecture
            << list("Liao Chen, Shutian Luo, Chenyu Lin, *Zizhao Mo, Huanle Xu, Kejiang Ye, Cheng-Zhong Xu");
        QTest::newRow("Interference")
            << 5
            << QStringLiteral(
                   "Interference-aware Multiplexing for Deep Learning in GPU Clusters A Middleware Approach")
            << QStringLiteral("https://dl.acm.org/doi/10.1145/3581784.3607060") << QStringLiteral("SC")
            << QStringLiteral("2023") << list("CCF-A, CSRanking") << computing
            << list("Wenyan Chen, *Zizhao Mo, Huanle Xu, Kejiang Ye, Cheng-Zhong Xu");
    }
    void publicationsHaveAllTheirFields()
    {
        QFETCH(int, index);
        QFETCH(QStringList, ranks);
        QFETCH(QStringList, people);
        const Item& item = m_profile.section(QStringLiteral("publications"))->items[size_t(index)];
        QCOMPARE(item.kind, ItemKind::Publication);
        QTEST(text(item, FieldId::Title), "title");
        QTEST(text(item, FieldId::Url), "url");
        QTEST(text(item, FieldId::Venue), "venue");
        QTEST(text(item, FieldId::Year), "year");
        QTEST(text(item, FieldId::Note), "note");
        QCOMPARE(std::get<QStringList>(item.field(FieldId::Ranks)->value), ranks);
        QCOMPARE(authors(item), people);
    }

    void reviewsAreGroupedByRole()
    {
        for (const Item& item : m_profile.section(QStringLiteral("reviewing"))->items) {
            QCOMPARE(item.kind, ItemKind::Review);
            QCOMPARE(item.group, QStringLiteral("Reviewers"));
        }
        QCOMPARE(text(m_profile.section(QStringLiteral("reviewing"))->items[2], FieldId::Venue),
            QStringLiteral("Journal of Systems Architecture"));
    }

    void spansOfYearsAreUnderstood()
    {
        const Item& item = m_profile.section(QStringLiteral("education"))->items.front();
        QCOMPARE(text(item, FieldId::Date), QStringLiteral("2021 - 2025"));
        QVERIFY(item.when.start == (DateSpan::Day { 2021, 0, 0 }));
        QVERIFY(item.when.end == (DateSpan::Day { 2025, 0, 0 }));
    }

    void fieldsAreWrittenInThePlacesOwnStyle_data()
    {
        QTest::addColumn<QString>("section");
        QTest::addColumn<int>("index");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("year of two digits")
            << QStringLiteral("publications") << 0 << QStringLiteral("year") << QStringLiteral("2026")
            << QByteArray("- Accepted by **SC' 26 (CCF-A, CSRanking)**, Top conference in supercomputing.\n");
        QTest::newRow("venue")
            << QStringLiteral("publications") << 0 << QStringLiteral("venue") << QStringLiteral("HPDC")
            << QByteArray(
                   "- Accepted by **HPDC' 25 (CCF-A, CSRanking)**, Top conference in supercomputing.\n");
        QTest::newRow("note that was not there")
            << QStringLiteral("publications") << 3 << QStringLiteral("note") << QStringLiteral("A fine venue")
            << QByteArray("- Accepted by **Middleware' 24 (CCF-B)**");
        QTest::newRow("note taken out")
            << QStringLiteral("publications") << 2 << QStringLiteral("note") << QString()
            << QByteArray("- Accepted by **ASPLOS' 24 (CCF-A, CSRanking)**\n");
        QTest::newRow("bracket in a title")
            << QStringLiteral("publications") << 3 << QStringLiteral("title") << QStringLiteral("a] b")
            << QByteArray("[a\\] b](https://dl.acm.org/doi/10.1145/3652892.3654792)\n");
        QTest::newRow("date") << QStringLiteral("education") << 0 << QStringLiteral("date")
                              << QStringLiteral("2021.09 - now")
                              << QByteArray(
                                     "- *2021.09 - now*: Ph.D. in Computer Science, University of Macau.\n");
    }
    void fieldsAreWrittenInThePlacesOwnStyle()
    {
        QFETCH(QString, section);
        QFETCH(int, index);
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(QByteArray, line);
        const auto edits = setField(m_profile, { indexOf(section), index }, *fieldId(field), value);
        QVERIFY(edits.isOk());
        const QByteArray bytes = applied(m_profile.file.bytes(), *edits);
        QVERIFY2(bytes.contains(line), bytes.constData());
        QCOMPARE(applied(bytes, inverted(*edits)), m_profile.file.bytes());
    }

    void aNewPublicationLooksLikeItsNeighbours()
    {
        const NewFields fields { { FieldId::Title, QStringLiteral("A New Paper") },
            { FieldId::Url, QStringLiteral("https://example.org/p") },
            { FieldId::Authors,
                std::vector<Author> { { QStringLiteral("Ann Lee"), false, {}, {} },
                    { QStringLiteral("Zizhao Mo"), true, {}, {} } } },
            { FieldId::Venue, QStringLiteral("OSDI") }, { FieldId::Year, QStringLiteral("2026") },
            { FieldId::Ranks, QStringList { QStringLiteral("CCF-A") } } };
        const auto edits = addItem(m_profile, indexOf(QStringLiteral("publications")), 0, fields);
        QVERIFY(edits.isOk());
        const QByteArray bytes = applied(m_profile.file.bytes(), *edits);
        QVERIFY2(
            bytes.contains(
                "Publications \n\n[A New Paper](https://example.org/p)\n- Accepted by **OSDI' 26 (CCF-A)**\n"
                "- Authors: Ann Lee, **Zizhao Mo**\n\n[Hetis"),
            bytes.mid(2400, 600).constData());
    }

    void aNewNewsItemTakesThePagesDateStyle()
    {
        const NewFields fields { { FieldId::Date, QStringLiteral("2026.01") },
            { FieldId::Text, QStringLiteral("A new thing.") } };
        const auto edits = addItem(m_profile, indexOf(QStringLiteral("news")), 0, fields);
        QVERIFY(edits.isOk());
        const QByteArray bytes = applied(m_profile.file.bytes(), *edits);
        QVERIFY2(bytes.contains(" News\n- *2026.01*: &nbsp;A new thing.\n- *2025.06*"),
            bytes.mid(2200, 500).constData());
    }

    void movingKeepsOneBlankLineBetweenEntries()
    {
        const int section = indexOf(QStringLiteral("publications"));
        const auto edits = moveItem(m_profile, { section, 5 }, section, 0);
        QVERIFY(edits.isOk());
        const QByteArray bytes = applied(m_profile.file.bytes(), *edits);
        QVERIFY(bytes.contains("Publications \n\n[Interference-aware"));
        QVERIFY(bytes.contains("Cheng-Zhong Xu\n\n[Hetis"));
        QVERIFY(bytes.contains("Kejiang Ye, Cheng-Zhong Xu\n\n# "));
        QCOMPARE(bytes.size(), m_profile.file.size());
        QCOMPARE(applied(bytes, inverted(*edits)), m_profile.file.bytes());
    }

    void removingTheLastOfAListLeavesTheHeadingAlone()
    {
        const auto edits = removeItems(m_profile, { { indexOf(QStringLiteral("news")), 0 } });
        QVERIFY(edits.isOk());
        QVERIFY(applied(m_profile.file.bytes(), *edits).contains(" News\n\n# "));
    }

    void hidingAndShowingRestoresEveryByte()
    {
        const int section = indexOf(QStringLiteral("publications"));
        const auto hidden = setItemHidden(m_profile, { section, 1 }, true);
        QVERIFY(hidden.isOk());
        const Profile now = readProfile(m_profile.file.with(*hidden));
        QVERIFY(now.item({ section, 1 })->hidden);
        QCOMPARE(text(*now.item({ section, 1 }), FieldId::Venue), QStringLiteral("ICS"));
        const auto shown = setItemHidden(now, { section, 1 }, false);
        QVERIFY(shown.isOk());
        QCOMPARE(applied(now.file.bytes(), *shown), m_profile.file.bytes());
    }

private:
    int indexOf(const QString& id) const
    {
        for (int i = 0; i < int(m_profile.sections.size()); ++i) {
            if (m_profile.sections[size_t(i)].id == id)
                return i;
        }
        return -1;
    }

    Profile m_profile;
};

LECTERN_GUILESS_MAIN(SeedTest)
#include "tst_profile_seed.moc"
