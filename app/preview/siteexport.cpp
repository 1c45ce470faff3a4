// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/siteexport.h"

#include "app/preview/previewscheme.h"
#include "core/base/atomicfile.h"

#include <QDir>
#include <QFileInfo>
#include <QQueue>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

namespace lectern::app {

namespace {

/// Where the file for the site's path `path` lies below the folder.
QString fileFor(const QString& path)
{
    QString file = path.mid(1);
    if (file.isEmpty() || file.endsWith(u'/'))
        file += QStringLiteral("index.html");
    else if (!file.section(u'/', -1).contains(u'.'))
        file += QStringLiteral(".html");
    return file;
}

/// Several addresses with sizes behind them ("a.png 1x, b.png 2x").
QString eachOf(const QString& srcset, const std::function<QString(const QString&)>& replace)
{
    QStringList entries = srcset.split(u',');
    for (QString& entry : entries) {
        const QString trimmed = entry.trimmed();
        const QString address = trimmed.section(u' ', 0, 0);
        entry = replace(address) + trimmed.mid(address.size());
    }
    return entries.join(QStringLiteral(", "));
}

class Exporter {
public:
    Exporter(
        PageSource& source, const SiteSnapshot& site, const QString& folder, const SiteExportLimits& limits)
        : m_source(source)
        , m_site(site)
        , m_folder(folder)
        , m_limits(limits)
    {
    }

    Result<QString> run(const QString& page)
    {
        const auto rendered = m_source.page(m_site, page, render::Mode::Publish);
        if (!rendered)
            return rendered.error();
        const QString path = requestedPath(previewUrl(rendered->url));
        m_seen.insert(path);
        if (const auto written = write(path, rewritten(path, rendered->html)); !written)
            return written.error();
        while (!m_queue.isEmpty() && m_files < m_limits.files && m_bytes < m_limits.bytes)
            fetch(m_queue.dequeue());
        return QString(m_folder + u'/' + fileFor(path));
    }

private:
    void fetch(const QString& path)
    {
        const auto found = m_source.resource(m_site, path);
        if (!found)
            return;
        const bool holdsLinks
            = found->mimeType.startsWith("text/html") || found->mimeType.startsWith("text/css");
        // One file that cannot be written leaves a hole in a temporary copy, no more.
        (void)write(path, holdsLinks ? rewritten(path, found->bytes) : found->bytes);
    }

    /// The text at `path` with its addresses relative, and what they name put into the queue.
    QByteArray rewritten(const QString& path, const QByteArray& text)
    {
        const QUrl base = previewUrl(path);
        const QDir folder(QStringLiteral("/") + QFileInfo(fileFor(path)).path());
        return withAddresses(text, [&](const QString& address) {
            const QUrl url = base.resolved(QUrl(address));
            const QString target = requestedPath(url);
            if (address.isEmpty() || address.startsWith(u'#') || target.isEmpty())
                return address;
            if (!m_seen.contains(target)) {
                m_seen.insert(target);
                m_queue.enqueue(target);
            }
            QUrl relative;
            relative.setPath(folder.relativeFilePath(u'/' + fileFor(target)), QUrl::DecodedMode);
            relative.setFragment(url.fragment(QUrl::FullyEncoded));
            return relative.toString(QUrl::FullyEncoded);
        });
    }

    Result<void> write(const QString& path, const QByteArray& bytes)
    {
        const QString file = m_folder + u'/' + fileFor(path);
        QDir().mkpath(QFileInfo(file).path());
        ++m_files;
        m_bytes += bytes.size();
        return writeFileAtomically(file, bytes);
    }

    PageSource& m_source;
    const SiteSnapshot& m_site;
    QString m_folder;
    SiteExportLimits m_limits;
    QSet<QString> m_seen;
    QQueue<QString> m_queue;
    int m_files = 0;
    qsizetype m_bytes = 0;
};

} // namespace

Result<QString> exportForBrowser(PageSource& source, const SiteSnapshot& site, const QString& page,
    const QString& folder, const SiteExportLimits& limits)
{
    return Exporter(source, site, folder, limits).run(page);
}

QByteArray withAddresses(const QByteArray& text, const std::function<QString(const QString&)>& replace)
{
    static const QRegularExpression form(
        QStringLiteral(R"re((?<![\w-])(src|href|poster|srcset)\s*=\s*(?:"([^"]*)"|'([^']*)'))re"
                       R"re(|\burl\(\s*(?:"([^")]*)"|'([^')]*)'|([^"')\s]*))\s*\))re"
                       R"re(|@import\s+(?:"([^"]*)"|'([^']*)'))re"),
        QRegularExpression::CaseInsensitiveOption);
    const QString source = QString::fromUtf8(text);
    QString out;
    qsizetype copied = 0;
    for (auto matches = form.globalMatch(source); matches.hasNext();) {
        const auto match = matches.next();
        int group = 2;
        while (group <= match.lastCapturedIndex() && match.capturedStart(group) < 0)
            ++group;
        if (group > match.lastCapturedIndex())
            continue;
        QString value = match.captured(group);
        value.replace(QLatin1StringView("&amp;"), QLatin1StringView("&"));
        const bool isSet = match.captured(1).compare(QLatin1StringView("srcset"), Qt::CaseInsensitive) == 0;
        QString changed = isSet ? eachOf(value, replace) : replace(value);
        if (changed == value)
            continue;
        if (group <= 3)
            changed.replace(u'&', QLatin1StringView("&amp;"));
        out += QStringView(source).sliced(copied, match.capturedStart(group) - copied);
        out += changed;
        copied = match.capturedEnd(group);
    }
    out += QStringView(source).sliced(copied);
    return copied == 0 ? text : out.toUtf8();
}

} // namespace lectern::app
