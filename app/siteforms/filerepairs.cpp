// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/siteforms/filerepairs.h"

#include "app/forms/sitefiles.h"
#include "app/workspace/workspace.h"

#include <QFileInfo>
#include <QUrl>

#include <map>

namespace lectern::app {
namespace {

/// Whether the place still says what it said when the mention was found.
bool stillStands(const check::FileMention& mention, const QByteArray& text)
{
    if (mention.range.to > text.size())
        return false;
    QByteArray written = text.sliced(mention.range.from, mention.range.length());
    written.replace("&amp;", "&");
    return (mention.isEncoded ? QUrl::fromPercentEncoding(written) : QString::fromUtf8(written))
        == mention.path;
}

QString endingOf(const QString& name)
{
    return QFileInfo(name).suffix().toLower();
}

} // namespace

Change addressesCorrected(Workspace& workspace, const check::MissingFile& missing, const QString& path)
{
    std::map<QString, Edits> edits;
    // From the last to the first, no edit shifts what is still to come.
    for (auto mention = missing.mentions.rbegin(); mention != missing.mentions.rend(); ++mention) {
        const auto file = workspace.file(mention->file);
        if (!file || !stillStands(*mention, file->bytes()))
            return {};
        edits[mention->file].push_back(
            { mention->range.from, file->bytes().sliced(mention->range.from, mention->range.length()),
                check::writtenPath(*mention, path) });
    }
    Change change;
    for (const auto& [file, ofFile] : edits)
        change.push_back({ file, ofFile });
    return change;
}

Change fileBrought(
    Workspace& workspace, const check::MissingFile& missing, const QString& name, const QByteArray& bytes)
{
    const Edits whole { { 0, {}, bytes } };
    const bool isNameOnly = missing.path.contains(u'/') == false && missing.mentions.front().isNameOnly;
    if (endingOf(name) == endingOf(missing.path) && site::isSitePath(missing.path) && !isNameOnly)
        return { { missing.path, whole } };
    // A value without a folder does not tell where its file belongs: that of pictures, or of documents.
    const SiteFiles files(
        workspace.root(), [&](const QString& path) { return workspace.buffers().value(path); });
    const bool isPicture = endingOf(name) != QLatin1StringView("pdf");
    const QString usual = files.folderFor({}, isPicture ? pictureFolders() : paperFolders());
    const QString folder = isNameOnly ? usual : missing.path.section(u'/', 0, -2);
    const QString path
        = files.pathFor(folder, isNameOnly ? missing.path.section(u'.', 0, -2) + u'.' + endingOf(name) : name,
            isPicture ? QStringLiteral("picture") : QStringLiteral("paper"));
    if (isNameOnly && path.section(u'/', -1) == missing.path)
        return { { path, whole } };
    Change change = addressesCorrected(workspace, missing, path);
    if (!change.empty())
        change.push_back({ path, whole });
    return change;
}

} // namespace lectern::app
