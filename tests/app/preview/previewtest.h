// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/previewpane.h"
#include "app/workspace/workspace.h"
#include "tests/support/suite.h"

#include <QTemporaryDir>
#include <QVariant>

class QWebEnginePage;

namespace lectern::test {

/// Base of tests that look at a site in a real browser page.
class PreviewTest : public Suite {
    Q_OBJECT
protected:
    /// Where the site's files go; "site" in a folder of its own, so that there is something outside of it.
    [[nodiscard]] QString root() const { return m_folder->filePath(QStringLiteral("site")); }
    void write(const QString& path, const QByteArray& bytes);
    /// Copies the sample site there; with the seed page in the place of its page where `withSeed`.
    void copySampleSite(bool withSeed = false);
    /// Opens the site and waits until its page is painted.
    void open(const QString& page, const app::PreviewOptions& options = {});
    void closeSite();

    /// What `script` gives in our world of the page.
    QVariant js(const QString& script);
    void edit(const Edit& edit, app::EditSource source = app::EditSource::Form, const QString& file = {});
    /// edit(), and waits until the page shows it.
    void editAndWait(
        const Edit& edit, app::EditSource source = app::EditSource::Form, const QString& file = {});
    /// Clicks into the middle of an element's first line.
    void clickOn(const QString& selector);
    /// The middle of an element's first line of text, in the view's coordinates.
    QPoint placeOf(const QString& selector);
    [[nodiscard]] QByteArray bytes(const QString& file = {});
    [[nodiscard]] QWebEnginePage* page() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<app::Workspace> m_workspace;
    std::unique_ptr<QWidget> m_window; ///< what is shown: the pane itself, or a window that holds it
    app::PreviewPane* m_pane = nullptr;

protected Q_SLOTS:
    void init();
    void cleanup();
};

/// Registers the preview's scheme, makes the application and runs the test. As root the sandbox is off.
int runPreviewTest(int argc, char** argv, const std::function<int(int, char**)>& run);

} // namespace lectern::test

#define LECTERN_PREVIEW_MAIN(TestClass)                                                                      \
    int main(int argc, char** argv)                                                                          \
    {                                                                                                        \
        return lectern::test::runPreviewTest(argc, argv, [](int count, char** arguments) {                   \
            TestClass test;                                                                                  \
            return QTest::qExec(&test, count, arguments);                                                    \
        });                                                                                                  \
    }
