// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/languages.h"

#include "core/document/frontmatter.h"
#include "core/document/yamldocument.h"
#include "core/site/pageaddress.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace lectern::site {
namespace {

/// What a page tells of its language, and the names under which its other versions are found.
struct Marked {
    PageVersion version;
    QStringList keys;
};

/// A word without the language at its end ("about_zh", "cv.en"), and that language; empty where there is
/// none.
std::pair<QString, QString> withoutEnding(const QString& word)
{
    static const QRegularExpression ending(QStringLiteral("^(.+?)[_.-]([A-Za-z]+(?:[_-][A-Za-z]{2,4})?)$"));
    const auto match = ending.match(word);
    const QString language = match.hasMatch() ? languageOf(match.captured(2)) : QString();
    return language.isEmpty() ? std::pair(word, QString()) : std::pair(match.captured(1), language);
}

/// The words of a path without those that mean a language, and the language that they mean.
std::pair<QString, QString> withoutLanguage(const QString& path)
{
    QStringList kept;
    QString language;
    for (const QString& segment : path.split(u'/', Qt::SkipEmptyParts)) {
        if (const QString own = languageOf(segment); !own.isEmpty()) {
            language = own;
            continue;
        }
        const auto [word, own] = withoutEnding(segment);
        if (!own.isEmpty())
            language = own;
        kept.append(word.toLower());
    }
    return { kept.join(u'/'), language };
}

/// The language that most letters of a text are of, among those whose letters are their own.
QString languageOfText(const QByteArray& bytes)
{
    qsizetype han = 0;
    qsizetype kana = 0;
    qsizetype hangul = 0;
    qsizetype latin = 0;
    for (const QChar letter : QString::fromUtf8(bytes)) {
        switch (letter.script()) {
        case QChar::Script_Han:
            ++han;
            break;
        case QChar::Script_Hiragana:
        case QChar::Script_Katakana:
            ++kana;
            break;
        case QChar::Script_Hangul:
            ++hangul;
            break;
        case QChar::Script_Latin:
            ++latin;
            break;
        default:
            break;
        }
    }
    // A Chinese word is one or two letters, an English one five; and addresses are Latin everywhere.
    const qsizetype own = han + kana + hangul;
    if (own == 0 || own * 6 < latin)
        return latin > 0 ? QStringLiteral("en") : QString();
    if (hangul > han)
        return QStringLiteral("ko");
    return kana * 4 > own ? QStringLiteral("ja") : QStringLiteral("zh");
}

QString stemOf(const QString& path)
{
    const QString name = path.section(u'/', -1);
    const QString folder = path.section(u'/', 0, -2);
    const QString stem = name.section(u'.', 0, -2);
    return folder.isEmpty() ? stem : folder + u'/' + stem;
}

Marked marked(const FileSource& files, const PageAddresses& addresses, const QString& page)
{
    Marked result { { page, {}, {} }, {} };
    const QByteArray bytes = files.read(page).value_or(QByteArray());
    const auto front = findFrontMatter(bytes);
    const auto yaml = front ? YamlDocument::parse(bytes, front->yaml)
                            : Result<YamlDocument>(Error { ErrorCode::NotFound, page, {} });
    const auto text = [&yaml](const char* key) {
        return yaml ? yaml->text({ QString::fromLatin1(key) }).trimmed() : QString();
    };
    result.version.title = text("title");
    for (const char* key : { "lang", "language", "locale" }) {
        if (result.version.language.isEmpty())
            result.version.language = languageOf(text(key));
    }
    for (const char* key :
        { "ref", "page_id", "lang-ref", "lang_ref", "translation_key", "translation_id", "i18n_key" }) {
        if (const QString name = text(key); !name.isEmpty())
            result.keys.append(QStringLiteral("name ") + name);
    }
    const auto [path, ofPath] = withoutLanguage(stemOf(page));
    QString url = addresses.of(page).url;
    if (url.endsWith(QLatin1StringView(".html")))
        url.chop(5);
    const auto [address, ofAddress] = withoutLanguage(url);
    // "zh.md" and "zh/index.md" are home pages.
    const QString file
        = path.isEmpty() || path == QLatin1StringView("_pages") ? path + QStringLiteral("/index") : path;
    result.keys.append(QStringLiteral("path ") + (file.startsWith(u'/') ? file.mid(1) : file));
    result.keys.append(
        QStringLiteral("address ") + (address == QLatin1StringView("index") ? QString() : address));
    for (const QString& language : { ofPath, ofAddress }) {
        if (result.version.language.isEmpty())
            result.version.language = language;
    }
    return result;
}

/// Fills in the language of pages that have another version and tell none.
void fillLanguages(const FileSource& files, std::vector<PageVersion>& versions, const QString& usual)
{
    const auto isTaken = [&versions](const QString& language) {
        return std::ranges::any_of(
            versions, [&](const PageVersion& other) { return other.language == language; });
    };
    for (PageVersion& version : versions) {
        if (!version.language.isEmpty())
            continue;
        const QString ofText = languageOfText(files.read(version.page).value_or(QByteArray()));
        for (const QString& language : { usual, ofText }) {
            if (version.language.isEmpty() && !language.isEmpty() && !isTaken(language))
                version.language = language;
        }
    }
}

} // namespace

QString languageOf(QStringView word)
{
    static const QHash<QString, QString> known = [] {
        QHash<QString, QString> words;
        for (const char* code : { "en", "zh", "fr", "de", "es", "ja", "ko", "it", "pt", "ru", "nl", "sv",
                 "pl", "tr", "ar", "fa", "vi", "uk", "cs", "fi", "el", "he", "hi", "hu", "ro", "da", "nb" })
            words.insert(QString::fromLatin1(code), QString::fromLatin1(code));
        const std::pair<const char*, const char*> others[] = { { "cn", "zh" }, { "zh-cn", "zh" },
            { "zh-hans", "zh" }, { "zh-sg", "zh" }, { "chinese", "zh" }, { "chn", "zh" }, { "tw", "zh-TW" },
            { "hk", "zh-TW" }, { "zh-tw", "zh-TW" }, { "zh-hk", "zh-TW" }, { "zh-hant", "zh-TW" },
            { "en-us", "en" }, { "en-gb", "en" }, { "english", "en" }, { "eng", "en" }, { "jp", "ja" },
            { "ja-jp", "ja" }, { "japanese", "ja" }, { "kr", "ko" }, { "ko-kr", "ko" }, { "korean", "ko" },
            { "fr-fr", "fr" }, { "french", "fr" }, { "de-de", "de" }, { "german", "de" }, { "es-es", "es" },
            { "spanish", "es" }, { "pt-br", "pt" } };
        for (const auto& [name, code] : others)
            words.insert(QString::fromLatin1(name), QString::fromLatin1(code));
        return words;
    }();
    return known.value(word.toString().toLower().replace(u'_', u'-'));
}

std::vector<std::vector<PageVersion>> pageVersions(const FileSource& files, const QStringList& pages)
{
    const PageAddresses addresses(files);
    std::vector<std::vector<PageVersion>> groups;
    QHash<QString, std::size_t> groupOf;
    for (const QString& page : pages) {
        const Marked own = marked(files, addresses, page);
        const auto known = std::ranges::find_if(
            own.keys, [&groupOf](const QString& key) { return groupOf.contains(key); });
        std::size_t index = groups.size();
        if (known != own.keys.end()) {
            const auto& group = groups[groupOf.value(*known)];
            const bool isOther = std::ranges::none_of(
                group, [&own](const PageVersion& other) { return other.language == own.version.language; });
            if (isOther)
                index = groupOf.value(*known);
        }
        if (index == groups.size())
            groups.emplace_back();
        groups[index].push_back(own.version);
        for (const QString& key : own.keys) {
            if (!groupOf.contains(key))
                groupOf.insert(key, index);
        }
    }
    for (auto& group : groups)
        fillLanguages(files, group, addresses.language());
    return groups;
}

} // namespace lectern::site
