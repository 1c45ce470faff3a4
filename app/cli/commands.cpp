// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/changetext.h"
#include "app/settings/datafolders.h"
#include "app/workspace/gemfolders.h"
#include "core/base/atomicfile.h"
#include "core/document/yamldocument.h"
#include "core/publish/address.h"
#include "core/publish/changereport.h"
#include "core/publish/export.h"
#include "core/publish/exportjournal.h"
#include "core/publish/fieldtext.h"
#include "core/publish/linediff.h"
#include "core/publish/profilejson.h"
#include "core/render/renderer.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

namespace lectern::cli {
namespace {

const QCommandLineOption pageOption(QStringLiteral("page"), QStringLiteral("Page, relative to the site's folder."), QStringLiteral("PATH"));
const QCommandLineOption jsonOption(QStringLiteral("json"), QStringLiteral("Print JSON."));
const QCommandLineOption dryRunOption(QStringLiteral("dry-run"), QStringLiteral("Show what would change; write nothing."));
const QCommandLineOption unifiedOption({QStringLiteral("u"), QStringLiteral("unified")}, QStringLiteral("Print a unified diff."));

QStringList parsed(QCommandLineParser& parser, const QStringList& arguments, int least, int most, const QString& usage)
{
    parser.parse(QStringList {QStringLiteral("lectern-cli")} + arguments);
    const QStringList rest = parser.positionalArguments();
    if (!parser.errorText().isEmpty() || rest.size() < least || rest.size() > most) {
        message(parser.errorText().isEmpty() ? QStringLiteral("Usage: lectern-cli ") + usage : parser.errorText());
        return {};
    }
    return rest;
}

QByteArray jsonBytes(const QJsonValue& value)
{
    if (value.isString())
        return QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact).sliced(1).chopped(1) + '\n';
    return (value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject())).toJson();
}

int printYaml(const Result<YamlDocument>& yaml, const QStringList& path, bool asJson, const QString& name)
{
    if (!yaml)
        return failed(yaml.error());
    const YamlValue* value = yaml->find(path);
    if (!value)
        return failed({ErrorCode::NoSuchAddress, {}, name});
    const bool isList = value->style == YamlStyle::BlockList || value->style == YamlStyle::FlowList;
    if (asJson)
        print(jsonBytes(isList ? QJsonValue(QJsonArray::fromStringList(yaml->list(path))) : QJsonValue(value->text)));
    else
        print((isList ? yaml->list(path).join(u'\n') : value->text).toUtf8() + '\n');
    return 0;
}

} // namespace

void print(const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
}

void message(const QString& text)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
}

int failed(const Error& error)
{
    message(errorText(error));
    return 2;
}

int render(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOption(pageOption);
    const auto rest = parsed(parser, arguments, 1, 1, QStringLiteral("render SITE|FILE [--page PATH]"));
    if (rest.isEmpty())
        return 2;
    const auto page = openPage(rest[0], parser.value(pageOption));
    if (!page)
        return failed(page.error());
    render::RendererOptions options;
    options.styleHelper = QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("lectern-sass"));
    options.time = QDateTime::currentSecsSinceEpoch();
    options.gems = app::gemFolders();
    render::Renderer renderer(options);
    const auto rendered = renderer.render(*site::siteFiles(page->root), page->path, render::Mode::Publish);
    if (!rendered)
        return failed(rendered.error());
    print(rendered->html);
    int status = 0;
    for (const Diagnostic& diagnostic : rendered->diagnostics) {
        message(QStringLiteral("%1:%2: %3 %4").arg(diagnostic.file.isEmpty() ? page->path : diagnostic.file)
                    .arg(diagnostic.range.from).arg(diagnostic.code, diagnostic.arguments.join(u' ')));
        if (diagnostic.severity == Severity::Error)
            status = 1;
    }
    return status;
}

int sections(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOptions({pageOption, jsonOption});
    const auto rest = parsed(parser, arguments, 1, 1, QStringLiteral("sections SITE|FILE [--page PATH] [--json]"));
    if (rest.isEmpty())
        return 2;
    const auto page = openPage(rest[0], parser.value(pageOption));
    if (!page)
        return failed(page.error());
    if (parser.isSet(jsonOption)) {
        print(QJsonDocument(publish::profileJson(page->profile, page->path, page->text)).toJson());
        return 0;
    }
    for (const profile::Section& section : page->profile.sections) {
        print(QStringLiteral("%1\t%2\t%3\n").arg(section.id).arg(section.items.size()).arg(section.heading).toUtf8());
        for (size_t i = 0; i < section.items.size(); ++i) {
            const profile::Item& item = section.items[i];
            print(QStringLiteral("  %1[%2]\t%3\t%4\n").arg(section.id).arg(i).arg(item.title, item.subtitle).toUtf8());
        }
    }
    return 0;
}

int get(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOptions({pageOption, jsonOption});
    const auto rest = parsed(parser, arguments, 2, 2, QStringLiteral("get SITE|FILE ADDRESS [--page PATH] [--json]"));
    if (rest.isEmpty())
        return 2;
    const bool asJson = parser.isSet(jsonOption);
    const auto page = openPage(rest[0], parser.value(pageOption));
    if (!page)
        return failed(page.error());
    const auto address = publish::parseAddress(rest[1]);
    if (!address)
        return failed(address.error());
    using Kind = publish::Address::Kind;
    if (address->kind == Kind::Config) {
        const auto config = readSiteFile(*page, QStringLiteral("_config.yml"));
        return config ? printYaml(YamlDocument::parse(*config), address->path, asJson, rest[1]) : failed(config.error());
    }
    if (address->kind == Kind::FrontMatter) {
        if (!page->profile.frontMatter)
            return failed({ErrorCode::NoSuchAddress, {}, rest[1]});
        return printYaml(YamlDocument::parse(page->file.bytes(), page->profile.frontMatter->yaml), address->path, asJson, rest[1]);
    }
    const auto index = publish::findSection(page->profile, address->section);
    if (!index)
        return failed(index.error());
    const profile::Section& section = page->profile.sections[size_t(*index)];
    if (address->kind == Kind::Heading || address->kind == Kind::Section) {
        print(address->kind == Kind::Heading ? section.heading.toUtf8() + '\n' : page->file.view(section.range).toByteArray());
        return 0;
    }
    const auto ref = publish::findItem(page->profile, *address);
    if (!ref)
        return failed(ref.error());
    const profile::Item& item = *page->profile.item(*ref);
    if (address->kind == Kind::Item) {
        print(asJson ? jsonBytes(publish::itemJson(section, item)) : page->file.view(item.range).toByteArray());
        return 0;
    }
    const profile::Field* field = item.field(address->field);
    if (!field || !field->present)
        return failed({ErrorCode::NoSuchAddress, {}, rest[1]});
    print(asJson ? jsonBytes(publish::fieldJson(field->value)) : publish::fieldText(field->value).toUtf8() + '\n');
    return 0;
}

int exportSite(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOptions({pageOption, dryRunOption});
    const auto rest = parsed(parser, arguments, 2, 2, QStringLiteral("export SITE|FILE TARGET-REPOSITORY [--page PATH] [--dry-run]"));
    if (rest.isEmpty())
        return 2;
    const auto page = openPage(rest[0], parser.value(pageOption));
    if (!page)
        return failed(page.error());
    const auto plan = publish::planExportTo(page->root, rest[1], {{page->path, page->file.bytes(), page->file.bytes()}});
    if (!plan)
        return failed(plan.error());
    for (const QString& missing : plan->missing)
        message(QStringLiteral("The page names %1, which does not exist.").arg(missing));
    const int status = plan->missing.isEmpty() ? 0 : 1;
    if (parser.isSet(dryRunOption)) {
        for (const auto& file : plan->files) {
            print((file.before ? "change " : "create ") + file.path.toUtf8() + '\n');
            if (!file.isPicture)
                print(publish::unifiedDiff(file.before.value_or(QByteArray()), file.after, file.path));
        }
        return status;
    }
    // Also ends what an export before this one left when it was killed.
    const QString journals = app::DataFolders::ofUser().exports;
    publish::recoverExports(journals);
    const auto outcome = publish::writeExport(*plan, journals);
    for (const QString& path : outcome.written)
        print("wrote " + path.toUtf8() + '\n');
    return outcome.failure ? failed(*outcome.failure) : status;
}

int diff(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOptions({pageOption, jsonOption, unifiedOption});
    const auto rest = parsed(parser, arguments, 2, 2, QStringLiteral("diff OLD NEW [--page PATH] [--unified | --json]  (each a site or a file)"));
    if (rest.isEmpty())
        return 2;
    const auto before = openPage(rest[0], parser.value(pageOption));
    if (!before)
        return failed(before.error());
    const auto after = openPage(rest[1], parser.value(pageOption));
    if (!after)
        return failed(after.error());
    if (parser.isSet(unifiedOption)) {
        print(publish::unifiedDiff(before->file.bytes(), after->file.bytes(), after->path));
        return 0;
    }
    QJsonArray list;
    for (const publish::PageChange& change : publish::pageChanges(before->profile, after->profile)) {
        if (parser.isSet(jsonOption))
            list.append(QJsonObject {{QStringLiteral("text"), changeText(change)},
                {QStringLiteral("before"), QJsonArray {qint64(change.beforeRange.from), qint64(change.beforeRange.to)}},
                {QStringLiteral("after"), QJsonArray {qint64(change.afterRange.from), qint64(change.afterRange.to)}}});
        else
            print(changeText(change).toUtf8() + '\n');
    }
    if (parser.isSet(jsonOption))
        print(QJsonDocument(list).toJson());
    return 0;
}

} // namespace lectern::cli
