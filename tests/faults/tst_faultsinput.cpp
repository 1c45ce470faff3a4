// SPDX-License-Identifier: GPL-3.0-or-later
// Fault cases about what is read: encodings and hostile input. Each ends in bounded time and memory, with a
// clear message where there is one to give, and with every byte that was not meant still there.
#include "app/shell/errortext.h"
#include "app/workspace/workspace.h"
#include "core/base/atomicfile.h"
#include "core/document/yamldocument.h"
#include "core/profile/intentions.h"
#include "core/render/renderer.h"
#include "tests/faults/faultsite.h"
#include "tests/support/guimain.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QUndoStack>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace lectern;

class FaultsInputTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void case12_otherEncodingsKeepTheirBytes_data();
    void case12_otherEncodingsKeepTheirBytes();
    void case12_utf16IsNoText();
    void case13_everyFieldEditKeepsTheRest_data();
    void case13_everyFieldEditKeepsTheRest();
    void case13_newItemsTakeTheLineEnding_data();
    void case13_newItemsTakeTheLineEnding();
    void case14_largeFiles();
    void case15_yamlBombs_data();
    void case15_yamlBombs();
    void case16_markdownBombs_data();
    void case16_markdownBombs();
    void case17_liquidBombs_data();
    void case17_liquidBombs();
    void case21_namesAndDevices();

private:
    [[nodiscard]] static QByteArray rendered(const QByteArray& page, Diagnostics* diagnostics = nullptr);
    /// What the process uses, in MiB.
    [[nodiscard]] static qint64 memory();
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

QByteArray FaultsInputTest::rendered(const QByteArray& page, Diagnostics* diagnostics)
{
    render::Renderer renderer({});
    const auto result = renderer.render(
        *site::siteFiles(
            {}, { { QStringLiteral("_config.yml"), "title: x\n" }, { QStringLiteral("index.md"), page } }),
        QStringLiteral("index.md"), render::Mode::Preview);
    if (result && diagnostics)
        *diagnostics = result->diagnostics;
    return result ? result->document() : QByteArray();
}

qint64 FaultsInputTest::memory()
{
    const QByteArray status = test::bytesOf(QStringLiteral("/proc/self/status"));
    return status.mid(status.indexOf("VmRSS:") + 6, 20).trimmed().split(' ').first().toLongLong() / 1024;
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

void FaultsInputTest::case12_utf16IsNoText()
{
    const QByteArray utf16("\xff\xfeH\0e\0l\0l\0o\0\n\0", 14);
    m_site->write(test::faultPage, utf16);
    QVERIFY(!m_site->open());
    QVERIFY2(m_site->window().bar().text().contains(QStringLiteral("not a text file")),
        qPrintable(m_site->window().bar().text()));
    QCOMPARE(test::bytesOf(m_site->pagePath()), utf16);
}

void FaultsInputTest::case13_everyFieldEditKeepsTheRest_data()
{
    QTest::addColumn<QByteArray>("page");
    QTest::newRow("LF") << manyFields();
    QTest::newRow("byte order mark") << "\xef\xbb\xbf" + manyFields();
    QTest::newRow("CRLF") << withEndings(manyFields(), "\r\n");
    QTest::newRow("mixed") << mixed();
    QTest::newRow("no final newline") << manyFields().chopped(1);
    QTest::newRow("no-break spaces and separators")
        << manyFields()
               .replace("this is", "this\xc2\xa0is \xe2\x80\xa8\xe2\x80\xa9 \t")
               .replace(", a note",
                   ",\xc2\xa0"
                   "a note");
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

void FaultsInputTest::case14_largeFiles()
{
    QByteArray page = test::faultText;
    while (page.size() < 10 * 1024 * 1024)
        page += "\nA paragraph of some length that says nothing in particular, again and again.\n";
    m_site->write(test::faultPage, page);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(m_site->open());
    qInfo("10 MiB opened in %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() < 20'000);
    QCOMPARE(m_site->buffer().size(), page.size());
    QFile huge(m_site->site() + QStringLiteral("/_pages/huge.md"));
    QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(qint64(3) * 1024 * 1024 * 1024));
    const qint64 before = memory();
    const auto opened = m_site->workspace().file(QStringLiteral("_pages/huge.md"));
    QCOMPARE(opened.error().code, ErrorCode::TooLarge);
    QVERIFY(app::errorText(opened.error()).contains(QStringLiteral("too large (3")));
    QVERIFY(memory() - before < 50);
}

void FaultsInputTest::case15_yamlBombs_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QByteArray bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n";
    for (char name = 'b'; name < 'j'; ++name) {
        const QByteArray before(1, char(name - 1));
        bomb += QByteArray(1, name) + ": &" + name + " [" + ("*" + before + ",").repeated(8) + "*" + before
            + "]\n";
    }
    QTest::newRow("aliases of aliases") << bomb;
    QTest::newRow("a value that holds itself") << QByteArray("a: &a\n  b: *a\ntitle: x\n");
    QTest::newRow("20 000 deep") << "a: " + QByteArray("[").repeated(20000) + QByteArray("]").repeated(20000)
            + "\n";
    QTest::newRow("20 000 deep in blocks") << [] {
        QByteArray deep;
        for (int i = 0; i < 400; ++i)
            deep += QByteArray(i, ' ') + "a:\n";
        return deep;
    }();
    QTest::newRow("an object of Ruby") << QByteArray("a: !ruby/object:Gem::Installer\n  i: x\ntitle: y\n");
    QTest::newRow("tabs") << QByteArray("a:\n\tb: c\n");
    QTest::newRow("duplicate keys") << QByteArray("title: one\ntitle: two\n");
    QTest::newRow("100 000 items") << "a:\n" + QByteArray("- x\n").repeated(100'000);
}

void FaultsInputTest::case15_yamlBombs()
{
    QFETCH(QByteArray, yaml);
    const QByteArray page = "---\n" + yaml + "---\n\nText.\n";
    m_site->write(test::faultPage, page);
    m_site->write(QStringLiteral("_data/x.yml"), yaml);
    const qint64 before = memory();
    QElapsedTimer timer;
    timer.start();
    QVERIFY(m_site->open());
    (void)YamlDocument::parse(yaml);
    (void)rendered(page);
    QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY2(memory() - before < 600, qPrintable(QString::number(memory() - before)));
    QCOMPARE(m_site->buffer(), page);
    QVERIFY(m_site->workspace().changedFiles().isEmpty());
}

void FaultsInputTest::case16_markdownBombs_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray row = QByteArray("|a").repeated(2000) + "|\n";
    QTest::newRow("a table of 32 kB")
        << row + QByteArray("|-").repeated(2000) + "|\n" + QByteArray("|x\n").repeated(6000);
    QTest::newRow("brackets") << QByteArray("[").repeated(50'000);
    QTest::newRow("quotes") << QByteArray("> ").repeated(5000) + "x\n";
    QTest::newRow("emphasis") << QByteArray("*a **b ").repeated(10'000);
    QTest::newRow("backticks") << QByteArray("`a``b```c").repeated(8000);
    QTest::newRow("lists in lists") << [] {
        QByteArray deep;
        for (int i = 0; i < 1000; ++i)
            deep += QByteArray(2 * i, ' ') + "- a\n";
        return deep;
    }();
    QTest::newRow("tags") << QByteArray("<div>").repeated(20'000);
    QTest::newRow("references") << QByteArray("[a]: x\n").repeated(10'000)
            + QByteArray("[a]").repeated(10'000);
    QTest::newRow("footnotes") << QByteArray("[^a]").repeated(5000) + "\n\n[^a]: x [^a] [^a]\n";
}

void FaultsInputTest::case16_markdownBombs()
{
    QFETCH(QByteArray, text);
    const qint64 before = memory();
    QElapsedTimer timer;
    timer.start();
    (void)profile::readProfile(SourceFile(text));
    const qint64 read = timer.restart();
    (void)rendered("---\n---\n" + text);
    qInfo("read in %lld ms, rendered in %lld ms", read, timer.elapsed());
    QVERIFY(read < 15'000);
    QVERIFY(timer.elapsed() < 40'000);
    QVERIFY2(memory() - before < 800, qPrintable(QString::number(memory() - before)));
}

void FaultsInputTest::case17_liquidBombs_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("an endless loop") << QByteArray(
        "{% for a in (1..1000000) %}{% for b in (1..1000000) %}{% endfor %}{% endfor %}");
    QTest::newRow("doubling") << QByteArray("{% assign a = 'xxxxxxxxxxxxxxxx' %}{% for i in (1..60) %}{% "
                                            "assign a = a | append: a %}{% endfor %}{{ a }}");
    QTest::newRow("including itself") << QByteArray("{% include_relative index.md %}");
    QTest::newRow("tags in tags") << QByteArray("{% if true %}").repeated(5000)
            + QByteArray("{% endif %}").repeated(5000);
}

void FaultsInputTest::case17_liquidBombs()
{
    QFETCH(QByteArray, text);
    const qint64 before = memory();
    QElapsedTimer timer;
    timer.start();
    Diagnostics diagnostics;
    (void)rendered("---\n---\n" + text, &diagnostics);
    qInfo("%lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() < 60'000);
    QVERIFY2(!diagnostics.empty(), "nothing says why the page is not whole");
    QVERIFY2(memory() - before < 1500, qPrintable(QString::number(memory() - before)));
}

void FaultsInputTest::case21_namesAndDevices()
{
    QVERIFY(m_site->open());
    // The longest name that a file can have.
    const QString longest = QStringLiteral("_pages/") + QString(252, u'n') + QStringLiteral(".md");
    m_site->write(longest, "---\ntitle: x\n---\nHello\n");
    QVERIFY(m_site->workspace().file(longest));
    m_site->workspace().push(
        { { longest, { { 0, "---\n", "---\na: b\n" } } } }, QStringLiteral("Set"), app::EditSource::Form);
    QCOMPARE(m_site->writeInSheet(), QString());
    QVERIFY(test::bytesOf(m_site->site() + u'/' + longest).contains("a: b"));
    QVERIFY(
        !m_site->workspace().file(QStringLiteral("_pages/") + QString(300, u'n') + QStringLiteral(".md")));
    const QString pipe = m_site->site() + QStringLiteral("/_pages/pipe.md");
    QVERIFY(::mkfifo(qPrintable(pipe), 0600) == 0);
    QCOMPARE(
        m_site->workspace().file(QStringLiteral("_pages/pipe.md")).error().code, ErrorCode::NotRegularFile);
    for (const QString& device :
        { QStringLiteral("/dev/zero"), QStringLiteral("/dev/full"), QStringLiteral("/dev/null"), pipe }) {
        app::Workspace other;
        QElapsedTimer timer;
        timer.start();
        const auto opened = other.open(device);
        QVERIFY(!opened);
        QVERIFY(timer.elapsed() < 5000);
        QVERIFY2(!app::errorText(opened.error()).isEmpty(), qPrintable(device));
    }
}

LECTERN_GUI_MAIN(FaultsInputTest)
#include "tst_faultsinput.moc"
