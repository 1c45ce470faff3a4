// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/renderer.h"
#include "tests/support/suite.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace lectern;
using site::Buffers;

class StylesTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void compilesWithImportsAndLiquid();
    void outputStyleIsTheConfigurations_data();
    void outputStyleIsTheConfigurations();
    void indentedSyntax();
    void case18_importsNothingFromOutside_data();
    void case18_importsNothingFromOutside();
    void mistakeKeepsTheLastGoodStyle();
    void case18_endlessLoopIsEnded();
    void missingHelperIsAnError();

private:
    static render::RendererOptions options();
    static Result<render::Renderer::Resource> style(const Buffers& buffers);
};

render::RendererOptions StylesTest::options()
{
    render::RendererOptions options;
    options.styleHelper = QStringLiteral(LECTERN_STYLE_HELPER);
    return options;
}

Result<render::Renderer::Resource> StylesTest::style(const Buffers& buffers)
{
    render::Renderer renderer(options());
    return renderer.resource(*site::siteFiles(QString(), buffers), QStringLiteral("/assets/main.css"));
}

namespace {

Buffers files(const QByteArray& main)
{
    return {{QStringLiteral("_config.yml"), "title: T\nsass: {style: compressed}\n"},
        {QStringLiteral("assets/main.scss"), "---\n---\n" + main},
        {QStringLiteral("_sass/_colors.scss"), "@import 'deep/base';\n$c: red;\n"},
        {QStringLiteral("_sass/deep/_base.scss"), "$base: blue;\n"},
        {QStringLiteral("_sass/old.sass"), ".old\n  color: green\n"}};
}

} // namespace

void StylesTest::compilesWithImportsAndLiquid()
{
    const auto css = style(files("@import 'colors';\na{color:$c}b{color:$base;content:'{{ site.title }}'}\n"));
    QVERIFY2(css, css ? "" : qPrintable(css.error().detail));
    QCOMPARE(css->bytes.trimmed(), QByteArray("a{color:red}b{color:blue;content:'T'}"));
    QCOMPARE(css->mimeType, QByteArray("text/css"));
}

void StylesTest::outputStyleIsTheConfigurations_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("css");
    QTest::newRow("compact by default") << QByteArray("title: T\n") << QByteArray("a { b: c; }");
    QTest::newRow("expanded") << QByteArray("sass: {style: expanded}\n") << QByteArray("a {\n  b: c;\n}");
    QTest::newRow("with a colon") << QByteArray("sass: {style: ':compressed'}\n") << QByteArray("a{b:c}");
    QTest::newRow("unknown") << QByteArray("sass: {style: fancy}\n") << QByteArray("a { b: c; }");
}

void StylesTest::outputStyleIsTheConfigurations()
{
    QFETCH(QByteArray, config);
    Buffers buffers = files("a { b: c }\n");
    buffers[QStringLiteral("_config.yml")] = config;
    const auto css = style(buffers);
    QVERIFY(css);
    QTEST(css->bytes.trimmed(), "css");
}

void StylesTest::indentedSyntax()
{
    const auto imported = style(files("@import 'old';\n"));
    QVERIFY2(imported, imported ? "" : qPrintable(imported.error().detail));
    QCOMPARE(imported->bytes.trimmed(), QByteArray(".old{color:green}"));
    Buffers buffers = files({});
    buffers.remove(QStringLiteral("assets/main.scss"));
    buffers[QStringLiteral("assets/main.sass")] = "---\n---\n.new\n  color: red\n";
    const auto main = style(buffers);
    QVERIFY2(main, main ? "" : qPrintable(main.error().detail));
    QCOMPARE(main->bytes.trimmed(), QByteArray(".new{color:red}"));
}

void StylesTest::case18_importsNothingFromOutside_data()
{
    QTest::addColumn<QByteArray>("import");
    QTest::newRow("absolute") << QByteArray("/etc/passwd");
    QTest::newRow("up") << QByteArray("../../../../../../../../etc/passwd");
    QTest::newRow("up from the load path") << QByteArray("../secret");
    QTest::newRow("link") << QByteArray("linked");
    QTest::newRow("linked folder") << QByteArray("out/secret");
}

void StylesTest::case18_importsNothingFromOutside()
{
    QFETCH(QByteArray, import);
    QTemporaryDir folder;
    const QDir root(folder.path());
    QVERIFY(root.mkpath(QStringLiteral("site/_sass")));
    const auto write = [&](const QString& path, const QByteArray& bytes) {
        QFile file(root.filePath(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    write(QStringLiteral("secret.scss"), ".secret{a:b}");
    write(QStringLiteral("site/_config.yml"), "title: T\n");
    write(QStringLiteral("site/main.scss"), "---\n---\n@import '" + import + "';\n");
    QVERIFY(QFile::link(root.filePath(QStringLiteral("secret.scss")), root.filePath(QStringLiteral("site/_sass/linked.scss"))));
    QVERIFY(QFile::link(root.path(), root.filePath(QStringLiteral("site/_sass/out"))));
    render::Renderer renderer(options());
    const auto css = renderer.resource(
        *site::siteFiles(root.filePath(QStringLiteral("site"))), QStringLiteral("/main.css"));
    QVERIFY(!css);
    QVERIFY(!css.error().detail.contains(u"secret{") && !css.error().detail.contains(u"root:"));
}

void StylesTest::mistakeKeepsTheLastGoodStyle()
{
    render::Renderer renderer(options());
    Buffers buffers = files("a{b:c}\n");
    const QString url = QStringLiteral("/assets/main.css");
    QVERIFY(renderer.resource(*site::siteFiles(QString(), buffers), url));
    const QString path = QStringLiteral("assets/main.scss");
    buffers[path] = "---\n---\na{b:c}\nd{e:$missing}\n";
    const auto kept = renderer.resource(*site::siteFiles(QString(), buffers), url);
    QVERIFY(kept);
    QCOMPARE(kept->bytes.trimmed(), QByteArray("a{b:c}"));
    QCOMPARE(kept->diagnostics.size(), std::size_t(1));
    const Diagnostic& problem = kept->diagnostics[0];
    QCOMPARE(problem.code, QStringLiteral("style.failed"));
    QCOMPARE(problem.file, path);
    QCOMPARE(buffers[path].mid(problem.range.from, problem.range.length()), QByteArray("d{e:$missing}"));
    buffers[path] = "---\n---\na{b:d}\n";
    const auto repaired = renderer.resource(*site::siteFiles(QString(), buffers), url);
    QVERIFY(repaired);
    QCOMPARE(repaired->bytes.trimmed(), QByteArray("a{b:d}"));
    QVERIFY(repaired->diagnostics.empty());
}

void StylesTest::case18_endlessLoopIsEnded()
{
    const auto css = style(files("@while true { a { b: c } }\n"));
    QVERIFY(!css);
    QVERIFY(css.error().code == ErrorCode::LimitExceeded);
}

void StylesTest::missingHelperIsAnError()
{
    render::RendererOptions options;
    options.styleHelper = QStringLiteral("/nowhere/lectern-sass");
    render::Renderer renderer(options);
    const auto css = renderer.resource(*site::siteFiles(QString(), files("a{b:c}")), QStringLiteral("/assets/main.css"));
    QVERIFY(!css);
    QVERIFY(css.error().code == ErrorCode::ProcessFailed);
}

LECTERN_GUILESS_MAIN(StylesTest)
#include "tst_styles.moc"
