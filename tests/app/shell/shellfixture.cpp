// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/shell/shellfixture.h"

#include "app/shell/editorcolumn.h"
#include "app/shell/infobar.h"
#include "app/shell/siteopener.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QTest>

namespace lectern::test {
namespace {

const QByteArray page = R"(---
permalink: /
title: ""
---

Hello, I am **Ada Bell** and I build things.

# 🔥 News
- *2025.06*: I passed the defense.

# 📝 Publications

[First paper on clusters](https://a.example/1)
- Accepted by **SC' 25 (CCF-A)**, top conference.
- Authors: **Ada Bell**, Carl Dean

[Second paper on fairness](https://a.example/2)
- Accepted by **ICS' 24 (CCF-B)**, top conference.
- Authors: Carl Dean, **Ada Bell**

# 🎖 Honors
- *2024.10*: Best Paper Award

# 📖 Educations
- *2021 - 2025*: Ph.D., University of Somewhere
)";

} // namespace

ShellFixture::ShellFixture()
{
    startAgain();
}

ShellFixture::~ShellFixture() = default;

void ShellFixture::startAgain()
{
    m_window.reset();
    m_workspace.reset();
    m_theme.reset();
    m_settings.reset();
    m_settings = std::make_unique<app::SettingsStore>(path(QStringLiteral("settings.ini")));
    m_theme = std::make_unique<app::ThemeController>(*qApp);
    m_workspace = std::make_unique<app::Workspace>();
    app::MainWindowOptions options;
    options.withPreview = false;
    options.pictures = pictures();
    m_window = std::make_unique<app::MainWindow>(*m_workspace, *m_settings, *m_theme, options);
}

app::SitePictures ShellFixture::pictures() const
{
    return app::SitePictures(path(QStringLiteral("pictures")));
}

void ShellFixture::write(const QString& relative, const QByteArray& bytes) const
{
    QVERIFY(QDir().mkpath(QFileInfo(path(relative)).path()));
    QFile file(path(relative));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QString ShellFixture::makeSite(const QString& name) const
{
    write(name + QStringLiteral("/_config.yml"), "title: " + name.toUtf8() + "\nauthor:\n  name: Ada Bell\n");
    write(name + QStringLiteral("/_data/navigation.yml"), "main:\n  - title: News\n    url: /#news\n");
    write(name + QStringLiteral("/_pages/about.md"), page);
    write(name + QStringLiteral("/_pages/talks.md"),
        "---\npermalink: /talks/\ntitle: Talks\n---\n\n# Talks\n- *2024*: A talk about zebras\n");
    return path(name);
}

void ShellFixture::showWindow()
{
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void ShellFixture::openSite()
{
    QVERIFY(m_window->opener().open(makeSite()));
    showWindow();
}

QString ShellFixture::barText() const
{
    return m_window->bar().text();
}
QString ShellFixture::editorBarText() const
{
    return m_window->editor().bar().text();
}

QHash<QString, QByteArray> treeHashes(const QString& folder)
{
    QHash<QString, QByteArray> hashes;
    QDirIterator files(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
        QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QFile file(path);
        const bool isFile = QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly);
        hashes.insert(path,
            isFile ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256)
                   : QByteArray("folder"));
    }
    return hashes;
}

} // namespace lectern::test
