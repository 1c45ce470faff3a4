// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/liquid/engine.h"
#include "tests/support/suite.h"

namespace lectern::liquid {

namespace {

QString s(const char* text) { return QString::fromUtf8(text); }

/// Files for includes; NAME → text.
Host hostWith(const QHash<QString, QByteArray>& files)
{
    Host host;
    host.include = [files](const QString& name) -> std::optional<Template> {
        if (!files.contains(name))
            return std::nullopt;
        return Template {files.value(name), s("_includes/") + name, 0};
    };
    host.includeRelative = [files](const QString& name) -> std::optional<Template> {
        if (!files.contains(name))
            return std::nullopt;
        return Template {files.value(name), s("_pages/") + name, 4};
    };
    return host;
}

QByteArrayList codes(const Output& output)
{
    QByteArrayList list;
    for (const Diagnostic& found : output.diagnostics)
        list.append(found.code.toUtf8() + ' ' + found.arguments.join(u' ').toUtf8());
    return list;
}

} // namespace

class EngineTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void textWithoutMarkupIsOneLiteral();
    void segmentsCoverTheOutputAndNameTheirBytes();
    void segmentsOfIncludesNameTheirFile();
    void contentIsPrintedByteByByte();
    void contentCanBeFilteredAndShadowed();
    void bytesThatAreNoUtf8StayInLiterals();
    void globalsStayUntilSetAgain();
    void lazyValuesAreComputedOnceWhenUsed();
    void lazyValuesMayRenderInTurn();
    void assignedVariablesEndWithTheRender();
    void errorsAreDiagnosedAndThePageStillRenders_data();
    void errorsAreDiagnosedAndThePageStillRenders();
    void errorsInIncludesNameTheInclude();
    void hostAnswersForTagsOfPlugins();
    void linksComeFromTheHost();
    void convertersComeFromTheHost();
    void gistIsAScriptWithALink();
    void hostileTemplatesStopAtALimit_data();
    void hostileTemplatesStopAtALimit();
    void manyRendersKeepTheirResults();
};

void EngineTest::textWithoutMarkupIsOneLiteral()
{
    Engine engine({});
    const Output output = engine.render({"plain", s("a.md"), 10}, {});
    QCOMPARE(output.text, QByteArray("plain"));
    QCOMPARE(output.segments, (std::vector<Segment> {{0, 5, s("a.md"), 10, 15, Segment::Origin::Literal}}));
}

void EngineTest::segmentsCoverTheOutputAndNameTheirBytes()
{
    const QByteArray file = "---\nx\n---\nä {{ page.name }}\n{%- for i in (1..3) %} <{{ i }}>{% endfor -%}\n  end {% raw %}{{ r }}{% endraw %}";
    const qsizetype offset = 10;
    Engine engine({});
    const Output output = engine.render({file.mid(offset), s("a.md"), offset}, {{s("page"), Hash {{s("name"), s("Bö")}}}});
    QCOMPARE(output.text, QByteArray("ä Bö <1> <2> <3>end {{ r }}"));
    QVERIFY(output.diagnostics.empty());
    qsizetype at = 0;
    for (const Segment& segment : output.segments) {
        QCOMPARE(segment.outFrom, at);
        at = segment.outTo;
        const QByteArray source = file.mid(segment.from, segment.to - segment.from);
        if (segment.origin == Segment::Origin::Literal)
            QCOMPARE(output.text.mid(segment.outFrom, segment.outTo - segment.outFrom), source);
        else
            QVERIFY(source.startsWith("{{") && source.endsWith("}}"));
    }
    QCOMPARE(at, output.text.size());
}

void EngineTest::segmentsOfIncludesNameTheirFile()
{
    Engine engine(hostWith({{s("part.md"), "p{{ include.x }}"}}));
    const Output output = engine.render({"a{% include part.md x=1 %}{% include_relative part.md %}", s("a.md"), 0}, {});
    QCOMPARE(output.text, QByteArray("ap1p"));
    QCOMPARE(output.segments,
        (std::vector<Segment> {{0, 1, s("a.md"), 0, 1, Segment::Origin::Literal},
            {1, 2, s("_includes/part.md"), 0, 1, Segment::Origin::Literal},
            {2, 3, s("_includes/part.md"), 1, 16, Segment::Origin::Tag},
            {3, 4, s("_pages/part.md"), 4, 5, Segment::Origin::Literal}}));
}

void EngineTest::contentIsPrintedByteByByte()
{
    Engine engine({});
    const QByteArray content = "<p>\xff not UTF-8</p>";
    const Output output = engine.render({"<main>{{ content }}</main>", s("l.html"), 0}, {}, content);
    QCOMPARE(output.text, "<main>" + content + "</main>");
    QCOMPARE(output.segments[1],
        (Segment {6, 6 + content.size(), s("l.html"), 6, 19, Segment::Origin::Content}));
}

void EngineTest::contentCanBeFilteredAndShadowed()
{
    Engine engine({});
    QCOMPARE(engine.render({"{{ content | upcase }}", {}, 0}, {}, "abc").text, QByteArray("ABC"));
    QCOMPARE(engine.render({"{% assign content = 'x' %}{{ content }}", {}, 0}, {}, "abc").text, QByteArray("x"));
    QCOMPARE(engine.render({"{% capture c %}[{{ content }}]{% endcapture %}{{ c }}", {}, 0}, {}, "abc").text,
        QByteArray("[abc]"));
    QCOMPARE(engine.render({"{{ content }}", {}, 0}, {}).text, QByteArray());
}

void EngineTest::bytesThatAreNoUtf8StayInLiterals()
{
    Engine engine({});
    QCOMPARE(engine.render({"\xe9{{ 1 }}\xff", {}, 0}, {}).text, QByteArray("\xe9" "1\xff"));
}

void EngineTest::globalsStayUntilSetAgain()
{
    Engine engine({});
    engine.setGlobal(s("site"), Hash {{s("title"), s("A")}});
    const Template source {"{{ site.title }}", {}, 0};
    QCOMPARE(engine.render(source, {}).text, QByteArray("A"));
    QCOMPARE(engine.render(source, {}).text, QByteArray("A"));
    engine.setGlobal(s("site"), Hash {{s("title"), s("B")}});
    QCOMPARE(engine.render(source, {}).text, QByteArray("B"));
    engine.clearCaches();
    QCOMPARE(engine.render(source, {}).text, QByteArray("B"));
}

void EngineTest::lazyValuesAreComputedOnceWhenUsed()
{
    int computed = 0;
    const Value excerpt = Value::lazy([&computed] {
        ++computed;
        return Value(s("short"));
    });
    Engine engine({});
    const Hash variables {{s("page"), Hash {{s("excerpt"), excerpt}}}};
    QCOMPARE(engine.render({"{{ page.title }}", {}, 0}, variables).text, QByteArray());
    QCOMPARE(computed, 0);
    QCOMPARE(engine.render({"{{ page.excerpt }}{{ page.excerpt }}", {}, 0}, variables).text, QByteArray("shortshort"));
    QCOMPARE(computed, 1);
}

void EngineTest::lazyValuesMayRenderInTurn()
{
    Engine engine({});
    const Value inner = Value::lazy([&engine] {
        return Value::text(engine.render({"<{{ page.n }}{% for i in (1..3) %}{{ i }}{% endfor %}>", s("b.md"), 0},
                                     {{s("page"), Hash {{s("n"), 2}}}}).text);
    });
    const Output output = engine.render({"a{{ page.n }}{{ post }}{{ page.n }}b", s("a.md"), 0},
        {{s("page"), Hash {{s("n"), 1}}}, {s("post"), inner}});
    QCOMPARE(output.text, QByteArray("a1<2123>1b"));
}

void EngineTest::assignedVariablesEndWithTheRender()
{
    Engine engine({});
    QCOMPARE(engine.render({"{% assign a = 1 %}{% increment b %}{{ a }}", {}, 0}, {}).text, QByteArray("01"));
    QCOMPARE(engine.render({"[{{ a }}{{ b }}]", {}, 0}, {}).text, QByteArray("[]"));
}

void EngineTest::errorsAreDiagnosedAndThePageStillRenders_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("place");
    const auto row = [](const char* name, const char* source, const char* text, const char* code, const char* place) {
        QTest::newRow(name) << QByteArray(source) << QByteArray(text) << QByteArray(code) << QByteArray(place);
    };
    row("unknown tag", "a{% toc x %}b", "a<span class=\"lectern-unknown-tag\">{% toc x %}</span>b",
        "liquid.unknown-tag toc", "{% toc x %}");
    row("unknown block", "{% tabs %}a{% endtabs %}b", "<span class=\"lectern-unknown-tag\">{% tabs %}</span>ab",
        "liquid.unknown-tag tabs", "{% tabs %}");
    row("unclosed if", "a{% if true %}b", "ab", "liquid.syntax 'if' tag was never closed", "{% if true %}");
    row("crossed blocks", "{% for i in (1..2) %}{% if true %}a{% endfor %}b", "aab",
        "liquid.syntax 'if' tag was never closed", "{% if true %}");
    row("stray end", "a{% endif %}b", "ab", "liquid.syntax unexpected tag 'endif'", "{% endif %}");
    row("unclosed output", "a{{ b", "a{{ b", "liquid.syntax not properly terminated", "{{");
    row("unclosed raw", "a{% raw %}{{ b }}", "a{{ b }}", "liquid.syntax 'raw' tag was never closed", "{% raw %}");
    row("missing include", "a{% include no.html %}b", "ab", "liquid.include-missing no.html", "{% include no.html %}");
    row("include out of the folder", "a{% include ../x %}b", "ab", "liquid.include-missing ../x", "{% include ../x %}");
    row("missing link", "a{% link no.md %}b", "ab", "liquid.link-missing no.md", "{% link no.md %}");
    row("division", "{{ 1 | divided_by: 0 }}", "Liquid error: divided by 0", "liquid.error divided by 0",
        "{{ 1 | divided_by: 0 }}");
}

void EngineTest::errorsAreDiagnosedAndThePageStillRenders()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, place);
    Engine engine({});
    const Output output = engine.render({source, s("a.md"), 100}, {});
    QCOMPARE(output.text, text);
    QCOMPARE(codes(output), QByteArrayList {code});
    const Diagnostic& found = output.diagnostics.front();
    QCOMPARE(found.severity, Severity::Error);
    QCOMPARE(source.mid(found.range.from - 100, found.range.length()), place);
}

void EngineTest::errorsInIncludesNameTheInclude()
{
    Engine engine(hostWith({{s("bad.html"), "ab{% nope %}"}}));
    const Output output = engine.render({"{% include bad.html %}", s("a.md"), 0}, {});
    QCOMPARE(output.diagnostics.size(), std::size_t(1));
    QCOMPARE(output.diagnostics[0].file, s("_includes/bad.html"));
    QCOMPARE(output.diagnostics[0].range, (TextRange {2, 12}));
}

void EngineTest::hostAnswersForTagsOfPlugins()
{
    Host host;
    host.tag = [](const QString& name, const QString& markup) -> std::optional<QByteArray> {
        if (name != s("seo"))
            return std::nullopt;
        return "<title>" + markup.trimmed().toUtf8() + "</title>";
    };
    Engine engine(host);
    const Output output = engine.render({"{% seo title=false %}", {}, 0}, {});
    QCOMPARE(output.text, QByteArray("<title>title=false</title>"));
    QVERIFY(output.diagnostics.empty());
}

void EngineTest::linksComeFromTheHost()
{
    Host host;
    host.link = [](const QString& path) { return std::optional(s("/url/") + path); };
    host.postUrl = [](const QString& name) { return std::optional(s("/post/") + name); };
    Engine engine(host);
    const Hash page {{s("page"), Hash {{s("next"), s("b.md")}}}};
    QCOMPARE(engine.render({"{% link _p/a.md %} {% link {{ page.next }} %} {% post_url 2024-01-01-x %}", {}, 0}, page).text,
        QByteArray("/url/_p/a.md /url/b.md /post/2024-01-01-x"));
}

void EngineTest::convertersComeFromTheHost()
{
    Host host;
    host.markdownify = [](const QByteArray& text) { return "<p>" + text + "</p>\n"; };
    host.highlight = [](const QByteArray& code, const QString& language, bool) {
        return std::optional<QByteArray>('[' + language.toUtf8() + ':' + code + ']');
    };
    Engine engine(host);
    QCOMPARE(engine.render({"{% capture t %}*ä*{% endcapture %}{{ t | markdownify }}", {}, 0}, {}).text,
        QByteArray("<p>*ä*</p>\n"));
    QCOMPARE(engine.render({"{% highlight c++ %}\nx\n{% endhighlight %}", {}, 0}, {}).text,
        QByteArray("<figure class=\"highlight\"><pre><code class=\"language-c--\" data-lang=\"c++\">[c++:x]</code></pre></figure>"));
    QCOMPARE(engine.render({"{{ 'a' | smartify }}", {}, 0}, {}).text, QByteArray("a"));
}

void EngineTest::gistIsAScriptWithALink()
{
    Engine engine({});
    QCOMPARE(engine.render({"{% gist me/1 a.py %}", {}, 0}, {}).text,
        QByteArray("<noscript><a href=\"https://gist.github.com/me/1?file=a.py\">me/1 a.py</a></noscript>"
                   "<script src=\"https://gist.github.com/me/1.js?file=a.py\"> </script>"));
}

void EngineTest::hostileTemplatesStopAtALimit_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("limit");
    const auto row = [](const char* name, const QByteArray& source, const char* limit) {
        QTest::newRow(name) << source << QByteArray(limit);
    };
    row("long loop", "{% for i in (1..1000000000) %}x{% endfor %}", "steps");
    row("nested loops", "{% for a in (1..9999) %}{% for b in (1..9999) %}x{% endfor %}{% endfor %}", "steps");
    row("doubling", "{% assign a = 'aaaaaaaa' %}{% for i in (1..60) %}{% assign a = a | append: a %}{% endfor %}", "memory");
    row("one large replacement",
        "{% assign a = 'aaaaaaaa' %}{% for i in (1..13) %}{% assign a = a | append: a %}{% endfor %}{{ a | replace: 'a', a }}",
        "memory");
    row("doubling lists",
        "{% assign a = 'a,b' | split: ',' %}{% for i in (1..60) %}{% assign a = a | concat: a %}{% endfor %}", "memory");
    row("include of itself", "{% include self.html %}", "depth");
    row("includes of each other", "{% include ping.html %}", "depth");
}

void EngineTest::hostileTemplatesStopAtALimit()
{
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, limit);
    Options options;
    options.limits.steps = 100'000;
    options.limits.memory = 8 * 1024 * 1024;
    options.limits.milliseconds = 0; // a busy machine would come to that limit first
    Engine engine(hostWith({{s("self.html"), "s{% include self.html %}"}, {s("ping.html"), "{% include pong.html %}"},
                      {s("pong.html"), "{% include ping.html %}{% include ping.html %}"}}),
        options);
    const Output output = engine.render({"before " + source + " after", s("a.md"), 0}, {});
    QCOMPARE(codes(output), QByteArrayList {"liquid.limit " + limit});
    QVERIFY(output.text.startsWith("before "));
    QCOMPARE(engine.render({"{{ 1 | plus: 1 }}", {}, 0}, {}).text, QByteArray("2"));
}

void EngineTest::manyRendersKeepTheirResults()
{
    Engine engine({});
    engine.setGlobal(s("site"), Hash {{s("list"), List {1, 2, 3}}});
    for (int i = 0; i < 1200; ++i) {
        const QByteArray n = QByteArray::number(i);
        const Output output = engine.render({"{{ site.list | join: '' }}{{ page.l[0] }}{{ " + n + " }}", {}, 0},
            {{s("page"), Hash {{s("l"), List {i}}}}});
        QCOMPARE(output.text, "123" + n + n);
    }
}

} // namespace lectern::liquid

LECTERN_GUILESS_MAIN(lectern::liquid::EngineTest)
#include "enginetest.moc"
