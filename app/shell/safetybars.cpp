// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/safetybars.h"

#include "app/diagnostics/programlog.h"
#include "app/dialogs/changewords.h"
#include "app/dialogs/reviewmodel.h"
#include "app/shell/errortext.h"
#include "app/shell/infobar.h"
#include "app/workspace/safety.h"
#include "app/workspace/workspace.h"

#include <QDateTime>
#include <QDir>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace lectern::app {
namespace {

const QString recoveredId = QStringLiteral("recovered");

/// "14:32", with the day where it is not today.
QString timeWords(qint64 milliseconds)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(milliseconds);
    const QLocale locale;
    return time.date() == QDate::currentDate() ? locale.toString(time.time(), QStringLiteral("HH:mm"))
                                               : locale.toString(time, QLocale::ShortFormat);
}

QString shortText(const QByteArray& bytes)
{
    const QString text = QString::fromUtf8(bytes).simplified();
    return text.size() > 60 ? text.first(59) + u'…' : text;
}

QString questionId(int number) { return QStringLiteral("conflict-%1").arg(number); }

} // namespace

SafetyBars::SafetyBars(Workspace& workspace, Safety& safety, InfoBar& bar, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_safety(safety), m_bar(bar)
{
    connect(&safety, &Safety::lockedElsewhere, this, &SafetyBars::tellLocked);
    connect(&safety.recovery(), &Recovery::recovered, this, &SafetyBars::tellRecovered);
    connect(&safety.recovery(), &Recovery::conflicted, this, &SafetyBars::ask);
    connect(&safety.recovery(), &Recovery::unreadable, this, [this](const QString& path) {
        logNote(QStringLiteral("edits kept for recovery cannot be read"), path);
        m_bar.post({QStringLiteral("unreadable"), Notice::Kind::Warning,
            tr("Edits that were kept for recovery cannot be read. What was kept stays in %1.").arg(QDir::toNativeSeparators(path)), {}});
    });
    connect(&safety, &Safety::reopenFailed, this, [this](const Error& error) {
        logFailure(QStringLiteral("opening the site again"), error);
        m_bar.post({QStringLiteral("reopen"), Notice::Kind::Warning, errorText(error), {}});
    });
    connect(&safety.recovery(), &Recovery::failed, this, [this](const Error& error) {
        logFailure(QStringLiteral("keeping edits for recovery"), error);
        m_bar.post({QStringLiteral("journal"), Notice::Kind::Warning,
            tr("Edits cannot be kept for recovery at the moment, so export often."), errorText(error)});
    });
    connect(&safety.recovery(), &Recovery::mended, this, [this] {
        m_bar.post({QStringLiteral("journal"), Notice::Kind::Info, tr("Edits are kept for recovery again."), {}, {}, undoBarMilliseconds});
    });
    connect(&safety, &Safety::snapshotFailed, this, [this](const Error& error) {
        logFailure(QStringLiteral("keeping an earlier version"), error);
        // Once is enough: every export and every few minutes of editing would say it again.
        if (!std::exchange(m_toldOfSnapshots, true))
            m_bar.post({QStringLiteral("snapshots"), Notice::Kind::Warning,
                tr("Earlier versions of files cannot be kept at the moment."), errorText(error)});
    });
    connect(&safety.outside(), &OutsideChanges::tookIn, this, &SafetyBars::tellTookIn);
    connect(&safety.outside(), &OutsideChanges::conflicted, this, &SafetyBars::ask);
    connect(&safety.outside(), &OutsideChanges::becameSame, this,
        [this](const QString& file) { forgetWhere([&](const Question& question) { return question.file == file; }); });
    connect(&safety.outside(), &OutsideChanges::lost, this, &SafetyBars::tellLost);
    connect(&safety.outside(), &OutsideChanges::unmerged, this, [this](const QString& file) {
        m_bar.post({QStringLiteral("trouble-") + file, Notice::Kind::Warning,
            tr("git left conflict marks in “%1”: resolve them there, and the file is read again by itself.").arg(file), {}});
    });
    connect(&safety.outside(), &OutsideChanges::mended, this,
        [this](const QString& file) { m_bar.dismiss(QStringLiteral("trouble-") + file); });
    connect(&workspace, &Workspace::changed, this, &SafetyBars::follow);
    connect(&workspace, &Workspace::opened, this, [this] {
        while (!m_questions.empty())
            forget(m_questions.back().number);
        m_bar.dismiss(recoveredId);
        if (!m_workspace.isReadOnly())
            m_bar.dismiss(QStringLiteral("locked"));
    });
    tellExports();
}

void SafetyBars::tellExports()
{
    for (const publish::RecoveredExport& ended : m_safety.recoveredExports()) {
        const QString files = ended.files.join(QStringLiteral(", "));
        const QString folder = QDir::toNativeSeparators(ended.target);
        switch (ended.end) {
        case publish::RecoveredExport::End::Finished:
            m_bar.post({{}, Notice::Kind::Info, tr("An export to %1 had been cut short and is finished now: %2.").arg(folder, files), {}});
            break;
        case publish::RecoveredExport::End::RolledBack:
            m_bar.post({{}, Notice::Kind::Info,
                tr("An export to %1 had been cut short; nothing of it was written: %2.").arg(folder, files), {}});
            break;
        case publish::RecoveredExport::End::Unfinished:
            m_bar.post({{}, Notice::Kind::Warning,
                tr("An export to %1 was cut short and could not be finished: look at %2 there.").arg(folder, files), {}});
            break;
        }
    }
}

void SafetyBars::tellRecovered(const RecoveryReport& report)
{
    QString text = tr("Recovered %n edit(s) from %1.", nullptr, report.edits).arg(timeWords(report.since));
    if (report.wasMerged)
        text += u' ' + tr("The file had been changed by another program, and both were merged.");
    if (!report.unplaced.isEmpty())
        text += u' ' + tr("Not there any more, but kept among the earlier versions: %1.").arg(report.unplaced.join(QStringLiteral(", ")));
    const int edits = report.edits;
    std::vector<Notice::Action> actions {{tr("Show"), [this] { Q_EMIT reviewRequested(); }}, {tr("Keep"), {}}};
    if (!report.files.isEmpty())
        actions.push_back({tr("Discard…"), [this, edits] { askDiscard(edits); }});
    m_bar.post({recoveredId, Notice::Kind::Info, text, report.files.join(u'\n'), actions});
}

void SafetyBars::askDiscard(int edits)
{
    // The second step: a slip of the pointer must not cost an hour's work.
    m_bar.post({recoveredId, Notice::Kind::Warning,
        tr("Discard %n recovered edit(s)? Their text stays among the earlier versions.", nullptr, edits), {},
        {{tr("Discard them"), [this] { m_safety.recovery().discard(); }}, {tr("Keep them"), {}}}});
}

void SafetyBars::tellTookIn(const OutsideChange& change)
{
    // What the other program took back is no version to choose any more.
    forgetWhere([&](const Question& question) {
        return question.file == change.file && !change.after.contains(question.conflict.theirs);
    });
    const QStringList words = fileChangeWords(change.file, change.before, change.after);
    if (words.isEmpty())
        return;
    QString text = change.wasEdited ? tr("Another program changed “%1”; your edits are kept beside: %2").arg(change.file, words.first())
                                    : tr("Another program changed “%1”: %2").arg(change.file, words.first());
    if (words.size() > 1)
        text += u' ' + tr("(and %n more)", nullptr, int(words.size() - 1));
    m_bar.post({QStringLiteral("outside-") + change.file, Notice::Kind::Info, text, words.join(u'\n'), {},
        change.wasEdited ? 0 : undoBarMilliseconds});
}

void SafetyBars::ask(const QString& file, const std::vector<publish::MergeConflict>& conflicts)
{
    // The other program may have changed the same place once more: the newer question is the one to answer.
    for (const publish::MergeConflict& conflict : conflicts) {
        forgetWhere([&](const Question& question) {
            const TextRange asked = question.conflict.range;
            return question.file == file
                && (asked.from == conflict.range.from
                    || (asked.from < conflict.range.to && conflict.range.from < asked.to));
        });
    }
    // The last one posted is shown first.
    for (auto conflict = conflicts.rbegin(); conflict != conflicts.rend(); ++conflict) {
        const int number = ++m_lastNumber;
        m_questions.push_back({number, file, *conflict});
        const auto version
            = [](const QString& text) { return text.isEmpty() ? tr("deleted") : tr("“%1”").arg(text); };
        const auto [mine, theirs]
            = shortenedApart(QString::fromUtf8(conflict->mine), QString::fromUtf8(conflict->theirs));
        m_bar.post({ questionId(number), Notice::Kind::Warning,
            tr("Changed both here and by another program in “%1”. Here: %2. There: %3.")
                .arg(file, version(mine), version(theirs)),
            tr("Before: %1").arg(shortText(conflict->base)),
            { { tr("Keep mine"), [this, number] { forget(number); } },
                { tr("Take theirs"), [this, number] { takeTheirs(number); } } } });
    }
}

void SafetyBars::forget(int number)
{
    std::erase_if(m_questions, [number](const Question& question) { return question.number == number; });
    m_bar.dismiss(questionId(number));
}

void SafetyBars::forgetWhere(const std::function<bool(const Question&)>& isPast)
{
    std::vector<int> past;
    for (const Question& question : m_questions) {
        if (isPast(question))
            past.push_back(question.number);
    }
    for (const int number : past)
        forget(number);
}

void SafetyBars::takeTheirs(int number)
{
    const auto question = std::find_if(
        m_questions.begin(), m_questions.end(), [number](const Question& other) { return other.number == number; });
    if (question == m_questions.end())
        return;
    const Question chosen = *question;
    forget(number);
    const auto buffer = m_workspace.file(chosen.file);
    if (!buffer || chosen.conflict.range.to > buffer->size())
        return;
    m_workspace.push({{chosen.file, {replacement(buffer->bytes(), chosen.conflict.range, chosen.conflict.theirs)}}},
        tr("Take the other program’s version"), EditSource::Repair);
}

void SafetyBars::follow(const Change& change)
{
    for (const FileEdits& file : change) {
        for (Question& question : m_questions) {
            if (question.file != file.file)
                continue;
            for (const Edit& edit : file.edits)
                question.conflict.range = mapped(question.conflict.range, edit);
        }
    }
}

void SafetyBars::tellLost(const QString& file, const Error& error)
{
    logFailure(QStringLiteral("reading a file of the page again"), error);
    const bool siteIsGone = !QDir(m_workspace.root()).exists();
    const QString text = siteIsGone
        ? tr("The folder %1 is gone. Your edits are kept here; put the folder back, or export to another repository.")
              .arg(QDir::toNativeSeparators(m_workspace.root()))
        : tr("“%1” is gone or cannot be read any more. Your edits are kept here; put the file back, or export to another repository.")
              .arg(file);
    std::vector<Notice::Action> actions;
    if (!siteIsGone && error.code == ErrorCode::NotFound && !m_workspace.isReadOnly())
        actions.push_back({tr("Write it anew…"), [this, file] { writeAnew(file); }});
    m_bar.post({QStringLiteral("trouble-") + file, Notice::Kind::Warning, text, errorText(error), actions});
}

/// The review then shows the whole file as a new one, and its button writes it.
void SafetyBars::writeAnew(const QString& file)
{
    m_workspace.markSaved(file, {});
    Q_EMIT reviewRequested();
}

void SafetyBars::tellLocked()
{
    m_bar.post({QStringLiteral("locked"), Notice::Kind::Warning,
        tr("This site is open in another window of Lectern, so it can be looked at here, but not edited."), {},
        {{tr("Try again"), [this] { m_safety.retryLock(); }}}});
}

} // namespace lectern::app
