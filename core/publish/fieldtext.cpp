// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/fieldtext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lectern::publish {
namespace {

using profile::Author;
using profile::FieldShape;
using profile::FieldValue;
using profile::Link;

const QString separator = QStringLiteral(", ");

struct TextOf {
    QString operator()(const QString& text) const { return text; }
    QString operator()(const QStringList& tags) const { return tags.join(separator); }
    QString operator()(const std::vector<Author>& authors) const
    {
        QStringList names;
        for (const Author& author : authors)
            names.append(author.owner ? QStringLiteral("**%1**%2").arg(author.name, author.marks) : author.name + author.marks);
        return names.join(separator);
    }
    QString operator()(const std::vector<Link>& links) const
    {
        QStringList parts;
        for (const Link& link : links)
            parts.append(link.label + u'=' + link.url);
        return parts.join(separator);
    }
};

struct JsonOf {
    QJsonValue operator()(const QString& text) const { return text; }
    QJsonValue operator()(const QStringList& tags) const { return QJsonArray::fromStringList(tags); }
    QJsonValue operator()(const std::vector<Author>& authors) const
    {
        QJsonArray list;
        for (const Author& author : authors) {
            list.append(QJsonObject {{QStringLiteral("name"), author.name}, {QStringLiteral("owner"), author.owner},
                {QStringLiteral("marks"), author.marks}, {QStringLiteral("url"), author.url}});
        }
        return list;
    }
    QJsonValue operator()(const std::vector<Link>& links) const
    {
        QJsonArray list;
        for (const Link& link : links)
            list.append(QJsonObject {{QStringLiteral("label"), link.label}, {QStringLiteral("url"), link.url}});
        return list;
    }
};

QStringList trimmedParts(const QString& text)
{
    QStringList parts;
    for (const QString& part : text.split(u',')) {
        if (!part.trimmed().isEmpty())
            parts.append(part.trimmed());
    }
    return parts;
}

std::vector<Author> authorsFromText(const QString& text)
{
    std::vector<Author> authors;
    const QString marks = QStringLiteral("*\u2020\u2021\u2709#");
    for (QString part : trimmedParts(text)) {
        Author author;
        if (part.startsWith(QStringLiteral("**")) && part.indexOf(QStringLiteral("**"), 2) > 0) {
            const qsizetype end = part.indexOf(QStringLiteral("**"), 2);
            author.owner = true;
            author.marks = part.mid(end + 2);
            part = part.mid(2, end - 2);
        } else {
            while (part.size() > 1 && marks.contains(part.back())) {
                author.marks.prepend(part.back());
                part.chop(1);
            }
        }
        author.name = part.trimmed();
        authors.push_back(author);
    }
    return authors;
}

Result<FieldValue> fromJson(FieldShape shape, const QJsonArray& list)
{
    QStringList tags;
    std::vector<Author> authors;
    std::vector<Link> links;
    for (const QJsonValue& entry : list) {
        const QJsonObject object = entry.toObject();
        tags.append(entry.toString());
        authors.push_back({entry.isString() ? entry.toString() : object[u"name"].toString(), object[u"owner"].toBool(),
            object[u"marks"].toString(), object[u"url"].toString()});
        links.push_back({object[u"label"].toString(), object[u"url"].toString()});
    }
    switch (shape) {
    case FieldShape::Tags: return FieldValue(tags);
    case FieldShape::Authors: return FieldValue(authors);
    case FieldShape::Links: return FieldValue(links);
    default: return Error {ErrorCode::InvalidValue, {}, QStringLiteral("a list where text is needed")};
    }
}

} // namespace

QString fieldText(const FieldValue& value) { return std::visit(TextOf(), value); }
QJsonValue fieldJson(const FieldValue& value) { return std::visit(JsonOf(), value); }

Result<FieldValue> fieldFromText(FieldShape shape, const QString& text)
{
    const bool isList = shape == FieldShape::Tags || shape == FieldShape::Authors || shape == FieldShape::Links;
    if (!isList)
        return FieldValue(text);
    if (text.startsWith(u'[')) {
        QJsonParseError problem;
        const QJsonDocument json = QJsonDocument::fromJson(text.toUtf8(), &problem);
        if (problem.error != QJsonParseError::NoError || !json.isArray())
            return Error {ErrorCode::InvalidValue, {}, problem.errorString()};
        return fromJson(shape, json.array());
    }
    if (shape == FieldShape::Tags)
        return FieldValue(trimmedParts(text));
    if (shape == FieldShape::Authors)
        return FieldValue(authorsFromText(text));
    std::vector<Link> links;
    for (const QString& part : trimmedParts(text)) {
        const qsizetype equals = part.indexOf(u'=');
        if (equals < 1)
            return Error {ErrorCode::InvalidValue, {}, QStringLiteral("a link is written label=address")};
        links.push_back({part.first(equals).trimmed(), part.mid(equals + 1).trimmed()});
    }
    return FieldValue(links);
}

} // namespace lectern::publish
