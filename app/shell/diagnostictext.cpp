// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/diagnostictext.h"

#include <QCoreApplication>

namespace lectern::app {
namespace {

struct Words {
    const char* code;
    const char* sentence; ///< %1 stands for the first argument
};

constexpr char context[] = "lectern::app::DiagnosticText";

constexpr Words sentences[] = {
    { "liquid.unknown-tag",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText",
            "The tag “%1” belongs to a plugin that the preview does not run.") },
    { "liquid.unknown-filter",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "The filter “%1” is not known.") },
    { "liquid.syntax",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "A Liquid tag is written wrongly: %1.") },
    { "liquid.error",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "Liquid stopped with an error: %1.") },
    { "liquid.limit",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText",
            "A template takes too long or too much memory and was stopped.") },
    { "liquid.include-missing",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "The included file “%1” does not exist.") },
    { "liquid.link-missing",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText",
            "A tag links to “%1”, which the site does not have; Jekyll stops here.") },
    { "liquid.filter",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "A filter cannot work with this value: %1.") },
    { "markdown.limit",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText",
            "This part of the page is too large or too deeply nested; Jekyll may fail here.") },
    { "markdown.stray-close-tag",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "The tag “</%1>” closes nothing.") },
    { "markdown.unclosed-tag",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "The tag “<%1>” is never closed.") },
    { "markdown.unclosed-block",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "The tag “<%1>” is never closed.") },
    { "markdown.block-tag-in-text",
        QT_TRANSLATE_NOOP(
            "lectern::app::DiagnosticText", "The tag “<%1>” does not belong inside a line of text.") },
    { "markdown.invalid-utf8",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "The file holds bytes that are not UTF-8 text.") },
    { "yaml.invalid", QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "The YAML is not valid: %1.") },
    { "config.invalid",
        QT_TRANSLATE_NOOP(
            "lectern::app::DiagnosticText", "A setting in _config.yml has the wrong kind of value: %1.") },
    { "site.invalid-date",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "“%1” is not a date that Jekyll understands.") },
    { "site.layout-missing",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText",
            "The layout “%1” does not exist; the page is published without it.") },
    { "site.theme-missing",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText",
            "The theme “%1” is not in this repository: the page is shown in a plain layout here.") },
    { "site.not-published",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "This file is not part of the published site.") },
    { "site.plugin-not-published",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "GitHub Pages does not run the plugin “%1”.") },
    { "site.plugin-not-shown",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText",
            "What the plugin “%1” adds to the page is missing in the preview.") },
    { "render.layout-loop",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "The layout “%1” leads back to itself.") },
    { "style.failed",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "A style sheet cannot be compiled: %1.") },
};

/// Where the include tags stand that led to a finding of Liquid's; empty for findings in the page itself.
QString includedFrom(const Diagnostic& diagnostic)
{
    if (!diagnostic.code.startsWith(QLatin1StringView("liquid.")) || diagnostic.arguments.size() < 2)
        return {};
    return u' '
        + QCoreApplication::translate(context, "Included from %1.")
              .arg(diagnostic.arguments.mid(1).join(QStringLiteral(" ← ")));
}

} // namespace

QString diagnosticText(const Diagnostic& diagnostic)
{
    for (const Words& words : sentences) {
        if (diagnostic.code != QLatin1StringView(words.code))
            continue;
        const QString sentence = QCoreApplication::translate(context, words.sentence);
        if (!sentence.contains(QLatin1StringView("%1")))
            return sentence + includedFrom(diagnostic);
        return sentence.arg(
                   diagnostic.arguments.isEmpty() ? QStringLiteral("…") : diagnostic.arguments.constFirst())
            + includedFrom(diagnostic);
    }
    return diagnostic.arguments.isEmpty()
        ? diagnostic.code
        : diagnostic.code + QStringLiteral(": ") + diagnostic.arguments.join(u' ');
}

} // namespace lectern::app
