// SPDX-License-Identifier: GPL-3.0-or-later
// What a page of somebody else's can reach: nothing outside its site, unless the user allows it.
#include "app/preview/previewdocument.h"
#include "app/preview/previewpane.h"
#include "app/preview/trustmenu.h"
#include "tests/app/preview/canary.h"
#include "tests/app/preview/previewtest.h"
#include "tests/app/preview/unprotected.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTimer>
#include <QToolButton>
#include <QUndoStack>
#include <QWebEnginePage>
#include <QWebEngineProfile>
#include <QWebEngineScript>
#include <QWebEngineSettings>

#include <algorithm>
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace lectern;
using namespace lectern::app;
using lectern::test::Canary;

namespace {

const QString homePage = QStringLiteral("index.md");
const QByteArray picture
    = "<svg xmlns='http://www.w3.org/2000/svg' width='7' height='7'><rect width='7' height='7'/></svg>";

} // namespace

class HostilePageTest : public lectern::test::PreviewTest {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void case14_aHugePageShowsItsBeginning();
    void case19_canaryFiresUnderTheEnginesDefaults();
    void case19_safePageReachesNothing();
    void case19_trustedPageRunsScriptsAndReachesNothing();
    void case19_trustedPageReachesAllowedHostsOnly();
    void trustIsAskedForAndKeptBySite();
    void case20_endlessScriptIsEnded();
    void case20_memoryRunsOut();
    void sandboxIsOn();

private:
    void makeSite(const Canary& canary);
    QByteArray hostile(const Canary& canary) const;
    void expectNothingFromOutside();
    QString data(const char* name)
    {
        return js(QStringLiteral("document.documentElement.dataset.%1 || ''").arg(QLatin1StringView(name)))
            .toString();
    }

    std::unique_ptr<Canary> m_canary;
    std::unique_ptr<Canary> m_other;
};

void HostilePageTest::init()
{
    PreviewTest::init();
    m_canary = std::make_unique<Canary>(QHostAddress(QStringLiteral("127.0.0.1")));
    m_other = std::make_unique<Canary>(QHostAddress(QStringLiteral("127.0.0.2")));
    QVERIFY(m_canary->port() && m_other->port());
}

void HostilePageTest::cleanup()
{
    PreviewTest::cleanup();
    m_canary.reset();
    m_other.reset();
}

QByteArray HostilePageTest::hostile(const Canary& canary) const
{
    QByteArray html = lectern::test::bytesOf(
        lectern::test::sourcePath(QStringLiteral("tests/data/preview/hostile.html")));
    html.replace("HOST", canary.host().toLatin1() + ':' + QByteArray::number(canary.port()));
    html.replace("OUTSIDE", m_folder->filePath(QStringLiteral("outside.svg")).toUtf8());
    return html;
}

/// A site whose layout is the hostile page, with links out of the site and other things that are no files
/// (case 22).
void HostilePageTest::makeSite(const Canary& canary)
{
    write(m_folder->filePath(QStringLiteral("outside.svg")), picture);
    write(root() + QStringLiteral("/_config.yml"), "title: Hostile\n");
    write(root() + QStringLiteral("/_layouts/default.html"), hostile(canary) + "{{ content }}");
    write(root() + QStringLiteral("/index.md"), "---\nlayout: default\n---\nContent\n");
    write(root() + QStringLiteral("/images/inside.svg"), picture);
    write(root() + QStringLiteral("/.git/secret.svg"), picture);
    QFile::link(
        m_folder->filePath(QStringLiteral("outside.svg")), root() + QStringLiteral("/images/link.svg"));
    QFile::link(m_folder->path(), root() + QStringLiteral("/folder"));
    QFile::link(root() + QStringLiteral("/images/loop.svg"), root() + QStringLiteral("/images/loop.svg"));
    QFile::link(root() + QStringLiteral("/images/gone.svg"), root() + QStringLiteral("/images/dangling.svg"));
    QCOMPARE(mkfifo(qPrintable(root() + QStringLiteral("/images/fifo.svg")), 0600), 0);
}

void HostilePageTest::expectNothingFromOutside()
{
    QCOMPARE(js(QStringLiteral("document.getElementById('inside').naturalWidth")).toInt(), 7);
    QCOMPARE(js(QStringLiteral("Array.from(document.images).filter(function (i) { return i.id !== 'inside' "
                               "&& i.naturalWidth > 0; })"
                               ".map(function (i) { return i.id || i.src; }).join(' ')"))
                 .toString(),
        QString());
    QCOMPARE(data("leaks"), QString());
    QCOMPARE(js(QStringLiteral("location.href")).toString(), QStringLiteral("lectern://site/"));
    QCOMPARE(m_canary->datagrams() + m_other->datagrams(), 0);
    QCOMPARE(m_other->connections(), 0);
}

void HostilePageTest::case14_aHugePageShowsItsBeginning()
{
    QByteArray text = "---\n---\n\nThe first words.\n";
    while (text.size() < 10 * 1024 * 1024)
        text += "\nA paragraph of some length that says nothing in particular, again and again.\n";
    write(root() + QStringLiteral("/_config.yml"), "title: Huge\n");
    write(root() + QStringLiteral("/index.md"), text);
    QElapsedTimer timer;
    timer.start();
    open(homePage);
    qInfo("10 MiB: the preview was there after %lld ms", timer.elapsed());
    QCOMPARE(m_pane->state().kind, PreviewState::Kind::UpToDate);
    QVERIFY2(m_pane->state().reason.contains(QStringLiteral("too large for the preview"))
            && m_pane->state().reason.contains(QStringLiteral("only its beginning")),
        qPrintable(m_pane->state().reason));
    const int html = js(QStringLiteral("document.documentElement.outerHTML.length")).toInt();
    QVERIFY2(html > mostHtml / 2 && html < mostHtml + 64 * 1024, qPrintable(QString::number(html)));
    QCOMPARE(js(QStringLiteral("document.querySelector('p').textContent")).toString(),
        QStringLiteral("The first words."));
    // What is typed at the beginning shows; the window stays live meanwhile.
    QElapsedTimer tick;
    qint64 longest = 0;
    QTimer ticker;
    connect(&ticker, &QTimer::timeout, this, [&] { longest = std::max(longest, tick.restart()); });
    tick.start();
    ticker.start(20);
    editAndWait({ text.indexOf("words"), {}, "changed " });
    QCOMPARE(js(QStringLiteral("document.querySelector('p').textContent")).toString(),
        QStringLiteral("The first changed words."));
    qInfo("longest time without a tick: %lld ms", longest);
}

/// The test of the test: the same page as a file, in a browser as Qt makes it.
void HostilePageTest::case19_canaryFiresUnderTheEnginesDefaults()
{
    makeSite(*m_canary);
    const QString file = m_folder->filePath(QStringLiteral("hostile.html"));
    write(file, lectern::test::stayingPage(hostile(*m_canary)));
    const QByteArray title = lectern::test::seenByUnprotectedBrowser(file);
    QVERIFY2(m_canary->connections() > 0, "the canary did not fire");
    QVERIFY2(title.contains("outside-file"), "the file outside of the site was not read: " + title);
}

void HostilePageTest::case19_safePageReachesNothing()
{
    makeSite(*m_canary);
    open(homePage);
    // All that asks for something has been answered: every element's request, seen by the filter or the
    // policy.
    QTRY_VERIFY(m_pane->state().blocked >= 15);
    expectNothingFromOutside();
    QCOMPARE(data("ran") + data("onload") + data("onerror"), QString());
    clickOn(QStringLiteral("#script-link"));
    QCOMPARE(data("link"), QString());
    QCOMPARE(m_canary->connections(), 0);
    // The canary lives.
    QTcpSocket self;
    self.connectToHost(m_canary->host(), m_canary->port());
    QTRY_COMPARE(m_canary->connections(), 1);
}

void HostilePageTest::case19_trustedPageRunsScriptsAndReachesNothing()
{
    makeSite(*m_canary);
    PreviewOptions options;
    options.trustOf = [](const QString&) { return SiteTrust { true, {} }; };
    open(homePage, options);
    QSignalSpy followed(m_pane, &PreviewPane::linkActivated);
    QTRY_COMPARE(data("finished"), QStringLiteral("1"));
    QTRY_VERIFY(m_pane->state().blocked >= 15);
    QCOMPARE(data("ran"), QStringLiteral("1"));
    // A click that the page's script makes is none of the user's.
    js(QStringLiteral("document.getElementById('link').click()"));
    QCOMPARE(followed.count(), 0);
    // Nothing of ours is in the page's world.
    QCOMPARE(data("qt"), QStringLiteral("undefined undefined"));
    expectNothingFromOutside();
    QCOMPARE(m_canary->connections(), 0);
    QVERIFY(m_pane->state().trusted);
}

void HostilePageTest::case19_trustedPageReachesAllowedHostsOnly()
{
    makeSite(*m_canary);
    const QByteArray other = m_other->host().toLatin1() + ':' + QByteArray::number(m_other->port());
    const QByteArray allowed = m_canary->host().toLatin1() + ':' + QByteArray::number(m_canary->port());
    QByteArray page = hostile(*m_other);
    // At the top: the form that a script sends ends the reading of the page.
    page.replace("<p>Text</p>", "<p>Text</p><img id='allowed' src='http://" + allowed + "/allowed'>");
    write(root() + QStringLiteral("/_layouts/default.html"), page + "{{ content }}");
    PreviewOptions options;
    options.trustOf = [this](const QString&) { return SiteTrust { true, { m_canary->host() } }; };
    open(homePage, options);
    QTRY_COMPARE(data("finished"), QStringLiteral("1"));
    QTRY_COMPARE(
        js(QStringLiteral("document.getElementById('allowed').naturalWidth")).toInt(), 3);
    QVERIFY(m_canary->requests().contains("GET /allowed HTTP/1.1"));
    QCOMPARE(m_other->connections() + m_other->datagrams() + m_canary->datagrams(), 0);
    QCOMPARE(data("leaks"), QString());
    // Taken back, the way is closed again.
    const int before = m_canary->connections();
    QSignalSpy shown(m_pane, &PreviewPane::shown);
    m_pane->setTrust({});
    QTRY_VERIFY(shown.count() > 0);
    QCOMPARE(js(QStringLiteral("document.getElementById('allowed').naturalWidth")).toInt(), 0);
    QCOMPARE(data("ran"), QString());
    QCOMPARE(m_canary->connections(), before);
    QTRY_VERIFY(m_pane->state().blocked > 0);
    QCOMPARE(m_other->connections(), 0);
}

void HostilePageTest::trustIsAskedForAndKeptBySite()
{
    makeSite(*m_canary);
    QHash<QString, SiteTrust> kept;
    PreviewOptions options;
    options.trustOf = [&](const QString& site) { return kept.value(site); };
    options.keepTrust = [&](const QString& site, const SiteTrust& trust) { kept.insert(site, trust); };
    open(homePage, options);
    QTRY_VERIFY(m_pane->state().blocked > 0);
    QCOMPARE(m_pane->trust(), SiteTrust());
    // The line below the page says how much was left out, and its button has the menu.
    auto* menu = m_pane->findChild<TrustMenu*>();
    QToolButton* button = nullptr;
    for (QToolButton* one : m_pane->findChildren<QToolButton*>()) {
        if (menu && one->menu() == menu)
            button = one;
    }
    QVERIFY(button && button->isVisible());
    QTRY_VERIFY2(
        button->text().contains(QString::number(m_pane->state().blocked)), qPrintable(button->text()));
    QVERIFY(button->text().contains(QStringLiteral("blocked")));
    QStringList offered;
    for (QAction* action : menu->actions())
        offered.append(action->text());
    QVERIFY2(
        offered.contains(QStringLiteral("Load from ") + m_canary->host()), qPrintable(offered.join(u'|')));
    for (QAction* action : menu->actions()) {
        if (action->text().startsWith(QStringLiteral("Run the scripts"))) {
            action->trigger();
            break;
        }
    }
    QCOMPARE(kept.value(m_workspace->root()), (SiteTrust { true, {} }));
    QTRY_COMPARE(data("ran"), QStringLiteral("1"));
    // Another site does not inherit it.
    const QString second = m_folder->filePath(QStringLiteral("second"));
    write(second + QStringLiteral("/_config.yml"), "title: Second\n");
    write(second + QStringLiteral("/index.md"),
        "---\n---\n<script>document.documentElement.dataset.ran = 2</script>\n<p "
        "class=\"second\">Second</p>\n");
    QVERIFY(m_workspace->open(second));
    QTRY_COMPARE(
        js(QStringLiteral("document.querySelectorAll('.second').length")).toInt(), 1);
    QCOMPARE(data("ran"), QString());
    QCOMPARE(m_pane->trust(), SiteTrust());
}

void HostilePageTest::case20_endlessScriptIsEnded()
{
    write(root() + QStringLiteral("/_config.yml"), "title: Endless\n");
    write(root() + QStringLiteral("/index.md"), "---\n---\n<p>Text</p>\n");
    PreviewOptions options;
    options.patience = std::chrono::milliseconds(1500);
    options.trustOf = [](const QString&) { return SiteTrust { true, {} }; };
    open(homePage, options);
    // The window stays live while the page does not.
    int ticks = 0;
    QTimer ticker;
    connect(&ticker, &QTimer::timeout, this, [&] { ++ticks; });
    ticker.start(50);
    edit({ bytes().size(), {}, "\n<script>while (true) {}</script>\n" }, EditSource::Source);
    m_pane->reload();
    QTRY_COMPARE(m_pane->state().kind, PreviewState::Kind::Unavailable);
    QVERIFY(ticks > 20);
    QVERIFY(!m_pane->state().reason.isEmpty());
    // Without the script it comes back.
    m_workspace->undoStack()->undo();
    QTRY_COMPARE(m_pane->state().kind, PreviewState::Kind::UpToDate);
    QTRY_COMPARE(js(QStringLiteral("document.querySelectorAll('p').length")).toInt(), 1);
}

void HostilePageTest::case20_memoryRunsOut()
{
    write(root() + QStringLiteral("/_config.yml"), "title: Greedy\n");
    write(root() + QStringLiteral("/index.md"), "---\n---\n<p>Text</p>\n");
    PreviewOptions options;
    options.patience = std::chrono::milliseconds(60'000);
    open(homePage, options);
    const auto process = pid_t(page()->renderProcessPid());
    QVERIFY(process > 0);
    // What the machine would do late and to others the limit does soon and to this process alone.
    const rlimit limit { 1, 1 };
    QCOMPARE(prlimit(process, RLIMIT_AS, &limit, nullptr), 0);
    QSignalSpy shown(m_pane, &PreviewPane::shown);
    page()->runJavaScript(QStringLiteral("var all = []; for (;;) all.push({ a: all.length, b: [1, 2, 3] })"),
        QWebEngineScript::ApplicationWorld);
    QTRY_VERIFY(shown.count() > 0);
    QVERIFY(page()->renderProcessPid() != process);
    QCOMPARE(
        js(QStringLiteral("document.querySelector('p').textContent")).toString(), QStringLiteral("Text"));
}

void HostilePageTest::sandboxIsOn()
{
    if (geteuid() == 0)
        QSKIP("as root the sandbox is off for tests");
    QWebEngineProfile profile;
    QWebEnginePage sandbox(&profile);
    QSignalSpy loaded(&sandbox, &QWebEnginePage::loadFinished);
    sandbox.load(QUrl(QStringLiteral("chrome://sandbox")));
    QTRY_VERIFY(loaded.count() > 0);
    // An answer may come when nobody waits for it any more.
    const auto seen = std::make_shared<QString>();
    QTRY_VERIFY((sandbox.toPlainText([seen](const QString& got) { *seen = got; }),
                                 seen->contains(QStringLiteral("sandbox"))));
    const QString text = *seen;
    QVERIFY2(text.contains(QStringLiteral("You are adequately sandboxed")), qPrintable(text));
}

int main(int argc, char** argv)
{
    if (lectern::test::isUnprotectedBrowser(argc, argv))
        return lectern::test::showUnprotected(argc, argv);
    return lectern::test::runPreviewTest(argc, argv, [](int count, char** arguments) {
        HostilePageTest test;
        return QTest::qExec(&test, count, arguments);
    });
}

#include "tst_hostilepage.moc"
