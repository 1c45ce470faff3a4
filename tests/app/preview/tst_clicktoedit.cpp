// SPDX-License-Identifier: GPL-3.0-or-later
// From the page to the form and back, on templates that know nothing of it.
#include "app/forms/chip.h"
#include "app/forms/chipedit.h"
#include "app/preview/previewpane.h"
#include "app/settings/settingsstore.h"
#include "app/shell/mainwindow.h"
#include "app/shell/theme.h"
#include "tests/app/preview/previewtest.h"
#include "tests/support/testsupport.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTextEdit>
#include <QWebEngineView>

using namespace lectern;
using namespace lectern::app;

namespace {

const QString about = QStringLiteral("_pages/about.md");
const QString config = QStringLiteral("_config.yml");
const QString navigation = QStringLiteral("_data/navigation.yml");

/// What the widget with the keyboard shows.
QString focusedText()
{
    QWidget* focus = QApplication::focusWidget();
    if (auto* line = qobject_cast<QLineEdit*>(focus))
        return line->text();
    if (auto* text = qobject_cast<QTextEdit*>(focus))
        return text->toPlainText();
    return focus ? focus->accessibleName() : QString();
}

} // namespace

class ClickToEditTest : public lectern::test::PreviewTest {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void clickOpensTheFieldOfASiteFile_data();
    void clickOpensTheFieldOfASiteFile();
    void clickOpensTheFieldOfAnItem();
    void hoverNamesWhatIsThere();
    void formsLeadThePage();

private:
    void openWindow();
    void clickOnText(const QString& text);

    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<ThemeController> m_theme;
};

void ClickToEditTest::init()
{
    PreviewTest::init();
    copySampleSite();
    openWindow();
}

void ClickToEditTest::cleanup()
{
    PreviewTest::cleanup();
    m_theme.reset();
    m_settings.reset();
}

void ClickToEditTest::openWindow()
{
    m_workspace = std::make_unique<Workspace>();
    QVERIFY(m_workspace->open(root()));
    m_settings = std::make_unique<SettingsStore>(m_folder->filePath(QStringLiteral("settings.ini")));
    m_theme = std::make_unique<ThemeController>(*qApp);
    auto window = std::make_unique<MainWindow>(*m_workspace, *m_settings, *m_theme);
    window->resize(1700, 900);
    window->show();
    window->activateWindow();
    QTRY_VERIFY(window->preview() != nullptr);
    m_pane = window->preview();
    m_window = std::move(window);
    QSignalSpy shown(m_pane, &PreviewPane::shown);
    QTRY_VERIFY(shown.count() > 0);
}

/// Clicks on the first text of the page that begins with `text`.
void ClickToEditTest::clickOnText(const QString& text)
{
    const bool found
        = js(QStringLiteral(
                 "(function () { Array.from(document.querySelectorAll('[data-clicked]')).forEach(function "
                 "(e) { delete e.dataset.clicked; });"
                 "var all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);"
                 "while (all.nextNode()) { if (all.currentNode.data.trim().indexOf('%1') !== 0) continue;"
                 "var e = all.currentNode.parentElement; if (!e.getClientRects().length) continue;"
                 "e.dataset.clicked = 1; e.scrollIntoView({ behavior: 'instant', block: 'center' }); return "
                 "true; } return false; })()")
                 .arg(text))
              .toBool();
    QVERIFY2(found, qPrintable(QStringLiteral("not on the page: ") + text));
    const QPoint place = placeOf(QStringLiteral("[data-clicked]"));
    QTest::mouseClick(m_pane->webView()->focusProxy(), Qt::LeftButton, {}, place);
}

void ClickToEditTest::clickOpensTheFieldOfASiteFile_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    QTest::newRow("name in the sidebar") << QStringLiteral("Zizhao Mo") << QStringLiteral("Zizhao Mo");
    QTest::newRow("a line of the sidebar")
        << QStringLiteral("Ph.D. in Computer") << QStringLiteral("Ph.D. in Computer Science");
    QTest::newRow("value behind a link") << QStringLiteral(
        "Google Scholar") << QStringLiteral("https://scholar.google.com/citations?user=SAMPLE000001");
    QTest::newRow("navigation link") << QStringLiteral("Publications") << QStringLiteral("Publications");
}

void ClickToEditTest::clickOpensTheFieldOfASiteFile()
{
    QFETCH(QString, text);
    QFETCH(QString, value);
    // The navigation's words are section headings too; those of the layout come first in the page.
    clickOnText(text);
    QTRY_COMPARE(focusedText(), value);
}

void ClickToEditTest::clickOpensTheFieldOfAnItem()
{
    const profile::Section* publications = m_workspace->profile().section(QStringLiteral("publications"));
    QVERIFY(publications && publications->items.size() > 2);
    const profile::Item item = publications->items[2];
    const auto* title = item.field(profile::FieldId::Title);
    QVERIFY(title);
    const QString name = std::get<QString>(title->value);
    clickOnText(name.left(20));
    QTRY_COMPARE(focusedText(), name);
    // One author of several.
    const auto* authors = item.field(profile::FieldId::Authors);
    QVERIFY(authors);
    const auto& people = std::get<std::vector<profile::Author>>(authors->value);
    QVERIFY(people.size() > 1);
    const auto plain
        = std::find_if(people.begin(), people.end(), [](const profile::Author& one) { return one.owner; });
    QVERIFY(plain != people.end());
    const QByteArray page = bytes();
    const qsizetype at = page.indexOf(plain->name.toUtf8(), authors->range.from);
    Q_EMIT m_pane->placeClicked(about, at + 1);
    QTRY_VERIFY(qobject_cast<Chip*>(QApplication::focusWidget()));
    auto* chips = qobject_cast<ChipEdit*>(QApplication::focusWidget()->parentWidget());
    QVERIFY(chips);
    QCOMPARE(chips->chip(int(plain - people.begin())), QApplication::focusWidget());
}

void ClickToEditTest::hoverNamesWhatIsThere()
{
    const auto hovered = [this](const QString& selector) {
        js(QStringLiteral("document.querySelector('%1').scrollIntoView({block: 'center', behavior: 'instant'})").arg(selector));
        QTest::mouseMove(m_pane->webView()->focusProxy(), placeOf(selector));
        QTest::mouseMove(m_pane->webView()->focusProxy(), placeOf(selector) + QPoint(1, 0));
    };
    hovered(QStringLiteral(".sidebar__name"));
    QTRY_VERIFY(!js(QStringLiteral("lectern.hoverLabel()")).toString().isEmpty());
    QCOMPARE(js(QStringLiteral("lectern.hoverLabel()")).toString(), QStringLiteral("Site settings"));
    hovered(QStringLiteral(".masthead__nav li:nth-child(3) a"));
    QTRY_COMPARE(
        js(QStringLiteral("lectern.hoverLabel()")).toString(), QStringLiteral("Navigation menu"));
}

void ClickToEditTest::formsLeadThePage()
{
    auto* window = static_cast<MainWindow*>(m_window.get());
    const auto outlined = [this] {
        return js(QStringLiteral(
                      "lectern.outlinedElements().map(function (e) { return e.textContent; }).join('|')"))
            .toString();
    };
    const profile::Section* publications = m_workspace->profile().section(QStringLiteral("publications"));
    for (const int item : { 1, int(publications->items.size()) - 1 }) {
        const QString title = publications->items[size_t(item)].title.left(16);
        window->goTo(QStringLiteral("publications"), item);
        QTRY_VERIFY2(
            outlined().contains(title), qPrintable(title + QStringLiteral(" / ") + outlined()));
        QTRY_VERIFY(
            js(QStringLiteral("(function () { var b = lectern.outlinedElements()[0].getBoundingClientRect();"
                              "return b.top >= 0 && b.top < window.innerHeight; })()"))
                .toBool());
    }
    // A setting of the site is marked where it shows.
    const QByteArray settings = bytes(config);
    window->goToPlace(config, settings.indexOf("University of Macau") + 3);
    QTRY_VERIFY(outlined().contains(QStringLiteral("University of Macau")));
    QCOMPARE(focusedText(), QStringLiteral("University of Macau"));
    window->goToPlace(navigation, bytes(navigation).indexOf("/cv/"));
    QTRY_COMPARE(focusedText(), QStringLiteral("/cv/"));
}

LECTERN_PREVIEW_MAIN(ClickToEditTest)

#include "tst_clicktoedit.moc"
