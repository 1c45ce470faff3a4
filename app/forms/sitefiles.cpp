// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/sitefiles.h"

#include <QDir>
#include <QFileInfo>
#include <QMimeData>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace lectern::app {

namespace {

constexpr qsizetype longestName = 60;

/// A repository with such a file cannot be checked out there.
bool isDeviceOfWindows(const QString& stem)
{
    static const QStringList names { QStringLiteral("con"), QStringLiteral("prn"), QStringLiteral("aux"),
        QStringLiteral("nul") };
    const bool isNumbered
        = stem.size() == 4 && (stem.startsWith(u"com") || stem.startsWith(u"lpt")) && stem[3].isDigit();
    return names.contains(stem) || isNumbered;
}

/// Names that differ in case or in how accents are made up are one name on other systems.
QString sameName(const QString& name)
{
    return name.normalized(QString::NormalizationForm_C).toCaseFolded();
}

/// Letters without their accents, small; everything else a hyphen.
QString safeStem(const QString& stem, const QString& fallback)
{
    QString safe;
    for (const QChar character : stem.normalized(QString::NormalizationForm_KD).toLower()) {
        const bool plain = character.unicode() < 128 && (character.isLetterOrNumber() || character == u'_');
        if (plain)
            safe.append(character);
        else if (!character.isMark() && !safe.endsWith(u'-'))
            safe.append(u'-');
    }
    safe.truncate(longestName);
    while (safe.endsWith(u'-') || safe.endsWith(u'_'))
        safe.chop(1);
    // Jekyll leaves out files that begin with an underscore.
    while (safe.startsWith(u'-') || safe.startsWith(u'_'))
        safe.remove(0, 1);
    if (safe.isEmpty())
        return fallback;
    return isDeviceOfWindows(safe) ? fallback + u'-' + safe : safe;
}

QString below(const QString& folder, const QString& name)
{
    return folder.isEmpty() ? name : folder + u'/' + name;
}

/// The part of an address that is a path with a file name at its end: start and length; -1 where there is
/// none.
std::pair<qsizetype, qsizetype> pathPart(const QString& address)
{
    static const QRegularExpression path(
        QStringLiteral("[^\\s'\"{}|()<>?#]*\\.[A-Za-z0-9]+(?=$|[\\s'\"{}|()<>?#])"));
    static const QRegularExpression scheme(QStringLiteral("^\\s*(?:[A-Za-z][A-Za-z0-9+.-]*:|//)"));
    if (scheme.match(address).hasMatch())
        return { -1, 0 };
    auto words = path.globalMatch(address);
    while (words.hasNext()) {
        // In `{{ site.baseurl }}/a.pdf` the first word with a dot is a variable.
        const auto word = words.next();
        if (!word.captured().startsWith(QLatin1StringView("site."))
            && !word.captured().startsWith(QLatin1StringView("page.")))
            return { word.capturedStart(), word.capturedLength() };
    }
    return { -1, 0 };
}

} // namespace

QString safeFileName(const QString& name, const QString& fallback)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    QString suffix;
    for (const QChar character : dot < 0 ? QString() : name.mid(dot + 1).toLower()) {
        if (character.unicode() < 128 && character.isLetterOrNumber())
            suffix.append(character);
    }
    const QString stem = safeStem(dot < 0 ? name : name.first(dot), fallback);
    return suffix.isEmpty() ? stem : stem + u'.' + suffix;
}

QString freePath(
    const QString& folder, const QString& name, const std::function<bool(const QString&)>& isTaken)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString stem = below(folder, dot < 0 ? name : name.first(dot));
    const QString suffix = dot < 0 ? QString() : name.mid(dot);
    QString path = stem + suffix;
    for (int number = 2; isTaken(path); ++number)
        path = stem + u'-' + QString::number(number) + suffix;
    return path;
}

QStringList pictureFolders()
{
    return { QStringLiteral("images"), QStringLiteral("assets/images"), QStringLiteral("assets/img"),
        QStringLiteral("img") };
}

QStringList paperFolders()
{
    return { QStringLiteral("files"), QStringLiteral("papers"), QStringLiteral("assets/pdf"),
        QStringLiteral("assets/papers"), QStringLiteral("assets/files"), QStringLiteral("pdf"),
        QStringLiteral("pdfs"), QStringLiteral("docs") };
}

QStringList droppedFiles(const QMimeData& data)
{
    QStringList files;
    for (const QUrl& url : data.urls()) {
        if (!url.isLocalFile())
            return {};
        files.append(url.toLocalFile());
    }
    return files;
}

bool isPdf(const QByteArray& bytes)
{
    // Readers look for it in the first kilobyte.
    return bytes.first(std::min<qsizetype>(bytes.size(), 1024)).contains("%PDF-");
}

QString AddressStyle::address(const QString& path) const
{
    return before + QString::fromUtf8(QUrl::toPercentEncoding(path, "/")) + after;
}

SiteFiles::SiteFiles(QString root, std::function<QByteArray(const QString&)> pending)
    : m_root(std::move(root))
    , m_pending(std::move(pending))
{
}

std::optional<QString> SiteFiles::knownPath(const QString& written) const
{
    QStringList segments;
    for (const QString& segment : written.split(u'/', Qt::SkipEmptyParts)) {
        if (segment == QLatin1StringView(".."))
            segments.clear(); // above it is what we do not know
        else if (segment != QLatin1StringView("."))
            segments.append(QUrl::fromPercentEncoding(segment.toUtf8()));
    }
    // A site's baseurl may stand in front.
    for (; !segments.isEmpty(); segments.removeFirst()) {
        const QString path = segments.join(u'/');
        const QString folder = segments.mid(0, segments.size() - 1).join(u'/');
        const bool inFolder = !folder.isEmpty() && QFileInfo(QDir(m_root).filePath(folder)).isDir();
        if (inFolder || exists(path))
            return path;
    }
    return std::nullopt;
}

QString SiteFiles::pendingPath(const QString& address) const
{
    const auto [at, length] = pathPart(address);
    const auto path = at < 0 ? std::nullopt : knownPath(address.mid(at, length));
    return path && m_pending && !m_pending(*path).isEmpty() ? *path : QString();
}

QByteArray SiteFiles::pendingBytes(const QString& address) const
{
    const QString path = pendingPath(address);
    return path.isEmpty() ? QByteArray() : m_pending(path);
}

bool SiteFiles::exists(const QString& path) const
{
    return QFileInfo::exists(QDir(m_root).filePath(path)) || (m_pending && !m_pending(path).isEmpty());
}

bool SiteFiles::isTaken(const QString& path) const
{
    const QFileInfo wanted(QDir(m_root).filePath(path));
    const QStringList there = wanted.dir().entryList(QDir::AllEntries | QDir::Hidden | QDir::System);
    const auto isSame
        = [name = sameName(wanted.fileName())](const QString& other) { return sameName(other) == name; };
    return std::any_of(there.begin(), there.end(), isSame) || exists(path);
}

AddressStyle SiteFiles::styleOf(const QString& sample, const QString& start) const
{
    AddressStyle style { start, {}, {}, false };
    const auto [at, length] = pathPart(sample);
    if (at < 0)
        return style;
    const QString written = sample.mid(at, length);
    const auto path = knownPath(written);
    if (!path) {
        style.before = written.startsWith(u'/') ? QStringLiteral("/") : start;
        return style;
    }
    // The path stands at the end of what is written, maybe with other letters encoded.
    qsizetype begin = written.size();
    for (qsizetype slashes = path->count(u'/'); begin > 0; --begin) {
        if (written[begin - 1] == u'/' && slashes-- == 0)
            break;
    }
    style = { sample.first(at + begin), path->section(u'/', 0, -2), sample.mid(at + length), true };
    // What stands behind a "?" or "#" belonged to the sample alone.
    if (style.after.startsWith(u'?') || style.after.startsWith(u'#'))
        style.after.clear();
    return style;
}

QString SiteFiles::folderFor(const AddressStyle& style, const QStringList& usual) const
{
    if (style.isKnown)
        return style.folder;
    for (const QString& folder : usual) {
        if (QFileInfo(QDir(m_root).filePath(folder)).isDir())
            return folder;
    }
    return usual.value(0);
}

QString SiteFiles::pathFor(
    const QString& folder, const QString& name, const QString& fallback, const QStringList& given) const
{
    return freePath(folder, safeFileName(name, fallback),
        [&](const QString& path) { return isTaken(path) || given.contains(path); });
}

FileEdits SiteFiles::removal(const QString& address) const
{
    const QString path = pendingPath(address);
    return path.isEmpty() ? FileEdits() : FileEdits { path, { { 0, m_pending(path), {} } } };
}

QString SiteFiles::pathInSite(const QString& file) const
{
    const QString root = QFileInfo(m_root).canonicalFilePath();
    const QString path = QFileInfo(file).canonicalFilePath();
    return root.isEmpty() || !path.startsWith(root + u'/') ? QString() : path.mid(root.size() + 1);
}

} // namespace lectern::app
