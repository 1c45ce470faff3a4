// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/preview/plainsource.h"

#include <QFile>
#include <QFileInfo>

namespace lectern::test {

namespace {

std::optional<QByteArray> bytesAt(const app::SiteSnapshot& site, const QString& path)
{
    if (const auto buffer = site.buffers.constFind(path); buffer != site.buffers.constEnd())
        return *buffer;
    const QString file = QFileInfo(site.root + u'/' + path).canonicalFilePath();
    QFile handle(file);
    if (!file.startsWith(QFileInfo(site.root).canonicalFilePath() + u'/')
        || !handle.open(QIODevice::ReadOnly))
        return std::nullopt;
    return handle.readAll();
}

QByteArray mark(const QString& file, qsizetype from, qsizetype to, render::Mode mode)
{
    if (mode == render::Mode::Publish)
        return {};
    return " data-lectern=\"" + file.toUtf8() + ':' + QByteArray::number(from) + '-' + QByteArray::number(to)
        + '"';
}

QByteArray blockHtml(const QByteArray& text, const QString& file, qsizetype from, render::Mode mode)
{
    const QByteArray marked = mark(file, from, from + text.size(), mode);
    if (text.startsWith('<'))
        return text + '\n';
    if (!text.startsWith("- "))
        return "<p" + marked + '>' + text + "</p>\n";
    QByteArray html = "<ul" + marked + ">\n";
    qsizetype at = from;
    for (const QByteArray& line : text.split('\n')) {
        html += "<li" + mark(file, at, at + line.size(), mode) + '>' + line.mid(2) + "</li>\n";
        at += line.size() + 1;
    }
    return html + "</ul>\n";
}

} // namespace

Result<render::RenderedPage> PlainSource::page(
    const app::SiteSnapshot& site, const QString& path, render::Mode mode)
{
    const auto bytes = bytesAt(site, path);
    if (!bytes || bytes->contains("{{fail}}"))
        return Error { ErrorCode::NotFound, path, {} };
    const qsizetype body = bytes->indexOf("\n---\n") + 5;
    const qsizetype titleAt = bytes->indexOf("title: ") + 7;
    const QByteArray title = bytes->mid(titleAt, bytes->indexOf('\n', titleAt) - titleAt);
    render::RenderedPage page;
    const QString name = QFileInfo(path).completeBaseName();
    page.url = name == QLatin1StringView("about") ? QStringLiteral("/") : u'/' + name + u'/';
    page.before = "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>" + title
        + "</title><link rel=\"stylesheet\" href=\"/assets/main.css\"></head>\n<body><h1>" + title
        + "</h1><main>\n";
    page.after = "</main>\n</body>\n</html>\n";
    for (qsizetype at = body; at < bytes->size();) {
        qsizetype end = bytes->indexOf("\n\n", at);
        end = end < 0 ? bytes->size() : end;
        if (bytes->mid(at, end - at).contains("{{swallow}}"))
            end = bytes->size();
        QByteArray text = bytes->mid(at, end - at);
        while (text.endsWith('\n'))
            text.chop(1);
        if (!text.isEmpty())
            page.blocks.push_back({ blockHtml(text, path, at, mode), path, at, at + text.size() });
        at = end + 2;
    }
    page.html = page.before;
    for (const render::Block& block : page.blocks)
        page.html += block.html;
    page.html += page.after;
    return page;
}

Result<render::Renderer::Resource> PlainSource::resource(const app::SiteSnapshot& site, const QString& url)
{
    const auto bytes = bytesAt(site, url.mid(1));
    if (!bytes)
        return Error { ErrorCode::NotFound, url, {} };
    QByteArray type = "application/octet-stream";
    if (url.endsWith(QLatin1StringView(".css")))
        type = "text/css";
    else if (url.endsWith(QLatin1StringView(".svg")))
        type = "image/svg+xml";
    return render::Renderer::Resource { *bytes, type, {} };
}

app::PageSourceFactory plainSource()
{
    return [] { return std::make_unique<PlainSource>(); };
}

} // namespace lectern::test
