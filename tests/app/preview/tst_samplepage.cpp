// SPDX-License-Identifier: GPL-3.0-or-later
// The preview over the sample site and the seed page, with the renderer of core.
#include "app/preview/previewpane.h"
#include "tests/app/preview/previewtest.h"
#include "tests/support/testsupport.h"

#include <QApplication>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QUndoStack>
#include <QVBoxLayout>
#include <QWebEnginePage>

using namespace lectern;
using namespace lectern::app;

namespace {

const QString about = QStringLiteral("_pages/about.md");

/// The document as text, without what is the browser's or ours: numbers of blocks, the overlay, the round of
/// styles.
const QString plainDocument = QStringLiteral(
    "(function () { var copy = document.documentElement.cloneNode(true);"
    "Array.from(copy.querySelectorAll('lectern-overlay')).forEach(function (e) { e.remove(); });"
    "[copy].concat(Array.from(copy.querySelectorAll('*'))).forEach(function (e) { Array.from(e.attributes)"
    ".sort(function (a, b) { return a.name < b.name ? -1 : 1; }).forEach(function (a) { "
    "e.removeAttributeNode(a); "
    "e.setAttributeNode(a); }); });"
    "return (document.doctype ? document.doctype.name : '') + copy.outerHTML"
    ".replace(/<!--lectern:\\d+-->/g, '<!--lectern-->').replace(/\\?lectern=\\d+/g, ''); })()");

/// The first words of an item's title up to any sign that typography may change.
QString firstWords(const profile::Item& item)
{
    static const QRegularExpression sign(
        QStringLiteral("[^\\w ]"), QRegularExpression::UseUnicodePropertiesOption);
    return item.title.section(sign, 0, 0).left(24).trimmed();
}

} // namespace

class SamplePageTest : public lectern::test::PreviewTest {
    Q_OBJECT
private Q_SLOTS:
    void init() { PreviewTest::init(); }
    void cleanup() { PreviewTest::cleanup(); }
    void typingPatchesOnlyItsBlock_data();
    void typingPatchesOnlyItsBlock();
    void typingNeverTakesTheFocus();
    void patchesEqualAFreshLoad_data();
    void patchesEqualAFreshLoad();
    void halfTypedTagIsHeldBackAndThenToldOf_data();
    void halfTypedTagIsHeldBackAndThenToldOf();
    void everyItemHasItsElement_data();
    void everyItemHasItsElement();
    void widthsAndZoom();

private:
    void openPage(bool withSeed);
    QString fresh();
};

void SamplePageTest::openPage(bool withSeed)
{
    if (withSeed && lectern::test::seedPath().isEmpty())
        QSKIP("the seed page is not here");
    copySampleSite(withSeed);
    open(about);
}

/// The document as a load from scratch makes it.
QString SamplePageTest::fresh()
{
    QSignalSpy shown(m_pane, &PreviewPane::shown);
    m_pane->reload();
    [&] { QTRY_VERIFY(shown.count() > 0); }();
    return js(plainDocument).toString();
}

void SamplePageTest::typingPatchesOnlyItsBlock_data()
{
    QTest::addColumn<bool>("withSeed");
    QTest::newRow("sample site") << false;
    QTest::newRow("seed") << true;
}

void SamplePageTest::typingPatchesOnlyItsBlock()
{
    QFETCH(bool, withSeed);
    openPage(withSeed);
    if (!m_pane)
        return;
    // Elements know their number, so that one that was made anew is found out.
    js(QStringLiteral(
        "window.seen = []; Array.from(document.body.querySelectorAll('*')).forEach(function (e, i) "
        "{ e.number = i; });"
        "window.scrollTo(0, 400);"
        "new MutationObserver(function (all) { all.forEach(function (m) { seen.push(m.target.nodeName + ' ' "
        "+ m.type); }); }).observe(document.body, { subtree: true, childList: true, characterData: true, "
        "attributes: true }); 0"));
    const profile::Profile& profile = m_workspace->profile();
    const auto section = std::find_if(profile.sections.begin(), profile.sections.end(),
        [](const profile::Section& one) { return one.kind == profile::SectionKind::News; });
    QVERIFY(section != profile.sections.end() && !section->items.empty());
    const qsizetype at = section->items[0].range.to - 3;
    const double before = js(QStringLiteral("window.scrollY")).toDouble();
    editAndWait({ at, {}, "typed" }, EditSource::Source);
    QCOMPARE(js(QStringLiteral("document.body.textContent.indexOf('typed') > 0")).toBool(), true);
    QCOMPARE(js(QStringLiteral("window.scrollY")).toDouble(), before);
    // One text changed, and nothing else but marks that count bytes.
    QCOMPARE(js(QStringLiteral(
                    "seen.filter(function (s) { return / (characterData|childList)$/.test(s); }).length"))
                 .toInt(),
        1);
    QCOMPARE(js(QStringLiteral("Array.from(document.body.querySelectorAll('*')).every(function (e, i) { "
                               "return e.number === i; })"))
                 .toBool(),
        true);
}

void SamplePageTest::typingNeverTakesTheFocus()
{
    openPage(false);
    auto* line = new QLineEdit;
    m_pane->layout()->addWidget(line);
    m_pane->activateWindow();
    line->setFocus();
    QTRY_VERIFY(line->hasFocus());
    for (int i = 0; i < 3; ++i) {
        editAndWait({ m_workspace->file(about)->size() - 2, {}, "word " });
        QVERIFY(line->hasFocus());
    }
    (void)fresh();
    QVERIFY(line->hasFocus());
}

void SamplePageTest::patchesEqualAFreshLoad_data()
{
    typingPatchesOnlyItsBlock_data();
}

void SamplePageTest::patchesEqualAFreshLoad()
{
    QFETCH(bool, withSeed);
    openPage(withSeed);
    if (!m_pane)
        return;
    QRandomGenerator random(20261125);
    const QByteArrayList pieces { "<b>", "<div>", "</div>", "<p", "*", "**", "\n\n", "\n", "`", "[a](", "{{",
        "{% if x %}", "<!--", "-->", "- ", "# H\n", "| a | b |\n", "<details><summary>s</summary>", "word ",
        "é莫", "&amp;", "$$", "<table><tr>" };
    const int rounds = qEnvironmentVariableIntValue("LECTERN_ROUNDS")
        ? qEnvironmentVariableIntValue("LECTERN_ROUNDS")
        : 25;
    for (int round = 0; round < rounds; ++round) {
        // A few edits on top of each other, then the comparison.
        const int edits = random.bounded(1, 4);
        for (int i = 0; i < edits; ++i) {
            const QByteArray now = bytes();
            const qsizetype start = now.indexOf("\n---", 4) + 5;
            qsizetype at = random.bounded(int(start), int(now.size()));
            while (at > start && (uchar(now[at]) & 0xC0) == 0x80)
                --at;
            qsizetype length = random.bounded(4) == 0 ? random.bounded(12) : 0;
            while (at + length < now.size() && (uchar(now[at + length]) & 0xC0) == 0x80)
                ++length;
            length = std::min(length, now.size() - at);
            editAndWait(
                { at, now.mid(at, length), pieces[random.bounded(pieces.size())] }, EditSource::Source);
        }
        // Also what was held back.
        QTRY_VERIFY(m_pane->isSettled());
        const QString patched = js(plainDocument).toString();
        const QString whole = fresh();
        if (patched != whole) {
            qsizetype same = 0;
            while (same < std::min(patched.size(), whole.size()) && patched[same] == whole[same])
                ++same;
            QFAIL(qPrintable(QStringLiteral("round %1, patched:\n%2\nloaded:\n%3")
                                 .arg(round)
                                 .arg(patched.mid(std::max<qsizetype>(0, same - 120), 400),
                                     whole.mid(std::max<qsizetype>(0, same - 120), 400))));
        }
        if (round % 3 == 2)
            while (m_workspace->undoStack()->canUndo())
                m_workspace->undoStack()->undo();
    }
}

void SamplePageTest::halfTypedTagIsHeldBackAndThenToldOf_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("rest");
    QTest::newRow("HTML") << QByteArray("\n\n<div>") << QByteArray("</div>\n\n");
    QTest::newRow("Liquid") << QByteArray("\n\n{% if true %}") << QByteArray("{% endif %}\n\n");
}

void SamplePageTest::halfTypedTagIsHeldBackAndThenToldOf()
{
    QFETCH(QByteArray, typed);
    QFETCH(QByteArray, rest);
    openPage(false);
    const profile::Section* news = m_workspace->profile().section(QStringLiteral("news"));
    QVERIFY(news);
    const qsizetype at = news->range.from;
    const int before
        = js(QStringLiteral("document.querySelectorAll('main h1, main h2, main li').length")).toInt();
    edit({ at, {}, typed }, EditSource::Source);
    QTRY_COMPARE(m_pane->state().kind, PreviewState::Kind::Stale);
    QCOMPARE(
        js(QStringLiteral("document.querySelectorAll('main h1, main h2, main li').length")).toInt(), before);
    // A moment later the truth, with a sentence at the place.
    QTRY_VERIFY(m_pane->isSettled());
    QCOMPARE(m_pane->state().kind, PreviewState::Kind::UpToDate);
    QVERIFY(!m_pane->state().reason.isEmpty());
    QTRY_VERIFY(!js(QStringLiteral("lectern.noticed()")).toString().isEmpty());
    edit({ at + typed.size(), {}, rest }, EditSource::Source);
    QTRY_VERIFY(m_pane->isSettled() && m_pane->state().reason.isEmpty());
    QCOMPARE(js(QStringLiteral("lectern.noticed()")).toString(), QString());
    QCOMPARE(
        js(QStringLiteral("document.querySelectorAll('main h1, main h2, main li').length")).toInt(), before);
}

void SamplePageTest::everyItemHasItsElement_data()
{
    typingPatchesOnlyItsBlock_data();
}

void SamplePageTest::everyItemHasItsElement()
{
    QFETCH(bool, withSeed);
    openPage(withSeed);
    if (!m_pane)
        return;
    for (const profile::Section& section : m_workspace->profile().sections) {
        for (size_t i = 0; i < section.items.size(); ++i) {
            const profile::Item& item = section.items[i];
            if (item.hidden)
                continue;
            QSignalSpy revealed(m_pane, &PreviewPane::revealed);
            m_pane->reveal(about, item.range);
            QTRY_VERIFY(revealed.count() > 0);
            const QString seen
                = js(QStringLiteral(
                         "lectern.outlinedElements().map(function (e) { var b = e.getBoundingClientRect(); "
                         "return (b.top < window.innerHeight && b.bottom > 0 ? 'seen ' : 'off ') + "
                         "e.textContent; }).join(' ')"))
                      .toString();
            const QString where = QStringLiteral("%1[%2]: %3").arg(section.id).arg(i).arg(seen.left(200));
            QVERIFY2(seen.startsWith(QStringLiteral("seen ")), qPrintable(where));
            // The element is that item's: it shows this item's words, and not the next one's.
            if (firstWords(item).size() > 5)
                QVERIFY2(seen.contains(firstWords(item)),
                    qPrintable(where + QStringLiteral(" lacks ") + firstWords(item)));
            const QString next = i + 1 < section.items.size() ? firstWords(section.items[i + 1]) : QString();
            if (next.size() > 12 && !item.title.contains(next))
                QVERIFY2(!seen.contains(next), qPrintable(where + QStringLiteral(" also has ") + next));
        }
    }
}

void SamplePageTest::widthsAndZoom()
{
    openPage(false);
    m_pane->resize(600, 700);
    const auto width = [this] { return js(QStringLiteral("window.innerWidth")).toInt(); };
    // The desktop is a browser window as wide as the column, at its natural size.
    QTRY_VERIFY(std::abs(width() - 600) <= 2);
    QCOMPARE(page()->zoomFactor(), 1.0);
    m_pane->setZoom(0.5);
    QTRY_VERIFY(std::abs(width() - 1200) <= 4);
    m_pane->setZoom(0);
    m_pane->setDevice(PreviewDevice::Tablet);
    QTRY_VERIFY(std::abs(width() - 768) <= 2);
    m_pane->setDevice(PreviewDevice::Phone);
    QTRY_VERIFY(std::abs(width() - 390) <= 2);
}

LECTERN_PREVIEW_MAIN(SamplePageTest)

#include "tst_samplepage.moc"
