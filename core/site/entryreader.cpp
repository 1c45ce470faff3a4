// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/entryreader.h"

#include "core/site/pagesource.h"
#include "core/site/rubytime.h"
#include "core/site/urls.h"
#include "core/site/values.h"
#include "core/site/yamlreader.h"

#include <QLocale>
#include <QRegularExpression>

namespace lectern::site {

using liquid::Hash;
using liquid::List;
using liquid::Value;

namespace {

/// Ruby's File.extname: from the last dot that is not the first character of the name, and not its last.
QString extensionOf(const QString& name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot > 0 && dot + 1 < name.size() ? name.mid(dot) : QString();
}

QString withoutTrailingDots(QString text)
{
    while (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

void nameEntry(Entry& entry, const QString& path)
{
    entry.path = path;
    entry.name = path.section(u'/', -1);
    entry.extension = extensionOf(entry.name);
    entry.basename = withoutTrailingDots(entry.name.left(entry.name.size() - entry.extension.size()));
}

QString folderOf(const QString& path)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    return slash < 0 ? QString() : path.left(slash);
}

Value listOf(const QStringList& texts)
{
    List list;
    for (const QString& text : texts)
        list.push_back(Value(text));
    return list;
}

QStringList words(const QString& text)
{
    static const QRegularExpression space(QStringLiteral("\\s+"));
    return text.split(space, Qt::SkipEmptyParts);
}

/// Jekyll's Utils.pluralized_array_from_hash.
QStringList pluralized(const Hash& data, const QString& singular, const QString& plural)
{
    if (const Value* one = data.find(singular); one && isTruthy(*one))
        return textsOf(*one);
    const Value* many = data.find(plural);
    if (!many)
        return {};
    if (many->string())
        return words(*many->string());
    return many->list() ? textsOf(*many) : QStringList();
}

QString padded(int number, int width)
{
    return QString::number(number).rightJustified(width, u'0');
}

void addDatePlaceholders(Placeholders& values, const liquid::Time& time)
{
    const Calendar at = calendar(time);
    const QLocale english = QLocale::c();
    values.insert(QStringLiteral("year"), padded(at.year, 4));
    values.insert(QStringLiteral("month"), padded(at.month, 2));
    values.insert(QStringLiteral("day"), padded(at.day, 2));
    values.insert(QStringLiteral("hour"), padded(at.hour, 2));
    values.insert(QStringLiteral("minute"), padded(at.minute, 2));
    values.insert(QStringLiteral("second"), padded(at.second, 2));
    values.insert(QStringLiteral("i_day"), QString::number(at.day));
    values.insert(QStringLiteral("i_month"), QString::number(at.month));
    values.insert(QStringLiteral("short_month"), english.monthName(at.month, QLocale::ShortFormat));
    values.insert(QStringLiteral("long_month"), english.monthName(at.month));
    values.insert(QStringLiteral("short_year"), padded(at.year % 100, 2));
    values.insert(QStringLiteral("w_year"), QString::number(at.weekYear));
    values.insert(QStringLiteral("week"), padded(at.week, 2));
    values.insert(QStringLiteral("w_day"), QString::number(at.dayOfWeek));
    values.insert(QStringLiteral("short_day"), english.dayName(at.dayOfWeek, QLocale::ShortFormat));
    values.insert(QStringLiteral("long_day"), english.dayName(at.dayOfWeek));
    values.insert(QStringLiteral("y_day"), padded(at.dayOfYear, 3));
}

} // namespace

void EntryReader::readFrontMatter(Entry& entry, const QByteArray& bytes) const
{
    const PageSource source = splitPage(bytes);
    entry.text = std::make_shared<EntryText>();
    entry.text->content = source.content;
    entry.text->offset = source.contentOffset;
    if (!source.hasFrontMatter)
        return;
    const auto read = readYaml(source.yaml, m_config.zone());
    if (read && (read->hash() || read->isNil() || (read->boolean() && !*read->boolean()))) {
        if (read->hash())
            entry.data = *read->hash();
        return;
    }
    const QString detail = read ? QStringLiteral("1:1 not a map") : read.error().detail;
    entry.diagnostics.push_back({ Severity::Error, QStringLiteral("yaml.invalid"), entry.path,
        { 0, source.contentOffset }, { detail } });
}

QString EntryReader::outputExtension(const Entry& entry) const
{
    const QString permalink = toText(entry.at(QStringLiteral("permalink")));
    if (!permalink.isEmpty() && !permalink.endsWith(u'/')) {
        const QString extension = extensionOf(permalink.section(u'/', -1));
        if (!extension.isEmpty())
            return extension;
    }
    if (m_config.markdownExtensions().contains(entry.extension.toLower()))
        return QStringLiteral(".html");
    return entry.isStyle() ? QStringLiteral(".css") : entry.extension;
}

EntryPointer EntryReader::page(const QByteArray& bytes, const QString& path) const
{
    auto entry = std::make_shared<Entry>();
    nameEntry(*entry, path);
    entry->relativePath = path;
    readFrontMatter(*entry, bytes);
    entry->defaults = m_defaults.all(path, QStringLiteral("pages"));
    const Value* published = entry->data.find(QStringLiteral("published"));
    entry->published
        = !published || isTruthy(*published) || isTruthy(m_config.at(QStringLiteral("unpublished")));
    entry->outputExtension = outputExtension(*entry);
    static const QStringList html { QStringLiteral(".html"), QStringLiteral(".xhtml"),
        QStringLiteral(".htm") };
    QString pattern = toText(entry->at(QStringLiteral("permalink")));
    if (pattern.isEmpty()) {
        if (!html.contains(entry->outputExtension))
            pattern = QStringLiteral("/:path/:basename:output_ext");
        else if (entry->basename == u"index")
            pattern = QStringLiteral("/:path/");
        else
            pattern = withPermalinkSuffix(QStringLiteral("/:path/:basename"), m_config.permalinkStyle());
    }
    entry->url = pageUrl(pattern, folderOf(path), entry->basename, entry->outputExtension);
    return entry;
}

void EntryReader::fillTitle(Entry& entry) const
{
    static const QRegularExpression dated(
        QStringLiteral(R"(^(?:.+/)?(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)$)"));
    static const QRegularExpression dateless(QStringLiteral(R"(^(?:.+/)*(.*)(\.[^.]+)$)"));
    QString slug = entry.basename;
    QString extension;
    if (const auto found = dated.match(entry.relativePath); found.hasMatch()) {
        const Value* date = entry.data.find(QStringLiteral("date"));
        if (!date || !isTruthy(*date))
            entry.data.insert(QStringLiteral("date"), found.captured(1));
        slug = found.captured(2);
        extension = found.captured(3);
    } else if (const auto plain = dateless.match(entry.relativePath); plain.hasMatch()) {
        slug = plain.captured(1);
        extension = plain.captured(2);
    }
    slug = withoutTrailingDots(slug);
    const auto fill = [&](const QString& key, const QString& text) {
        if (!isTruthy(entry.at(key)))
            entry.data.insert(key, text);
    };
    fill(QStringLiteral("title"), titleOfSlug(slug));
    fill(QStringLiteral("slug"), slug);
    if (!extension.isEmpty())
        fill(QStringLiteral("ext"), extension);
}

void EntryReader::fillDate(Entry& entry) const
{
    const Value* given = entry.data.find(QStringLiteral("date"));
    if (!given)
        return;
    if (const liquid::Time* time = given->time())
        entry.date = timeInZone(time->seconds, time->nanoseconds, m_config.zone());
    else
        entry.date = parseTime(toText(*given), m_config.zone());
    if (entry.date) {
        entry.data.insert(QStringLiteral("date"), *entry.date);
        return;
    }
    entry.diagnostics.push_back({ Severity::Error, QStringLiteral("site.invalid-date"), entry.path,
        { 0, entry.text->offset }, { toText(*given) } });
}

void EntryReader::fillLists(Entry& entry, const QStringList& pathCategories) const
{
    QStringList categories = pathCategories;
    if (const Value* given = entry.data.find(QStringLiteral("categories")))
        categories += given->string() ? words(*given->string()) : textsOf(*given);
    if (const Value* one = entry.data.find(QStringLiteral("category")); one && isTruthy(*one))
        categories += textsOf(*one);
    categories.removeDuplicates();
    entry.data.insert(QStringLiteral("categories"), listOf(categories));
    entry.data.insert(QStringLiteral("tags"),
        listOf(pluralized(entry.data, QStringLiteral("tag"), QStringLiteral("tags"))));
}

EntryPointer EntryReader::document(
    const QByteArray& bytes, const QString& path, const CollectionConfig& collection) const
{
    auto entry = std::make_shared<Entry>();
    entry->kind = Entry::Kind::Document;
    entry->collection = collection.label;
    nameEntry(*entry, path);
    const QString prefix = m_config.collectionsPrefix();
    entry->relativePath = path.startsWith(prefix) ? path.mid(prefix.size()) : path;
    readFrontMatter(*entry, bytes);
    const QString special = u'_' + collection.label;
    QStringList fromPath;
    if (!entry->relativePath.startsWith(special)) {
        fromPath
            = entry->relativePath.left(entry->relativePath.indexOf(special)).split(u'/', Qt::SkipEmptyParts);
        fromPath.removeAll(entry->name);
    }
    const Hash defaults = m_defaults.all(entry->relativePath, collection.label);
    entry->data = deepMerged(defaults, entry->data);
    if (!isTruthy(entry->at(QStringLiteral("draft"))))
        entry->data.insert(QStringLiteral("draft"), false);
    fillTitle(*entry);
    fillDate(*entry);
    fillLists(*entry, fromPath);
    entry->outputExtension = outputExtension(*entry);
    entry->url = documentUrlOf(*entry, collection);
    const Value* published = entry->data.find(QStringLiteral("published"));
    const bool isFuture = m_time > 0 && entry->date && entry->date->seconds > m_time
        && !isTruthy(m_config.at(QStringLiteral("future")));
    entry->published
        = (!published || isTruthy(*published) || isTruthy(m_config.at(QStringLiteral("unpublished"))))
        && !isFuture;
    return entry;
}

QString EntryReader::documentUrlOf(const Entry& entry, const CollectionConfig& collection) const
{
    QString cleaned = entry.relativePath.left(entry.relativePath.size() - entry.extension.size());
    const QString special = u'_' + collection.label;
    if (const qsizetype at = cleaned.indexOf(special); at >= 0)
        cleaned.remove(at, special.size());
    const QString slug = toText(entry.at(QStringLiteral("slug")));
    QStringList lowered;
    QStringList slugs;
    for (const QString& category : textsOf(entry.at(QStringLiteral("categories")))) {
        lowered.append(category.toLower());
        slugs.append(slugified(category));
    }
    lowered.removeDuplicates();
    slugs.removeDuplicates();
    Placeholders values { { QStringLiteral("output_ext"), entry.outputExtension },
        { QStringLiteral("path"), withoutTrailingDots(cleaned) },
        { QStringLiteral("collection"), collection.label },
        { QStringLiteral("name"), slugified(entry.basename) },
        { QStringLiteral("title"),
            slugified(slug.isEmpty() ? entry.basename : slug, SlugMode::Pretty, true) },
        { QStringLiteral("slug"), slugified(slug.isEmpty() ? entry.basename : slug) },
        { QStringLiteral("categories"), lowered.join(u'/') },
        { QStringLiteral("slugified_categories"), slugs.join(u'/') } };
    addDatePlaceholders(values, entry.date.value_or(timeInZone(m_time, 0, m_config.zone())));
    QString pattern = toText(entry.at(QStringLiteral("permalink")));
    if (pattern.isEmpty())
        pattern = collection.permalink;
    if (pattern.isEmpty())
        pattern = withPermalinkSuffix(QStringLiteral("/:collection/:path"), m_config.permalinkStyle());
    return documentUrl(pattern, values);
}

Layout EntryReader::layout(const QByteArray& bytes, const QString& path, const QTimeZone& zone)
{
    const PageSource source = splitPage(bytes);
    Layout layout { path, {}, source.content, source.contentOffset, {} };
    if (!source.hasFrontMatter)
        return layout;
    const auto read = readYaml(source.yaml, zone);
    if (read && read->hash())
        layout.data = *read->hash();
    else if (!read)
        layout.diagnostics.push_back({ Severity::Error, QStringLiteral("yaml.invalid"), path,
            { 0, source.contentOffset }, { read.error().detail } });
    return layout;
}

StaticFile EntryReader::staticFile(const QString& path, const CollectionConfig* collection) const
{
    StaticFile file;
    file.path = path;
    const QString name = path.section(u'/', -1);
    const QString extension = extensionOf(name);
    if (collection) {
        const QString prefix = m_config.collectionsPrefix();
        file.relativePath = path.startsWith(prefix) ? path.mid(prefix.size()) : path;
        file.collection = collection->label;
        QString cleaned
            = withoutTrailingDots(file.relativePath.left(file.relativePath.size() - extension.size()));
        const QString special = u'_' + collection->label;
        if (const qsizetype at = cleaned.indexOf(special); at >= 0)
            cleaned.remove(at, special.size());
        const Placeholders values { { QStringLiteral("collection"), collection->label },
            { QStringLiteral("path"), cleaned }, { QStringLiteral("output_ext"), QString() },
            { QStringLiteral("name"), withoutTrailingDots(name.left(name.size() - extension.size())) },
            { QStringLiteral("title"), QString() } };
        const QString pattern = collection->permalink.isEmpty()
            ? withPermalinkSuffix(QStringLiteral("/:collection/:path"), m_config.permalinkStyle())
            : collection->permalink;
        file.url = documentUrl(pattern, values);
        if (file.url.endsWith(u'/'))
            file.url.chop(1);
        file.url += extension;
    } else {
        file.relativePath = u'/' + path;
        file.url = u'/' + path;
    }
    file.defaults = m_defaults.all(file.relativePath, file.collection);
    const Value* published = file.defaults.find(QStringLiteral("published"));
    file.published = (!published || isTruthy(*published)) && (!collection || collection->output);
    return file;
}

} // namespace lectern::site
