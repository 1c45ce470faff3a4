// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/site.h"

#include "core/site/urls.h"

#include <QRegularExpression>

namespace lectern::site {

const Entries& Site::documents(const QString& label) const
{
    static const Entries none;
    const auto found = m_collections.find(label);
    return found == m_collections.end() ? none : found->second;
}

const Layout* Site::layout(const QString& name) const
{
    const auto found = m_layouts.constFind(name);
    return found == m_layouts.constEnd() ? nullptr : &*found;
}

UrlTarget Site::at(const QString& url) const
{
    QString path = url.section(u'#', 0, 0).section(u'?', 0, 0);
    if (!path.startsWith(u'/'))
        path.prepend(u'/');
    path = unescapedPath(path);
    QStringList candidates { path };
    const QString base = relativeUrl(QString(), m_config.text(QStringLiteral("baseurl")));
    if (!base.isEmpty() && (path == base || path.startsWith(base + u'/')))
        candidates.append(path == base ? QStringLiteral("/") : path.mid(base.size()));
    for (const QString& candidate : candidates) {
        // GitHub Pages serves folders by their index and leaves out ".html".
        for (const char16_t* suffix : { u"", u"/", u".html" }) {
            const QString key = candidate + QString::fromUtf16(suffix);
            if (const EntryPointer entry = m_byUrl.value(key))
                return { entry, nullptr };
            if (const auto file = m_filesByUrl.constFind(key); file != m_filesByUrl.constEnd())
                return { nullptr, &m_staticFiles[*file] };
        }
        const QString index = candidate.endsWith(u'/') ? candidate + QStringLiteral("index.html") : QString();
        if (const auto file = m_filesByUrl.constFind(index); file != m_filesByUrl.constEnd())
            return { nullptr, &m_staticFiles[*file] };
        // "/talk" is written to "talk.html".
        if (const qsizetype dot = candidate.lastIndexOf(u'.'); dot > candidate.lastIndexOf(u'/')) {
            const EntryPointer entry = m_byUrl.value(candidate.left(dot));
            if (entry && entry->outputExtension == candidate.mid(dot))
                return { entry, nullptr };
        }
        if (candidate.endsWith(u"/index.html")) {
            if (const EntryPointer entry = m_byUrl.value(candidate.chopped(10)))
                return { entry, nullptr };
        }
    }
    return {};
}

std::optional<QString> Site::linkUrl(const QString& path) const
{
    const QString wanted = path.startsWith(u'/') ? path.mid(1) : path;
    for (const EntryPointer& page : m_pages) {
        if (page->relativePath == wanted && page->kind == Entry::Kind::Page)
            return page->url;
    }
    for (const auto& [label, documents] : m_collections) {
        for (const EntryPointer& document : documents) {
            if (document->relativePath == wanted)
                return document->url;
        }
    }
    for (const StaticFile& file : m_staticFiles) {
        if (file.path == wanted || file.relativePath == wanted)
            return file.url;
    }
    return std::nullopt;
}

std::optional<QString> Site::postUrl(const QString& name) const
{
    static const QRegularExpression dated(
        QStringLiteral(R"(^(.*/)?(\d{2,4}-\d{1,2}-\d{1,2}-[^/]*?)(\.[^./]+)?$)"));
    QString wanted = name.startsWith(u'/') ? name.mid(1) : name;
    if (!dated.match(wanted).hasMatch())
        return std::nullopt;
    for (const EntryPointer& post : documents(QStringLiteral("posts"))) {
        QString path = post->relativePath.left(post->relativePath.size() - post->extension.size());
        path.remove(QStringLiteral("_posts/"));
        if (path == wanted || path.endsWith(u'/' + wanted) || path + post->extension == wanted)
            return post->url;
    }
    return std::nullopt;
}

} // namespace lectern::site
