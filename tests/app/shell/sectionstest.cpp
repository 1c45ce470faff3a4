// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/chipedit.h"
#include "app/shell/editorcolumn.h"
#include "app/shell/infobar.h"
#include "app/shell/sectionsdelegate.h"
#include "app/shell/sectionsmodel.h"
#include "app/shell/commands.h"
#include "app/shell/sectionssidebar.h"
#include "app/shell/sitesearch.h"
#include "app/shell/sitetoolbar.h"
#include "tests/app/shell/shellfixture.h"
#include "tests/app/shell/shelltest.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QToolButton>
#include <QUndoStack>

using namespace lectern;
using test::ShellFixture;

/// The list of sections: every change is one step with a name, and its undo restores every byte.
class SectionsTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void addingAndNamingIsOneStep();
    void addingFromTheMenuOffersEveryKind();
    void renamingByF2IsOneStep();
    void renamingToNothingChangesNothing();
    void anotherHeadingMakesNoOtherKind();
    void theKindIsChosenAndRemembered();
    void theMenuFollowsWithinTheSameStep();
    void altArrowsMoveTheSection();
    void aDraggedRowLandsWhereItIsDropped();
    void theBiographyStaysFirst();
    void hidingDimsAndShowsAgain();
    void aClickOnTheEyeHides();
    void deletingShowsTheBarAndItsUndoRestores();
    void theBarGoesWithTheNextStep();
    void aDeletedSectionLeavesItsNeighbourChosen();
    void whatIsImpossibleIsDisabled();
    void placesOfTheSiteOpenTheirForms();
    void namesAreToldAndRememberedAndPapersWithoutThemAreListed();
    void theOtherLanguageShowsTheSameSectionAndEntry();
    void lookingAtOtherPagesOpensNone();

private:
    app::SectionsSidebar& sidebar() { return m_fixture->window().sidebar(); }
    QListView* view() { return sidebar().view(); }
    QAction* action(const char* id);
    QStringList ids();
    void choose(const QString& id) { sidebar().choose({ app::Destination::Kind::Section, id }); }
    /// Types a heading for the chosen section as F2 lets one.
    void rename(const QString& heading);
    QByteArray menu() { return m_fixture->workspace().file(QStringLiteral("_data/navigation.yml"))->bytes(); }
    /// One step was made, it has this name, and undoing it restores the page.
    void verifyOneStep(const QString& name);

    std::unique_ptr<ShellFixture> m_fixture;
    QByteArray m_before;
};

void SectionsTest::init()
{
    Suite::init();
    m_fixture = std::make_unique<ShellFixture>();
    m_fixture->openSite();
    m_before = m_fixture->pageBytes();
    view()->setFocus();
}

void SectionsTest::rename(const QString& heading)
{
    sidebar().renameCurrent();
    auto* const line = view()->findChild<QLineEdit*>();
    QVERIFY(line);
    line->selectAll();
    QTest::keyClicks(line, heading);
    QTest::keyClick(line, Qt::Key_Return);
}

QAction* SectionsTest::action(const char* id)
{
    for (QAction* action : sidebar().sectionActions()) {
        if (action->objectName() == QLatin1StringView(id))
            return action;
    }
    return nullptr;
}

QStringList SectionsTest::ids()
{
    QStringList ids;
    for (const profile::Section& section : m_fixture->workspace().profile().sections)
        ids.append(section.id);
    return ids;
}

void SectionsTest::verifyOneStep(const QString& name)
{
    QUndoStack* undo = m_fixture->workspace().undoStack();
    QCOMPARE(undo->count(), 1);
    QCOMPARE(undo->undoText(), name);
    const QByteArray after = m_fixture->pageBytes();
    QVERIFY(after != m_before);
    undo->undo();
    QCOMPARE(m_fixture->pageBytes(), m_before);
    undo->redo();
    QCOMPARE(m_fixture->pageBytes(), after);
}

void SectionsTest::addingAndNamingIsOneStep()
{
    choose(QStringLiteral("publications"));
    sidebar().addSection(profile::SectionKind::Talks);
    QCOMPARE(ids().at(3), QStringLiteral("talks"));
    QCOMPARE(sidebar().currentRow(), 3);
    // The heading waits to be typed over.
    auto* line = view()->findChild<QLineEdit*>();
    QVERIFY(line);
    QCOMPARE(line->text(), QStringLiteral("Invited Talks"));
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("Speeches"));
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY(m_fixture->pageBytes().contains("# Speeches"));
    verifyOneStep(QStringLiteral("Add section “Speeches”"));
}

void SectionsTest::addingFromTheMenuOffersEveryKind()
{
    const auto actions = sidebar().addMenu()->actions();
    QCOMPARE(actions.size(), 10);
    for (QAction* action : actions) {
        const int before = int(ids().size());
        action->trigger();
        QCOMPARE(int(ids().size()), before + 1);
        if (auto* line = view()->findChild<QLineEdit*>())
            QTest::keyClick(line, Qt::Key_Escape);
    }
    while (m_fixture->workspace().undoStack()->canUndo())
        m_fixture->workspace().undoStack()->undo();
    QCOMPARE(m_fixture->pageBytes(), m_before);
}

void SectionsTest::renamingByF2IsOneStep()
{
    choose(QStringLiteral("honors"));
    QTest::keyClick(view(), Qt::Key_F2);
    auto* line = view()->findChild<QLineEdit*>();
    QVERIFY(line);
    QCOMPARE(line->text(), QStringLiteral("🎖 Honors"));
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("Prizes"));
    QTest::keyClick(line, Qt::Key_Return);
    QByteArray expected = m_before;
    expected.replace("# 🎖 Honors", "# Prizes");
    QTRY_COMPARE(m_fixture->pageBytes(), expected);
    verifyOneStep(QStringLiteral("Rename section “🎖 Honors” to “Prizes”"));
}

void SectionsTest::renamingToNothingChangesNothing()
{
    choose(QStringLiteral("honors"));
    sidebar().renameCurrent();
    auto* line = view()->findChild<QLineEdit*>();
    QVERIFY(line);
    line->clear();
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY(!view()->findChild<QLineEdit*>());
    QCOMPARE(m_fixture->pageBytes(), m_before);
    QCOMPARE(m_fixture->workspace().undoStack()->count(), 0);
}

void SectionsTest::anotherHeadingMakesNoOtherKind()
{
    choose(QStringLiteral("publications"));
    rename(QStringLiteral("Things of mine"));
    QTRY_VERIFY(m_fixture->pageBytes().contains("# Things of mine"));
    const profile::Section* const section
        = m_fixture->workspace().profile().section(QStringLiteral("publications"));
    QVERIFY(section);
    QCOMPARE(section->heading, QStringLiteral("Things of mine"));
    QCOMPARE(section->kind, profile::SectionKind::Publications);
}

void SectionsTest::theKindIsChosenAndRemembered()
{
    choose(QStringLiteral("honors"));
    const int row = sidebar().currentRow();
    const auto kindMenu = [this]() -> QMenu* {
        for (QAction* action : view()->actions()) {
            if (action->objectName() == QLatin1StringView("section.kind"))
                return action->menu();
        }
        return nullptr;
    };
    QVERIFY(kindMenu());
    const auto chooseKind = [&](const QString& text) {
        Q_EMIT kindMenu()->aboutToShow();
        for (QAction* action : kindMenu()->actions()) {
            if (action->text() == text)
                return action->trigger();
        }
        QFAIL("the menu does not offer it");
    };
    const auto kind = [&] { return m_fixture->workspace().profile().sections[size_t(row)].kind; };
    chooseKind(QStringLiteral("Talks"));
    QCOMPARE(kind(), profile::SectionKind::Talks);
    QCOMPARE(sidebar().currentRow(), row);
    QCOMPARE(m_fixture->pageBytes(), m_before);
    QVERIFY(m_fixture->workspace().changedFiles().isEmpty());

    QVERIFY(m_fixture->window().opener().open(m_fixture->workspace().root()));
    QCOMPARE(kind(), profile::SectionKind::Talks);
    choose(QStringLiteral("talks"));
    chooseKind(QStringLiteral("As its heading says"));
    QVERIFY(m_fixture->workspace().hints() == app::ReaderHints {});
}

void SectionsTest::theMenuFollowsWithinTheSameStep()
{
    const auto anchor = [this](const char* id) {
        return m_fixture->workspace().profile().section(QLatin1StringView(id))->anchor.toUtf8();
    };
    const QByteArray before = "main:\n  - title: Honors\n    url: /#" + anchor("honors")
        + "\n  - title: Fresh # today\n    url: /#" + anchor("news") + "\n";
    m_fixture->write(QStringLiteral("site/_data/navigation.yml"), before);
    QUndoStack* const steps = m_fixture->workspace().undoStack();
    app::InfoBar& bar = m_fixture->window().editor().bar();

    choose(QStringLiteral("honors"));
    rename(QStringLiteral("Prizes"));
    QTRY_VERIFY(m_fixture->editorBarText().contains(QStringLiteral("menu still links")));
    bar.trigger(0);
    QVERIFY(menu().contains("- title: Prizes\n    url: /#prizes\n"));
    QCOMPARE(steps->count(), 1);
    steps->undo();
    QCOMPARE(menu(), before);
    QCOMPARE(m_fixture->pageBytes(), m_before);

    action("section.remove")->trigger();
    QTRY_VERIFY(m_fixture->editorBarText().contains(QStringLiteral("menu still links")));
    bar.trigger(0);
    QVERIFY(!menu().contains("Honors"));
    QVERIFY(menu().contains("Fresh # today"));
    QCOMPARE(steps->count(), 1);
    steps->undo();
    QCOMPARE(menu(), before);
    QCOMPARE(m_fixture->pageBytes(), m_before);

    // The menu's order is not the page's from the start, so any move offers to put it right.
    choose(QStringLiteral("honors"));
    action("section.up")->trigger();
    QTRY_VERIFY(m_fixture->editorBarText().contains(QStringLiteral("another order")));
    bar.trigger(0);
    QVERIFY(menu().indexOf("Fresh # today") < menu().indexOf("Honors"));
    QCOMPARE(steps->count(), 1);
    steps->undo();
    QCOMPARE(menu(), before);
}

void SectionsTest::altArrowsMoveTheSection()
{
    choose(QStringLiteral("honors"));
    const QStringList before = ids();
    QTest::keyClick(view(), Qt::Key_Up, Qt::AltModifier);
    QStringList expected = before;
    expected.move(3, 2);
    QCOMPARE(ids(), expected);
    QCOMPARE(sidebar().current().section, QStringLiteral("honors"));
    verifyOneStep(QStringLiteral("Move section “🎖 Honors”"));
    QTest::keyClick(view(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(ids(), before);
}

void SectionsTest::aDraggedRowLandsWhereItIsDropped()
{
    QAbstractItemModel* rows = view()->model();
    const std::unique_ptr<QMimeData> dragged(rows->mimeData({ rows->index(4, 0) }));
    QVERIFY(rows->canDropMimeData(dragged.get(), Qt::MoveAction, 1, 0, {}));
    rows->dropMimeData(dragged.get(), Qt::MoveAction, 1, 0, {});
    QCOMPARE(ids().at(1), QStringLiteral("education"));
    verifyOneStep(QStringLiteral("Move section “📖 Educations”"));
}

void SectionsTest::theBiographyStaysFirst()
{
    QAbstractItemModel* rows = view()->model();
    QVERIFY(!(rows->flags(rows->index(0, 0)) & Qt::ItemIsDragEnabled));
    const std::unique_ptr<QMimeData> dragged(rows->mimeData({ rows->index(2, 0) }));
    QVERIFY(!rows->canDropMimeData(dragged.get(), Qt::MoveAction, 0, 0, {}));
    choose(QStringLiteral("news"));
    QVERIFY(!action("section.up")->isEnabled());
}

void SectionsTest::hidingDimsAndShowsAgain()
{
    choose(QStringLiteral("news"));
    action("section.hide")->trigger();
    const QModelIndex row = view()->model()->index(1, 0);
    QVERIFY(row.data(app::SectionsModel::HiddenRole).toBool());
    QCOMPARE(row.data(Qt::AccessibleTextRole).toString(), QStringLiteral("News, hidden"));
    QCOMPARE(action("section.hide")->text(), QStringLiteral("Show section"));
    verifyOneStep(QStringLiteral("Hide section “🔥 News”"));
    action("section.hide")->trigger();
    QCOMPARE(m_fixture->pageBytes(), m_before);
}

void SectionsTest::aClickOnTheEyeHides()
{
    const QRect row = view()->visualRect(view()->model()->index(1, 0));
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, { row.right() - 24, row.center().y() });
    QVERIFY(view()->model()->index(1, 0).data(app::SectionsModel::HiddenRole).toBool());
}

void SectionsTest::deletingShowsTheBarAndItsUndoRestores()
{
    choose(QStringLiteral("publications"));
    QTest::keyClick(view(), Qt::Key_Delete);
    QVERIFY(!ids().contains(QStringLiteral("publications")));
    QCOMPARE(m_fixture->editorBarText(), QStringLiteral("Deleted section “📝 Publications”."));
    QCOMPARE(
        m_fixture->workspace().undoStack()->undoText(), QStringLiteral("Delete section “📝 Publications”"));
    m_fixture->window().editor().bar().trigger(0);
    QCOMPARE(m_fixture->pageBytes(), m_before);
    QVERIFY(m_fixture->editorBarText().isEmpty());
}

void SectionsTest::theBarGoesWithTheNextStep()
{
    choose(QStringLiteral("publications"));
    action("section.remove")->trigger();
    QVERIFY(!m_fixture->editorBarText().isEmpty());
    choose(QStringLiteral("honors"));
    action("section.hide")->trigger();
    QVERIFY(m_fixture->editorBarText().isEmpty());
}

void SectionsTest::aDeletedSectionLeavesItsNeighbourChosen()
{
    choose(QStringLiteral("publications"));
    action("section.remove")->trigger();
    QCOMPARE(sidebar().current().section, QStringLiteral("honors"));
    choose(QStringLiteral("education"));
    action("section.remove")->trigger();
    QCOMPARE(sidebar().current().section, QStringLiteral("honors"));
}

void SectionsTest::whatIsImpossibleIsDisabled()
{
    choose(ids().at(0));
    for (const char* id :
        { "section.rename", "section.up", "section.down", "section.hide", "section.remove" })
        QVERIFY2(!action(id)->isEnabled(), id);
    choose(QStringLiteral("education"));
    QVERIFY(action("section.up")->isEnabled());
    QVERIFY(!action("section.down")->isEnabled());
    sidebar().choose({ app::Destination::Kind::SiteSettings, {} });
    QVERIFY(!action("section.remove")->isEnabled());
}

void SectionsTest::placesOfTheSiteOpenTheirForms()
{
    for (const auto kind : { app::Destination::Kind::PageSettings, app::Destination::Kind::Navigation,
             app::Destination::Kind::SiteSettings, app::Destination::Kind::OwnerNames, app::Destination::Kind::Files }) {
        sidebar().choose({ kind, {} });
        QWidget* panel = m_fixture->window().editor().panel(kind);
        QVERIFY(panel && panel->isVisible());
        QVERIFY(view()->selectionModel()->selectedIndexes().isEmpty());
    }
    // A lone file has no site around it.
    m_fixture->write(QStringLiteral("lone.md"), "# News\n- *2024*: one\n");
    QVERIFY(m_fixture->workspace().open(m_fixture->path(QStringLiteral("lone.md"))));
    int visible = 0;
    for (const auto* button : sidebar().findChildren<QAbstractButton*>())
        visible += button->property("place").isValid() && button->isVisible();
    QCOMPARE(visible, 2); // the page's settings, and the owner's names
}

void SectionsTest::theOtherLanguageShowsTheSameSectionAndEntry()
{
    auto& fixture = *m_fixture;
    const QString site = fixture.makeSite(QStringLiteral("bilingual"));
    fixture.write(QStringLiteral("bilingual/_pages/about_zh.md"),
        QStringLiteral("---\npermalink: /zh/\ntitle: 关于\n---\n\n你好。\n\n# 🎖 荣誉奖项\n\n- *2023*: 一\n\n# 🔥 新闻\n\n- *2024*: 一\n- *2023*: 二\n").toUtf8());
    QVERIFY(fixture.workspace().open(site));
    auto* const toolbar = fixture.window().findChild<app::SiteToolbar*>();
    const auto languages = [toolbar] {
        QList<QToolButton*> found;
        for (auto* button : toolbar->findChildren<QToolButton*>()) {
            if (button->isCheckable() && button->isVisible() && !button->defaultAction())
                found.append(button);
        }
        return found;
    };
    QTRY_COMPARE(languages().size(), 2);
    QCOMPARE(languages().at(0)->text(), QStringLiteral("English"));
    QVERIFY(languages().at(0)->isChecked());
    QCOMPARE(languages().at(1)->text(), QStringLiteral("中文"));
    QCOMPARE(languages().at(1)->accessibleName(), QStringLiteral("Show this page in 中文"));

    choose(QStringLiteral("news"));
    const QString page = fixture.workspace().currentPage();
    QTest::mouseClick(languages().at(1), Qt::LeftButton);
    QTRY_COMPARE(fixture.workspace().currentPage(), QStringLiteral("_pages/about_zh.md"));
    QCOMPARE(sidebar().current().section, QStringLiteral("news"));
    QTRY_VERIFY(languages().size() == 2 && languages().at(1)->isChecked());
    // And back by the key.
    choose(QStringLiteral("honors"));
    fixture.window().commands().action(QLatin1StringView("page.language"))->trigger();
    QCOMPARE(fixture.workspace().currentPage(), page);
    QCOMPARE(sidebar().current().section, QStringLiteral("honors"));
    QVERIFY(fixture.workspace().changedFiles().isEmpty());
}

void SectionsTest::lookingAtOtherPagesOpensNone()
{
    auto& fixture = *m_fixture;
    fixture.write(QStringLiteral("site/_pages/other.md"), "---\ntitle: Other\n---\n\n# News\n\n{% include_relative more.md %}\n");
    fixture.write(QStringLiteral("site/_pages/more.md"), "- *2024*: A remarkable discovery\n");
    QVERIFY(fixture.workspace().open(fixture.path(QStringLiteral("site"))));
    const QStringList opened = fixture.workspace().openFiles();
    // What another page includes is found, too.
    const auto hits = app::searchSite(fixture.workspace(), QStringLiteral("remarkable"));
    QCOMPARE(int(hits.size()), 1);
    QCOMPARE(hits.first().page, QStringLiteral("_pages/other.md"));
    QCOMPARE(hits.first().item, 0);
    QVERIFY(fixture.workspace().readPage(QStringLiteral("_pages/other.md")));
    QCOMPARE(fixture.workspace().openFiles(), opened);
}

void SectionsTest::namesAreToldAndRememberedAndPapersWithoutThemAreListed()
{
    const QByteArray paper("\n[Third paper on clouds](https://a.example/3)\n- Accepted by **SC' 23 (CCF-A)**, top conference.\n"
                           "- Authors: Carl Dean, Ada Bellamy-Stone\n");
    const qsizetype at = m_before.indexOf("\n# 🎖 Honors");
    m_fixture->workspace().pushPage({ { at, {}, paper } }, QStringLiteral("add"), app::EditSource::Source);
    sidebar().choose({ app::Destination::Kind::OwnerNames, {} });
    auto* const page = m_fixture->window().editor().panel(app::Destination::Kind::OwnerNames);
    QVERIFY(page && page->isVisible());
    auto* const papers = page->findChild<QListWidget*>();
    QCOMPARE(papers->count(), 1);
    QVERIFY(papers->item(0)->text().startsWith(QStringLiteral("Third paper")));

    // The paper's author is marked as the page marks its owner, as a step.
    auto* const mark = page->findChild<QToolButton*>();
    Q_EMIT mark->menu()->aboutToShow();
    const QByteArray unmarked = m_fixture->pageBytes();
    mark->menu()->actions().at(1)->trigger();
    QCOMPARE(m_fixture->pageBytes(), QByteArray(unmarked).replace("Ada Bellamy-Stone", "**Ada Bellamy-Stone**"));
    QCOMPARE(papers->count(), 0);
    QVERIFY(m_fixture->workspace().undoStack()->undoText().contains(QStringLiteral("Ada Bellamy-Stone")));
    m_fixture->workspace().undoStack()->undo();
    QCOMPARE(m_fixture->pageBytes(), unmarked);
    QCOMPARE(papers->count(), 1);

    // A list entry leads to its paper.
    QCOMPARE(papers->currentRow(), 0);
    page->findChild<QPushButton*>(QStringLiteral("showPaper"))->click();
    QCOMPARE(sidebar().current().section, QStringLiteral("publications"));

    // A name that is told finds it, is kept for the next start, and writes nothing.
    sidebar().choose({ app::Destination::Kind::OwnerNames, {} });
    auto* const line = page->findChild<app::ChipInput*>();
    line->setFocus();
    QTest::keyClicks(line, QStringLiteral("Ada Bellamy-Stone"));
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(papers->count(), 0);
    QCOMPARE(m_fixture->pageBytes(), unmarked);
    QCOMPARE(m_fixture->settings().readerHints(m_fixture->workspace().root()).ownerNames,
        QStringList { QStringLiteral("Ada Bellamy-Stone") });
    auto* const names = page->findChild<app::ChipEdit*>();
    QCOMPARE(names->count(), 1);
    QTest::keyClick(names->chip(0), Qt::Key_Delete);
    QVERIFY(m_fixture->workspace().hints().ownerNames.isEmpty());
    QCOMPARE(papers->count(), 1);
}

LECTERN_SHELL_TEST(SectionsTest, "sections")
#include "sectionstest.moc"
