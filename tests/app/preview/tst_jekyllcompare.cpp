// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/comparepanel.h"
#include "app/preview/jekyllbuild.h"
#include "app/preview/previewpane.h"
#include "tests/app/preview/previewtest.h"
#include "tests/support/testsupport.h"

#include <QDirIterator>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace lectern;
using namespace lectern::app;

namespace {

QStringList filesBelow(const QString& folder)
{
    QStringList files;
    QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext())
        files.append(all.next());
    files.sort();
    return files;
}

} // namespace

class JekyllCompareTest : public lectern::test::PreviewTest {
    Q_OBJECT
private Q_SLOTS:
    void init() { PreviewTest::init(); }
    void cleanup() { PreviewTest::cleanup(); }
    void smallestDifferencesAreFound_data();
    void smallestDifferencesAreFound();
    void samplePageIsTheSame();
    void differencesLeadToTheirPlace();
    void failureSaysWhy();
    void cancelEndsTheBuild();
    void programsOfTheSiteNeedTrust();

private:
    ComparePanel* panel() { return m_pane->findChild<ComparePanel*>(); }
    bool hasJekyll() { return !jekyllCommand(QStringLiteral("/")).isEmpty(); }
};

void JekyllCompareTest::smallestDifferencesAreFound_data()
{
    QTest::addColumn<QString>("ours");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<QString>("found"); ///< path: ours / theirs
    const auto row = [](const char* name, const char* ours, const char* theirs, const char* found) {
        QTest::newRow(name) << QString::fromUtf8(ours) << QString::fromUtf8(theirs)
                            << QString::fromUtf8(found);
    };
    row("equal", "<p class='a b' id=x>t</p>", "<p id=\"x\"  class=\"b a\">t</p><!-- c -->", "");
    row("white space", "<p>a  b</p>\n", "<p>a b</p>", "");
    row("white space that shows", "<pre>a  b</pre>", "<pre>a b</pre>", "body > pre: a  b / a b");
    row("marks", "<p data-lectern='a.md:1-2'>t</p>", "<p>t</p>", "");
    row("text", "<p>one</p><p>two</p>", "<p>one</p><p>too</p>", "body > p: two / too");
    row("attribute", "<p><a href='/a'>x</a></p>", "<p><a href='/b'>x</a></p>",
        "body > p > a: <a href=\"/a\">x</a> / <a href=\"/b\">x</a>");
    row("only ours", "<p>a</p><hr><p>b</p>", "<p>a</p><p>b</p>", "body > hr: <hr> / ");
    row("only theirs", "<p>a</p><p>b</p>", "<p>a</p><hr><p>b</p>", "body > hr:  / <hr>");
}

void JekyllCompareTest::smallestDifferencesAreFound()
{
    QFETCH(QString, ours);
    QFETCH(QString, theirs);
    QFETCH(QString, found);
    write(root() + QStringLiteral("/_config.yml"), "title: T\n");
    write(root() + QStringLiteral("/index.md"), "---\n---\nText\n");
    open(QStringLiteral("index.md"));
    const QString text = js(
        QStringLiteral("lectern.differences(%1, %2).map(function (d) { return d.path + ': ' + d.ours + ' / ' "
                       "+ d.theirs; }).join('\\n')")
            .arg(u'`' + ours + u'`', u'`' + theirs + u'`'))
                             .toString();
    QCOMPARE(text, found);
}

void JekyllCompareTest::samplePageIsTheSame()
{
    if (!hasJekyll())
        QSKIP("Jekyll is not installed");
    copySampleSite();
    const QStringList before = filesBelow(root());
    open(QStringLiteral("_pages/about.md"));
    m_pane->buildWithJekyll();
    QVERIFY(panel()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(
        panel()->sentence().contains(QStringLiteral("same page")) || !panel()->differences().isEmpty(),
        120'000);
    QString report;
    for (const PageDifference& difference : panel()->differences())
        report += difference.path + u'\n' + difference.ours + u'\n' + difference.theirs + u'\n';
    QCOMPARE(report, QString());
    QCOMPARE(filesBelow(root()), before);
}

void JekyllCompareTest::differencesLeadToTheirPlace()
{
    if (!hasJekyll())
        QSKIP("Jekyll is not installed");
    write(root() + QStringLiteral("/_config.yml"), "title: T\nversion: &v 1\n");
    write(root() + QStringLiteral("/index.md"),
        "---\nlayout: none\n---\nFirst\n\n{% if jekyll.environment == 'development' %}Second{% endif %} {{ 'now' | date: "
        "'%s%N' }}\n");
    open(QStringLiteral("index.md"));
    m_pane->buildWithJekyll();
    QTRY_COMPARE_WITH_TIMEOUT(panel()->differences().size(), 1, 120'000);
    QCOMPARE(panel()->differences()[0].path, QStringLiteral("body > p"));
    QVERIFY(panel()->differences()[0].mark.startsWith(QStringLiteral("index.md:")));
    // Jekyll's page, and back with the next edit.
    const QString ours = js(QStringLiteral("document.body.textContent")).toString();
    auto* toggle = panel()->findChild<QToolButton*>();
    toggle->click();
    QTRY_VERIFY(js(QStringLiteral("document.body.textContent")).toString() != ours);
    edit({ bytes().size(), {}, "\nThird\n" });
    QTRY_VERIFY(
        js(QStringLiteral("document.body.textContent")).toString().contains(QStringLiteral("Third")));
    QVERIFY(!toggle->isChecked());
}

void JekyllCompareTest::failureSaysWhy()
{
    if (!hasJekyll())
        QSKIP("Jekyll is not installed");
    write(root() + QStringLiteral("/_config.yml"), "title: T\n");
    write(root() + QStringLiteral("/index.md"), "---\n---\nText {% nosuchtag %}\n");
    open(QStringLiteral("index.md"));
    m_pane->buildWithJekyll();
    QTRY_VERIFY_WITH_TIMEOUT(panel()->sentence().contains(QStringLiteral("could not build")), 120'000);
    QVERIFY(panel()->differences().isEmpty());
}

void JekyllCompareTest::cancelEndsTheBuild()
{
    if (!hasJekyll())
        QSKIP("Jekyll is not installed");
    copySampleSite();
    JekyllBuild build;
    QVERIFY(copySite({ root(), {}, {} }, build.makeSourceFolder()));
    QSignalSpy failed(&build, &JekyllBuild::failed);
    build.start(jekyllCommand(root()));
    QTRY_VERIFY(build.isRunning());
    build.cancel();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::Cancelled);
    QVERIFY(!build.isRunning());
}

void JekyllCompareTest::programsOfTheSiteNeedTrust()
{
    if (!hasJekyll())
        QSKIP("Jekyll is not installed");
    write(root() + QStringLiteral("/_config.yml"), "title: T\n");
    write(root() + QStringLiteral("/_plugins/evil.rb"), "File.write(File.join(Dir.home, 'ran'), 'x')\n");
    write(root() + QStringLiteral("/index.md"), "---\n---\nText\n");
    open(QStringLiteral("index.md"));
    m_pane->buildWithJekyll();
    QVERIFY(panel()->sentence().contains(QStringLiteral("programs")));
    panel()->findChild<QPushButton*>()->click();
    QVERIFY(!panel()->isVisible());
}

LECTERN_PREVIEW_MAIN(JekyllCompareTest)

#include "tst_jekyllcompare.moc"
