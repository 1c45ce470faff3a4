// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/filesource.h"
#include "tests/support/suite.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace lectern;

class FileSourceTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void readsWhatLiesInside();
    void deniesPathsThatLeadOut_data();
    void deniesPathsThatLeadOut();
    void listIsSortedAndWithoutFoldersThatJekyllSkips();
    void knownListIsNotLookedForAgain();
    void knownStampsAreNotLookedForAgain();
    void anIndexIsRefreshedWhenAFileIsWritten();
    void buffersCoverTheDisk();
    void stampChangesWithTheContent();
    void worksWithoutADisk();

private:
    void write(const QString& path, const QByteArray& bytes);
    QTemporaryDir m_dir;
    QString m_root;
};

void FileSourceTest::write(const QString& path, const QByteArray& bytes)
{
    QVERIFY(QDir().mkpath(path.left(path.lastIndexOf(u'/'))));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void FileSourceTest::initTestCase()
{
    m_root = m_dir.filePath(QStringLiteral("site"));
    const QString outside = m_dir.filePath(QStringLiteral("secret.txt"));
    write(outside, "secret");
    for (const QString& path : {QStringLiteral("index.md"), QStringLiteral("_pages/about.md"),
             QStringLiteral(".git/config"), QStringLiteral("sub/.git/config"), QStringLiteral("_site/index.html"),
             QStringLiteral("node_modules/a/b.js"), QStringLiteral("vendor/bundle/gem.rb"),
             QStringLiteral("assets/vendor/a.css"), QStringLiteral(".github/workflows/build.yml")})
        write(m_root + u'/' + path, path.toUtf8());
    QVERIFY(QFile::link(outside, m_root + QStringLiteral("/leak.txt")));
    QVERIFY(QFile::link(m_dir.path(), m_root + QStringLiteral("/out")));
    QVERIFY(QFile::link(m_root + QStringLiteral("/index.md"), m_root + QStringLiteral("/inside.md")));
    QVERIFY(QFile::link(m_root, m_root + QStringLiteral("/loop")));
    QVERIFY(QFile::link(m_root + QStringLiteral("/nowhere"), m_root + QStringLiteral("/dangling")));
}

void FileSourceTest::readsWhatLiesInside()
{
    const auto files = site::siteFiles(m_root);
    QCOMPARE(files->read(QStringLiteral("_pages/about.md")), QByteArray("_pages/about.md"));
    QCOMPARE(files->read(QStringLiteral("inside.md")), QByteArray("index.md"));
    QVERIFY(!files->read(QStringLiteral("_pages")));
    QVERIFY(!files->read(QStringLiteral("missing.md")));
}

void FileSourceTest::deniesPathsThatLeadOut_data()
{
    QTest::addColumn<QString>("path");
    for (const char* path : {"../secret.txt", "leak.txt", "out/secret.txt", "/etc/passwd", "_pages/../../secret.txt",
             ".git/config", "sub/.git/config", ".GIT/config", "loop/../../secret.txt", "dangling", "", ".", "..",
             "_pages//about.md", "loop/.git/config", "loop/leak.txt"})
        QTest::newRow(path[0] ? path : "(empty)") << QString::fromUtf8(path);
    QTest::newRow("with NUL") << (QStringLiteral("index.md") + QChar(0) + QStringLiteral(".png"));
}

void FileSourceTest::deniesPathsThatLeadOut()
{
    QFETCH(QString, path);
    const auto files = site::siteFiles(m_root);
    QVERIFY(!files->read(path));
    QVERIFY(files->stamp(path).isEmpty());
}

void FileSourceTest::listIsSortedAndWithoutFoldersThatJekyllSkips()
{
    const QStringList expected {QStringLiteral(".github/workflows/build.yml"), QStringLiteral("_pages/about.md"),
        QStringLiteral("assets/vendor/a.css"), QStringLiteral("index.md"), QStringLiteral("inside.md")};
    QCOMPARE(site::siteFiles(m_root)->list(), expected);
}

void FileSourceTest::knownListIsNotLookedForAgain()
{
    QStringList entered;
    const site::FileIndexPointer known = site::indexFiles(m_root, [&](const QString& folder) { entered.append(folder); });
    QCOMPARE(known->files, site::siteFiles(m_root)->list());
    QVERIFY(entered.contains(QFileInfo(m_root).canonicalFilePath() + QStringLiteral("/_pages")));
    QVERIFY(!entered.join(u'\n').contains(QStringLiteral(".git/")));
    write(m_root + QStringLiteral("/later.md"), "later");
    const site::Buffers buffers {{QStringLiteral("index.md"), "a"}, {QStringLiteral("a.md"), "b"}, {QStringLiteral("../b"), "c"}};
    QStringList expected = known->files;
    QCOMPARE(site::siteFiles(m_root, {}, known)->list(), expected);
    expected.prepend(QStringLiteral("a.md"));
    expected.sort();
    QCOMPARE(site::siteFiles(m_root, buffers, known)->list(), expected);
    QVERIFY(QFile::remove(m_root + QStringLiteral("/later.md")));
}

void FileSourceTest::knownStampsAreNotLookedForAgain()
{
    const QString name = QStringLiteral("_pages/about.md");
    const QByteArray text = site::siteFiles(m_root)->read(name).value_or(QByteArray());
    const auto known = site::indexFiles(m_root);
    const QByteArray before = site::siteFiles(m_root)->stamp(name);
    QCOMPARE(site::siteFiles(m_root, {}, known)->stamp(name), before);
    write(m_root + u'/' + name, "other");
    QCOMPARE(site::siteFiles(m_root, {}, known)->stamp(name), before);
    QVERIFY(site::siteFiles(m_root)->stamp(name) != before);
    // What is edited counts more, and an index of another folder not at all.
    QVERIFY(site::siteFiles(m_root, {{name, "edited"}}, known)->stamp(name) != before);
    QVERIFY(site::siteFiles(m_root + QStringLiteral("/_pages"), {}, known)->stamp(name).isEmpty());
    // A file of the top folder that is not in the list is not there; further down nobody knows.
    write(m_root + QStringLiteral("/later.md"), "later");
    write(m_root + QStringLiteral("/_pages/later.md"), "later");
    QVERIFY(site::siteFiles(m_root, {}, known)->stamp(QStringLiteral("later.md")).isEmpty());
    QVERIFY(!site::siteFiles(m_root, {}, known)->stamp(QStringLiteral("_pages/later.md")).isEmpty());
    QVERIFY(QFile::remove(m_root + QStringLiteral("/later.md")));
    QVERIFY(QFile::remove(m_root + QStringLiteral("/_pages/later.md")));
    write(m_root + u'/' + name, text);
}

void FileSourceTest::anIndexIsRefreshedWhenAFileIsWritten()
{
    const QString name = QStringLiteral("index.md");
    const QByteArray text = site::siteFiles(m_root)->read(name).value_or(QByteArray());
    const auto known = site::indexFiles(m_root);
    QCOMPARE(site::refreshed(known), known);
    write(m_root + u'/' + name, "written in place");
    const auto later = site::refreshed(known);
    QVERIFY(later != known);
    QCOMPARE(later->files, known->files);
    QCOMPARE(site::siteFiles(m_root, {}, later)->stamp(name), site::siteFiles(m_root)->stamp(name));
    write(m_root + QStringLiteral("/.git/config"), "[remote \"origin\"]\n");
    const auto pushed = site::refreshed(later);
    QVERIFY(pushed != later);
    QCOMPARE(site::siteFiles(m_root, {}, pushed)->repositoryConfig(), QByteArray("[remote \"origin\"]\n"));
    QVERIFY(QFile::remove(m_root + u'/' + name));
    QVERIFY(site::siteFiles(m_root, {}, site::refreshed(pushed))->stamp(name).isEmpty());
    write(m_root + u'/' + name, text);
}

void FileSourceTest::buffersCoverTheDisk()
{
    const auto files
        = site::siteFiles(m_root, {{QStringLiteral("index.md"), "edited"}, {QStringLiteral("_pages/new.md"), "new"}});
    QCOMPARE(files->read(QStringLiteral("index.md")), QByteArray("edited"));
    QCOMPARE(files->read(QStringLiteral("_pages/new.md")), QByteArray("new"));
    QVERIFY(files->list().contains(QStringLiteral("_pages/new.md")));
    QCOMPARE(files->list().count(QStringLiteral("index.md")), 1);
}

void FileSourceTest::stampChangesWithTheContent()
{
    const QString name = QStringLiteral("index.md");
    const QByteArray onDisk = site::siteFiles(m_root)->stamp(name);
    const QByteArray edited = site::siteFiles(m_root, {{name, "edited"}})->stamp(name);
    QVERIFY(!onDisk.isEmpty());
    QVERIFY(onDisk != edited);
    QCOMPARE(site::siteFiles(m_root)->stamp(name), onDisk);
    QCOMPARE(site::siteFiles(m_root, {{name, "edited"}})->stamp(name), edited);
    write(m_root + u'/' + name, "index.nd");
    QVERIFY(site::siteFiles(m_root)->stamp(name) != onDisk);
}

void FileSourceTest::worksWithoutADisk()
{
    const auto files = site::siteFiles(QString(), {{QStringLiteral("a.md"), "text"}});
    QCOMPARE(files->list(), QStringList {QStringLiteral("a.md")});
    QCOMPARE(files->read(QStringLiteral("a.md")), QByteArray("text"));
    QVERIFY(!files->read(QStringLiteral("etc/passwd")));
    QVERIFY(files->root().isEmpty());
}

LECTERN_GUILESS_MAIN(FileSourceTest)
#include "tst_filesource.moc"
