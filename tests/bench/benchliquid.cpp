// SPDX-License-Identifier: GPL-3.0-or-later
// What Liquid costs in CPU time while typing: prints medians and the slowest of a hundred renders.  bench-liquid
#include "core/liquid/engine.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

using namespace lectern::liquid;

namespace {

/// CPU time of this process: other load on the machine does not count.
double cpuMilliseconds() { return double(std::clock()) * 1e3 / CLOCKS_PER_SEC; }

void report(const char* what, const std::function<void(int)>& run)
{
    std::vector<double> times;
    for (int i = 0; i < 100; ++i) {
        const double begin = cpuMilliseconds();
        run(i);
        times.push_back(cpuMilliseconds() - begin);
    }
    std::sort(times.begin(), times.end());
    std::printf("%-62s median %8.3f ms  slowest %8.3f ms\n", what, times[50], times[99]);
}

QString name(const char* text) { return QString::fromLatin1(text); }

/// A page of the size of the largest real ones: items of Markdown and HTML with an output in every tenth.
QByteArray page(int items)
{
    QByteArray text = "{% assign base = page.url %}\n# Publications\n";
    for (int i = 0; i < items; ++i) {
        text += "- <div class='paper-box'>[A title of the paper with number " + QByteArray::number(i)
            + "](https://example.org/paper/" + QByteArray::number(i)
            + "), **First Author**, Second Author, and Third Author, *Venue of the Year 2024*</div>\n";
        if (i % 10 == 0)
            text += "  [code]({{ page.code }}/" + QByteArray::number(i) + ") {% if page.shown %}shown{% endif %}\n";
    }
    return text;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QLoggingCategory::setFilterRules(QStringLiteral("qt.qml.compiler*=false"));
    const Hash variables {{name("page"), Hash {{name("url"), name("/")}, {name("code"), name("https://c")}, {name("shown"), true}}}};
    const double begin = cpuMilliseconds();
    Engine engine({});
    engine.render({"{{ 1 }}", name("a.md"), 0}, {});
    std::printf("%-62s %15.3f ms\n", "loading the engine and its first render", cpuMilliseconds() - begin);

    const QByteArray text = page(330);
    std::printf("page of %lld bytes\n", static_cast<long long>(text.size()));
    report("typing literal text", [&](int i) {
        QByteArray typed = text;
        typed.insert(text.size() / 2, QByteArray(i + 1, 'x'));
        engine.render({typed, name("a.md"), 0}, variables);
    });
    report("typing inside an output (a new skeleton each time)", [&](int i) {
        QByteArray typed = text;
        typed.insert(text.indexOf("page.code") + 9, QByteArray(i + 1, 'x'));
        engine.render({typed, name("a.md"), 0}, variables);
    });
    QByteArray plain = text;
    plain.replace("{", "(");
    report("the same page without markup", [&](int) { engine.render({plain, name("a.md"), 0}, variables); });
    const QByteArray loop = "{% for i in (1..5000) %}<li class=\"{{ i }}\">{{ i | plus: 1 }} {% if i == 3 %}x{% endif %}</li>{% endfor %}";
    report("a loop of 5,000 items with four tags", [&](int) { engine.render({loop, name("a.md"), 0}, variables); });
    return 0;
}
