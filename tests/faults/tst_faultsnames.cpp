// SPDX-License-Identifier: GPL-3.0-or-later
// Fault cases about names and places: paths and links that lead out of the site, devices, what is dropped on
// a picture's field.
#include "app/forms/imagefield.h"
#include "app/shell/errortext.h"
#include "core/base/atomicfile.h"
#include "core/base/descriptor.h"
#include "core/publish/export.h"
#include "tests/faults/faultsite.h"
#include "tests/support/guimain.h"
#include "tests/support/testsupport.h"

#include <QBuffer>
#include <QDir>
#include <QDragEnterEvent>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QMimeData>

#include <algorithm>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace lectern;

class FaultsNamesTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void case21_pathsOutOfTheSite();
    void case22_linksOutOfTheSite();
    void case21_namesAndDevices();
    void case21_droppedPictures_data();
    void case21_droppedPictures();
    void case21_droppedThingsThatAreNoPictures_data();
    void case21_droppedThingsThatAreNoPictures();
    void case26_aPictureThatIsNotDownloadedIsTold();

private:
    /// Opens a page with a paper's picture and drops what is at `path` onto its field. The files that were
    /// not there before.
    QStringList drop(const QString& path);
    std::unique_ptr<test::FaultSite> m_site;
};

namespace {

const QByteArray paperPage
    = "---\npermalink: /\n---\n\n# Publications\n\n<div class='paper-box'><div class='paper-box-image'><div>"
      "<div class=\"badge\">SC 2025</div><img src='images/old.png' alt=\"old\" width=\"100%\"></div></div>\n"
      "<div class='paper-box-text' markdown=\"1\">\n\n[A paper](https://a.example/1)\n\n**Ada B**, C D\n\n"
      "- Accepted by **SC' 25 (CCF-A)**.\n</div>\n</div>\n";

QByteArray png()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImage image(4, 4, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

void FaultsNamesTest::init()
{
    Suite::init();
    m_site = std::make_unique<test::FaultSite>();
}

void FaultsNamesTest::case21_pathsOutOfTheSite()
{
    QVERIFY(m_site->open());
    QDir().mkpath(m_site->path(QStringLiteral("other")));
    QVERIFY(writeFileAtomically(m_site->path(QStringLiteral("other/_config.yml")), "x: y\n"));
    QVERIFY(writeFileAtomically(m_site->path(QStringLiteral("secret.png")), "SECRET"));
    for (const QByteArray& name :
        { QByteArray("../secret.png"), QByteArray("%2e%2e/secret.png"), QByteArray("..%2fsecret.png"),
            QByteArray("images/../../secret.png"), m_site->path(QStringLiteral("secret.png")).toUtf8(),
            QByteArray("-rf"), QByteArray(300, 'n') + ".png", QByteArray("a%00b.png") }) {
        const QByteArray page = "![x](" + name + ")\n";
        const auto plan = publish::planExportTo(
            m_site->site(), m_site->path(QStringLiteral("other")), { { test::faultPage, page, page } });
        if (!plan)
            continue; // refused as a whole
        for (const publish::PlannedFile& file : plan->files)
            QVERIFY2(!file.after.contains("SECRET"), name.constData());
    }
    for (const QString& path :
        { QStringLiteral("../x.md"), QStringLiteral("/etc/x.md"), QStringLiteral("a/../../x.md") })
        QCOMPARE(
            publish::planExport(m_site->site(), { { path, "a", "b" } }).error().code, ErrorCode::OutsideSite);
}

void FaultsNamesTest::case22_linksOutOfTheSite()
{
    QVERIFY(m_site->open());
    QVERIFY(writeFileAtomically(m_site->path(QStringLiteral("outside.md")), "---\n---\noutside\n"));
    QVERIFY(QFile::link(
        m_site->path(QStringLiteral("outside.md")), m_site->site() + QStringLiteral("/_pages/link.md")));
    QVERIFY(QFile::link(QStringLiteral("loop.md"), m_site->site() + QStringLiteral("/_pages/loop.md")));
    QVERIFY(QFile::link(
        QStringLiteral("/nowhere/at/all.md"), m_site->site() + QStringLiteral("/_pages/dangling.md")));
    QCOMPARE(m_site->workspace().file(QStringLiteral("_pages/link.md")).error().code, ErrorCode::OutsideSite);
    QVERIFY(!m_site->workspace().file(QStringLiteral("_pages/loop.md")));
    QVERIFY(!m_site->workspace().file(QStringLiteral("_pages/dangling.md")));
    QCOMPARE(publish::planExport(
                 m_site->site(), { { QStringLiteral("_pages/link.md"), "---\n---\noutside\n", "new" } })
                 .error()
                 .code,
        ErrorCode::OutsideSite);
    QCOMPARE(test::bytesOf(m_site->path(QStringLiteral("outside.md"))), QByteArray("---\n---\noutside\n"));
    // None of them is offered, and who names one is told.
    for (const auto& [name, words] : { std::pair("link", "outside"), std::pair("loop", "cannot be opened"),
             std::pair("dangling", "cannot be opened") }) {
        const QString page = QStringLiteral("_pages/%1.md").arg(QLatin1StringView(name));
        QVERIFY(!m_site->workspace().pages().contains(page));
        m_site->window().bar().clear();
        QVERIFY(!m_site->window().opener().open(m_site->site() + u'/' + page));
        QVERIFY2(m_site->window().bar().text().contains(QLatin1StringView(words)),
            qPrintable(m_site->window().bar().text()));
        QCOMPARE(m_site->buffer(), test::faultText);
    }
}

void FaultsNamesTest::case21_namesAndDevices()
{
    QVERIFY(m_site->open());
    // The longest name that a file can have.
    const QString longest = QStringLiteral("_pages/") + QString(252, u'n') + QStringLiteral(".md");
    m_site->write(longest, "---\ntitle: x\n---\nHello\n");
    QVERIFY(m_site->workspace().file(longest));
    m_site->workspace().push(
        { { longest, { { 0, "---\n", "---\na: b\n" } } } }, QStringLiteral("Set"), app::EditSource::Form);
    QCOMPARE(m_site->writeInSheet(), QString());
    QVERIFY(test::bytesOf(m_site->site() + u'/' + longest).contains("a: b"));
    QVERIFY(
        !m_site->workspace().file(QStringLiteral("_pages/") + QString(300, u'n') + QStringLiteral(".md")));
    const QString pipe = m_site->site() + QStringLiteral("/_pages/pipe.md");
    QVERIFY(::mkfifo(qPrintable(pipe), 0600) == 0);
    QCOMPARE(
        m_site->workspace().file(QStringLiteral("_pages/pipe.md")).error().code, ErrorCode::NotRegularFile);
    for (const QString& device :
        { QStringLiteral("/dev/zero"), QStringLiteral("/dev/full"), QStringLiteral("/dev/null"), pipe }) {
        app::Workspace other;
        const auto opened = other.open(device);
        QVERIFY(!opened);
        QVERIFY2(!app::errorText(opened.error()).isEmpty(), qPrintable(device));
    }
}

QStringList FaultsNamesTest::drop(const QString& path)
{
    m_site->window().goTo(QStringLiteral("publications"), 0);
    app::ImageField* field = nullptr;
    for (app::ImageField* one : m_site->window().findChildren<app::ImageField*>()) {
        if (one->isVisible())
            field = one;
    }
    if (!field)
        return { QStringLiteral("there is no field for a picture") };
    QMimeData data;
    data.setUrls({ QUrl::fromLocalFile(path) });
    QDragEnterEvent enter(QPoint(4, 4), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(field, &enter);
    QDropEvent event(QPointF(4, 4), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(field, &event);
    QStringList made = m_site->workspace().changedFiles();
    made.removeAll(test::faultPage);
    return made;
}

void FaultsNamesTest::case21_droppedPictures_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("there");
    QTest::addColumn<QString>("path");
    const auto row = [](const char* what, const QString& name, const QString& there, const QString& path) {
        QTest::newRow(what) << name << there << QStringLiteral("images/") + path;
    };
    row("taken", QStringLiteral("a.png"), QStringLiteral("a.png"), QStringLiteral("a-2.png"));
    row("taken in capitals", QStringLiteral("photo.png"), QStringLiteral("Photo.PNG"),
        QStringLiteral("photo-2.png"));
    row("accents made up otherwise", QStringLiteral("e\u0301.png"), QStringLiteral("\u00e9.png"),
        QStringLiteral("e.png"));
    row("255 bytes", QString(251, u'n') + QStringLiteral(".png"), {},
        QString(60, u'n') + QStringLiteral(".png"));
    row("a device of Windows", QStringLiteral("CON.png"), {}, QStringLiteral("picture-con.png"));
    row("a colon", QStringLiteral("a:b.png"), {}, QStringLiteral("a-b.png"));
    row("an option", QStringLiteral("-rf.png"), {}, QStringLiteral("rf.png"));
    row("escaped dots", QStringLiteral("%2e%2e%2fx.png"), {}, QStringLiteral("2e-2e-2fx.png"));
    row("a backslash", QStringLiteral("..\\x.png"), {}, QStringLiteral("x.png"));
    row("Chinese", QStringLiteral("\u7167\u7247.png"), {}, QStringLiteral("picture.png"));
}

void FaultsNamesTest::case21_droppedPictures()
{
    QFETCH(QString, name);
    QFETCH(QString, there);
    QFETCH(QString, path);
    m_site->write(test::faultPage, paperPage);
    m_site->write(QStringLiteral("images/old.png"), png());
    if (!there.isEmpty())
        m_site->write(QStringLiteral("images/") + there, "somebody's");
    const QString dropped = m_site->path(name);
    QVERIFY(writeFileAtomically(dropped, png()));
    QVERIFY(m_site->open());
    QCOMPARE(drop(dropped), QStringList { path });
    QVERIFY2(m_site->buffer().contains("src='" + path.toUtf8() + '\''), m_site->buffer().constData());
    QCOMPARE(m_site->writeInSheet(), QString());
    QCOMPARE(test::bytesOf(m_site->site() + u'/' + path), png());
    if (!there.isEmpty())
        QCOMPARE(
            test::bytesOf(m_site->site() + QStringLiteral("/images/") + there), QByteArray("somebody's"));
}

void FaultsNamesTest::case21_droppedThingsThatAreNoPictures_data()
{
    QTest::addColumn<QString>("what");
    for (const char* what : { "folder", "pipe", "socket", "device", "text", "nothing" })
        QTest::newRow(what) << QString::fromLatin1(what);
}

void FaultsNamesTest::case21_droppedThingsThatAreNoPictures()
{
    QFETCH(QString, what);
    m_site->write(test::faultPage, paperPage);
    m_site->write(QStringLiteral("images/old.png"), png());
    QVERIFY(m_site->open());
    QString path = m_site->path(QStringLiteral("x.png"));
    if (what == QLatin1StringView("folder"))
        QVERIFY(QDir().mkpath(path));
    else if (what == QLatin1StringView("pipe"))
        QVERIFY(::mkfifo(qPrintable(path), 0600) == 0);
    else if (what == QLatin1StringView("device"))
        path = QStringLiteral("/dev/zero");
    else if (what == QLatin1StringView("text"))
        QVERIFY(writeFileAtomically(path, "no picture"));
    const Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (what == QLatin1StringView("socket")) {
        sockaddr_un address {};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, qPrintable(path), sizeof address.sun_path);
        QVERIFY(::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    }
    QCOMPARE(drop(path), QStringList());
    QCOMPARE(m_site->buffer(), paperPage);
    const auto labels = m_site->window().findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->isVisible() && label->text().contains(QStringLiteral("could not be read as a picture"));
    }));
}

void FaultsNamesTest::case26_aPictureThatIsNotDownloadedIsTold()
{
    const QByteArray pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n";
    m_site->write(test::faultPage, paperPage);
    m_site->write(QStringLiteral("images/old.png"), pointer);
    QVERIFY(m_site->open());
    m_site->window().goTo(QStringLiteral("publications"), 0);
    const auto says = [this] {
        const auto labels = m_site->window().findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->isVisible() && label->text().contains(QStringLiteral("git lfs pull"));
        });
    };
    QVERIFY(says());
    // What is edited beside it leaves the note what it is.
    m_site->type("A paper", "Another paper");
    QCOMPARE(m_site->writeInSheet(), QString());
    QCOMPARE(test::bytesOf(m_site->site() + QStringLiteral("/images/old.png")), pointer);
}

LECTERN_GUI_MAIN(FaultsNamesTest)
#include "tst_faultsnames.moc"
