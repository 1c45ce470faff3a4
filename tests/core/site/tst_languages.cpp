// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/correspondence.h"
#include "core/site/languages.h"
#include "core/site/pageaddress.h"
#include "core/site/sitepath.h"
#include "tests/support/suite.h"

#include <QTest>

using namespace lectern;
using namespace lectern::site;

namespace {

QByteArray front(const QByteArray& lines)
{
    return "---\n" + lines + "---\n";
}

/// The groups as "page=language page=language".
QStringList told(const Buffers& buffers, QStringList pages = {})
{
    const auto files = siteFiles({}, buffers);
    if (pages.isEmpty())
        pages = editablePages(*files);
    QStringList groups;
    for (const auto& group : pageVersions(*files, pages)) {
        QStringList versions;
        for (const PageVersion& version : group)
            versions.append(version.page + u'=' + version.language);
        groups.append(versions.join(u' '));
    }
    return groups;
}

profile::Profile read(const QByteArray& text)
{
    return profile::readProfile(SourceFile(text));
}

} // namespace

/// Pages in several languages, and where pages are published.
class LanguagesTest : public lectern::test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void pagesInTwoLanguagesStandTogether_data();
    void pagesInTwoLanguagesStandTogether();
    void pagesOfALanguagesFolderAreEditable();
    void addressesFollowTheSettings_data();
    void addressesFollowTheSettings();
    void sectionsCorrespondAcrossLanguages();
    void itemsCorrespondByAddressOrPlace();
};

void LanguagesTest::pagesInTwoLanguagesStandTogether_data()
{
    QTest::addColumn<Buffers>("files");
    QTest::addColumn<QStringList>("groups");
    const QString config = QStringLiteral("_config.yml");
    const auto name = [](const char* text) { return QString::fromLatin1(text); };
    const auto row = [&](const char* title, Buffers files, const QStringList& groups) {
        if (!files.contains(config))
            files.insert(config, "title: T\n");
        QTest::newRow(title) << files << groups;
    };
    const QByteArray english = "Hello, I am a researcher of many things.\n";
    const QByteArray chinese = QStringLiteral("你好，我是研究很多事情的研究人员。\n").toUtf8();
    row("by the file's name",
        { { name("_pages/about.md"), front("permalink: /\n") + english },
            { name("_pages/about_zh.md"), front("permalink: /zh/\n") } },
        { name("_pages/about.md=en _pages/about_zh.md=zh") });
    row("by a folder",
        { { name("index.md"), front("title: A\n") + english }, { name("zh/index.md"), front("title: B\n") } },
        { name("index.md=en zh/index.md=zh") });
    row("by the front matter",
        { { name("about.md"), front("lang: en\nref: about\n") },
            { name("ueber.md"), front("lang: de\nref: about\n") } },
        { name("about.md=en ueber.md=de") });
    row("by polyglot's name",
        { { name("about.md"), front("lang: en\npage_id: a\n") },
            { name("apropos.md"), front("lang: fr\npage_id: a\n") } },
        { name("about.md=en apropos.md=fr") });
    row("by the address alone",
        { { name("_pages/about.md"), front("permalink: /\n") + english },
            { name("_pages/home-page.md"), front("permalink: /cn/\n") } },
        { name("_pages/about.md=en _pages/home-page.md=zh") });
    row("a page that is a language",
        { { name("index.md"), front("a: b\n") + english }, { name("cn.md"), front("a: b\n") } },
        { name("index.md=en cn.md=zh") });
    row("a word",
        { { name("cv.md"), front("a: b\n") + english }, { name("cv-chinese.md"), front("a: b\n") } },
        { name("cv-chinese.md=zh cv.md=en") });
    row("the site's language",
        { { config, "title: T\nlocale: zh-CN\n" }, { name("about.md"), front("a: b\n") },
            { name("about-en.md"), front("a: b\n") } },
        { name("about.md=zh about-en.md=en") });
    row("the text's language",
        { { name("about.md"), front("a: b\n") + chinese }, { name("about-en.md"), front("a: b\n") } },
        { name("about.md=zh about-en.md=en") });
    row("three, and two scripts",
        { { name("about.md"), front("lang: en\n") }, { name("about.zh-cn.md"), front("a: b\n") },
            { name("about.zh-tw.md"), front("a: b\n") } },
        { name("about.md=en about.zh-cn.md=zh about.zh-tw.md=zh-TW") });
    row("no language twice",
        { { name("about.md"), front("lang: zh\n") }, { name("about_zh.md"), front("a: b\n") } },
        { name("about.md=zh"), name("about_zh.md=zh") });
    row("words that are no language",
        { { name("cv.md"), front("a: b\n") + english }, { name("about_me.md"), front("a: b\n") + english },
            { name("about.md"), front("a: b\n") + english } },
        { name("about.md=en"), name("about_me.md=en"), name("cv.md=en") });
}

void LanguagesTest::pagesInTwoLanguagesStandTogether()
{
    QFETCH(Buffers, files);
    QFETCH(QStringList, groups);
    QCOMPARE(told(files), groups);
}

void LanguagesTest::pagesOfALanguagesFolderAreEditable()
{
    const Buffers buffers { { QStringLiteral("index.md"), front("a: b\n") },
        { QStringLiteral("zh/index.md"), front("a: b\n") },
        { QStringLiteral("en/_pages/cv.md"), front("a: b\n") },
        { QStringLiteral("docs/index.md"), front("a: b\n") },
        { QStringLiteral("zh/notes/x.md"), front("a: b\n") } };
    QCOMPARE(editablePages(*siteFiles({}, buffers)),
        QStringList({ QStringLiteral("index.md"), QStringLiteral("zh/index.md"),
            QStringLiteral("en/_pages/cv.md") }));
}

void LanguagesTest::addressesFollowTheSettings_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("url");
    const auto row = [](const char* name, const QByteArray& config, const char* file, const QByteArray& text,
                         const char* url) {
        QTest::newRow(name) << config << QString::fromLatin1(file) << text << QString::fromLatin1(url);
    };
    row("permalink", "a: b\n", "_pages/about.md", front("permalink: /me/\n"), "/me/");
    row("index", "a: b\n", "index.md", front("a: b\n"), "/");
    row("index of a folder", "a: b\n", "zh/index.md", front("a: b\n"), "/zh/");
    row("plain", "a: b\n", "cv.md", front("a: b\n"), "/cv.html");
    row("pretty", "permalink: pretty\n", "cv.md", front("a: b\n"), "/cv/");
    row("by default",
        "defaults:\n  - scope: {path: '', type: pages}\n    values: {permalink: '/:basename/'}\n",
        "_pages/cv.md", front("a: b\n"), "/cv/");
    row("a collection called pages", "collections:\n  pages:\n    output: true\n    permalink: /:name/\n",
        "_pages/cv.md", front("a: b\n"), "/cv/");
}

void LanguagesTest::addressesFollowTheSettings()
{
    QFETCH(QByteArray, config);
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    const auto files
        = siteFiles({}, { { QStringLiteral("_config.yml"), config + "baseurl: /base/\n" }, { file, text } });
    const PageAddress address = PageAddresses(*files).of(file);
    QTEST(address.url, "url");
    QCOMPARE(address.baseUrl, QStringLiteral("/base"));
}

void LanguagesTest::sectionsCorrespondAcrossLanguages()
{
    const profile::Profile english = read("Hello.\n\n# News\n\n- *2024*: One\n\n# My hobbies\n\nText.\n\n# "
                                          "Publications\n\n- A\n\n# More\n\nText.\n");
    const profile::Profile chinese = read(QStringLiteral(
        "你好。\n\n# 新闻\n\n- *2024*: 一\n\n# 爱好\n\n文字。\n\n# 发表论文\n\n- A\n\n# 更多\n\n文字。\n")
                                              .toUtf8());
    QCOMPARE(english.sections.size(), chinese.sections.size());
    for (int section = 0; section < int(english.sections.size()); ++section)
        QCOMPARE(profile::correspondingSection(english, section, chinese), section);
    // Another order, and one that the other page lacks.
    const profile::Profile shorter
        = read(QStringLiteral("# 发表论文\n\n- A\n\n# 新闻\n\n- *2024*: 一\n").toUtf8());
    QCOMPARE(profile::correspondingSection(english, 1, shorter), 1);
    QCOMPARE(profile::correspondingSection(english, 3, shorter), 0);
    QCOMPARE(profile::correspondingSection(english, 9, shorter), -1);
}

void LanguagesTest::itemsCorrespondByAddressOrPlace()
{
    const profile::Profile english = read(
        "# Publications\n\n- [One](https://a.org/1), **A. Author**, *ICML 2024*\n"
        "- [Two](https://a.org/2), **A. Author**, *ICML 2023*\n\n# News\n\n- *2024*: One\n- *2023*: Two\n");
    const profile::Profile chinese = read(QStringLiteral(
        "# 发表论文\n\n- [二](https://a.org/2), **A. Author**, *ICML 2023*\n"
        "- [一](https://a.org/1), **A. Author**, *ICML 2024*\n\n# 新闻\n\n- *2024*: 一\n- *2023*: 二\n")
                                              .toUtf8());
    QCOMPARE(profile::correspondingItem(english, { 0, 0 }, chinese), (profile::ItemRef { 0, 1 }));
    QCOMPARE(profile::correspondingItem(english, { 1, 1 }, chinese), (profile::ItemRef { 1, 1 }));
    QCOMPARE(profile::correspondingItem(english, { 1, -1 }, chinese), (profile::ItemRef { 1, -1 }));
}

LECTERN_GUILESS_MAIN(LanguagesTest)
#include "tst_languages.moc"
