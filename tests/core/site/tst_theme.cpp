// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/config.h"
#include "core/site/theme.h"
#include "tests/support/suite.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace lectern;

/// Themes that are installed as gems, on a disk of our own.
class ThemeTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theNewestVersionIsTaken();
    void whatTheSiteHasItselfCounts();
    void foldersOfOtherNamesAreFilled();
    void aSiteWithoutAnInstalledThemeStaysAsItIs_data();
    void aSiteWithoutAnInstalledThemeStaysAsItIs();
    void gemsOfTheSiteItselfAreFound();
    void whatTheThemeDependsOnIsTurnedOn();
    void anotherThemeIsTakenAtOnce();

private:
    void write(const QString& path, const QByteArray& bytes) const;
    [[nodiscard]] QString gems() const { return m_folder->filePath(QStringLiteral("gems")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QString layout = QStringLiteral("_layouts/default.html");

site::Buffers siteWith(const QByteArray& config)
{
    return { { QStringLiteral("_config.yml"), config }, { QStringLiteral("index.md"), "---\n---\nText\n" } };
}

} // namespace

void ThemeTest::init()
{
    Suite::init();
    m_folder = std::make_unique<QTemporaryDir>();
    write(QStringLiteral("gems/plain-1.9.2/_layouts/default.html"), "old");
    write(QStringLiteral("gems/plain-1.10.0/_layouts/default.html"), "new");
    write(QStringLiteral("gems/plain-1.10.0/_includes/head.html"), "head");
    write(QStringLiteral("gems/plain-1.10.0/_sass/plain.scss"), "a { b: c }");
    write(QStringLiteral("gems/plain-1.10.0/assets/main.scss"), "---\n---\n");
    write(QStringLiteral("gems/plain-1.10.0/README.md"), "not of the site");
    write(QStringLiteral("gems/plain-extra-2.0/_layouts/default.html"), "another gem");
}

void ThemeTest::write(const QString& path, const QByteArray& bytes) const
{
    const QString target = m_folder->filePath(path);
    QVERIFY(QDir().mkpath(target.left(target.lastIndexOf(u'/'))));
    QFile file(target);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

void ThemeTest::theNewestVersionIsTaken()
{
    const QStringList folders { m_folder->filePath(QStringLiteral("none")), gems() };
    QCOMPARE(site::gemFolder(folders, QStringLiteral("plain")), gems() + QStringLiteral("/plain-1.10.0"));
    QCOMPARE(site::gemFolder(folders, QStringLiteral("plain-extra")), gems() + QStringLiteral("/plain-extra-2.0"));
    QCOMPARE(site::gemFolder(folders, QStringLiteral("extra")), QString());
}

void ThemeTest::whatTheSiteHasItselfCounts()
{
    site::Themes themes({ gems() }, {});
    site::Buffers buffers = siteWith("theme: Plain\n");
    buffers.insert(QStringLiteral("_includes/head.html"), "mine");
    const auto files = site::siteFiles({}, buffers);
    const site::FileSource& all = themes.behind(*files);
    QCOMPARE(all.list(),
        (QStringList { QStringLiteral(".theme/_sass/plain.scss"), QStringLiteral("_config.yml"),
            QStringLiteral("_includes/head.html"), layout, QStringLiteral("assets/main.scss"),
            QStringLiteral("index.md") }));
    QCOMPARE(all.read(layout), QByteArray("new"));
    QVERIFY(!all.stamp(layout).isEmpty());
    QCOMPARE(all.read(QStringLiteral("_includes/head.html")), QByteArray("mine"));
    QCOMPARE(all.read(QStringLiteral("README.md")), std::nullopt);
}

void ThemeTest::foldersOfOtherNamesAreFilled()
{
    site::Themes themes({ gems() }, site::PublisherProfile::Jekyll4);
    const auto files = site::siteFiles({}, siteWith("theme: plain\nlayouts_dir: frames\n"));
    QCOMPARE(themes.behind(*files).read(QStringLiteral("frames/default.html")), QByteArray("new"));
}

void ThemeTest::aSiteWithoutAnInstalledThemeStaysAsItIs_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::newRow("none") << QByteArray("title: A\n");
    QTest::newRow("not installed") << QByteArray("theme: minimal\n");
    QTest::newRow("from another repository") << QByteArray("theme: plain\nremote_theme: a/b\n");
    QTest::newRow("a way out") << QByteArray("theme: ../plain\n");
    QTest::newRow("a pattern") << QByteArray("theme: 'pl*'\n");
    QTest::newRow("no text") << QByteArray("theme: [plain]\n");
}

void ThemeTest::aSiteWithoutAnInstalledThemeStaysAsItIs()
{
    QFETCH(QByteArray, config);
    site::Themes themes({ gems() }, {});
    const auto files = site::siteFiles({}, siteWith(config));
    QCOMPARE(&themes.behind(*files), files.get());
}

void ThemeTest::gemsOfTheSiteItselfAreFound()
{
    write(QStringLiteral("site/_config.yml"), "theme: own\n");
    write(QStringLiteral("site/vendor/bundle/ruby/3.1.0/gems/own-1.0/_layouts/default.html"), "vendored");
    site::Themes themes({}, {});
    const auto files = site::siteFiles(m_folder->filePath(QStringLiteral("site")));
    QCOMPARE(themes.behind(*files).read(layout), QByteArray("vendored"));
}

void ThemeTest::whatTheThemeDependsOnIsTurnedOn()
{
    write(QStringLiteral("specifications/plain-1.10.0.gemspec"),
        "s.add_runtime_dependency(%q<jekyll>.freeze, [\">= 3.5\"])\n"
        "s.add_runtime_dependency(%q<jekyll-feed>.freeze, [\"~> 0.9\"])\n"
        "s.add_dependency \"jekyll-seo-tag\", \"~> 2.1\"\n"
        "s.add_development_dependency(%q<jekyll-sitemap>.freeze)\n");
    site::Themes themes({ gems() }, site::PublisherProfile::Jekyll4);
    Diagnostics diagnostics;
    const auto files = site::siteFiles({}, siteWith("theme: plain\n"));
    const site::Config config
        = site::Config::read(themes.behind(*files), site::PublisherProfile::Jekyll4, diagnostics);
    QVERIFY(config.hasPlugin(QStringLiteral("jekyll-feed")));
    QVERIFY(config.hasPlugin(QStringLiteral("jekyll-seo-tag")));
    QVERIFY(!config.hasPlugin(QStringLiteral("jekyll-sitemap")));
    QVERIFY(config.plugins().isEmpty());
}

void ThemeTest::anotherThemeIsTakenAtOnce()
{
    site::Themes themes({ gems() }, {});
    const auto first = site::siteFiles({}, siteWith("theme: plain\n"));
    QCOMPARE(themes.behind(*first).read(layout), QByteArray("new"));
    const auto second = site::siteFiles({}, siteWith("theme: plain-extra\n"));
    QCOMPARE(themes.behind(*second).read(layout), QByteArray("another gem"));
    const auto third = site::siteFiles({}, siteWith("title: A\n"));
    QCOMPARE(themes.behind(*third).read(layout), std::nullopt);
}

LECTERN_GUILESS_MAIN(ThemeTest)
#include "tst_theme.moc"
