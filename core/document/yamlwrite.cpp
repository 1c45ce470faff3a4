// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/yamlwrite.h"

#include <QRegularExpression>

namespace lectern {
namespace {

/// YAML 1.1, 5.3: characters that begin something other than a plain scalar, and where a plain one would end early.
bool canBePlain(QStringView text, bool inFlow)
{
    if (text.isEmpty() || text.front().isSpace() || text.back().isSpace())
        return false;
    const QStringView indicators = u"!&*|>%@`'\"#{}[],";
    if (indicators.contains(text.front()))
        return false;
    if (QStringView(u"-?:").contains(text.front()) && (text.size() == 1 || text[1].isSpace()))
        return false;
    if (text.startsWith(u"---") || text.startsWith(u"..."))
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.unicode() < 0x20 || c.unicode() == 0x7F || c.unicode() == 0x85 || c.unicode() == 0x2028
            || c.unicode() == 0x2029 || c.unicode() == 0xFEFF)
            return false;
        if (c == u':' && (i + 1 == text.size() || text[i + 1].isSpace()))
            return false;
        if (c == u'#' && i > 0 && text[i - 1].isSpace())
            return false;
        if (inFlow && QStringView(u",?[]{}").contains(c))
            return false;
    }
    return true;
}

QByteArray doubleQuoted(QStringView text)
{
    QString out = QStringLiteral("\"");
    for (const QChar c : text) {
        switch (c.unicode()) {
        case '"': out += QStringLiteral("\\\""); break;
        case '\\': out += QStringLiteral("\\\\"); break;
        case '\n': out += QStringLiteral("\\n"); break;
        case '\t': out += QStringLiteral("\\t"); break;
        case '\r': out += QStringLiteral("\\r"); break;
        default:
            if (c.unicode() < 0x20 || c.unicode() == 0x7F || c.unicode() == 0x85 || c.unicode() == 0x2028
                || c.unicode() == 0x2029 || c.unicode() == 0xFEFF)
                out += QStringLiteral("\\u%1").arg(uint(c.unicode()), 4, 16, QLatin1Char('0'));
            else
                out += c;
        }
    }
    return (out + u'"').toUtf8();
}

bool fitsSingleQuotes(QStringView text)
{
    for (const QChar c : text) {
        if (c.unicode() < 0x20 || c.unicode() == 0x7F || c.unicode() == 0x85 || c.unicode() == 0x2028 || c.unicode() == 0x2029)
            return false;
    }
    return true;
}

} // namespace

PlainKind plainKind(QStringView text)
{
    static const QRegularExpression boolean(
        QStringLiteral("^(?:yes|no|true|false|on|off|y|n)$"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression number(QStringLiteral(
        "^[-+]?(?:0x[0-9a-fA-F_]+|0b[01_]+|0o?[0-7_]+|[0-9][0-9_,]*(?:\\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|\\.[0-9_]+|"
        "\\.inf|\\.Inf|\\.INF|[0-9][0-9_]*(?::[0-9]+)+(?:\\.[0-9_]*)?)$|^\\.(?:nan|NaN|NAN)$"));
    static const QRegularExpression date(QStringLiteral("^-?[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?$"));
    if (text.isEmpty() || text == u"~" || text.compare(u"null", Qt::CaseInsensitive) == 0)
        return PlainKind::Null;
    const QString copy = text.toString();
    if (boolean.match(copy).hasMatch())
        return PlainKind::Bool;
    if (number.match(copy).hasMatch())
        return PlainKind::Number;
    if (date.match(copy).hasMatch())
        return PlainKind::Date;
    return text.front() == u':' || text == u"<<" || text == u"=" ? PlainKind::Null : PlainKind::String;
}

QByteArray yamlScalar(const QString& text, YamlStyle style, bool inFlow, QStringView like)
{
    if (style == YamlStyle::SingleQuoted && fitsSingleQuotes(text))
        return '\'' + QString(text).replace(u'\'', QStringLiteral("''")).toUtf8() + '\'';
    if (style == YamlStyle::DoubleQuoted)
        return doubleQuoted(text);
    const PlainKind kind = plainKind(text);
    const bool sameKind = !like.isEmpty() && kind == plainKind(like) && kind != PlainKind::Null;
    if (canBePlain(text, inFlow) && (kind == PlainKind::String || sameKind))
        return text.toUtf8();
    return doubleQuoted(text);
}

QByteArray yamlKey(const QString& text) { return yamlScalar(text, YamlStyle::Plain, true); }

} // namespace lectern
