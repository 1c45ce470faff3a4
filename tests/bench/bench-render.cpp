// SPDX-License-Identifier: GPL-3.0-or-later
// What a page costs, against the real Jekyll on the same site: a cold process, a warm render, a keystroke,
// and memory after ten thousand of them.
//   bench-render            everything
//   bench-render cold SITE PAGE     renders once and ends; the figure is the caller's
//   bench-render page WORDS         the pages alone that have the words in their names, without Jekyll
//   bench-render memory KEYSTROKES  the memory alone, ten times on the way
#include "core/render/renderer.h"
#include "core/site/filesource.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace lectern;

namespace {

constexpr int rounds = 200;
constexpr int manyKeystrokes = 10'000;

/// CPU time of this process: other load on the machine does not count.
double cpuMilliseconds()
{
    timespec now {};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

double share(std::vector<double> values, double part)
{
    std::sort(values.begin(), values.end());
    return values[std::size_t(part * double(values.size() - 1))];
}

long residentKilobytes()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toLong();
    }
    return 0;
}

void copyTree(const QString& from, const QString& to)
{
    QDirIterator entries(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = entries.next();
        const QString target = to + path.mid(from.size());
        QDir().mkpath(QFileInfo(target).path());
        QFile::copy(path, target);
        QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner);
    }
}

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

render::RendererOptions options()
{
    render::RendererOptions options;
    options.time = 1'750'000'000;
    options.profile = site::PublisherProfile::Jekyll4;
    return options;
}

/// A page with the constructs of real ones, of about `size` bytes.
QByteArray longPage(qsizetype size)
{
    QByteArray text = "---\npermalink: /\ntitle: Long\n---\n{% assign url = site.url %}\n";
    for (int i = 0; text.size() < size; ++i) {
        const QByteArray number = QByteArray::number(i);
        text += "## Section " + number
            + "\n\n<div class='paper-box'><div class='paper-box-image'><div><div class=\"badge\">VENUE "
              "2025</div>"
              "<img src='images/"
            + number
            + ".png' alt=\"sym\" width=\"100%\"></div></div>\n"
              "<div class='paper-box-text' markdown=\"1\">\n\n[A paper about subject "
            + number + "](https://example.org/" + number
            + ")\n\n**First Author**, Second Author, *Third Author*\n\n- A note with \"quotes\" -- and {{ "
              "site.title }}\n\n</div>\n</div>\n\n"
              "- *2024."
            + number
            + "*: &nbsp;🎉🎉 Something **happened** at [a place](https://example.org), long enough to fill a "
              "line.\n\n";
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
              "on "
              "Subjects*, 2025\n";
    }
    return text;
}

struct Page {
    const char* name;
    QString root;
    QString path;
};

/// One keystroke: the page's bytes with one more letter in the middle of a line of prose.
QByteArray typed(const QByteArray& bytes, qsizetype at, int letters)
{
    QByteArray text = bytes;
    text.insert(at, QByteArray(letters % 40 + 1, 'x'));
    return text;
}

qsizetype placeToType(const QByteArray& bytes)
{
    // Behind a word of a line of its own, in the second half of the page.
    qsizetype at = bytes.indexOf("\n- ", bytes.size() / 2);
    if (at < 0)
        at = bytes.lastIndexOf("\n\n") + 1;
    at = bytes.indexOf(' ', at + 8);
    return at < 0 ? bytes.size() : at;
}

void measure(const Page& page, double jekyllMilliseconds)
{
    const QByteArray bytes = test::bytesOf(page.root + u'/' + page.path);
    render::Renderer renderer(options());
    // As the program knows what is on the disk (SiteWatch).
    const site::FileIndexPointer known = site::indexFiles(page.root);
    std::vector<double> publish;
    std::vector<double> keys;
    std::vector<double> wall;
    for (int i = 0; i < rounds; ++i) {
        const double before = cpuMilliseconds();
        const auto files = site::siteFiles(page.root, {}, known);
        if (!renderer.render(*files, page.path, render::Mode::Publish))
            qFatal("cannot render %s", qPrintable(page.path));
        publish.push_back(cpuMilliseconds() - before);
    }
    const qsizetype at = placeToType(bytes);
    for (int i = 0; i < rounds; ++i) {
        const QByteArray text = typed(bytes, at, i);
        QElapsedTimer timer;
        timer.start();
        const double before = cpuMilliseconds();
        const auto files = site::siteFiles(page.root, { { page.path, text } }, known);
        if (!renderer.render(*files, page.path, render::Mode::Preview))
            qFatal("cannot render %s", qPrintable(page.path));
        keys.push_back(cpuMilliseconds() - before);
        wall.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    publish.erase(publish.begin());
    const double warm = share(publish, 0.5);
    std::printf("%-28s %6lld bytes   warm page p50 %6.2f ms p95 %6.2f ms   keystroke p50 %6.2f ms p95 %6.2f "
                "ms (wall p50 %6.2f)",
        page.name, static_cast<long long>(bytes.size()), warm, share(publish, 0.95), share(keys, 0.5),
        share(keys, 0.95), share(wall, 0.5));
    if (jekyllMilliseconds > 0)
        std::printf("   jekyll build %5.0f ms = %4.0f times a warm page", jekyllMilliseconds,
            jekyllMilliseconds / warm);
    std::printf("\n");
}

/// CPU time of a command and its children.
double commandMilliseconds(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(QStringLiteral("bash"),
        QStringList { QStringLiteral("-c"),
            QStringLiteral("TIMEFORMAT='%U %S'; time \"$0\" \"$@\" >/dev/null 2>&1"), program }
            + arguments);
    if (!process.waitForFinished(300'000) || process.exitCode() != 0)
        return 0;
    const QList<QByteArray> words = process.readAllStandardError().trimmed().split(' ');
    return words.size() == 2 ? (words[0].toDouble() + words[1].toDouble()) * 1e3 : 0;
}

double jekyllMilliseconds(const QString& root, const QString& target)
{
    if (QStandardPaths::findExecutable(QStringLiteral("jekyll")).isEmpty())
        return 0;
    return commandMilliseconds(QStringLiteral("jekyll"),
        { QStringLiteral("build"), QStringLiteral("--quiet"), QStringLiteral("--disable-disk-cache"),
            QStringLiteral("-s"), root, QStringLiteral("-d"), target });
}

void measureMemory(const Page& page, int keystrokes)
{
    const QByteArray bytes = test::bytesOf(page.root + u'/' + page.path);
    render::Renderer renderer(options());
    const qsizetype at = placeToType(bytes);
    long before = 0;
    long full = 0;
    for (int i = 0; i < keystrokes + 500; ++i) {
        // Every tenth keystroke is inside a tag: a new skeleton each time.
        QByteArray text = typed(bytes, at, i * 7);
        if (i % 10 == 0)
            text.append("\n{{ page.title | append: '" + QByteArray::number(i) + "' }}\n");
        const auto files = site::siteFiles(page.root, { { page.path, text } });
        if (!renderer.render(*files, page.path, render::Mode::Preview))
            qFatal("cannot render");
        if (i == 500)
            before = residentKilobytes();
        // By then the cache of skeletons has been full once: what grows from here on is not its filling.
        if (i == keystrokes / 2)
            full = residentKilobytes();
        if (keystrokes > manyKeystrokes && i % (keystrokes / 10) == 0)
            std::printf("%d keystrokes: %ld kB\n", i, residentKilobytes());
    }
    const long after = residentKilobytes();
    std::printf("memory over %d keystrokes on %s: %ld kB before, %ld kB with full caches, %ld kB after "
                "(%+ld, %+ld)\n",
        keystrokes, page.name, before, full, after, after - before, after - full);
}

int cold(const QString& root, const QString& page)
{
    render::Renderer renderer(options());
    return renderer.render(*site::siteFiles(root), page, render::Mode::Publish) ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    test::quietForeignCategories();
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    if (argc == 4)
        return cold(QString::fromLocal8Bit(argv[2]), QString::fromLocal8Bit(argv[3]));
    QTemporaryDir folder;
    const QString about = QStringLiteral("_pages/about.md");
    const auto made = [&](const char* name, const QByteArray& text) {
        const QString root = folder.filePath(QString::fromLatin1(name).remove(u' '));
        copyTree(test::sourcePath(QStringLiteral("sample-site")), root);
        if (!text.isEmpty())
            writeFile(root + u'/' + about, text);
        return Page { name, root, about };
    };
    std::vector<Page> pages { made("sample site", {}) };
    if (argc == 3 && QByteArray(argv[1]) == "memory") {
        measureMemory(pages.front(), QByteArray(argv[2]).toInt());
        return 0;
    }
    if (!test::seedPath().isEmpty())
        pages.push_back(made("seed", test::bytesOf(test::seedPath())));
    pages.push_back(made("page of 20 kB", longPage(20'000)));
    pages.push_back(made("page of 66 kB", longPage(66'000)));
    pages.push_back(made("5,000 items in one list", longList(5'000)));
    if (argc == 3 && QByteArray(argv[1]) == "page") {
        for (const Page& page : pages) {
            if (QByteArray(page.name).contains(argv[2]))
                measure(page, 0);
        }
        return 0;
    }
    for (const Page& page : pages) {
        const double jekyll = jekyllMilliseconds(page.root, folder.filePath(QStringLiteral("built")));
        measure(page, jekyll);
        const double process = commandMilliseconds(
            QCoreApplication::applicationFilePath(), { QStringLiteral("cold"), page.root, page.path });
        std::printf("%-28s cold process %6.0f ms", "", process);
        if (jekyll > 0 && process > 0)
            std::printf(" (jekyll build: %.0f times that)", jekyll / process);
        std::printf("\n");
    }
    measureMemory(pages.front(), manyKeystrokes);
    return 0;
}
