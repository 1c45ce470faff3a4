// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/diffview.h"
#include "app/dialogs/historysheet.h"
#include "app/workspace/workspace.h"
#include "tests/support/guimain.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QUndoStack>

using namespace lectern;
using app::HistorySheet;
using app::SnapshotReason;
using app::Workspace;

class HistorySheetTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void withoutVersionsItSaysSo();
    void versionsStandByTimeWithWhatRestoringChanges();
    void restoringIsOneUndoableStepAndKeepsWhatWasThere();
    void aDamagedVersionIsSaid();
    void aSiteThatIsReadOnlyIsLookedAtOnly();

private:
    [[nodiscard]] QString path(const QString& relative) const { return m_folder->filePath(relative); }
    [[nodiscard]] QString pagePath() const { return path(QStringLiteral("site/_pages/about.md")); }
    void keep(const QByteArray& bytes, int minute, SnapshotReason reason);
    [[nodiscard]] QByteArray buffer() const
    {
        return m_workspace->file(QStringLiteral("_pages/about.md"))->bytes();
    }
    [[nodiscard]] QPushButton* button(const QString& text) const;
    [[nodiscard]] bool says(const QString& text) const;
    void show();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<app::Snapshots> m_snapshots;
    std::unique_ptr<HistorySheet> m_sheet;
};

namespace {
const QByteArray now = "---\npermalink: /\n---\n\nHello.\n\n# News\n- *2024*: one\n- *2023*: two\n";
}

void HistorySheetTest::init()
{
    Suite::init();
    m_sheet.reset();
    m_workspace.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    QDir().mkpath(path(QStringLiteral("site/_pages")));
    const std::pair<QString, QByteArray> files[]
        = { { path(QStringLiteral("site/_config.yml")), "title: x\n" }, { pagePath(), now } };
    for (const auto& [name, bytes] : files) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    m_workspace = std::make_unique<Workspace>();
    QVERIFY(m_workspace->open(path(QStringLiteral("site"))));
    m_snapshots = std::make_unique<app::Snapshots>(path(QStringLiteral("versions")));
}

void HistorySheetTest::keep(const QByteArray& bytes, int minute, SnapshotReason reason)
{
    QVERIFY(m_snapshots->keep(
        pagePath(), bytes, reason, QDateTime(QDate(2024, 5, 1), QTime(10, minute), Qt::UTC)));
}

void HistorySheetTest::show()
{
    m_sheet = std::make_unique<HistorySheet>(*m_workspace, *m_snapshots);
    m_sheet->resize(1000, 600);
    m_sheet->show();
}

QPushButton* HistorySheetTest::button(const QString& text) const
{
    for (QPushButton* button : m_sheet->findChildren<QPushButton*>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

bool HistorySheetTest::says(const QString& text) const
{
    const auto labels = m_sheet->findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
        [&](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
}

void HistorySheetTest::withoutVersionsItSaysSo()
{
    show();
    QCOMPARE(m_sheet->versionCount(), 0);
    QVERIFY(
        m_sheet->findChild<QListWidget*>()->item(0)->text().contains(QStringLiteral("No earlier versions")));
    QVERIFY(!button(QStringLiteral("Restore this version"))->isEnabled());
}

void HistorySheetTest::versionsStandByTimeWithWhatRestoringChanges()
{
    keep(QByteArray(now).replace("one", "an older one"), 1, SnapshotReason::Opened);
    keep(QByteArray(now).replace("two", "another two"), 2, SnapshotReason::Discarded);
    keep(now, 3, SnapshotReason::Exported);
    show();
    QCOMPARE(m_sheet->versionCount(), 3);
    auto* list = m_sheet->findChild<QListWidget*>();
    QVERIFY(list->item(0)->text().contains(QStringLiteral("as exported")));
    QVERIFY(list->item(1)->text().contains(QStringLiteral("discarded edits")));
    QVERIFY(list->item(2)->text().contains(QStringLiteral("before you edited it")));
    // The newest is the text as it stands.
    QCOMPARE(list->currentRow(), 0);
    QVERIFY(says(QStringLiteral("as it is now")));
    QVERIFY(!button(QStringLiteral("Restore this version"))->isEnabled());
    list->setCurrentRow(2);
    QVERIFY(says(QStringLiteral("What restoring it would change")));
    auto* diff = m_sheet->findChild<app::DiffView*>();
    QVERIFY(diff && diff->isVisible());
    const auto texts = diff->findChildren<QPlainTextEdit*>();
    QVERIFY(std::any_of(texts.begin(), texts.end(), [](const QPlainTextEdit* text) {
        return text->toPlainText().contains(QStringLiteral("an older one"));
    }));
    QVERIFY(button(QStringLiteral("Restore this version"))->isEnabled());
}

void HistorySheetTest::restoringIsOneUndoableStepAndKeepsWhatWasThere()
{
    const QByteArray older = QByteArray(now).replace("one", "an older one");
    keep(older, 1, SnapshotReason::Opened);
    m_workspace->pushPage(
        { { now.indexOf("two"), "two", "zwei" } }, QStringLiteral("Type"), app::EditSource::Form);
    const QByteArray edited = buffer();
    show();
    QSignalSpy restored(m_sheet.get(), &HistorySheet::restored);
    button(QStringLiteral("Restore this version"))->click();
    QCOMPARE(restored.size(), 1);
    QCOMPARE(buffer(), older);
    QCOMPARE(test::bytesOf(pagePath()), now); // no file is written
    // What stood there is a version itself, and undo brings it back.
    const auto versions = m_snapshots->list(pagePath());
    QCOMPARE(versions.size(), 2);
    QCOMPARE(m_snapshots->read(versions.first()).valueOr({}), edited);
    m_workspace->undoStack()->undo();
    QCOMPARE(buffer(), edited);
}

void HistorySheetTest::aDamagedVersionIsSaid()
{
    keep(QByteArray(now).replace("one", "an older one"), 1, SnapshotReason::Opened);
    QFile stored(m_snapshots->list(pagePath()).first().store);
    QVERIFY(stored.open(QIODevice::ReadWrite) && stored.seek(stored.size() / 2)
        && stored.write("\x01\x02\x03") == 3);
    stored.close();
    show();
    QVERIFY(says(QStringLiteral("damaged")));
    QVERIFY(!button(QStringLiteral("Restore this version"))->isEnabled());
    m_sheet->restore(0);
    QCOMPARE(buffer(), now);
}

void HistorySheetTest::aSiteThatIsReadOnlyIsLookedAtOnly()
{
    keep(QByteArray(now).replace("one", "an older one"), 1, SnapshotReason::Opened);
    m_workspace->setReadOnly(true);
    show();
    QVERIFY(says(QStringLiteral("What restoring it would change")));
    QVERIFY(!button(QStringLiteral("Restore this version"))->isEnabled());
}

LECTERN_GUI_MAIN(HistorySheetTest)
#include "tst_historysheet.moc"
