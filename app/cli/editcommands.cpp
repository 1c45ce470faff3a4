// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "core/document/yamldocument.h"
#include "core/profile/intentions.h"
#include "core/publish/address.h"
#include "core/publish/fieldtext.h"
#include "core/publish/linediff.h"

#include <QCommandLineParser>

namespace lectern::cli {
namespace {

const QString configName = QStringLiteral("_config.yml");

/// Options that every editing command takes, and what comes of its edits.
struct EditCommand {
    EditCommand()
        : page(QStringLiteral("page"), QStringLiteral("Page, relative to the site's folder."), QStringLiteral("PATH")),
          dryRun(QStringLiteral("dry-run"), QStringLiteral("Print the difference; write nothing."))
    {
        parser.addOptions({page, dryRun});
    }

    QStringList parse(const QStringList& arguments, int least, int most, const QString& usage)
    {
        parser.parse(QStringList {QStringLiteral("lectern-cli")} + arguments);
        const QStringList rest = parser.positionalArguments();
        if (!parser.errorText().isEmpty() || rest.size() < least || rest.size() > most) {
            message(parser.errorText().isEmpty() ? QStringLiteral("Usage: lectern-cli ") + usage : parser.errorText());
            return {};
        }
        return rest;
    }

    Result<Page> open(const QString& path) { return openPage(path, parser.value(page)); }

    int finish(const Page& opened, const QString& file, const QByteArray& before, const Result<Edits>& edits)
    {
        if (!edits)
            return failed(edits.error());
        if (parser.isSet(dryRun)) {
            print(publish::unifiedDiff(before, applied(before, *edits), file));
            return 0;
        }
        const auto written = writeEdits(opened, file, before, *edits);
        return written ? 0 : failed(written.error());
    }

    /// Edits of the page's text: each goes to the file that it belongs to.
    int finish(const Page& opened, const Result<Edits>& edits)
    {
        if (!edits)
            return failed(edits.error());
        for (const FileEdits& change : opened.text.changeFor(*edits)) {
            if (const int status = finish(opened, change.file, opened.text.fileBytes(change.file), change.edits))
                return status;
        }
        return 0;
    }

    QCommandLineParser parser;
    QCommandLineOption page;
    QCommandLineOption dryRun;
};

int setYaml(EditCommand& command, const Page& page, const publish::Address& address, const QString& value)
{
    const bool isConfig = address.kind == publish::Address::Kind::Config;
    const auto bytes = isConfig ? readSiteFile(page, configName) : Result<QByteArray>(page.text.fileBytes(page.path));
    if (!bytes)
        return failed(bytes.error());
    if (!isConfig && !page.profile.frontMatter)
        return failed({ErrorCode::NoSuchAddress, {}, QStringLiteral("front")});
    const auto yaml = isConfig ? YamlDocument::parse(*bytes) : YamlDocument::parse(*bytes, page.profile.frontMatter->yaml);
    if (!yaml)
        return failed(yaml.error());
    return command.finish(page, isConfig ? configName : page.path, *bytes, yaml->set(address.path, value));
}

} // namespace

int set(const QStringList& arguments)
{
    EditCommand command;
    const auto rest = command.parse(arguments, 3, 3, QStringLiteral("set SITE|FILE ADDRESS VALUE [--page PATH] [--dry-run]"));
    if (rest.isEmpty())
        return 2;
    const auto page = command.open(rest[0]);
    if (!page)
        return failed(page.error());
    const auto address = publish::parseAddress(rest[1]);
    if (!address)
        return failed(address.error());
    using Kind = publish::Address::Kind;
    switch (address->kind) {
    case Kind::Config:
    case Kind::FrontMatter: return setYaml(command, *page, *address, rest[2]);
    case Kind::Heading: {
        const auto section = publish::findSection(page->profile, address->section);
        return section ? command.finish(*page, profile::renameSection(page->profile, *section, rest[2])) : failed(section.error());
    }
    case Kind::Section: return failed({ErrorCode::NotEditable, {}, rest[1]});
    case Kind::Item:
    case Kind::Field: break;
    }
    const auto ref = publish::findItem(page->profile, *address);
    if (!ref)
        return failed(ref.error());
    if (address->kind == Kind::Item)
        return command.finish(*page, profile::setItemSource(page->profile, *ref, rest[2].toUtf8()));
    const profile::Field* field = page->profile.item(*ref)->field(address->field);
    if (!field)
        return failed({ErrorCode::NoSuchAddress, {}, rest[1]});
    const auto value = publish::fieldFromText(field->shape, rest[2]);
    if (!value)
        return failed(value.error());
    return command.finish(*page, profile::setField(page->profile, *ref, address->field, *value));
}

int add(const QStringList& arguments)
{
    EditCommand command;
    const QCommandLineOption at(QStringLiteral("at"), QStringLiteral("Position, from 0; default: first."), QStringLiteral("N"), QStringLiteral("0"));
    command.parser.addOption(at);
    const auto rest = command.parse(arguments, 2, 64, QStringLiteral("add SITE|FILE SECTION FIELD=VALUE… [--at N] [--page PATH] [--dry-run]"));
    if (rest.isEmpty())
        return 2;
    const auto page = command.open(rest[0]);
    if (!page)
        return failed(page.error());
    const auto section = publish::findSection(page->profile, rest[1]);
    if (!section)
        return failed(section.error());
    const std::vector<profile::Field> form = profile::emptyFields(page->profile, *section);
    profile::NewFields fields;
    for (const QString& pair : rest.sliced(2)) {
        const auto id = profile::fieldId(pair.section(u'=', 0, 0));
        const auto field = std::find_if(form.begin(), form.end(), [&](const profile::Field& candidate) { return id && candidate.id == *id; });
        if (field == form.end() || !pair.contains(u'='))
            return failed({ErrorCode::NoSuchAddress, {}, pair});
        const auto value = publish::fieldFromText(field->shape, pair.section(u'=', 1));
        if (!value)
            return failed(value.error());
        fields.emplace_back(*id, *value);
    }
    return command.finish(*page, profile::addItem(page->profile, *section, command.parser.value(at).toInt(), fields));
}

int remove(const QStringList& arguments)
{
    EditCommand command;
    const auto rest = command.parse(arguments, 2, 1000, QStringLiteral("remove SITE|FILE ADDRESS… [--page PATH] [--dry-run]"));
    if (rest.isEmpty())
        return 2;
    const auto page = command.open(rest[0]);
    if (!page)
        return failed(page.error());
    std::vector<profile::ItemRef> refs;
    for (const QString& text : rest.sliced(1)) {
        const auto address = publish::parseAddress(text);
        if (!address)
            return failed(address.error());
        using Kind = publish::Address::Kind;
        if (rest.size() == 2 && (address->kind == Kind::FrontMatter || address->kind == Kind::Config)) {
            const bool isConfig = address->kind == Kind::Config;
            const auto bytes = isConfig ? readSiteFile(*page, configName) : Result<QByteArray>(page->text.fileBytes(page->path));
            if (!bytes)
                return failed(bytes.error());
            const auto yaml = isConfig || !page->profile.frontMatter ? YamlDocument::parse(*bytes)
                                                                     : YamlDocument::parse(*bytes, page->profile.frontMatter->yaml);
            return yaml ? command.finish(*page, isConfig ? configName : page->path, *bytes, yaml->remove(address->path)) : failed(yaml.error());
        }
        if (rest.size() == 2 && address->kind == Kind::Section) {
            const auto section = publish::findSection(page->profile, address->section);
            return section ? command.finish(*page, profile::removeSection(page->profile, *section)) : failed(section.error());
        }
        if (rest.size() == 2 && address->kind == Kind::Field) {
            const auto ref = publish::findItem(page->profile, *address);
            if (!ref)
                return failed(ref.error());
            const profile::Field* field = page->profile.item(*ref)->field(address->field);
            if (!field)
                return failed({ErrorCode::NoSuchAddress, {}, text});
            const auto nothing = publish::fieldFromText(field->shape, {});
            return command.finish(*page, profile::setField(page->profile, *ref, address->field, *nothing));
        }
        const auto ref = publish::findItem(page->profile, *address);
        if (!ref || address->kind != Kind::Item)
            return failed({ErrorCode::NoSuchAddress, {}, text});
        refs.push_back(*ref);
    }
    return command.finish(*page, profile::removeItems(page->profile, refs));
}

int move(const QStringList& arguments)
{
    EditCommand command;
    const QCommandLineOption to(QStringLiteral("to"), QStringLiteral("Before which item, counted before the move, from 0."), QStringLiteral("N"));
    const QCommandLineOption into(QStringLiteral("section"), QStringLiteral("Into another section."), QStringLiteral("ID"));
    command.parser.addOptions({to, into});
    const auto rest = command.parse(arguments, 2, 2, QStringLiteral("move SITE|FILE ADDRESS --to N [--section ID] [--page PATH] [--dry-run]"));
    if (rest.isEmpty())
        return 2;
    bool isNumber = false;
    const int position = command.parser.value(to).toInt(&isNumber);
    if (!isNumber)
        return failed({ErrorCode::InvalidValue, {}, QStringLiteral("--to needs a number")});
    const auto page = command.open(rest[0]);
    if (!page)
        return failed(page.error());
    const auto address = publish::parseAddress(rest[1]);
    if (!address)
        return failed(address.error());
    if (address->kind == publish::Address::Kind::Section) {
        const auto section = publish::findSection(page->profile, address->section);
        return section ? command.finish(*page, profile::moveSection(page->profile, *section, position)) : failed(section.error());
    }
    const auto ref = publish::findItem(page->profile, *address);
    if (!ref)
        return failed(ref.error());
    const auto target = command.parser.isSet(into) ? publish::findSection(page->profile, command.parser.value(into)) : Result<int>(ref->section);
    if (!target)
        return failed(target.error());
    return command.finish(*page, profile::moveItem(page->profile, *ref, *target, position));
}

} // namespace lectern::cli
