// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/program.h"

#include "app/settings/settingsstore.h"
#include "app/shell/language.h"
#include "app/shell/siteopener.h"
#include "app/shell/unattended.h"

#include <QApplication>
#include <QFileInfo>

namespace lectern::app {

Program::Program(QApplication& application, SettingsStore& settings, const LaunchOptions& launch,
    const MainWindowOptions& window)
    : m_application(application)
    , m_settings(settings)
    , m_launch(launch)
    , m_windowOptions(window)
    , m_theme(application)
{
    const AppearanceSettings appearance = settings.appearance();
    installLanguage(application, launch.language.isEmpty() ? appearance.language : launch.language);
    m_theme.apply(launch.theme.value_or(appearance.theme));
    m_theme.setTextScale(launch.textScale > 0 ? launch.textScale : appearance.textScale);
    if (!isUnattended(launch)) {
        m_safety.emplace(m_workspace, DataFolders::ofUser());
        m_windowOptions.safety = &*m_safety;
    }
    makeWindow();
    if (launch.size.isValid())
        m_window->resize(launch.size);
}

Program::~Program() = default;

void Program::makeWindow()
{
    m_window = std::make_unique<MainWindow>(m_workspace, m_settings, m_theme, m_windowOptions);
    // Queued: the window that announces it is taken away.
    connect(
        m_window.get(), &MainWindow::languageChosen, this, &Program::changeLanguage, Qt::QueuedConnection);
}

void Program::changeLanguage(const QString& language)
{
    installLanguage(m_application, language);
    const std::unique_ptr<MainWindow> before = std::move(m_window);
    const Destination destination = before->destination();
    before->rememberWindow();
    makeWindow();
    m_window->setGeometry(before->geometry());
    if (m_workspace.isOpen())
        m_window->show(destination);
    m_window->setVisible(before->isVisible());
    m_window->askSettings();
    Q_EMIT windowChanged();
}

Result<void> Program::openFirst()
{
    if (!m_launch.path.isEmpty())
        return m_window->opener().open(m_launch.path);
    const auto recent = m_settings.recentSites();
    // A site on a drive that is not there now stays in the list of the welcome page, without a word of
    // complaint.
    if (!isUnattended(m_launch) && !recent.isEmpty() && QFileInfo::exists(recent.first().path))
        return m_window->opener().open(recent.first().path);
    return {};
}

} // namespace lectern::app
