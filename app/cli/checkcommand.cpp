// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/shell/diagnostictext.h"
#include "app/workspace/gemfolders.h"
#include "core/check/checker.h"
#include "core/publish/linediff.h"

#include <QCommandLineParser>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lectern::cli {
namespace {

struct Place {
    check::Finding finding;
    QByteArray before; ///< the bytes of its file
    LineColumn at;
};

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return QStringLiteral("error");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Info:
        break;
    }
    return QStringLiteral("notice");
}

/// The escapes of GitHub's workflow commands, in a message and in a property.
QString escaped(QString text, bool property)
{
    text.replace(u'%', QStringLiteral("%25"))
        .replace(u'\r', QStringLiteral("%0D"))
        .replace(u'\n', QStringLiteral("%0A"));
    return property ? text.replace(u':', QStringLiteral("%3A")).replace(u',', QStringLiteral("%2C")) : text;
}

QString annotation(const Place& place)
{
    const Diagnostic& what = place.finding.what;
    return QStringLiteral("::%1 file=%2,line=%3,col=%4,title=%5::%6")
        .arg(severityName(what.severity), escaped(what.file, true))
        .arg(place.at.line)
        .arg(place.at.column)
        .arg(escaped(what.code, true), escaped(app::diagnosticText(what), false));
}

QString line(const Place& place)
{
    const Diagnostic& what = place.finding.what;
    return QStringLiteral("%1:%2:%3: %4: %5 [%6]%7")
        .arg(what.file)
        .arg(place.at.line)
        .arg(place.at.column)
        .arg(severityName(what.severity), app::diagnosticText(what), what.code,
            place.finding.repair.empty() ? QString() : QStringLiteral(" (can be repaired)"));
}

QJsonObject json(const Place& place)
{
    const Diagnostic& what = place.finding.what;
    return { { QStringLiteral("file"), what.file }, { QStringLiteral("line"), place.at.line },
        { QStringLiteral("column"), place.at.column },
        { QStringLiteral("range"), QJsonArray { qint64(what.range.from), qint64(what.range.to) } },
        { QStringLiteral("severity"), severityName(what.severity) }, { QStringLiteral("code"), what.code },
        { QStringLiteral("arguments"), QJsonArray::fromStringList(what.arguments) },
        { QStringLiteral("text"), app::diagnosticText(what) },
        { QStringLiteral("repairable"), !place.finding.repair.empty() } };
}

std::vector<Place> placesOf(const Page& page, const check::Findings& findings)
{
    std::vector<Place> places;
    for (const check::Finding& finding : findings) {
        const QByteArray bytes = readSiteFile(page, finding.what.file).valueOr({});
        places.push_back(
            { finding, bytes, lineColumn(bytes, std::min(finding.what.range.from, bytes.size())) });
    }
    return places;
}

void printRepairs(const std::vector<Place>& places)
{
    for (const Place& place : places) {
        for (const FileEdits& edits : place.finding.repair) {
            if (edits.file == place.finding.what.file)
                print(publish::unifiedDiff(place.before, applied(place.before, edits.edits), edits.file));
        }
    }
}

} // namespace

int checkPage(const QStringList& arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption page(QStringLiteral("page"), QStringLiteral("Page."), QStringLiteral("PATH"));
    const QCommandLineOption asJson(QStringLiteral("json"), QStringLiteral("Print JSON."));
    const QCommandLineOption asAnnotations(
        QStringLiteral("github"), QStringLiteral("Print GitHub annotations."));
    const QCommandLineOption repairs(
        QStringLiteral("repairs"), QStringLiteral("Print each repair as a difference."));
    parser.addOptions({ page, asJson, asAnnotations, repairs });
    parser.parse(QStringList { QStringLiteral("lectern-cli") } + arguments);
    const QStringList rest = parser.positionalArguments();
    if (!parser.errorText().isEmpty() || rest.size() != 1) {
        message(parser.errorText().isEmpty() ? QStringLiteral(
                    "Usage: lectern-cli check SITE|FILE [--page PATH] [--json | --github | --repairs]")
                                             : parser.errorText());
        return 2;
    }
    const auto opened = openPage(rest[0], parser.value(page));
    if (!opened)
        return failed(opened.error());
    check::Checker checker(QDateTime::currentSecsSinceEpoch(), app::gemFolders());
    const auto findings = checker.check(*site::siteFiles(opened->root), opened->path);
    if (!findings)
        return failed(findings.error());
    const std::vector<Place> places = placesOf(*opened, *findings);
    if (parser.isSet(asJson)) {
        QJsonArray list;
        for (const Place& place : places)
            list.append(json(place));
        print(QJsonDocument(list).toJson());
    } else if (parser.isSet(repairs)) {
        printRepairs(places);
    } else {
        for (const Place& place : places)
            print((parser.isSet(asAnnotations) ? annotation(place) : line(place)).toUtf8() + '\n');
    }
    const bool serious = std::any_of(findings->begin(), findings->end(),
        [](const check::Finding& finding) { return finding.what.severity != Severity::Info; });
    return serious ? 1 : 0;
}

} // namespace lectern::cli
