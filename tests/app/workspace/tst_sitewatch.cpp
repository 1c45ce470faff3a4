// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/pagesource.h"
#include "app/workspace/sitewatch.h"
#include "app/workspace/workspace.h"
#include "tests/support/suite.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <sys/inotify.h>
#include <unistd.h>

using namespace lectern;
using namespace lectern::app;

class SiteWatchTest : public lectern::test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void askingWalksNoFolder();
    void listFollowsWhatOtherProgramsDo();
    void folderThatTakesAnothersPlaceIsSeen();
    void fileThatIsWrittenInPlaceIsSeen();
    void allWhoWatchAWorkspaceShareOneWatch();
    void keystrokeOpensNoFolder();

private:
    void write(const QString& path, const QByteArray& bytes = "text\n");
    [[nodiscard]] QStringList onDisk() const { return site::indexFiles(m_root)->files; }
    /// What is known, once it is.
    [[nodiscard]] QStringList known()
    {
        const bool is = QTest::qWaitFor([&] { return m_watch->files() != nullptr; });
        return is ? m_watch->files()->files : QStringList();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SiteWatch> m_watch;
    QString m_root;
};

void SiteWatchTest::init()
{
    Suite::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_root = m_folder->filePath(QStringLiteral("site"));
    write(QStringLiteral("_config.yml"), "title: Test\n");
    write(QStringLiteral("_pages/about.md"), "---\npermalink: /\n---\nWords\n");
    write(QStringLiteral("assets/css/main.css"));
    m_watch = std::make_unique<SiteWatch>();
    m_watch->setRoot(m_root);
}

void SiteWatchTest::write(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(m_root + u'/' + path).path());
    QFile file(m_root + u'/' + path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

/// On a slow network mount a walk takes seconds, which the window must not wait for.
void SiteWatchTest::askingWalksNoFolder()
{
    QSignalSpy changed(m_watch.get(), &SiteWatch::changed);
    QVERIFY(!m_watch->files());
    QTRY_VERIFY(m_watch->files());
    QCOMPARE(m_watch->files()->files, onDisk());
    QCOMPARE(changed.count(), 0); // nothing came since
    // A site that was left tells nothing any more.
    m_watch->setRoot(m_folder->filePath(QStringLiteral("none")));
    QVERIFY(!m_watch->files());
    m_watch->setRoot(m_root);
    write(QStringLiteral("index.md"));
    QTRY_VERIFY(m_watch->files() && m_watch->files()->files.size() == 4);
}

void SiteWatchTest::listFollowsWhatOtherProgramsDo()
{
    QCOMPARE(known(), onDisk());
    QCOMPARE(known().size(), 3);
    QSignalSpy changed(m_watch.get(), &SiteWatch::changed);
    const QDir root(m_root);
    const auto follows = [&](const char* what) {
        const bool does = QTest::qWaitFor([&] { return known() == onDisk(); }, 5'000);
        if (!does)
            qCritical("%s: not seen", what);
        return does;
    };
    write(QStringLiteral("_data/new.yml"));
    QVERIFY(follows("a file in a new folder"));
    write(QStringLiteral("_data/second.yml"));
    QVERIFY(follows("another there"));
    QVERIFY(QFile::rename(
        root.filePath(QStringLiteral("_data/new.yml")), root.filePath(QStringLiteral("_data/old.yml"))));
    QVERIFY(follows("a renamed file"));
    QVERIFY(QFile::rename(root.filePath(QStringLiteral("assets")), root.filePath(QStringLiteral("files"))));
    QVERIFY(follows("a renamed folder"));
    write(QStringLiteral("files/css/more.css"));
    QVERIFY(follows("a file in a folder below the renamed one"));
    QVERIFY(QFile::remove(root.filePath(QStringLiteral("_data/old.yml"))));
    QVERIFY(follows("a file that goes"));
    QVERIFY(QDir(root.filePath(QStringLiteral("files"))).removeRecursively());
    QVERIFY(follows("a folder that goes"));
    QTRY_VERIFY(changed.count() > 0);
}

void SiteWatchTest::folderThatTakesAnothersPlaceIsSeen()
{
    QCOMPARE(known().size(), 3);
    const QString other = m_folder->filePath(QStringLiteral("other"));
    QVERIFY(QFile::rename(m_root, other));
    write(QStringLiteral("_config.yml"));
    QTRY_COMPARE(known(), QStringList { QStringLiteral("_config.yml") });
    // And it is the new folder that is looked at from now on.
    write(QStringLiteral("index.md"));
    QTRY_COMPARE(known().size(), 2);
}

/// No notice of a folder tells of that.
void SiteWatchTest::fileThatIsWrittenInPlaceIsSeen()
{
    QCOMPARE(known().size(), 3);
    QSignalSpy changed(m_watch.get(), &SiteWatch::changed);
    const auto source = rendererSource({}, 1'750'000'000)();
    const QString page = QStringLiteral("_pages/about.md");
    const auto shows = [&](const QByteArray& words) {
        const auto shown = source->page({ m_root, {}, m_watch->files() }, page, render::Mode::Preview);
        return shown && shown->document().contains(words);
    };
    QVERIFY(shows("Words"));
    write(page, "---\npermalink: /\n---\nWritten\n");
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY(shows("Written"));
    write(page, "---\npermalink: /\n---\nAgain\n");
    m_watch->lookAgain(); // and not only in a second
    QTRY_COMPARE(changed.count(), 2);
    QVERIFY(shows("Again"));
    write(QStringLiteral(".git/config"), "[remote \"origin\"]\n\turl = git@github.com:ada/site.git\n");
    QTRY_VERIFY(m_watch->files() && m_watch->files()->repositoryConfig.contains("ada/site"));
}

void SiteWatchTest::allWhoWatchAWorkspaceShareOneWatch()
{
    Workspace workspace;
    QVERIFY(!knownFiles(workspace));
    SiteWatch& watch = siteWatch(workspace);
    QCOMPARE(&siteWatch(workspace), &watch);
    QVERIFY(workspace.open(m_root + QStringLiteral("/_pages/about.md")));
    QTRY_VERIFY(knownFiles(workspace));
    QCOMPARE(knownFiles(workspace)->files, onDisk());
    QCOMPARE(knownFiles(workspace)->folder, workspace.root());
}

/// The system tells of each folder that is opened to be read.
void SiteWatchTest::keystrokeOpensNoFolder()
{
    const auto source = rendererSource({}, 1'750'000'000)();
    const QString page = QStringLiteral("_pages/about.md");
    const auto type = [&](const QByteArray& words) {
        const auto shown
            = source->page({ m_root, { { page, "---\npermalink: /\n---\n" + words } }, m_watch->files() },
                page, render::Mode::Preview);
        return shown && shown->document().contains(words);
    };
    QCOMPARE(known().size(), 3);
    QVERIFY(type("one"));
    const int notices = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    QVERIFY(notices >= 0);
    for (const char* folder : { "", "/_pages", "/assets" })
        QVERIFY(::inotify_add_watch(notices, qPrintable(m_root + QLatin1StringView(folder)), IN_OPEN) >= 0);
    QVERIFY(type("two"));
    int folders = 0;
    alignas(inotify_event) char buffer[4096];
    for (ssize_t size = 0; (size = ::read(notices, buffer, sizeof buffer)) > 0;) {
        for (ssize_t at = 0; at < size;) {
            const auto* event = reinterpret_cast<const inotify_event*>(buffer + at);
            folders += (event->mask & IN_ISDIR) != 0 ? 1 : 0;
            at += ssize_t(sizeof(inotify_event)) + ssize_t(event->len);
        }
    }
    ::close(notices);
    QCOMPARE(folders, 0);
}

LECTERN_GUILESS_MAIN(SiteWatchTest)
#include "tst_sitewatch.moc"
