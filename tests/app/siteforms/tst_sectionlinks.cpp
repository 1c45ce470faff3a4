// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/siteforms/sectionlinks.h"
#include "tests/support/guimain.h"

#include <QTest>

using namespace lectern;
using namespace lectern::app;

namespace {

QByteArray menuFile()
{
    return "# The menu\n"
           "main:\n"
           "  - title: \"News\"   # what is new\n"
           "    url: \"/#-news\"\n"
           "\n"
           "  - title: Papers\n"
           "    url: '/#-publications'\n"
           "\n"
           "  - title: \"CV\"\n"
           "    url: \"/cv/#-news\"\n"
           "\n"
           "  - title: \"Education\"\n"
           "    url: \"/#%E6%95%99%E8%82%B2\"\n";
}

} // namespace

/// The menu follows the page's sections, and nothing of its file changes but the links concerned.
class SectionLinksTest : public lectern::test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void aRenamedSectionKeepsItsLink();
    void aTitleOfItsOwnStays();
    void aHeadingInChineseIsFoundByItsEncodedAnchor();
    void aDeletedSectionsLinkGoes();
    void theOrderFollowsAndOtherLinksStay();
    void nothingToDoMakesNoEdit();
};

void SectionLinksTest::aRenamedSectionKeepsItsLink()
{
    const Edits edits
        = linksRenamed(menuFile(), QStringLiteral("/"), { QStringLiteral("-news"), QStringLiteral("🔥 News") },
            { QStringLiteral("-updates"), QStringLiteral("🔥 Updates") });
    QByteArray expected = menuFile();
    expected.replace("\"News\"   #", "\"Updates\"   #");
    expected.replace("\"/#-news\"", "\"/#-updates\"");
    QCOMPARE(applied(menuFile(), edits), expected);
}

void SectionLinksTest::aTitleOfItsOwnStays()
{
    const Edits edits = linksRenamed(menuFile(), QStringLiteral("/"),
        { QStringLiteral("-publications"), QStringLiteral("📝 Publications") },
        { QStringLiteral("research"), QStringLiteral("Research") });
    QByteArray expected = menuFile();
    expected.replace("'/#-publications'", "'/#research'");
    QCOMPARE(applied(menuFile(), edits), expected);
}

void SectionLinksTest::aHeadingInChineseIsFoundByItsEncodedAnchor()
{
    QByteArray expected = menuFile();
    expected.truncate(expected.indexOf("  - title: \"Education\""));
    QCOMPARE(applied(menuFile(), linksRemoved(menuFile(), QStringLiteral("/"), QStringLiteral("教育"))), expected);
}

void SectionLinksTest::aDeletedSectionsLinkGoes()
{
    const QByteArray left
        = applied(menuFile(), linksRemoved(menuFile(), QStringLiteral("/"), QStringLiteral("-news")));
    QVERIFY(!left.contains("what is new"));
    QVERIFY(left.contains("\"/cv/#-news\"")); // another page's
    QVERIFY(left.contains("'/#-publications'"));
}

void SectionLinksTest::theOrderFollowsAndOtherLinksStay()
{
    const QStringList order { QStringLiteral("教育"), QStringLiteral("-publications"), QStringLiteral("-news") };
    const QByteArray sorted = applied(menuFile(), linksInOrder(menuFile(), QStringLiteral("/"), order));
    const auto at = [&sorted](const char* text) { return sorted.indexOf(text); };
    QVERIFY(at("Education") < at("Papers"));
    QVERIFY(at("Papers") < at("/cv/"));
    QVERIFY(at("/cv/") < at("what is new"));
    QCOMPARE(sorted.size(), menuFile().size());
    QVERIFY(linksInOrder(sorted, QStringLiteral("/"), order).empty());
}

void SectionLinksTest::nothingToDoMakesNoEdit()
{
    const SectionName name { QStringLiteral("-projects"), QStringLiteral("Projects") };
    QVERIFY(linksRenamed(menuFile(), QStringLiteral("/"), name, { QStringLiteral("-software"), QStringLiteral("Software") }).empty());
    QVERIFY(linksRemoved(menuFile(), QStringLiteral("/"), name.anchor).empty());
    QVERIFY(linksRemoved(menuFile(), QStringLiteral("/"), {}).empty());
    QVERIFY(linksRemoved("main: [", QStringLiteral("/"), name.anchor).empty());
    QVERIFY(linksInOrder(menuFile(), QStringLiteral("/"),
        { QStringLiteral("-news"), QStringLiteral("-publications"), QStringLiteral("教育") })
                .empty());
}

LECTERN_GUI_MAIN(SectionLinksTest)
#include "tst_sectionlinks.moc"
