// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/linediff.h"
#include "tests/support/suite.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace lectern;

class LineDiffTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void hunksTurnOneTextIntoTheOther();
    void gitAppliesTheUnifiedDiff();
    void equalTextsHaveNoDifference();
};

namespace {

QByteArray randomLines(QRandomGenerator& random)
{
    QByteArray text;
    const int count = int(random.bounded(12));
    for (int i = 0; i < count; ++i)
        text += QByteArray(1, char('a' + random.bounded(4))) + '\n';
    if (!text.isEmpty() && random.bounded(3) == 0)
        text.chop(1);
    return text;
}

} // namespace

void LineDiffTest::hunksTurnOneTextIntoTheOther()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 3000; ++round) {
        const QByteArray before = randomLines(random);
        const QByteArray after = randomLines(random);
        QByteArray rebuilt;
        qsizetype at = 0;
        for (const publish::Hunk& hunk : publish::lineDiff(before, after)) {
            rebuilt += before.sliced(at, hunk.before.from - at);
            QCOMPARE(rebuilt.size(), hunk.after.from);
            rebuilt += after.sliced(hunk.after.from, hunk.after.length());
            at = hunk.before.to;
        }
        rebuilt += before.sliced(at);
        QCOMPARE(rebuilt, after);
    }
}

void LineDiffTest::gitAppliesTheUnifiedDiff()
{
    if (QStandardPaths::findExecutable(QStringLiteral("git")).isEmpty())
        QSKIP("git is not installed");
    QRandomGenerator random(8);
    QTemporaryDir folder;
    for (int round = 0; round < 60; ++round) {
        const QByteArray before = randomLines(random) + "tail\n";
        const QByteArray after = randomLines(random) + "tail\n";
        if (before == after)
            continue;
        QFile file(folder.filePath(QStringLiteral("page.md")));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(before);
        file.close();
        QProcess git;
        git.setWorkingDirectory(folder.path());
        git.start(QStringLiteral("git"), {QStringLiteral("apply"), QStringLiteral("-")});
        git.write(publish::unifiedDiff(before, after, QStringLiteral("page.md")));
        git.closeWriteChannel();
        QVERIFY(git.waitForFinished(test::patience));
        QVERIFY2(git.exitCode() == 0, git.readAllStandardError().constData());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), after);
        file.close();
    }
}

void LineDiffTest::equalTextsHaveNoDifference()
{
    QVERIFY(publish::lineDiff("a\nb", "a\nb").empty());
    QVERIFY(publish::unifiedDiff("a\nb", "a\nb", QStringLiteral("x")).isEmpty());
}

LECTERN_GUILESS_MAIN(LineDiffTest)
#include "tst_linediff.moc"
