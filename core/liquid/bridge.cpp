// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/liquid/bridge.h"

#include "core/liquid/rubytext.h"

#include <QDateTime>

namespace lectern::liquid {

namespace {

QJSValue orUndefined(const std::optional<QString>& text)
{
    return text ? QJSValue(*text) : QJSValue();
}
QJSValue orUndefined(const std::optional<QByteArray>& text)
{
    return text ? QJSValue(QString::fromUtf8(*text)) : QJSValue();
}

/// Findings that come once per place are enough: a loop would repeat one for each round.
constexpr std::size_t mostDiagnostics = 200;

} // namespace

Bridge::Bridge(Host host, const Options& options)
    : m_host(std::move(host))
    , m_now(options.time)
    , m_zone(options.timeZone)
{
    if (!m_zone.isValid())
        m_zone = QTimeZone::utc();
}

Bridge::Job Bridge::begin(
    const Template& source, std::vector<Token> tokens, const std::optional<QByteArray>& content)
{
    Job outer = std::exchange(m_job, { {}, content.value_or(QByteArray()), {}, true });
    addFrame(source, std::move(tokens));
    return outer;
}

Diagnostics Bridge::end(Job outer)
{
    Diagnostics found = std::move(m_job.diagnostics);
    m_job = std::move(outer);
    return found;
}

void Bridge::clearSkeletons()
{
    m_skeletons.clear();
}

int Bridge::addFrame(Template source, std::vector<Token> tokens, const QString& trail)
{
    const QByteArray skeleton = liquid::skeletonOf(source.text, tokens);
    auto known = m_skeletons.constFind(skeleton);
    if (known == m_skeletons.cend())
        known = m_skeletons.insert(skeleton, m_nextSkeleton++);
    m_job.frames.push_back({ std::move(source), std::move(tokens), *known });
    const int frame = int(m_job.frames.size()) - 1;
    const std::vector<Token>& all = m_job.frames.back().tokens;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].kind == Token::Kind::Unclosed)
            report(frame, int(i), QStringLiteral("liquid.syntax"), QStringLiteral("not properly terminated"),
                trail);
        else if (all[i].kind == Token::Kind::Raw && i + 1 == all.size()
            && all[i].range.to == m_job.frames.back().source.text.size())
            report(frame, int(i) - 1, QStringLiteral("liquid.syntax"),
                QStringLiteral("'raw' tag was never closed"), trail);
    }
    return frame;
}

QString Bridge::expand(int number)
{
    if (values.isLate(number))
        m_job.isRepeatable = false;
    return values.expand(number);
}

QString Bridge::content()
{
    m_job.isRepeatable = false;
    return QString::fromUtf8(m_job.content);
}

QString Bridge::literal(int frame, int token)
{
    // The first frame's text is what is typed; that of an included file is part of what stays the same.
    m_job.isRepeatable = m_job.isRepeatable && frame > 0;
    const Frame& from = m_job.frames[std::size_t(frame)];
    const TextRange range = from.tokens[std::size_t(token)].range;
    return QString::fromUtf8(QByteArrayView(from.source.text).sliced(range.from, range.length()));
}

int Bridge::include(const QString& name, bool relative, const QString& trail)
{
    const auto& find = relative ? m_host.includeRelative : m_host.include;
    std::optional<Template> found = find ? find(name) : std::nullopt;
    if (!found)
        return -1;
    std::vector<Token> tokens = split(found->text);
    return addFrame(std::move(*found), std::move(tokens), trail);
}

QString Bridge::skeletonText(int frame) const
{
    const Frame& from = m_job.frames[std::size_t(frame)];
    return QString::fromUtf8(skeletonJson(from.source.text, from.tokens));
}

/// Where the include tags of a trail stand, the nearest first: "FILE:BYTE".
QStringList Bridge::placesOf(const QString& trail) const
{
    QStringList places;
    for (const QString& step : trail.split(u',', Qt::SkipEmptyParts)) {
        const Frame& at = m_job.frames[step.section(u' ', 0, 0).toUInt()];
        const qsizetype token = step.section(u' ', 1).toLongLong();
        const qsizetype inText
            = token < qsizetype(at.tokens.size()) ? at.tokens[std::size_t(token)].range.from : 0;
        places.prepend(at.source.file + u':' + QString::number(at.source.offset + inText));
    }
    return places;
}

void Bridge::report(int frame, int token, const QString& code, const QString& argument, const QString& trail)
{
    if (m_job.diagnostics.size() >= mostDiagnostics)
        return;
    const Frame& at = m_job.frames[std::size_t(frame)];
    TextRange range { 0, at.source.text.size() };
    if (token >= 0 && std::size_t(token) < at.tokens.size())
        range = at.tokens[std::size_t(token)].range;
    const Diagnostic diagnostic { Severity::Error, code, at.source.file, range.shifted(at.source.offset),
        QStringList { argument } + placesOf(trail) };
    for (const Diagnostic& present : m_job.diagnostics) {
        if (present == diagnostic)
            return;
    }
    m_job.diagnostics.push_back(diagnostic);
}

QString Bridge::convert(const QString& filter, const QString& text) const
{
    const auto& converter = filter == QStringLiteral("markdownify") ? m_host.markdownify
        : filter == QStringLiteral("smartify")                      ? m_host.smartify
        : filter == QStringLiteral("scssify")                       ? m_host.scssify
                                                                    : m_host.sassify;
    return converter ? QString::fromUtf8(converter(text.toUtf8())) : text;
}

QJSValue Bridge::highlight(const QString& code, const QString& language, bool lines) const
{
    return m_host.highlight ? orUndefined(m_host.highlight(code.toUtf8(), language, lines)) : QJSValue();
}

QJSValue Bridge::pluginTag(const QString& name, const QString& markup) const
{
    return m_host.tag ? orUndefined(m_host.tag(name, markup)) : QJSValue();
}

QJSValue Bridge::link(const QString& path) const
{
    return m_host.link ? orUndefined(m_host.link(path)) : QJSValue();
}

QJSValue Bridge::postUrl(const QString& name) const
{
    return m_host.postUrl ? orUndefined(m_host.postUrl(name)) : QJSValue();
}

int Bridge::utcOffset(double seconds) const
{
    return m_zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(qint64(seconds), Qt::UTC));
}

QString Bridge::zoneName(double seconds) const
{
    return m_zone.abbreviation(QDateTime::fromSecsSinceEpoch(qint64(seconds), Qt::UTC));
}

QString Bridge::normalizeUrl(const QString& url) const
{
    return normalizedUrl(url);
}
QString Bridge::escapeComponent(const QString& text) const
{
    return escapedComponent(text);
}
QString Bridge::slugify(const QString& text, const QString& mode) const
{
    return slugified(text, mode);
}

QString Bridge::countWords(const QString& text) const
{
    const auto [ideographs, words] = countedWords(text);
    return QStringLiteral("%1 %2").arg(ideographs).arg(words);
}

QJSValue Bridge::percentDecode(const QString& text) const
{
    const QByteArray bytes = percentDecoded(text.toUtf8());
    const QString decoded = QString::fromUtf8(bytes);
    return decoded.toUtf8() == bytes ? QJSValue(decoded) : QJSValue();
}

QString Bridge::toBase64(const QString& text, bool urlSafe) const
{
    return QString::fromLatin1(
        text.toUtf8().toBase64(urlSafe ? QByteArray::Base64UrlEncoding : QByteArray::Base64Encoding));
}

QJSValue Bridge::fromBase64(const QString& text, bool urlSafe) const
{
    QByteArray encoded = text.toLatin1();
    if (!urlSafe && encoded.size() % 4 != 0)
        return {};
    const auto options = (urlSafe ? QByteArray::Base64UrlEncoding : QByteArray::Base64Encoding)
        | QByteArray::AbortOnBase64DecodingErrors;
    const auto result = QByteArray::fromBase64Encoding(std::move(encoded), options);
    return result ? QJSValue(QString::fromUtf8(*result)) : QJSValue();
}

} // namespace lectern::liquid
