// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/liquid/rubytext.h"

#include <QByteArray>
#include <QChar>
#include <QHash>
#include <QList>
#include <QRegularExpression>
#include <QStringList>

namespace lectern::liquid {

namespace {

constexpr QByteArrayView pathCharacters("!$&'()*+,;=:@");
constexpr QByteArrayView queryCharacters("!$'()*+,;=:@/?&");
constexpr QByteArrayView fragmentCharacters("!$&'()*+,;=:@/?");
constexpr QByteArrayView reservedCharacters(":/?#[]@!$&'()*+,;=");

QByteArray encoded(const QByteArray& bytes, QByteArrayView allowed)
{
    return bytes.toPercentEncoding(allowed.toByteArray());
}

QByteArray normalizedPart(const QString& part, QByteArrayView allowed)
{
    const QByteArray plain = percentDecoded(part.toUtf8());
    const QString text = QString::fromUtf8(plain);
    if (text.toUtf8() != plain)
        return encoded(plain, allowed);
    return encoded(text.normalized(QString::NormalizationForm_KC).toUtf8(), allowed);
}

QString withoutDots(const QString& path)
{
    if (!path.contains(u'.'))
        return path;
    QStringList out;
    const QStringList parts = path.split(u'/');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool last = i + 1 == parts.size();
        if (parts[i] == u'.' || parts[i] == QStringLiteral("..")) {
            if (parts[i].size() == 2 && out.size() > 1)
                out.removeLast();
            if (last)
                out.append(QString());
        } else {
            out.append(parts[i]);
        }
    }
    return out.join(u'/');
}

/// What I18n.transliterate makes of Latin letters that do not decompose.
const QHash<char32_t, QString>& transliterations()
{
    static const QHash<char32_t, QString> table {
        {U'\u00c6', QStringLiteral("AE")}, {U'\u00e6', QStringLiteral("ae")}, {U'\u00d0', QStringLiteral("D")},
        {U'\u00f0', QStringLiteral("d")}, {U'\u00d8', QStringLiteral("O")}, {U'\u00f8', QStringLiteral("o")},
        {U'\u00de', QStringLiteral("Th")}, {U'\u00fe', QStringLiteral("th")}, {U'\u00df', QStringLiteral("ss")},
        {U'\u0110', QStringLiteral("D")}, {U'\u0111', QStringLiteral("d")}, {U'\u0126', QStringLiteral("H")},
        {U'\u0127', QStringLiteral("h")}, {U'\u0131', QStringLiteral("i")}, {U'\u0141', QStringLiteral("L")},
        {U'\u0142', QStringLiteral("l")}, {U'\u0152', QStringLiteral("OE")}, {U'\u0153', QStringLiteral("oe")},
        {U'\u0166', QStringLiteral("T")}, {U'\u0167', QStringLiteral("t")}, {U'\u00d7', QStringLiteral("x")},
        {U'\u0132', QStringLiteral("IJ")}, {U'\u0133', QStringLiteral("ij")}, {U'\u0138', QStringLiteral("k")},
        {U'\u0149', QStringLiteral("'n")}, {U'\u014a', QStringLiteral("NG")}, {U'\u014b', QStringLiteral("ng")},
    };
    return table;
}

QString transliterated(const QString& text)
{
    QString out;
    for (const char32_t c : text.toUcs4()) {
        if (c < 0x80) {
            out += QChar(char16_t(c));
            continue;
        }
        const auto special = transliterations().constFind(c);
        if (special != transliterations().cend()) {
            out += *special;
            continue;
        }
        const QString parts = QString::fromUcs4(&c, 1).normalized(QString::NormalizationForm_D);
        out += c < 0x180 && parts[0].unicode() < 0x80 ? parts[0] : QChar(u'?');
    }
    return out;
}

bool keepsInSlug(char32_t c, const QString& mode)
{
    if (mode == QStringLiteral("raw"))
        return !(c == U' ' || (c >= U'\t' && c <= U'\r'));
    if (mode == QStringLiteral("ascii"))
        return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    if (mode == QStringLiteral("pretty") && c < 0x80 && QStringLiteral("._~!$&'()+,;=@").contains(QChar(char16_t(c))))
        return true;
    return QChar::isLetter(c) || QChar::isMark(c) || QChar::category(c) == QChar::Number_DecimalDigit;
}

bool isIdeographic(char32_t c)
{
    const QChar::Script script = QChar::script(c);
    return script == QChar::Script_Han || script == QChar::Script_Katakana || script == QChar::Script_Hiragana
        || script == QChar::Script_Hangul;
}

} // namespace

QByteArray percentDecoded(const QByteArray& text)
{
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
    QByteArray out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && isHex(text[i + 1]) && isHex(text[i + 2])) {
            out += char(text.mid(i + 1, 2).toInt(nullptr, 16));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

QString normalizedUrl(const QString& url)
{
    static const QRegularExpression parts(
        QStringLiteral("^(?:([^:/?#]+):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?$"),
        QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = parts.match(url);
    if (!match.hasMatch())
        return url;
    const bool hasAuthority = match.hasCaptured(2);
    QStringList segments;
    for (const QString& segment : match.captured(3).trimmed().split(u'/'))
        segments.append(QString::fromLatin1(normalizedPart(segment, pathCharacters)));
    QString path = withoutDots(segments.join(u'/'));
    QString out;
    const QString scheme = match.captured(1).toLower();
    static const QStringList withRoot { QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("ftp"),
        QStringLiteral("tftp") };
    if (path.isEmpty() && withRoot.contains(scheme))
        path = QStringLiteral("/");
    if (match.hasCaptured(1))
        out += scheme + u':';
    if (hasAuthority) {
        QString authority = match.captured(2).toLower();
        const QString port = scheme == QStringLiteral("https") ? QStringLiteral(":443")
            : scheme == QStringLiteral("http")                 ? QStringLiteral(":80")
                                                               : QString();
        if (!port.isEmpty() && authority.endsWith(port))
            authority.chop(port.size());
        out += QStringLiteral("//") + authority;
    }
    out += path;
    if (match.hasCaptured(4))
        out += u'?' + QString::fromLatin1(normalizedPart(match.captured(4), queryCharacters));
    if (match.hasCaptured(5))
        out += u'#' + QString::fromLatin1(normalizedPart(match.captured(5), fragmentCharacters));
    return out;
}

QString escapedComponent(const QString& text)
{
    return QString::fromLatin1(normalizedPart(text, reservedCharacters));
}

QString slugified(const QString& text, const QString& mode)
{
    const QString source = mode == QStringLiteral("latin") ? transliterated(text) : text;
    QString slug;
    bool pending = false;
    for (const char32_t c : source.toUcs4()) {
        if (!keepsInSlug(c, mode)) {
            pending = true;
            continue;
        }
        if (pending)
            slug += u'-';
        pending = false;
        slug += QString::fromUcs4(&c, 1);
    }
    if (pending)
        slug += u'-';
    if (slug.startsWith(u'-'))
        slug.remove(0, 1);
    if (slug.endsWith(u'-'))
        slug.chop(1);
    return slug.toLower();
}

std::pair<int, int> countedWords(const QString& text)
{
    int ideographs = 0;
    int words = 0;
    bool inWord = false;
    for (const char32_t c : text.toUcs4()) {
        if (isIdeographic(c)) {
            ++ideographs;
            inWord = false;
        } else if (c == U' ' || (c >= U'\t' && c <= U'\r')) {
            inWord = false;
        } else if (!inWord) {
            inWord = true;
            ++words;
        }
    }
    return {ideographs, words};
}

} // namespace lectern::liquid
