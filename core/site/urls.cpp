// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/urls.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

namespace lectern::site {

QString slugified(const QString& text, SlugMode mode, bool cased)
{
    static const QRegularExpression raw(QStringLiteral(R"(\s+)"));
    static const QRegularExpression plain(QStringLiteral(R"([^\p{M}\p{L}\p{Nd}]+)"));
    static const QRegularExpression pretty(QStringLiteral(R"([^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+)"));
    static const QRegularExpression ascii(QStringLiteral(R"([^A-Za-z0-9]+)"));
    const QRegularExpression& replaced = mode == SlugMode::Raw ? raw
        : mode == SlugMode::Pretty                             ? pretty
        : mode == SlugMode::Ascii                              ? ascii
                                                               : plain;
    QString slug = text;
    slug.replace(replaced, QStringLiteral("-"));
    if (slug.startsWith(u'-'))
        slug.remove(0, 1);
    if (slug.endsWith(u'-'))
        slug.chop(1);
    return cased ? slug : slug.toLower();
}

QString titleOfSlug(const QString& slug)
{
    QStringList words = slug.split(u'-');
    while (!words.isEmpty() && words.constLast().isEmpty())
        words.removeLast();
    for (QString& word : words)
        word = word.left(1).toUpper() + word.mid(1).toLower();
    return words.join(u' ');
}

QString escapedPath(const QString& path)
{
    // '#' is what Jekyll encodes beyond Addressable's rules; '?' it lets pass as the start of a query.
    return QString::fromLatin1(QUrl::toPercentEncoding(path, "!$&'()*+,;=:@/?~"));
}

QString unescapedPath(const QString& url) { return QUrl::fromPercentEncoding(url.toUtf8()); }

QString sanitizedUrl(const QString& url)
{
    QString result = u'/' + url;
    result.replace(QStringLiteral(".."), QStringLiteral("/"));
    result.remove(QStringLiteral("./"));
    static const QRegularExpression slashes(QStringLiteral("//+"));
    return result.replace(slashes, QStringLiteral("/"));
}

QString pageUrl(const QString& pattern, const QString& folder, const QString& basename, const QString& outputExtension)
{
    QString url = pattern;
    url.replace(QStringLiteral(":path"), escapedPath(folder));
    url.replace(QStringLiteral(":basename"), escapedPath(basename));
    url.replace(QStringLiteral(":output_ext"), escapedPath(outputExtension));
    return sanitizedUrl(url);
}

QString documentUrl(const QString& pattern, const Placeholders& values)
{
    static const QRegularExpression placeholder(QStringLiteral(":([a-z_]+)"));
    QString url;
    qsizetype done = 0;
    auto found = placeholder.globalMatch(pattern);
    while (found.hasNext()) {
        const auto match = found.next();
        QString name = match.captured(1);
        QString rest;
        if (!values.contains(name) && name.endsWith(u'_')) {
            name.chop(1);
            rest = QStringLiteral("_");
        }
        url += QStringView(pattern).mid(done, match.capturedStart() - done);
        url += values.contains(name) ? escapedPath(values.value(name)) + rest : match.captured();
        done = match.capturedEnd();
    }
    url += QStringView(pattern).mid(done);
    return sanitizedUrl(url);
}

QString withPermalinkSuffix(const QString& pattern, const QString& style)
{
    if (style == u"pretty" || style.endsWith(u'/'))
        return pattern + u'/';
    if (style == u"date" || style == u"ordinal" || style == u"none" || style.endsWith(u":output_ext"))
        return pattern + QStringLiteral(":output_ext");
    return pattern;
}

QString permalinkPattern(const QString& style)
{
    if (style == u"none")
        return QStringLiteral("/:categories/:title:output_ext");
    if (style == u"date")
        return QStringLiteral("/:categories/:year/:month/:day/:title:output_ext");
    if (style == u"ordinal")
        return QStringLiteral("/:categories/:year/:y_day/:title:output_ext");
    if (style == u"pretty")
        return QStringLiteral("/:categories/:year/:month/:day/:title/");
    if (style == u"weekdate")
        return QStringLiteral("/:categories/:year/W:week/:short_day/:title:output_ext");
    return style;
}

QString relativeUrl(const QString& path, const QString& baseUrl)
{
    static const QRegularExpression absolute(QStringLiteral("^[A-Za-z][A-Za-z0-9+.-]*:"));
    if (absolute.match(path).hasMatch())
        return path;
    const auto leading = [](const QString& part) {
        return part.isEmpty() || part.startsWith(u'/') ? part : u'/' + part;
    };
    QString base = leading(baseUrl);
    while (base.endsWith(u'/'))
        base.chop(1);
    return base + leading(path);
}

QString absoluteUrl(const QString& path, const QString& siteUrl, const QString& baseUrl)
{
    static const QRegularExpression absolute(QStringLiteral("^[A-Za-z][A-Za-z0-9+.-]*:"));
    if (absolute.match(path).hasMatch())
        return path;
    return siteUrl + relativeUrl(path, baseUrl);
}

} // namespace lectern::site
