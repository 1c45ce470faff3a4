// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/renderer.h"
#include "core/site/filesource.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QRandomGenerator>

using namespace lectern;

/// A page that is rendered after every edit is the page that is rendered once, with all its marks.
class TypingTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void equalsAFreshRender();
};

void TypingTest::equalsAFreshRender()
{
    const QString root = test::sourcePath(QStringLiteral("sample-site"));
    const QString page = QStringLiteral("_pages/about.md");
    const QByteArray text = test::bytesOf(root + u'/' + page);
    static const QList<QByteArray> pieces { "x", " ", "\n\n", "- ", "**", "{{ site.title }}", "</div>", "<b>",
        "{{ page.title }}\n", "é", "[a](b)" };
    render::RendererOptions options;
    options.profile = site::PublisherProfile::Jekyll4;
    render::Renderer kept(options);
    QRandomGenerator random(5);
    QByteArray typed = text;
    for (int i = 0; i < 60; ++i) {
        if (i % 6 == 0)
            typed = text;
        // Behind the front matter.
        const qsizetype at = 200 + random.bounded(int(typed.size()) - 200);
        if (random.bounded(3) == 0)
            typed.remove(at, random.bounded(4));
        else
            typed.insert(at, pieces[random.bounded(int(pieces.size()))]);
        const auto files = site::siteFiles(root, { { page, typed } });
        render::Renderer fresh(options);
        const auto after = kept.render(*files, page, render::Mode::Preview);
        const auto once = fresh.render(*files, page, render::Mode::Preview);
        QVERIFY(after && once);
        QVERIFY2(after->html == once->html, typed);
        QVERIFY2(after->blocks == once->blocks, typed);
        QVERIFY2(after->diagnostics == once->diagnostics, typed);
    }
}

LECTERN_GUILESS_MAIN(TypingTest)
#include "tst_typing.moc"
