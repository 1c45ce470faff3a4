// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/write/encode.h"

#include "core/profile/read/layout.h"
#include "core/profile/scan/bytes.h"

namespace lectern::profile {
namespace {

QString oneLine(QString text)
{
    text.replace(u'\n', u' ').replace(u'\r', u' ');
    return text.trimmed();
}

QString manyLines(QString text)
{
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    // A line's own indentation counts; blank lines around the whole do not.
    return text.trimmed();
}

/// True where every closing bracket closes one before it and none stays open.
bool isBalanced(const QString& text, QChar open, QChar close)
{
    int depth = 0;
    for (const QChar c : text) {
        depth += c == open ? 1 : c == close ? -1 : 0;
        if (depth < 0)
            return false;
    }
    return depth == 0;
}

QByteArray attributeBytes(const QString& value, char quote)
{
    QByteArray out = value.toUtf8();
    if (quote == '"')
        out.replace("\"", "&quot;");
    else if (quote == '\'')
        out.replace("'", "&#39;");
    return out;
}

/// Many lines with the place's line endings; in a list item, the lines behind the first are indented.
QByteArray textBytes(QByteArrayView bytes, const Slot& slot, const QString& value, TextRange item)
{
    const QByteArray eol = lineEndingAt(bytes, slot.field.range.from);
    const qsizetype lineEnd = nextLine(bytes, item.from, item.to);
    const qsizetype marker
        = listMarkerLength(bytes, item.from, withoutLineEnding(bytes, { item.from, lineEnd }).to);
    int indent = 0;
    if (marker > 0) {
        indent = continuationIndent(bytes, slot.field.range);
        const bool blocks = value.contains(QStringLiteral("\n\n")) || value.contains(QStringLiteral("\n- "));
        if (indent < 0 || (indent == 0 && blocks))
            indent = 2;
    }
    QByteArray out;
    const QStringList lines = value.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i > 0)
            out += eol;
        if (i > 0 && !lines[i].isEmpty())
            out += QByteArray(indent, ' ');
        out += lines[i].toUtf8();
    }
    return out;
}

} // namespace

std::optional<FieldValue> normalised(const FieldValue& value, FieldShape shape, bool indented)
{
    switch (shape) {
    case FieldShape::Authors:
        if (auto authors = std::get_if<std::vector<Author>>(&value)) {
            std::vector<Author> out;
            for (Author author : *authors) {
                author.name = oneLine(author.name).simplified();
                author.marks = oneLine(author.marks).remove(u' ');
                author.url = oneLine(author.url);
                if (!author.name.isEmpty())
                    out.push_back(author);
            }
            return out;
        }
        return std::nullopt;
    case FieldShape::Links:
        if (auto links = std::get_if<std::vector<Link>>(&value)) {
            std::vector<Link> out;
            for (const Link& link : *links) {
                if (!oneLine(link.label).isEmpty() || !oneLine(link.url).isEmpty())
                    out.push_back({ oneLine(link.label), oneLine(link.url) });
            }
            return out;
        }
        return std::nullopt;
    case FieldShape::Tags:
    case FieldShape::Lines:
        if (auto words = std::get_if<QStringList>(&value)) {
            QStringList out;
            for (const QString& word : *words) {
                if (!oneLine(word).isEmpty())
                    out.append(oneLine(word).simplified());
            }
            return out;
        }
        return std::nullopt;
    case FieldShape::Text:
        if (auto text = std::get_if<QString>(&value))
            return indented ? dedented(manyLines(*text)) : manyLines(*text);
        return std::nullopt;
    default:
        if (auto text = std::get_if<QString>(&value))
            return oneLine(*text);
        return std::nullopt;
    }
}

bool isEmpty(const FieldValue& value)
{
    return std::visit([](const auto& held) { return held.size() == 0; }, value);
}

QByteArray linkTextBytes(const QString& text)
{
    const bool balanced = isBalanced(text, u'[', u']');
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool bracket = c == u'[' || c == u']';
        const bool protects
            = c == u'\\' && (i + 1 == text.size() || QStringView(u"[]\\").contains(text[i + 1]));
        if ((bracket && !balanced) || protects)
            out += u'\\';
        out += c;
    }
    return out.toUtf8();
}

QByteArray linkUrlBytes(const QString& url, bool bare)
{
    const QByteArray out = url.toUtf8();
    return bare && !isBalanced(url, u'(', u')') ? '<' + out + '>' : out;
}

std::optional<QByteArray> encoded(
    QByteArrayView bytes, const Slot& slot, const QString& value, TextRange item)
{
    const TextRange range = slot.field.range;
    const char before = range.from > 0 ? bytes[range.from - 1] : ' ';
    switch (slot.codec) {
    case Codec::Text:
        return textBytes(bytes, slot, value, item);
    case Codec::LinkText:
        return linkTextBytes(value);
    case Codec::LinkUrl:
        return linkUrlBytes(value, before != '<');
    case Codec::Attribute:
        return attributeBytes(value, before);
    case Codec::ShortYear: {
        const int year = value.toInt();
        if (value.size() != 4 || year < 1950 || year > 2049)
            return std::nullopt;
        return value.right(2).toLatin1();
    }
    default:
        return value.toUtf8();
    }
}

} // namespace lectern::profile
