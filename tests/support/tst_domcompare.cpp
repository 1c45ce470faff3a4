// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/domcompare.h"
#include "tests/support/suite.h"

using namespace lectern;

/// The comparer must not call different pages equal, nor tell apart what a browser shows alike.
class DomCompareTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void tellsWhatABrowserTells_data();
    void tellsWhatABrowserTells();
    void namesThePlaceOfADifference();
    void wholePagesKeepTheirHead();
};

void DomCompareTest::tellsWhatABrowserTells_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<bool>("areEqual");
    const auto row = [](const char* name, const char* left, const char* right, bool areEqual) {
        QTest::newRow(name) << QByteArray(left) << QByteArray(right) << areEqual;
    };
    row("order of attributes", "<a href='x' id=y>z</a>", "<a id=\"y\" href=\"x\">z</a>", true);
    row("value of an attribute", "<a href='x'>z</a>", "<a href='y'>z</a>", false);
    row("order of classes", "<p class='a  b'>z</p>", "<p class='a b'>z</p>", true);
    row("comments", "<p>a<!-- x -->b</p>", "<p>ab</p>", true);
    row("references", "<p>&amp;&nbsp;&#8212;</p>", "<p>&\u00a0\u2014</p>", true);
    row("implied end tags", "<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>", true);
    row("space at the edges of blocks", "<div>\n<p> a </p>\n\n</div>", "<div><p>a</p></div>", true);
    row("space inside a line", "<p>a <b> b</b></p>", "<p>a <b>b</b></p>", true);
    row("a missing blank", "<p>a <b>b</b></p>", "<p>a<b>b</b></p>", false);
    row("a blank beside an image", "<p><img> <img></p>", "<p><img><img></p>", false);
    row("space around a line break", "<p>a <br> b</p>", "<p>a<br>b</p>", true);
    row("line ends in code", "<pre>a\nb</pre>", "<pre>a b</pre>", false);
    row("line end behind code", "<pre><code>a\n</code></pre>", "<pre><code>a</code></pre>", true);
    row("tokens of code", "<pre class='highlight'><code><span class='k'>a</span> b</code></pre>",
        "<pre class='highlight'><code>a b</code></pre>", true);
    row("text", "<p>a</p>", "<p>b</p>", false);
    row("element", "<p><em>a</em></p>", "<p><i>a</i></p>", false);
    row("nesting", "<p><em><b>a</b></em></p>", "<p><b><em>a</em></b></p>", false);
    row("more at the end", "<p>a</p><p>b</p>", "<p>a</p>", false);
}

void DomCompareTest::tellsWhatABrowserTells()
{
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    QFETCH(bool, areEqual);
    const test::DomComparison result = test::compareHtml(left, right);
    QVERIFY2(result.isEqual == areEqual, qPrintable(result.report));
    QCOMPARE(result.report.isEmpty(), areEqual);
    QCOMPARE(test::compareHtml(right, left).isEqual, areEqual);
}

void DomCompareTest::namesThePlaceOfADifference()
{
    const QString report
        = test::compareHtml("<ul><li>a</li><li>b</li></ul>", "<ul><li>a</li><li>c</li></ul>").report;
    QVERIFY2(report.contains(u"in <ul> <li>") && report.contains(u"\"b\"") && report.contains(u"\"c\""),
        qPrintable(report));
}

void DomCompareTest::wholePagesKeepTheirHead()
{
    const QByteArray page = "<!doctype html><html><head><title>A</title></head><body>x</body></html>";
    QVERIFY(
        test::domDifference(page, "<html><head><title>A</title></head><body>\nx\n</body></html>").isEmpty());
    QVERIFY(!test::domDifference(page, "<html><head><title>B</title></head><body>x</body></html>").isEmpty());
}

LECTERN_GUILESS_MAIN(DomCompareTest)
#include "tst_domcompare.moc"
