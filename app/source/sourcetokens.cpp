// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/source/sourcetokens.h"

#include "app/source/tokenpainter.h"
#include "core/document/frontmatter.h"

namespace lectern::app {
namespace {

/// Paints the front matter and returns where the rest begins.
qsizetype paintHeader(TokenPainter& painter)
{
    const auto header = findFrontMatter(painter.bytes());
    if (!header)
        return 0;
    painter.paint(header->whole, Token::Header);
    painter.paint(header->yaml, Token::Text);
    paintYaml(painter, header->yaml);
    return header->whole.to;
}

} // namespace

SourceLanguage sourceLanguage(const QString& path)
{
    const QString suffix = path.section(u'.', -1).toLower();
    if (suffix == u"md" || suffix == u"markdown")
        return SourceLanguage::Page;
    if (suffix == u"html" || suffix == u"htm" || suffix == u"xml" || suffix == u"svg")
        return SourceLanguage::Template;
    if (suffix == u"yml" || suffix == u"yaml")
        return SourceLanguage::Yaml;
    if (suffix == u"css" || suffix == u"scss" || suffix == u"sass")
        return SourceLanguage::Style;
    return SourceLanguage::Plain;
}

QByteArray tokens(QByteArrayView bytes, SourceLanguage language)
{
    TokenPainter painter(bytes);
    switch (language) {
    case SourceLanguage::Page:
        paintMarkdown(painter, {paintHeader(painter), bytes.size()});
        break;
    case SourceLanguage::Template:
        paintTemplate(painter, {paintHeader(painter), bytes.size()});
        break;
    case SourceLanguage::Yaml:
        paintYaml(painter, {0, bytes.size()});
        break;
    case SourceLanguage::Style:
        paintStyle(painter, {paintHeader(painter), bytes.size()});
        break;
    case SourceLanguage::Plain:
        break;
    }
    return painter.take();
}

} // namespace lectern::app
