// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/renderer.h"
#include "core/site/filesource.h"
#include "core/site/sitereader.h"
#include "core/site/theme.h"
#include "tests/support/domcompare.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace lectern;

/// Whole sites against the real Jekyll: every page that it writes must be the same document to a browser, and
/// it must write every page that we know.
class OracleSitesTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void sitesEqualJekylls_data();
    void sitesEqualJekylls();
    void sampleSiteBuildsWithoutAWarning();

private:
    void addSite(const QString& name, const QString& source, const QByteArray& addedConfiguration = {});
    [[nodiscard]] QString source(const QString& name) const
    {
        return m_folder.filePath(name + QStringLiteral("/site"));
    }
    [[nodiscard]] QString built(const QString& name) const
    {
        return m_folder.filePath(name + QStringLiteral("/built"));
    }

    QTemporaryDir m_folder;
    QStringList m_sites;
};

namespace {

constexpr qint64 buildTime = 1'750'000'000;
constexpr const char* buildTimeForJekyll = "2025-06-15 15:06:40 +0000";

void copyTree(const QString& from, const QString& to)
{
    QDirIterator entries(
        from, QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
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

void writeFile(const QString& path, const QByteArray& bytes, QIODevice::OpenMode mode = QIODevice::WriteOnly)
{
    QFile file(path);
    if (!file.open(mode) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// Where Debian has its gems.
QStringList gems()
{
    return { QStringLiteral("/usr/share/rubygems-integration/all/gems") };
}

render::RendererOptions options()
{
    render::RendererOptions options;
    options.styleHelper = QStringLiteral(LECTERN_STYLE_HELPER);
    options.time = buildTime;
    options.profile = site::PublisherProfile::Jekyll4;
    options.gems = gems();
    return options;
}

QByteArray styleWithoutMap(QByteArray css)
{
    const qsizetype map = css.lastIndexOf("/*# sourceMappingURL=");
    return (map < 0 ? css : css.left(map)).trimmed();
}

/// Files that plugins write beside the pages; no one looks at them in an editor.
bool isMadeByPlugin(const QString& url)
{
    static const QStringList names { QStringLiteral("/feed.xml"), QStringLiteral("/sitemap.xml"),
        QStringLiteral("/robots.txt"), QStringLiteral("/atom.xml") };
    return names.contains(url);
}

/// How our file at `url` differs from Jekyll's at `path`; nothing where it does not.
QString differenceAt(
    render::Renderer& renderer, const QString& source, const QString& path, const QString& url)
{
    const auto files = site::siteFiles(source);
    const auto resource = renderer.resource(*files, QString::fromUtf8(QUrl::toPercentEncoding(url, "/")));
    const QByteArray expected = test::bytesOf(path);
    if (!resource)
        return url + QStringLiteral(": not found here: ") + resource.error().path + u' '
            + resource.error().detail;
    if (url.endsWith(u".html")) {
        const test::DomComparison comparison
            = test::compareHtml(expected, resource->bytes, test::DomScope::Document);
        return comparison.isEqual ? QString() : url + QStringLiteral(": ") + comparison.report;
    }
    if (url.endsWith(u".css") ? styleWithoutMap(expected) == styleWithoutMap(resource->bytes)
                              : expected == resource->bytes)
        return {};
    return url + QStringLiteral(":\n- ") + QString::fromUtf8(expected.left(2000)) + QStringLiteral("\n+ ")
        + QString::fromUtf8(resource->bytes.left(2000));
}

/// The pages and documents that we publish.
QStringList publishedUrls(const QString& source)
{
    site::SiteReader reader(buildTime, site::PublisherProfile::Jekyll4, nullptr);
    site::Themes themes(gems(), site::PublisherProfile::Jekyll4);
    const auto files = site::siteFiles(source);
    const auto site = reader.read(themes.behind(*files));
    QStringList urls;
    for (const site::EntryPointer& page : site->pages())
        urls.append(page->url);
    for (const site::CollectionConfig& collection : site->config().collections()) {
        for (const site::EntryPointer& document : site->documents(collection.label)) {
            if (collection.output && document->published)
                urls.append(document->url);
        }
    }
    return urls;
}

bool isWritten(const QString& built, const QString& url)
{
    const QString path = built + QUrl::fromPercentEncoding(url.toUtf8());
    if (url.endsWith(u'/'))
        return QFileInfo::exists(path + QStringLiteral("index.html"));
    const QFileInfo file(path);
    return file.isFile()
        || !file.dir().entryList({ file.fileName() + QStringLiteral(".*") }, QDir::Files).isEmpty();
}

} // namespace

void OracleSitesTest::addSite(
    const QString& name, const QString& source, const QByteArray& addedConfiguration)
{
    copyTree(source, this->source(name));
    if (!addedConfiguration.isEmpty())
        writeFile(this->source(name) + QStringLiteral("/_config.yml"), '\n' + addedConfiguration,
            QIODevice::Append);
    m_sites.append(name);
}

/// Builds all sites with one call: starting Ruby costs more than a small site. LECTERN_SITES names a folder
/// with more.
void OracleSitesTest::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("jekyll")).isEmpty())
        QSKIP("LECTERN-SKIP-ALL: jekyll is not installed");
    const QString sample = test::sourcePath(QStringLiteral("sample-site"));
    addSite(QStringLiteral("sample-site"), sample);
    if (!test::seedPath().isEmpty()) {
        addSite(QStringLiteral("seed"), sample);
        writeFile(source(QStringLiteral("seed")) + QStringLiteral("/_pages/about.md"),
            test::bytesOf(test::seedPath()));
    }
    const QDir fixtures(test::sourcePath(QStringLiteral("tests/data/sites")));
    for (const QString& name : fixtures.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        addSite(name, fixtures.filePath(name));
    // The same files under other configurations: FIXTURE.NAME.yml goes behind the fixture's own.
    const QDir variants(test::sourcePath(QStringLiteral("tests/data/variants")));
    for (const QString& file : variants.entryList({ QStringLiteral("*.yml") }, QDir::Files))
        addSite(file.chopped(4), fixtures.filePath(file.section(u'.', 0, 0)),
            test::bytesOf(variants.filePath(file)));
    if (const QString more = qEnvironmentVariable("LECTERN_SITES"); !more.isEmpty()) {
        for (const QString& name : QDir(more).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            addSite(name, QDir(more).filePath(name));
    }
    QStringList arguments { test::sourcePath(QStringLiteral("tests/oracle/build.rb")),
        QString::fromLatin1(buildTimeForJekyll) };
    for (const QString& name : std::as_const(m_sites))
        arguments << source(name) << built(name);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("TZ"), QStringLiteral("UTC"));
    environment.remove(QStringLiteral("JEKYLL_ENV"));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QStringLiteral("ruby"), arguments);
    QVERIFY2(process.waitForFinished(280'000) && process.exitCode() == 0, "Jekyll did not build the sites");
}

void OracleSitesTest::sitesEqualJekylls_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : std::as_const(m_sites))
        QTest::newRow(qPrintable(name)) << name;
}

void OracleSitesTest::sitesEqualJekylls()
{
    QFETCH(QString, name);
    const QString failed = built(name) + QStringLiteral(".failed");
    QVERIFY2(!QFileInfo::exists(failed), QFileInfo::exists(failed) ? test::bytesOf(failed).constData() : "");
    render::Renderer renderer(options());
    QStringList differences;
    int compared = 0;
    QDirIterator entries(built(name), QDir::Files, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = entries.next();
        const QString url = path.mid(built(name).size());
        if (isMadeByPlugin(url) || url.endsWith(u".css.map"))
            continue;
        if (const QString difference = differenceAt(renderer, source(name), path, url); !difference.isEmpty())
            differences.append(difference);
        ++compared;
    }
    for (const QString& url : publishedUrls(source(name))) {
        if (!isWritten(built(name), url))
            differences.append(url + QStringLiteral(": Jekyll does not write it"));
    }
    if (!differences.isEmpty())
        qInfo().noquote() << differences.join(u'\n');
    QCOMPARE(differences.size(), 0);
    QVERIFY(compared > 0);
}

void OracleSitesTest::sampleSiteBuildsWithoutAWarning()
{
    QCOMPARE(test::bytesOf(built(QStringLiteral("sample-site")) + QStringLiteral(".log")), QByteArray());
}

LECTERN_GUILESS_MAIN(OracleSitesTest)
#include "tst_oraclesites.moc"
