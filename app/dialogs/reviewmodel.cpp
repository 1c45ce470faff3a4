// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/reviewmodel.h"

#include "app/dialogs/changewords.h"
#include "core/publish/changereport.h"
#include "core/publish/linediff.h"
#include "core/publish/pageimages.h"

#include <QCoreApplication>
#include <QLocale>

namespace lectern::app {
namespace {

bool touches(TextRange a, TextRange b) { return a.from <= b.to && b.from <= a.to; }

/// The edits that restore the lines in which `change` shows; the later ones first, so that offsets hold.
Edits takeBackOf(const publish::PageChange& change, const std::vector<publish::Hunk>& hunks, const QByteArray& before,
    const QByteArray& after)
{
    Edits edits;
    for (auto hunk = hunks.rbegin(); hunk != hunks.rend(); ++hunk) {
        const bool inNew = !change.afterRange.isEmpty() && touches(hunk->after, change.afterRange);
        const bool inOld = !change.beforeRange.isEmpty() && touches(hunk->before, change.beforeRange);
        if (inNew || inOld)
            edits.push_back({hunk->after.from, after.sliced(hunk->after.from, hunk->after.length()),
                before.sliced(hunk->before.from, hunk->before.length())});
    }
    return edits;
}

/// Where a byte of one side stands in the other; within lines that differ, where those begin.
qsizetype counterpart(
    const std::vector<publish::Hunk>& hunks, qsizetype at, TextRange publish::Hunk::*here, TextRange publish::Hunk::*there)
{
    qsizetype shift = 0;
    for (const publish::Hunk& hunk : hunks) {
        if ((hunk.*here).from > at)
            break;
        if (at < (hunk.*here).to)
            return (hunk.*there).from;
        shift = (hunk.*there).to - (hunk.*here).to;
    }
    return at + shift;
}

void addPage(Review& review, const publish::EditedFile& file, const QStringList& owner)
{
    const auto before = profile::readProfile(SourceFile(file.opened), {owner});
    const auto after = profile::readProfile(SourceFile(file.now), {owner});
    const auto hunks = publish::lineDiff(file.opened, file.now);
    for (const publish::PageChange& change : publish::pageChanges(before, after)) {
        ReviewRow row {file.path, changeWords(change), takeBackOf(change, hunks, file.opened, file.now),
            change.beforeRange, change.afterRange};
        // The side that has nothing of it stands at the same place.
        if (row.before.isEmpty())
            row.before.from = row.before.to = counterpart(hunks, row.after.from, &publish::Hunk::after, &publish::Hunk::before);
        else if (row.after.isEmpty())
            row.after.from = row.after.to = counterpart(hunks, row.before.from, &publish::Hunk::before, &publish::Hunk::after);
        review.rows.push_back(row);
    }
}

/// A picture or a PDF: what is told of it is its name and its size.
void addAttachment(Review& review, const publish::EditedFile& file)
{
    if (file.now.isEmpty())
        return;
    const QString size = QLocale().formattedDataSize(file.now.size());
    const QString words
        = (publish::isPdfPath(file.path) ? QCoreApplication::translate("ChangeWords", "New PDF %1 (%2)")
                                         : QCoreApplication::translate("ChangeWords", "New picture %1 (%2)"))
              .arg(file.path, size);
    review.rows.push_back({file.path, words, {Edit {0, file.now, file.opened}}, {}, {}});
}

void addOther(Review& review, const publish::EditedFile& file)
{
    for (const publish::Hunk& hunk : publish::lineDiff(file.opened, file.now)) {
        const QByteArray old = file.opened.sliced(hunk.before.from, hunk.before.length());
        const QByteArray now = file.now.sliced(hunk.after.from, hunk.after.length());
        const auto line = [](const QByteArray& bytes) { return QString::fromUtf8(bytes).simplified().left(70); };
        const QString words = QCoreApplication::translate("ChangeWords", "%1: “%2” → “%3”").arg(file.path, line(old), line(now));
        review.rows.push_back({file.path, words, {Edit {hunk.after.from, now, old}}, hunk.before, hunk.after});
    }
}

bool isPage(const QString& path)
{
    return path.endsWith(QStringLiteral(".md")) || path.endsWith(QStringLiteral(".markdown"));
}

} // namespace

QStringList fileChangeWords(const QString& path, const QByteArray& before, const QByteArray& after)
{
    Review review;
    if (isPage(path))
        addPage(review, {path, before, after}, {});
    else
        addOther(review, {path, before, after});
    QStringList words;
    for (const ReviewRow& row : review.rows)
        words.append(row.words);
    return words;
}

Review reviewOf(Workspace& workspace)
{
    Review review;
    const QString owner = workspace.profile().ownerName;
    for (const QString& path : workspace.changedFiles()) {
        const auto buffer = workspace.file(path);
        if (!buffer)
            continue;
        review.files.push_back({path, workspace.savedBytes(path), buffer->bytes()});
        if (isPage(path))
            addPage(review, review.files.back(), owner.isEmpty() ? QStringList() : QStringList {owner});
        else if (publish::isPicturePath(path) || publish::isPdfPath(path))
            addAttachment(review, review.files.back());
        else
            addOther(review, review.files.back());
    }
    return review;
}

} // namespace lectern::app
