// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/errortext.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

namespace lectern::app {
namespace {

class ErrorText {
    Q_DECLARE_TR_FUNCTIONS(lectern::app::ErrorText)
public:
    static QString opening(const Error& error, const QString& name);
    static QString writing(const Error& error, const QString& name);
    static QString editing(const Error& error, const QString& name);
    static QString working(const Error& error, const QString& name);
    static QString readOnly(const QString& detail, const QString& file);
};

QString ErrorText::opening(const Error& error, const QString& name)
{
    switch (error.code) {
    case ErrorCode::NotFound: return tr("“%1” cannot be opened because it does not exist (any more).").arg(name);
    case ErrorCode::Unreadable: return tr("“%1” cannot be opened because you have no permission to read it.").arg(name);
    case ErrorCode::NotRegularFile:
        return tr("“%1” cannot be opened because it is not an ordinary file.").arg(name);
    case ErrorCode::NotText: return tr("“%1” cannot be opened because it is not a text file.").arg(name);
    case ErrorCode::TooLarge: {
        bool known = false;
        const qint64 size = error.detail.toLongLong(&known);
        return known ? tr("“%1” cannot be opened because it is too large (%2).").arg(name, QLocale().formattedDataSize(size))
                     : tr("“%1” cannot be opened because it is too large.").arg(name);
    }
    case ErrorCode::NotASite:
        if (error.detail == QLatin1StringView("no page"))
            return tr("“%1” has no page to edit: there is no Markdown file with front matter in its root or in _pages.").arg(name);
        return tr("“%1” is not a Jekyll site: neither it nor a folder above it has a _config.yml.").arg(name);
    default: return {};
    }
}

QString ErrorText::writing(const Error& error, const QString& name)
{
    switch (error.code) {
    case ErrorCode::NotWritable:
        return error.detail == QLatin1StringView("hard-linked file")
            ? tr("“%1” was not written because it has a second name (a hard link) that would lose it: make a copy of it, or "
                 "choose another repository; your edits are kept.")
                  .arg(name)
            : tr("“%1” was not written because it, or its folder, is read-only: make it writable, or choose another "
                 "repository; your edits are kept.")
                  .arg(name);
    case ErrorCode::DiskFull:
        return tr("“%1” was not written because the disk is full: free some space and write again; your edits are kept.").arg(name);
    case ErrorCode::ChangedOnDisk:
        return tr("“%1” was not written because another program changed it meanwhile: look at what it changed and write "
                  "again; your edits are kept.")
            .arg(name);
    case ErrorCode::WriteFailed:
        return error.detail.isEmpty()
            ? tr("“%1” could not be written: try again, or choose another repository; your edits are kept.").arg(name)
            : tr("“%1” could not be written (%2): try again, or choose another repository; your edits are kept.")
                  .arg(name, error.detail);
    case ErrorCode::OutsideSite: return tr("“%1” was left alone because it lies outside the site’s folder.").arg(name);
    default: return {};
    }
}

QString ErrorText::editing(const Error& error, const QString& name)
{
    switch (error.code) {
    case ErrorCode::NoSuchAddress: return tr("What you wanted to change is no longer on the page.");
    case ErrorCode::NotEditable: return tr("This part of the page can be changed as source text only.");
    case ErrorCode::InvalidValue: return tr("This value cannot be written here.");
    case ErrorCode::InvalidYaml:
        return error.detail.isEmpty() ? tr("“%1” is not valid YAML.").arg(name)
                                      : tr("“%1” is not valid YAML (%2).").arg(name, error.detail);
    default: return {};
    }
}

QString ErrorText::working(const Error& error, const QString& name)
{
    switch (error.code) {
    case ErrorCode::RenderFailed:
        return error.detail.isEmpty() ? tr("The page cannot be shown.")
                                      : tr("The page cannot be shown: %1.").arg(error.detail);
    case ErrorCode::LimitExceeded: return tr("“%1” is too deep or too complex to be worked with.").arg(name);
    case ErrorCode::ProcessFailed:
        return error.detail.isEmpty() ? tr("A helper program is missing or failed.")
                                      : tr("A helper program is missing or failed: %1.").arg(error.detail);
    case ErrorCode::Cancelled: return tr("It was cancelled; nothing was changed.");
    default: return {};
    }
}

QString ErrorText::readOnly(const QString& detail, const QString& file)
{
    if (detail == QLatin1StringView("read-only folder"))
        return tr("The folder of “%1” is read-only: the page can be edited here, but not written.").arg(file);
    if (detail == QLatin1StringView("read-only file system"))
        return tr("“%1” lies on a drive that is read-only: it can be edited here, but not written.").arg(file);
    if (detail == QLatin1StringView("hard-linked file"))
        return tr("“%1” has a second name (a hard link) that would lose it: it can be edited here, but not written.").arg(file);
    return tr("“%1” is read-only: it can be edited here, but not written.").arg(file);
}

/// "~/sites/me" rather than "/home/me/sites/me".
QString shortPath(const QString& path)
{
    const QString home = QDir::homePath();
    if (home.size() > 1 && (path == home || path.startsWith(home + u'/')))
        return u'~' + path.mid(home.size());
    return path;
}

} // namespace

QString errorText(const Error& error)
{
    const QString name = shortPath(error.path);
    for (const auto words : {ErrorText::opening, ErrorText::writing, ErrorText::editing, ErrorText::working}) {
        const QString sentence = words(error, name);
        if (!sentence.isEmpty())
            return sentence;
    }
    Q_UNREACHABLE();
    return {};
}

QString readOnlyText(const Error& error, const QString& file) { return ErrorText::readOnly(error.detail, file); }

QString writeErrorText(const Error& error)
{
    const QString name = shortPath(error.path);
    if (error.code == ErrorCode::NotFound)
        return QCoreApplication::translate("lectern::app::ErrorText",
            "Nothing was written because “%1” is gone: put it back, or choose another repository; your edits are kept.")
            .arg(name);
    const QString sentence = ErrorText::writing(error, name);
    return sentence.isEmpty()
        ? QCoreApplication::translate("lectern::app::ErrorText", "%1 Nothing was written; your edits are kept.").arg(errorText(error))
        : sentence;
}

} // namespace lectern::app
