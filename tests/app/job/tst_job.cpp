// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/job/jobwindow.h"

#include "app/dialogs/reviewsheet.h"
#include "app/forms/chipedit.h"
#include "app/forms/textbox.h"
#include "app/preview/previewscheme.h"
#include "app/shell/editorcolumn.h"
#include "app/shell/infobar.h"
#include "app/shell/look.h"
#include "app/shell/sectionssidebar.h"
#include "app/siteforms/navigationform.h"
#include "app/siteforms/pagesettings.h"
#include "app/siteforms/sitesettings.h"
#include "app/siteforms/yamlfield.h"
#include "app/siteforms/yamlform.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QApplication>
#include <QCalendarWidget>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

using namespace lectern;
using namespace lectern::app;
using lectern::profile::FieldId;
using lectern::profile::SectionKind;
using lectern::test::differOnlyIn;
using lectern::test::JobWindow;

/// Opens a copy of the sample site, with its own page and with the seed in its place, and does the whole job
/// in the real window: edits, looks at the page, undoes, reviews, exports.
class JobTest : public lectern::test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup() { m_job.reset(); }
    void everyFieldOfAPublicationReachesFileAndPage();
    void aPaperBoxIsEditedLikeAnyOther();
    void everyKindOfSectionIsTypedIn();
    void authorsAreReorderedAndTheOwnerMarked();
    void aDateIsChosenInTheCalendar();
    void itemsAreAddedDuplicatedMovedAndDeleted();
    void aDraggedItemIsStillTheChosenOne();
    void itemsAreSortedHiddenAndFound();
    void severalItemsAreActedOnTogether();
    void sectionsAreAddedRenamedMovedHiddenAndRemoved();
    void settingsOfPageNavigationAndSite();
    void undoReachesBackToTheOpenedBytes();
    void whatIsTallerThanThePaneIsShownFromItsBeginning();
    void reviewAndExportWritesOnlyTheEdit();

private:
    void openSection(SectionKind kind);
    /// Everything since `before` lies inside one item's old range.
    void compareInside(const QByteArray& before, TextRange range);
    [[nodiscard]] TextRange itemRange(SectionKind kind, int item)
    {
        return m_job->section(kind)->items[size_t(item)].range;
    }
    [[nodiscard]] QToolButton* button(const char* name)
    {
        const auto buttons = m_job->window().findChildren<QToolButton*>(QLatin1StringView(name));
        for (QToolButton* candidate : buttons) {
            if (candidate->isVisible())
                return candidate;
        }
        return nullptr;
    }
    void enter(FieldId id, const QString& chip);

    std::unique_ptr<JobWindow> m_job;
    QByteArray m_opened;
};

void JobTest::initTestCase_data()
{
    QTest::addColumn<bool>("seed");
    QTest::newRow("sample") << false;
    if (!lectern::test::seedPath().isEmpty())
        QTest::newRow("seed") << true;
}

void JobTest::init()
{
    // The offscreen platform says what it cannot do; every other warning is a failure.
    QTest::failOnWarning(QRegularExpression(QStringLiteral(
        "^(?!This plugin does not support|WebEngineContext used before|No suitable graphics).*")));
    QFETCH_GLOBAL(bool, seed);
    m_job = std::make_unique<JobWindow>(
        seed ? lectern::test::bytesOf(lectern::test::seedPath()) : QByteArray());
    QVERIFY(m_job->show());
    m_opened = m_job->bytes();
    QCOMPARE(m_opened, m_job->bytesOnDisk());
}

void JobTest::openSection(SectionKind kind)
{
    const int index = m_job->sectionIndex(kind);
    QVERIFY(index >= 0);
    m_job->clickSection(index);
    QCOMPARE(m_job->panel()->sectionId(), m_job->section(kind)->id);
}

void JobTest::compareInside(const QByteArray& before, TextRange range)
{
    QVERIFY(m_job->bytes() != before);
    QVERIFY(differOnlyIn(before, m_job->bytes(), range));
}

void JobTest::enter(FieldId id, const QString& chip)
{
    QWidget* const input = m_job->input(id);
    QVERIFY(input);
    m_job->click(input);
    QTest::keyClicks(input, chip);
    QTest::keyClick(input, Qt::Key_Return);
}

void JobTest::everyFieldOfAPublicationReachesFileAndPage()
{
    openSection(SectionKind::Publications);
    m_job->clickItem(1);
    const TextRange range = itemRange(SectionKind::Publications, 1);
    m_job->typeAtEnd(FieldId::Title, QStringLiteral(", revised"));
    QVERIFY(m_job->pageShows(QStringLiteral("GPU Clusters, revised")));
    m_job->retype(FieldId::Url, QStringLiteral("https://example.org/paper"));
    QVERIFY(m_job->pageHas(QStringLiteral("a[href='https://example.org/paper']"), 1));
    m_job->retype(FieldId::Venue, QStringLiteral("EuroSys"));
    m_job->retype(FieldId::Year, QStringLiteral("2026"));
    QVERIFY(m_job->pageShows(QStringLiteral("EuroSys")));
    QCOMPARE(m_job->section(SectionKind::Publications)->items[1].field(FieldId::Year)->value,
        profile::FieldValue(QStringLiteral("2026")));
    enter(FieldId::Ranks, QStringLiteral("CCF-A"));
    QVERIFY(m_job->pageShows(QStringLiteral("CSRanking, CCF-A")));
    m_job->typeAtEnd(FieldId::Note, QStringLiteral(" Best paper."));
    m_job->key(Qt::Key_Tab); // a reader takes it for an award, which is written when the field is left
    QVERIFY(m_job->pageShows(QStringLiteral("Best paper.")));
    compareInside(m_opened, range);
    m_job->undoAll();
    QCOMPARE(m_job->bytes(), m_opened);
    QVERIFY(m_job->pageShows(QStringLiteral("Best paper."), false));
}

void JobTest::aPaperBoxIsEditedLikeAnyOther()
{
    QFETCH_GLOBAL(bool, seed);
    openSection(SectionKind::Publications);
    m_job->clickItem(0);
    const TextRange range = itemRange(SectionKind::Publications, 0);
    if (seed) {
        // A plain entry: what it lacks can be given to it, or the form does not offer it.
        QVERIFY(!m_job->field(FieldId::Image));
        return;
    }
    m_job->retype(FieldId::Image, QStringLiteral("images/avatar.png"));
    QVERIFY(m_job->pageHas(QStringLiteral(".paper-box img[src='images/avatar.png']"), 1));
    enter(FieldId::Links, QStringLiteral("Code https://example.org/code"));
    QVERIFY(m_job->pageHas(QStringLiteral("a[href='https://example.org/code']"), 1));
    m_job->retype(FieldId::ImageAlt, QStringLiteral("A portrait"));
    QVERIFY(m_job->pageHas(QStringLiteral("img[alt='A portrait']"), 1));
    m_job->retype(FieldId::Badge, QStringLiteral("SC 2026"));
    QVERIFY(m_job->pageShows(QStringLiteral("SC 2026")));
    compareInside(m_opened, range);
    m_job->undoAll();
    QCOMPARE(m_job->bytes(), m_opened);
}

void JobTest::everyKindOfSectionIsTypedIn()
{
    const int count = int(m_job->profile().sections.size());
    for (int section = 0; section < count; ++section) {
        if (m_job->profile().sections[size_t(section)].items.empty())
            continue;
        m_job->clickSection(section);
        const auto& items = m_job->profile().sections[size_t(section)].items;
        const auto place = std::find_if(
            items.begin(), items.end(), [](const auto& item) { return item.kind != profile::ItemKind::Raw; });
        if (place == items.end())
            continue;
        const profile::Item item = *place;
        for (const profile::Field& field : item.fields) {
            const bool typed
                = field.shape == profile::FieldShape::Text || field.shape == profile::FieldShape::Line;
            QWidget* const input = typed ? m_job->input(field.id) : nullptr;
            if (!input)
                continue;
            m_job->typeAtEnd(field.id, QStringLiteral("qz"));
            if (m_job->bytes() == m_opened) {
                // What the page cannot hold is said beside the field.
                auto* const problem = m_job->field(field.id)->findChild<QLabel*>(QStringLiteral("problem"));
                QVERIFY2(problem->isVisible() && !problem->text().isEmpty(), profile::name(field.id).data());
                continue;
            }
            compareInside(m_opened, item.range);
            m_job->undoAll();
            QCOMPARE(m_job->bytes(), m_opened);
        }
    }
}

void JobTest::authorsAreReorderedAndTheOwnerMarked()
{
    openSection(SectionKind::Publications);
    m_job->clickItem(1);
    const TextRange range = itemRange(SectionKind::Publications, 1);
    enter(FieldId::Authors, QStringLiteral("Ada Lovelace"));
    QVERIFY(m_job->bytes().contains("Huanle Xu, Wing Cheong Lau, Ada Lovelace\n"));
    m_job->key(Qt::Key_Left);
    m_job->key(Qt::Key_Left, Qt::ControlModifier);
    QVERIFY(m_job->bytes().contains("Huanle Xu, Ada Lovelace, Wing Cheong Lau\n"));
    m_job->key(Qt::Key_Space);
    QVERIFY(m_job->bytes().contains("**Ada Lovelace**"));
    QVERIFY(m_job->pageShows(QStringLiteral("Huanle Xu, Ada Lovelace, Wing Cheong Lau")));
    compareInside(m_opened, range);
    m_job->key(Qt::Key_Delete);
    QCOMPARE(m_job->bytes(), m_opened);
    QCOMPARE(m_job->workspace().undoStack()->count(), 4);
    m_job->undoAll();
    QCOMPARE(m_job->bytes(), m_opened);
}

void JobTest::aDateIsChosenInTheCalendar()
{
    openSection(SectionKind::News);
    const TextRange range = itemRange(SectionKind::News, 0);
    FieldEditor* const date = m_job->field(FieldId::Date);
    QVERIFY(date);
    m_job->click(date->findChild<QToolButton*>());
    auto* const calendar = date->findChild<QCalendarWidget*>();
    QTRY_VERIFY(calendar && calendar->isVisible());
    QCOMPARE(calendar->selectedDate().month(), 6);
    // The calendar's own table takes the keys.
    auto* const days = calendar->findChild<QAbstractItemView*>();
    QTest::keyClick(days, Qt::Key_PageDown);
    QTest::keyClick(days, Qt::Key_Return);
    QTRY_VERIFY(!calendar->isVisible());
    QVERIFY(m_job->bytes().contains("- *2025.07*:"));
    compareInside(m_opened, range);
    QVERIFY(m_job->pageShows(QStringLiteral("2025.07")));
    m_job->retype(FieldId::Date, QStringLiteral("Sep 2025"));
    QVERIFY(m_job->pageShows(QStringLiteral("Sep 2025")));
    m_job->undoAll();
    QCOMPARE(m_job->bytes(), m_opened);
}

void JobTest::itemsAreAddedDuplicatedMovedAndDeleted()
{
    openSection(SectionKind::Honors);
    const auto titles = [this] {
        QStringList all;
        for (const profile::Item& item : m_job->section(SectionKind::Honors)->items)
            all.append(item.title);
        return all;
    };
    const QStringList before = titles();
    QTest::keyClick(&m_job->window(), Qt::Key_N, Qt::ControlModifier);
    QVERIFY(m_job->input(FieldId::Text));
    m_job->typeAtEnd(FieldId::Text, QStringLiteral("Medal for patience"));
    QCOMPARE(titles().size(), before.size() + 1);
    QVERIFY(m_job->pageShows(QStringLiteral("Medal for patience")));
    QCOMPARE(m_job->workspace().undoStack()->count(), 1);
    QTest::keyClick(&m_job->window(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_job->bytes(), m_opened);

    m_job->clickItem(1);
    m_job->key(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(titles(), QStringList({ before[0], before[1], before[1], before[2] }));
    QCOMPARE(m_job->panel()->currentItem().item, 2);
    m_job->list()->setFocus();
    m_job->key(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(titles(), QStringList({ before[0], before[1], before[2], before[1] }));
    m_job->key(Qt::Key_Delete);
    QCOMPARE(titles(), before);
    InfoBar& bar = m_job->window().editor().bar();
    QVERIFY(bar.isVisible());
    QVERIFY(bar.text().contains(QStringLiteral("Deleted")));
    bar.trigger(0);
    QCOMPARE(titles().size(), before.size() + 1);
    m_job->undoAll();
    QCOMPARE(m_job->bytes(), m_opened);
}

void JobTest::aDraggedItemIsStillTheChosenOne()
{
    openSection(SectionKind::Publications);
    const auto& items = m_job->section(SectionKind::Publications)->items;
    const QString second = items[1].title;
    const QString third = items[2].title;
    m_job->dragItem(1, 2);
    QCOMPARE(m_job->section(SectionKind::Publications)->items[1].title, third);
    QCOMPARE(m_job->section(SectionKind::Publications)->items[2].title, second);
    QCOMPARE(m_job->panel()->currentItem().item, 2);
    QVERIFY(QTest::qWaitFor(
        [&] {
            return m_job
                ->js(QStringLiteral("(function () { var t = document.body.textContent;"
                                    "return t.indexOf('Heet: ') < t.indexOf('Fast and Fair'); })()"))
                .toBool();
        },
        10'000));
    m_job->undoAll();
    QCOMPARE(m_job->bytes(), m_opened);
    QCOMPARE(m_job->panel()->currentItem().item, 1);
}

void JobTest::itemsAreSortedHiddenAndFound()
{
    openSection(SectionKind::Honors);
    QToolButton* const sort = button("sort");
    QVERIFY(sort);
    sort->menu()->actions().at(1)->trigger();
    const auto& sorted = m_job->section(SectionKind::Honors)->items;
    QVERIFY(*sorted[0].when.start <= *sorted[2].when.start);
    compareInside(m_opened, m_job->section(SectionKind::Honors)->range);
    m_job->undoAll();
    QCOMPARE(m_job->bytes(), m_opened);

    m_job->clickItem(1);
    m_job->click(button("hideItem"));
    QVERIFY(m_job->section(SectionKind::Honors)->items[1].hidden);
    QVERIFY(m_job->pageShows(QStringLiteral("Travel grant"), false));
    m_job->click(button("hideItem"));
    QVERIFY(!m_job->section(SectionKind::Honors)->items[1].hidden);
    QVERIFY(m_job->pageShows(QStringLiteral("Travel grant")));
    m_job->undoAll();
    QCOMPARE(m_job->bytes(), m_opened);

    openSection(SectionKind::Publications);
    auto* const search = m_job->panel()->findChild<QLineEdit*>(QStringLiteral("search"));
    QVERIFY(search->isVisible());
    m_job->click(search);
    QTest::keyClicks(search, QStringLiteral("heet"));
    QCOMPARE(m_job->list()->model()->rowCount(), 1);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(m_job->panel()->currentItem().item, 2);
    QTest::keyClick(search, Qt::Key_Escape);
}

void JobTest::severalItemsAreActedOnTogether()
{
    openSection(SectionKind::Publications);
    m_job->clickItem(1);
    m_job->clickItem(3, Qt::ShiftModifier);
    QCOMPARE(m_job->list()->selectedItems(), std::vector<int>({ 1, 2, 3 }));
    m_job->list()->setFocus();
    m_job->key(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(m_job->list()->selectedItems(), std::vector<int>({ 0, 1, 2 }));
    m_job->key(Qt::Key_Delete);
    QCOMPARE(m_job->section(SectionKind::Publications)->items.size(), size_t(3));
    QVERIFY(m_job->pageShows(QStringLiteral("Heet: Accelerating"), false));
    QCOMPARE(m_job->workspace().undoStack()->count(), 2);
    m_job->undoAll();
    QCOMPARE(m_job->bytes(), m_opened);
    QVERIFY(m_job->pageShows(QStringLiteral("Heet: Accelerating")));
}

void JobTest::sectionsAreAddedRenamedMovedHiddenAndRemoved()
{
    const auto ids = [this] {
        QStringList all;
        for (const profile::Section& section : m_job->profile().sections)
            all.append(section.id);
        return all;
    };
    SectionsSidebar& sidebar = m_job->window().sidebar();
    const QStringList before = ids();
    openSection(SectionKind::Honors);
    const int at = m_job->sectionIndex(SectionKind::Honors);
    sidebar.addSection(SectionKind::Talks);
    auto* const name = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(name);
    QTest::keyClick(name, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(name, QStringLiteral("Invited talks"));
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(ids().size(), before.size() + 1);
    QVERIFY(m_job->pageShows(QStringLiteral("Invited talks")));
    QCOMPARE(m_job->workspace().undoStack()->count(), 1);

    const QList<QAction*> actions = sidebar.sectionActions();
    sidebar.view()->setFocus();
    QCOMPARE(sidebar.currentRow(), at + 1);
    QTest::keyClick(sidebar.view(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(sidebar.currentRow(), at);
    QTest::keyClick(sidebar.view(), Qt::Key_H, Qt::ControlModifier);
    QVERIFY(m_job->profile().sections[size_t(at)].hidden);
    QVERIFY(m_job->pageShows(QStringLiteral("Invited talks"), false));
    QTest::keyClick(sidebar.view(), Qt::Key_H, Qt::ControlModifier);
    QVERIFY(m_job->pageShows(QStringLiteral("Invited talks")));
    QTest::keyClick(sidebar.view(), Qt::Key_Delete);
    QCOMPARE(ids(), before);
    InfoBar& bar = m_job->window().editor().bar();
    QVERIFY(bar.text().contains(QStringLiteral("Invited talks")));
    bar.trigger(0);
    QCOMPARE(ids().size(), before.size() + 1);
    m_job->undoAll();
    QCOMPARE(m_job->bytes(), m_opened);
    QVERIFY(m_job->pageShows(QStringLiteral("Invited talks"), false));
}

void JobTest::settingsOfPageNavigationAndSite()
{
    const auto place = [this](Destination::Kind kind) {
        const auto buttons = m_job->window().sidebar().findChildren<QToolButton*>();
        for (QToolButton* button : buttons) {
            if (button->property("place").isValid() && button->property("place").toInt() == int(kind))
                m_job->click(button);
        }
        return m_job->window().editor().panel(kind);
    };
    auto* const page = qobject_cast<PageSettings*>(place(Destination::Kind::PageSettings));
    QVERIFY(page);
    QWidget* const title = page->form().field({ QStringLiteral("title") })->widget();
    m_job->click(title);
    QTest::keyClicks(title, QStringLiteral("Home"));
    QByteArray expected = m_opened;
    expected.replace("title: \"\"", "title: \"Home\"");
    QCOMPARE(m_job->bytes(), expected);
    QCOMPARE(m_job->workspace().undoStack()->count(), 1);

    auto* const navigation = qobject_cast<NavigationForm*>(place(Destination::Kind::Navigation));
    QVERIFY(navigation);
    const int links = navigation->linkCount();
    auto* const link = navigation->findChild<TextBox*>();
    m_job->click(link);
    QTest::keyClick(link, Qt::Key_End);
    QTest::keyClicks(link, QStringLiteral(" me"));
    QVERIFY(m_job->pageShows(QStringLiteral("About me")));
    navigation->moveLink(0, 1);
    navigation->removeLink(2);
    QCOMPARE(navigation->linkCount(), links - 1);

    auto* const site = qobject_cast<SiteSettings*>(place(Destination::Kind::SiteSettings));
    QVERIFY(site);
    YamlField* const bio = site->form().field({ QStringLiteral("author"), QStringLiteral("bio") });
    QVERIFY(bio);
    QWidget* const line = bio->widget();
    m_job->click(line);
    QTest::keyClick(line, Qt::Key_End);
    QTest::keyClicks(line, QStringLiteral(" and tea"));
    QVERIFY(m_job->pageShows(QStringLiteral(" and tea")));
    QCOMPARE(m_job->workspace().changedFiles().size(), 3);
    m_job->undoAll();
    QVERIFY(m_job->workspace().changedFiles().isEmpty());
    QVERIFY(m_job->pageShows(QStringLiteral(" and tea"), false));
}

void JobTest::undoReachesBackToTheOpenedBytes()
{
    openSection(SectionKind::Publications);
    m_job->clickItem(3);
    m_job->typeAtEnd(FieldId::Title, QStringLiteral(" 2"));
    openSection(SectionKind::News);
    m_job->typeAtEnd(FieldId::Text, QStringLiteral(" Really."));
    openSection(SectionKind::Education);
    m_job->clickItem(0);
    m_job->list()->setFocus();
    m_job->key(Qt::Key_Delete);
    openSection(SectionKind::Publications);
    m_job->dragItem(0, 1);
    const int steps = m_job->workspace().undoStack()->count();
    QCOMPARE(steps, 4);
    for (int step = 0; step < steps; ++step)
        QVERIFY(!m_job->workspace().undoStack()->text(step).isEmpty());
    const QByteArray edited = m_job->bytes();
    m_job->undoAll();
    QCOMPARE(m_job->bytes(), m_opened);
    for (int step = 0; step < steps; ++step)
        QTest::keyClick(&m_job->window(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_job->bytes(), edited);
    m_job->undoAll();
    QCOMPARE(m_job->bytesOnDisk(), m_opened);
}

void JobTest::whatIsTallerThanThePaneIsShownFromItsBeginning()
{
    m_job->window().resize(1280, 520);
    openSection(SectionKind::Publications);
    m_job->clickItem(5);
    m_job->clickSection(0);
    // The template's header stays at the top while the page scrolls below it.
    const QString script = QStringLiteral(
        "(function () { var header = document.querySelector('header').getBoundingClientRect().bottom;"
        "var text = Array.from(document.querySelectorAll('p')).find(function (one) {"
        "return one.textContent.indexOf('Zizhao Mo') >= 0 && one.textContent.length > 60; });"
        "var top = text.getBoundingClientRect().top;"
        "return header > 0 && top >= header && top < header + window.innerHeight / 2; })()");
    QVERIFY(QTest::qWaitFor([&] { return m_job->js(script).toBool(); }, 10'000));
}

void JobTest::reviewAndExportWritesOnlyTheEdit()
{
    openSection(SectionKind::Publications);
    m_job->clickItem(2);
    const TextRange range = itemRange(SectionKind::Publications, 2);
    m_job->retype(FieldId::Venue, QStringLiteral("ASPLOS, Rotterdam"));
    const QByteArray edited = m_job->bytes();
    QCOMPARE(m_job->bytesOnDisk(), m_opened);
    QTest::keyClick(&m_job->window(), Qt::Key_E, Qt::ControlModifier);
    auto* const sheet = m_job->window().findChild<ReviewSheet*>();
    QTRY_VERIFY(sheet && sheet->isVisible());
    QCOMPARE(sheet->changeCount(), 1);
    QVERIFY(sheet->findChild<QListWidget*>()->item(0)->text().contains(QStringLiteral("Heet")));
    const auto buttons = sheet->findChildren<QPushButton*>();
    for (QPushButton* candidate : buttons) {
        if (look::isPrimary(candidate))
            m_job->click(candidate);
    }
    QTRY_VERIFY(!sheet->isVisible());
    QCOMPARE(m_job->bytesOnDisk(), edited);
    QVERIFY(differOnlyIn(m_opened, m_job->bytesOnDisk(), range));
    QVERIFY(m_job->workspace().changedFiles().isEmpty());
    QVERIFY(m_job->pageShows(QStringLiteral("ASPLOS, Rotterdam")));
}

int main(int argc, char** argv)
{
    QStandardPaths::setTestModeEnabled(true);
    registerPreviewScheme();
    QApplication app(argc, argv);
    QApplication::setEffectEnabled(Qt::UI_AnimateMenu, false);
    lectern::test::quietForeignCategories();
    JobTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_job.moc"
