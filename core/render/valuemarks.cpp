// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/valuemarks.h"

#include "core/document/frontmatter.h"
#include "core/render/openelements.h"
#include "core/site/datafiles.h"

#include <algorithm>

namespace lectern::render {

using liquid::Value;

namespace {

constexpr int mostDepth = 12;

} // namespace

ValuePlaces::ValuePlaces(const RenderContext& context, const site::Entry& entry, const Value& page)
    : m_context(context)
    , m_entry(entry)
    , m_config(site::Config::fileOf(*context.files))
{
    // The outermost first: what several files lead to is told by the first of them.
    m_paths.emplace(page.identity().get(), Path { entry.path, {} });
    for (const auto& [key, value] : entry.data.entries())
        add(value, { entry.path, { key } }, 0);
    addData();
    m_paths.emplace(context.site->value().identity().get(), Path { m_config, {} });
    for (const auto& [key, value] : context.site->config().values().entries())
        add(value, { m_config, { key } }, 0);
}

void ValuePlaces::add(const Value& value, const Path& path, int depth)
{
    const liquid::Hash* hash = value.hash();
    const liquid::List* list = value.list();
    if ((!hash && !list) || depth > mostDepth || !m_paths.emplace(value.identity().get(), path).second)
        return;
    if (hash) {
        for (const auto& [key, inner] : hash->entries())
            add(inner, { path.file, path.keys + QStringList { key } }, depth + 1);
        return;
    }
    for (std::size_t i = 0; i < list->size(); ++i)
        add((*list)[i], { path.file, path.keys + QStringList { QString::number(i) } }, depth + 1);
}

void ValuePlaces::addData()
{
    const site::Config& config = m_context.site->config();
    const QString folder = config.folder(QStringLiteral("data_dir")) + u'/';
    for (const QString& file : m_context.files->list()) {
        const bool isYaml = file.endsWith(u".yml") || file.endsWith(u".yaml");
        if (!isYaml || !site::DataFiles::isDataFile(file, config))
            continue;
        Value value(m_context.site->data());
        const QString name = file.mid(folder.size());
        for (const QString& part : name.left(name.lastIndexOf(u'.')).split(u'/'))
            value = value.at(site::dataKey(part));
        add(value, { file, {} }, 0);
    }
}

const YamlDocument* ValuePlaces::document(const QString& file)
{
    const auto known = m_documents.constFind(file);
    if (known != m_documents.constEnd())
        return known->get();
    std::shared_ptr<const YamlDocument> document;
    const QByteArray bytes = m_context.files->read(file).value_or(QByteArray());
    std::optional<TextRange> range = TextRange { 0, bytes.size() };
    if (file == m_entry.path) {
        const auto front = findFrontMatter(bytes);
        range = front ? std::optional(front->yaml) : std::nullopt;
    }
    if (range) {
        if (auto parsed = YamlDocument::parse(bytes, *range))
            document = std::make_shared<const YamlDocument>(*std::move(parsed));
    }
    m_documents.insert(file, document);
    return document.get();
}

std::optional<SourcePlace> ValuePlaces::find(const liquid::PrintedValue& value)
{
    const auto path = m_paths.find(value.holder.identity().get());
    if (path == m_paths.end())
        return std::nullopt;
    const YamlDocument* const yaml = document(path->second.file);
    const YamlValue* const found = yaml ? yaml->find(path->second.keys + QStringList { value.key }) : nullptr;
    if (!found || found->range.isEmpty())
        return std::nullopt;
    return SourcePlace { path->second.file, found->range };
}

qsizetype markValues(
    QByteArray& html, const std::vector<liquid::PrintedValue>& values, TextRange content, ValuePlaces& places)
{
    std::vector<TextRange> ranges;
    for (const liquid::PrintedValue& value : values)
        ranges.push_back({ value.outFrom, value.outTo });
    const std::vector<ElementOfRange> elements = elementsOf(html, ranges, content);
    struct Mark {
        qsizetype at;
        QByteArray text;
        bool isText;
    };
    std::vector<Mark> marks;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (elements[i].nameEnd < 0)
            continue;
        const auto place = places.find(values[i]);
        if (!place)
            continue;
        const auto same = std::find_if(
            marks.begin(), marks.end(), [&](const Mark& mark) { return mark.at == elements[i].nameEnd; });
        if (same == marks.end())
            marks.push_back({ elements[i].nameEnd, markAttribute(*place), elements[i].isText });
        else if (elements[i].isText && !same->isText)
            *same = { elements[i].nameEnd, markAttribute(*place), true };
    }
    std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.at < b.at; });
    QByteArray out;
    qsizetype copied = 0;
    qsizetype moved = 0;
    for (const Mark& mark : marks) {
        out += QByteArrayView(html).sliced(copied, mark.at - copied);
        out += mark.text;
        copied = mark.at;
        if (mark.at <= content.from)
            moved += mark.text.size();
    }
    out += QByteArrayView(html).sliced(copied);
    html = out;
    return moved;
}

QByteArray markStart(const QString& file)
{
    QByteArray name = file.toUtf8();
    name.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    return " data-lectern=\"" + name + ':';
}

QByteArray markAttribute(const SourcePlace& place)
{
    if (place.file.isEmpty())
        return {};
    return markStart(place.file) + QByteArray::number(place.range.from) + '-'
        + QByteArray::number(place.range.to) + '"';
}

} // namespace lectern::render
