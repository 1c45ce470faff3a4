// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/pageimages.h"

#include <QDir>
#include <QRegularExpression>
#include <QUrl>

namespace lectern::publish {

QStringList localFiles(QByteArrayView page)
{
    static const QRegularExpression reference(
        QStringLiteral("(?:\\b(?:src|href|poster|data-src)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'))|(?:\\]\\(\\s*<?([^)\\s>]+))"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression fileLike(QStringLiteral(
        "\\.(?:png|jpe?g|gif|webp|svg|avif|ico|bmp|mp4|webm|pdf|bib|zip|pptx?|docx?)$"), QRegularExpression::CaseInsensitiveOption);
    QStringList files;
    auto matches = reference.globalMatch(QString::fromUtf8(page));
    while (matches.hasNext()) {
        const auto match = matches.next();
        QString address = match.captured(1) + match.captured(2) + match.captured(3);
        if (address.contains(u"{{") || address.contains(u"{%") || address.contains(u"://") || address.startsWith(u"//"))
            continue;
        address = QUrl::fromPercentEncoding(address.section(u'#', 0, 0).section(u'?', 0, 0).toUtf8());
        while (address.startsWith(u'/'))
            address.remove(0, 1);
        const QString path = QDir::cleanPath(address);
        if (!fileLike.match(path).hasMatch() || path.startsWith(QStringLiteral("..")) || path.contains(QChar(0))
            || files.contains(path))
            continue;
        files.append(path);
    }
    return files;
}

bool isPicturePath(QStringView path)
{
    static const QRegularExpression ending(
        QStringLiteral("\\.(?:png|jpe?g|gif|webp|svg|avif|ico|bmp)$"), QRegularExpression::CaseInsensitiveOption);
    return ending.match(path.toString()).hasMatch();
}

bool isPdfPath(QStringView path) { return path.endsWith(u".pdf", Qt::CaseInsensitive); }

} // namespace lectern::publish
