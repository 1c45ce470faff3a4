// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/pagecompare.h"
#include "app/dialogs/reviewsheet.h"
#include "app/preview/previewscheme.h"
#include "app/workspace/workspace.h"
#include "core/base/atomicfile.h"
#include "tests/support/suite.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QWebEnginePage>
#include <QWebEngineScript>
#include <QWebEngineView>

#include <optional>
#include <unistd.h>

using namespace lectern;

class PageCompareTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void bothPagesAreShownAndFollow();
    void whatIsNewShowsItsPlaceBefore();

private:
    QVariant js(const QString& side, const QString& script) const;
    QString text(const QString& side) const;
    std::unique_ptr<app::ReviewSheet> m_sheet;
};

QVariant PageCompareTest::js(const QString& side, const QString& script) const
{
    for (QWebEngineView* view : m_sheet->pages()->findChildren<QWebEngineView*>()) {
        if (view->accessibleName() != side)
            continue;
        std::optional<QVariant> found;
        view->page()->runJavaScript(
            script, QWebEngineScript::ApplicationWorld, [&found](const QVariant& value) { found = value; });
        if (QTest::qWaitFor([&found] { return found.has_value(); }))
            return *found;
    }
    return {};
}

QString PageCompareTest::text(const QString& side) const
{
    return js(side, QStringLiteral("document.body ? document.body.innerText : ''")).toString();
}

void PageCompareTest::bothPagesAreShownAndFollow()
{
    QTemporaryDir folder;
    QDir().mkpath(folder.filePath(QStringLiteral("_layouts")));
    QVERIFY(writeFileAtomically(folder.filePath(QStringLiteral("_config.yml")), "title: x\n"));
    QVERIFY(writeFileAtomically(folder.filePath(QStringLiteral("_layouts/default.html")), "<html><body><main>{{ content }}</main></body></html>"));
    QVERIFY(writeFileAtomically(folder.filePath(QStringLiteral("index.md")), "---\nlayout: default\n---\n\n# News\n- *2024*: first\n"));
    app::Workspace workspace;
    QVERIFY(workspace.open(folder.path()));
    workspace.pushPage({{workspace.profile().file.bytes().indexOf("first"), "first", "changed"}}, QStringLiteral("Type"), app::EditSource::Form);
    m_sheet = std::make_unique<app::ReviewSheet>(workspace);
    m_sheet->resize(1200, 700);
    m_sheet->show();
    QVERIFY(m_sheet->pages());
    QTRY_VERIFY(m_sheet->pages()->isShown());
    QTRY_VERIFY(text(QStringLiteral("Before")).contains(QStringLiteral("first")));
    QTRY_VERIFY(text(QStringLiteral("After")).contains(QStringLiteral("changed")));
    QVERIFY(!text(QStringLiteral("Before")).contains(QStringLiteral("changed")));
    // Taken back in the sheet: both are the same again.
    m_sheet->takeBack(0);
    QTRY_VERIFY(text(QStringLiteral("After")).contains(QStringLiteral("first")));
    // Nobody looks: no browser is kept.
    m_sheet->hide();
    QVERIFY(m_sheet->pages()->findChildren<QWebEngineView*>().isEmpty());
    m_sheet->show();
    QTRY_VERIFY(m_sheet->pages()->isShown());
    m_sheet.reset();
}

void PageCompareTest::whatIsNewShowsItsPlaceBefore()
{
    QTemporaryDir folder;
    QDir().mkpath(folder.filePath(QStringLiteral("_layouts")));
    QVERIFY(writeFileAtomically(folder.filePath(QStringLiteral("_config.yml")), "title: x\n"));
    QVERIFY(writeFileAtomically(folder.filePath(QStringLiteral("_layouts/default.html")), "<html><body><main>{{ content }}</main></body></html>"));
    QByteArray items;
    for (int i = 0; i < 120; ++i)
        items += "- *2024*: item " + QByteArray::number(i) + "\n";
    QVERIFY(writeFileAtomically(folder.filePath(QStringLiteral("index.md")), "---\nlayout: default\n---\n\n# News\n" + items));
    app::Workspace workspace;
    QVERIFY(workspace.open(folder.path()));
    const qsizetype place = workspace.profile().file.bytes().indexOf("- *2024*: item 80");
    workspace.pushPage({{place, "", "- *2025*: new\n"}}, QStringLiteral("Add"), app::EditSource::Form);
    m_sheet = std::make_unique<app::ReviewSheet>(workspace);
    m_sheet->resize(1200, 700);
    m_sheet->show();
    QTRY_VERIFY(m_sheet->pages()->isShown());
    for (const QString& side : {QStringLiteral("Before"), QStringLiteral("After")})
        QTRY_VERIFY(js(side, QStringLiteral("window.scrollY")).toDouble() > 300);
    QCOMPARE(js(QStringLiteral("Before"), QStringLiteral("lectern.outlined().length")).toInt(), 0);
    QVERIFY(js(QStringLiteral("After"), QStringLiteral("lectern.outlined().length")).toInt() > 0);
    m_sheet.reset();
}

int main(int argc, char** argv)
{
    if (geteuid() == 0)
        qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1");
    app::registerPreviewScheme();
    QApplication application(argc, argv);
    test::quietForeignCategories();
    PageCompareTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_pagecompare.moc"
