// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/previewpane.h"
#include "app/preview/previewscheme.h"
#include "app/workspace/workspace.h"
#include "tests/app/preview/plainsource.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QWebEnginePage>
#include <QWebEngineScript>
#include <QWebEngineView>

#include <csignal>
#include <unistd.h>

using namespace lectern;
using namespace lectern::app;

namespace {

const QString pagePath = QStringLiteral("_pages/about.md");

QByteArray filler(const char* name, int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += QByteArray(name) + ' ' + QByteArray::number(i) + "\n\n";
    return text;
}

void write(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

} // namespace

/// Stands in for the user's browser.
class DesktopOpener : public QObject {
    Q_OBJECT
public:
    QUrl opened;
public Q_SLOTS:
    void open(const QUrl& url) { opened = url; }
};

class TestPreviewPane : public lectern::test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void keystrokeChangesTheTextAndKeepsTheRest();
    void blocksThatMoveKeepTheirElements();
    void layoutChangesAreMergedIn();
    void shownMeansPainted();
    void revealOutlinesTheElementAndScrollsOnlyWhenHidden();
    void whatTheBeginningShowsIsSeenThere();
    void whoHasJustComeSeesTheBeginning();
    void outlineFollowsAnEditInTheForms();
    void clickNamesTheByteAlsoBehindAnEdit();
    void linksAskAndInternalPagesShow();
    void linkToAPageThatCannotBeOpenedIsTold();
    void pageScriptsDoNotRun();
    void remoteRequestsAreBlockedAndCounted();
    void nothingOutsideTheSiteIsServed();
    void rendererKilledOnceRecoversTwiceSaysSo();
    void halfTypedTagKeepsTheLastGoodPageForAMoment();
    void pageThatCannotBeRenderedStaysDimmed();
    void unclosedHtmlInABlockStillEndsAsThePageIs();
    void deviceWidthsDoNotDependOnTheZoom();
    void browserCopyLiesOutsideTheSite();
    void closesWhileThePageAsksForMore();

private:
    void open(const QByteArray& body);
    void type(const QByteArray& before, const QByteArray& inserted, EditSource source = EditSource::Source);
    QVariant js(const QString& script);
    QString text(const QString& selector)
    {
        return js(QStringLiteral("(document.querySelector('%1')||{}).textContent").arg(selector)).toString();
    }
    QWebEnginePage* page() { return static_cast<QWebEngineView*>(m_pane->webView())->page(); }
    qsizetype offsetOf(const QByteArray& needle)
    {
        return m_workspace->file(pagePath)->bytes().indexOf(needle);
    }
    void clickOn(const QString& selector);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<PreviewPane> m_pane;
};

void TestPreviewPane::init()
{
    // The offscreen platform says what it cannot do; every other warning is a failure.
    QTest::failOnWarning(QRegularExpression(QStringLiteral(
        "^(?!This plugin does not support|WebEngineContext used before|No suitable graphics).*")));
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestPreviewPane::cleanup()
{
    m_pane.reset();
    m_workspace.reset();
    m_folder.reset();
}

void TestPreviewPane::open(const QByteArray& body)
{
    const QString root = m_folder->filePath(QStringLiteral("site"));
    write(root + QStringLiteral("/_config.yml"), "title: Test\n");
    write(root + QStringLiteral("/assets/main.css"),
        "body { background: rgb(10, 200, 30); margin: 20px } p { margin: 40px 0 }\n");
    write(root + QStringLiteral("/assets/good.svg"),
        "<svg xmlns='http://www.w3.org/2000/svg' width='7' height='7'><rect width='7' height='7'/></svg>");
    write(root + QStringLiteral("/.git/secret.svg"),
        lectern::test::bytesOf(root + QStringLiteral("/assets/good.svg")));
    write(m_folder->filePath(QStringLiteral("outside.svg")),
        lectern::test::bytesOf(root + QStringLiteral("/assets/good.svg")));
    QFile::link(m_folder->filePath(QStringLiteral("outside.svg")), root + QStringLiteral("/assets/link.svg"));
    write(root + QStringLiteral("/_pages/cv.md"), "---\npermalink: /cv/\ntitle: CV\n---\nCurriculum\n");
    write(root + u'/' + pagePath, "---\npermalink: /\ntitle: Home\n---\n" + body);
    m_workspace = std::make_unique<Workspace>();
    QVERIFY(m_workspace->open(root));
    QVERIFY(m_workspace->setCurrentPage(pagePath));
    PreviewOptions options;
    options.makeSource = lectern::test::plainSource();
    options.zoom = 1;
    m_pane = std::make_unique<PreviewPane>(*m_workspace, options);
    m_pane->resize(1100, 700);
    QSignalSpy shown(m_pane.get(), &PreviewPane::shown);
    m_pane->show();
    QTRY_VERIFY(shown.count() > 0);
}

void TestPreviewPane::type(const QByteArray& before, const QByteArray& inserted, EditSource source)
{
    QSignalSpy updated(m_pane.get(), &PreviewPane::updated);
    m_workspace->pushPage({ { offsetOf(before), {}, inserted } }, QStringLiteral("type"), source);
    QTRY_VERIFY(updated.count() > 0);
}

QVariant TestPreviewPane::js(const QString& script)
{
    auto result = std::make_shared<std::optional<QVariant>>();
    page()->runJavaScript(
        script, QWebEngineScript::ApplicationWorld, [result](const QVariant& value) { *result = value; });
    [&] { QTRY_VERIFY(result->has_value()); }();
    return result->value_or(QVariant());
}

void TestPreviewPane::clickOn(const QString& selector)
{
    const QVariantList at
        = js(QStringLiteral("(function () { var r = document.createRange(); "
                            "r.selectNodeContents(document.querySelector('%1')); "
                            "var b = r.getClientRects()[0]; return [b.left + 2, b.top + b.height / 2]; })()")
                 .arg(selector))
              .toList();
    QCOMPARE(at.size(), 2);
    QWidget* target = m_pane->webView()->focusProxy();
    QVERIFY(target);
    QTest::mouseClick(target, Qt::LeftButton, {}, QPoint(at[0].toInt(), at[1].toInt()));
}

void TestPreviewPane::keystrokeChangesTheTextAndKeepsTheRest()
{
    open("<details><summary>More</summary>Hidden</details>\n\n" + filler("Before", 20) + "Target text\n\n"
        + filler("After", 20));
    js(QStringLiteral(
        "document.querySelector('details').open = true; window.scrollTo(0, 300);"
        "Array.from(document.querySelectorAll('p')).forEach(function (p, i) { p.expando = i; }); 0"));
    QTRY_COMPARE(js(QStringLiteral("window.scrollY")).toInt(), 300);
    type("Target text", "X");
    QCOMPARE(js(QStringLiteral("Array.from(document.querySelectorAll('p')).filter("
                               "function (p) { return p.textContent === 'XTarget text'; }).length"))
                 .toInt(),
        1);
    QCOMPARE(js(QStringLiteral("window.scrollY")).toInt(), 300);
    QCOMPARE(js(QStringLiteral("document.querySelector('details').open")).toBool(), true);
    QCOMPARE(js(QStringLiteral("Array.from(document.querySelectorAll('p')).every("
                               "function (p, i) { return p.expando === i; })"))
                 .toBool(),
        true);
}

void TestPreviewPane::blocksThatMoveKeepTheirElements()
{
    open("One\n\nTwo\n\nThree\n\nFour\n");
    js(QStringLiteral("Array.from(document.querySelectorAll('p')).forEach("
                      "function (p) { p.expando = p.textContent; }); 0"));
    const qsizetype at = offsetOf("One");
    QSignalSpy updated(m_pane.get(), &PreviewPane::updated);
    m_workspace->pushPage({ { at, "One\n\nTwo\n\nThree\n\nFour\n", "New\n\nThree\n\nOne\n\nFour\n" } },
        QStringLiteral("move"), EditSource::Source);
    QTRY_VERIFY(updated.count() > 0);
    QCOMPARE(js(QStringLiteral("Array.from(document.querySelectorAll('main p')).map("
                               "function (p) { return p.textContent + '/' + p.expando; }).join()"))
                 .toString(),
        QStringLiteral("New/Two,Three/Three,One/One,Four/Four"));
}

void TestPreviewPane::layoutChangesAreMergedIn()
{
    open(filler("Line", 30));
    js(QStringLiteral(
        "window.scrollTo(0, 200); document.querySelector('p').expando = 1; window.kept = 1; 0"));
    type("Home", "New ");
    QCOMPARE(text(QStringLiteral("h1")), QStringLiteral("New Home"));
    QCOMPARE(js(QStringLiteral("document.title")).toString(), QStringLiteral("New Home"));
    QCOMPARE(js(QStringLiteral("document.querySelector('p').expando")).toInt(), 1);
    QCOMPARE(js(QStringLiteral("window.kept")).toInt(), 1);
    QCOMPARE(js(QStringLiteral("window.scrollY")).toInt(), 200);
    type("Line 3", "again ");
    QCOMPARE(js(QStringLiteral("document.querySelectorAll('p')[3].textContent")).toString(),
        QStringLiteral("again Line 3"));
}

void TestPreviewPane::shownMeansPainted()
{
    open("Text\n");
    const QColor colour = m_pane->grab().toImage().pixelColor(600, 400);
    QCOMPARE(colour, QColor(10, 200, 30));
    QCOMPARE(page()->backgroundColor(), QColor(10, 200, 30));
}

void TestPreviewPane::revealOutlinesTheElementAndScrollsOnlyWhenHidden()
{
    open("First\n\n- item a\n- item b\n\n" + filler("Line", 40) + "Far away\n");
    const auto outlined = [this] {
        return js(
            QStringLiteral(
                "lectern.outlined().length + ':' + "
                "(document.querySelector('[data-lectern=\"' + lectern.outlined()[0] + '\"]') || {}).tagName"))
            .toString();
    };
    const qsizetype item = offsetOf("- item b");
    m_pane->reveal(pagePath, { item, item + 9 });
    QTRY_COMPARE(outlined(), QStringLiteral("1:LI"));
    QCOMPARE(js(QStringLiteral("window.scrollY")).toInt(), 0);
    const qsizetype far = offsetOf("Far away");
    m_pane->reveal(pagePath, { far, far + 8 });
    QTRY_VERIFY(js(QStringLiteral("window.scrollY")).toInt() > 500);
    m_pane->clearReveal();
    QTRY_COMPARE(js(QStringLiteral("lectern.outlined().length")).toInt(), 0);
}

void TestPreviewPane::whatTheBeginningShowsIsSeenThere()
{
    open("<div style='height:200px'>picture</div>\n\nHello, I am here.\n\n" + filler("Line", 60));
    const auto scrolled = [this] { return js(QStringLiteral("window.scrollY")).toInt(); };
    js(QStringLiteral("lectern.scrollTo(0, 900)"));
    QTRY_COMPARE(scrolled(), 900);
    const qsizetype hello = offsetOf("Hello");
    m_pane->reveal(pagePath, { hello, hello + 17 });
    QTRY_COMPARE(scrolled(), 0);
    // Also a text longer than the window, where its first lines are in sight.
    js(QStringLiteral("lectern.scrollTo(0, 2400)"));
    QTRY_COMPARE(scrolled(), 2400);
    m_pane->reveal(pagePath, { hello, offsetOf("Line 20") });
    QTRY_COMPARE(scrolled(), 0);
}

void TestPreviewPane::whoHasJustComeSeesTheBeginning()
{
    // More than half a window, and its end below that.
    open(
        "<div style='height:40vh'><style>p:first-of-type { height: 65vh; margin: 0 }</style>picture</div>\n\n"
        "Hello, I am here.\n\n"
        + filler("Line", 60));
    const auto scrolled = [this] { return js(QStringLiteral("window.scrollY")).toInt(); };
    const auto reveal = [&](const QByteArray& words) {
        QSignalSpy revealed(m_pane.get(), &PreviewPane::revealed);
        m_pane->reveal(pagePath, { offsetOf(words), offsetOf(words) + words.size() });
        QTRY_VERIFY(revealed.count() > 0);
    };
    reveal("Hello, I am");
    QCOMPARE(scrolled(), 0);
    // Whoever comes from elsewhere on the page gets the whole of it.
    reveal("Line 50");
    QVERIFY(scrolled() > 1000);
    reveal("Hello, I am");
    QVERIFY(scrolled() > 0);
    const QString inSight
        = QStringLiteral("(function () { const box = document.querySelector('p').getBoundingClientRect();"
                         " return box.top >= 0 && box.bottom <= window.innerHeight; })()");
    QVERIFY(js(inSight).toBool());
}

void TestPreviewPane::outlineFollowsAnEditInTheForms()
{
    open(filler("Line", 60));
    type("Line 50", "new ", EditSource::Form);
    QTRY_VERIFY(js(QStringLiteral("window.scrollY")).toInt() > 500);
    QCOMPARE(js(QStringLiteral("lectern.outlined().length")).toInt(), 1);
}

void TestPreviewPane::clickNamesTheByteAlsoBehindAnEdit()
{
    open("First\n\n<p class='raw'>no mark</p>\n\n- item a\n- item b\n");
    QSignalSpy clicked(m_pane.get(), &PreviewPane::placeClicked);
    clickOn(QStringLiteral("li:nth-child(2)"));
    QTRY_COMPARE(clicked.count(), 1);
    QCOMPARE(clicked[0][0].toString(), pagePath);
    QCOMPARE(clicked[0][1].toLongLong(), offsetOf("item b"));
    type("First", "longer and longer: ");
    clickOn(QStringLiteral("li:nth-child(2)"));
    QTRY_COMPARE(clicked.count(), 2);
    QCOMPARE(clicked[1][1].toLongLong(), offsetOf("item b"));
    clickOn(QStringLiteral(".raw"));
    clickOn(QStringLiteral("p"));
    QTRY_COMPARE(clicked.count(), 3);
    QCOMPARE(clicked[2][1].toLongLong(), offsetOf("longer"));
}

void TestPreviewPane::linksAskAndInternalPagesShow()
{
    open("<p><a class='out' href='https://example.org/x'>out</a></p>\n\n<p><a class='in' "
         "href='/cv/'>in</a></p>\n");
    QSignalSpy links(m_pane.get(), &PreviewPane::linkActivated);
    clickOn(QStringLiteral(".out"));
    QTRY_COMPARE(links.count(), 1);
    QCOMPARE(links[0][0].toUrl(), QUrl(QStringLiteral("https://example.org/x")));
    QCOMPARE(text(QStringLiteral("h1")), QStringLiteral("Home"));
    clickOn(QStringLiteral(".in"));
    QTRY_COMPARE(m_workspace->currentPage(), QStringLiteral("_pages/cv.md"));
    QTRY_COMPARE(text(QStringLiteral("h1")), QStringLiteral("CV"));
}

void TestPreviewPane::linkToAPageThatCannotBeOpenedIsTold()
{
    open("<p><a class='in' href='/cv/'>in</a></p>\n");
    write(m_folder->filePath(QStringLiteral("site/_pages/cv.md")),
        QByteArray("\xff\xfe"
                   "C\0V\0\n\0",
            8)); // UTF-16
    QSignalSpy failed(m_pane.get(), &PreviewPane::failed);
    clickOn(QStringLiteral(".in"));
    QTRY_COMPARE(failed.count(), 1);
    const auto error = failed[0][0].value<Error>();
    QCOMPARE(error.code, ErrorCode::NotText);
    QVERIFY(error.path.endsWith(QStringLiteral("_pages/cv.md")));
    QCOMPARE(m_workspace->currentPage(), pagePath);
    QCOMPARE(text(QStringLiteral("h1")), QStringLiteral("Home"));
}

void TestPreviewPane::pageScriptsDoNotRun()
{
    open("<script>document.documentElement.setAttribute('hacked', 1)</script>\n\n"
         "<img src='/nothing.png' onerror=\"document.documentElement.setAttribute('hacked', 2)\">\n\n"
         "<p onclick=\"document.documentElement.setAttribute('hacked', 3)\">click</p>\n");
    clickOn(QStringLiteral("p"));
    QCOMPARE(js(QStringLiteral("document.documentElement.hasAttribute('hacked')")).toBool(), false);
    // Neither do those that a patch brings.
    type("<p onclick",
        "<img src='/n.png' onerror=\"document.documentElement.setAttribute('hacked', 4)\">\n\n");
    QCOMPARE(js(QStringLiteral("document.querySelectorAll('img').length")).toInt(), 2);
    QCOMPARE(js(QStringLiteral("document.documentElement.hasAttribute('hacked')")).toBool(), false);
}

void TestPreviewPane::remoteRequestsAreBlockedAndCounted()
{
    open("<img src='https://example.org/a.png'>\n\n<img src='http://example.org/b.png'>\n\n"
         "<iframe src='https://example.org/frame'></iframe>\n\n<img src='/assets/good.svg'>\n");
    QTRY_COMPARE(m_pane->state().blocked, 3);
    QCOMPARE(
        js(QStringLiteral("Array.from(document.images).map(function (i) { return i.naturalWidth; }).join()"))
            .toString(),
        QStringLiteral("0,0,7"));
}

void TestPreviewPane::nothingOutsideTheSiteIsServed()
{
    open("<img src='/assets/good.svg'>\n\n<img src='/assets/..%2f..%2foutside.svg'>\n\n"
         "<img src='/%2e%2e/outside.svg'>\n\n<img src='/.git/secret.svg'>\n\n<img src='/assets/link.svg'>\n\n"
         "<img src='lectern://other/assets/good.svg'>\n\n<img src='file://"
        + m_folder->path().toUtf8() + "/outside.svg'>\n\n<img src='//site/assets/good.svg'>\n");
    QCOMPARE(
        js(QStringLiteral("Array.from(document.images).map(function (i) { return i.naturalWidth; }).join()"))
            .toString(),
        QStringLiteral("7,0,0,0,0,0,0,7"));
}

void TestPreviewPane::rendererKilledOnceRecoversTwiceSaysSo()
{
    open("Before the crash\n");
    const qint64 first = page()->renderProcessPid();
    QVERIFY(first > 0);
    QSignalSpy painted(m_pane.get(), &PreviewPane::shown);
    QCOMPARE(kill(pid_t(first), SIGKILL), 0);
    QTRY_VERIFY(painted.count() > 0);
    QCOMPARE(text(QStringLiteral("main p")), QStringLiteral("Before the crash"));
    QCOMPARE(m_pane->state().kind, PreviewState::Kind::UpToDate);
    QCOMPARE(kill(pid_t(page()->renderProcessPid()), SIGKILL), 0);
    QTRY_COMPARE(m_pane->state().kind, PreviewState::Kind::Unavailable);
    QSignalSpy again(m_pane.get(), &PreviewPane::shown);
    m_pane->reload();
    QTRY_VERIFY(again.count() > 0);
    QCOMPARE(text(QStringLiteral("main p")), QStringLiteral("Before the crash"));
    QCOMPARE(m_pane->state().kind, PreviewState::Kind::UpToDate);
}

void TestPreviewPane::halfTypedTagKeepsTheLastGoodPageForAMoment()
{
    open("Start\n\n" + filler("Line", 12));
    QSignalSpy states(m_pane.get(), &PreviewPane::stateChanged);
    m_workspace->pushPage(
        { { offsetOf("Line 1"), {}, "{{swallow}}" } }, QStringLiteral("type"), EditSource::Source);
    QTRY_COMPARE(m_pane->state().kind, PreviewState::Kind::Stale);
    QCOMPARE(js(QStringLiteral("document.querySelectorAll('main p').length")).toInt(), 13);
    QTRY_COMPARE(m_pane->state().kind, PreviewState::Kind::UpToDate);
    QTRY_COMPARE(js(QStringLiteral("document.querySelectorAll('main p').length")).toInt(), 3);
}

void TestPreviewPane::pageThatCannotBeRenderedStaysDimmed()
{
    open("Start\n\n" + filler("Line", 12));
    const QColor clear = m_pane->grab().toImage().pixelColor(600, 400);
    const qsizetype at = offsetOf("Line 1");
    m_workspace->pushPage({ { at, {}, "{{fail}}" } }, QStringLiteral("type"), EditSource::Source);
    QTRY_COMPARE(m_pane->state().kind, PreviewState::Kind::Stale);
    QVERIFY(!m_pane->state().reason.isEmpty() && !m_pane->state().reason.contains(u'\n'));
    QCOMPARE(js(QStringLiteral("document.querySelectorAll('main p').length")).toInt(), 13);
    QTRY_VERIFY(m_pane->grab().toImage().pixelColor(600, 400) != clear);
    m_workspace->pushPage({ { at, "{{fail}}", {} } }, QStringLiteral("type"), EditSource::Source);
    QTRY_COMPARE(m_pane->state().kind, PreviewState::Kind::UpToDate);
    QTRY_COMPARE(m_pane->grab().toImage().pixelColor(600, 400), clear);
}

void TestPreviewPane::unclosedHtmlInABlockStillEndsAsThePageIs()
{
    open("One\n\n<div><b>open\n\nThree\n\n</div>\n\nFive\n");
    type("Three", "X");
    const auto same = [this] {
        return js(
            QStringLiteral("(function () { function plain(d) { return d.body.querySelector('main').innerHTML"
                           ".replace(/<!--.*?-->/g, ''); }"
                           "return plain(document); })()"))
            .toString();
    };
    const QString patched = same();
    QSignalSpy painted(m_pane.get(), &PreviewPane::shown);
    m_pane->reload();
    QTRY_VERIFY(painted.count() > 0);
    QCOMPARE(patched, same());
    QVERIFY(patched.contains(QStringLiteral("XThree")));
}

void TestPreviewPane::deviceWidthsDoNotDependOnTheZoom()
{
    open("Text\n");
    const auto width = [this] { return js(QStringLiteral("window.innerWidth")).toInt(); };
    m_pane->setDevice(PreviewDevice::Phone);
    for (const double zoom : { 1.0, 1.5, 0.5, 0.0 }) {
        m_pane->setZoom(zoom);
        QTRY_VERIFY(std::abs(width() - 390) <= 2);
    }
    m_pane->setDevice(PreviewDevice::Tablet);
    QTRY_VERIFY(std::abs(width() - 768) <= 2);
}

void TestPreviewPane::closesWhileThePageAsksForMore()
{
    for (int round = 0; round < 6; ++round) {
        open("Text\n");
        js(QStringLiteral("for (let i = 0; i < 200; ++i) new Image().src = '/assets/good.svg?' + i"));
        m_pane.reset();
    }
}

void TestPreviewPane::browserCopyLiesOutsideTheSite()
{
    open("<img src='/assets/good.svg'>\n\n<a href='/cv/'>cv</a>\n");
    DesktopOpener opener;
    QDesktopServices::setUrlHandler(QStringLiteral("file"), &opener, "open");
    m_pane->openInBrowser();
    QTRY_VERIFY(opener.opened.isValid());
    QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
    const QString file = opener.opened.toLocalFile();
    QVERIFY(!file.startsWith(m_workspace->root()));
    const QByteArray html = lectern::test::bytesOf(file);
    QVERIFY(html.contains("src='assets/good.svg'") && html.contains("href=\"assets/main.css\""));
    QVERIFY(!html.contains("data-lectern"));
    QVERIFY(QFile::exists(QFileInfo(file).path() + QStringLiteral("/assets/good.svg")));
}

int main(int argc, char** argv)
{
    if (geteuid() == 0)
        qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1");
    registerPreviewScheme();
    QApplication application(argc, argv);
    lectern::test::quietForeignCategories();
    TestPreviewPane test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_previewpane.moc"
