// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/references.h"

#include <QRegularExpression>
#include <QUrl>

namespace lectern::check {
namespace {

bool isLocal(const QString& address)
{
    static const QRegularExpression scheme(QStringLiteral("^(?:[a-zA-Z][a-zA-Z0-9+.-]*:|//)"));
    return !address.isEmpty() && !address.contains(u"{{") && !address.contains(u"{%")
        && !scheme.match(address).hasMatch();
}

QString baseUrl(const Subject& subject)
{
    QString base = subject.site() ? subject.site()->config().text(QStringLiteral("baseurl")) : QString();
    while (base.endsWith(u'/'))
        base.chop(1);
    return base;
}

/// Letters and digits alone, in lower case.
QString bare(const QString& anchor)
{
    QString result;
    for (const QChar c : anchor) {
        if (c.isLetterOrNumber())
            result += c.toCaseFolded();
    }
    return result;
}

} // namespace

std::vector<Reference> localReferences(const Subject& subject)
{
    static const QRegularExpression forms(
        QStringLiteral(
            "<(img|source|video|audio|embed|iframe|a|object)\\b(?=[^<>]*?\\s(?:src|href|poster|data)\\s*=)"
            "[^<>]*?\\s(?:src|href|poster|data)\\s*=\\s*(?:\"([^\"<>]*)\"|'([^'<>]*)')"
            "|(!?)\\[(?:[^\\[\\]\\n]|\\[[^\\[\\]\\n]*\\])*\\]\\(\\s*<?([^)\\s>]+)"),
        QRegularExpression::CaseInsensitiveOption);
    std::vector<Reference> references;
    auto matches = forms.globalMatch(subject.contentText());
    while (matches.hasNext()) {
        const auto match = matches.next();
        const int group = match.hasCaptured(2) ? 2 : match.hasCaptured(3) ? 3 : 5;
        const TextRange range { match.capturedStart(group), match.capturedEnd(group) };
        if (range.isEmpty())
            continue;
        const QString address
            = QString::fromUtf8(subject.bytes().sliced(range.from, range.length())).trimmed();
        const QString tag = match.captured(1).toLower();
        const bool isPicture = group == 5 ? !match.captured(4).isEmpty() : tag != u"a";
        if (isLocal(address))
            references.push_back({ address, range, isPicture });
    }
    // A picture inside a link's text: `[![](a.png)](b)` begins both.
    static const QRegularExpression inner(QStringLiteral("(?<=\\[)!\\[[^\\]\\n]*\\]\\(\\s*<?([^)\\s>]+)"));
    auto pictures = inner.globalMatch(subject.contentText());
    while (pictures.hasNext()) {
        const auto match = pictures.next();
        const QString address
            = QString::fromUtf8(subject.bytes().sliced(match.capturedStart(1), match.capturedLength(1)));
        const TextRange range { match.capturedStart(1), match.capturedEnd(1) };
        const bool isKnown = std::any_of(
            references.begin(), references.end(), [range](const Reference& r) { return r.range == range; });
        if (isLocal(address) && !isKnown)
            references.push_back({ address, range, true });
    }
    return references;
}

QString sitePathOf(const Subject& subject, const QString& address)
{
    const QString base = baseUrl(subject);
    const QString here
        = base + (subject.rendered().url.isEmpty() ? QStringLiteral("/") : subject.rendered().url);
    QString target = address.section(u'#', 0, 0).section(u'?', 0, 0);
    if (target.isEmpty())
        return subject.rendered().url;
    target = QUrl::fromPercentEncoding(target.toUtf8());
    QUrl url;
    url.setPath(here);
    QUrl relative;
    relative.setPath(target);
    QString path = target.startsWith(u'/') ? target : url.resolved(relative).path();
    if (!base.isEmpty() && (path == base || path.startsWith(base + u'/')))
        path = path.mid(base.size());
    return path.startsWith(u'/') ? path : u'/' + path;
}

bool isPublished(const Subject& subject, const QString& path)
{
    if (subject.site()) {
        const site::UrlTarget target = subject.site()->at(path);
        if (target.entry || target.file || path == u"/")
            return true;
    }
    return !subject.files().stamp(path.mid(1)).isEmpty();
}

QString likelyAnchor(const Subject& subject, const QString& anchor)
{
    constexpr qsizetype shortest = 3;
    const QString wanted = bare(anchor);
    if (wanted.size() < shortest)
        return {};
    QStringList equal;
    QStringList similar;
    for (const QString& known : subject.anchors()) {
        const QString key = bare(known);
        if (key == wanted)
            equal.append(known);
        else if (key.size() >= shortest
            && (key.startsWith(wanted) || wanted.startsWith(key) || key.endsWith(wanted)))
            similar.append(known);
    }
    if (equal.size() == 1)
        return equal.constFirst();
    return equal.isEmpty() && similar.size() == 1 ? similar.constFirst() : QString();
}

} // namespace lectern::check
