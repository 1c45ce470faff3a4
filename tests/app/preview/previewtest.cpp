// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/preview/previewtest.h"

#include "app/preview/previewscheme.h"
#include "tests/support/testsupport.h"

#include <QApplication>
#include <QDir>
#include <QDirIterator>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QWebEnginePage>
#include <QWebEngineScript>
#include <QWebEngineView>

#include <unistd.h>

namespace lectern::test {

using namespace lectern::app;

void PreviewTest::init()
{
    Suite::init();
    m_folder = std::make_unique<QTemporaryDir>();
}

void PreviewTest::cleanup()
{
    closeSite();
    m_folder.reset();
}

void PreviewTest::closeSite()
{
    m_pane = nullptr;
    m_window.reset();
    m_workspace.reset();
}

void PreviewTest::write(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

void PreviewTest::copySampleSite(bool withSeed)
{
    const QString from = sourcePath(QStringLiteral("sample-site"));
    QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        write(root() + file.mid(from.size()), bytesOf(file));
    }
    if (withSeed)
        write(root() + QStringLiteral("/_pages/about.md"), bytesOf(seedPath()));
}

void PreviewTest::open(const QString& page, const PreviewOptions& options)
{
    m_workspace = std::make_unique<Workspace>();
    QVERIFY(m_workspace->open(root()));
    QVERIFY(m_workspace->setCurrentPage(page));
    m_pane = new PreviewPane(*m_workspace, options);
    m_window.reset(m_pane);
    m_pane->resize(1200, 800);
    QSignalSpy shown(m_pane, &PreviewPane::shown);
    m_pane->show();
    QTRY_VERIFY(shown.count() > 0);
}

QVariant PreviewTest::js(const QString& script)
{
    auto result = std::make_shared<std::optional<QVariant>>();
    page()->runJavaScript(
        script, QWebEngineScript::ApplicationWorld, [result](const QVariant& value) { *result = value; });
    [&] { QTRY_VERIFY(result->has_value()); }();
    return result->value_or(QVariant());
}

void PreviewTest::edit(const Edit& edit, EditSource source, const QString& file)
{
    m_workspace->push({ { file.isEmpty() ? m_workspace->currentPage() : file, { edit } } },
        QStringLiteral("Change"), source);
}

void PreviewTest::editAndWait(const Edit& change, EditSource source, const QString& file)
{
    QSignalSpy updated(m_pane, &PreviewPane::updated);
    edit(change, source, file);
    QTRY_VERIFY(updated.count() > 0);
}

QPoint PreviewTest::placeOf(const QString& selector)
{
    const QVariantList at = js(
        QStringLiteral("(function () { var e = document.querySelector('%1'); if (!e) return []; var r = "
                       "document.createRange(); "
                       "r.selectNodeContents(e); var b = r.getClientRects()[0] || e.getBoundingClientRect(); "
                       "return [b.left + Math.min(6, b.width / 2), b.top + b.height / 2]; })()")
            .arg(selector))
                                .toList();
    if (at.size() != 2) {
        QTest::qFail(qPrintable(QStringLiteral("no element ") + selector), __FILE__, __LINE__);
        return {};
    }
    const double zoom = page()->zoomFactor();
    return { int(at[0].toDouble() * zoom), int(at[1].toDouble() * zoom) };
}

void PreviewTest::clickOn(const QString& selector)
{
    const QPoint place = placeOf(selector);
    QWidget* target = m_pane->webView()->focusProxy();
    QVERIFY(target);
    QTest::mouseClick(target, Qt::LeftButton, {}, place);
}

QByteArray PreviewTest::bytes(const QString& file)
{
    return m_workspace->file(file.isEmpty() ? m_workspace->currentPage() : file)->bytes();
}

QWebEnginePage* PreviewTest::page() const
{
    return static_cast<QWebEngineView*>(m_pane->webView())->page();
}

int runPreviewTest(int argc, char** argv, const std::function<int(int, char**)>& run)
{
    if (geteuid() == 0)
        qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1");
    QStandardPaths::setTestModeEnabled(true);
    registerPreviewScheme();
    QApplication application(argc, argv);
    quietForeignCategories();
    return run(argc, argv);
}

} // namespace lectern::test
