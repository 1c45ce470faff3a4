// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/relativelinks.h"

#include "core/site/entryfilter.h"
#include "core/site/urls.h"
#include "core/site/values.h"

#include <QRegularExpression>
#include <QUrl>

namespace lectern::render {

using liquid::Value;

namespace {

/// The plugin's patterns for a link in a line: inline ("[text](path#fragment "title")") and as a definition.
const QRegularExpression& inlineLink()
{
    static const QRegularExpression pattern(QStringLiteral(
        R"re(\[.*?\]\(([^)]+?)(?:#.+?|)?(?:\s+"(?:\\"|[^"])*(?<!\\)"|\s+"(?:\\'|[^'])*(?<!\\)')?\))re"));
    return pattern;
}

const QRegularExpression& definition()
{
    static const QRegularExpression pattern(QStringLiteral(
        R"re(^\s*?\[.*?\]: (.+?)(?:#.+?|)?(?:\s+"(?:\\"|[^"])*(?<!\\)"|\s+"(?:\\'|[^'])*(?<!\\)')?\s*?$)re"));
    return pattern;
}

bool isAbsolute(const QString& path)
{
    static const QRegularExpression scheme(QStringLiteral("^[A-Za-z][A-Za-z0-9+.-]*:"));
    return scheme.match(path).hasMatch();
}

/// `path` from `folder`, without "." and ".."; empty where it leads out of the site.
QString joined(const QString& folder, const QString& path)
{
    QStringList parts = folder.split(u'/', Qt::SkipEmptyParts);
    for (const QString& part : path.split(u'/', Qt::SkipEmptyParts)) {
        if (part == u".")
            continue;
        if (part != u"..")
            parts.append(part);
        else if (parts.isEmpty())
            return {};
        else
            parts.removeLast();
    }
    return parts.join(u'/');
}

} // namespace

bool RelativeLinks::applies(const site::Site& site, const site::Entry& entry) const
{
    const site::Config& config = site.config();
    if (!config.hasPlugin(QStringLiteral("jekyll-relative-links")))
        return false;
    const Value settings = config.at(QStringLiteral("relative_links"));
    const auto isSet = [&](const char16_t* key, bool value) {
        const Value given = settings.at(QString::fromUtf16(key));
        return given.boolean() && *given.boolean() == value;
    };
    if (isSet(u"enabled", false) || !config.markdownExtensions().contains(entry.extension.toLower()))
        return false;
    if (entry.kind == site::Entry::Kind::Document && !isSet(u"collections", true))
        return false;
    const site::EntryFilter excluded(site::textsOf(settings.at(QStringLiteral("exclude"))), {});
    return !excluded.includes(entry.relativePath);
}

void RelativeLinks::readTargets(const std::shared_ptr<const site::Site>& site)
{
    if (m_site.lock() == site)
        return;
    m_site = site;
    m_targets.clear();
    const QString base = site->config().text(QStringLiteral("baseurl"));
    const auto add = [&](const QString& path, const QString& url) {
        const QString key = path.startsWith(u'/') ? path.mid(1) : path;
        if (!key.isEmpty() && !m_targets.contains(key))
            m_targets.insert(key, site::relativeUrl(url, base).toUtf8());
    };
    for (const site::EntryPointer& page : site->pages())
        add(page->relativePath, page->url);
    for (const site::StaticFile& file : site->staticFiles())
        add(file.relativePath, file.url);
    for (const site::CollectionConfig& collection : site->config().collections()) {
        for (const site::EntryPointer& document : site->documents(collection.label)) {
            if (collection.output && document->published)
                add(document->relativePath, document->url);
        }
    }
}

QByteArray RelativeLinks::target(const QString& path, const QString& folder) const
{
    if (path.startsWith(u'#') || isAbsolute(path))
        return {};
    QString full = joined(path.startsWith(u'/') ? QString() : folder, path);
    full.replace(u'+', u' ');
    return m_targets.value(QUrl::fromPercentEncoding(full.toUtf8()));
}

EditedText RelativeLinks::resolved(
    const std::shared_ptr<const site::Site>& site, const site::Entry& entry, const QByteArray& text)
{
    EditedText edited(text);
    if (!applies(*site, entry))
        return edited;
    readTargets(site);
    const QString folder
        = entry.relativePath.left(std::max<qsizetype>(entry.relativePath.lastIndexOf(u'/'), 0));
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = text.indexOf('\n', at);
        if (end < 0)
            end = text.size();
        const QByteArrayView bytes = QByteArrayView(text).sliced(at, end - at);
        const qsizetype start = std::exchange(at, end + 1);
        const bool isInline = bytes.indexOf("](") >= 0;
        if (!isInline && bytes.indexOf("]: ") < 0)
            continue;
        const QString line = QString::fromUtf8(bytes);
        const auto place
            = [&](qsizetype column) { return start + QStringView(line).left(column).toUtf8().size(); };
        if (!isInline) {
            const auto found = definition().match(line);
            const QByteArray url = found.hasMatch() ? target(found.captured(1), folder) : QByteArray();
            if (url.isEmpty())
                continue;
            // The plugin puts a line break for the spaces before a definition.
            const qsizetype bracket = bytes.indexOf('[');
            edited.replace(start, bracket, "\n");
            edited.replace(place(found.capturedStart(1)), found.captured(1).toUtf8().size(), url);
            continue;
        }
        for (auto links = inlineLink().globalMatch(line); links.hasNext();) {
            const auto found = links.next();
            if (const QByteArray url = target(found.captured(1), folder); !url.isEmpty())
                edited.replace(place(found.capturedStart(1)), found.captured(1).toUtf8().size(), url);
        }
    }
    return edited;
}

} // namespace lectern::render
