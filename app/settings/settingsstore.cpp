// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settingsstore.h"

#include "app/settings/settingsformat.h"

#include <QCryptographicHash>
#include <QSettings>

#include <algorithm>

namespace lectern::app {
namespace {

constexpr int recentLimit = 10;

QString themeName(Theme theme)
{
    switch (theme) {
    case Theme::Light: return QStringLiteral("light");
    case Theme::Dark: return QStringLiteral("dark");
    case Theme::System: break;
    }
    return QStringLiteral("system");
}

Theme themeOf(const QString& name)
{
    if (name == QLatin1StringView("light"))
        return Theme::Light;
    return name == QLatin1StringView("dark") ? Theme::Dark : Theme::System;
}

constexpr QLatin1StringView trustKey("trust");
constexpr QLatin1StringView hintsKey("pages");

/// Where what is known of a site stands, with the separator behind it. A path may hold what keys may not.
QString siteGroup(QLatin1StringView what, const QString& root)
{
    const QByteArray name = QCryptographicHash::hash(root.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    return QStringLiteral("%1/%2/").arg(what, QLatin1StringView(name));
}

} // namespace

SettingsStore::SettingsStore()
    : m_settings(std::make_unique<QSettings>(
        settingsFormat(), QSettings::UserScope, QStringLiteral("lectern"), QStringLiteral("lectern")))
{
}

SettingsStore::SettingsStore(const QString& path)
    : m_settings(std::make_unique<QSettings>(path, settingsFormat()))
{
}

SettingsStore::~SettingsStore() = default;

AppearanceSettings SettingsStore::appearance() const
{
    AppearanceSettings settings;
    settings.theme = themeOf(m_settings->value(QStringLiteral("appearance/theme")).toString());
    bool isNumber = false;
    const int scale = m_settings->value(QStringLiteral("appearance/textScale")).toInt(&isNumber);
    if (isNumber)
        settings.textScale = std::clamp(scale, 80, 200);
    settings.language = m_settings->value(QStringLiteral("appearance/language")).toString();
    return settings;
}

void SettingsStore::setAppearance(const AppearanceSettings& settings)
{
    m_settings->setValue(QStringLiteral("appearance/theme"), themeName(settings.theme));
    m_settings->setValue(QStringLiteral("appearance/textScale"), settings.textScale);
    m_settings->setValue(QStringLiteral("appearance/language"), settings.language);
}

WindowSettings SettingsStore::window() const
{
    WindowSettings settings;
    settings.geometry = m_settings->value(QStringLiteral("window/geometry")).toByteArray();
    const QStringList widths = m_settings->value(QStringLiteral("window/columns")).toStringList();
    for (const QString& width : widths)
        settings.columnWidths.append(std::max(0, width.toInt()));
    if (settings.columnWidths.size() != 3)
        settings.columnWidths.clear();
    settings.sidebarShown = m_settings->value(QStringLiteral("window/sidebar"), true).toBool();
    settings.editorShown = m_settings->value(QStringLiteral("window/editor"), true).toBool();
    settings.previewShown = m_settings->value(QStringLiteral("window/preview"), true).toBool();
    return settings;
}

void SettingsStore::setWindow(const WindowSettings& settings)
{
    QStringList widths;
    for (const int width : settings.columnWidths)
        widths.append(QString::number(width));
    m_settings->setValue(QStringLiteral("window/geometry"), settings.geometry);
    m_settings->setValue(QStringLiteral("window/columns"), widths);
    m_settings->setValue(QStringLiteral("window/sidebar"), settings.sidebarShown);
    m_settings->setValue(QStringLiteral("window/editor"), settings.editorShown);
    m_settings->setValue(QStringLiteral("window/preview"), settings.previewShown);
}

SpellingSettings SettingsStore::spelling() const
{
    SpellingSettings settings;
    settings.ownWords = m_settings->value(QStringLiteral("spelling/words")).toStringList();
    const QVariantMap languages = m_settings->value(QStringLiteral("spelling/languages")).toMap();
    for (auto language = languages.constBegin(); language != languages.constEnd(); ++language)
        settings.fieldLanguages.insert(language.key(), language.value().toString());
    return settings;
}

void SettingsStore::setSpelling(const SpellingSettings& settings)
{
    QVariantMap languages;
    for (auto language = settings.fieldLanguages.constBegin(); language != settings.fieldLanguages.constEnd(); ++language)
        languages.insert(language.key(), language.value());
    m_settings->setValue(QStringLiteral("spelling/words"), settings.ownWords);
    m_settings->setValue(QStringLiteral("spelling/languages"), languages);
}

SiteTrust SettingsStore::siteTrust(const QString& root) const
{
    const QString group = siteGroup(trustKey, root);
    SiteTrust trust;
    trust.scripts = m_settings->value(group + QStringLiteral("scripts"), false).toBool();
    trust.hosts = m_settings->value(group + QStringLiteral("hosts")).toStringList();
    return trust;
}

void SettingsStore::setSiteTrust(const QString& root, const SiteTrust& trust)
{
    const QString group = siteGroup(trustKey, root);
    if (trust == SiteTrust {}) {
        m_settings->remove(group.chopped(1));
        return;
    }
    m_settings->setValue(group + QStringLiteral("root"), root);
    m_settings->setValue(group + QStringLiteral("scripts"), trust.scripts);
    m_settings->setValue(group + QStringLiteral("hosts"), trust.hosts);
}

ReaderHints SettingsStore::readerHints(const QString& root) const
{
    const QString group = siteGroup(hintsKey, root);
    ReaderHints hints;
    hints.ownerNames = m_settings->value(group + QStringLiteral("names")).toStringList();
    const QStringList kinds = m_settings->value(group + QStringLiteral("kinds")).toStringList();
    for (const QString& entry : kinds) {
        const QStringList parts = entry.split(u'\n');
        const auto kind = parts.size() == 3 ? profile::sectionKind(parts[2]) : std::nullopt;
        if (kind)
            hints.kinds[parts[0]].insert(parts[1], *kind);
    }
    return hints;
}

void SettingsStore::setReaderHints(const QString& root, const ReaderHints& hints)
{
    const QString group = siteGroup(hintsKey, root);
    m_settings->remove(group.chopped(1));
    if (hints == ReaderHints {})
        return;
    QStringList kinds;
    for (auto page = hints.kinds.constBegin(); page != hints.kinds.constEnd(); ++page) {
        for (auto said = page->constBegin(); said != page->constEnd(); ++said)
            kinds.append(page.key() + u'\n' + said.key() + u'\n' + profile::name(*said));
    }
    kinds.sort();
    m_settings->setValue(group + QStringLiteral("root"), root);
    m_settings->setValue(group + QStringLiteral("names"), hints.ownerNames);
    m_settings->setValue(group + QStringLiteral("kinds"), kinds);
}

QList<RecentSite> SettingsStore::recentSites() const
{
    QList<RecentSite> sites;
    // A damaged file may claim any number.
    const int count = std::min(m_settings->beginReadArray(QStringLiteral("recent")), 10 * recentLimit);
    for (int index = 0; index < count && sites.size() < recentLimit; ++index) {
        m_settings->setArrayIndex(index);
        const RecentSite site{m_settings->value(QStringLiteral("path")).toString(), m_settings->value(QStringLiteral("name")).toString()};
        if (!site.path.isEmpty())
            sites.append(site);
    }
    m_settings->endArray();
    return sites;
}

void SettingsStore::addRecentSite(const RecentSite& site)
{
    QList<RecentSite> sites = recentSites();
    sites.removeIf([&site](const RecentSite& old) { return old.path == site.path; });
    sites.prepend(site);
    writeRecentSites(sites.first(std::min<qsizetype>(sites.size(), recentLimit)));
}

void SettingsStore::removeRecentSite(const QString& path)
{
    QList<RecentSite> sites = recentSites();
    if (sites.removeIf([&path](const RecentSite& old) { return old.path == path; }) > 0)
        writeRecentSites(sites);
}

void SettingsStore::writeRecentSites(const QList<RecentSite>& sites)
{
    m_settings->remove(QStringLiteral("recent"));
    m_settings->beginWriteArray(QStringLiteral("recent"), int(sites.size()));
    for (int index = 0; index < sites.size(); ++index) {
        m_settings->setArrayIndex(index);
        m_settings->setValue(QStringLiteral("path"), sites[index].path);
        m_settings->setValue(QStringLiteral("name"), sites[index].name);
    }
    m_settings->endArray();
}

} // namespace lectern::app
