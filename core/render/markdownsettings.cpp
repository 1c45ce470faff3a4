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

/// kramdown's symbols may be written with Ruby's colon.
QByteArray symbolName(const QString& name)
{
    const QString trimmed = name.trimmed();
    return (trimmed.startsWith(u':') ? trimmed.mid(1) : trimmed).toUtf8();
}

void readSymbols(const Value& value, markdown::Options& options)
{
    const liquid::Hash* symbols = value.hash();
    if (!symbols)
        return;
    for (const auto& [name, written] : symbols->entries())
        options.typographicSymbols.insert(symbolName(name), toText(written).toUtf8());
}

/// Each label has an address and perhaps a title.
void readLinks(const Value& value, markdown::Options& options)
{
    const liquid::Hash* links = value.hash();
    if (!links)
        return;
    for (const auto& [label, parts] : links->entries()) {
        const liquid::List* list = parts.list();
        if (!list || list->empty() || list->size() > 2)
            continue;
        markdown::PredefinedLink link { toText(list->front()).toUtf8(), {} };
        if (list->size() == 2 && !list->back().isNil())
            link.title = toText(list->back()).toUtf8();
        options.links.insert(label.toUtf8(), link);
    }
}

void readForbidden(const Value& value, markdown::Options& options)
{
    if (!value.list())
        return;
    options.forbiddenInlineOptions.clear();
    for (const QString& name : site::textsOf(value))
        options.forbiddenInlineOptions.append(symbolName(name));
}

void readCode(const Value& details, markdown::CodeOptions& code)
{
    if (const Value disable = details.at(QStringLiteral("disable")); !disable.isNil())
        code.isHighlighted = !isTruthy(disable);
    if (const Value numbers = details.at(QStringLiteral("line_numbers")); !numbers.isNil())
        code.hasLineNumbers = isTruthy(numbers);
    if (const Value line = details.at(QStringLiteral("start_line")); line.integer())
        code.firstLine = int(std::clamp<qint64>(*line.integer(), 0, 1'000'000));
    readText(details.at(QStringLiteral("default_lang")), code.defaultLanguage);
    readText(details.at(QStringLiteral("css_class")), code.cssClass);
}

/// What is said of blocks or spans counts more than what is said of both.
void readHighlighting(const site::Config& config, const Value& given, markdown::Options& options)
{
    const Value own = given.at(QStringLiteral("syntax_highlighter"));
    const QString highlighter = own.isNil() ? config.text(QStringLiteral("highlighter")) : toText(own);
    options.rouge = highlighter == u"rouge";
    if (const liquid::Hash* all = given.hash(); all && all->find(QStringLiteral("guess_lang")))
        options.guessLanguage = isTruthy(given.at(QStringLiteral("guess_lang")));
    const Value details = given.at(QStringLiteral("syntax_highlighter_opts"));
    readCode(details, options.codeBlocks);
    options.codeSpans = options.codeBlocks;
    readCode(details.at(QStringLiteral("block")), options.codeBlocks);
    readCode(details.at(QStringLiteral("span")), options.codeSpans);
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
    readFlag(given.at(QStringLiteral("html_to_native")), options.htmlToNative);
    readFlag(given.at(QStringLiteral("auto_id_stripping")), options.autoIdStripping);
    readFlag(given.at(QStringLiteral("remove_line_breaks_for_cjk")), options.joinCjkLines);
    readSymbols(given.at(QStringLiteral("typographic_symbols")), options);
    readLinks(given.at(QStringLiteral("link_defs")), options);
    readForbidden(given.at(QStringLiteral("forbidden_inline_options")), options);
    readHighlighting(config, given, options);
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
