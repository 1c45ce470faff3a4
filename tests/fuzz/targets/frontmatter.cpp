// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/frontmatter.h"
#include "core/document/sourcefile.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/targets.h"

#include <QRegularExpression>
#include <QStringDecoder>

namespace lectern::fuzz {
namespace {

/// Jekyll::Document::YAML_FRONT_MATTER_REGEXP, on bytes.
qsizetype contentStartOfJekyll(const QByteArray& bytes)
{
    static const QRegularExpression frontMatter(
        QStringLiteral("\\A(---[ \\t\\r\\n\\f\\x0B]*\\n.*?\\n?)^((---|\\.\\.\\.)[ \\t\\r\\n\\f\\x0B]*$\\n?)"),
        QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    const auto match = frontMatter.match(QString::fromLatin1(bytes));
    return match.hasMatch() ? match.capturedEnd() : 0;
}

bool isUtf8(const QByteArray& bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    return !decoder.hasError() && text.size() <= bytes.size();
}

} // namespace

void frontMatter(const QByteArray& input)
{
    const auto found = findFrontMatter(input);
    const TextFacts facts = textFacts(input);
    FUZZ_CHECK(contentStart(input) == (found ? found->whole.to : facts.hasBom ? 3 : 0));
    FUZZ_CHECK(facts.isUtf8 == (facts.invalidAt < 0) && facts.isUtf8 == isUtf8(input));
    const LineColumn end = lineColumn(input, input.size());
    FUZZ_CHECK(end.line >= 1 && end.column >= 1 && end.column <= input.size() + 1);
    if (found) {
        FUZZ_CHECK(found->whole.from == (facts.hasBom ? 3 : 0) && found->whole.to <= input.size());
        FUZZ_CHECK(found->whole.contains(found->yaml) && found->yaml.from <= found->yaml.to);
        // What is edited stays front matter: another text between the fences is found again.
        QByteArray edited = input;
        edited.replace(found->yaml.from, found->yaml.length(), "a: 1\n");
        const auto again = findFrontMatter(edited);
        FUZZ_CHECK(again && again->yaml == (TextRange { found->yaml.from, found->yaml.from + 5 }));
        FUZZ_CHECK(edited.mid(again->whole.to) == input.mid(found->whole.to));
    }
    if (facts.hasBom || input.contains('\r') || input.contains('\f') || input.contains('\v'))
        return;
    // Jekyll takes blank lines behind the front matter with it; here they stay with the page.
    const qsizetype jekylls = contentStartOfJekyll(input);
    const qsizetype ours = contentStart(input);
    FUZZ_CHECK(
        jekylls >= ours && (ours > 0 || jekylls == 0) && input.mid(ours, jekylls - ours).trimmed().isEmpty());
}

} // namespace lectern::fuzz
