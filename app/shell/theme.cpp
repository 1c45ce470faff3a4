// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/theme.h"

#include "app/shell/calmstyle.h"
#include "app/shell/look.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFileInfo>
#include <QStyle>

#include <algorithm>

namespace lectern::app {
namespace {

constexpr uint portalPrefersDark = 1; // org.freedesktop.appearance color-scheme

/// Fusion's built-in highlight: nobody chose it, and white on it is hard to read.
const QColor fusionHighlight(48, 140, 198);
const QColor ownHighlight(0x2f, 0x6a, 0xc6);

QString portalGroup() { return QStringLiteral("org.freedesktop.appearance"); }
QString portalKey() { return QStringLiteral("color-scheme"); }

/// Asking for a bus that is not there may start one: look first.
bool hasSessionBus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
        || QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

QPalette paletteOf(const QColor& window, const QColor& base, const QColor& text, const QColor& button,
    const QColor& highlight, const QColor& link)
{
    QPalette palette(text, button, look::mixed(Qt::white, button, 0.5), look::mixed(Qt::black, button, 0.35),
        look::mixed(Qt::black, button, 0.2), text, Qt::white, base, window);
    palette.setColor(QPalette::AlternateBase, look::mixed(text, base, 0.03));
    palette.setColor(QPalette::Highlight, highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, link);
    palette.setColor(QPalette::LinkVisited, link);
    palette.setColor(QPalette::PlaceholderText, look::mixed(text, base, 0.52));
    palette.setColor(QPalette::ToolTipBase, look::mixed(text, base, 0.92));
    palette.setColor(QPalette::ToolTipText, base);
    palette.setColor(QPalette::Shadow, look::mixed(Qt::black, window, 0.4));
    const QColor faint = look::mixed(text, window, 0.42);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, look::mixed(text, window, 0.2));
    return palette;
}

} // namespace

QPalette lightPalette(const QColor& highlight)
{
    return paletteOf(QColor(0xf6, 0xf6, 0xf4), Qt::white, QColor(0x1d, 0x20, 0x24), Qt::white, highlight, highlight);
}

QPalette darkPalette(const QColor& highlight)
{
    return paletteOf(QColor(0x1b, 0x1c, 0x1f), QColor(0x23, 0x25, 0x29), QColor(0xe6, 0xe6, 0xe3),
        QColor(0x2c, 0x2e, 0x33), highlight, look::mixed(Qt::white, highlight, 0.45));
}

ThemeController::ThemeController(QApplication& application, QObject* parent)
    : QObject(parent), m_application(application), m_platformPalette(application.palette()),
      m_platformFont(application.font())
{
    m_ownPalette = QApplication::style()->objectName() == QLatin1StringView("fusion");
    if (m_ownPalette)
        QApplication::setStyle(new CalmStyle);
    m_systemDark = look::isDark(m_platformPalette);
    m_dark = m_systemDark;
    askPortal();
}

void ThemeController::askPortal()
{
    if (!hasSessionBus())
        return;
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    const auto service = QStringLiteral("org.freedesktop.portal.Desktop");
    const auto path = QStringLiteral("/org/freedesktop/portal/desktop");
    const auto interface = QStringLiteral("org.freedesktop.portal.Settings");
    bus.connect(service, path, interface, QStringLiteral("SettingChanged"), this,
        SLOT(portalSettingChanged(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    question << portalGroup() << portalKey();
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* call) {
        call->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *call;
        // Desktops without the portal answer with an error: the platform's palette is what is known then.
        if (!reply.isError())
            portalSettingChanged(portalGroup(), portalKey(), reply.value());
    });
}

void ThemeController::portalSettingChanged(const QString& group, const QString& key, const QDBusVariant& value)
{
    if (group != portalGroup() || key != portalKey())
        return;
    QVariant inner = value.variant();
    // "Read" wraps the value twice (xdg-desktop-portal, Settings documentation).
    if (inner.canConvert<QDBusVariant>())
        inner = inner.value<QDBusVariant>().variant();
    m_systemDark = inner.toUInt() == portalPrefersDark;
    refresh();
}

void ThemeController::apply(Theme theme)
{
    m_theme = theme;
    refresh();
}

void ThemeController::refresh()
{
    const bool dark = m_theme == Theme::System ? m_systemDark : m_theme == Theme::Dark;
    const bool platformFits = !m_ownPalette && dark == look::isDark(m_platformPalette);
    QColor highlight = m_platformPalette.color(QPalette::Active, QPalette::Highlight);
    if (highlight == fusionHighlight)
        highlight = ownHighlight;
    QApplication::setPalette(platformFits ? m_platformPalette : dark ? darkPalette(highlight) : lightPalette(highlight));
    if (m_dark != dark) {
        m_dark = dark;
        Q_EMIT schemeChanged(dark);
    }
}

void ThemeController::setTextScale(int percent)
{
    QFont font = m_platformFont;
    const double base = font.pointSizeF() > 0 ? font.pointSizeF() : 10;
    font.setPointSizeF(base * std::clamp(percent, 80, 200) / 100.0);
    if (font != QApplication::font())
        QApplication::setFont(font);
}

} // namespace lectern::app
