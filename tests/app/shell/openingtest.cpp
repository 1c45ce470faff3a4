// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/columns.h"
#include "app/shell/infobar.h"
#include "app/shell/launchoptions.h"
#include "app/shell/program.h"
#include "app/shell/sectionssidebar.h"
#include "app/shell/siteopener.h"
#include "core/profile/intentions.h"
#include "tests/app/shell/shellfixture.h"
#include "tests/app/shell/shelltest.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QDropEvent>
#include <QListView>
#include <QMimeData>
#include <QSignalSpy>
#include <QUrl>

#include <sys/stat.h>
#include <unistd.h>

using namespace lectern;
using test::ShellFixture;

/// Every way in: by path, by drop, by the command line, from the recent ones, as a copy of the sample.
class OpeningTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void aPathShowsTheSectionsOfTheSite();
    void aDroppedFolderOpens();
    void aDroppedMarkdownFileOpens();
    void otherDropsAreRefused_data();
    void otherDropsAreRefused();
    void theCommandLineOpensWhatItNames();
    void withoutAnArgumentTheLastSiteOpens();
    void aLastSiteThatIsGoneLeadsToTheWelcomePage();
    void theRecentListIsNewestFirstAndForgets();
    void whatCannotBeOpenedGetsOneSentence_data();
    void whatCannotBeOpenedGetsOneSentence();
    void aFailureKeepsTheOpenSite();
    void openingWritesNoFileInTheSite();
    void unexportedEditsAreNotLostByOpening();
    void theSampleIsCopiedIntoTheChosenFolder();
    void aSecondCopyTakesAnotherName();
    void aSampleThatCannotBeCopiedLeavesNothingBehind();
    void theSeedOpens();
    void wrongArgumentsAreExplained_data();
    void wrongArgumentsAreExplained();

private:
    static bool drop(QWidget& window, const QList<QUrl>& urls);
    static bool showsSite(ShellFixture& fixture)
    {
        return fixture.window().columns().isVisibleTo(&fixture.window());
    }
};

bool OpeningTest::drop(QWidget& window, const QList<QUrl>& urls)
{
    QMimeData data;
    data.setUrls(urls);
    QDragEnterEvent enter({ 10, 10 }, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QApplication::sendEvent(&window, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent dropped({ 10, 10 }, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &dropped);
    return dropped.isAccepted();
}

void OpeningTest::aPathShowsTheSectionsOfTheSite()
{
    ShellFixture fixture;
    QVERIFY(!showsSite(fixture));
    fixture.openSite();
    QVERIFY(showsSite(fixture));
    const QAbstractItemModel* rows = fixture.window().sidebar().view()->model();
    QStringList names;
    for (int row = 0; row < rows->rowCount(); ++row)
        names.append(rows->index(row, 0).data().toString());
    QCOMPARE(names,
        (QStringList { QStringLiteral("About"), QStringLiteral("News"), QStringLiteral("Publications"),
            QStringLiteral("Honors"), QStringLiteral("Educations") }));
    QVERIFY(fixture.window().windowTitle().startsWith(QStringLiteral("site")));
    QCOMPARE(fixture.window().opener().openPath(), fixture.path(QStringLiteral("site")));
}

void OpeningTest::aDroppedFolderOpens()
{
    ShellFixture fixture;
    QVERIFY(drop(fixture.window(), { QUrl::fromLocalFile(fixture.makeSite()) }));
    QVERIFY(fixture.workspace().isSite());
    QVERIFY(showsSite(fixture));
}

void OpeningTest::aDroppedMarkdownFileOpens()
{
    ShellFixture fixture;
    fixture.write(
        QStringLiteral("lone.md"), "# 📝 Publications\n\n[A](https://a.example)\n- Authors: **B**\n");
    QVERIFY(drop(fixture.window(), { QUrl::fromLocalFile(fixture.path(QStringLiteral("lone.md"))) }));
    QVERIFY(fixture.workspace().isOpen());
    QVERIFY(!fixture.workspace().isSite());
}

void OpeningTest::otherDropsAreRefused_data()
{
    QTest::addColumn<QList<QUrl>>("urls");
    QTest::newRow("nothing") << QList<QUrl>();
    QTest::newRow("an address") << QList<QUrl> { QUrl(QStringLiteral("https://example.org/about.md")) };
    QTest::newRow("a picture") << QList<QUrl> { QUrl::fromLocalFile(QDir::temp().filePath(QStringLiteral("picture.png"))) };
    QTest::newRow("two files") << QList<QUrl> { QUrl::fromLocalFile(QDir::temp().filePath(QStringLiteral("a.md"))),
        QUrl::fromLocalFile(QDir::temp().filePath(QStringLiteral("b.md"))) };
}

void OpeningTest::otherDropsAreRefused()
{
    QFETCH(QList<QUrl>, urls);
    ShellFixture fixture;
    QVERIFY(!drop(fixture.window(), urls));
    QVERIFY(!fixture.workspace().isOpen());
}

void OpeningTest::theCommandLineOpensWhatItNames()
{
    ShellFixture fixture;
    const auto decision = app::readArguments({ QStringLiteral("lectern"), fixture.makeSite(),
        QStringLiteral("--size"), QStringLiteral("900x700") });
    QVERIFY(!decision.exitStatus);
    app::MainWindowOptions options;
    options.withPreview = false;
    app::Program program(*qApp, fixture.settings(), decision.options, options);
    QVERIFY(program.openFirst());
    QCOMPARE(program.workspace().root(), fixture.path(QStringLiteral("site")));
    QCOMPARE(program.window().size(), QSize(900, 700));
}

void OpeningTest::withoutAnArgumentTheLastSiteOpens()
{
    ShellFixture fixture;
    fixture.openSite();
    app::MainWindowOptions options;
    options.withPreview = false;
    app::Program program(*qApp, fixture.settings(), {}, options);
    QVERIFY(program.openFirst());
    QCOMPARE(program.workspace().root(), fixture.path(QStringLiteral("site")));
}

void OpeningTest::aLastSiteThatIsGoneLeadsToTheWelcomePage()
{
    ShellFixture fixture;
    fixture.openSite();
    QVERIFY(QDir(fixture.path(QStringLiteral("site"))).removeRecursively());
    app::MainWindowOptions options;
    options.withPreview = false;
    app::Program program(*qApp, fixture.settings(), {}, options);
    QVERIFY(program.openFirst());
    QVERIFY(!program.workspace().isOpen());
    QVERIFY(program.window().bar().isEmpty());
}

void OpeningTest::theRecentListIsNewestFirstAndForgets()
{
    ShellFixture fixture;
    const QString one = fixture.makeSite(QStringLiteral("one")),
                  two = fixture.makeSite(QStringLiteral("two"));
    QSignalSpy changed(&fixture.window().opener(), &app::SiteOpener::recentChanged);
    QVERIFY(fixture.window().opener().open(one));
    QVERIFY(fixture.window().opener().open(two));
    QVERIFY(fixture.window().opener().open(one));
    QCOMPARE(changed.size(), 3);
    const auto sites = fixture.settings().recentSites();
    QCOMPARE(sites.size(), 2);
    QCOMPARE(sites[0].path, one);
    QCOMPARE(sites[0].name, QStringLiteral("one"));
    QCOMPARE(sites[1].path, two);
    fixture.settings().removeRecentSite(one);
    QCOMPARE(fixture.settings().recentSites().size(), 1);
}

void OpeningTest::whatCannotBeOpenedGetsOneSentence_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("why");
    QTest::newRow("missing") << QStringLiteral("missing.md") << QStringLiteral("does not exist");
    QTest::newRow("missing folder") << QStringLiteral("nowhere/at/all") << QStringLiteral("does not exist");
    QTest::newRow("unreadable") << QStringLiteral("secret.md") << QStringLiteral("no permission to read");
    QTest::newRow("not text") << QStringLiteral("binary.md") << QStringLiteral("not a text file");
    QTest::newRow("too large") << QStringLiteral("large.md") << QStringLiteral("too large");
    QTest::newRow("a folder without _config.yml")
        << QStringLiteral("plain") << QStringLiteral("not a Jekyll site");
    QTest::newRow("a pipe") << QStringLiteral("pipe.md") << QStringLiteral("not an ordinary file");
}

void OpeningTest::whatCannotBeOpenedGetsOneSentence()
{
    QFETCH(QString, name);
    QFETCH(QString, why);
    ShellFixture fixture;
    fixture.write(QStringLiteral("secret.md"), "# Secret\n");
    if (name == QLatin1StringView("secret.md")) {
        if (geteuid() == 0)
            QSKIP("root may read everything: run this test as an ordinary user");
        QVERIFY(QFile::setPermissions(fixture.path(name), QFile::Permissions()));
    }
    fixture.write(QStringLiteral("binary.md"), QByteArray("\x89PNG\0\0\0\1\0", 9));
    fixture.write(QStringLiteral("large.md"), "x");
    QVERIFY(QFile::resize(fixture.path(QStringLiteral("large.md")), 300LL * 1024 * 1024));
    fixture.write(QStringLiteral("plain/readme.txt"), "nothing here\n");
    QCOMPARE(mkfifo(QFile::encodeName(fixture.path(QStringLiteral("pipe.md"))).constData(), 0600), 0);

    fixture.showWindow();
    QVERIFY(!fixture.window().opener().open(fixture.path(name)));
    const QString text = fixture.barText();
    QVERIFY2(text.contains(why), qPrintable(text));
    QVERIFY2(text.contains(QFileInfo(name).fileName()), qPrintable(text));
    QVERIFY2(text.endsWith(u'.') && text.count(QStringLiteral(". ")) == 0, qPrintable(text));
    QCOMPARE(fixture.window().bar().count(), 1);
    QVERIFY(!fixture.workspace().isOpen());
    QFile::setPermissions(fixture.path(QStringLiteral("secret.md")), QFile::ReadOwner | QFile::WriteOwner);
}

void OpeningTest::aFailureKeepsTheOpenSite()
{
    ShellFixture fixture;
    fixture.openSite();
    QVERIFY(!fixture.window().opener().open(fixture.path(QStringLiteral("missing.md"))));
    QCOMPARE(fixture.workspace().root(), fixture.path(QStringLiteral("site")));
    QVERIFY(showsSite(fixture));
    // Opening something that can be opened takes the sentence away.
    QVERIFY(fixture.window().opener().open(fixture.makeSite(QStringLiteral("other"))));
    QVERIFY(fixture.window().bar().isEmpty());
}

void OpeningTest::openingWritesNoFileInTheSite()
{
    ShellFixture fixture;
    const QString site = fixture.makeSite();
    const auto before = test::treeHashes(site);
    QVERIFY(fixture.window().opener().open(site));
    fixture.showWindow();
    // Looking around is no editing either.
    for (const auto kind : { app::Destination::Kind::PageSettings, app::Destination::Kind::Navigation,
             app::Destination::Kind::SiteSettings })
        fixture.window().sidebar().choose({ kind, {} });
    fixture.window().goTo(QStringLiteral("publications"), 1);
    QVERIFY(fixture.workspace().setCurrentPage(QStringLiteral("_pages/talks.md")));
    QCOMPARE(test::treeHashes(site), before);
    QVERIFY(fixture.workspace().changedFiles().isEmpty());
    QVERIFY(fixture.window().close());
    QCOMPARE(test::treeHashes(site), before);
}

void OpeningTest::unexportedEditsAreNotLostByOpening()
{
    ShellFixture fixture;
    fixture.openSite();
    const QString other = fixture.makeSite(QStringLiteral("other"));
    const auto edits = profile::renameSection(fixture.workspace().profile(), 1, QStringLiteral("Latest"));
    QVERIFY(edits);
    fixture.workspace().pushPage(*edits, QStringLiteral("rename"), app::EditSource::Sections);
    QVERIFY(!fixture.window().opener().open(other));
    QCOMPARE(fixture.workspace().root(), fixture.path(QStringLiteral("site")));
    QVERIFY2(fixture.barText().contains(QStringLiteral("not exported")), qPrintable(fixture.barText()));
    // The bar's second action opens anyway.
    fixture.window().bar().trigger(1);
    QCOMPARE(fixture.workspace().root(), other);
}

void OpeningTest::theSampleIsCopiedIntoTheChosenFolder()
{
    ShellFixture fixture;
    const auto source = test::treeHashes(test::sourcePath(QStringLiteral("sample-site")));
    QVERIFY(QDir().mkpath(fixture.path(QStringLiteral("chosen"))));
    QVERIFY(fixture.window().opener().startSample(fixture.path(QStringLiteral("chosen"))));
    const QString copy = fixture.path(QStringLiteral("chosen/my-academic-page"));
    QCOMPARE(fixture.workspace().root(), copy);
    QVERIFY(showsSite(fixture));
    const auto copied = test::treeHashes(copy);
    for (auto file = copied.begin(); file != copied.end(); ++file) {
        const QString original
            = test::sourcePath(QStringLiteral("sample-site")) + file.key().mid(copy.size());
        QVERIFY2(source.value(original) == file.value(), qPrintable(file.key()));
    }
    for (const char* needed :
        { "/_config.yml", "/_pages/about.md", "/_layouts/default.html", "/images/avatar.png" })
        QVERIFY2(copied.contains(copy + QLatin1StringView(needed)), needed);
}

void OpeningTest::aSecondCopyTakesAnotherName()
{
    ShellFixture fixture;
    QVERIFY(QDir().mkpath(fixture.path(QStringLiteral("chosen"))));
    QVERIFY(fixture.window().opener().startSample(fixture.path(QStringLiteral("chosen"))));
    QVERIFY(fixture.window().opener().startSample(fixture.path(QStringLiteral("chosen"))));
    QCOMPARE(fixture.workspace().root(), fixture.path(QStringLiteral("chosen/my-academic-page-2")));
}

void OpeningTest::aSampleThatCannotBeCopiedLeavesNothingBehind()
{
    if (geteuid() == 0)
        QSKIP("root may write everywhere: run this test as an ordinary user");
    ShellFixture fixture;
    QVERIFY(QDir().mkpath(fixture.path(QStringLiteral("locked"))));
    QVERIFY(
        QFile::setPermissions(fixture.path(QStringLiteral("locked")), QFile::ReadOwner | QFile::ExeOwner));
    QVERIFY(!fixture.window().opener().startSample(fixture.path(QStringLiteral("locked"))));
    QVERIFY(!fixture.barText().isEmpty());
    QVERIFY(QDir(fixture.path(QStringLiteral("locked"))).isEmpty());
    QFile::setPermissions(
        fixture.path(QStringLiteral("locked")), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void OpeningTest::theSeedOpens()
{
    const QString seed = test::seedPath();
    if (seed.isEmpty())
        QSKIP("the seed page is not here");
    ShellFixture fixture;
    QVERIFY(fixture.window().opener().open(seed));
    QCOMPARE(fixture.pageBytes(), test::bytesOf(seed));
    const profile::Section* publications
        = fixture.workspace().profile().section(QStringLiteral("publications"));
    QVERIFY(publications);
    QCOMPARE(publications->items.size(), size_t(6));
}

void OpeningTest::wrongArgumentsAreExplained_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("size") << QStringList { QStringLiteral("--size"), QStringLiteral("big") };
    QTest::newRow("theme") << QStringList { QStringLiteral("--theme"), QStringLiteral("pink") };
    QTest::newRow("language") << QStringList { QStringLiteral("--language"), QStringLiteral("xx") };
    QTest::newRow("text size") << QStringList { QStringLiteral("--text-size"), QStringLiteral("500") };
    QTest::newRow("two sites") << QStringList { QStringLiteral("a"), QStringLiteral("b") };
    QTest::newRow("unknown") << QStringList { QStringLiteral("--nonsense") };
}

void OpeningTest::wrongArgumentsAreExplained()
{
    QFETCH(QStringList, arguments);
    const auto decision = app::readArguments(QStringList { QStringLiteral("lectern") } + arguments);
    QCOMPARE(decision.exitStatus, std::optional(2));
    QVERIFY(decision.toStandardError);
    QVERIFY(decision.text.contains(QStringLiteral("--help")));
}

LECTERN_SHELL_TEST(OpeningTest, "opening")
#include "openingtest.moc"
