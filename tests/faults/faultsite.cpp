// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/faultsite.h"

#include "app/shell/look.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>

namespace lectern::test {

const QByteArray faultText
    = "---\npermalink: /\ntitle: \"About\"\n---\n\nHello, this is me.\n\n# News\n- *2024*: one\n- *2023*: "
      "two\n\n"
      "# Publications\n\n[First paper](https://a.example/1)\n- Accepted by **SC' 25 (CCF-A)**, a note.\n"
      "- Authors: **Ada B**, C D\n\n[Second paper](https://a.example/2)\n"
      "- Accepted by **ICS' 24 (CCF-B)**, a note.\n- Authors: C D, **Ada B**\n";

FaultSite::FaultSite()
{
    write(QStringLiteral("_config.yml"), "title: x\nauthor:\n  name: Ada B\n");
    write(faultPage, faultText);
}

QString FaultSite::pagePath() const
{
    return site() + u'/' + faultPage;
}

void FaultSite::write(const QString& relative, const QByteArray& bytes) const
{
    const QString file = site() + u'/' + relative;
    QDir().mkpath(QFileInfo(file).path());
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file));
}

bool FaultSite::open()
{
    m_window.reset();
    m_safety.reset();
    m_workspace = std::make_unique<app::Workspace>();
    m_settings = std::make_unique<app::SettingsStore>(path(QStringLiteral("settings.ini")));
    m_theme = std::make_unique<app::ThemeController>(*qApp);
    m_safety = std::make_unique<app::Safety>(*m_workspace, data());
    app::MainWindowOptions options;
    options.withPreview = false;
    options.safety = m_safety.get();
    m_window = std::make_unique<app::MainWindow>(*m_workspace, *m_settings, *m_theme, options);
    m_window->resize(1280, 800);
    m_window->show();
    return m_window->opener().open(site()).isOk();
}

void FaultSite::type(const QByteArray& before, const QByteArray& after)
{
    const QByteArray text = buffer();
    const qsizetype at = text.indexOf(before);
    QVERIFY2(at >= 0, before.constData());
    m_workspace->push({ { faultPage, { replacement(text, { at, at + before.size() }, after) } } },
        QStringLiteral("Type"), app::EditSource::Form);
}

QString FaultSite::writeInSheet()
{
    m_window->reviewAndExport();
    app::ReviewSheet* sheet = m_window->review();
    QSignalSpy exported(sheet, &app::ReviewSheet::exported);
    for (QPushButton* button : sheet->findChildren<QPushButton*>()) {
        if (app::look::isPrimary(button) && button->isEnabled())
            QTest::mouseClick(button, Qt::LeftButton);
    }
    if (!exported.isEmpty())
        return {};
    for (const QLabel* label : sheet->findChildren<QLabel*>()) {
        if (label->isVisible() && label->text().contains(QLatin1StringView("your edits are kept")))
            return label->text();
    }
    return QStringLiteral("nothing was written, and nothing was said");
}

QByteArray FaultSite::buffer()
{
    return m_workspace->file(faultPage)->bytes();
}

QStringList FaultSite::pageFolder() const
{
    return QDir(QFileInfo(pagePath()).path())
        .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

} // namespace lectern::test
