// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/previewwebpage.h"

#include "app/preview/previewscheme.h"

#include <QLoggingCategory>
#include <QWebEngineCertificateError>
#include <QWebEngineSettings>

namespace lectern::app {

namespace {

Q_LOGGING_CATEGORY(pageLog, "lectern.preview.page", QtInfoMsg)

/// Everything that a page of somebody else's could use to reach further than its own site.
void restrict(QWebEngineSettings* settings)
{
    using Settings = QWebEngineSettings;
    for (const auto attribute : { Settings::JavascriptEnabled, Settings::JavascriptCanOpenWindows,
             Settings::JavascriptCanAccessClipboard, Settings::JavascriptCanPaste,
             Settings::LocalStorageEnabled, Settings::LocalContentCanAccessRemoteUrls,
             Settings::LocalContentCanAccessFileUrls, Settings::HyperlinkAuditingEnabled,
             Settings::ErrorPageEnabled, Settings::PluginsEnabled, Settings::FullScreenSupportEnabled,
             Settings::ScreenCaptureEnabled, Settings::WebGLEnabled, Settings::AutoLoadIconsForPage,
             Settings::TouchIconsEnabled, Settings::FocusOnNavigationEnabled,
             Settings::AllowRunningInsecureContent, Settings::AllowGeolocationOnInsecureOrigins,
             Settings::AllowWindowActivationFromJavaScript, Settings::DnsPrefetchEnabled,
             Settings::PdfViewerEnabled, Settings::NavigateOnDropEnabled })
        settings->setAttribute(attribute, false);
    settings->setAttribute(Settings::WebRTCPublicInterfacesOnly, true);
    settings->setAttribute(Settings::PlaybackRequiresUserGesture, true);
    settings->setUnknownUrlSchemePolicy(Settings::DisallowUnknownUrlSchemes);
    settings->setDefaultTextEncoding(QStringLiteral("UTF-8"));
}

} // namespace

PreviewWebPage::PreviewWebPage(QWebEngineProfile* profile, QObject* parent)
    : QWebEnginePage(profile, parent)
{
    restrict(settings());
    connect(
        this, &QWebEnginePage::featurePermissionRequested, this, [this](const QUrl& origin, Feature feature) {
            setFeaturePermission(origin, feature, PermissionDeniedByUser);
        });
    connect(this, &QWebEnginePage::certificateError, this, [](const QWebEngineCertificateError& error) {
        QWebEngineCertificateError(error).rejectCertificate();
    });
}

void PreviewWebPage::allowScripts(bool allowed)
{
    settings()->setAttribute(QWebEngineSettings::JavascriptEnabled, allowed);
}

void PreviewWebPage::show(const QUrl& url)
{
    m_shown = url;
    load(url);
}

void PreviewWebPage::javaScriptConsoleMessage(
    JavaScriptConsoleMessageLevel, const QString& message, int line, const QString& source)
{
    qCDebug(pageLog).noquote() << source << line << message;
}

bool PreviewWebPage::acceptNavigationRequest(const QUrl& url, NavigationType type, bool isMainFrame)
{
    if (!isMainFrame)
        return false;
    if (type == NavigationTypeLinkClicked) {
        Q_EMIT linkActivated(url);
        return false;
    }
    return url.adjusted(QUrl::RemoveFragment) == m_shown;
}

} // namespace lectern::app
