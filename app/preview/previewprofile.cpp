// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/previewprofile.h"

#include "app/preview/previewscheme.h"
#include "app/preview/requestfilter.h"
#include "app/preview/siterequests.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QWebEngineDownloadRequest>
#include <QWebEngineProfile>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>

namespace lectern::app {

namespace {

QString resourceText(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("missing resource %s", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

/// `text` as a script literal.
QString literal(const QString& text)
{
    const QByteArray list = QJsonDocument(QJsonArray { text }).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

/// Our side of the preview: its parts in one function, so that the page's world and other documents that the
/// engine may show (an error page) see nothing of it.
QString previewSource()
{
    QString source = resourceText(QStringLiteral(":/qtwebchannel/qwebchannel.js")) + u'\n'
        + resourceText(QStringLiteral(":/lectern/preview/morphdom-umd.js"))
        + QStringLiteral("\nif (window.top === window && location.protocol === 'lectern:' && !window.lectern)"
                         " (function () {\nvar lecternParts = {};\nvar LECTERN_STYLE = ")
        + literal(resourceText(QStringLiteral(":/lectern/preview/preview.css"))) + QStringLiteral(";\n");
    for (const char* part : { "bridge", "blocks", "places", "outlines", "pointer", "compare", "preview" })
        source += resourceText(QStringLiteral(":/lectern/preview/%1.js").arg(QLatin1StringView(part)));
    return source + QStringLiteral("})();\n");
}

QWebEngineScript previewScript()
{
    QWebEngineScript script;
    script.setName(QStringLiteral("lectern"));
    script.setWorldId(QWebEngineScript::ApplicationWorld);
    script.setInjectionPoint(QWebEngineScript::DocumentCreation);
    script.setRunsOnSubFrames(false);
    script.setSourceCode(previewSource());
    return script;
}

} // namespace

std::unique_ptr<QWebEngineProfile> previewProfile(SiteRequests* requests, RequestFilter* filter)
{
    auto profile = std::make_unique<QWebEngineProfile>();
    profile->installUrlSchemeHandler(previewSchemeName(), requests);
    profile->setUrlRequestInterceptor(filter);
    profile->setSpellCheckEnabled(false);
    profile->setHttpCacheType(QWebEngineProfile::NoCache);
    profile->setPersistentCookiesPolicy(QWebEngineProfile::NoPersistentCookies);
    QObject::connect(profile.get(), &QWebEngineProfile::downloadRequested, profile.get(),
        [](QWebEngineDownloadRequest* download) { download->cancel(); });
    profile->scripts()->insert(previewScript());
    return profile;
}

} // namespace lectern::app
