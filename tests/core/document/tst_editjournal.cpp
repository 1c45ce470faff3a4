// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/wholecbor.h"
#include "core/document/editjournal.h"
#include "tests/support/suite.h"

#include <QRandomGenerator>

#include <limits>

using namespace lectern;

class EditJournalTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void whatBreaksOffIsNoValue()
    {
        const QByteArray map("\xa1\x61\x61\x01", 4); // {"a": 1}
        const auto whole = wholeCbor(map);
        QVERIFY(whole.has_value());
        QCOMPARE(whole->toMap()[QStringLiteral("a")].toInteger(), 1);
        // Behind the key, in it, and a map that is open for ever.
        for (const QByteArray& broken : { map.first(3), map.first(2), QByteArray("\xbf\x61\x61", 3), QByteArray(300, '\xbf') })
            QVERIFY2(!wholeCbor(broken), broken.toHex().constData());
    }
    void tellsWhatWasNotExported();
    void exportedEditsAreForgotten();
    void typingCountsOnce();
    void everyTornEndIsAnEarlierState();
    void damageNeverCrashes();
    void whatDoesNotFitEndsTheReading();
    void anotherFileIsNoJournal();
};

namespace {

const QString page = QStringLiteral("_pages/about.md");
const QString config = QStringLiteral("_config.yml");

Change typed(qsizetype at, const QByteArray& text) { return {{page, {{at, {}, text}}}}; }

} // namespace

void EditJournalTest::tellsWhatWasNotExported()
{
    const QByteArray journal = editjournal::head(QStringLiteral("/site"), 1) + editjournal::page(page)
        + editjournal::base(page, "abc") + editjournal::base(config, "x: 1\n")
        + editjournal::step({{page, {{0, "a", "A"}}}, {config, {{3, "1", "2"}}}}, 1000) + editjournal::step(typed(3, "d"), 2000);
    const auto session = readEditJournal(journal);
    QVERIFY(session);
    QCOMPARE(session->root, QStringLiteral("/site"));
    QCOMPARE(session->page, page);
    QCOMPARE(session->edits, 2);
    QCOMPARE(session->firstEdit, 1000);
    QCOMPARE(session->lastEdit, 2000);
    QVERIFY(!session->isTorn);
    QCOMPARE(session->files, (std::vector<RecoveredFile> {{config, "x: 1\n", "x: 2\n"}, {page, "abc", "Abcd"}}));
}

void EditJournalTest::exportedEditsAreForgotten()
{
    const QByteArray journal = editjournal::head({}, 1) + editjournal::base(page, "abc")
        + editjournal::step(typed(3, "d"), 1000) + editjournal::saved(page, "abcd");
    auto session = readEditJournal(journal);
    QVERIFY(session);
    QVERIFY(session->files.empty());
    QCOMPARE(session->edits, 0);
    session = readEditJournal(journal + editjournal::step(typed(4, "e"), 3000));
    QCOMPARE(session->files, (std::vector<RecoveredFile> {{page, "abcd", "abcde"}}));
    QCOMPARE(session->edits, 1);
    QCOMPARE(session->firstEdit, 3000);
}

void EditJournalTest::typingCountsOnce()
{
    QByteArray journal = editjournal::head({}, 1) + editjournal::base(page, "one two");
    for (int i = 0; i < 5; ++i)
        journal += editjournal::step(typed(3 + i, "x"), i);
    journal += editjournal::step(typed(12, "y"), 10);
    QCOMPARE(readEditJournal(journal)->edits, 2);
    // What sums up earlier records says for how many it stands.
    QCOMPARE(readEditJournal(editjournal::head({}, 1) + editjournal::base(page, "a") + editjournal::step(typed(0, "b"), 5, 12)
                 + editjournal::step(typed(2, "c"), 6))
                 ->edits,
        13);
}

void EditJournalTest::everyTornEndIsAnEarlierState()
{
    QByteArray journal = editjournal::head({}, 1) + editjournal::base(page, "start");
    const qsizetype first = journal.size();
    std::vector<std::pair<qsizetype, QByteArray>> states {{first, "start"}};
    QByteArray text = "start";
    for (int i = 0; i < 10; ++i) {
        journal += editjournal::step(typed(i, QByteArray(1, char('a' + i))), i);
        text.insert(i, char('a' + i));
        states.push_back({journal.size(), text});
    }
    for (qsizetype size = first; size <= journal.size(); ++size) {
        const auto session = readEditJournal(journal.first(size));
        QVERIFY(session);
        QByteArray expected;
        for (const auto& [end, state] : states) {
            if (end <= size)
                expected = state;
        }
        const QByteArray now = session->files.empty() ? QByteArray("start") : session->files[0].now;
        QCOMPARE(now, expected);
    }
}

void EditJournalTest::damageNeverCrashes()
{
    QByteArray journal = editjournal::head(QStringLiteral("/x"), 1) + editjournal::base(page, "start");
    for (int i = 0; i < 6; ++i)
        journal += editjournal::step(typed(i, "z"), i);
    QRandomGenerator random(3);
    for (int i = 0; i < 5000; ++i) {
        QByteArray damaged = journal;
        for (int flips = 1 + random.bounded(4); flips > 0; --flips)
            damaged[random.bounded(int(damaged.size()))] = char(random.bounded(256));
        const auto session = readEditJournal(damaged);
        if (!session || session->files.empty())
            continue;
        QCOMPARE(session->files[0].base, QByteArray("start"));
        QVERIFY(QByteArray("zzzzzzstart").endsWith(session->files[0].now));
    }
}

void EditJournalTest::whatDoesNotFitEndsTheReading()
{
    const QByteArray good = editjournal::head({}, 1) + editjournal::base(page, "abc") + editjournal::step(typed(0, "x"), 1);
    for (const Change& wrong : {Change {{page, {{99, {}, "x"}}}}, Change {{page, {{0, "no", {}}}}}, Change {{config, {{0, {}, "x"}}}},
             Change {{page, {{-1, {}, "x"}}}}, Change {{page, {}}},
             Change {{page, {{std::numeric_limits<qsizetype>::max(), "a", "x"}}}}}) {
        const auto session = readEditJournal(good + editjournal::step(wrong, 2) + editjournal::step(typed(0, "y"), 3));
        QVERIFY(session);
        QVERIFY(session->isTorn);
        QCOMPARE(session->files[0].now, QByteArray("xabc"));
    }
}

void EditJournalTest::anotherFileIsNoJournal()
{
    QCOMPARE(readEditJournal("---\ntitle: x\n").error().code, ErrorCode::InvalidValue);
    QCOMPARE(readEditJournal({}).error().code, ErrorCode::InvalidValue);
}

LECTERN_GUILESS_MAIN(EditJournalTest)
#include "tst_editjournal.moc"
