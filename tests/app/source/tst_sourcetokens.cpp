// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/source/sourcetokens.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>

using namespace lectern;
using app::SourceLanguage;
using app::Token;

/// A word of a text has one colour: the test marks the words that it asks about.
class SourceTokensTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void namesTellTheLanguage();
    void colours_data();
    void colours();
    void oneTokenForEachByteOfAnyPrefix();
    void realPagesAreReadToTheirEnd();
};

void SourceTokensTest::namesTellTheLanguage()
{
    QCOMPARE(app::sourceLanguage(QStringLiteral("_pages/about.md")), SourceLanguage::Page);
    QCOMPARE(app::sourceLanguage(QStringLiteral("_layouts/default.html")), SourceLanguage::Template);
    QCOMPARE(app::sourceLanguage(QStringLiteral("_config.yml")), SourceLanguage::Yaml);
    QCOMPARE(app::sourceLanguage(QStringLiteral("assets/css/main.scss")), SourceLanguage::Style);
    QCOMPARE(app::sourceLanguage(QStringLiteral("LICENSE")), SourceLanguage::Plain);
}

void SourceTokensTest::colours_data()
{
    QTest::addColumn<SourceLanguage>("language");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<Token>("token");
    const QByteArray page = "---\ntitle: \"Hello\" # note\n---\n\n# News {#n}\n\nSome *soft* and **loud** `code` words,\n"
                            "[label](address.html) <b class=\"big\">bold</b> &nbsp; {{ site.url }}\n\n"
                            "- item\n\n<!-- away\n\n# no heading -->\n\n```py\n# comment\n```\nafter\n";
    const struct {
        const char* word;
        Token token;
    } inPage[] = {
        {"---\nti", Token::Header},
        {"title", Token::Key},
        {"\"Hello\"", Token::Value},
        {"# note", Token::Comment},
        {"# News", Token::Heading},
        {"Some", Token::Text},
        {"*soft*", Token::Emphasis},
        {"**loud**", Token::Strong},
        {"`code`", Token::Code},
        {"label", Token::Link},
        {"address.html", Token::Address},
        {"<b", Token::Tag},
        {"\"big\"", Token::Attribute},
        {"bold", Token::Text},
        {"&nbsp;", Token::Entity},
        {"{{ site.url }}", Token::Liquid},
        {"- item", Token::Mark},
        {"# no heading", Token::Comment},
        {"# comment", Token::Code},
        {"after", Token::Text},
    };
    for (const auto& entry : inPage)
        QTest::addRow("page %s", entry.word) << SourceLanguage::Page << page << QByteArray(entry.word) << entry.token;
    const QByteArray html = "---\nlayout: x\n---\n<!-- c --><p id='a'>{% if x %}T &amp; U{% endif %}</p>";
    QTest::newRow("template key") << SourceLanguage::Template << html << QByteArray("layout") << Token::Key;
    QTest::newRow("template comment") << SourceLanguage::Template << html << QByteArray("<!-- c -->") << Token::Comment;
    QTest::newRow("template tag") << SourceLanguage::Template << html << QByteArray("<p") << Token::Tag;
    QTest::newRow("template attribute") << SourceLanguage::Template << html << QByteArray("'a'") << Token::Attribute;
    QTest::newRow("template Liquid") << SourceLanguage::Template << html << QByteArray("{% if x %}") << Token::Liquid;
    QTest::newRow("template text") << SourceLanguage::Template << html << QByteArray("T ") << Token::Text;
    QTest::newRow("template entity") << SourceLanguage::Template << html << QByteArray("&amp;") << Token::Entity;
    const QByteArray yaml = "# top\nauthor:\n  name: \"A # B\"\n  url: http://x.y/#z\nlist:\n  - yes\ntext: |\n  one\n  two\nend: 1\n";
    QTest::newRow("yaml comment") << SourceLanguage::Yaml << yaml << QByteArray("# top") << Token::Comment;
    QTest::newRow("yaml key") << SourceLanguage::Yaml << yaml << QByteArray("name") << Token::Key;
    QTest::newRow("yaml quoted") << SourceLanguage::Yaml << yaml << QByteArray("\"A # B\"") << Token::Value;
    QTest::newRow("yaml plain") << SourceLanguage::Yaml << yaml << QByteArray("http://x.y/#z") << Token::Text;
    QTest::newRow("yaml mark") << SourceLanguage::Yaml << yaml << QByteArray("- ") << Token::Mark;
    QTest::newRow("yaml word") << SourceLanguage::Yaml << yaml << QByteArray("yes") << Token::Value;
    QTest::newRow("yaml block text") << SourceLanguage::Yaml << yaml << QByteArray("two") << Token::Value;
    QTest::newRow("yaml behind it") << SourceLanguage::Yaml << yaml << QByteArray("end") << Token::Key;
    const QByteArray style = "// c\n@import \"a\";\na:hover { color: red; $x: 1px; /* d */ }\n";
    QTest::newRow("style comment") << SourceLanguage::Style << style << QByteArray("// c") << Token::Comment;
    QTest::newRow("style rule") << SourceLanguage::Style << style << QByteArray("@import") << Token::Mark;
    QTest::newRow("style text") << SourceLanguage::Style << style << QByteArray("\"a\"") << Token::Value;
    QTest::newRow("style selector") << SourceLanguage::Style << style << QByteArray("a:hover") << Token::Text;
    QTest::newRow("style property") << SourceLanguage::Style << style << QByteArray("color") << Token::Key;
}

void SourceTokensTest::colours()
{
    QFETCH(SourceLanguage, language);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, word);
    QFETCH(Token, token);
    const QByteArray tokens = app::tokens(text, language);
    QCOMPARE(tokens.size(), text.size());
    const qsizetype at = text.indexOf(word);
    QVERIFY(at >= 0);
    QCOMPARE(int(tokens[at]), int(token));
}

void SourceTokensTest::oneTokenForEachByteOfAnyPrefix()
{
    const QByteArray text = "\xEF\xBB\xBF---\r\na: 'b\r\n---\r\n# T <b x=\"\r\n<!-- {{ `a\r\n[b](c \xFF\r\n```\r\n| a | {% x \r\n***\r\n> q\r\n1. n\r\n";
    for (const SourceLanguage language : {SourceLanguage::Page, SourceLanguage::Template, SourceLanguage::Yaml,
             SourceLanguage::Style, SourceLanguage::Plain}) {
        for (qsizetype length = 0; length <= text.size(); ++length) {
            const QByteArray tokens = app::tokens(text.first(length), language);
            QCOMPARE(tokens.size(), length);
            for (const char token : tokens)
                QVERIFY(token >= 0 && token < app::tokenCount);
        }
    }
}

void SourceTokensTest::realPagesAreReadToTheirEnd()
{
    const QStringList pages = test::corpusPages();
    if (pages.isEmpty())
        QSKIP("the corpus is not here");
    for (const QString& page : pages) {
        const QByteArray bytes = test::bytesOf(page);
        const QByteArray tokens = app::tokens(bytes, SourceLanguage::Page);
        QCOMPARE(tokens.size(), bytes.size());
        // A page has headings or text; one that is all comment or code would be a reader that lost its way.
        QVERIFY2(bytes.size() < 200 || tokens.count(char(Token::Text)) > bytes.size() / 20, qPrintable(page));
    }
}

LECTERN_GUILESS_MAIN(SourceTokensTest)
#include "tst_sourcetokens.moc"
