// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/mimetypes.h"

#include <QHash>

namespace lectern::render {

QByteArray mimeType(const QString& path)
{
    static const QHash<QString, QByteArray> types {{QStringLiteral("html"), "text/html"},
        {QStringLiteral("htm"), "text/html"}, {QStringLiteral("xhtml"), "application/xhtml+xml"},
        {QStringLiteral("css"), "text/css"}, {QStringLiteral("js"), "text/javascript"},
        {QStringLiteral("mjs"), "text/javascript"}, {QStringLiteral("json"), "application/json"},
        {QStringLiteral("map"), "application/json"}, {QStringLiteral("xml"), "application/xml"},
        {QStringLiteral("txt"), "text/plain"}, {QStringLiteral("bib"), "text/plain"},
        {QStringLiteral("md"), "text/plain"}, {QStringLiteral("csv"), "text/csv"},
        {QStringLiteral("svg"), "image/svg+xml"}, {QStringLiteral("png"), "image/png"},
        {QStringLiteral("jpg"), "image/jpeg"}, {QStringLiteral("jpeg"), "image/jpeg"},
        {QStringLiteral("gif"), "image/gif"}, {QStringLiteral("webp"), "image/webp"},
        {QStringLiteral("avif"), "image/avif"}, {QStringLiteral("bmp"), "image/bmp"},
        {QStringLiteral("ico"), "image/x-icon"}, {QStringLiteral("pdf"), "application/pdf"},
        {QStringLiteral("woff"), "font/woff"}, {QStringLiteral("woff2"), "font/woff2"},
        {QStringLiteral("ttf"), "font/ttf"}, {QStringLiteral("otf"), "font/otf"},
        {QStringLiteral("eot"), "application/vnd.ms-fontobject"}, {QStringLiteral("mp4"), "video/mp4"},
        {QStringLiteral("webm"), "video/webm"}, {QStringLiteral("mov"), "video/quicktime"},
        {QStringLiteral("mp3"), "audio/mpeg"}, {QStringLiteral("ogg"), "audio/ogg"},
        {QStringLiteral("wav"), "audio/wav"}, {QStringLiteral("webmanifest"), "application/manifest+json"}};
    const QString name = path.section(u'/', -1);
    return types.value(name.section(u'.', -1).toLower(), QByteArrayLiteral("application/octet-stream"));
}

} // namespace lectern::render
