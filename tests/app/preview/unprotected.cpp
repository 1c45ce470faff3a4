// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/preview/unprotected.h"

#include "tests/support/suite.h"

#include <QApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QWebEngineView>

#include <cstdio>
#include <unistd.h>

namespace lectern::test {

namespace {

const char option[] = "--unprotected";

} // namespace

QByteArray stayingPage(QByteArray hostilePage)
{
    return hostilePage.replace("http-equiv=\"refresh\"", "name=\"refresh\"")
        .replace(".submit()", ".id")
        .replace(".click()", ".id");
}

QByteArray seenByUnprotectedBrowser(const QString& file)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("QTWEBENGINE_CHROMIUM_FLAGS"));
    process.setProcessEnvironment(environment);
    QSignalSpy ended(&process, &QProcess::finished);
    process.start(QCoreApplication::applicationFilePath(), { QString::fromLatin1(option), file });
    [&] { QTRY_VERIFY(ended.count() > 0); }();
    return process.readAllStandardOutput().trimmed();
}

bool isUnprotectedBrowser(int argc, char** argv)
{
    return argc == 3 && QByteArray(argv[1]) == option;
}

int showUnprotected(int argc, char** argv)
{
    const QString file = QString::fromLocal8Bit(argv[2]);
    if (geteuid() == 0)
        qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1");
    QApplication application(argc, argv);
    quietForeignCategories();
    QWebEngineView view;
    view.resize(800, 600);
    view.show();
    view.load(QUrl::fromLocalFile(file));
    QTimer timer;
    int rounds = 0;
    QObject::connect(&timer, &QTimer::timeout, &application, [&] {
        view.page()->runJavaScript(
            QStringLiteral(
                "(document.documentElement.dataset.finished || '') + ' ' + "
                "Array.from(document.images).filter("
                "function (i) { return i.naturalWidth > 0; }).map(function (i) { return i.id; }).join(' ')"),
            [&](const QVariant& seen) {
                const QString text = seen.toString();
                if ((text.startsWith(u'1') && text.contains(QStringLiteral("outside-file")))
                    || ++rounds > 100) {
                    std::puts(qPrintable(text));
                    QApplication::quit();
                }
            });
    });
    timer.start(100);
    return QApplication::exec();
}

} // namespace lectern::test
