// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <cstdio>

namespace {

struct Command {
    const char* name;
    int (*run)(const QStringList&);
    const char* help;
};

const Command commands[] = {
    {"render", lectern::cli::render, "render SITE|FILE [--page PATH]                print the page as Jekyll publishes it"},
    {"sections", lectern::cli::sections, "sections SITE|FILE [--json]                   list what the page holds"},
    {"get", lectern::cli::get, "get SITE|FILE ADDRESS [--json]                print a field, an item or a section"},
    {"set", lectern::cli::set, "set SITE|FILE ADDRESS VALUE                   write a field in place"},
    {"add", lectern::cli::add, "add SITE|FILE SECTION FIELD=VALUE… [--at N]   add an item in the page's own style"},
    {"remove", lectern::cli::remove, "remove SITE|FILE ADDRESS…                     remove items, a field or a section"},
    {"move", lectern::cli::move, "move SITE|FILE ADDRESS --to N [--section ID]  move an item or a section"},
    {"check", lectern::cli::checkPage, "check SITE|FILE [--json | --github | --repairs]  what is wrong with the page"},
    {"export", lectern::cli::exportSite, "export SITE|FILE TARGET                       write the page and its images to another repository"},
    {"diff", lectern::cli::diff, "diff OLD NEW [--unified | --json]             what changed, in words"},
};

void help(FILE* stream)
{
    std::fputs("Usage: lectern-cli COMMAND …\n\n", stream);
    for (const Command& command : commands)
        std::fprintf(stream, "  %s\n", command.help);
    std::fputs("\nADDRESS: publications[2].title, news[0], education, front.title, config.author.name (items count from 0)\n"
               "set, add, remove and move write the file; --dry-run prints the difference instead.\n"
               "Exit status: 0 done, 1 problems found, 2 wrong use or failure.\n",
        stream);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("lectern-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LECTERN_VERSION));
    QLoggingCategory::setFilterRules(QStringLiteral("qt.qml.compiler*=false"));
    const QStringList arguments = QCoreApplication::arguments().sliced(1);
    if (arguments.isEmpty()) {
        help(stderr);
        return 2;
    }
    if (arguments[0] == QStringLiteral("--help") || arguments[0] == QStringLiteral("-h")) {
        help(stdout);
        return 0;
    }
    if (arguments[0] == QStringLiteral("--version")) {
        std::puts("lectern-cli " LECTERN_VERSION);
        return 0;
    }
    for (const Command& command : commands) {
        if (arguments[0] == QLatin1StringView(command.name))
            return command.run(arguments.sliced(1));
    }
    lectern::cli::message(QStringLiteral("There is no command \u201C%1\u201D. `lectern-cli --help` lists them.").arg(arguments[0]));
    return 2;
}
