// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/diagnostictext.h"

#include <QCoreApplication>

namespace lectern::app {
namespace {

struct Words {
    const char* code;
    const char* sentence; ///< %1 to %4 stand for the arguments
};

constexpr char context[] = "lectern::app::DiagnosticText";

constexpr Words sentences[] = {
    {"liquid.unknown-tag",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "The tag “%1” belongs to a plugin that the preview does not run.")},
    {"liquid.unknown-filter",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "The filter “%1” is not known.")},
    {"liquid.filter",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "A filter cannot work with this value: %1.")},
    {"liquid.link-missing",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "A tag links to “%1”, which the site does not have; Jekyll stops here.")},
    {"liquid.syntax",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "A Liquid tag is written wrongly: %1.")},
    {"liquid.error",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "Liquid stopped with an error: %1.")},
    {"liquid.limit",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "A template takes too long or too much memory and was stopped.")},
    {"liquid.include-missing",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "The included file “%1” does not exist.")},
    {"markdown.limit",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "This part of the page is too large or too deeply nested; Jekyll may fail here.")},
    {"markdown.stray-close-tag",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "The tag “</%1>” closes nothing.")},
    {"markdown.unclosed-tag",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "The tag “<%1>” is never closed.")},
    {"markdown.unclosed-block",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "The tag “<%1>” is never closed.")},
    {"markdown.block-tag-in-text",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "The tag “<%1>” does not belong inside a line of text.")},
    {"markdown.invalid-utf8",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "The file holds bytes that are not UTF-8 text.")},
    {"yaml.invalid",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "The YAML is not valid: %1.")},
    {"config.invalid",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "A setting in _config.yml has the wrong kind of value: %1.")},
    {"site.invalid-date",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "“%1” is not a date that Jekyll understands.")},
    {"text.mojibake",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "Text of this file was UTF-8 once, was read as %1 and saved so: “%2” was “%3” (places: %4).")},
    {"text.stray-nul",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "There are bytes here that no text has: zeros, as a disk or a program that failed leaves them (places: %1).")},
    {"html.markdown-forgotten",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "The Markdown inside “<%1>” shows as it is written (“%2”), because the tag lacks markdown=\"1\".")},
    {"image.missing-file",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "The image “%1” does not exist.")},
    {"link.missing-file",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "The link leads to “%1”, which does not exist.")},
    {"link.dead-anchor",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "The link leads to “#%1”, but the page has no such anchor.")},
    {"navigation.dead-anchor",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "The navigation menu leads to “#%1”, but the page has no such anchor.")},
    {"navigation.dead-link",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "The navigation menu leads to “%1”, which is no page of this site.")},
    {"image.placeholder-alt",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "The description of this image is the template’s “%1”.")},
    {"text.placeholder",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "“%1” is the template’s filler text.")},
    {"scholar.template-id",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "The Google Scholar id “%1” came with the template; it is not yours.")},
    {"scholar.no-total",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "Citation counts of the papers will not show: the site’s script needs an element with the id “total_cit” first.")},
    {"publication.duplicate",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "“%1” is listed twice.")},
    {"publication.owner-missing",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "“%2” is not among the authors of “%1”.")},
    {"order.dates",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "“%2” stands below older entries of “%1”.")},
    {"front.empty-excerpt",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "The empty excerpt in the page’s settings says nothing; it once kept GitHub Pages from publishing.")},
    {"yaml.duplicate-key",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "“%1” is set twice; only the last one counts.")},
    {"site.layout-missing",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "The layout “%1” does not exist; the page is published without it.")},
    {"site.theme-missing",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "The theme “%1” is neither in this repository nor installed on this computer: the page is shown in a plain layout here.")},
    {"site.not-published",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "This file is not part of the published site.")},
    {"render.layout-loop",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "The layout “%1” leads back to itself.")},
    {"style.failed",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "A style sheet cannot be compiled: %1.")},
    {"site.plugin-not-published",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "GitHub Pages does not run the plugin “%1”.")},
    {"site.plugin-not-shown",
        QT_TRANSLATE_NOOP("lectern::app::DiagnosticText", "What the plugin “%1” adds to the page is missing in the preview.")},
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

/// One pass, so that what an argument holds is never taken for a place of its own.
QString filled(const QString& sentence, const QStringList& arguments)
{
    QString text;
    for (qsizetype at = 0; at < sentence.size(); ++at) {
        const int place = sentence[at] == u'%' && at + 1 < sentence.size() ? sentence[at + 1].digitValue() : -1;
        if (place < 1) {
            text += sentence[at];
            continue;
        }
        text += place <= arguments.size() ? arguments[place - 1] : QStringLiteral("…");
        ++at;
    }
    return text;
}

} // namespace

QString diagnosticText(const Diagnostic& diagnostic)
{
    for (const Words& words : sentences) {
        if (diagnostic.code != QLatin1StringView(words.code))
            continue;
        return filled(QCoreApplication::translate(context, words.sentence), diagnostic.arguments) + includedFrom(diagnostic);
    }
    return diagnostic.arguments.isEmpty()
        ? diagnostic.code
        : diagnostic.code + QStringLiteral(": ") + diagnostic.arguments.join(u' ');
}

} // namespace lectern::app
