// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 at random moments of an editing session in the real window: what was typed is there at the next
// start, and the repository is as it was before or after an export, never between.
#include "app/workspace/sitelock.h"
#include "app/workspace/workspace.h"
#include "core/publish/exportjournal.h"
#include "tests/faults/editscript.h"
#include "tests/support/faultsweep.h"
#include "tests/support/guimain.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <chrono>
#include <csignal>

using namespace lectern;

class KilledSessionTest : public test::Suite {
    Q_OBJECT
public:
    KilledSessionTest();
private Q_SLOTS:
    void case04_killedAtRandomMoments();
    void case04_everyFaultOfTheJournal_data();
    void case04_everyFaultOfTheJournal();
};

namespace {

/// What the script makes of the site, without any file written: hashes of all states, and of those that are
/// exported.
struct Foreseen {
    std::vector<QByteArray> states; ///< [0]: as opened
    QList<QByteArray> exported;
};

Foreseen foreseen(quint32 seed, int steps)
{
    QTemporaryDir folder;
    test::makeScriptSite(folder.path());
    app::Workspace workspace;
    Foreseen seen;
    if (!workspace.open(folder.path()))
        return seen;
    seen.states.push_back(test::stateHash(workspace));
    seen.exported.append(seen.states.front());
    test::EditScript script(seed);
    for (int i = 0; i < steps; ++i) {
        if (script.next(workspace) == test::EditScript::Step::WantsExport) {
            seen.exported.append(test::stateHash(workspace));
            for (const QString& file : workspace.changedFiles())
                workspace.markSaved(file, workspace.file(file)->bytes());
        }
        seen.states.push_back(test::stateHash(workspace));
    }
    return seen;
}

QByteArray firstWord(const QByteArray& line, int word)
{
    return line.split(' ').value(word);
}

/// Hash of what the repository holds, and every file in it.
QByteArray onDisk(const QString& site)
{
    app::Workspace workspace;
    return workspace.open(site) ? test::stateHash(workspace) : QByteArray();
}

QStringList files(const QString& folder)
{
    QStringList all;
    QDirIterator entries(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (entries.hasNext())
        all.append(QDir(folder).relativeFilePath(entries.next()));
    all.sort();
    return all;
}

constexpr int foreseenSteps = 1500;

int wantedKills()
{
    return test::numberFromEnvironment("LECTERN_KILLS", 12);
}
bool isLongRun()
{
    return wantedKills() >= 100;
}

/// What the session prints up to a random step and, where the kill is to hit an export, up to the next one's
/// beginning.
QByteArray outputUntil(QProcess& session, int step, bool inExport)
{
    QByteArray output = session.readAllStandardOutput();
    qsizetype from = 0;
    const auto isThere = [&] {
        if (output.count('\n') < step)
            return false;
        if (from == 0)
            from = output.size();
        return !inExport || output.indexOf("\nexport ", from - 1) >= 0
            || output.count('\n') > foreseenSteps - 100;
    };
    while (!isThere() && session.waitForReadyRead(test::patience))
        output += session.readAllStandardOutput();
    return output;
}

/// Spends a random part of a time without giving the processor away.
void passPartOf(std::chrono::nanoseconds time, QRandomGenerator& random)
{
    QElapsedTimer moment;
    moment.start();
    const qint64 wait = random.bounded(int(time.count()));
    while (moment.nsecsElapsed() < wait) { }
}

} // namespace

KilledSessionTest::KilledSessionTest()
{
    // A kill takes two seconds on an idle machine; a row of the journal's faults at most sixty starts under
    // strace.
    test::allowForEachFunction(
        std::max(std::chrono::seconds(isLongRun() ? 1800 : 300), std::chrono::seconds(20 * wantedKills())));
}

void KilledSessionTest::case04_killedAtRandomMoments()
{
    const int kills = wantedKills();
    const quint32 seed = 20;
    const Foreseen seen = foreseen(seed, foreseenSteps);
    QVERIFY(seen.states.size() > size_t(foreseenSteps));
    QRandomGenerator random(5);
    int lost = 0;
    int mostLost = 0;
    int during = 0;
    for (int kill = 0; kill < kills; ++kill) {
        QTemporaryDir folder;
        const QString site = folder.filePath(QStringLiteral("site"));
        const QString data = folder.filePath(QStringLiteral("data"));
        test::makeScriptSite(site);
        const QStringList repository = files(site);
        QProcess session;
        session.start(QStringLiteral(EDITSESSION_PROGRAM), { site, data, QString::number(seed) });
        QVERIFY(session.waitForReadyRead(test::patience));
        // A random step, and then a random moment within one; every third in an export, which is short and
        // rare.
        const bool inExport = kill % 3 == 0;
        QByteArray output = outputUntil(session, 1 + random.bounded(700), inExport);
        passPartOf(std::chrono::milliseconds(inExport ? 12 : 3), random);
        ::kill(pid_t(session.processId()), SIGKILL);
        session.waitForFinished(test::patience);
        output += session.readAllStandardOutput();
        int made = 0;
        bool exporting = false;
        for (const QByteArray& line : output.split('\n')) {
            made = std::max(made, firstWord(line, 0).toInt());
            exporting = line.startsWith("export ") || (exporting && !line.startsWith("exported "));
        }
        during += exporting ? 1 : 0;

        QProcess again;
        again.start(QStringLiteral(EDITSESSION_PROGRAM), { site, data });
        QVERIFY(again.waitForFinished(test::patience));
        const QByteArray recovered = firstWord(again.readAllStandardOutput().trimmed(), 1);
        // The step after the last one that was told may have been made as well.
        int found = -1;
        for (int state = made + 1; state >= 0 && found < 0; --state) {
            if (seen.states[size_t(state)] == recovered)
                found = state;
        }
        QVERIFY2(found >= 0,
            qPrintable(QStringLiteral("kill %1 after step %2: a state that never was").arg(kill).arg(made)));
        lost += std::max(0, made - found);
        mostLost = std::max(mostLost, made - found);
        QVERIFY2(seen.exported.contains(onDisk(site)),
            qPrintable(QStringLiteral("kill %1: the repository is between two exports").arg(kill)));
        QCOMPARE(files(site), repository);
        for (const QString& file : files(data))
            QVERIFY2(!file.contains(QLatin1StringView(".lectern-")), qPrintable(file));
    }
    qInfo("%d kills, %d of them during an export; steps lost: %d in all, %d at most", kills, during, lost,
        mostLost);
    // 500 steps are a second of this session: what is allowed to be lost.
    QVERIFY(mostLost < 500);
    QVERIFY2(
        !isLongRun() || during >= kills / 20, "too few of the kills were during an export to say anything");
}

void KilledSessionTest::case04_everyFaultOfTheJournal_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("what");
    for (const char* call : { "write", "fsync", "fdatasync", "rename", "renameat2", "unlink", "openat" }) {
        for (const char* what : { "error=EIO", "error=ENOSPC", "signal=SIGKILL" })
            QTest::addRow("%s %s", call, what) << QString::fromLatin1(call) << QString::fromLatin1(what);
    }
}

/// The recovery journal under faults: whatever fails, the session goes on, and after it what was recovered is
/// a state that was. Only calls that concern the safety data are counted.
void KilledSessionTest::case04_everyFaultOfTheJournal()
{
    if (!test::canInjectFaults())
        QSKIP("strace is not installed, or may not trace here");
    QFETCH(QString, call);
    QFETCH(QString, what);
    constexpr int steps = 60;
    const quint32 seed = 21;
    const Foreseen seen = foreseen(seed, steps);
    const int most = isLongRun() ? 60 : 4;
    for (int when = 1; when <= most; ++when) {
        QTemporaryDir folder;
        const QString site = folder.filePath(QStringLiteral("site"));
        const QString data = folder.filePath(QStringLiteral("data"));
        test::makeScriptSite(site);
        const QString recovery = data + QStringLiteral("/recovery");
        QDir().mkpath(recovery);
        const auto run = test::runWithFault(QStringLiteral(EDITSESSION_PROGRAM),
            { site, data, QString::number(seed), QString::number(steps) },
            { call, what, { recovery, recovery + u'/' + app::pathKey(site) + QStringLiteral(".edits") } },
            when);
        if (!run.wasInjected)
            break;
        QProcess again;
        again.start(QStringLiteral(EDITSESSION_PROGRAM), { site, data });
        QVERIFY(again.waitForFinished(test::patience));
        const QByteArray recovered = firstWord(again.readAllStandardOutput().trimmed(), 1);
        QVERIFY2(std::find(seen.states.begin(), seen.states.end(), recovered) != seen.states.end(),
            qPrintable(QStringLiteral("%1 %2 number %3").arg(call, what).arg(when)));
        QVERIFY(seen.exported.contains(onDisk(site)));
    }
}

LECTERN_GUI_MAIN(KilledSessionTest)
#include "tst_killedsession.moc"
