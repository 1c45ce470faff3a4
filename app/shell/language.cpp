// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace lectern::app {
namespace {

/// "zh-Hans-CN", "zh_SG" and the like are Simplified Chinese; Traditional Chinese is not offered, and English serves better.
QString offered(const QString& language)
{
    QString name = language;
    name.replace(u'-', u'_');
    if (name.startsWith(QLatin1StringView("zh"))) {
        for (const char* traditional : {"Hant", "TW", "HK", "MO"}) {
            if (name.contains(QLatin1StringView(traditional)))
                return {};
        }
        return QStringLiteral("zh_CN");
    }
    return name == QLatin1StringView("en") || name.startsWith(QLatin1StringView("en_")) ? QStringLiteral("en") : QString();
}

QString translatorName() { return QStringLiteral("interfaceLanguage"); }

void load(QCoreApplication& application, const QString& name, const QString& folder)
{
    auto* translator = new QTranslator(&application);
    translator->setObjectName(translatorName());
    if (translator->load(name, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

QString installLanguage(QCoreApplication& application, const QString& wanted)
{
    QString language = wanted;
    const QStringList systems = QLocale::system().uiLanguages();
    for (qsizetype index = 0; language.isEmpty() && index < systems.size(); ++index)
        language = offered(systems[index]);
    if (language.isEmpty())
        language = QStringLiteral("en");
    qDeleteAll(application.findChildren<QTranslator*>(translatorName(), Qt::FindDirectChildrenOnly));
    // English has a file of its own for its plurals ("1 edit", "2 edits").
    load(application, QStringLiteral("lectern_") + language, QStringLiteral(":/i18n"));
    load(application, QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    QLocale::setDefault(QLocale(language));
    return language;
}

} // namespace lectern::app
