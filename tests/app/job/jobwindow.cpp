// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/job/jobwindow.h"

#include "app/preview/previewpane.h"
#include "app/shell/editorcolumn.h"
#include "app/shell/sectionssidebar.h"
#include "app/shell/siteopener.h"
#include "tests/support/testsupport.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>
#include <QWebEnginePage>
#include <QWebEngineScript>
#include <QWebEngineView>

#include <optional>

namespace lectern::test {

using profile::FieldId;

namespace {

constexpr int patience = 10'000; // ms; a browser engine that starts on a busy machine

QString pagePath()
{
    return QStringLiteral("_pages/about.md");
}

void copyFolder(const QString& from, const QString& to)
{
    QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString target = to + u'/' + QDir(from).relativeFilePath(file);
        QDir().mkpath(QFileInfo(target).path());
        if (!QFile::copy(file, target))
            qFatal("cannot copy %s", qPrintable(file));
    }
}

} // namespace

bool differOnlyIn(const QByteArray& before, const QByteArray& after, TextRange range)
{
    const QByteArray tail = before.mid(range.to);
    return after.size() >= range.from + tail.size() && after.startsWith(before.first(range.from))
        && after.endsWith(tail);
}

JobWindow::JobWindow(const QByteArray& page)
{
    copyFolder(sourcePath(QStringLiteral("sample-site")), root());
    if (!page.isEmpty()) {
        QFile file(root() + u'/' + pagePath());
        if (!file.open(QIODevice::WriteOnly) || file.write(page) != page.size())
            qFatal("cannot write the page");
    }
    m_settings = std::make_unique<app::SettingsStore>(m_folder.filePath(QStringLiteral("settings.ini")));
    m_theme = std::make_unique<app::ThemeController>(*qApp);
    m_window = std::make_unique<app::MainWindow>(m_workspace, *m_settings, *m_theme,
        app::MainWindowOptions { true, QStringLiteral(LECTERN_STYLE_HELPER) });
    m_window->resize(1280, 800);
}

JobWindow::~JobWindow() = default;

bool JobWindow::show()
{
    QSignalSpy made(m_window.get(), &app::MainWindow::previewMade);
    if (!m_window->opener().open(root()))
        return false;
    m_window->show();
    if (!QTest::qWaitForWindowExposed(m_window.get())
        || !QTest::qWaitFor([&] { return m_window->preview() != nullptr; }, patience))
        return false;
    QApplication::setActiveWindow(m_window.get());
    return QTest::qWaitFor(
        [&] { return page() && js(QStringLiteral("document.querySelectorAll('h1').length")).toInt() > 3; },
        patience);
}

QByteArray JobWindow::bytes()
{
    const auto file = m_workspace.file(pagePath());
    return file ? file->bytes() : QByteArray();
}

QByteArray JobWindow::bytesOnDisk() const
{
    return bytesOf(root() + u'/' + pagePath());
}

app::EditorPanel* JobWindow::panel()
{
    return qobject_cast<app::EditorPanel*>(m_window->editor().panel(app::Destination::Kind::Section));
}

app::ItemListView* JobWindow::list()
{
    return panel()->findChild<app::ItemListView*>();
}

app::FieldEditor* JobWindow::field(FieldId id)
{
    const auto editors
        = panel()->findChildren<app::FieldEditor*>(QStringLiteral("field.") + profile::name(id));
    for (app::FieldEditor* editor : editors) {
        if (editor->isVisible())
            return editor;
    }
    return nullptr;
}

QWidget* JobWindow::input(FieldId id)
{
    app::FieldEditor* const editor = field(id);
    return editor ? editor->focusProxy() : nullptr;
}

int JobWindow::sectionIndex(profile::SectionKind kind)
{
    const auto& sections = profile().sections;
    for (int i = 0; i < int(sections.size()); ++i) {
        if (sections[size_t(i)].kind == kind && !sections[size_t(i)].items.empty())
            return i;
    }
    return -1;
}

const profile::Section* JobWindow::section(profile::SectionKind kind)
{
    const int index = sectionIndex(kind);
    return index < 0 ? nullptr : &profile().sections[size_t(index)];
}

void JobWindow::clickSection(int index)
{
    QListView* const view = m_window->sidebar().view();
    const QModelIndex row = view->model()->index(index, 0);
    view->scrollTo(row);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(row).center());
}

void JobWindow::clickItem(int item, Qt::KeyboardModifiers modifiers)
{
    app::ItemListView* const view = list();
    const QModelIndex row = view->model()->index(item, 0);
    view->scrollTo(row);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, modifiers, view->visualRect(row).center());
}

void JobWindow::click(QWidget* widget)
{
    QVERIFY(widget && widget->isVisible() && widget->isEnabled());
    QTest::mouseClick(widget, Qt::LeftButton, {}, widget->rect().center());
}

void JobWindow::dragItem(int from, int to)
{
    app::ItemListView* const view = list();
    const QPoint start = view->visualRect(view->model()->index(from, 0)).center();
    const QRect target = view->visualRect(view->model()->index(to, 0));
    const QPoint end(target.center().x(), to > from ? target.bottom() - 2 : target.top() + 2);
    QTest::mousePress(view->viewport(), Qt::LeftButton, {}, start);
    for (const QPoint& at : { start + QPoint(0, 15), end }) {
        QMouseEvent move(
            QEvent::MouseMove, at, view->viewport()->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(view->viewport(), &move);
    }
    QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, end);
}

void JobWindow::typeAtEnd(FieldId id, const QString& text)
{
    QWidget* const box = input(id);
    QVERIFY2(box, profile::name(id).data());
    click(box);
    QTest::keyClick(box, Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(box, text);
}

void JobWindow::retype(FieldId id, const QString& text)
{
    QWidget* const box = input(id);
    QVERIFY2(box, profile::name(id).data());
    click(box);
    QTest::keyClick(box, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(box, text);
}

void JobWindow::key(int key, Qt::KeyboardModifiers modifiers)
{
    QWidget* const target = QApplication::focusWidget();
    QVERIFY(target);
    QTest::keyClick(target, Qt::Key(key), modifiers);
}

void JobWindow::undoAll()
{
    // The offscreen platform leaves no window active when a popup closes.
    QApplication::setActiveWindow(m_window.get());
    const int most = m_workspace.undoStack()->count() + 1;
    for (int step = 0; step < most && m_workspace.undoStack()->canUndo(); ++step)
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
}

QWebEnginePage* JobWindow::page()
{
    auto* const view
        = m_window->preview() ? qobject_cast<QWebEngineView*>(m_window->preview()->webView()) : nullptr;
    return view ? view->page() : nullptr;
}

QVariant JobWindow::js(const QString& script)
{
    auto result = std::make_shared<std::optional<QVariant>>();
    page()->runJavaScript(
        script, QWebEngineScript::ApplicationWorld, [result](const QVariant& value) { *result = value; });
    (void)QTest::qWaitFor([&] { return result->has_value(); }, patience);
    return result->value_or(QVariant());
}

bool JobWindow::pageShows(const QString& text, bool shown)
{
    QString quoted = text;
    quoted.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'"));
    const QString script = QStringLiteral("document.body.textContent.includes('%1')").arg(quoted);
    return QTest::qWaitFor([&] { return js(script).toBool() == shown; }, patience);
}

bool JobWindow::pageHas(const QString& selector, int count)
{
    const QString script = QStringLiteral("document.querySelectorAll(\"%1\").length").arg(selector);
    return QTest::qWaitFor([&] { return js(script).toInt() == count; }, patience);
}

} // namespace lectern::test
