// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/changereport.h"
#include "core/profile/intentions.h"
#include "core/publish/address.h"
#include "core/publish/fieldtext.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

using namespace lectern;
using publish::PageChange;

class ChangeReportTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void fieldsAreNamed();
    void addedRemovedAndMovedItems();
    void frontMatterKeys();
    void renamedSection();
    void headingsOfGroups();
    void addresses_data();
    void addresses();
    void fieldValuesAsTextAndBack();

private:
    profile::Profile after(const Result<Edits>& edits) const
    {
        Q_ASSERT(edits.isOk());
        return profile::readProfile(m_seed.file.with(*edits));
    }
    profile::Profile m_seed;
};

void ChangeReportTest::initTestCase()
{
    if (test::seedPath().isEmpty())
        QSKIP("the seed page is not here");
    m_seed = profile::readProfile(SourceFile(test::bytesOf(test::seedPath())));
}

void ChangeReportTest::fieldsAreNamed()
{
    const auto publications = publish::findSection(m_seed, QStringLiteral("publications"));
    QVERIFY(publications);
    const auto later = after(profile::setField(m_seed, {*publications, 2}, profile::FieldId::Title, QStringLiteral("Heet, again")));
    const auto changes = publish::pageChanges(m_seed, later);
    QCOMPARE(changes.size(), size_t(1));
    QCOMPARE(changes[0].kind, PageChange::Kind::FieldChanged);
    QCOMPARE(*changes[0].field, profile::FieldId::Title);
    QVERIFY(changes[0].before.startsWith(QStringLiteral("Heet: Accelerating")));
    QCOMPARE(changes[0].after, QStringLiteral("Heet, again"));
    QVERIFY(publish::pageChanges(m_seed, m_seed).empty());
}

void ChangeReportTest::addedRemovedAndMovedItems()
{
    const auto publications = publish::findSection(m_seed, QStringLiteral("publications"));
    QVERIFY(publications);
    const auto removed = publish::pageChanges(m_seed, after(profile::removeItems(m_seed, {{*publications, 1}})));
    QCOMPARE(removed.size(), size_t(1));
    QCOMPARE(removed[0].kind, PageChange::Kind::ItemRemoved);
    QVERIFY(removed[0].item.startsWith(QStringLiteral("Fast and Fair")));
    const auto added = publish::pageChanges(m_seed,
        after(profile::addItem(m_seed, *publications, 0, {{profile::FieldId::Title, QStringLiteral("A new paper")}})));
    QCOMPARE(added.size(), size_t(1));
    QCOMPARE(added[0].kind, PageChange::Kind::ItemAdded);
    QCOMPARE(added[0].item, QStringLiteral("A new paper"));
    const auto moved = publish::pageChanges(m_seed, after(profile::moveItem(m_seed, {*publications, 4}, *publications, 0)));
    QCOMPARE(moved.size(), size_t(1));
    QCOMPARE(moved[0].kind, PageChange::Kind::ItemMoved);
    QVERIFY(moved[0].item.startsWith(QStringLiteral("Derm")));
}

void ChangeReportTest::frontMatterKeys()
{
    QByteArray bytes = m_seed.file.bytes();
    bytes.replace("title: \"\"", "title: \"Home\"");
    const auto changes = publish::pageChanges(m_seed, profile::readProfile(SourceFile(bytes)));
    QCOMPARE(changes.size(), size_t(1));
    QCOMPARE(changes[0].kind, PageChange::Kind::FrontMatterChanged);
    QCOMPARE(changes[0].key, QStringLiteral("title"));
    QCOMPARE(changes[0].after, QStringLiteral("Home"));
}

void ChangeReportTest::renamedSection()
{
    const auto honors = publish::findSection(m_seed, QStringLiteral("honors"));
    QVERIFY(honors);
    const auto changes = publish::pageChanges(m_seed, after(profile::renameSection(m_seed, *honors, QStringLiteral("Awards"))));
    QCOMPARE(changes.size(), size_t(1));
    QCOMPARE(changes[0].kind, PageChange::Kind::SectionRenamed);
    QCOMPARE(changes[0].after, QStringLiteral("Awards"));
}

void ChangeReportTest::headingsOfGroups()
{
    const QByteArray papers = "- **Ada Byron**. One paper of ours. *ICS*, 2025.\n";
    const QByteArray more = "- **Ada Byron**. Another paper of ours. *SC*, 2024.\n";
    const auto page = [&](const QByteArray& first, const QByteArray& second) {
        return profile::readProfile(SourceFile("# Publications\n\n" + first + papers + second + more));
    };
    const profile::Profile plain = page({}, {});
    const profile::Profile grouped = page("## 2025\n\n", "\n## 2024\n\n");
    const profile::Profile renamed = page("## 2025\n\n", "\n## Earlier\n\n");
    const auto added = publish::pageChanges(plain, grouped);
    QCOMPARE(added.size(), size_t(2));
    QCOMPARE(added[0].kind, PageChange::Kind::GroupAdded);
    QCOMPARE(added[0].sectionHeading, QStringLiteral("Publications"));
    QCOMPARE(added[0].after, QStringLiteral("2025"));
    QCOMPARE(added[1].after, QStringLiteral("2024"));
    const auto removed = publish::pageChanges(grouped, plain);
    QCOMPARE(removed.size(), size_t(2));
    QCOMPARE(removed[1].kind, PageChange::Kind::GroupRemoved);
    QCOMPARE(removed[1].before, QStringLiteral("2024"));
    const auto change = publish::pageChanges(grouped, renamed);
    QCOMPARE(change.size(), size_t(1));
    QCOMPARE(change[0].kind, PageChange::Kind::GroupRenamed);
    QCOMPARE(change[0].before, QStringLiteral("2024"));
    QCOMPARE(change[0].after, QStringLiteral("Earlier"));
}

void ChangeReportTest::addresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    for (const char* good : {"publications[2].title", "news[0]", "education", "honors.heading", "front.title", "config.author.name"})
        QTest::newRow(good) << QString::fromLatin1(good) << true;
    for (const char* bad : {"", "publications[x]", "publications[1].nothing", "[3]", "news[99999999999]", "news.title"})
        QTest::newRow(*bad ? bad : "empty") << QString::fromLatin1(bad) << false;
}

void ChangeReportTest::addresses()
{
    QFETCH(QString, text);
    QTEST(publish::parseAddress(text).isOk(), "good");
}

void ChangeReportTest::fieldValuesAsTextAndBack()
{
    const std::vector<profile::Author> authors {{QStringLiteral("Ada B"), true, QStringLiteral("*"), {}}, {QStringLiteral("C"), false, QStringLiteral("\u2020"), {}}};
    const auto text = publish::fieldText(authors);
    QCOMPARE(text, QStringLiteral("**Ada B***, C\u2020"));
    QCOMPARE(publish::fieldFromText(profile::FieldShape::Authors, text).value(), profile::FieldValue(authors));
    const std::vector<profile::Link> links {{QStringLiteral("PDF"), QStringLiteral("a.pdf?x=1")}};
    QCOMPARE(publish::fieldFromText(profile::FieldShape::Links, publish::fieldText(links)).value(), profile::FieldValue(links));
    QVERIFY(!publish::fieldFromText(profile::FieldShape::Links, QStringLiteral("nothing")));
}

LECTERN_GUILESS_MAIN(ChangeReportTest)
#include "tst_changereport.moc"
