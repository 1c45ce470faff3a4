// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/renderer.h"
#include "core/site/filesource.h"
#include "tests/support/domcompare.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace lectern;

/// Whole sites against the real Jekyll: every page that it writes must be the same document to a browser.
class OracleSitesTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void sitesEqualJekylls_data();
    void sitesEqualJekylls();
    void seedInTheSampleSiteEqualsJekylls();
    void corpusContentEqualsJekylls_data();
    void corpusContentEqualsJekylls();
};

namespace {

constexpr qint64 buildTime = 1'750'000'000; // 2025-06-15, also given to Jekyll as the site's time

bool hasJekyll() { return !QStandardPaths::findExecutable(QStringLiteral("jekyll")).isEmpty(); }

void copyTree(const QString& from, const QString& to)
{
    QDirIterator entries(from, QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = entries.next();
        if (path.contains(QStringLiteral("/_site/")) || path.contains(QStringLiteral("/.jekyll-cache/")))
            continue;
        const QString target = to + path.mid(from.size());
        QDir().mkpath(QFileInfo(target).path());
        if (!QFile::copy(path, target))
            qFatal("cannot copy %s", qPrintable(path));
        QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner);
    }
}

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// Builds `source` into `target`; what Jekyll says where it fails or warns, else nothing.
QString jekyllBuild(const QString& source, const QString& target)
{
    const QString extra = source + QStringLiteral("/../time.yml");
    writeFile(extra, "time: 2025-06-15 15:06:40 +0000\n");
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("TZ"), QStringLiteral("UTC"));
    environment.remove(QStringLiteral("JEKYLL_ENV"));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(source);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("jekyll"),
        {QStringLiteral("build"), QStringLiteral("--disable-disk-cache"), QStringLiteral("--source"), source,
            QStringLiteral("--destination"), target, QStringLiteral("--config"),
            source + QStringLiteral("/_config.yml,") + extra});
    if (!process.waitForFinished(180'000))
        return QStringLiteral("jekyll did not end");
    return process.exitCode() == 0 ? QString() : QString::fromUtf8(process.readAll());
}

render::RendererOptions options()
{
    render::RendererOptions options;
    options.styleHelper = QStringLiteral(LECTERN_STYLE_HELPER);
    options.time = buildTime;
    options.profile = site::PublisherProfile::Jekyll4;
    return options;
}

QByteArray styleWithoutMap(QByteArray css)
{
    const qsizetype map = css.lastIndexOf("/*# sourceMappingURL=");
    return (map < 0 ? css : css.left(map)).trimmed();
}

/// Compares every page and style below `built` with ours; the first difference, or nothing.
QString differenceToBuilt(const QString& source, const QString& built, int* pages)
{
    render::Renderer renderer(options());
    QDirIterator entries(built, QDir::Files, QDirIterator::Subdirectories);
    *pages = 0;
    while (entries.hasNext()) {
        const QString path = entries.next();
        const QString url = path.mid(built.size());
        const bool isPage = path.endsWith(u".html");
        // The plugins for feeds and site maps write files of their own, which no one looks at in an editor.
        if (!isPage && !path.endsWith(u".css") && !path.endsWith(u".txt"))
            continue;
        if (url == u"/robots.txt")
            continue;
        const auto files = site::siteFiles(source);
        const auto resource = renderer.resource(*files, QString::fromUtf8(QUrl::toPercentEncoding(url, "/")));
        if (!resource)
            return url + QStringLiteral(": not found here: ") + resource.error().detail;
        const QByteArray expected = test::bytesOf(path);
        const QString difference = isPage ? test::domDifference(expected, resource->bytes)
            : styleWithoutMap(expected) == styleWithoutMap(resource->bytes) ? QString()
                                                                            : QStringLiteral("other text");
        if (!difference.isEmpty())
            return url + QStringLiteral(": ") + difference;
        *pages += isPage;
    }
    return {};
}

} // namespace

void OracleSitesTest::sitesEqualJekylls_data()
{
    QTest::addColumn<QString>("source");
    QTest::newRow("sample-site") << test::sourcePath(QStringLiteral("sample-site"));
    const QDir fixtures(test::sourcePath(QStringLiteral("tests/data/sites")));
    for (const QString& name : fixtures.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QTest::newRow(qPrintable(name)) << fixtures.filePath(name);
}

void OracleSitesTest::sitesEqualJekylls()
{
    if (!hasJekyll())
        QSKIP("jekyll is not installed");
    QFETCH(QString, source);
    QTemporaryDir folder;
    const QString site = folder.filePath(QStringLiteral("source"));
    copyTree(source, site);
    const QString problem = jekyllBuild(site, folder.filePath(QStringLiteral("built")));
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    int pages = 0;
    const QString difference = differenceToBuilt(site, folder.filePath(QStringLiteral("built")), &pages);
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
    QVERIFY(pages > 0);
}

void OracleSitesTest::seedInTheSampleSiteEqualsJekylls()
{
    if (!hasJekyll())
        QSKIP("jekyll is not installed");
    if (test::seedPath().isEmpty())
        QSKIP("the shared folder is not here");
    QTemporaryDir folder;
    const QString site = folder.filePath(QStringLiteral("source"));
    copyTree(test::sourcePath(QStringLiteral("sample-site")), site);
    writeFile(site + QStringLiteral("/_pages/about.md"), test::bytesOf(test::seedPath()));
    const QString problem = jekyllBuild(site, folder.filePath(QStringLiteral("built")));
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    int pages = 0;
    const QString difference = differenceToBuilt(site, folder.filePath(QStringLiteral("built")), &pages);
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

void OracleSitesTest::corpusContentEqualsJekylls_data()
{
    QTest::addColumn<QString>("folder");
    const QString corpus = test::sharedDir() + QStringLiteral("/corpus");
    if (test::sharedDir().isEmpty())
        return;
    for (const QString& name : QDir(corpus).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QTest::newRow(qPrintable(name)) << corpus + u'/' + name;
}

void OracleSitesTest::corpusContentEqualsJekylls()
{
    if (test::sharedDir().isEmpty())
        QSKIP("the shared folder is not here");
    QFETCH(QString, folder);
    // The pages were published with layouts that are nothing but the content, whatever their names.
    site::Buffers layouts;
    static const QRegularExpression named(QStringLiteral(R"(^\s*layout\s*:\s*["']?([\w-]+))"),
        QRegularExpression::MultilineOption);
    const QString source = folder + QStringLiteral("/site");
    const auto plain = site::siteFiles(source);
    for (const QString& path : plain->list()) {
        const QString text = QString::fromUtf8(plain->read(path).value_or(QByteArray()));
        for (auto found = named.globalMatch(text); found.hasNext();)
            layouts.insert(QStringLiteral("_layouts/") + found.next().captured(1) + QStringLiteral(".html"), "{{ content }}");
    }
    const auto files = site::siteFiles(source, layouts);
    render::Renderer renderer(options());
    const QString expected = folder + QStringLiteral("/expected");
    QDirIterator entries(expected, {QStringLiteral("*.html")}, QDir::Files, QDirIterator::Subdirectories);
    QStringList differences;
    while (entries.hasNext()) {
        const QString path = entries.next();
        const QString url = path.mid(expected.size());
        const auto resource = renderer.resource(*files, url);
        const QString difference = resource ? test::domDifference(test::bytesOf(path), resource->bytes)
                                            : QStringLiteral("not found here");
        if (!difference.isEmpty())
            differences.append(url + QStringLiteral(": ") + difference);
    }
    QVERIFY2(differences.isEmpty(), qPrintable(differences.join(u'\n')));
}

LECTERN_GUILESS_MAIN(OracleSitesTest)
#include "tst_oraclesites.moc"
