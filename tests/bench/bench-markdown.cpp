// SPDX-License-Identifier: GPL-3.0-or-later
// What the Markdown of real pages costs: content to HTML with our kramdown engine and with cmark-gfm, on the
// same bytes, milliseconds of CPU; and a keystroke in the middle of a page with what is kept between them.
#include "core/markdown/session.h"
#include "core/site/pagesource.h"
#include "tests/support/testsupport.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <QTextStream>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <vector>

using namespace lectern;

namespace {

double cpuMilliseconds()
{
    timespec now {};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

double median(int times, const std::function<void(int)>& work)
{
    std::vector<double> spent;
    for (int i = 0; i < times; ++i) {
        const double from = cpuMilliseconds();
        work(i);
        spent.push_back(cpuMilliseconds() - from);
    }
    std::nth_element(spent.begin(), spent.begin() + times / 2, spent.end());
    return spent[std::size_t(times) / 2];
}

/// As much as GitHub's own renderer does.
void renderWithCmark(const QByteArray& text)
{
    const int options = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES;
    cmark_parser* parser = cmark_parser_new(options);
    for (const char* name : { "table", "strikethrough", "autolink", "tagfilter", "tasklist" })
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
    cmark_parser_feed(parser, text.constData(), std::size_t(text.size()));
    cmark_node* document = cmark_parser_finish(parser);
    std::free(cmark_render_html(document, options, cmark_parser_get_syntax_extensions(parser)));
    cmark_node_free(document);
    cmark_parser_free(parser);
}

struct Figures {
    double ours = 0;
    double cmark = 0;
    double key = 0;
};

Figures measure(const QByteArray& text)
{
    constexpr int rounds = 31;
    Figures figures;
    figures.ours = median(rounds,
        [&](int) { static_cast<void>(markdown::toHtml(markdown::parse(text, markdown::Engine::Kramdown))); });
    figures.cmark = median(rounds, [&](int) { renderWithCmark(text); });
    markdown::Session session;
    static_cast<void>(session.render(text, markdown::Engine::Kramdown, {}));
    const qsizetype at = std::max<qsizetype>(0, text.indexOf(' ', text.size() / 2));
    figures.key = median(rounds, [&](int round) {
        const QByteArray typed = text.left(at) + QByteArray(round % 9 + 1, 'x') + text.mid(at);
        static_cast<void>(session.render(typed, markdown::Engine::Kramdown, {}));
    });
    return figures;
}

} // namespace

int main()
{
    cmark_gfm_core_extensions_ensure_registered();
    QTextStream out(stdout);
    const QString sample = test::sourcePath(QStringLiteral("sample-site/_pages/about.md"));
    QStringList pages { sample };
    if (!test::seedPath().isEmpty())
        pages.append(test::seedPath());
    pages.append(test::corpusPages());
    Figures sum;
    double slowest = 0;
    double slowestKey = 0;
    QString slowestPage;
    qsizetype bytes = 0;
    const auto print = [&](const QString& name, qsizetype size, const Figures& figures) {
        out << QStringLiteral("%1 %2 bytes  kramdown %3 ms  cmark-gfm %4 ms  ratio %5  keystroke %6 ms\n")
                   .arg(name, -40)
                   .arg(size, 7)
                   .arg(figures.ours, 0, 'f', 3)
                   .arg(figures.cmark, 0, 'f', 3)
                   .arg(figures.ours / figures.cmark, 0, 'f', 2)
                   .arg(figures.key, 0, 'f', 3);
    };
    for (const QString& page : std::as_const(pages)) {
        const QByteArray text = site::splitPage(test::bytesOf(page)).content;
        if (text.isEmpty())
            continue;
        const Figures figures = measure(text);
        if (page == sample || page == test::seedPath())
            print(page.section(u'/', -3), text.size(), figures);
        sum.ours += figures.ours;
        sum.cmark += figures.cmark;
        sum.key += figures.key;
        bytes += text.size();
        slowestKey = std::max(slowestKey, figures.key);
        if (figures.ours > slowest) {
            slowest = figures.ours;
            slowestPage = page.section(u'/', -3);
        }
    }
    const auto count = double(pages.size());
    print(QStringLiteral("mean of %1 pages").arg(pages.size()), qsizetype(double(bytes) / count),
        { sum.ours / count, sum.cmark / count, sum.key / count });
    out << QStringLiteral("slowest page %1 ms (%2), slowest keystroke %3 ms\n")
               .arg(slowest, 0, 'f', 3)
               .arg(slowestPage)
               .arg(slowestKey, 0, 'f', 3);
    return 0;
}
