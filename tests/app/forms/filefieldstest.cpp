// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/chipedit.h"
#include "app/forms/editorpanel.h"
#include "app/forms/linksfield.h"
#include "app/forms/sitefiles.h"
#include "app/forms/textbox.h"
#include "core/publish/export.h"
#include "tests/support/guimain.h"
#include "tests/support/testsupport.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

#include <memory>

using namespace lectern;
using namespace lectern::app;
using lectern::profile::FieldId;

namespace {

const QByteArray pdf = "%PDF-1.4\n1 0 obj\n\x80\xff\0binary\nendobj\n%%EOF\n";

QByteArray pageText(const QByteArray& permalink)
{
    return "---\npermalink: " + permalink
        + "\ntitle: About\n---\n\n# Publications\n\n"
          "- [First Paper](https://example.org/1), **Ann Author**, Bob Other, *ICML 2024* \\| "
          "[Preprint](assets/papers/first.pdf) \\| [Code](https://github.com/x/y)\n"
          "- [Second Paper](https://example.org/2), **Ann Author**, Bob Other, *ICML 2023* \\| "
          "[Code](https://github.com/x/z)\n";
}

} // namespace

/// PDFs that a user brings to the links of a publication.
class FileFieldsTest : public lectern::test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void addressesFollowTheirSample_data();
    void addressesFollowTheirSample();
    void aDroppedPdfGoesIntoTheSitesOwnFolderInOneStep();
    void severalPdfsAreOneStepWithDifferentNames();
    void aPastedFileOfTheSiteIsLinkedAndNotCopied();
    void whatIsNoPdfIsSaid();
    void aRemovedLinkTakesItsNewFileAlong();
    void aFileThatAnotherLinkNamesStays();
    void withoutASampleTheUsualFolderIsTaken();
    void anotherPageAddressesFromTheRoot();
    void aPictureStaysInItsFolder();
    void everyPartHasAName();

private:
    void open(const QByteArray& page, const QByteArray& config = "title: T\n");
    void write(const QString& path, const QByteArray& bytes);
    [[nodiscard]] QString outside(const QString& name, const QByteArray& bytes = pdf);
    void showPaper(int item);
    void drop(const QStringList& files);
    [[nodiscard]] QByteArray page() { return m_workspace->file(QStringLiteral("_pages/about.md"))->bytes(); }
    [[nodiscard]] LinksField* field() const { return m_panel->findChild<LinksField*>(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_outside;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<EditorPanel> m_panel;
};

void FileFieldsTest::write(const QString& path, const QByteArray& bytes)
{
    const QString whole = m_folder->filePath(path);
    QVERIFY(QDir().mkpath(QFileInfo(whole).path()));
    QFile file(whole);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void FileFieldsTest::open(const QByteArray& page, const QByteArray& config)
{
    m_panel.reset();
    m_workspace.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_outside = std::make_unique<QTemporaryDir>();
    write(QStringLiteral("_config.yml"), config);
    write(QStringLiteral("_pages/about.md"), page);
    write(QStringLiteral("assets/papers/first.pdf"), pdf);
    m_workspace = std::make_unique<Workspace>();
    QVERIFY(m_workspace->open(m_folder->path()).isOk());
    m_panel = std::make_unique<EditorPanel>(*m_workspace);
    m_panel->resize(480, 760);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    QApplication::setActiveWindow(m_panel.get());
}

QString FileFieldsTest::outside(const QString& name, const QByteArray& bytes)
{
    const QString path = m_outside->filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

void FileFieldsTest::showPaper(int item)
{
    const auto& sections = m_workspace->profile().sections;
    for (int index = 0; index < int(sections.size()); ++index) {
        if (sections[size_t(index)].id == QLatin1StringView("publications"))
            m_panel->showItem({ index, item });
    }
    QVERIFY(field());
}

void FileFieldsTest::drop(const QStringList& files)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& file : files)
        urls.append(QUrl::fromLocalFile(file));
    data.setUrls(urls);
    QWidget* const input = field()->findChild<ChipInput*>();
    QDragEnterEvent enter({ 4, 4 }, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(input, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event({ 4, 4 }, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(input, &event);
}

void FileFieldsTest::addressesFollowTheirSample_data()
{
    QTest::addColumn<QString>("sample");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("address");
    const auto row = [](const char* name, const char* sample, const char* start, const char* address) {
        QTest::newRow(name) << QString::fromUtf8(sample) << QString::fromUtf8(start)
                            << QString::fromUtf8(address);
    };
    row("relative", "assets/papers/first.pdf", "", "assets/papers/new.pdf");
    row("from the root", "/assets/papers/first.pdf", "", "/assets/papers/new.pdf");
    row("from above", "../assets/papers/first.pdf", "/", "../assets/papers/new.pdf");
    row("with a base", "/base/assets/papers/first.pdf", "", "/base/assets/papers/new.pdf");
    row("variable", "{{ site.baseurl }}/assets/papers/first.pdf", "",
        "{{ site.baseurl }}/assets/papers/new.pdf");
    row("filter", "{{ '/assets/papers/first.pdf' | relative_url }}", "",
        "{{ '/assets/papers/new.pdf' | relative_url }}");
    row("fragment", "assets/papers/first.pdf#page=2", "", "assets/papers/new.pdf");
    row("another host", "https://example.org/assets/papers/first.pdf", "/base/", "/base/papers/new.pdf");
    row("gone", "lost/first.pdf", "", "papers/new.pdf");
    row("nothing", "", "/", "/papers/new.pdf");
}

void FileFieldsTest::addressesFollowTheirSample()
{
    QFETCH(QString, sample);
    QFETCH(QString, start);
    open(pageText("/"));
    const SiteFiles files(m_folder->path(), {});
    const AddressStyle style = files.styleOf(sample, start);
    const QString folder = files.folderFor(style, { QStringLiteral("papers") });
    QTEST(
        style.address(files.pathFor(folder, QStringLiteral("New.pdf"), QStringLiteral("paper"))), "address");
}

void FileFieldsTest::aDroppedPdfGoesIntoTheSitesOwnFolderInOneStep()
{
    open(pageText("/"));
    const QByteArray before = page();
    showPaper(1);
    drop({ outside(QStringLiteral("My Paper (final).PDF")) });
    const QString path = QStringLiteral("assets/papers/my-paper-final.pdf");
    QByteArray wanted = before;
    wanted.replace("[Code](https://github.com/x/z)",
        "[Code](https://github.com/x/z) \\| [Preprint](assets/papers/my-paper-final.pdf)");
    QCOMPARE(page(), wanted);
    QCOMPARE(m_workspace->undoStack()->count(), 1);
    QCOMPARE(m_workspace->changedFiles(), QStringList({ QStringLiteral("_pages/about.md"), path }));
    QCOMPARE(m_workspace->buffers().value(path), pdf);
    QVERIFY(!QFileInfo::exists(m_folder->filePath(path)));

    m_workspace->undoStack()->undo();
    QCOMPARE(page(), before);
    QVERIFY(m_workspace->changedFiles().isEmpty());
    m_workspace->undoStack()->redo();
    std::vector<publish::EditedFile> edited;
    for (const QString& file : m_workspace->changedFiles())
        edited.push_back({ file, m_workspace->savedBytes(file), m_workspace->file(file)->bytes() });
    const auto plan = publish::planExport(m_workspace->root(), edited);
    QVERIFY(plan);
    QCOMPARE(publish::writeExport(*plan).written.first(), path);
    QCOMPARE(test::bytesOf(m_folder->filePath(path)), pdf);
    QCOMPARE(test::bytesOf(m_folder->filePath(QStringLiteral("_pages/about.md"))), wanted);
}

void FileFieldsTest::severalPdfsAreOneStepWithDifferentNames()
{
    open(pageText("/"));
    const QByteArray before = page();
    showPaper(1);
    drop({ outside(QStringLiteral("first.pdf")), outside(QStringLiteral("more/First.pdf")) });
    QCOMPARE(m_workspace->undoStack()->count(), 1);
    QVERIFY(
        page().contains("[Preprint](assets/papers/first-2.pdf) \\| [Preprint](assets/papers/first-3.pdf)"));
    QCOMPARE(m_workspace->changedFiles().size(), 3);
    m_workspace->undoStack()->undo();
    QCOMPARE(page(), before);
}

void FileFieldsTest::aPastedFileOfTheSiteIsLinkedAndNotCopied()
{
    open(pageText("/"));
    showPaper(1);
    auto* const data = new QMimeData;
    data->setUrls({ QUrl::fromLocalFile(m_folder->filePath(QStringLiteral("assets/papers/first.pdf"))) });
    QGuiApplication::clipboard()->setMimeData(data);
    auto* const input = field()->findChild<ChipInput*>();
    input->setFocus();
    QTest::keyClick(input, Qt::Key_V, Qt::ControlModifier);
    QVERIFY(page().contains("[Code](https://github.com/x/z) \\| [Preprint](assets/papers/first.pdf)"));
    QCOMPARE(m_workspace->changedFiles(), QStringList { QStringLiteral("_pages/about.md") });
    QVERIFY(input->text().isEmpty());
}

void FileFieldsTest::whatIsNoPdfIsSaid()
{
    open(pageText("/"));
    showPaper(1);
    drop({ outside(QStringLiteral("notes.pdf"), "just text") });
    auto* const problem = field()->findChild<QWidget*>(QStringLiteral("problem"));
    QVERIFY(problem && problem->isVisible());
    QVERIFY(problem->property("text").toString().contains(QStringLiteral("notes.pdf")));
    QCOMPARE(m_workspace->undoStack()->count(), 0);
    // One of two is taken, and the other is still told about.
    drop({ outside(QStringLiteral("good.pdf")), outside(QStringLiteral("notes.pdf"), "just text") });
    QVERIFY(page().contains("assets/papers/good.pdf"));
    QVERIFY(problem->isVisible());
}

void FileFieldsTest::aRemovedLinkTakesItsNewFileAlong()
{
    open(pageText("/"));
    const QByteArray before = page();
    showPaper(1);
    drop({ outside(QStringLiteral("new.pdf")) });
    QCOMPARE(m_workspace->changedFiles().size(), 2);
    auto* const chips = field()->findChild<ChipEdit*>();
    QCOMPARE(chips->count(), 2);
    chips->focusChip(1);
    QTest::keyClick(chips->chip(1), Qt::Key_Delete);
    QCOMPARE(page(), before);
    QVERIFY(m_workspace->changedFiles().isEmpty());
    m_workspace->undoStack()->undo();
    QCOMPARE(m_workspace->changedFiles().size(), 2);
}

void FileFieldsTest::aFileThatAnotherLinkNamesStays()
{
    open(pageText("/"));
    showPaper(1);
    drop({ outside(QStringLiteral("new.pdf")) });
    auto* const input = field()->findChild<ChipInput*>();
    input->setFocus();
    QTest::keyClicks(input, QStringLiteral("Slides assets/papers/new.pdf"));
    QTest::keyClick(input, Qt::Key_Return);
    auto* const chips = field()->findChild<ChipEdit*>();
    QCOMPARE(chips->count(), 3);
    chips->focusChip(1);
    QTest::keyClick(chips->chip(1), Qt::Key_Delete);
    QVERIFY(page().contains("[Slides](assets/papers/new.pdf)")
        && !page().contains("[Preprint](assets/papers/new.pdf)"));
    QCOMPARE(m_workspace->buffers().value(QStringLiteral("assets/papers/new.pdf")), pdf);
}

void FileFieldsTest::withoutASampleTheUsualFolderIsTaken()
{
    QByteArray text = pageText("/");
    text.replace("[Preprint](assets/papers/first.pdf) \\| ", "");
    open(text);
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("papers")));
    showPaper(1);
    drop({ outside(QStringLiteral("论文.pdf")) });
    QVERIFY(page().contains("\\| [PDF](papers/paper.pdf)\n"));
}

void FileFieldsTest::anotherPageAddressesFromTheRoot()
{
    QByteArray text = pageText("/papers/");
    text.replace("[Preprint](assets/papers/first.pdf) \\| ", "");
    open(text, "title: T\nbaseurl: /group\n");
    showPaper(1);
    drop({ outside(QStringLiteral("new.pdf")) });
    QVERIFY(page().contains("\\| [PDF](/group/assets/papers/new.pdf)\n"));
    QCOMPARE(m_workspace->buffers().value(QStringLiteral("assets/papers/new.pdf")), pdf);
}

void FileFieldsTest::aPictureStaysInItsFolder()
{
    open(pageText("/"));
    const SiteFiles files(m_folder->path(), [](const QString& path) {
        return path == QLatin1StringView("images/a.png") ? QByteArray("x") : QByteArray();
    });
    QCOMPARE(files.pendingPath(QStringLiteral("/images/a.png")), QStringLiteral("images/a.png"));
    QCOMPARE(
        files.pendingPath(QStringLiteral("{{ site.baseurl }}/images/a.png")), QStringLiteral("images/a.png"));
    QCOMPARE(files.pendingPath(QStringLiteral("images/b.png")), QString());
    // The folder is there as soon as the picture is to be written.
    QCOMPARE(files.styleOf(QStringLiteral("/images/a.png")).folder, QStringLiteral("images"));
}

void FileFieldsTest::everyPartHasAName()
{
    open(pageText("/"));
    showPaper(0);
    auto* const button = field()->findChild<QToolButton*>(QStringLiteral("addFile"));
    QVERIFY(button && button->isVisible() && button->focusPolicy() & Qt::TabFocus);
    for (QWidget* part : field()->findChildren<QWidget*>()) {
        if (part->focusPolicy() == Qt::NoFocus)
            continue;
        QAccessibleInterface* const interface = QAccessible::queryAccessibleInterface(part);
        QVERIFY(interface);
        QVERIFY2(!interface->text(QAccessible::Name).isEmpty(), part->metaObject()->className());
    }
}

LECTERN_GUI_MAIN(FileFieldsTest)
#include "filefieldstest.moc"
