// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/filemention.h"

#include "core/check/pagecontent.h"
#include "core/document/frontmatter.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace lectern::check {
namespace {

constexpr auto ignoringCase = QRegularExpression::CaseInsensitiveOption;

/// Endings of files that are kept in a site as they are. Pages, scripts and styles may be made from others.
const QString& endings()
{
    static const QString list
        = QStringLiteral("png|jpe?g|gif|webp|svg|avif|ico|bmp|tiff?|pdf|bib|zip|tar|gz|pptx?|docx?|xlsx?|"
                         "key|csv|ipynb|mp4|webm|mov|mp3|ogg|wav");
    return list;
}

enum class TextKind { Page, Style, Data, Other };

TextKind kindOf(const QString& file)
{
    const QString ending = file.section(u'.', -1).toLower();
    static const QStringList pages { QStringLiteral("md"), QStringLiteral("markdown"), QStringLiteral("html"),
        QStringLiteral("htm") };
    static const QStringList styles { QStringLiteral("scss"), QStringLiteral("sass"), QStringLiteral("css") };
    static const QStringList data { QStringLiteral("yml"), QStringLiteral("yaml"), QStringLiteral("json"),
        QStringLiteral("bib") };
    return pages.contains(ending) ? TextKind::Page
        : styles.contains(ending) ? TextKind::Style
        : data.contains(ending)   ? TextKind::Data
                                  : TextKind::Other;
}

class Finder {
public:
    Finder(const QString& file, const QByteArray& bytes)
        : m_file(file)
        , m_bytes(bytes)
    {
    }

    std::vector<FileMention> find()
    {
        switch (kindOf(m_file)) {
        case TextKind::Page:
            findValues(QString::fromLatin1(m_bytes.first(contentStart(m_bytes))));
            findAddresses(contentText(m_bytes), FileMention::Base::Here);
            break;
        case TextKind::Style:
            findStyles(withoutComments(QStringLiteral("/\\*.*?(?:\\*/|\\z)|(?<=^|\\s)//[^\\n]*")));
            break;
        case TextKind::Data:
            findValues(withoutComments(QStringLiteral("(?<=^|\\s)#[^\\n]*")));
            findAddresses(withoutComments(QStringLiteral("(?<=^|\\s)#[^\\n]*")), FileMention::Base::Anywhere);
            break;
        case TextKind::Other:
            break;
        }
        std::ranges::sort(m_found, {}, [](const FileMention& mention) { return mention.range.from; });
        const auto same = [](const FileMention& a, const FileMention& b) { return a.range == b.range; };
        m_found.erase(std::unique(m_found.begin(), m_found.end(), same), m_found.end());
        countLines();
        return std::move(m_found);
    }

private:
    void countLines()
    {
        int line = 1;
        qsizetype counted = 0;
        for (FileMention& mention : m_found) {
            line += int(std::count(m_bytes.begin() + counted, m_bytes.begin() + mention.range.from, '\n'));
            counted = mention.range.from;
            mention.line = line;
        }
    }

    [[nodiscard]] QString withoutComments(const QString& comment) const
    {
        QString text = QString::fromLatin1(m_bytes);
        const QRegularExpression pattern(
            comment, QRegularExpression::DotMatchesEverythingOption | QRegularExpression::MultilineOption);
        auto matches = pattern.globalMatch(QString(text));
        while (matches.hasNext()) {
            const auto match = matches.next();
            std::fill(text.begin() + match.capturedStart(), text.begin() + match.capturedEnd(), u' ');
        }
        return text;
    }

    void findAddresses(const QString& text, FileMention::Base base)
    {
        static const QRegularExpression attribute(
            QStringLiteral("\\b(?:src|href|poster|data-src|data)\\s*=\\s*(?:\"((?:\\{\\{.*?\\}\\}|[^\"])*)\"|"
                           "'((?:\\{\\{.*?\\}\\}|[^'])*)')"),
            ignoringCase);
        static const QRegularExpression markdown(
            QStringLiteral("\\]\\(\\s*<?((?:\\{\\{[^}]*\\}\\}|[^)\\s>])+)"));
        static const QRegularExpression definition(
            QStringLiteral("^ {0,3}\\[[^\\]\\n]+\\]:\\s*<?([^\\s>]+)"), QRegularExpression::MultilineOption);
        take(text, attribute, base, false);
        take(text, markdown, base, true);
        take(text, definition, base, true);
        take(text, styleAddress(), base, false);
    }

    void findStyles(const QString& text) { take(text, styleAddress(), FileMention::Base::Anywhere, false); }

    static const QRegularExpression& styleAddress()
    {
        static const QRegularExpression pattern(
            QStringLiteral("\\burl\\(\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\"')\\s]+))\\s*\\)"), ignoringCase);
        return pattern;
    }

    /// Values that are nothing but a path: `avatar: me.png`, `"pdf": "files/a.pdf"`, `pdf = {a.pdf}`.
    void findValues(const QString& text)
    {
        static const QString path = QStringLiteral("[^\\s\"'#{}\\[\\],|<>]+\\.(?:%1)").arg(endings());
        static const QRegularExpression line(
            QStringLiteral("^[ \\t-]*([\\w.-]+)[ \\t]*:[ \\t]*[\"']?(%1)[\"']?[ \\t]*(?:#.*)?\\r?$")
                .arg(path),
            ignoringCase | QRegularExpression::MultilineOption);
        static const QRegularExpression quoted(
            QStringLiteral("\"([\\w.-]+)\"\\s*:\\s*\"(%1)\"").arg(path), ignoringCase);
        static const QRegularExpression braced(
            QStringLiteral("^\\s*([\\w-]+)\\s*=\\s*[{\"](%1)[}\"]").arg(path),
            ignoringCase | QRegularExpression::MultilineOption);
        static const QStringList notFiles { QStringLiteral("exclude"), QStringLiteral("include"),
            QStringLiteral("keep_files"), QStringLiteral("permalink"), QStringLiteral("redirect_from"),
            QStringLiteral("title") };
        for (const QRegularExpression* pattern : { &line, &quoted, &braced }) {
            auto matches = pattern->globalMatch(text);
            while (matches.hasNext()) {
                const auto match = matches.next();
                if (notFiles.contains(match.captured(1)))
                    continue;
                FileMention mention;
                mention.range = { match.capturedStart(2), match.capturedEnd(2) };
                mention.base = FileMention::Base::Anywhere;
                mention.isEncoded = false;
                add(mention);
            }
        }
    }

    void take(const QString& text, const QRegularExpression& pattern, FileMention::Base base, bool isMarkdown)
    {
        auto matches = pattern.globalMatch(text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            const int group = match.lastCapturedIndex();
            FileMention mention;
            mention.range = { match.capturedStart(group), match.capturedEnd(group) };
            mention.base = base;
            mention.isMarkdown = isMarkdown;
            if (withoutLiquid(mention))
                add(mention);
        }
    }

    [[nodiscard]] QString written(TextRange range) const
    {
        return QString::fromLatin1(m_bytes.sliced(range.from, range.length()));
    }

    /// Narrows the range to the path that stands among Liquid; false where Liquid puts it together.
    [[nodiscard]] bool withoutLiquid(FileMention& mention) const
    {
        static const QRegularExpression literal(
            QStringLiteral("^\\s*\\{\\{-?\\s*([\"'])([^\"'{}]+)\\1\\s*(?:\\|([^{}]*))?\\}\\}\\s*$"));
        static const QRegularExpression start(
            QStringLiteral("^\\s*(?:\\{\\{-?\\s*(?:site\\.baseurl|site\\.url|site\\.github\\.url|base_path|"
                           "baseurl)\\b[^{}]*\\}\\})+"));
        const QString text = written(mention.range);
        if (const auto match = literal.match(text); match.hasMatch()) {
            if (match.captured(3).contains(u"append") || match.captured(3).contains(u"replace"))
                return false;
            mention.range
                = { mention.range.from + match.capturedStart(2), mention.range.from + match.capturedEnd(2) };
            mention.base = FileMention::Base::Root;
            return true;
        }
        if (const auto match = start.match(text); match.hasMatch()) {
            mention.range.from += match.capturedEnd();
            mention.base = FileMention::Base::Root;
        }
        return true;
    }

    void add(FileMention mention)
    {
        static const QRegularExpression remote(QStringLiteral("^(?:[A-Za-z][A-Za-z0-9+.-]*:|//)"));
        static const QRegularExpression fileLike(QStringLiteral("\\.(?:%1)$").arg(endings()), ignoringCase);
        QString text = written(mention.range);
        for (const QChar end : { u'?', u'#' }) {
            if (const qsizetype at = text.indexOf(end); at >= 0)
                text.truncate(at);
        }
        while (!text.isEmpty() && text.back().isSpace())
            text.chop(1);
        while (!text.isEmpty() && text.front().isSpace()) {
            text.remove(0, 1);
            ++mention.range.from;
        }
        mention.range.to = mention.range.from + text.size();
        if (remote.match(text).hasMatch() || !fileLike.match(text).hasMatch() || text.contains(u'{')
            || text.contains(u'}') || text.contains(u'$') || text.contains(u'*') || text.contains(u'\n'))
            return;
        QByteArray bytes = text.toLatin1();
        bytes.replace("&amp;", "&");
        mention.path = mention.isEncoded ? QUrl::fromPercentEncoding(bytes) : QString::fromUtf8(bytes);
        if (mention.path.startsWith(u'/')) {
            mention.base = FileMention::Base::Root;
            mention.before = QStringLiteral("/");
        }
        mention.file = m_file;
        m_found.push_back(mention);
    }

    QString m_file;
    QByteArray m_bytes;
    std::vector<FileMention> m_found;
};

} // namespace

std::vector<FileMention> fileMentions(const QString& file, const QByteArray& bytes)
{
    return Finder(file, bytes).find();
}

QByteArray writtenPath(const FileMention& mention, const QString& path)
{
    const QString whole = mention.isNameOnly ? path.section(u'/', -1) : mention.before + path;
    return mention.isEncoded ? QUrl::toPercentEncoding(whole, "/:@!$&*+,;=") : whole.toUtf8();
}

} // namespace lectern::check
