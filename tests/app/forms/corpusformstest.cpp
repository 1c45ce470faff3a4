// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/chipedit.h"
#include "app/forms/editorpanel.h"
#include "app/forms/fieldeditor.h"
#include "app/forms/itemlistview.h"
#include "app/settings/settingsstore.h"
#include "app/siteforms/navigationform.h"
#include "app/siteforms/pagesettings.h"
#include "app/siteforms/sitesettings.h"
#include "app/spelling/spelling.h"
#include "tests/support/guimain.h"
#include "tests/support/testsupport.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <memory>

using namespace lectern;
using namespace lectern::app;
using lectern::profile::FieldShape;
using lectern::profile::ItemRef;

namespace {

/// Of a section with more items the first and the last few are enough: they are written alike.
constexpr int itemsOfASection = 4;

struct Nameless {
    QStringList found;
    int walked = 0;
};

/// Every part of the accessible tree that takes the keyboard or can be pressed must say what it is.
void walk(QAccessibleInterface* part, Nameless& nameless, const QString& path)
{
    if (!part || !part->isValid() || part->state().invisible)
        return;
    const bool active = part->state().focusable || part->role() == QAccessible::Button
        || part->role() == QAccessible::EditableText;
    const QString here = path + u'/'
        + (part->object() ? QLatin1StringView(part->object()->metaObject()->className())
                          : QLatin1StringView("?"))
        + (part->object() ? u'#' + part->object()->objectName() : QString());
    ++nameless.walked;
    if (active && part->text(QAccessible::Name).trimmed().isEmpty() && part->role() != QAccessible::ListItem)
        nameless.found.append(here);
    for (int child = 0; child < std::min(part->childCount(), 200); ++child)
        walk(part->child(child), nameless, here);
}

} // namespace

/// Drives the forms over the corpus pages that differ most, and looks at every panel as a screen reader does.
class CorpusFormsTest : public lectern::test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void typingInEveryFieldChangesOnlyTheItem_data();
    void typingInEveryFieldChangesOnlyTheItem();
    void everyPanelSaysWhatItIs();
    void theKeyboardReachesEveryField();

private:
    void open(const QByteArray& bytes);
    void typeInto(FieldEditor* editor, ItemRef ref, const QByteArray& opened);
    [[nodiscard]] QByteArray page() { return m_workspace->profile().file.bytes(); }

    QTemporaryDir m_folder;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<EditorPanel> m_panel;
};

void CorpusFormsTest::open(const QByteArray& bytes)
{
    m_panel.reset();
    const QString path = m_folder.filePath(QStringLiteral("page.md"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    m_workspace = std::make_unique<Workspace>();
    QVERIFY(m_workspace->open(path));
    m_panel = std::make_unique<EditorPanel>(*m_workspace);
    m_panel->resize(480, 900);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    QApplication::setActiveWindow(m_panel.get());
}

void CorpusFormsTest::typingInEveryFieldChangesOnlyTheItem_data()
{
    QTest::addColumn<QString>("path");
    for (const char* path :
        { "site-01/site/_pages/about.md", "site-02/site/_pages/about.md", "site-05/site/_pages/about.md",
            "site-09/site/_pages/includes/pub.md", "site-12/site/_pages/modules/pub.md",
            "site-14/site/_pages/about.md", "site-14/site/_pages/publications.md",
            "site-15/site/_pages/about.md", "site-17/site/_pages/lana.md", "site-18/site/_pages/about.md",
            "site-21/site/_pages/includes/pub.md" })
        QTest::newRow(path) << QLatin1StringView(path).toString();
}

void CorpusFormsTest::typeInto(FieldEditor* editor, ItemRef ref, const QByteArray& opened)
{
    QWidget* const input = editor->focusProxy();
    if (!input || !input->isVisible())
        return;
    const TextRange range = m_workspace->profile().item(ref)->range;
    const QString what = QStringLiteral("%1 of item %2 in %3")
                             .arg(editor->objectName())
                             .arg(ref.item)
                             .arg(m_panel->sectionId());
    editor->focusContent();
    QTest::keyClicks(input, QStringLiteral("q"));
    const QByteArray edited = page();
    if (edited == opened) {
        // What the page cannot take is said beside the field, in words.
        const auto notes = editor->findChildren<QLabel*>(QStringLiteral("problem"));
        const bool said = std::any_of(notes.begin(), notes.end(),
            [](const QLabel* note) { return note->isVisible() && !note->text().isEmpty(); });
        QVERIFY2(said, qPrintable(what + QStringLiteral(" took no letter and did not say why")));
        QTest::keyClick(input, Qt::Key_Backspace); // what waits in a field may be written when it is left
    } else {
        QVERIFY2(edited.startsWith(opened.first(range.from)) && edited.endsWith(opened.mid(range.to)),
            qPrintable(what + QStringLiteral(" changed bytes outside its item")));
        m_workspace->undoStack()->undo();
    }
    QVERIFY2(page() == opened, qPrintable(what + QStringLiteral(" was not undone to the same bytes")));
}

void CorpusFormsTest::typingInEveryFieldChangesOnlyTheItem()
{
    QFETCH(QString, path);
    const QString file = lectern::test::sharedDir() + QStringLiteral("/corpus/") + path;
    if (!QFile::exists(file))
        QSKIP("the shared folder with the corpus is absent");
    open(lectern::test::bytesOf(file));
    const QByteArray opened = page();
    int typed = 0;
    bool hasFields = false; // a page that is one HTML work of art has none: it is edited as source
    const int sections = int(m_workspace->profile().sections.size());
    for (int section = 0; section < sections; ++section) {
        const int items = int(m_workspace->profile().sections[size_t(section)].items.size());
        for (int item = 0; item < items; ++item) {
            if (item >= itemsOfASection && item < items - 1)
                continue;
            const ItemRef ref { section, item };
            const auto fields = m_workspace->profile().item(ref)->fields;
            for (const profile::Field& field : fields) {
                hasFields = true;
                if (field.shape == FieldShape::Authors || field.shape == FieldShape::Tags
                    || field.shape == FieldShape::Links)
                    continue; // chips are entered, not typed; the job's test does it
                m_panel->focusField(ref, field.id);
                QWidget* around = QApplication::focusWidget();
                while (around && !qobject_cast<FieldEditor*>(around))
                    around = around->parentWidget();
                auto* const editor = qobject_cast<FieldEditor*>(around);
                if (!editor || editor->id() != field.id)
                    continue;
                typeInto(editor, ref, opened);
                if (QTest::currentTestFailed())
                    return;
                ++typed;
            }
        }
    }
    m_panel->setFocus();
    QCOMPARE(page(), opened);
    qInfo("%d fields typed in, %d sections", typed, sections);
    QCOMPARE(typed > 0, hasFields);
}

void CorpusFormsTest::everyPanelSaysWhatItIs()
{
    Workspace workspace;
    QVERIFY(workspace.open(lectern::test::sourcePath(QStringLiteral("sample-site"))));
    SettingsStore settings(m_folder.filePath(QStringLiteral("settings.ini")));
    Spelling spelling(settings);
    EditorPanel panel(workspace, nullptr, &spelling);
    PageSettings pageSettings(workspace);
    SiteSettings siteSettings(workspace);
    NavigationForm navigation(workspace);
    Nameless nameless;
    const auto look = [&nameless](QWidget& widget) {
        widget.resize(480, 900);
        widget.show();
        QVERIFY(QTest::qWaitForWindowExposed(&widget));
        walk(QAccessible::queryAccessibleInterface(&widget), nameless, {});
    };
    for (const profile::Section& section : workspace.profile().sections) {
        panel.showSection(section.id);
        look(panel);
    }
    panel.addItem();
    look(panel);
    look(pageSettings);
    look(siteSettings);
    look(navigation);
    QVERIFY2(nameless.found.isEmpty(), qPrintable(nameless.found.join(u'\n')));
    qInfo("%d parts walked", nameless.walked);
    QVERIFY(nameless.walked > 300);
}

void CorpusFormsTest::theKeyboardReachesEveryField()
{
    open(lectern::test::bytesOf(lectern::test::sourcePath(QStringLiteral("sample-site/_pages/about.md"))));
    for (const profile::Section& section : std::vector(m_workspace->profile().sections)) {
        if (section.items.empty())
            continue;
        m_panel->showSection(section.id);
        m_panel->focusContent();
        QSet<QWidget*> reached;
        for (int step = 0; step < 400 && QApplication::focusWidget(); ++step) {
            reached.insert(QApplication::focusWidget());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            if (step > 3 && reached.size() < step / 2)
                break; // round once
        }
        const auto editors = m_panel->findChildren<FieldEditor*>();
        for (FieldEditor* editor : editors) {
            if (editor->isVisible())
                QVERIFY2(reached.contains(editor->focusProxy()),
                    qPrintable(section.id + u' ' + editor->objectName()));
        }
        const auto buttons = m_panel->findChildren<QAbstractButton*>();
        for (QAbstractButton* button : buttons) {
            if (button->isVisible() && button->isEnabled() && (button->focusPolicy() & Qt::TabFocus))
                QVERIFY2(reached.contains(button),
                    qPrintable(section.id + u' ' + button->objectName() + button->accessibleName()));
        }
        QCOMPARE(m_workspace->undoStack()->count(), 0);
    }
}

LECTERN_GUI_MAIN(CorpusFormsTest)
#include "corpusformstest.moc"
