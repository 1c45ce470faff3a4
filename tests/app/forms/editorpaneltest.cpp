// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/editorpanel.h"
#include "app/forms/chipedit.h"
#include "app/forms/fieldeditor.h"
#include "app/forms/itemactions.h"
#include "app/forms/itemlistmodel.h"
#include "app/forms/itemlistview.h"
#include "app/forms/textbox.h"
#include "tests/support/guimain.h"
#include "tests/support/testsupport.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

#include <memory>

using namespace lectern;
using namespace lectern::app;
using lectern::profile::FieldId;
using lectern::profile::ItemRef;

/// Drives the panel over a copy of the seed page as a person would, with keys and the mouse.
class EditorPanelTest : public lectern::test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void typingInATitleChangesOnlyItsBytesInOneStep();
    void lookingAtEveryItemWritesNothing();
    void undoReachesBackToTheOpenedFile();
    void draggingAnItemMovesIt();
    void altArrowsMoveTheSelection();
    void authorsAreAddedReorderedStarredAndRemoved();
    void deletingSaysSoAndCanBeTakenBack();
    void severalItemsAreDeletedInOneStep();
    void duplicatingSelectsTheCopy();
    void sortingByDateIsOneStep();
    void groupingIsOneStepWithItsNameAndGroupsAreHeadings();
    void whatCannotBeGroupedIsSaid();
    void itemsAreDraggedAndSteppedAcrossGroups();
    void theMenuMovesToAGroupAndToAPage();
    void aGroupIsRenamedInTheListInOneStep();
    void anItemChangesItsFormAndItsSectionInOneStep();
    void anItemOfAnIncludedFileIsEditedThere();
    void searchingFiltersTheList();
    void anAddedItemIsOneUndoStep();
    void enterOpensTheFormAndEscapeGoesBack();
    void otherPeoplesEditsDoNotDisturbTheCaretOrAComposition();
    void noBreakSpacesAndCrLfStay();
    void sectionIsRenamedInPlace();
    void sourceOfAnItemIsEdited();
    void fiveThousandItemsStayQuick();
    void everyWidgetThatTakesTheFocusHasAName();

private:
    void open(const QByteArray& bytes);
    void show(const QString& section, int item = 0);
    [[nodiscard]] QByteArray page() { return m_workspace->file(QStringLiteral("about.md"))->bytes(); }
    [[nodiscard]] TextBox* box(FieldId id) const;
    [[nodiscard]] FieldEditor* editor(FieldId id) const;
    [[nodiscard]] ItemListView* list() const { return m_panel->findChild<ItemListView*>(); }
    [[nodiscard]] const profile::Section& section(const QString& id)
    {
        return *m_workspace->profile().section(id);
    }
    void drag(int fromRow, int toRow);
    /// An entry of the list's menu or of a menu in it, by its words.
    [[nodiscard]] QAction* menuEntry(const QString& words);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<EditorPanel> m_panel;
    QByteArray m_seed;
};

void EditorPanelTest::init()
{
    Suite::init();
    if (lectern::test::seedPath().isEmpty())
        QSKIP("the shared folder with the seed page is absent");
    m_seed = lectern::test::bytesOf(lectern::test::seedPath());
    open(m_seed);
}

void EditorPanelTest::cleanup()
{
    m_panel.reset();
    m_workspace.reset();
    m_folder.reset();
}

void EditorPanelTest::open(const QByteArray& bytes)
{
    m_panel.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    const QString path = m_folder->filePath(QStringLiteral("about.md"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
    file.close();
    m_workspace = std::make_unique<Workspace>();
    QVERIFY(m_workspace->open(path).isOk());
    m_panel = std::make_unique<EditorPanel>(*m_workspace);
    m_panel->resize(480, 760);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    QApplication::setActiveWindow(m_panel.get());
}

void EditorPanelTest::show(const QString& sectionId, int item)
{
    const auto& sections = m_workspace->profile().sections;
    for (int i = 0; i < int(sections.size()); ++i) {
        if (sections[size_t(i)].id == sectionId)
            m_panel->showItem({ i, item });
    }
    QCOMPARE(m_panel->sectionId(), sectionId);
}

FieldEditor* EditorPanelTest::editor(FieldId id) const
{
    return m_panel->findChild<FieldEditor*>(QStringLiteral("field.") + profile::name(id));
}

TextBox* EditorPanelTest::box(FieldId id) const
{
    return editor(id)->findChild<TextBox*>();
}

void EditorPanelTest::drag(int fromRow, int toRow)
{
    ItemListView* const view = list();
    const QRect from = view->visualRect(view->model()->index(fromRow, 0));
    const QRect to = view->visualRect(view->model()->index(toRow, 0));
    QTest::mousePress(view->viewport(), Qt::LeftButton, {}, from.center());
    const QPoint target(to.center().x(), toRow > fromRow ? to.bottom() - 2 : to.top() + 2);
    for (const QPoint& at : { from.center() + QPoint(0, 15), target }) {
        QMouseEvent move(
            QEvent::MouseMove, at, view->viewport()->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(view->viewport(), &move);
    }
    QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, target);
}

void EditorPanelTest::typingInATitleChangesOnlyItsBytesInOneStep()
{
    show(QStringLiteral("publications"));
    TextBox* const title = box(FieldId::Title);
    title->setFocus();
    title->moveCursor(QTextCursor::End);
    QTest::keyClicks(title, QStringLiteral(", revised"));
    QByteArray expected = m_seed;
    expected.replace("Dynamic Parallelism]", "Dynamic Parallelism, revised]");
    QCOMPARE(page(), expected);
    QCOMPARE(m_workspace->undoStack()->count(), 1);
    QVERIFY(m_workspace->undoStack()->undoText().contains(QStringLiteral("Hetis")));
    QTest::keyClick(title, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(page(), m_seed);
    QVERIFY(!title->record().contains(QStringLiteral("revised")));
}

void EditorPanelTest::lookingAtEveryItemWritesNothing()
{
    for (const auto& shown : std::vector(m_workspace->profile().sections)) {
        for (int item = 0; item < int(shown.items.size()); ++item) {
            show(shown.id, item);
            for (const profile::Field& field : shown.items[size_t(item)].fields)
                m_panel->focusField(m_panel->currentItem(), field.id);
        }
    }
    m_panel->setFocus();
    QCOMPARE(m_workspace->undoStack()->count(), 0);
    QCOMPARE(page(), m_seed);
}

void EditorPanelTest::undoReachesBackToTheOpenedFile()
{
    show(QStringLiteral("publications"), 2);
    for (const FieldId id : { FieldId::Title, FieldId::Venue, FieldId::Year, FieldId::Note }) {
        m_panel->focusField(m_panel->currentItem(), id);
        const int before = m_workspace->undoStack()->count();
        if (id == FieldId::Year) // a digit more is no year, which the field says; a whole one is taken
            box(id)->selectAll();
        QTest::keyClicks(box(id), id == FieldId::Year ? QStringLiteral("2021") : QStringLiteral("7"));
        QVERIFY2(m_workspace->undoStack()->count() == before + 1, qPrintable(profile::name(id)));
    }
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_D, Qt::ControlModifier);
    QTest::keyClick(list(), Qt::Key_Delete);
    QVERIFY(m_workspace->undoStack()->count() >= 6);
    while (m_workspace->undoStack()->canUndo())
        m_workspace->undoStack()->undo();
    QCOMPARE(page(), m_seed);
    while (m_workspace->undoStack()->canRedo())
        m_workspace->undoStack()->redo();
    QVERIFY(page() != m_seed);
}

void EditorPanelTest::draggingAnItemMovesIt()
{
    show(QStringLiteral("publications"));
    const QString first = section(QStringLiteral("publications")).items[0].title;
    const QString second = section(QStringLiteral("publications")).items[1].title;
    drag(0, 1);
    const auto& items = section(QStringLiteral("publications")).items;
    QCOMPARE(items[0].title, second);
    QCOMPARE(items[1].title, first);
    QCOMPARE(m_panel->currentItem().item, 1);
    QCOMPARE(m_workspace->undoStack()->count(), 1);
    m_workspace->undoStack()->undo();
    QCOMPARE(page(), m_seed);
    QCOMPARE(m_panel->currentItem().item, 0);
}

void EditorPanelTest::altArrowsMoveTheSelection()
{
    show(QStringLiteral("honors"), 1);
    const QString moved = section(QStringLiteral("honors")).items[1].title;
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(section(QStringLiteral("honors")).items[0].title, moved);
    QTest::keyClick(list(), Qt::Key_Up, Qt::AltModifier); // at the top: stays
    QTest::keyClick(list(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(page(), m_seed);
}

void EditorPanelTest::authorsAreAddedReorderedStarredAndRemoved()
{
    show(QStringLiteral("publications"));
    auto* const chips = editor(FieldId::Authors)->findChild<ChipEdit*>();
    QCOMPARE(chips->count(), 5);
    QVERIFY(chips->chip(0)->data().starred);
    chips->input()->setFocus();
    QTest::keyClicks(chips->input(), QStringLiteral("Ada Lovelace"));
    QTest::keyClick(chips->input(), Qt::Key_Return);
    QCOMPARE(chips->count(), 6);
    QVERIFY(page().contains("Cheng-Zhong Xu, Ada Lovelace\n"));
    QTest::keyClick(chips->input(), Qt::Key_Left);
    QTest::keyClick(chips->chip(5), Qt::Key_Left, Qt::ControlModifier);
    QVERIFY(page().contains("Zhi Zhou, Ada Lovelace, Cheng-Zhong Xu\n"));
    QTest::keyClick(chips->chip(4), Qt::Key_Space);
    QVERIFY(page().contains("Zhi Zhou, **Ada Lovelace**, Cheng-Zhong Xu\n"));
    QTest::keyClick(chips->chip(4), Qt::Key_Delete);
    QCOMPARE(page(), m_seed);
    QCOMPARE(m_workspace->undoStack()->count(), 4);
}

void EditorPanelTest::deletingSaysSoAndCanBeTakenBack()
{
    show(QStringLiteral("publications"), 2);
    QSignalSpy messages(m_panel.get(), &EditorPanel::messageRequested);
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Delete);
    QCOMPARE(section(QStringLiteral("publications")).items.size(), size_t(5));
    QVERIFY(!page().contains("Heet:"));
    QCOMPARE(messages.count(), 1);
    const auto notice = messages[0][0].value<Notice>();
    QVERIFY(notice.text.contains(QStringLiteral("Heet")));
    QCOMPARE(m_panel->currentItem().item, 2);
    notice.actions.at(0).run();
    QCOMPARE(page(), m_seed);
}

void EditorPanelTest::severalItemsAreDeletedInOneStep()
{
    show(QStringLiteral("publications"));
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(list(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(list(), Qt::Key_Delete);
    QCOMPARE(section(QStringLiteral("publications")).items.size(), size_t(3));
    QCOMPARE(m_workspace->undoStack()->count(), 1);
    m_workspace->undoStack()->undo();
    QCOMPARE(page(), m_seed);
}

void EditorPanelTest::duplicatingSelectsTheCopy()
{
    show(QStringLiteral("publications"), 1);
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_D, Qt::ControlModifier);
    const auto& items = section(QStringLiteral("publications")).items;
    QCOMPARE(items.size(), size_t(7));
    QCOMPARE(items[2].title, items[1].title);
    QCOMPARE(m_panel->currentItem().item, 2);
}

void EditorPanelTest::sortingByDateIsOneStep()
{
    show(QStringLiteral("honors"));
    auto* const sort = m_panel->findChild<QToolButton*>(QStringLiteral("sort"));
    sort->menu()->actions().at(1)->trigger();
    const auto& items = section(QStringLiteral("honors")).items;
    QVERIFY(*items[0].when.start <= *items[2].when.start);
    QCOMPARE(m_workspace->undoStack()->count(), 1);
    m_workspace->undoStack()->undo();
    QCOMPARE(page(), m_seed);
}

namespace {

const QByteArray papers("# Publications\n\n"
                        "- [A First Paper about Things](x), **Ann Bee**, Carl Dee, **VLDB 2022**\n"
                        "- [A Second Paper about Things](y), **Ann Bee**, *Journal of Things*, 2024\n"
                        "- [A Third Paper about Things](z), Carl Dee, **Ann Bee**, **KDD 2022**\n"
                        "\n# News\n- *2020*: one\n");

QStringList rows(const ItemListView& list)
{
    QStringList words;
    for (int row = 0; row < list.model()->rowCount(); ++row)
        words.append(list.model()->index(row, 0).data().toString().section(u' ', 0, 1));
    return words;
}

} // namespace

QAction* EditorPanelTest::menuEntry(const QString& words)
{
    QMenu* const menu = m_panel->makeMenu({ m_panel->currentItem().item });
    for (QMenu* inner : menu->findChildren<QMenu*>()) {
        Q_EMIT inner->aboutToShow();
        for (QAction* action : inner->actions()) {
            if (action->text().contains(words))
                return action;
        }
    }
    return nullptr;
}

void EditorPanelTest::groupingIsOneStepWithItsNameAndGroupsAreHeadings()
{
    open(papers);
    show(QStringLiteral("publications"));
    auto* const arrange = m_panel->findChild<QToolButton*>(QStringLiteral("sort"));
    const auto entry = [arrange](const char* words) {
        const auto actions = arrange->menu()->actions();
        const auto found = std::find_if(actions.begin(), actions.end(),
            [words](const QAction* action) { return action->text() == QLatin1StringView(words); });
        return found == actions.end() ? nullptr : *found;
    };
    QSignalSpy messages(m_panel.get(), &EditorPanel::messageRequested);
    QVERIFY(!entry("Take the groups away")->isEnabled());
    entry("Group by year")->trigger();
    QCOMPARE(rows(*list()),
        (QStringList { QStringLiteral("2024"), QStringLiteral("A Second"), QStringLiteral("2022"),
            QStringLiteral("A First"), QStringLiteral("A Third") }));
    QCOMPARE(m_workspace->undoStack()->count(), 1);
    QCOMPARE(m_workspace->undoStack()->undoText(), QStringLiteral("Group by year"));
    QCOMPARE(messages.count(), 1);
    const auto notice = messages[0][0].value<Notice>();
    notice.actions.at(0).run();
    QCOMPARE(page(), papers);

    entry("Group by type")->trigger();
    QVERIFY(page().contains("## Journal articles\n") && page().contains("## Conference papers\n"));
    entry("Take the groups away")->trigger();
    QVERIFY(!page().contains("## "));
    QCOMPARE(section(QStringLiteral("publications")).items.size(), size_t(3));
    QCOMPARE(m_workspace->undoStack()->undoText(), QStringLiteral("Take the groups away"));
    while (m_workspace->undoStack()->canUndo())
        m_workspace->undoStack()->undo();
    QCOMPARE(page(), papers);
    show(QStringLiteral("news"));
    QVERIFY(!entry("Group by type")->isVisible());
}

void EditorPanelTest::whatCannotBeGroupedIsSaid()
{
    const QByteArray table(
        "# Publications\n<table>\n<tr><td><b>A First Paper about Things</b><br>Ann Bee, Carl "
        "Dee<br><i>VLDB</i>, 2022</td></tr>\n<tr><td><b>A Second Paper about Things</b><br>Ann "
        "Bee, Carl Dee<br><i>VLDB</i>, 2021</td></tr>\n</table>\n");
    open(table);
    show(QStringLiteral("publications"));
    QSignalSpy messages(m_panel.get(), &EditorPanel::messageRequested);
    ItemActions actions(*m_workspace);
    connect(&actions, &ItemActions::noticed, m_panel.get(), &EditorPanel::messageRequested);
    QVERIFY(!actions.group(0, ItemActions::GroupBy::Year));
    QCOMPARE(page(), table);
    QCOMPARE(messages.count(), 1);
    QVERIFY(messages[0][0].value<Notice>().text.contains(QStringLiteral("cannot be grouped")));
}

void EditorPanelTest::itemsAreDraggedAndSteppedAcrossGroups()
{
    const QByteArray grouped("# Publications\n\n## 2024\n\n"
                             "- [A First Paper](x), Ann Bee, Carl Dee, **VLDB 2024**\n\n## 2022\n\n"
                             "- [A Second Paper](y), Ann Bee, Carl Dee, **VLDB 2022**\n"
                             "- [A Third Paper](z), Ann Bee, Carl Dee, **KDD 2022**\n");
    open(grouped);
    show(QStringLiteral("publications"));
    const auto order = [this] {
        QStringList words;
        for (const profile::Item& item : section(QStringLiteral("publications")).items)
            words.append(item.group + u' ' + item.title.section(u' ', 1, 1));
        return words.join(u", ");
    };
    drag(4, 1); // the third before the first
    QCOMPARE(order(), QStringLiteral("2024 Third, 2024 First, 2022 Second"));
    m_workspace->undoStack()->undo();
    QCOMPARE(page(), grouped);
    // Above a heading is the end of the group before it.
    drag(4, 2);
    QCOMPARE(order(), QStringLiteral("2024 First, 2024 Third, 2022 Second"));
    QCOMPARE(m_workspace->undoStack()->count(), 1);
    QCOMPARE(m_panel->currentItem().item, 1);
    m_workspace->undoStack()->undo();
    QCOMPARE(page(), grouped);
    show(QStringLiteral("publications"), 1);
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(order(), QStringLiteral("2024 First, 2024 Second, 2022 Third"));
    QTest::keyClick(list(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(page(), grouped);
}

void EditorPanelTest::theMenuMovesToAGroupAndToAPage()
{
    open(QByteArray("---\npermalink: /\n---\n") + papers);
    const auto write = [this](const char* name, const QByteArray& bytes) {
        QFile file(m_folder->filePath(QLatin1StringView(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    const QByteArray all(
        "---\ntitle: All\n---\n# Papers\n\n## Old\n\n- [An Old Paper](o), **Ann Bee**, Carl Dee, **KDD "
        "2012**\n\n# Talks\n- *2020*: one\n");
    write("_config.yml", "title: x\n");
    write("all.md", all);
    QVERIFY(m_workspace->open(m_folder->path()).isOk());
    QCOMPARE(m_workspace->currentPage(), QStringLiteral("about.md"));
    show(QStringLiteral("publications"), 1);
    const QByteArray before = page();
    QVERIFY(!menuEntry(QStringLiteral("Talks")));
    QAction* const move = menuEntry(QStringLiteral("Papers"));
    QVERIFY(move);
    move->trigger();
    QVERIFY(!page().contains("Second"));
    QVERIFY(
        m_workspace->file(QStringLiteral("all.md"))->bytes().contains("- [A Second Paper about Things](y)"));
    QCOMPARE(m_workspace->undoStack()->count(), 1);
    QVERIFY(m_workspace->undoStack()->undoText().contains(QStringLiteral("all.md")));
    m_workspace->undoStack()->undo();
    QCOMPARE(page(), before);
    QCOMPARE(m_workspace->file(QStringLiteral("all.md"))->bytes(), all);

    ItemActions actions(*m_workspace);
    QVERIFY(actions.group(m_panel->currentItem().section, ItemActions::GroupBy::Year));
    show(QStringLiteral("publications"), 0);
    QAction* const group = menuEntry(QStringLiteral("2022"));
    QVERIFY(group);
    group->trigger();
    QCOMPARE(section(QStringLiteral("publications")).items[0].group, QStringLiteral("2022"));
    QVERIFY(section(QStringLiteral("publications")).items[0].title.contains(QStringLiteral("Second")));
    QVERIFY(menuEntry(QStringLiteral("2024"))); // empty now, and still a place
}

void EditorPanelTest::aGroupIsRenamedInTheListInOneStep()
{
    open("# Publications\n\n### 📚 **Journals** {#j}\n\n- [One](https://a.org/1), **A. B**, *Nature 2024*\n\n"
         "### Conferences\n\n- [Two](https://a.org/2), **A. B**, *ICML 2023*\n");
    show(QStringLiteral("publications"));
    const QByteArray before = page();
    QCOMPARE(list()->model()->rowCount(), 4);
    const auto typeName = [this](int row, const QString& name) {
        list()->setFocus();
        list()->setCurrentIndex(list()->model()->index(row, 0));
        QTest::keyClick(list(), Qt::Key_F2);
        auto* const line = list()->findChild<QLineEdit*>();
        QVERIFY(line && !line->accessibleName().isEmpty());
        line->selectAll();
        QTest::keyClicks(line, name);
        QTest::keyClick(line, Qt::Key_Return);
    };
    typeName(2, QStringLiteral("Talks at conferences"));
    QTRY_COMPARE(page(), QByteArray(before).replace("### Conferences", "### Talks at conferences"));
    QCOMPARE(m_workspace->undoStack()->count(), 1);
    QVERIFY(m_workspace->undoStack()->undoText().contains(QStringLiteral("Talks at conferences")));
    m_workspace->undoStack()->undo();
    QCOMPARE(page(), before);
    // Nothing typed, and the name that it has, change nothing.
    typeName(2, QStringLiteral("Conferences"));
    QCoreApplication::processEvents();
    QCOMPARE(page(), before);
}

void EditorPanelTest::anItemChangesItsFormAndItsSectionInOneStep()
{
    ItemActions actions(*m_workspace);
    const auto indexOf = [this](const char* id) {
        const auto& sections = m_workspace->profile().sections;
        return int(std::find_if(sections.begin(), sections.end(),
                       [id](const profile::Section& one) { return one.id == QLatin1StringView(id); })
            - sections.begin());
    };
    const int publications = indexOf("publications"), honors = indexOf("honors"), news = indexOf("news");
    const QString title = section(QStringLiteral("publications")).items[1].title;
    QVERIFY(actions.convert(publications, 1, profile::PublicationForm::PaperBox));
    QVERIFY(page().contains("paper-box"));
    QCOMPARE(section(QStringLiteral("publications")).items.size(), size_t(6));
    QCOMPARE(section(QStringLiteral("publications")).items[1].title, title);
    QVERIFY(m_workspace->undoStack()->undoText().contains(title.first(12)));
    m_workspace->undoStack()->undo();
    QCOMPARE(page(), m_seed);

    QVERIFY(actions.moveToSection(honors, { 0, 2 }, news));
    QCOMPARE(section(QStringLiteral("honors")).items.size(), size_t(1));
    QCOMPARE(section(QStringLiteral("news")).items.size(), size_t(3));
    QCOMPARE(m_workspace->undoStack()->count(), 1);
    m_workspace->undoStack()->undo();
    QCOMPARE(page(), m_seed);
}

void EditorPanelTest::anItemOfAnIncludedFileIsEditedThere()
{
    const auto write = [this](const char* name, const QByteArray& bytes) {
        const QString path = m_folder->filePath(QLatin1StringView(name));
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    };
    const QByteArray home = "---\npermalink: /\n---\n# News\n- *2024*: One.\n\n{% include_relative parts/honors.md %}\n\n# CV\nWork.\n";
    const QByteArray honors = "# Honors\n- *2021*: First prize.\n- *2020*: Second prize.\n";
    write("site/_config.yml", "title: Parts\n");
    write("site/_pages/about.md", home);
    write("site/_pages/parts/honors.md", honors);
    QVERIFY(m_workspace->open(m_folder->filePath(QStringLiteral("site"))));
    const auto bytes = [this](const char* file) { return m_workspace->file(QLatin1StringView(file))->bytes(); };

    show(QStringLiteral("honors"), 1);
    m_panel->focusField(m_panel->currentItem(), FieldId::Text);
    QTest::keyClicks(box(FieldId::Text), QStringLiteral("!"));
    QByteArray expected = honors;
    expected.replace("Second prize.", "Second prize.!");
    QCOMPARE(bytes("_pages/parts/honors.md"), expected);
    QCOMPARE(bytes("_pages/about.md"), home);
    m_workspace->undoStack()->undo();
    QCOMPARE(bytes("_pages/parts/honors.md"), honors);
    QCOMPARE(box(FieldId::Text)->record(), QStringLiteral("Second prize."));
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(bytes("_pages/parts/honors.md"), QByteArray("# Honors\n- *2020*: Second prize.\n- *2021*: First prize.\n"));
    QCOMPARE(m_panel->currentItem().item, 0);
    QCOMPARE(bytes("_pages/about.md"), home);
}

void EditorPanelTest::searchingFiltersTheList()
{
    show(QStringLiteral("publications"));
    m_panel->focusSearch();
    auto* const search = m_panel->findChild<QLineEdit*>(QStringLiteral("search"));
    QVERIFY(search->isVisible());
    QTest::keyClicks(search, QStringLiteral("gpu 2025"));
    QCOMPARE(list()->model()->rowCount(), 2);
    QTest::keyClick(search, Qt::Key_Escape);
    QCOMPARE(list()->model()->rowCount(), 6);
    QCOMPARE(m_panel->currentItem().item, 0);
}

void EditorPanelTest::anAddedItemIsOneUndoStep()
{
    show(QStringLiteral("news"));
    m_panel->addItem();
    QCOMPARE(page(), m_seed);
    TextBox* const text = box(FieldId::Text);
    text->setFocus();
    QTest::keyClicks(text, QStringLiteral("A paper was accepted"));
    QCOMPARE(section(QStringLiteral("news")).items.size(), size_t(2));
    QVERIFY(page().contains("A paper was accepted"));
    QCOMPARE(m_workspace->undoStack()->count(), 1);
    m_workspace->undoStack()->undo();
    QCOMPARE(page(), m_seed);
}

void EditorPanelTest::enterOpensTheFormAndEscapeGoesBack()
{
    show(QStringLiteral("publications"));
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Return);
    QVERIFY(box(FieldId::Title)->hasFocus());
    QTest::keyClick(box(FieldId::Title), Qt::Key_Escape);
    QVERIFY(list()->hasFocus());
}

void EditorPanelTest::otherPeoplesEditsDoNotDisturbTheCaretOrAComposition()
{
    show(QStringLiteral("publications"));
    TextBox* const title = box(FieldId::Title);
    title->setFocus();
    QTextCursor cursor = title->textCursor();
    cursor.setPosition(5);
    title->setTextCursor(cursor);
    const auto push = [this](const QByteArray& from, const QByteArray& to) {
        const qsizetype at = page().indexOf(from);
        m_workspace->pushPage({ { at, from, to } }, QStringLiteral("other"), EditSource::Preview);
    };
    push("[Hetis:", "[The Hetis:");
    QCOMPARE(title->record().first(10), QStringLiteral("The Hetis:"));
    QCOMPARE(title->textCursor().position(), 9);
    QInputMethodEvent composing(QStringLiteral("mo"), {});
    QCoreApplication::sendEvent(title, &composing);
    push("[The Hetis:", "[Hetis:");
    QVERIFY(title->isComposing());
    QInputMethodEvent done;
    done.setCommitString(QStringLiteral("莫"));
    QCoreApplication::sendEvent(title, &done);
    QVERIFY(page().contains(QStringLiteral("[Hetis莫:").toUtf8()));
}

void EditorPanelTest::noBreakSpacesAndCrLfStay()
{
    QByteArray bytes = m_seed;
    bytes.replace("fortunate to be", "fortunate\xc2\xa0to be");
    bytes.replace("\n", "\r\n");
    open(bytes);
    const auto& sections = m_workspace->profile().sections;
    for (int i = 0; i < int(sections.size()); ++i) {
        for (int item = 0; item < int(sections[size_t(i)].items.size()); ++item) {
            const auto* const text = sections[size_t(i)].items[size_t(item)].field(FieldId::Text);
            if (!text || !std::get<QString>(text->value).contains(QStringLiteral("Zizhao Mo (")))
                continue;
            m_panel->focusField({ i, item }, FieldId::Text);
            auto* const edited = qobject_cast<TextBox*>(QApplication::focusWidget());
            QVERIFY(edited);
            edited->moveCursor(QTextCursor::Start);
            QTest::keyClicks(edited, QStringLiteral("x"));
            QByteArray expected = bytes;
            expected.replace("Hi, my name", "xHi, my name");
            QCOMPARE(page(), expected);
            return;
        }
    }
    QFAIL("the biography was not found");
}

void EditorPanelTest::sectionIsRenamedInPlace()
{
    show(QStringLiteral("honors"));
    auto* const heading = m_panel->findChild<QLineEdit*>(QStringLiteral("sectionHeading"));
    heading->setFocus();
    heading->end(false);
    QTest::keyClicks(heading, QStringLiteral(" since 2021"));
    QByteArray expected = m_seed;
    expected.replace("Honors and Awards", "Honors and Awards since 2021");
    QCOMPARE(page(), expected);
    QCOMPARE(m_workspace->undoStack()->count(), 1);
}

void EditorPanelTest::sourceOfAnItemIsEdited()
{
    show(QStringLiteral("honors"), 1);
    m_panel->findChild<QToolButton*>(QStringLiteral("editSource"))->click();
    auto* const source = m_panel->findChild<TextBox*>(QStringLiteral("source"));
    QVERIFY(source->isVisible());
    QCOMPARE(source->record(), QStringLiteral("- *2024*: Travel grant for ASPLOS'24. "));
    source->moveCursor(QTextCursor::End);
    QTest::keyClicks(source, QStringLiteral("x"));
    QTest::keyClick(source, Qt::Key_Return);
    QTest::keyClicks(source, QStringLiteral("- *2023*: y"));
    QByteArray expected = m_seed;
    expected.replace("ASPLOS'24. \n", "ASPLOS'24. x\n- *2023*: y\n");
    QCOMPARE(page(), expected);
    QCOMPARE(section(QStringLiteral("honors")).items.size(), size_t(4));
    m_workspace->undoStack()->undo();
    QCOMPARE(page(), m_seed);
}

void EditorPanelTest::fiveThousandItemsStayQuick()
{
    QByteArray bytes("# News\n");
    for (int i = 0; i < 5000; ++i)
        bytes += "- *20" + QByteArray::number(10 + i % 15) + ".0" + QByteArray::number(1 + i % 9)
            + "*: News number " + QByteArray::number(i) + "\n";
    open(bytes);
    QElapsedTimer timer;
    timer.start();
    show(QStringLiteral("news"), 2500);
    const qint64 shown = timer.restart();
    QCOMPARE(list()->model()->rowCount(), 5000);
    m_panel->focusSearch();
    timer.restart();
    QTest::keyClicks(m_panel->findChild<QLineEdit*>(QStringLiteral("search")), QStringLiteral("4321"));
    const qint64 searched = timer.restart();
    QCOMPARE(list()->model()->rowCount(), 1);
    m_panel->findChild<QLineEdit*>(QStringLiteral("search"))->clear();
    TextBox* const text = box(FieldId::Text);
    text->setFocus();
    timer.restart();
    QTest::keyClicks(text, QStringLiteral("abcde"));
    qInfo("5000 items: shown in %lld ms, four letters searched in %lld ms, a keystroke in %lld ms", shown,
        searched, timer.elapsed() / 5);
    QVERIFY(page().contains("abcde"));
}

void EditorPanelTest::everyWidgetThatTakesTheFocusHasAName()
{
    for (const auto& shown : std::vector(m_workspace->profile().sections)) {
        if (shown.items.empty())
            continue;
        show(shown.id);
        const auto widgets = m_panel->findChildren<QWidget*>();
        for (const QWidget* widget : widgets) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
                continue;
            const auto* const button = qobject_cast<const QAbstractButton*>(widget);
            const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(named,
                qPrintable(shown.id + u' ' + QLatin1StringView(widget->metaObject()->className())
                    + widget->objectName()));
        }
    }
}

LECTERN_GUI_MAIN(EditorPanelTest)
#include "editorpaneltest.moc"
