// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/markdownsettings.h"

#include "core/site/values.h"

namespace lectern::render {

using liquid::Value;
using site::isTruthy;
using site::toText;

namespace {

/// kramdown reads its options from YAML values and from text alike: "1..6", "1,2,3" and lists are sets of levels.
std::array<bool, 7> tocLevels(const Value& value, std::array<bool, 7> fallback)
{
    QStringList parts;
    if (value.list())
        parts = site::textsOf(value);
    else if (!value.isNil())
        parts = toText(value).split(u',');
    if (parts.isEmpty())
        return fallback;
    std::array<bool, 7> levels {};
    for (const QString& part : parts) {
        const qsizetype dots = part.indexOf(QStringLiteral(".."));
        const int from = (dots < 0 ? part : part.left(dots)).trimmed().toInt();
        const int to = dots < 0 ? from : part.mid(dots + 2).trimmed().toInt();
        for (int level = std::max(from, 1); level <= std::min(to, 6); ++level)
            levels[std::size_t(level)] = true;
    }
    return levels;
}

void readSmartQuotes(const Value& value, markdown::Options& options)
{
    const QStringList names = value.list() ? site::textsOf(value) : toText(value).split(u',');
    if (names.size() != 4)
        return;
    for (std::size_t i = 0; i < 4; ++i)
        options.smartQuotes[i] = names[qsizetype(i)].trimmed().toUtf8();
}

void readEntityOutput(const QString& name, markdown::Options& options)
{
    if (name == u"as_input")
        options.entityOutput = markdown::EntityOutput::AsInput;
    else if (name == u"numeric")
        options.entityOutput = markdown::EntityOutput::Numeric;
    else if (name == u"symbolic")
        options.entityOutput = markdown::EntityOutput::Symbolic;
}

/// Sets `target` where the site says something; kramdown takes the texts "true" and "false" too.
void readFlag(const Value& value, bool& target)
{
    if (value.isNil())
        return;
    target = value.string() ? *value.string() != u"false" : isTruthy(value);
}

void readText(const Value& value, QByteArray& target)
{
    if (!value.isNil())
        target = toText(value).toUtf8();
}

} // namespace

MarkdownSettings markdownSettings(const site::Config& config)
{
    MarkdownSettings settings;
    const QString processor = config.text(QStringLiteral("markdown")).toLower();
    if (processor == u"commonmark" || processor == u"commonmarkghpages" || processor == u"gfm")
        settings.engine = markdown::Engine::Gfm;
    const Value given = config.at(QStringLiteral("kramdown"));
    markdown::Options& options = settings.options;
    const Value input = given.at(QStringLiteral("input"));
    options.gfmInput = input.isNil() ? false : toText(input).compare(u"GFM", Qt::CaseInsensitive) == 0;
    const Value quirksValue = given.at(QStringLiteral("gfm_quirks"));
    if (!quirksValue.isNil()) {
        const QStringList quirks
            = quirksValue.list() ? site::textsOf(quirksValue) : toText(quirksValue).split(u',', Qt::SkipEmptyParts);
        options.paragraphEnd = quirks.contains(QStringLiteral("paragraph_end"));
        options.autoTypography = !quirks.contains(QStringLiteral("no_auto_typographic"));
    }
    readFlag(given.at(QStringLiteral("hard_wrap")), options.hardWrap);
    readFlag(given.at(QStringLiteral("auto_ids")), options.autoIds);
    readText(given.at(QStringLiteral("auto_id_prefix")), options.autoIdPrefix);
    readSmartQuotes(given.at(QStringLiteral("smart_quotes")), options);
    readEntityOutput(toText(given.at(QStringLiteral("entity_output"))), options);
    options.tocLevels = tocLevels(given.at(QStringLiteral("toc_levels")), options.tocLevels);
    if (const Value offset = given.at(QStringLiteral("header_offset")); offset.integer())
        options.headerOffset = int(std::clamp<qint64>(*offset.integer(), -6, 6));
    if (const Value number = given.at(QStringLiteral("footnote_nr")); number.integer())
        options.footnoteNumber = int(std::clamp<qint64>(*number.integer(), 0, 1'000'000));
    readText(given.at(QStringLiteral("footnote_prefix")), options.footnotePrefix);
    readText(given.at(QStringLiteral("footnote_backlink")), options.footnoteBacklink);
    readFlag(given.at(QStringLiteral("footnote_backlink_inline")), options.footnoteBacklinkInline);
    readFlag(given.at(QStringLiteral("parse_block_html")), options.parseBlockHtml);
    readFlag(given.at(QStringLiteral("parse_span_html")), options.parseSpanHtml);
    const Value own = given.at(QStringLiteral("syntax_highlighter"));
    const QString highlighter = own.isNil() ? config.text(QStringLiteral("highlighter")) : toText(own);
    const Value details = given.at(QStringLiteral("syntax_highlighter_opts"));
    options.rouge = highlighter == u"rouge" && !isTruthy(details.at(QStringLiteral("disable")));
    readText(details.at(QStringLiteral("default_lang")), options.defaultLanguage);
    const Value math = given.at(QStringLiteral("math_engine"));
    options.mathJax = !given.hash() || !given.hash()->find(QStringLiteral("math_engine")) || toText(math) == u"mathjax";
    return settings;
}

MarkdownSettings loneFileSettings()
{
    MarkdownSettings settings;
    settings.engine = markdown::Engine::Gfm;
    return settings;
}

} // namespace lectern::render
