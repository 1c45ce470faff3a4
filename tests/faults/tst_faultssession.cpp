// SPDX-License-Identifier: GPL-3.0-or-later
// Fault cases about a session: crashes, and other programs that change its files. Case 4 and 5 with kill -9
// are in tst_killedsession, a second window and a broken home in tst_faultshome.
#include "app/diagnostics/logfile.h"
#include "app/forms/editorpanel.h"
#include "app/forms/textbox.h"
#include "app/shell/editorcolumn.h"
#include "app/source/sourceeditor.h"
#include "app/source/sourcepanel.h"
#include "core/base/atomicfile.h"
#include "tests/faults/faultsite.h"
#include "tests/support/guimain.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QUndoStack>

#include <fcntl.h>
#include <unistd.h>

using namespace lectern;

class FaultsSessionTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void case04_recoveredEditsAreShownAndDiscardedInTwoSteps();
    void case04_aFailedSyncIsToldAndMadeGood();
    void case07_aCleanFileIsReadAgainInPlace();
    void case07_caretAndScrollStayWithTheirText();
    void case08_differentItemsMergeSilently_data();
    void case08_differentItemsMergeSilently();
    void case08_theSameFieldIsAskedAbout();
    void case08_longVersionsAreShownWhereTheyDiffer();
    void case08_theSameFieldChangedAgainIsAskedOnce();
    void case08_mineCanBeKept();
    void case08_aStormOfCheckoutsEndsAtTheLast();
    void case23_conflictMarksAreNotTakenIn();

private:
    [[nodiscard]] QString bar() const { return m_site->window().bar().text(); }
    std::unique_ptr<test::FaultSite> m_site;
};

void FaultsSessionTest::init()
{
    Suite::init();
    m_site = std::make_unique<test::FaultSite>();
}

void FaultsSessionTest::case04_recoveredEditsAreShownAndDiscardedInTwoSteps()
{
    QVERIFY(m_site->open());
    m_site->type("Hello", "Good day");
    m_site->type("one", "first");
    QVERIFY(m_site->open()); // nothing was closed: as after a crash
    QVERIFY2(bar().startsWith(QStringLiteral("Recovered 2 edit")), qPrintable(bar()));
    QVERIFY(m_site->buffer().contains("Good day"));
    m_site->window().bar().trigger(2); // Discard…
    QVERIFY2(bar().startsWith(QStringLiteral("Discard 2 recovered edit")), qPrintable(bar()));
    QVERIFY(m_site->buffer().contains("Good day"));
    m_site->window().bar().trigger(1); // Keep them
    QVERIFY(m_site->buffer().contains("Good day"));
    QVERIFY(m_site->open());
    m_site->window().bar().trigger(2);
    m_site->window().bar().trigger(0); // Discard them
    QCOMPARE(m_site->buffer(), test::faultText);
    QCOMPARE(m_site->safety().snapshots().list(m_site->pagePath()).size(), 1);
    m_site->workspace().undoStack()->undo();
    QVERIFY(m_site->buffer().contains("Good day"));
    // Show leads to the review.
    QVERIFY(m_site->open());
    m_site->window().bar().trigger(0);
    QVERIFY(m_site->window().review() && m_site->window().review()->isVisible());
    QCOMPARE(m_site->window().review()->changeCount(), 2);
}

void FaultsSessionTest::case04_aFailedSyncIsToldAndMadeGood()
{
    const app::LogFile log(m_site->path(QStringLiteral("log")), false);
    QVERIFY(m_site->open());
    m_site->type("Hello", "Good day");
    // The journal becomes a pipe: it takes what is written, and cannot be synced.
    int pipe[2] = { -1, -1 };
    QVERIFY(::pipe2(pipe, O_CLOEXEC) == 0);
    int journals = 0;
    for (const QString& number : QDir(QStringLiteral("/proc/self/fd"))
                                     .entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)) {
        if (!QFileInfo(QStringLiteral("/proc/self/fd/") + number)
                 .symLinkTarget()
                 .endsWith(QLatin1StringView(".edits")))
            continue;
        ++journals;
        QVERIFY(::dup2(pipe[1], number.toInt()) >= 0);
    }
    QCOMPARE(journals, 1);
    m_site->type("one", "first");
    QTRY_VERIFY(bar().contains(QStringLiteral("cannot be kept for recovery")));
    QCOMPARE(test::bytesOf(log.path()).count("keeping edits for recovery failed with error"), 1);
    // Written anew as a whole it is safe again, and that is said as well.
    QTRY_VERIFY(bar().contains(QStringLiteral("kept for recovery again")));
    ::close(pipe[0]);
    ::close(pipe[1]);
    QVERIFY(m_site->open()); // as after a crash
    QCOMPARE(
        m_site->buffer(), QByteArray(test::faultText).replace("Hello", "Good day").replace("one", "first"));
}

void FaultsSessionTest::case07_caretAndScrollStayWithTheirText()
{
    QByteArray text = test::faultText + "\n# More\n";
    for (int i = 0; i < 300; ++i)
        text += "\nLine " + QByteArray::number(i) + ".\n";
    m_site->write(test::faultPage, text);
    QVERIFY(m_site->open());
    m_site->window().editor().setView(app::EditorColumn::View::Source);
    app::SourcePanel* source = m_site->window().editor().source();
    QVERIFY(source && source->isVisible());
    app::SourceEditor* editor = source->editor();
    QTRY_VERIFY(editor->bytes() == text && editor->height() > 200);
    editor->setCaret(text.indexOf("Line 200."));
    const auto firstLine = [editor] {
        return editor->SendScintilla(QsciScintillaBase::SCI_DOCLINEFROMVISIBLE,
            static_cast<unsigned long>(editor->SendScintilla(QsciScintillaBase::SCI_GETFIRSTVISIBLELINE)));
    };
    QTRY_VERIFY(firstLine() > 100);
    const long scrolled = firstLine();
    // Another program writes far below what is seen, and then above it.
    m_site->write(test::faultPage, text + "\nThe end.\n");
    QTRY_VERIFY(m_site->buffer().endsWith("The end.\n"));
    QCOMPARE(editor->caret(), text.indexOf("Line 200."));
    QCOMPARE(firstLine(), scrolled);
    QByteArray longer = text;
    longer.replace("Hello, this is me.", "Hello, this is me.\n\nOne line more.\n\nAnd another.");
    m_site->write(test::faultPage, longer);
    QTRY_COMPARE(m_site->buffer(), longer);
    QCOMPARE(editor->caret(), longer.indexOf("Line 200."));
    QCOMPARE(firstLine(), scrolled + 4);
}

void FaultsSessionTest::case07_aCleanFileIsReadAgainInPlace()
{
    QVERIFY(m_site->open());
    m_site->window().goTo(QStringLiteral("publications"), 1);
    auto* panel
        = qobject_cast<app::EditorPanel*>(m_site->window().editor().panel(app::Destination::Kind::Section));
    QVERIFY(panel);
    QCOMPARE(panel->currentItem().item, 1);
    // Another program adds an item before the chosen one and changes the chosen one's note.
    QByteArray theirs = test::faultText;
    theirs.replace("[First paper]",
        "[Newest paper](https://a.example/0)\n- Accepted by **OSDI' 26 (CCF-A)**, a note.\n- Authors: **Ada "
        "B**\n\n[First paper]");
    theirs.replace("(CCF-B)**, a note", "(CCF-B)**, another note");
    QElapsedTimer timer;
    timer.start();
    m_site->write(test::faultPage, theirs);
    QTRY_COMPARE(m_site->buffer(), theirs);
    qInfo("taken in after %lld ms", timer.elapsed()); // within two seconds where little else runs
    QCOMPARE(panel->currentItem().item, 2);
    QVERIFY(m_site->workspace()
                .profile()
                .item(panel->currentItem())
                ->title.contains(QStringLiteral("Second paper")));
    QVERIFY(m_site->workspace().changedFiles().isEmpty());
    QVERIFY2(bar().startsWith(QStringLiteral("Another program changed")), qPrintable(bar()));
}

void FaultsSessionTest::case08_differentItemsMergeSilently_data()
{
    QTest::addColumn<QString>("way");
    for (const char* way : { "append", "rename", "remove and create", "git checkout" })
        QTest::newRow(way) << QString::fromLatin1(way);
}

void FaultsSessionTest::case08_differentItemsMergeSilently()
{
    QFETCH(QString, way);
    QByteArray theirs = QByteArray(test::faultText).replace("- *2023*: two", "- *2023*: zwei");
    const auto git = [this](const QStringList& arguments) {
        QProcess process;
        process.start(QStringLiteral("git"),
            QStringList { QStringLiteral("-C"), m_site->site(), QStringLiteral("-c"),
                QStringLiteral("user.name=a"), QStringLiteral("-c"),
                QStringLiteral("user.email=a@a.example") }
                + arguments);
        return process.waitForFinished(test::patience) && process.exitCode() == 0;
    };
    if (way == QLatin1StringView("git checkout")) {
        QVERIFY(git({ QStringLiteral("init"), QStringLiteral("-q") }));
        QVERIFY(git({ QStringLiteral("add"), QStringLiteral(".") })
            && git({ QStringLiteral("commit"), QStringLiteral("-qm"), QStringLiteral("a") }));
        m_site->write(test::faultPage, theirs);
        QVERIFY(git({ QStringLiteral("checkout"), QStringLiteral("-qb"), QStringLiteral("other") }));
        QVERIFY(git({ QStringLiteral("commit"), QStringLiteral("-qam"), QStringLiteral("b") }));
        QVERIFY(git({ QStringLiteral("checkout"), QStringLiteral("-q"), QStringLiteral("-") }));
    }
    QVERIFY(m_site->open());
    m_site->type("[First paper]", "[A better title]");
    if (way == QLatin1StringView("append")) {
        theirs = test::faultText + "\nA new line.\n";
        m_site->write(test::faultPage, theirs);
    } else if (way == QLatin1StringView("rename")) {
        QVERIFY(writeFileAtomically(m_site->pagePath(), theirs));
    } else if (way == QLatin1StringView("remove and create")) {
        QVERIFY(QFile::remove(m_site->pagePath()));
        m_site->write(test::faultPage, theirs);
    } else {
        QVERIFY(git({ QStringLiteral("checkout"), QStringLiteral("-q"), QStringLiteral("other") }));
    }
    const QByteArray both = QByteArray(theirs).replace("[First paper]", "[A better title]");
    QTRY_COMPARE(m_site->buffer(), both);
    QVERIFY2(bar().contains(QStringLiteral("your edits are kept beside")), qPrintable(bar()));
    QCOMPARE(test::bytesOf(m_site->pagePath()), theirs);
    QCOMPARE(m_site->writeInSheet(), QString());
    QCOMPARE(test::bytesOf(m_site->pagePath()), both);
}

void FaultsSessionTest::case08_theSameFieldIsAskedAbout()
{
    QVERIFY(m_site->open());
    m_site->type("[First paper]", "[My title]");
    m_site->write(test::faultPage, QByteArray(test::faultText).replace("[First paper]", "[Their title]"));
    QTRY_VERIFY(bar().contains(QStringLiteral("Their title")));
    QVERIFY2(bar().contains(QStringLiteral("My title")), qPrintable(bar()));
    QVERIFY(m_site->buffer().contains("[My title]"));
    // The place is followed while the page is edited further.
    m_site->type("Hello", "A long good day");
    m_site->window().bar().trigger(1); // Take theirs
    QVERIFY(m_site->buffer().contains("[Their title](https://a.example/1)"));
    QVERIFY(m_site->buffer().contains("A long good day"));
    m_site->workspace().undoStack()->undo();
    QVERIFY(m_site->buffer().contains("[My title](https://a.example/1)"));
}

void FaultsSessionTest::case08_longVersionsAreShownWhereTheyDiffer()
{
    const QByteArray same(
        "We present a system that is told of in many words before anything new is said of it, ");
    m_site->write(test::faultPage, QByteArray(test::faultText).replace("First paper", same + "first"));
    QVERIFY(m_site->open());
    m_site->type(same + "first", same + "as we meant it");
    m_site->write(
        test::faultPage, QByteArray(test::faultText).replace("First paper", same + "as they meant it"));
    QTRY_VERIFY(bar().contains(QStringLiteral("Changed both here")));
    QVERIFY2(bar().contains(QStringLiteral("as we meant it")), qPrintable(bar()));
    QVERIFY2(bar().contains(QStringLiteral("as they meant it")), qPrintable(bar()));
}

void FaultsSessionTest::case08_theSameFieldChangedAgainIsAskedOnce()
{
    const auto theirs = [this](const QByteArray& title) {
        m_site->write(test::faultPage, QByteArray(test::faultText).replace("First paper", title));
    };
    QVERIFY(m_site->open());
    m_site->type("First paper", "My title");
    theirs("Their title");
    QTRY_VERIFY(bar().contains(QStringLiteral("Their title")));
    theirs("Their title, once more");
    QTRY_VERIFY(bar().contains(QStringLiteral("once more")));
    m_site->window().bar().trigger(1); // Take theirs
    QVERIFY(m_site->buffer().contains("[Their title, once more]"));
    QVERIFY2(!bar().contains(QStringLiteral("Changed both here")), qPrintable(bar()));
    // And what they take back themselves is no question any more.
    m_site->workspace().undoStack()->undo();
    theirs("Another title");
    QTRY_VERIFY(bar().contains(QStringLiteral("Another title")));
    theirs("My title");
    QTRY_VERIFY(!bar().contains(QStringLiteral("Changed both here")));
    QVERIFY(m_site->workspace().changedFiles().isEmpty());
}

void FaultsSessionTest::case08_mineCanBeKept()
{
    QVERIFY(m_site->open());
    m_site->type("[First paper]", "[My title]");
    const QByteArray theirs = QByteArray(test::faultText).replace("[First paper]", "[Their title]");
    m_site->write(test::faultPage, theirs);
    QTRY_VERIFY(bar().contains(QStringLiteral("Their title")));
    QCOMPARE(test::bytesOf(m_site->pagePath()), theirs); // nothing is written over
    m_site->window().bar().trigger(0); // Keep mine
    QVERIFY2(!bar().startsWith(QStringLiteral("Changed both")), qPrintable(bar()));
    QVERIFY(m_site->buffer().contains("[My title]"));
    QCOMPARE(m_site->writeInSheet(), QString());
    QCOMPARE(test::bytesOf(m_site->pagePath()),
        QByteArray(test::faultText).replace("[First paper]", "[My title]"));
}

void FaultsSessionTest::case08_aStormOfCheckoutsEndsAtTheLast()
{
    QVERIFY(m_site->open());
    m_site->type("Hello", "Good day");
    QByteArray theirs;
    for (int i = 0; i < 40; ++i) {
        theirs = QByteArray(test::faultText).replace("two", "two " + QByteArray::number(i));
        // Halves are seen as well: a writer that empties the file first.
        m_site->write(test::faultPage, theirs.first(theirs.size() / 2));
        QCoreApplication::processEvents();
        m_site->write(test::faultPage, theirs);
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(m_site->buffer(), QByteArray(theirs).replace("Hello", "Good day"));
}

void FaultsSessionTest::case23_conflictMarksAreNotTakenIn()
{
    QVERIFY(m_site->open());
    m_site->type("Hello", "Good day");
    m_site->write(test::faultPage, "<<<<<<< HEAD\n" + test::faultText + "=======\nx\n>>>>>>> other\n");
    QTRY_VERIFY(bar().contains(QStringLiteral("conflict marks")));
    QVERIFY(!m_site->buffer().contains("<<<<<<<"));
    m_site->write(test::faultPage, QByteArray(test::faultText).replace("two", "zwei"));
    QTRY_VERIFY(m_site->buffer().contains("zwei"));
    QVERIFY(m_site->buffer().contains("Good day"));
    QVERIFY(!bar().contains(QStringLiteral("conflict marks")));
}

LECTERN_GUI_MAIN(FaultsSessionTest)
#include "tst_faultssession.moc"
