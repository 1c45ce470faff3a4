// SPDX-License-Identifier: GPL-3.0-or-later
// Fault cases about what is too much: large files, and bombs of YAML, Markdown and Liquid. Each ends in
// bounded time and memory, and says why where not all of it can be shown.
#include "app/forms/sourcepane.h"
#include "app/forms/textbox.h"
#include "app/problems/problemfinder.h"
#include "app/shell/diagnostictext.h"
#include "app/shell/editorcolumn.h"
#include "app/shell/errortext.h"
#include "app/siteforms/navigationform.h"
#include "app/source/sourceeditor.h"
#include "app/source/sourcepanel.h"
#include "core/document/yamldocument.h"
#include "core/markdown/markdown.h"
#include "core/profile/read/itemreader.h"
#include "core/render/renderer.h"
#include "core/site/jsontext.h"
#include "core/site/yamlreader.h"
#include "tests/faults/faultsite.h"
#include "tests/support/guimain.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTimeZone>

#include <algorithm>
#include <ctime>
#include <sys/stat.h>

using namespace lectern;

class FaultsBombsTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void case14_tenMegabytesOfText();
    void case14_aKeystrokeWritesItsEditAlone();
    void case14_proseTooLongForAForm();
    void case14_itemsThatAreNoPapers();
    void case14_largeDataAndMenu();
    void case14_whatIsTooLargeIsSaid();
    void case15_yamlBombs_data();
    void case15_yamlBombs();
    void case16_markdownBombs_data();
    void case16_markdownBombs();
    void case17_liquidBombs_data();
    void case17_liquidBombs();

private:
    [[nodiscard]] static QByteArray rendered(const QByteArray& page, Diagnostics* diagnostics = nullptr);
    /// What the process uses, in MiB.
    [[nodiscard]] static qint64 memory();
    std::unique_ptr<test::FaultSite> m_site;
};

namespace {

/// CPU time of this process.
double secondsSince(std::clock_t begin)
{
    return double(std::clock() - begin) / CLOCKS_PER_SEC;
}

} // namespace

void FaultsBombsTest::init()
{
    Suite::init();
    m_site = std::make_unique<test::FaultSite>();
}

QByteArray FaultsBombsTest::rendered(const QByteArray& page, Diagnostics* diagnostics)
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

qint64 FaultsBombsTest::memory()
{
    const QByteArray status = test::bytesOf(QStringLiteral("/proc/self/status"));
    return status.mid(status.indexOf("VmRSS:") + 6, 20).trimmed().split(' ').first().toLongLong() / 1024;
}

void FaultsBombsTest::case14_tenMegabytesOfText()
{
    QByteArray page = test::faultText;
    while (page.size() < 10 * 1024 * 1024)
        page += "\nA paragraph of some length that says nothing in particular, again and again.\n";
    m_site->write(test::faultPage, page);
    // CPU time: what else runs on the machine does not count.
    double text = 60;
    for (int time = 0; time < 3; ++time) {
        app::Workspace workspace;
        const std::clock_t begin = std::clock();
        QVERIFY(workspace.open(m_site->site()));
        text = std::min(text, secondsSince(begin));
    }
    const std::clock_t begin = std::clock();
    QVERIFY(m_site->open());
    const double window = secondsSince(begin);
    qInfo("10 MiB: the text opened in %.2f s, the window in %.2f s", text, window);
    QCOMPARE(m_site->buffer(), page);
    // And it is edited and written like any other.
    m_site->type("Hello", "Good day");
    QCOMPARE(m_site->writeInSheet(), QString());
    QCOMPARE(test::bytesOf(m_site->pagePath()), page.replace("Hello", "Good day"));
}

void FaultsBombsTest::case14_aKeystrokeWritesItsEditAlone()
{
    m_site->write(test::faultPage,
        test::faultText + "\n# More\n\n" + QByteArray("Words of a page. ").repeated(600'000) + "\n");
    QVERIFY(m_site->open());
    m_site->type("Hello", "Hello!");
    const QStringList journals
        = QDir(m_site->data().recovery).entryList({ QStringLiteral("*.edits") }, QDir::Files);
    QCOMPARE(journals.size(), 1);
    const QByteArray journal = QFile::encodeName(m_site->data().recovery + u'/' + journals.first());
    struct stat before { };
    QVERIFY(::stat(journal.constData(), &before) == 0 && before.st_size > 10'000'000);
    for (int key = 1; key <= 20; ++key)
        m_site->type("Hello!", "Hello!!");
    // It is the same file (one that is summed up is another), and has grown by the edits.
    struct stat after { };
    QVERIFY(::stat(journal.constData(), &after) == 0);
    QCOMPARE(after.st_ino, before.st_ino);
    QVERIFY2(after.st_size > before.st_size && after.st_size - before.st_size < 20 * 200,
        qPrintable(QString::number(qint64(after.st_size - before.st_size))));
}

void FaultsBombsTest::case14_proseTooLongForAForm()
{
    // Ten thousand paragraphs without a heading are one text.
    QByteArray page = test::faultText;
    page.replace("Hello, this is me.\n",
        "Hello, this is me.\n"
            + QByteArray("\nA paragraph that says nothing in particular.\n").repeated(10'000));
    m_site->write(test::faultPage, page);
    QVERIFY(m_site->open());
    // No box holds more of it than one looks at, and it is said where the rest is.
    const auto* pane = m_site->window().findChild<app::SourcePane*>();
    QVERIFY(pane && pane->isVisible());
    QVERIFY(pane->box()->record().startsWith(QStringLiteral("Hello, this is me.\n")));
    QVERIFY(pane->box()->isReadOnly());
    for (const app::TextBox* box : m_site->window().findChildren<app::TextBox*>())
        QVERIFY2(box->record().size() < 5000, qPrintable(QString::number(box->record().size())));
    const auto labels = pane->findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
        [](const QLabel* label) { return label->text().contains(QStringLiteral("too long for a form")); }));
    m_site->window().editor().setView(app::EditorColumn::View::Source);
    QCOMPARE(m_site->window().editor().source()->editor()->bytes(), page);
    // What becomes short enough has its form again.
    m_site->type(page.sliced(page.indexOf("Hello") + 6, 460'000), {});
    m_site->window().editor().setView(app::EditorColumn::View::Forms);
    QVERIFY(!pane->isVisible());
    const auto boxes = m_site->window().findChildren<app::TextBox*>();
    QVERIFY(std::any_of(boxes.begin(), boxes.end(),
        [](const app::TextBox* box) { return box->isVisible() && box->record().startsWith(u"Hello"); }));
}

void FaultsBombsTest::case14_itemsThatAreNoPapers()
{
    QByteArray page = "# Things\n\n";
    for (int i = 0; i < 12'000; ++i)
        page += "- A thing that says nothing in particular, number " + QByteArray::number(i) + "\n";
    const profile::Profile profile = profile::readProfile(SourceFile(page));
    const profile::Section* things = profile.section(QStringLiteral("things"));
    QVERIFY(things);
    QCOMPARE(things->items.size(), size_t(12'000));
    const auto& read = profile.memo->entries;
    const auto asPapers = std::count_if(read.keyBegin(), read.keyEnd(),
        [](const profile::ItemMemo::Key& key) { return key.what == int(profile::ItemKind::Publication); });
    QVERIFY2(asPapers > 1000 && asPapers < 4100, qPrintable(QString::number(asPapers)));
}

void FaultsBombsTest::case14_largeDataAndMenu()
{
    QByteArray data;
    for (int i = 0; i < 100'000; ++i)
        data += "- name: entry " + QByteArray::number(i) + "\n";
    QByteArray menu = "main:\n";
    for (int i = 0; i < 2500; ++i)
        menu += "  - title: Title " + QByteArray::number(i) + "\n    url: /#" + QByteArray::number(i) + "\n";
    m_site->write(QStringLiteral("_data/large.yml"), data);
    m_site->write(QStringLiteral("_data/navigation.yml"), menu);
    std::clock_t begin = std::clock();
    QVERIFY(m_site->open());
    const double opened = secondsSince(begin);
    begin = std::clock();
    m_site->window().show({ app::Destination::Kind::Navigation, {} });
    const double shown = secondsSince(begin);
    // The site's data is read where pages are rendered, which is not the window's thread.
    begin = std::clock();
    render::Renderer renderer({});
    const auto rendered = renderer.render(
        *site::siteFiles({},
            { { QStringLiteral("_config.yml"), "title: x\n" }, { QStringLiteral("_data/large.yml"), data },
                { QStringLiteral("index.md"), "---\n---\n{{ site.data.large | size }}\n" } }),
        QStringLiteral("index.md"), render::Mode::Preview);
    qInfo("100,000 items, a menu of 5,000 lines: window %.2f s, menu %.2f s, page %.2f s", opened, shown,
        secondsSince(begin));
    QVERIFY(rendered && rendered->document().contains("100000"));
    QVERIFY(secondsSince(begin) < 20);
    QVERIFY(opened < 2);
    QVERIFY(shown < 6);
    // The rest of the menu comes when it is asked for.
    auto* form = m_site->window().findChild<app::NavigationForm*>();
    QVERIFY(form);
    QCOMPARE(form->linkCount(), 2500);
    const auto buttons = form->findChildren<QPushButton*>();
    const auto more = std::find_if(buttons.begin(), buttons.end(),
        [](const QPushButton* button) { return button->accessibleName() == u"Show more links"; });
    QVERIFY(more != buttons.end() && (*more)->isVisibleTo(form));
    const auto lines = [form] { return form->findChildren<app::TextBox*>().size(); };
    const auto before = lines();
    (*more)->click();
    QCOMPARE(lines(), before + 400);
}

void FaultsBombsTest::case14_whatIsTooLargeIsSaid()
{
    QVERIFY(m_site->open());
    QFile huge(m_site->site() + QStringLiteral("/_pages/huge.md"));
    QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(qint64(3) * 1024 * 1024 * 1024));
    const qint64 before = memory();
    const auto opened = m_site->workspace().file(QStringLiteral("_pages/huge.md"));
    QCOMPARE(opened.error().code, ErrorCode::TooLarge);
    QVERIFY(app::errorText(opened.error()).contains(QStringLiteral("too large (3")));
    QVERIFY(memory() - before < 50);
}

void FaultsBombsTest::case15_yamlBombs_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<bool>("isRead");
    QByteArray bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n";
    for (char name = 'b'; name < 'j'; ++name) {
        const QByteArray before(1, char(name - 1));
        bomb += QByteArray(1, name) + ": &" + name + " [" + ("*" + before + ",").repeated(8) + "*" + before
            + "]\n";
    }
    QTest::newRow("aliases of aliases") << bomb << false;
    QTest::newRow("a value that holds itself") << QByteArray("a: &a\n  b: *a\ntitle: x\n") << false;
    QTest::newRow("20 000 deep") << "a: " + QByteArray("[").repeated(20000) + QByteArray("]").repeated(20000)
            + "\n" << false;
    QTest::newRow("20 000 deep in blocks") << [] {
        QByteArray deep;
        for (int i = 0; i < 400; ++i)
            deep += QByteArray(i, ' ') + "a:\n";
        return deep;
    }() << true;
    QTest::newRow("an object of Ruby")
        << QByteArray("a: !ruby/object:Gem::Installer\n  i: x\ntitle: y\n") << true;
    QTest::newRow("tabs") << QByteArray("a:\n\tb: c\n") << false;
    QTest::newRow("duplicate keys") << QByteArray("title: one\ntitle: two\n") << true;
    QTest::newRow("100 000 items") << "a:\n" + QByteArray("- x\n").repeated(100'000) << true;
}

void FaultsBombsTest::case15_yamlBombs()
{
    QFETCH(QByteArray, yaml);
    const QByteArray page = "---\n" + yaml + "---\n\nText.\n";
    m_site->write(test::faultPage, page);
    m_site->write(QStringLiteral("_data/x.yml"), yaml);
    const qint64 before = memory();
    QElapsedTimer timer;
    timer.start();
    QVERIFY(m_site->open());
    const auto parsed = YamlDocument::parse(yaml);
    const auto value = site::readYaml(yaml, QTimeZone::utc());
    Diagnostics diagnostics;
    (void)rendered(page, &diagnostics);
    const bool isSaid = std::any_of(diagnostics.begin(), diagnostics.end(),
        [](const Diagnostic& found) { return found.code == u"yaml.invalid"; });
    // Read, or refused with a reason: by the reader, and in the page's findings.
    QTEST(value.isOk(), "isRead");
    QVERIFY(value || !value.error().detail.isEmpty());
    QCOMPARE(isSaid, !value.isOk());
    if (QByteArray(QTest::currentDataTag()).startsWith("an object")) {
        QCOMPARE(parsed->text({ QStringLiteral("a"), QStringLiteral("i") }), QStringLiteral("x"));
        QCOMPARE(site::jsonText(*value), QStringLiteral(R"({"a":{"i":"x"},"title":"y"})"));
    }
    qInfo("%lld ms", timer.elapsed());
    QVERIFY2(memory() - before < 600, qPrintable(QString::number(memory() - before)));
    QCOMPARE(m_site->buffer(), page);
    QVERIFY(m_site->workspace().changedFiles().isEmpty());
    if (QByteArray(QTest::currentDataTag()).startsWith("duplicate")) {
        app::ProblemFinder& finder = m_site->window().problems();
        QTRY_VERIFY(std::any_of(finder.findings().begin(), finder.findings().end(),
            [](const check::Finding& found) { return found.what.code == u"yaml.duplicate-key"; }));
    }
}

void FaultsBombsTest::case16_markdownBombs_data()
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

void FaultsBombsTest::case16_markdownBombs()
{
    QFETCH(QByteArray, text);
    const qint64 before = memory();
    QElapsedTimer timer;
    timer.start();
    (void)profile::readProfile(SourceFile(text));
    const qint64 read = timer.restart();
    (void)rendered("---\n---\n" + text);
    qInfo("read in %lld ms, rendered in %lld ms", read, timer.elapsed());
    if (QByteArray(QTest::currentDataTag()).startsWith("a table")) {
        // More cells than a page can hold: by GitHub's rules refused, and said.
        const markdown::Document document = markdown::parse(text, markdown::Engine::Gfm, {});
        QCOMPARE(document.diagnostics().size(), size_t(1));
        QCOMPARE(document.diagnostics()[0].code, QStringLiteral("markdown.limit"));
        QVERIFY(!markdown::toHtml(document).contains("<table"));
    }
    QVERIFY2(memory() - before < 800, qPrintable(QString::number(memory() - before)));
}

void FaultsBombsTest::case17_liquidBombs_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    const QString limit = QStringLiteral("liquid.limit");
    QTest::newRow("an endless loop") << QByteArray(
        "{% for a in (1..1000000) %}{% for b in (1..1000000) %}{% endfor %}{% endfor %}")
                                     << limit;
    QTest::newRow("doubling") << QByteArray("{% assign a = 'xxxxxxxxxxxxxxxx' %}{% for i in (1..60) %}{% "
                                            "assign a = a | append: a %}{% endfor %}{{ a }}")
                              << limit;
    QTest::newRow("including itself") << QByteArray("{% include_relative index.md %}") << limit;
    QTest::newRow("tags in tags") << QByteArray("{% if true %}").repeated(5000)
            + QByteArray("{% endif %}").repeated(5000)
                                  << QStringLiteral("liquid.syntax");
}

void FaultsBombsTest::case17_liquidBombs()
{
    QFETCH(QByteArray, text);
    const qint64 before = memory();
    QElapsedTimer timer;
    timer.start();
    Diagnostics diagnostics;
    (void)rendered("---\n---\n" + text, &diagnostics);
    qInfo("%lld ms", timer.elapsed());
    const auto limit = std::find_if(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& found) {
        return found.severity == Severity::Error && found.code.startsWith(u"liquid.");
    });
    QVERIFY2(limit != diagnostics.end(), "nothing says why the page is not whole");
    // With a sentence, and at a place of the page.
    QVERIFY(!app::diagnosticText(*limit).isEmpty());
    QVERIFY(limit->range.from >= 8 && !limit->range.isEmpty() && limit->range.to <= text.size() + 8);
    QTEST(limit->code, "code");
    QVERIFY2(memory() - before < 1500, qPrintable(QString::number(memory() - before)));
}

LECTERN_GUI_MAIN(FaultsBombsTest)
#include "tst_faultsbombs.moc"
