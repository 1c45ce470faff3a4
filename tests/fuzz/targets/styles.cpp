// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/styles.h"
#include "app/styleshelper/importer.h"
#include "core/site/config.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/targets.h"

namespace lectern::fuzz {
namespace {

/// Whatever is imported is one of the files that were handed over.
void checkImports(const QByteArray& input)
{
    QHash<QString, QByteArray> files { { QStringLiteral("_sass/_a.scss"), {} },
        { QStringLiteral("_sass/b/_index.sass"), {} }, { QStringLiteral("c.css"), {} } };
    const QStringList lines = QString::fromUtf8(input).split(u'\n');
    for (const QString& line : lines) {
        if (site::isSitePath(line))
            files.insert(line, "a { b: c }");
    }
    const styleshelper::Importer importer(files, { QStringLiteral("_sass"), lines.last() });
    for (const QString& url : lines) {
        for (const QString& from : { QString(), QStringLiteral("_sass/_a.scss"), lines.first() }) {
            if (const auto found = importer.resolved(url, from))
                FUZZ_CHECK(files.contains(*found));
        }
    }
}

} // namespace

/// The style, a file that it may import, and that one's text once more as indented Sass.
void styles(const QByteArray& input)
{
    checkImports(input);
    const QByteArrayList texts = parts(input, 2);
    const auto files = site::siteFiles({},
        { { QStringLiteral("_sass/a.scss"), texts[1] },
            { QStringLiteral("_sass/b/_index.sass"), texts[1] } });
    render::Styles styles(QStringLiteral(LECTERN_SASS));
    for (const bool indented : { false, true }) {
        const auto css
            = styles.compile(*files, site::Config(), { texts[0], QStringLiteral("main.scss"), indented });
        // A mistake has a place; what is endless is ended; nothing takes the program down.
        FUZZ_CHECK(css || css.error().code == ErrorCode::LimitExceeded
            || (css.error().code == ErrorCode::RenderFailed && css.error().detail.contains(u':')));
    }
}

} // namespace lectern::fuzz
