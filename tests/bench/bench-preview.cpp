// SPDX-License-Identifier: GPL-3.0-or-later
// From a keystroke (Workspace::push) to the changed element in the browser's document, seen by a
// MutationObserver there.
//   bench-preview [SITE [WORDS]]    SITE: the sample site; it is copied, never written to. WORDS: measures
//   only what has
//                                   them in its name
#include "app/preview/previewpane.h"
#include "app/preview/previewscheme.h"
#include "app/workspace/workspace.h"
#include "tests/app/preview/plainsource.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QApplication>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>
#include <QWebEnginePage>
#include <QWebEngineScript>
#include <QWebEngineView>

#include <algorithm>
#include <cstdio>
#include <unistd.h>
#include <vector>

using namespace lectern;
using namespace lectern::app;

namespace {

/// A page source that notes how long its last page took.
class TimedSource : public PageSource {
public:
    TimedSource(std::unique_ptr<PageSource> source, std::shared_ptr<std::vector<double>> times)
        : m_source(std::move(source))
        , m_times(std::move(times))
    {
    }
    Result<render::RenderedPage> page(
        const SiteSnapshot& site, const QString& path, render::Mode mode) override
    {
        QElapsedTimer timer;
        timer.start();
        auto page = m_source->page(site, path, mode);
        m_times->push_back(double(timer.nsecsElapsed()) / 1e6);
        return page;
    }
    Result<render::Renderer::Resource> resource(const SiteSnapshot& site, const QString& url) override
    {
        return m_source->resource(site, url);
    }

private:
    std::unique_ptr<PageSource> m_source;
    std::shared_ptr<std::vector<double>> m_times;
};

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[size_t(share * double(values.size() - 1))];
}

/// True where the signal came before the time was over.
template<class Signal> bool waitFor(PreviewPane& pane, Signal signal, int milliseconds)
{
    QEventLoop loop;
    bool came = false;
    const auto connection = QObject::connect(&pane, signal, &loop, [&] {
        came = true;
        loop.quit();
    });
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
    QObject::disconnect(connection);
    return came;
}

void copyFolder(const QString& from, const QString& to)
{
    QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString target = to + file.mid(from.size());
        QDir().mkpath(QFileInfo(target).path());
        QFile::copy(file, target);
    }
}

/// Types into the page's text three quarters down and prints what it took.
void measure(const char* name, const QString& root, const QString& page, const PageSourceFactory& source,
    int keystrokes)
{
    Workspace workspace;
    if (!workspace.open(root) || !workspace.setCurrentPage(page)) {
        std::printf("%-34s cannot be opened\n", name);
        return;
    }
    const auto renderTimes = std::make_shared<std::vector<double>>();
    PreviewOptions options;
    options.makeSource
        = [source, renderTimes] { return std::make_unique<TimedSource>(source(), renderTimes); };
    PreviewPane pane(workspace, options);
    pane.resize(1200, 800);
    pane.show();
    if (!waitFor(pane, &PreviewPane::shown, 60'000)) {
        std::printf("%-34s was not shown\n", name);
        return;
    }
    const QByteArray bytes = workspace.file(page)->bytes();
    const qsizetype at = bytes.lastIndexOf(' ', bytes.size() / 2 + bytes.size() / 4);
    renderTimes->clear();
    std::vector<double> totals;
    std::vector<double> pushes;
    for (int i = 0; i < keystrokes; ++i) {
        QElapsedTimer timer;
        timer.start();
        workspace.push({ { page, { { at + i, {}, "x" } } } }, QStringLiteral("Type"), EditSource::Source,
            QStringLiteral("bench"));
        pushes.push_back(double(timer.nsecsElapsed()) / 1e6);
        if (waitFor(pane, &PreviewPane::updated, 20'000))
            totals.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    const double median = percentile(totals, 0.5);
    const double rendering = percentile(*renderTimes, 0.5);
    const double pushing = percentile(pushes, 0.5);
    std::printf("%-34s %6lld bytes  p50 %6.2f ms  p95 %6.2f ms  (median: reading the page again %.2f, "
                "rendering %.2f, "
                "browser and threads %.2f)  %zu of %d seen\n",
        name, static_cast<long long>(bytes.size()), median, percentile(totals, 0.95), pushing, rendering,
        median - pushing - rendering, totals.size(), keystrokes);
}

void write(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

QByteArray longPage(qsizetype size)
{
    QByteArray text = "---\npermalink: /\ntitle: Long\n---\n";
    for (int i = 0; text.size() < size; ++i) {
        const QByteArray number = QByteArray::number(i);
        text += "## Section " + number + "\n\n[A paper about subject " + number + "](https://example.org/"
            + number
            + ")\n\n- Accepted by **VENUE' 25 (CCF-A)**, a note\n"
              "- Authors: First Author, **Own Name**, Third Author\n\n"
              "Some *prose* with a [link](https://example.org) and `code`, long enough to fill a line or "
              "two.\n\n";
    }
    return text;
}

/// One list of so many items, about 200 bytes each.
QByteArray longList(int items)
{
    QByteArray text = "---\npermalink: /\ntitle: Long\n---\n# Publications\n\n";
    for (int i = 0; i < items; ++i) {
        const QByteArray number = QByteArray::number(i);
        text += "- [A paper about subject " + number + " with a title of usual length](https://example.org/"
            + number
            + "), First Author, **Own Name**, Third Author and Fourth Author, *Proceedings of the Conference "
              "on Subjects*, "
              "2025\n";
    }
    return text;
}

QString copyWithPage(const QString& sample, const QString& folder, const QByteArray& page)
{
    copyFolder(sample, folder);
    write(folder + QStringLiteral("/_pages/about.md"), page);
    return folder;
}

} // namespace

int main(int argc, char** argv)
{
    qputenv(
        "QT_QPA_PLATFORM", qgetenv("QT_QPA_PLATFORM").isEmpty() ? "offscreen" : qgetenv("QT_QPA_PLATFORM"));
    if (geteuid() == 0)
        qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1");
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    registerPreviewScheme();
    QApplication application(argc, argv);
    lectern::test::quietForeignCategories();
    QTemporaryDir folder;
    const QString sample = folder.filePath(QStringLiteral("sample"));
    copyFolder(
        argc > 1 && *argv[1] != 0 ? QString::fromLocal8Bit(argv[1]) : lectern::test::sourcePath(QStringLiteral("sample-site")),
        sample);
    const QString page = QStringLiteral("_pages/about.md");
    const QString middle = copyWithPage(sample, folder.filePath(QStringLiteral("middle")), longPage(20'000));
    const QString large = copyWithPage(sample, folder.filePath(QStringLiteral("large")), longPage(66'000));
    const QString huge = copyWithPage(sample, folder.filePath(QStringLiteral("huge")), longList(5'000));
    const QString plain = folder.filePath(QStringLiteral("plain"));
    write(plain + QStringLiteral("/_config.yml"), "title: Plain\n");
    write(plain + u'/' + page, longPage(66'000));

    const QByteArray words = argc > 2 ? argv[2] : "";
    const auto run
        = [&](const char* name, const QString& root, const PageSourceFactory& source, int keystrokes) {
              if (QByteArray(name).contains(words))
                  measure(name, root, page, source, keystrokes);
          };
    run("sample site", sample, rendererSource({}, 0), 200);
    run("20 kB page in the sample site", middle, rendererSource({}, 0), 200);
    run("66 kB page in the sample site", large, rendererSource({}, 0), 200);
    run("66 kB page, hardly any rendering", plain, lectern::test::plainSource(), 200);
    run("5,000 items in one list", huge, rendererSource({}, 0), 40);
    return 0;
}
