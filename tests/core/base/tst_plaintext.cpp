// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/plaintext.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QTest>

using namespace lectern;

class PlainTextTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void textIsToldFromWhatIsNone_data();
    void textIsToldFromWhatIsNone();
    void picturesAndProgramsAreNone();
};

namespace {

QByteArray utf16(const QString& text, bool bigEndian)
{
    QByteArray bytes;
    for (const QChar c : text) {
        const char low = char(c.unicode() & 0xFF);
        const char high = char(c.unicode() >> 8);
        bytes.append(bigEndian ? high : low).append(bigEndian ? low : high);
    }
    return bytes;
}

} // namespace

void PlainTextTest::textIsToldFromWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isText");
    const QByteArray page = QByteArray("# News\n\n- *2024.01*: A paper was accepted.\n").repeated(20);
    const QString english = QStringLiteral("# News\n\n- *2024.01*: A paper was accepted.\n");
    const QString chinese
        = QStringLiteral("新闻：莫梓钊的论文被录用了，感谢合作者的支持与帮助。\n").repeated(20);
    QTest::newRow("nothing") << QByteArray() << true;
    QTest::newRow("a page") << page << true;
    QTest::newRow("Latin-1") << QByteArray("Universit\xe9\n") << true;
    QTest::newRow("other control characters alone") << QByteArray("\x01\x02\x03") << true;
    QTest::newRow("one NUL in a few words") << QByteArray("a\0b", 3) << true;
    QTest::newRow("a NUL in each item")
        << QByteArray(page).replace("paper", QByteArray("pa\0per", 6)) << true;
    QTest::newRow("a page whose end a failed disk left as zeros") << page + QByteArray(5000, '\0') << true;
    QTest::newRow("zeros alone") << QByteArray(5000, '\0') << false;
    QTest::newRow("UTF-16 with its mark") << "\xff\xfe" + utf16(english, false) << false;
    QTest::newRow("UTF-16 BE with its mark") << "\xfe\xff" + utf16(english, true) << false;
    QTest::newRow("UTF-16 without a mark") << utf16(english, false) << false;
    QTest::newRow("UTF-16 BE without a mark") << utf16(english, true) << false;
    QTest::newRow("Chinese UTF-16 with its mark") << "\xff\xfe" + utf16(chinese, false) << false;
    QTest::newRow("Chinese UTF-16 without a mark") << utf16(chinese, false) << false;
    QTest::newRow("the smallest picture") << QByteArray(
        "GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff\x21\xf9\4\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\1D\0;", 43)
                                          << false;
}

void PlainTextTest::textIsToldFromWhatIsNone()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isText);
    QCOMPARE(looksLikeText(bytes), isText);
}

void PlainTextTest::picturesAndProgramsAreNone()
{
    QVERIFY(
        !looksLikeText(test::bytesOf(test::sourcePath(QStringLiteral("resources/screenshots/window.png")))));
    QVERIFY(!looksLikeText(test::bytesOf(QCoreApplication::applicationFilePath())));
}

QTEST_GUILESS_MAIN(PlainTextTest)
#include "tst_plaintext.moc"
