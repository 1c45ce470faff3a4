// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/checker.h"

#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QFileInfo>

using namespace lectern;

/// On real pages: every repair applies, touches only what it says, can be undone, and leaves its rule silent
/// about it.
class CheckPagesTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void repairsAreSafeAndIdempotent_data();
    void repairsAreSafeAndIdempotent();
    void theSeedIsOfferedItsRepair();
};

namespace {

struct Page {
    QString root;
    QString path;
};

/// A page of the corpus by its site's folder; the seed is a lone file.
Page pageAt(const QString& path)
{
    const qsizetype cut = path.indexOf(u"/site/");
    return cut < 0 ? Page { QFileInfo(path).absolutePath(), QFileInfo(path).fileName() }
                   : Page { path.left(cut + 5), path.mid(cut + 6) };
}

qsizetype countOf(const check::Findings& findings, const QString& code)
{
    return std::count_if(
        findings.begin(), findings.end(), [&](const check::Finding& f) { return f.what.code == code; });
}

} // namespace

void CheckPagesTest::repairsAreSafeAndIdempotent_data()
{
    QTest::addColumn<QString>("path");
    const QStringList pages = test::corpusPages();
    if (pages.isEmpty())
        QSKIP("the corpus is not here");
    for (const QString& path : pages)
        QTest::newRow(qPrintable(path.section(u'/', -4))) << path;
}

void CheckPagesTest::repairsAreSafeAndIdempotent()
{
    QFETCH(QString, path);
    const Page page = pageAt(path);
    check::Checker checker;
    const auto findings = checker.check(*site::siteFiles(page.root), page.path);
    QVERIFY(findings);
    // Of each code the first few: the rest is more of the same.
    constexpr int mostOfACode = 3;
    QHash<QString, int> tried;
    for (const check::Finding& finding : *findings) {
        if (finding.repair.empty() || tried[finding.what.code]++ >= mostOfACode)
            continue;
        site::Buffers buffers;
        for (const FileEdits& edits : finding.repair) {
            const QByteArray before = test::bytesOf(page.root + u'/' + edits.file);
            QVERIFY2(applies(before, edits.edits), qPrintable(finding.what.code));
            const QByteArray after = applied(before, edits.edits);
            QVERIFY2(after != before, qPrintable(finding.what.code));
            QCOMPARE(applied(after, inverted(edits.edits)), before);
            buffers.insert(edits.file, after);
        }
        const auto left = checker.check(*site::siteFiles(page.root, buffers), page.path);
        QVERIFY(left);
        QVERIFY2(countOf(*left, finding.what.code) < countOf(*findings, finding.what.code),
            qPrintable(finding.what.code));
    }
}

void CheckPagesTest::theSeedIsOfferedItsRepair()
{
    if (test::seedPath().isEmpty())
        QSKIP("the seed page is not here");
    const Page page = pageAt(test::seedPath());
    check::Checker checker;
    const auto findings = checker.check(*site::siteFiles(page.root), page.path);
    QVERIFY(findings);
    QCOMPARE(countOf(*findings, QStringLiteral("text.mojibake")), 1);
    QCOMPARE(countOf(*findings, QStringLiteral("markdown.unclosed-tag")), 2);
    for (const check::Finding& finding : *findings)
        QVERIFY2(!finding.repair.empty(), qPrintable(finding.what.code));
}

LECTERN_GUILESS_MAIN(CheckPagesTest)
#include "tst_check_pages.moc"
