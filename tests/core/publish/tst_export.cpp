// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/export.h"
#include "core/publish/pageimages.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <unistd.h>

using namespace lectern;
using publish::EditedFile;

class ExportTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void uneditedPageWritesNothing();
    void editedPageIsWritten();
    void fileChangedMeanwhileIsLeftAlone();
    void changeBetweenPlanAndWriteIsNoticed();
    void readOnlyFileIsRefused();
    void vanishedFolderIsAnError();
    void whatIsGoneIsNamedBeforeAnythingIsWritten();
    void picturesGoAlongToAnotherRepository();
    void targetMustBeASite();
    void pathsOutOfTheSiteAreRefused();
    void localFilesAreFound();

private:
    void write(const QString& relative, const QByteArray& bytes);
    QByteArray read(const QString& relative) const { return test::bytesOf(m_folder->filePath(relative)); }
    QString site() const { return m_folder->filePath(QStringLiteral("site")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {
const QString page = QStringLiteral("_pages/about.md");
const QByteArray before = "---\ntitle: a\n---\nHello ![x](images/me.png)\n";
const QByteArray after = "---\ntitle: b\n---\nHello ![x](images/me.png)\n";
}

void ExportTest::init()
{
    Suite::init();
    m_folder = std::make_unique<QTemporaryDir>();
    write(QStringLiteral("site/_config.yml"), "title: x\n");
    write(QStringLiteral("site/") + page, before);
    write(QStringLiteral("site/images/me.png"), "PNG");
}

void ExportTest::write(const QString& relative, const QByteArray& bytes)
{
    const QString path = m_folder->filePath(relative);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void ExportTest::uneditedPageWritesNothing()
{
    const auto plan = publish::planExport(site(), {{page, before, before}});
    QVERIFY(plan);
    QVERIFY(plan->files.empty());
    QVERIFY(publish::writeExport(*plan).written.isEmpty());
}

void ExportTest::editedPageIsWritten()
{
    const auto plan = publish::planExport(site(), {{page, before, after}});
    QVERIFY(plan);
    const auto outcome = publish::writeExport(*plan);
    QVERIFY(!outcome.failure);
    QCOMPARE(outcome.written, QStringList {page});
    QCOMPARE(read(QStringLiteral("site/") + page), after);
    QCOMPARE(QDir(site() + QStringLiteral("/_pages")).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
}

void ExportTest::fileChangedMeanwhileIsLeftAlone()
{
    write(QStringLiteral("site/") + page, "other");
    const auto plan = publish::planExport(site(), {{page, before, after}});
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, ErrorCode::ChangedOnDisk);
    QCOMPARE(read(QStringLiteral("site/") + page), QByteArray("other"));
}

void ExportTest::changeBetweenPlanAndWriteIsNoticed()
{
    const auto plan = publish::planExport(site(), {{page, before, after}});
    QVERIFY(plan);
    write(QStringLiteral("site/") + page, "other");
    const auto outcome = publish::writeExport(*plan);
    QVERIFY(outcome.failure);
    QCOMPARE(outcome.failure->code, ErrorCode::ChangedOnDisk);
    QCOMPARE(read(QStringLiteral("site/") + page), QByteArray("other"));
}

void ExportTest::readOnlyFileIsRefused()
{
    QFile::setPermissions(site() + u'/' + page, QFile::ReadOwner | QFile::ReadUser);
    const Error refusal {ErrorCode::NotWritable, site() + u'/' + page, QStringLiteral("read-only file")};
    QCOMPARE(publish::planExport(site(), {{page, before, after}}).error(), refusal);
    // Nor is it written where it became read-only behind the plan.
    const publish::ExportPlan plan {site(), {{page, before, after, false}}, {}};
    const auto outcome = publish::writeExport(plan);
    QVERIFY(outcome.failure);
    QCOMPARE(*outcome.failure, refusal);
    QCOMPARE(read(QStringLiteral("site/") + page), before);
}

void ExportTest::whatIsGoneIsNamedBeforeAnythingIsWritten()
{
    QVERIFY(QFile::remove(site() + u'/' + page));
    QCOMPARE(publish::planExport(site(), {{page, before, after}}).error(), (Error {ErrorCode::NotFound, site() + u'/' + page, {}}));
    QVERIFY(QDir(site()).removeRecursively());
    QCOMPARE(publish::planExport(site(), {{page, before, after}}).error(), (Error {ErrorCode::NotFound, site(), {}}));
}

void ExportTest::vanishedFolderIsAnError()
{
    const auto plan = publish::planExport(site(), {{page, before, after}});
    QVERIFY(plan);
    QVERIFY(QDir(site()).removeRecursively());
    const auto outcome = publish::writeExport(*plan);
    QVERIFY(outcome.failure);
    QCOMPARE(outcome.failure->code, ErrorCode::NotFound);
}

void ExportTest::picturesGoAlongToAnotherRepository()
{
    write(QStringLiteral("other/_config.yml"), "title: y\n");
    const QString other = m_folder->filePath(QStringLiteral("other"));
    const QByteArray text = after + "![gone](images/gone.png)\n";
    const auto plan = publish::planExportTo(site(), other, {{page, before, text}});
    QVERIFY(plan);
    QCOMPARE(plan->missing, QStringList {QStringLiteral("images/gone.png")});
    const auto outcome = publish::writeExport(*plan);
    QVERIFY(!outcome.failure);
    QCOMPARE(outcome.written, (QStringList {QStringLiteral("images/me.png"), page}));
    QCOMPARE(read(QStringLiteral("other/") + page), text);
    QCOMPARE(read(QStringLiteral("other/images/me.png")), QByteArray("PNG"));
    QCOMPARE(read(QStringLiteral("site/") + page), before);
    const auto again = publish::planExportTo(site(), other, {{page, before, text}});
    QVERIFY(again && again->files.empty());
}

void ExportTest::targetMustBeASite()
{
    QDir().mkpath(m_folder->filePath(QStringLiteral("empty")));
    const auto plan = publish::planExportTo(site(), m_folder->filePath(QStringLiteral("empty")), {{page, before, after}});
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, ErrorCode::NotASite);
}

void ExportTest::pathsOutOfTheSiteAreRefused()
{
    const auto dots = publish::planExport(site(), {{QStringLiteral("../outside.md"), {}, after}});
    QVERIFY(!dots);
    QCOMPARE(dots.error().code, ErrorCode::OutsideSite);
    write(QStringLiteral("elsewhere/about.md"), before);
    QVERIFY(QFile::link(m_folder->filePath(QStringLiteral("elsewhere")), site() + QStringLiteral("/linked")));
    const auto link = publish::planExport(site(), {{QStringLiteral("linked/about.md"), before, after}});
    QVERIFY(!link);
    QCOMPARE(link.error().code, ErrorCode::OutsideSite);
}

void ExportTest::localFilesAreFound()
{
    const QByteArray text = "<img src='images/a b.png'> ![x](/images/b.jpg \"t\") [pdf](files/cv.pdf#page=2)\n"
                            "<a href=\"https://x.y/z.png\">r</a> <img src=\"{{ site.url }}/c.png\"> ![t](../../etc/d.png)\n"
                            "<img src='images/a%20b.png'> [page](other.md) <video poster=\"v.webp\"></video>";
    QCOMPARE(publish::localFiles(text),
        (QStringList {QStringLiteral("images/a b.png"), QStringLiteral("images/b.jpg"), QStringLiteral("files/cv.pdf"),
            QStringLiteral("v.webp")}));
}

LECTERN_GUILESS_MAIN(ExportTest)
#include "tst_export.moc"
