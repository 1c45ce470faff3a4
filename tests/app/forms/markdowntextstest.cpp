// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/markdownpaste.h"
#include "app/forms/markdownstyles.h"
#include "app/forms/pictures.h"
#include "app/forms/sitefiles.h"
#include "app/forms/textbox.h"
#include "app/forms/textrecord.h"
#include "app/settings/settingsstore.h"
#include "app/spelling/spelling.h"
#include "app/spelling/spellrules.h"
#include "tests/support/guimain.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>

using namespace lectern::app;

/// What text and picture fields do to what a user brings: styles, pasted text, words for the spelling,
/// pictures.
class MarkdownTextsTest : public lectern::test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void stylesFollowThePublishedPage_data();
    void stylesFollowThePublishedPage();
    void anAddressOverASelectionBecomesALink();
    void pastedHtmlBecomesMarkdown_data();
    void pastedHtmlBecomesMarkdown();
    void plainTextOnTheClipboardStaysAsItIs();
    void onlyWordsOfALanguageAreChecked_data();
    void onlyWordsOfALanguageAreChecked();
    void dictionariesAreLoadedAndWordsLearnt();
    void theCaretKeepsItsWords_data();
    void theCaretKeepsItsWords();
    void fileNamesBecomeSafe_data();
    void fileNamesBecomeSafe();
    void aTakenNameGetsANumber();
    void heavyPicturesBecomeSmaller();
    void animationsAreLeftAlone();
};

void MarkdownTextsTest::stylesFollowThePublishedPage_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("styles"); // b bold, i italic, c code, l link, m mark, $ math, . plain
    QTest::newRow("bold") << QStringLiteral("a **b** c") << QStringLiteral("..mmbmm..");
    QTest::newRow("italic with CJK") << QStringLiteral("莫 *梓钊*") << QStringLiteral("..miim");
    QTest::newRow("surrogates keep their places") << QStringLiteral("🎉 **b**") << QStringLiteral("...mmbmm");
    QTest::newRow("a lone star is a star") << QStringLiteral("2 * 3") << QStringLiteral(".....");
    QTest::newRow("code") << QStringLiteral("`x`") << QStringLiteral("ccc");
    QTest::newRow("link") << QStringLiteral("[a](http://b)") << QStringLiteral("mlmmmmmmmmmmm");
    QTest::newRow("Liquid") << QStringLiteral("a {{ b }}") << QStringLiteral("..mmmmmmm");
    QTest::newRow("inline HTML") << QStringLiteral("<b>x</b>") << QStringLiteral("mmmbmmmm");
}

void MarkdownTextsTest::stylesFollowThePublishedPage()
{
    QFETCH(QString, text);
    QString found;
    for (const std::uint8_t style : markdownStyles(text)) {
        found += style & MarkText ? u'm'
            : style & CodeText    ? u'c'
            : style & MathText    ? u'$'
            : style & LinkText    ? u'l'
            : style & BoldText    ? u'b'
            : style & ItalicText  ? u'i'
                                  : u'.';
    }
    QTEST(found, "styles");
}

void MarkdownTextsTest::anAddressOverASelectionBecomesALink()
{
    QMimeData data;
    data.setText(QStringLiteral("https://example.org/a_b "));
    QCOMPARE(pastedMarkdown(data, QStringLiteral("my page")),
        QStringLiteral("[my page](https://example.org/a_b)"));
    QCOMPARE(pastedMarkdown(data, {}), QStringLiteral("https://example.org/a_b "));
    QCOMPARE(pastedMarkdown(data, QStringLiteral("https://old.example")),
        QStringLiteral("https://example.org/a_b "));
}

void MarkdownTextsTest::pastedHtmlBecomesMarkdown_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("markdown");
    QTest::newRow("emphasis") << QStringLiteral("<p>I <b>am</b> <i>here</i>.</p>")
                              << QStringLiteral("I **am** *here*.");
    QTest::newRow("link") << QStringLiteral("<a href='https://e.org'>Prof. Xu</a>, Macau")
                          << QStringLiteral("[Prof. Xu](https://e.org), Macau");
    QTest::newRow("spaces stay outside marks")
        << QStringLiteral("a<b> b </b>c") << QStringLiteral("a **b** c");
    QTest::newRow("list") << QStringLiteral("<ul><li>One</li><li><b>Two</b></li></ul>")
                          << QStringLiteral("- One\n- **Two**");
    QTest::newRow("paragraphs") << QStringLiteral("<p><em>One</em></p><p>Two</p>")
                                << QStringLiteral("*One*\n\nTwo");
    QTest::newRow("marks in the words are kept as words")
        << QStringLiteral("<b>2*3</b> [x]") << QStringLiteral("**2\\*3** \\[x\\]");
}

void MarkdownTextsTest::pastedHtmlBecomesMarkdown()
{
    QFETCH(QString, html);
    QMimeData data;
    data.setHtml(html);
    data.setText(QStringLiteral("plain"));
    QTEST(pastedMarkdown(data, {}), "markdown");
    class Opened : public TextBox {
    public:
        using TextBox::insertFromMimeData;
        using TextBox::TextBox;
    };
    Opened box(TextBox::Lines::Many);
    box.setMarkdown(true);
    box.insertFromMimeData(&data);
    QTEST(box.record(), "markdown");
}

void MarkdownTextsTest::plainTextOnTheClipboardStaysAsItIs()
{
    QMimeData data;
    data.setHtml(QStringLiteral(
        "<html><body><!--StartFragment--><span style='color:red'>a_b [c]</span></body></html>"));
    data.setText(QStringLiteral("a_b [c]"));
    QCOMPARE(pastedMarkdown(data, {}), QStringLiteral("a_b [c]"));
}

void MarkdownTextsTest::onlyWordsOfALanguageAreChecked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("words") << QStringLiteral("It’s a well-known fact.")
                           << QStringList({ QStringLiteral("It’s"), QStringLiteral("well"), QStringLiteral("known"), QStringLiteral("fact") });
    QTest::newRow("marks") << QStringLiteral("**Bold** and [label](https://e.org/path)")
                           << QStringList({ QStringLiteral("Bold"), QStringLiteral("and"), QStringLiteral("label") });
    QTest::newRow("addresses") << QStringLiteral("see https://e.org/foo or me@e.org or images/x.png now")
                               << QStringList({ QStringLiteral("see"), QStringLiteral("or"), QStringLiteral("or"), QStringLiteral("now") });
    QTest::newRow("abbreviations") << QStringLiteral("GPUs, MLSys, SC23, CCF and Liquid {{ site.x }}")
                                   << QStringList({ QStringLiteral("and"), QStringLiteral("Liquid") });
    QTest::newRow("code") << QStringLiteral("run `make instal` <span class='foo'>here</span>")
                          << QStringList({ QStringLiteral("run"), QStringLiteral("here") });
    QTest::newRow("Chinese") << QStringLiteral("我 like 机器学习") << QStringList({ QStringLiteral("like") });
    QTest::newRow("names") << QStringLiteral("with Huanle") << QStringList({ QStringLiteral("with") });
}

void MarkdownTextsTest::onlyWordsOfALanguageAreChecked()
{
    QFETCH(QString, text);
    QStringList found;
    for (const auto& [from, to] : wordsToCheck(text, markdownStyles(text), { QStringLiteral("Huanle") }))
        found.append(text.sliced(from, to - from));
    QTEST(found, "words");
}

void MarkdownTextsTest::dictionariesAreLoadedAndWordsLearnt()
{
    QTemporaryDir folder;
    const auto write = [&folder](const char* name, const QByteArray& bytes) {
        QFile file(folder.filePath(QLatin1StringView(name)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    };
    write("xx_XX.aff", "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\n");
    write("xx_XX.dic", "3\nhello\nworld\ncafé\n");
    const QString settingsPath = folder.filePath(QStringLiteral("settings.ini"));
    SettingsStore settings(settingsPath);
    Spelling spelling(settings, { folder.path() });
    QCOMPARE(spelling.languages(), QStringList({ QStringLiteral("xx_XX") }));
    const QString language = QStringLiteral("xx_XX");
    QVERIFY(spelling.isCorrect(language, QStringLiteral("wrold"))); // nothing is known yet
    QTRY_VERIFY(spelling.isReady(language));
    QVERIFY(!spelling.isCorrect(language, QStringLiteral("wrold")));
    QVERIFY(spelling.isCorrect(language, QStringLiteral("café")));
    QVERIFY(spelling.suggestions(language, QStringLiteral("wrold")).contains(QStringLiteral("world")));
    spelling.learn(QStringLiteral("wrold"));
    QVERIFY(spelling.isCorrect(language, QStringLiteral("wrold")));
    spelling.setLanguage(QStringLiteral("site/news/text"), language);
    SettingsStore again(settingsPath);
    Spelling later(again, { folder.path() });
    QCOMPARE(later.language(QStringLiteral("site/news/text")), language);
    later.setLanguage(QStringLiteral("site/news/text"), {});
    QCOMPARE(later.language(QStringLiteral("site/news/text")), QString());
    QTRY_VERIFY(later.isReady(language));
    QVERIFY(later.isCorrect(language, QStringLiteral("wrold")));
}

void MarkdownTextsTest::theCaretKeepsItsWords_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("kept");
    QTest::newRow("grows at both ends")
        << QStringLiteral("Hetis: Serving") << QStringLiteral("The Hetis: Serving LLMs") << 7 << 11;
    QTest::newRow("before the change")
        << QStringLiteral("abc def") << QStringLiteral("abc xyz def") << 2 << 2;
    QTest::newRow("behind the change")
        << QStringLiteral("abc def") << QStringLiteral("abc xyz def") << 6 << 10;
    QTest::newRow("nothing is left of it") << QStringLiteral("abc") << QStringLiteral("xyzxyz") << 2 << 2;
    QTest::newRow("emptied") << QStringLiteral("abc") << QString() << 3 << 0;
}

void MarkdownTextsTest::theCaretKeepsItsWords()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(int, at);
    QTEST(int(keptPosition(before, after, at)), "kept");
}

void MarkdownTextsTest::fileNamesBecomeSafe_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("safe");
    QTest::newRow("spaces and brackets")
        << QStringLiteral("My Photo (1).PNG") << QStringLiteral("my-photo-1.png");
    QTest::newRow("accents") << QStringLiteral("Café Zürich.jpeg") << QStringLiteral("cafe-zurich.jpeg");
    QTest::newRow("nothing left") << QStringLiteral("照片.png") << QStringLiteral("picture.png");
    QTest::newRow("no way out") << QStringLiteral("../../etc/passwd") << QStringLiteral("etc-passwd");
    QTest::newRow("Jekyll's own") << QStringLiteral("_draft.png") << QStringLiteral("draft.png");
}

void MarkdownTextsTest::fileNamesBecomeSafe()
{
    QFETCH(QString, name);
    const QString safe = safeFileName(name, QStringLiteral("picture"));
    QVERIFY(!safe.contains(u'/') && !safe.startsWith(u'.'));
    if (!name.startsWith(u'.'))
        QTEST(safe, "safe");
}

void MarkdownTextsTest::aTakenNameGetsANumber()
{
    const QSet<QString> taken { QStringLiteral("images/a.png"), QStringLiteral("images/a-2.png") };
    QCOMPARE(freePath(QStringLiteral("images"), QStringLiteral("a.png"),
                 [&](const QString& path) { return taken.contains(path); }),
        QStringLiteral("images/a-3.png"));
}

void MarkdownTextsTest::heavyPicturesBecomeSmaller()
{
    QImage photo(3200, 2400, QImage::Format_RGB32);
    for (int y = 0; y < photo.height(); ++y) {
        for (int x = 0; x < photo.width(); ++x)
            photo.setPixel(x, y, qRgb((x * y) % 251, (x + y) % 241, (x ^ y) % 239));
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QVERIFY(photo.save(&buffer, "PNG"));
    const auto facts = pictureFacts(buffer.data());
    QVERIFY(facts && facts->size == photo.size() && !facts->isAnimated);
    QVERIFY(isHeavy(buffer.data(), *facts));
    const auto smaller = smallerPicture(buffer.data());
    QVERIFY(smaller);
    QCOMPARE(smaller->size, QSize(1600, 1200));
    QCOMPARE(smaller->suffix, QStringLiteral("jpg"));
    QVERIFY(smaller->bytes.size() < buffer.data().size());
    QVERIFY(!isHeavy(smaller->bytes.first(100), { QStringLiteral("jpeg"), smaller->size, false }));
}

void MarkdownTextsTest::animationsAreLeftAlone()
{
    QVERIFY(!isHeavy(QByteArray(5'000'000, 'x'), { QStringLiteral("gif"), { 4000, 4000 }, true }));
    QVERIFY(!pictureFacts(QByteArrayLiteral("no picture")));
}

LECTERN_GUI_MAIN(MarkdownTextsTest)
#include "markdowntextstest.moc"
