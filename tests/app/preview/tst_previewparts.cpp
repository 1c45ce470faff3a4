// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/async/latestjob.h"
#include "app/preview/clickplace.h"
#include "app/preview/pagepatch.h"
#include "app/preview/previewdocument.h"
#include "app/preview/previewscheme.h"
#include "app/preview/siteexport.h"
#include "app/settings/settingsstore.h"
#include "tests/support/suite.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>

#include <semaphore>

using namespace lectern;
using namespace lectern::app;

namespace {

render::RenderedPage pageOf(const QList<QByteArray>& texts)
{
    render::RenderedPage page;
    page.url = QStringLiteral("/");
    page.before = "<!DOCTYPE html><html><head></head><body>";
    page.after = "</body></html>";
    qsizetype at = 100;
    for (const QByteArray& text : texts) {
        const QByteArray range = QByteArray::number(at) + '-' + QByteArray::number(at + text.size());
        page.blocks.push_back({ "<p data-lectern=\"a.md:" + range + "\">" + text + "</p>",
            QStringLiteral("a.md"), at, at + text.size() });
        at += text.size() + 2;
    }
    return page;
}

} // namespace

class TestPreviewParts : public lectern::test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void onlyPathsInsideTheSiteAreServed_data();
    void onlyPathsInsideTheSiteAreServed();
    void policyComesBeforeAnythingThatLoads_data();
    void policyComesBeforeAnythingThatLoads();
    void editShiftsLaterBlocksWithoutChangingThem();
    void patchNamesChangedNewAndGoneBlocks();
    void longListIsPatchedItemByItem();
    void pageThatLosesItsBlocksCollapses();
    void pageLargerThanTheEngineCanShowIsCut_data();
    void pageLargerThanTheEngineCanShowIsCut();
    void policyNamesOnlyHosts();
    void trustIsKeptBySite();
    void marksThatAreNoneAreRefused();
    void clickFindsTheByte_data();
    void clickFindsTheByte();
    void addressesAreReplacedWhereBrowsersFollowThem();
    void onlyTheNewestJobIsDelivered();
    void nothingArrivesAfterDestruction();
};

void TestPreviewParts::onlyPathsInsideTheSiteAreServed_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("path");
    const auto row = [](const char* url, const char* path) {
        QTest::newRow(url) << QString::fromLatin1(url) << QString::fromUtf8(path);
    };
    row("lectern://site/", "/");
    row("lectern://site/a%20b.png?v=1#x", "/a b.png");
    row("lectern://site/%E8%8E%AB.png", "/莫.png");
    row("lectern://site/a/..%2f..%2fetc/passwd", "");
    row("lectern://site/%2e%2e/x", "");
    row("lectern://site/.git/config", "");
    row("lectern://site/a/.hidden", "");
    row("lectern://site/a%00b", "");
    row("lectern://site/a%5c..%5cb", "");
    row("lectern://site/%252e%252e/x", "/%2e%2e/x");
    row("lectern://other/x", "");
    row("lectern://site:80/x", "");
    row("file:///etc/passwd", "");
}

void TestPreviewParts::onlyPathsInsideTheSiteAreServed()
{
    QFETCH(QString, url);
    QFETCH(QString, path);
    QCOMPARE(requestedPath(QUrl(url)), path);
}

void TestPreviewParts::pageLargerThanTheEngineCanShowIsCut_data()
{
    using Fit = PreviewDocument::Fit;
    QTest::addColumn<int>("blocks");
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<qsizetype>("around");
    QTest::addColumn<int>("fit");
    QTest::addColumn<int>("shown");
    const qsizetype most = mostHtml;
    QTest::newRow("as large as may be") << 4 << most / 4 - 32 << qsizetype(0) << int(Fit::Whole) << 4;
    QTest::newRow("one block too many") << 5 << most / 4 - 32 << qsizetype(0) << int(Fit::Beginning) << 4;
    QTest::newRow("a layout takes its share")
        << 4 << most / 4 - 32 << qsizetype(200) << int(Fit::Beginning) << 3;
    QTest::newRow("one block that is too large") << 1 << most + 1 << qsizetype(0) << int(Fit::Nothing) << 0;
    QTest::newRow("a layout that is too large") << 1 << qsizetype(10) << most << int(Fit::Nothing) << 0;
    QTest::newRow("a page without blocks") << 0 << qsizetype(0) << most + 1 << int(Fit::Nothing) << 0;
}

void TestPreviewParts::pageLargerThanTheEngineCanShowIsCut()
{
    QFETCH(int, blocks);
    QFETCH(qsizetype, size);
    QFETCH(qsizetype, around);
    QFETCH(int, shown);
    render::RenderedPage page;
    page.before = QByteArray(around, 'b');
    for (int i = 0; i < blocks; ++i)
        page.blocks.push_back({ QByteArray(size, 'x'), {}, 0, 0 });
    page.html = page.before + QByteArray(blocks * size, 'x');
    const PreviewDocument document = previewDocument(page);
    QTEST(int(document.fit), "fit");
    QCOMPARE(int(document.blocks.size()), shown);
    QCOMPARE(document.wholeSize, around + blocks * size);
    QVERIFY(document.html().size() < mostHtml + 4096);
    // A list is cut between its items, and ends as it did.
    QByteArray list = "<ul data-lectern=\"p.md:0-9999\">";
    for (int i = 0; i < 100; ++i)
        list += "<li data-lectern=\"p.md:" + QByteArray::number(i * 10) + '-' + QByteArray::number(i * 10 + 9)
            + "\">" + QByteArray(mostHtml / 50, 'x') + "</li>";
    page.blocks = { { list + "</ul>", QStringLiteral("p.md"), 0, 9999 } };
    page.before.clear();
    const PreviewDocument cut = previewDocument(page);
    QCOMPARE(cut.fit, PreviewDocument::Fit::Beginning);
    QCOMPARE(int(cut.blocks.size()), 1);
    QCOMPARE(int(cut.blocks[0].items.size()), 49);
    QVERIFY(cut.html().endsWith("</ul><!--lectern:end-->"));
}

void TestPreviewParts::policyComesBeforeAnythingThatLoads_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QByteArray>("before");
    QTest::newRow("doctype") << QByteArray("<!DOCTYPE html><html>") << QByteArray("<!DOCTYPE html>");
    QTest::newRow("comment first") << QByteArray("<!-- a > b --> <!doctype html><html>")
                                   << QByteArray("<!-- a > b --> <!doctype html>");
    QTest::newRow("no doctype") << QByteArray("<!-- x --><img src=a>") << QByteArray();
    QTest::newRow("head in a comment")
        << QByteArray("<!doctype html><!-- <head> --><head>") << QByteArray("<!doctype html>");
    QTest::newRow("comment that ends at once")
        << QByteArray("<!--><img src=a>--><!doctype html>") << QByteArray();
    QTest::newRow("comment that never ends") << QByteArray("<!-- <!doctype html>") << QByteArray();
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void TestPreviewParts::policyComesBeforeAnythingThatLoads()
{
    QFETCH(QByteArray, html);
    QFETCH(QByteArray, before);
    render::RenderedPage page;
    page.html = html;
    const QByteArray served = previewDocument(page).html();
    QVERIFY(served.startsWith(before + "<meta http-equiv=\"Content-Security-Policy\""));
    QVERIFY(served.endsWith(html.mid(before.size())));
}

void TestPreviewParts::editShiftsLaterBlocksWithoutChangingThem()
{
    const PreviewDocument shown = previewDocument(pageOf({ "one", "two", "three" }));
    PreviewDocument next = previewDocument(pageOf({ "one", "two and more", "three" }));
    const PagePatch patch = pagePatch(shown, next);
    QCOMPARE(patch.kind, PagePatch::Kind::Blocks);
    const QJsonObject message = QJsonDocument::fromJson(patch.message).object();
    QCOMPARE(message[QLatin1StringView("blocks")].toArray().size(), 1);
    QCOMPARE(next.blocks[2].html, shown.blocks[2].html);
    QCOMPARE(next.blocks[2].id, shown.blocks[2].id);
    const auto place = markedPlace(next, next.blocks[2].id, QStringLiteral("+0-5"));
    QVERIFY(place);
    QCOMPARE(place->range, next.blocks[2].range);
}

void TestPreviewParts::patchNamesChangedNewAndGoneBlocks()
{
    const PreviewDocument shown = previewDocument(pageOf({ "a", "b", "c", "d" }));
    PreviewDocument next = previewDocument(pageOf({ "a", "c", "d" }));
    const QJsonObject removal = QJsonDocument::fromJson(pagePatch(shown, next).message).object();
    QCOMPARE(removal[QLatin1StringView("gone")].toArray(), QJsonArray { 2 });
    QVERIFY(removal[QLatin1StringView("blocks")].toArray().isEmpty());
    QCOMPARE(removal[QLatin1StringView("next")].toInt(), 3);
    PreviewDocument longer = previewDocument(pageOf({ "a", "c", "d", "e" }));
    const QJsonObject addition = QJsonDocument::fromJson(pagePatch(next, longer).message).object();
    QCOMPARE(addition[QLatin1StringView("next")].toInt(), 0);
    QCOMPARE(longer.blocks[3].id, 5);
    PreviewDocument same = previewDocument(pageOf({ "a", "c", "d", "e" }));
    QCOMPARE(pagePatch(longer, same).kind, PagePatch::Kind::Nothing);
}

void TestPreviewParts::longListIsPatchedItemByItem()
{
    const auto listPage = [](const QByteArrayList& items) {
        render::RenderedPage page;
        page.url = QStringLiteral("/");
        page.before = "<body>";
        page.after = "</body>";
        qsizetype at = 10;
        QByteArray html = "<ul data-lectern=\"a.md:10-LAST\">\n";
        for (const QByteArray& item : items) {
            html += "  <li data-lectern=\"a.md:" + QByteArray::number(at) + '-'
                + QByteArray::number(at + item.size()) + "\">" + item + "<ul><li>inner</li></ul></li>\n";
            at += item.size();
        }
        html.replace("LAST", QByteArray::number(at));
        page.blocks.push_back({ html + "</ul>\n", QStringLiteral("a.md"), 10, at });
        return page;
    };
    QByteArrayList items;
    for (int i = 0; i < 300; ++i)
        items.append("item number " + QByteArray::number(i));
    const PreviewDocument shown = previewDocument(listPage(items));
    QCOMPARE(shown.blocks.size(), size_t(1));
    QCOMPARE(shown.blocks[0].items.size(), size_t(300));
    // The list's own range grows with the edit, so its start tag is another one; that alone is no reason to
    // send all.
    items[7] += "!";
    PreviewDocument next = previewDocument(listPage(items));
    const PagePatch patch = pagePatch(shown, next);
    QCOMPARE(patch.kind, PagePatch::Kind::Blocks);
    QVERIFY2(patch.message.size() < 500, patch.message.left(300));
    QVERIFY(patch.message.contains("item number 7!"));
    const auto place = markedPlace(next, next.blocks[0].items[8].id, QStringLiteral("+0-4"));
    QVERIFY(place);
    QCOMPARE(place->range.from, next.blocks[0].items[8].range.from);
    // An item that is gone and a new one.
    items.removeAt(3);
    items.append("the last");
    PreviewDocument third = previewDocument(listPage(items));
    const QByteArray message = pagePatch(next, third).message;
    QVERIFY(message.contains("the last") && message.size() < 100'000);
    QSet<int> ids { third.blocks[0].id };
    for (const PreviewBlock& item : third.blocks[0].items) {
        QVERIFY(item.id > 0 && !ids.contains(item.id));
        ids.insert(item.id);
    }
}

void TestPreviewParts::pageThatLosesItsBlocksCollapses()
{
    QVERIFY(isCollapse(20, 5, -1));
    QVERIFY(!isCollapse(20, 19, -1));
    QVERIFY(!isCollapse(20, 5, 500));
    QVERIFY(!isCollapse(3, 1, 0));
}

void TestPreviewParts::policyNamesOnlyHosts()
{
    render::RenderedPage page;
    page.html = "<p>x</p>";
    const QByteArray html = previewDocument(page).html(
        { true, { QStringLiteral("example.org"), QStringLiteral("a; script-src *") } });
    QVERIFY(html.contains("img-src lectern: data: http://example.org:* https://example.org:*;"));
    QVERIFY(!html.contains("script-src *"));
    QVERIFY(!previewDocument(page).html().contains("script-src"));
}

void TestPreviewParts::trustIsKeptBySite()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("settings.ini"));
    const SiteTrust trust { true, { QStringLiteral("example.org") } };
    SettingsStore(file).setSiteTrust(QStringLiteral("/home/a/site"), trust);
    SettingsStore again(file);
    QCOMPARE(again.siteTrust(QStringLiteral("/home/a/site")), trust);
    QCOMPARE(again.siteTrust(QStringLiteral("/home/a/site2")), SiteTrust());
    again.setSiteTrust(QStringLiteral("/home/a/site"), {});
    QCOMPARE(again.siteTrust(QStringLiteral("/home/a/site")), SiteTrust());
}

void TestPreviewParts::marksThatAreNoneAreRefused()
{
    const PreviewDocument document = previewDocument(pageOf({ "one" }));
    for (const char* mark :
        { "", "x", "a.md", "a.md:", "a.md:1", "a.md:5-2", "a.md:-1-2", ":1-2", "+1", "+a-b" })
        QVERIFY2(!markedPlace(document, 1, QString::fromLatin1(mark)), mark);
    QVERIFY(!markedPlace(document, 99, QStringLiteral("+0-1")));
    QCOMPARE(*markedPlace(document, 0, QStringLiteral("b:c.md:1-2")),
        (MarkedPlace { QStringLiteral("b:c.md"), { 1, 2 } }));
}

void TestPreviewParts::clickFindsTheByte_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("behind"); ///< what stands behind the byte
    const auto row = [](const char* name, const char* source, const char* text, int at, const char* behind) {
        QTest::newRow(name) << QString::fromUtf8(source) << QString::fromUtf8(text) << at
                            << QString::fromUtf8(behind);
    };
    row("same text", "- **SC 2025**, a note", "SC 2025", 3, "2025**, a note");
    row("typography", "He said \"yes\" to it -- all", "He said “yes” to it – all", 14, "to it -- all");
    row("emoji and Chinese", "🔥 莫梓钊 wrote", "🔥 莫梓钊 wrote", 4, "梓钊 wrote");
    row("twice", "one two one two", "one two one two", 12, "two");
    row("nothing alike", "{{ page.title }}", "Home", 2, "{{ page.title }}");
    row("no text", "abc", "", 0, "abc");
}

void TestPreviewParts::clickFindsTheByte()
{
    QFETCH(QString, source);
    QFETCH(QString, text);
    QFETCH(int, at);
    QFETCH(QString, behind);
    const QByteArray bytes = "head\n" + source.toUtf8();
    const qsizetype found = clickedByte(bytes, { 5, bytes.size() }, text, at);
    QCOMPARE(QString::fromUtf8(bytes.mid(found)), behind);
}

void TestPreviewParts::addressesAreReplacedWhereBrowsersFollowThem()
{
    const auto mark = [](const QString& address) { return QString(u'[' + address + u']'); };
    QCOMPARE(withAddresses(
                 "<a href=\"/x\" data-src='/y'><img srcset='a 1x, b 2x'> url('c') url(d) @import \"e\"; href",
                 mark),
        QByteArray("<a href=\"[/x]\" data-src='/y'><img srcset='[a] 1x, [b] 2x'> url('[c]') url([d]) @import "
                   "\"[e]\"; href"));
}

void TestPreviewParts::onlyTheNewestJobIsDelivered()
{
    Worker worker(QStringLiteral("test"));
    QList<int> delivered;
    LatestJob<int> job(worker, [&delivered](int value) { delivered.append(value); });
    std::binary_semaphore go(0);
    job.start([&go](std::stop_token) {
        go.acquire();
        return 1;
    });
    for (int value = 2; value <= 20; ++value)
        job.start([value](std::stop_token) { return value; });
    QVERIFY(job.isRunning());
    go.release();
    QTRY_VERIFY(!job.isRunning());
    QCOMPARE(delivered, QList<int> { 20 });
}

void TestPreviewParts::nothingArrivesAfterDestruction()
{
    bool delivered = false;
    {
        Worker worker(QStringLiteral("test"));
        LatestJob<int> job(worker, [&delivered](int) { delivered = true; });
        job.start([](std::stop_token) { return 1; });
    }
    QCoreApplication::processEvents();
    QVERIFY(!delivered);
}

LECTERN_GUILESS_MAIN(TestPreviewParts)

#include "tst_previewparts.moc"
