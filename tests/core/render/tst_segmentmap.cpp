// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/segmentmap.h"
#include "tests/support/suite.h"

#include <QTest>

using namespace lectern;

class SegmentMapTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void leadsBackToTheSource_data();
    void leadsBackToTheSource();
    void nothingIsKnownWithoutSegments();
};

void SegmentMapTest::leadsBackToTheSource_data()
{
    QTest::addColumn<TextRange>("range");
    QTest::addColumn<QString>("file");
    QTest::addColumn<TextRange>("source");
    const QString page = QStringLiteral("page.md");
    QTest::newRow("inside literal text") << TextRange {2, 5} << page << TextRange {102, 105};
    QTest::newRow("literal and tag") << TextRange {8, 12} << page << TextRange {108, 120};
    QTest::newRow("inside a tag's text") << TextRange {11, 12} << page << TextRange {110, 120};
    QTest::newRow("over a tag") << TextRange {9, 22} << page << TextRange {109, 122};
    QTest::newRow("inside an included file") << TextRange {26, 28} << QStringLiteral("part.md") << TextRange {1, 3};
    QTest::newRow("over an included file") << TextRange {20, 33} << page << TextRange {120, 153};
    QTest::newRow("empty") << TextRange {3, 3} << page << TextRange {103, 103};
}

void SegmentMapTest::leadsBackToTheSource()
{
    using Origin = liquid::Segment::Origin;
    const QString page = QStringLiteral("page.md");
    const render::SegmentMap map({{0, 10, page, 100, 110, Origin::Literal}, {10, 20, page, 110, 120, Origin::Tag},
        {20, 25, page, 120, 125, Origin::Literal}, {25, 30, QStringLiteral("part.md"), 0, 5, Origin::Literal},
        {30, 40, page, 150, 160, Origin::Literal}});
    QFETCH(TextRange, range);
    const render::SourcePlace place = map.map(range);
    QTEST(place.file, "file");
    QTEST(place.range, "source");
}

void SegmentMapTest::nothingIsKnownWithoutSegments()
{
    QVERIFY(render::SegmentMap({}).map({0, 5}).file.isEmpty());
}

LECTERN_GUILESS_MAIN(SegmentMapTest)
#include "tst_segmentmap.moc"
