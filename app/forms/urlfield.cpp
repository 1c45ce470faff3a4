// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/urlfield.h"

#include "app/shell/icons.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QToolButton>

namespace lectern::app {

QString addressProblem(const QString& address)
{
    const QString text = address.trimmed();
    if (text.isEmpty() || text.contains(QLatin1StringView("{{")) || text.contains(QLatin1StringView("{%")))
        return {};
    for (const QChar character : text) {
        if (character.isSpace())
            return UrlField::tr("An address has no spaces in it. Write %20 for one.");
    }
    if (text.startsWith(QLatin1StringView("www."), Qt::CaseInsensitive))
        return UrlField::tr("Write https:// in front, or the link leads into your own site.");
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() && !QUrl(text).isValid())
        return UrlField::tr("This is not an address that a browser can open.");
    const bool isWeb
        = url.scheme() == QLatin1StringView("http") || url.scheme() == QLatin1StringView("https");
    if (isWeb
        && (url.host().isEmpty()
            || (!url.host().contains(u'.') && !url.host().contains(u':')
                && url.host() != QLatin1StringView("localhost"))))
        return UrlField::tr("The name of the site is not complete.");
    return {};
}

QUrl addressTarget(const QString& address, const QString& siteRoot)
{
    const QString text = address.trimmed();
    if (text.isEmpty() || text.startsWith(u'#') || text.contains(u'{'))
        return {};
    const QUrl url(text);
    if (!url.scheme().isEmpty()) {
        static const QStringList safe { QStringLiteral("http"), QStringLiteral("https"),
            QStringLiteral("mailto") };
        return safe.contains(url.scheme().toLower()) ? url : QUrl();
    }
    if (siteRoot.isEmpty() || text.startsWith(QLatin1StringView("//")))
        return {};
    const QString root = QFileInfo(siteRoot).canonicalFilePath();
    const QString path
        = QFileInfo(QDir(root).absoluteFilePath(url.path().mid(url.path().startsWith(u'/') ? 1 : 0)))
              .canonicalFilePath();
    return !path.isEmpty() && path.startsWith(root + u'/') ? QUrl::fromLocalFile(path) : QUrl();
}

UrlField::UrlField(const FieldSetting& setting, QWidget* parent)
    : LineField(setting, parent, WithoutContent {})
    , m_open(new QToolButton(this))
{
    box()->setTrailing(m_open);
    m_open->setIcon(icon(u"external-link", IconTint::Secondary));
    m_open->setIconSize({ 16, 16 });
    m_open->setAutoRaise(true);
    m_open->setAccessibleName(tr("Open this link"));
    m_open->setToolTip(tr("Open this link"));
    connect(m_open, &QToolButton::clicked, this, &UrlField::open);
    connect(box(), &TextBox::edited, this, &UrlField::refreshButton);
    setContent(box(), box());
    refreshButton();
}

void UrlField::showValue(const profile::FieldValue& value)
{
    LineField::showValue(value);
    refreshButton();
}

void UrlField::refreshButton()
{
    m_open->setEnabled(addressTarget(box()->record(), setting().siteRoot).isValid());
}

void UrlField::open()
{
    QDesktopServices::openUrl(addressTarget(box()->record(), setting().siteRoot));
}

} // namespace lectern::app
