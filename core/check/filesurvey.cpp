// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/filesurvey.h"

#include "core/base/plaintext.h"
#include "core/check/namedfiles.h"
#include "core/site/sitereader.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <algorithm>
#include <map>

namespace lectern::check {
namespace {

/// A text larger than this was made by a program.
constexpr qsizetype mostText = 4 * 1024 * 1024;

QString endingOf(const QString& path)
{
    return path.section(u'/', -1).section(u'.', 1).section(u'.', -1).toLower();
}

bool isListedWhenUnused(const QString& path)
{
    static const QStringList endings { QStringLiteral("png"), QStringLiteral("jpg"), QStringLiteral("jpeg"),
        QStringLiteral("gif"), QStringLiteral("webp"), QStringLiteral("svg"), QStringLiteral("avif"),
        QStringLiteral("bmp"), QStringLiteral("pdf") };
    // Browsers and phones ask for these by their names.
    static const QRegularExpression askedFor(
        QStringLiteral(
            "(?:^|/)(?:favicon|apple-touch-icon|android-chrome|mstile|safari-pinned-tab|icon-)[^/]*$"),
        QRegularExpression::CaseInsensitiveOption);
    return endings.contains(endingOf(path)) && !askedFor.match(path).hasMatch() && !path.startsWith(u'.')
        && !path.contains(QLatin1StringView("/."));
}

/// What is surely no text, by its ending: it is not read.
bool isBinary(const QString& path)
{
    static const QStringList endings
        = QStringLiteral("png jpg jpeg gif webp avif ico bmp tif tiff pdf zip tar gz bz2 xz 7z ppt "
                         "pptx doc docx xls xlsx key mp4 webm mov mp3 ogg wav woff woff2 ttf otf eot")
              .split(u' ');
    return endings.contains(endingOf(path));
}

bool isText(const QByteArray& bytes)
{
    return bytes.size() <= mostText && looksLikeText(bytes.first(std::min<qsizetype>(bytes.size(), 8192)));
}

/// The part of a text that may name files: a drawing's own name stands in it, too.
QByteArray namingPart(const QString& file, const QByteArray& bytes)
{
    if (endingOf(file) != u"svg")
        return bytes;
    static const QRegularExpression address(QStringLiteral("href\\s*=\\s*[\"'][^\"']*"));
    QByteArray part;
    auto matches = address.globalMatch(QString::fromUtf8(bytes));
    while (matches.hasNext())
        part += matches.next().captured().toUtf8() + '\n';
    return part;
}

class Survey {
public:
    Survey(const site::FileSource& files, const std::function<bool()>& isStopped)
        : m_files(files)
        , m_isStopped(isStopped)
        , m_list(files.list())
        , m_known(m_list.begin(), m_list.end())
    {
        site::SiteReader reader(0, std::nullopt,
            [](const site::EntryPointer&, const QByteArray& text, site::Site::Shown) { return text; });
        m_site = reader.read(files);
        m_base = m_site->config().text(QStringLiteral("baseurl"));
        while (m_base.endsWith(u'/'))
            m_base.chop(1);
        for (const QString& file : m_list)
            m_byName[file.section(u'/', -1).toLower()].append(file);
    }

    FileSurvey make()
    {
        FileSurvey survey;
        findUnused(survey);
        findTexts();
        for (auto text = m_texts.cbegin(); text != m_texts.cend() && !stopped(); ++text) {
            for (FileMention& mention :
                fileMentions(text.key(), m_files.read(text.key()).value_or(QByteArray())))
                check(std::move(mention), text.value());
        }
        for (auto& [path, missing] : m_missing)
            survey.missing.push_back(std::move(missing));
        return survey;
    }

private:
    [[nodiscard]] bool stopped() const { return m_isStopped && m_isStopped(); }

    void findUnused(FileSurvey& survey) const
    {
        QStringList candidates;
        std::ranges::copy_if(m_list, std::back_inserter(candidates), isListedWhenUnused);
        NamedFiles named(candidates);
        for (const QString& file : m_list) {
            if (stopped())
                return;
            if (isBinary(file))
                continue;
            if (const auto bytes = m_files.read(file); bytes && isText(*bytes))
                named.look(namingPart(file, *bytes));
        }
        for (const QString& file : named.unnamed()) {
            const QFileInfo info(QDir(m_files.root()).filePath(file));
            const bool isWritten = !m_files.root().isEmpty() && info.exists();
            const qint64 size = isWritten ? info.size() : m_files.read(file).value_or(QByteArray()).size();
            // A new file that was taken back leaves an empty buffer.
            if (isWritten || size > 0)
                survey.unused.push_back({ file, size, isWritten });
        }
    }

    /// The texts that take part in the published site, with the address of those that are pages.
    void findTexts()
    {
        std::vector<site::EntryPointer> entries = m_site->pages();
        for (const site::CollectionConfig& collection : m_site->config().collections()) {
            const site::Entries& documents = m_site->documents(collection.label);
            entries.insert(entries.end(), documents.begin(), documents.end());
        }
        for (const site::EntryPointer& entry : entries) {
            if (entry->path.isEmpty() || (entry->kind == site::Entry::Kind::Page && !entry->published))
                continue;
            m_texts.insert(entry->path, entry->published ? entry->url : QString());
            addIncludes(entry->path);
        }
        const QString layouts = m_site->config().folder(QStringLiteral("layouts_dir")) + u'/';
        const QString data = m_site->config().folder(QStringLiteral("data_dir")) + u'/';
        for (const QString& file : m_list) {
            const bool isLayout = file.startsWith(layouts);
            const bool isStyle
                = endingOf(file) == u"scss" || endingOf(file) == u"sass" || endingOf(file) == u"css";
            if (isLayout)
                addIncludes(file);
            if ((isLayout || file.startsWith(data) || isStyle || file == site::Config::fileOf(m_files))
                && !m_texts.contains(file))
                m_texts.insert(file, {});
        }
    }

    void addIncludes(const QString& file)
    {
        static const QRegularExpression include(
            QStringLiteral(R"(\{%-?\s*(include|include_cached|include_relative)\s+["']?([^\s"'%{}]+))"));
        auto matches = include.globalMatch(QString::fromUtf8(m_files.read(file).value_or(QByteArray())));
        while (matches.hasNext()) {
            const auto match = matches.next();
            const bool isRelative = match.captured(1) == u"include_relative";
            const QString folder = isRelative ? file.section(u'/', 0, -2)
                                              : m_site->config().folder(QStringLiteral("includes_dir"));
            const QString path = folder.isEmpty() ? match.captured(2) : folder + u'/' + match.captured(2);
            if (!m_known.contains(path) || m_texts.contains(path))
                continue;
            // What a page includes by itself stands where the page stands.
            m_texts.insert(path, isRelative ? m_texts.value(file) : QString());
            addIncludes(path);
        }
    }

    void check(FileMention mention, const QString& url)
    {
        const QString path = placeOf(mention, url);
        if (path.isEmpty())
            return;
        MissingFile& missing = m_missing[path];
        missing.path = path;
        missing.likely = likely(path);
        missing.mentions.push_back(std::move(mention));
    }

    [[nodiscard]] bool isThere(const QString& path) const
    {
        if (m_known.contains(path))
            return true;
        const site::UrlTarget target = m_site->at(u'/' + path);
        return target.entry || target.file;
    }

    [[nodiscard]] bool isThereAnywhere(const QString& path) const
    {
        const auto files = m_byName.value(path.section(u'/', -1).toLower());
        return std::ranges::any_of(
            files, [&path](const QString& file) { return file == path || file.endsWith(u'/' + path); });
    }

    /// The path at which the mentioned file should be and is not; empty where it is. Fills in how another
    /// path is written.
    QString placeOf(FileMention& mention, const QString& url) const
    {
        using Base = FileMention::Base;
        if (mention.base == Base::Root) {
            QString path = QDir::cleanPath(mention.path);
            while (path.startsWith(u'/'))
                path.remove(0, 1);
            const QString base = m_base.mid(1) + u'/';
            if (base.size() > 1 && path.startsWith(base)) {
                mention.before = m_base + u'/';
                path.remove(0, base.size());
            }
            return isThere(path) || (!mention.isEncoded && isThereAnywhere(path)) ? QString() : path;
        }
        if (mention.base == Base::Anywhere || url.isEmpty()) {
            QString path = QDir::cleanPath(mention.path);
            while (path.startsWith(QLatin1StringView("../")))
                path.remove(0, 3);
            mention.isNameOnly = !mention.path.contains(u'/');
            mention.before = mention.isEncoded ? m_base + u'/' : QString();
            return isThereAnywhere(path) ? QString() : path;
        }
        const QString folder = url.section(u'/', 0, -2).mid(1);
        const QString path = QDir::cleanPath(folder.isEmpty() ? mention.path : folder + u'/' + mention.path);
        mention.before
            = folder.isEmpty() ? QString() : QStringLiteral("../").repeated(folder.count(u'/') + 1);
        // Links of Markdown may be relative to the file, too: the publisher rewrites them.
        const QString beside = QDir::cleanPath(mention.file.section(u'/', 0, -2) + u'/' + mention.path);
        const bool isBeside = mention.isMarkdown && m_known.contains(beside);
        return isThere(path) || isBeside ? QString() : path;
    }

    [[nodiscard]] QString likely(const QString& path) const
    {
        const auto isPublic
            = [](const QString& file) { return !file.startsWith(u'_') && !file.startsWith(u'.'); };
        const QString name = path.section(u'/', -1).toLower();
        QStringList found;
        std::ranges::copy_if(m_byName.value(name), std::back_inserter(found), isPublic);
        if (!found.isEmpty())
            return found.size() == 1 ? found.front() : QString();
        // The same picture in another format.
        const QString stem = name.section(u'.', 0, -2);
        for (const QString& ending :
            { QStringLiteral("png"), QStringLiteral("jpg"), QStringLiteral("jpeg"), QStringLiteral("webp"),
                QStringLiteral("gif"), QStringLiteral("svg"), QStringLiteral("avif") }) {
            if (endingOf(name) != QLatin1StringView("pdf"))
                std::ranges::copy_if(
                    m_byName.value(stem + u'.' + ending), std::back_inserter(found), isPublic);
        }
        return found.size() == 1 ? found.front() : QString();
    }

    const site::FileSource& m_files;
    const std::function<bool()>& m_isStopped;
    QStringList m_list;
    QSet<QString> m_known;
    std::shared_ptr<const site::Site> m_site;
    QString m_base;
    QHash<QString, QStringList> m_byName; ///< by lower-case name
    QHash<QString, QString> m_texts; ///< with the address of those that are published as pages
    std::map<QString, MissingFile> m_missing;
};

} // namespace

FileSurvey surveyFiles(const site::FileSource& files, const std::function<bool()>& isStopped)
{
    return Survey(files, isStopped).make();
}

} // namespace lectern::check
