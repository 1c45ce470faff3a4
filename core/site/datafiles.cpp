// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/datafiles.h"

#include "core/site/values.h"
#include "core/site/yamlreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

namespace lectern::site {

using liquid::Hash;
using liquid::List;
using liquid::Value;

namespace {

const QStringList& extensions()
{
    static const QStringList list { QStringLiteral("yaml"), QStringLiteral("yml"), QStringLiteral("json"),
        QStringLiteral("csv"), QStringLiteral("tsv") };
    return list;
}

Value fromJson(const QJsonValue& json)
{
    switch (json.type()) {
    case QJsonValue::Bool:
        return json.toBool();
    case QJsonValue::Double: {
        const double number = json.toDouble();
        const qint64 integer = json.toInteger(0);
        return double(integer) == number ? Value(integer) : Value(number);
    }
    case QJsonValue::String:
        return json.toString();
    case QJsonValue::Array: {
        List list;
        for (const QJsonValue& entry : json.toArray())
            list.push_back(fromJson(entry));
        return list;
    }
    case QJsonValue::Object: {
        Hash hash;
        const QJsonObject object = json.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            hash.insert(it.key(), fromJson(it.value()));
        return hash;
    }
    default:
        return {};
    }
}

QByteArray withoutMark(const QByteArray& bytes)
{
    return bytes.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes;
}

/// A field's text. A byte order mark that does not begin the file is a character like any other.
QString fieldText(const QByteArray& field)
{
    QStringDecoder decoder(
        QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    return decoder(field);
}

/// Sets `value` at the path of folder keys below `target`.
void insertAt(
    Hash& target, const QStringList& folders, qsizetype depth, const QString& key, const Value& value)
{
    if (depth == folders.size()) {
        target.insert(key, value);
        return;
    }
    const Value* present = target.find(folders[depth]);
    Hash inner = present && present->hash() ? *present->hash() : Hash();
    insertAt(inner, folders, depth + 1, key, value);
    target.insert(folders[depth], inner);
}

} // namespace

QString dataKey(const QString& name)
{
    static const QRegularExpression odd(QStringLiteral(R"([^\w\s-]+|(?<=^|\b\s)\s+(?=$|\s?\b))"));
    static const QRegularExpression space(QStringLiteral(R"(\s+)"));
    QString key = name;
    return key.remove(odd).replace(space, QStringLiteral("_"));
}

Value readCsv(const QByteArray& text, char separator, bool headers)
{
    std::vector<List> rows;
    List row;
    QByteArray field;
    bool quoted = false;
    bool wasQuoted = false;
    const QByteArray bytes = withoutMark(text);
    const auto endField = [&] {
        row.push_back(field.isEmpty() && !wasQuoted ? Value() : Value(fieldText(field)));
        field.clear();
        wasQuoted = false;
    };
    const auto endRow = [&] {
        if (row.empty() && field.isEmpty() && !wasQuoted) {
            rows.emplace_back(); // a blank line is a row without fields
            return;
        }
        endField();
        rows.push_back(std::move(row));
        row.clear();
    };
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        const char c = bytes[at];
        if (quoted) {
            if (c == '"' && at + 1 < bytes.size() && bytes[at + 1] == '"')
                field += bytes[++at];
            else if (c == '"')
                quoted = false;
            else
                field += c;
        } else if (c == '"' && field.isEmpty()) {
            quoted = wasQuoted = true;
        } else if (c == separator) {
            endField();
        } else if (c == '\n' || c == '\r') {
            if (c == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n')
                ++at;
            endRow();
        } else {
            field += c;
        }
    }
    if (!row.empty() || !field.isEmpty() || wasQuoted)
        endRow();
    List result;
    for (std::size_t i = headers ? 1 : 0; i < rows.size(); ++i) {
        if (!headers) {
            result.push_back(Value(rows[i]));
            continue;
        }
        Hash entry;
        for (std::size_t column = 0; column < rows[0].size(); ++column) {
            // Of two columns with one name Ruby's Row#to_hash shows the first.
            const QString name = toText(rows[0][column]);
            if (!entry.find(name))
                entry.insert(name, column < rows[i].size() ? rows[i][column] : Value());
        }
        // Fields beyond the header have no name; only the first of them is found under it.
        if (rows[i].size() > rows[0].size())
            entry.insert(Hash::keyOf(Value()), rows[i][rows[0].size()]);
        result.push_back(Value(std::move(entry)));
    }
    return result;
}

bool DataFiles::isDataFile(const QString& path, const Config& config)
{
    const QString folder = config.folder(QStringLiteral("data_dir"));
    return !folder.isEmpty() && path.startsWith(folder + u'/')
        && extensions().contains(path.section(u'/', -1).section(u'.', -1));
}

DataFiles::Kept DataFiles::readOne(const FileSource& files, const QString& path, const Config& config) const
{
    Kept kept;
    const QByteArray bytes = withoutMark(files.read(path).value_or(QByteArray()));
    if (path.endsWith(u".csv") || path.endsWith(u".tsv")) {
        const bool tabs = path.endsWith(u".tsv");
        const Value reader = config.at(tabs ? QStringLiteral("tsv_reader") : QStringLiteral("csv_reader"));
        const Value headers = reader.at(QStringLiteral("headers"));
        kept.value = readCsv(bytes, tabs ? '\t' : ',', headers.isNil() || isTruthy(headers));
        return kept;
    }
    auto read = readYaml(bytes, config.zone());
    // Jekyll reads JSON as YAML too, and what is JSON alone (surrogate pairs) makes it stop; we can still
    // show it. Our YAML knows no lone carriage returns, between which JSON is still JSON.
    const bool isDoubtful
        = path.endsWith(u".json") && (!read || QByteArray(bytes).replace("\r\n", "\n").contains('\r'));
    const QJsonDocument json = isDoubtful ? QJsonDocument::fromJson(bytes) : QJsonDocument();
    if (!json.isNull())
        kept.value = fromJson(json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object()));
    else if (read)
        kept.value = *read;
    if (read)
        return kept;
    kept.diagnostics.push_back(
        { Severity::Error, QStringLiteral("yaml.invalid"), path, {}, { read.error().detail } });
    return kept;
}

Hash DataFiles::read(const FileSource& files, const Config& config, Diagnostics& diagnostics)
{
    if (const QByteArray zone = config.zone().id(); zone != m_zone) {
        m_kept.clear();
        m_zone = zone;
    }
    const QString folder = config.folder(QStringLiteral("data_dir"));
    QStringList paths;
    for (const QString& path : files.list()) {
        if (isDataFile(path, config))
            paths.append(path);
    }
    // Ruby lists a folder by extension, in the order of the pattern, and sub-folders after the files; the
    // last of equal keys stays.
    const auto rank = [](const QString& path) { return extensions().indexOf(path.section(u'.', -1)); };
    std::stable_sort(paths.begin(), paths.end(), [&](const QString& a, const QString& b) {
        const auto depthA = a.count(u'/');
        const auto depthB = b.count(u'/');
        return depthA != depthB ? depthA < depthB : rank(a) < rank(b);
    });
    Hash data;
    QHash<QString, Kept> kept;
    for (const QString& path : std::as_const(paths)) {
        const QByteArray stamp = files.stamp(path);
        const auto known = m_kept.constFind(path);
        Kept one
            = known != m_kept.constEnd() && known->stamp == stamp ? *known : readOne(files, path, config);
        one.stamp = stamp;
        QStringList folders = path.mid(folder.size() + 1).split(u'/');
        const QString name = folders.takeLast();
        for (QString& part : folders)
            part = dataKey(part);
        insertAt(data, folders, 0, dataKey(name.section(u'.', 0, -2)), one.value);
        diagnostics.insert(diagnostics.end(), one.diagnostics.begin(), one.diagnostics.end());
        kept.insert(path, std::move(one));
    }
    m_kept = std::move(kept);
    return data;
}

} // namespace lectern::site
