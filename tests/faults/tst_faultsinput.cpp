// SPDX-License-Identifier: GPL-3.0-or-later
// Fault cases about what is read: encodings and line endings. Each ends with a clear message
// where there is one to give, and with every byte that was not meant still there. What is large is in
// tst_faultsbombs.
#include "app/shell/editorcolumn.h"
#include "app/source/sourceeditor.h"
#include "app/source/sourcepanel.h"
#include "app/workspace/workspace.h"
#include "core/profile/intentions.h"
#include "tests/faults/faultsite.h"
#include "tests/support/guimain.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QUndoStack>

#include <algorithm>

using namespace lectern;

class FaultsInputTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void case12_otherEncodingsKeepTheirBytes_data();
    void case12_otherEncodingsKeepTheirBytes();
    void case12_whatIsNoTextIsRefused_data();
    void case12_whatIsNoTextIsRefused();
    void case13_everyFieldEditKeepsTheRest_data();
    void case13_everyFieldEditKeepsTheRest();
    void case13_aNulShowsAndSurvives();
    void case13_editsBesideANulAreRecoveredAndMerged();
    void case13_newItemsTakeTheLineEnding_data();
    void case13_newItemsTakeTheLineEnding();

private:
    std::unique_ptr<test::FaultSite> m_site;
};

namespace {

using profile::FieldShape;
using profile::FieldValue;

/// A value unlike the present one, of the field's shape.
FieldValue another(const profile::Field& field, int round)
{
    const QString word = QStringLiteral("Neu é中 %1").arg(round);
    if (field.id == profile::FieldId::Year)
        return QString::number(1990 + round % 30);
    if (field.id == profile::FieldId::Ranks)
        return QStringList { QStringLiteral("CCF-C"), QStringLiteral("JCR-Q2") };
    switch (field.shape) {
    case FieldShape::Authors:
        return std::vector<profile::Author> { { QStringLiteral("Zoé 中 E"), true, {}, {} },
            { QStringLiteral("C D"), false, {}, {} } };
    case FieldShape::Tags:
    case FieldShape::Lines:
        return QStringList { word, QStringLiteral("second") };
    case FieldShape::Links:
        return std::vector<profile::Link> { { QStringLiteral("Code"),
            QStringLiteral("https://a.example/%1").arg(round) } };
    case FieldShape::Url:
    case FieldShape::Image:
        return QStringLiteral("https://a.example/new/%1").arg(round);
    case FieldShape::Date:
        return QStringLiteral("20%1").arg(10 + round % 15);
    case FieldShape::Text:
    case FieldShape::Line:
        break;
    }
    return word;
}

QByteArrayList lines(const QByteArray& text)
{
    QByteArrayList all;
    qsizetype from = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool ends
            = text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n'));
        if (ends) {
            all.append(text.sliced(from, at + 1 - from));
            from = at + 1;
        }
    }
    if (from < text.size())
        all.append(text.sliced(from));
    return all;
}

/// The faulty site's page with more kinds of items.
QByteArray manyFields()
{
    return test::faultText
        + "\n# Honors and Awards\n- *2021.10* A prize of a society.\n- *2020.09* Another prize.\n"
          "\n# Educations\n- *2018.09 - 2022.06*, B.E., A University.\n- *2022.09 - now*, Ph.D., Another "
          "University.\n";
}

QByteArray withEndings(QByteArray text, const QByteArray& ending)
{
    return text.replace("\n", ending);
}

/// A NUL inside a word of a text, a date's item, a title, an address, an author and a heading.
QByteArray withNul()
{
    const QByteArray nul(1, '\0');
    return manyFields()
        .replace("this is", "th" + nul + "is is")
        .replace("*2023*: two", "*2023*: t" + nul + "wo")
        .replace("Second paper", "Second" + nul + " paper")
        .replace("example/2", "example/" + nul + "2")
        .replace("# Educations", "# Educ" + nul + "ations");
}

QByteArray mixed()
{
    QByteArray text;
    int i = 0;
    for (const QByteArray& line : lines(manyFields()))
        text += line.chopped(1) + (++i % 3 == 0 ? "\r\n" : "\n");
    return text;
}

} // namespace

void FaultsInputTest::init()
{
    Suite::init();
    m_site = std::make_unique<test::FaultSite>();
}

void FaultsInputTest::case12_otherEncodingsKeepTheirBytes_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("Latin-1") << QByteArray("Universit\xe9 de Gen\xe8ve\n");
    QTest::newRow("broken UTF-8") << QByteArray("cut \xe4\xb8 in two \xff\xfe\n");
    QTest::newRow("GBK") << QByteArray("\xc4\xaa\xd7\xd3\xba\xad\n");
    QTest::newRow("surrogates") << QByteArray("\xed\xa0\x80\xed\xb0\x80\n");
}

void FaultsInputTest::case12_otherEncodingsKeepTheirBytes()
{
    QFETCH(QByteArray, line);
    const QByteArray page = test::faultText + "\n# More\n" + line;
    m_site->write(test::faultPage, page);
    QVERIFY(m_site->open());
    m_site->type("[First paper]", "[Ein Titel mit \xc3\xa4]");
    QCOMPARE(m_site->writeInSheet(), QString());
    QCOMPARE(test::bytesOf(m_site->pagePath()),
        QByteArray(page).replace("[First paper]", "[Ein Titel mit \xc3\xa4]"));
}

void FaultsInputTest::case12_whatIsNoTextIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("UTF-16") << QByteArray("\xff\xfeH\0e\0l\0l\0o\0\n\0", 14);
    QTest::newRow("UTF-16 without a mark") << QByteArray("H\0e\0l\0l\0o\0\n\0", 12);
    QTest::newRow("a picture") << test::bytesOf(
        test::sourcePath(QStringLiteral("resources/screenshots/window.png")));
}

void FaultsInputTest::case12_whatIsNoTextIsRefused()
{
    QFETCH(QByteArray, bytes);
    m_site->write(test::faultPage, bytes);
    QVERIFY(!m_site->open());
    QVERIFY2(m_site->window().bar().text().contains(QStringLiteral("not a text file")),
        qPrintable(m_site->window().bar().text()));
    QCOMPARE(test::bytesOf(m_site->pagePath()), bytes);
}

void FaultsInputTest::case13_everyFieldEditKeepsTheRest_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::newRow("LF") << manyFields();
    QTest::newRow("byte order mark") << "\xef\xbb\xbf" + manyFields();
    QTest::newRow("CRLF") << withEndings(manyFields(), "\r\n");
    QTest::newRow("mixed") << mixed();
    QTest::newRow("lone CR") << manyFields().replace("one\n- *2023*: two\n", "one\r- *2023*: two\r");
    QTest::newRow("no final newline") << manyFields().chopped(1);
    QTest::newRow("no-break spaces and separators")
        << manyFields()
               .replace("this is", "this\xc2\xa0is \xe2\x80\xa8\xe2\x80\xa9 \t")
               .replace(", a note",
                   ",\xc2\xa0"
                   "a note");
    QTest::newRow("NUL") << withNul();
    QTest::newRow("a failed disk's zeros at the end") << manyFields() + QByteArray(4096, '\0');
    QTest::newRow("trailing spaces and tabs") << manyFields().replace("me.\n", "me.  \t\n");
    QTest::newRow("Latin-1 beside") << manyFields() + "\n# More\nUniversit\xe9\n";
}

void FaultsInputTest::case13_everyFieldEditKeepsTheRest()
{
    QFETCH(QByteArray, page);
    m_site->write(test::faultPage, page);
    QVERIFY(m_site->open());
    app::Workspace& workspace = m_site->workspace();
    int edits = 0;
    int refused = 0;
    const profile::Profile before = workspace.profile();
    for (int section = 0; section < int(before.sections.size()); ++section) {
        for (int index = 0; index < int(before.sections[size_t(section)].items.size()); ++index) {
            const profile::Item item = before.sections[size_t(section)].items[size_t(index)];
            for (const profile::Field& field : item.fields) {
                const auto change
                    = profile::setField(before, { section, index }, field.id, another(field, ++edits));
                if (!change) {
                    ++refused;
                    continue;
                }
                workspace.pushPage(*change, QStringLiteral("Set"), app::EditSource::Form);
                const QByteArray after = m_site->buffer();
                // Lines that do not belong to the item are the same, byte for byte.
                QVERIFY(after.startsWith(page.first(item.range.from)));
                QVERIFY(after.endsWith(page.sliced(item.range.to)));
                // And no line got an ending that its neighbours do not have.
                const QByteArray inside
                    = after.sliced(item.range.from, after.size() - page.size() + item.range.length());
                if (!page.contains('\r'))
                    QVERIFY(!inside.contains('\r'));
                else if (!QByteArray(page).replace("\r\n", "").contains('\n'))
                    QVERIFY2(!QByteArray(inside).replace("\r\n", "").contains('\n'), inside.constData());
                workspace.undoStack()->undo();
                QCOMPARE(m_site->buffer(), page);
            }
        }
    }
    QVERIFY2(edits >= 25 && refused == 0,
        qPrintable(QStringLiteral("%1 edits, %2 refused").arg(edits).arg(refused)));
    QVERIFY(workspace.changedFiles().isEmpty());
    QCOMPARE(test::bytesOf(m_site->pagePath()), page);
}

void FaultsInputTest::case13_aNulShowsAndSurvives()
{
    const QByteArray page = withNul();
    m_site->write(test::faultPage, page);
    QVERIFY(m_site->open());
    app::Workspace& workspace = m_site->workspace();
    QCOMPARE(workspace.profile().sections.size(), size_t(5));
    m_site->window().editor().setView(app::EditorColumn::View::Source);
    app::SourceEditor* source = m_site->window().editor().source()->editor();
    QTRY_COMPARE(source->bytes(), page);
    m_site->window().editor().setView(app::EditorColumn::View::Forms);
    const auto present = [](const profile::Profile& profile, profile::ItemRef at, profile::FieldId id) {
        return std::get<QString>(profile.item(at)->field(id)->value);
    };
    // The second paper is shown with its NULs in place; its note is changed.
    const profile::ItemRef second { 2, 1 };
    QCOMPARE(present(workspace.profile(), second, profile::FieldId::Title),
        QStringLiteral("Second%1 paper").arg(QChar(u'\0')));
    const auto note = profile::setField(
        workspace.profile(), second, profile::FieldId::Note, QStringLiteral("another note."));
    QVERIFY(note);
    workspace.pushPage(*note, QStringLiteral("Set"), app::EditSource::Form);
    QByteArray expected = page;
    expected.replace(page.lastIndexOf("a note"), 6, "another note");
    QCOMPARE(m_site->buffer(), expected);
    // The field that holds one is changed at another place.
    const auto title = profile::setField(workspace.profile(), second, profile::FieldId::Title,
        QStringLiteral("Second%1 papers").arg(QChar(u'\0')));
    QVERIFY(title);
    workspace.pushPage(*title, QStringLiteral("Set"), app::EditSource::Form);
    expected.replace(QByteArray("Second\0 paper", 13), QByteArray("Second\0 papers", 14));
    QCOMPARE(m_site->buffer(), expected);
    QCOMPARE(m_site->writeInSheet(), QString());
    QCOMPARE(test::bytesOf(m_site->pagePath()), expected);
}

void FaultsInputTest::case13_editsBesideANulAreRecoveredAndMerged()
{
    const QByteArray page = withNul();
    m_site->write(test::faultPage, page);
    QVERIFY(m_site->open());
    m_site->type("Hello", QByteArray("Good\0day", 8));
    QVERIFY(m_site->open()); // nothing was closed: as after a crash
    const QByteArray edited = QByteArray(page).replace("Hello", QByteArray("Good\0day", 8));
    QCOMPARE(m_site->buffer(), edited);
    m_site->write(test::faultPage, QByteArray(page).replace("A prize", QByteArray("Th\0e prize", 10)));
    const QByteArray both = QByteArray(edited).replace("A prize", QByteArray("Th\0e prize", 10));
    QTRY_COMPARE(m_site->buffer(), both);
    QCOMPARE(m_site->writeInSheet(), QString());
    QCOMPARE(test::bytesOf(m_site->pagePath()), both);
}

void FaultsInputTest::case13_newItemsTakeTheLineEnding_data()
{
    QTest::addColumn<QByteArray>("ending");
    QTest::newRow("LF") << QByteArray("\n");
    QTest::newRow("CRLF") << QByteArray("\r\n");
}

void FaultsInputTest::case13_newItemsTakeTheLineEnding()
{
    QFETCH(QByteArray, ending);
    const QByteArray page = withEndings(test::faultText, ending);
    m_site->write(test::faultPage, page);
    QVERIFY(m_site->open());
    const profile::Profile& profile = m_site->workspace().profile();
    for (int section = 0; section < int(profile.sections.size()); ++section) {
        if (profile.sections[size_t(section)].items.size() < 2)
            continue;
        const auto moved = profile::moveItem(profile, { section, 1 }, section, 0);
        QVERIFY(moved);
        const QByteArray after = applied(page, *moved);
        QCOMPARE(after.count('\r'), page.count('\r'));
        QCOMPARE(after.count('\n'), page.count('\n'));
    }
}

LECTERN_GUI_MAIN(FaultsInputTest)
#include "tst_faultsinput.moc"
