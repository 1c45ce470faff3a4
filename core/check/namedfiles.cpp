// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/namedfiles.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace lectern::check {
namespace {

/// As many letters of a name as tell most names apart.
constexpr qsizetype keyLength = 8;

QString folded(const QString& text)
{
    return text.normalized(QString::NormalizationForm_C).toLower();
}

QString endingOf(const QString& name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    return dot < 0 ? QString() : name.mid(dot);
}

bool isWordLetter(QChar letter)
{
    return letter.isLetterOrNumber() || letter == u'_' || letter == u'-';
}

QString key(QStringView text)
{
    return text.last(std::min(keyLength, text.size())).toString();
}

/// A picture for fine displays goes with the plain one.
QString withoutScale(const QString& name)
{
    static const QRegularExpression scale(QStringLiteral("@[23]x(?=\\.[a-z]+$)"));
    return QString(name).remove(scale);
}

} // namespace

NamedFiles::NamedFiles(const QStringList& files)
    : m_files(files)
{
    for (const QString& file : files) {
        const QString name = folded(file.section(u'/', -1));
        for (const QString& known : QSet<QString> { name, withoutScale(name) }) {
            m_namesByEnding[key(known)].append(known);
            m_endings.insert(endingOf(known));
        }
    }
}

void NamedFiles::look(const QByteArray& bytes)
{
    const QString text = folded(QString::fromUtf8(bytes));
    lookForNames(text);
    if (text.contains(u'%')) {
        const QString decoded = folded(QUrl::fromPercentEncoding(text.toUtf8()));
        if (decoded != text)
            lookForNames(decoded);
    }
    if (text.contains(QLatin1StringView("&amp;")))
        lookForNames(QString(text).replace(QLatin1StringView("&amp;"), QLatin1StringView("&")));
    noteWords(text);
    if (text.contains(QLatin1StringView("static_files")))
        m_listings.append(text);
}

void NamedFiles::lookForNames(const QString& text)
{
    for (const QString& ending : std::as_const(m_endings)) {
        for (qsizetype at = text.indexOf(ending); at >= 0; at = text.indexOf(ending, at + 1)) {
            const qsizetype end = at + ending.size();
            if (end < text.size() && text[end].isLetterOrNumber())
                continue;
            const QStringView before = QStringView(text).first(end);
            // Keys of short names are the names; those of long ones are their last letters.
            for (qsizetype length = std::min(keyLength, end); length >= ending.size(); --length) {
                const auto names = m_namesByEnding.constFind(before.last(length).toString());
                if (names == m_namesByEnding.constEnd())
                    continue;
                for (const QString& name : *names) {
                    const qsizetype start = end - name.size();
                    if (before.endsWith(name) && (start == 0 || !isWordLetter(text[start - 1])))
                        m_named.insert(name);
                }
            }
            const QStringView lead = before.chopped(ending.size());
            if (lead.endsWith(u'}')
                || lead.last(std::min<qsizetype>(lead.size(), 14)).contains(QLatin1StringView("append:")))
                m_builtEndings.insert(ending);
        }
    }
}

void NamedFiles::noteWords(const QString& text)
{
    for (qsizetype from = 0; from < text.size();) {
        if (!isWordLetter(text[from])) {
            ++from;
            continue;
        }
        qsizetype to = from;
        while (to < text.size() && isWordLetter(text[to]))
            ++to;
        m_words.insert(text.sliced(from, to - from));
        from = to;
    }
}

bool NamedFiles::isPutTogether(const QString& file) const
{
    const QString name = folded(file.section(u'/', -1));
    if (m_builtEndings.contains(endingOf(name))) {
        const QString stem = name.chopped(endingOf(name).size());
        const bool isWord = std::ranges::all_of(stem, isWordLetter);
        // A name of several words is not looked for word by word: it counts.
        if (!isWord || m_words.contains(stem))
            return true;
    }
    const QString folder = folded(file.section(u'/', 0, -2));
    const QString last = folder.section(u'/', -1);
    return !last.isEmpty() && std::ranges::any_of(m_listings, [&last](const QString& listing) {
        return listing.contains(last);
    });
}

QStringList NamedFiles::unnamed() const
{
    QStringList files;
    for (const QString& file : m_files) {
        const QString name = folded(file.section(u'/', -1));
        if (!m_named.contains(name) && !m_named.contains(withoutScale(name)) && !isPutTogether(file))
            files.append(file);
    }
    return files;
}

} // namespace lectern::check
