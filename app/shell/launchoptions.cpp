// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/launchoptions.h"

#include <QCommandLineParser>
#include <QRegularExpression>

namespace lectern::app {
namespace {

// Texts of the command line are English on purpose: they appear before a language is chosen, and scripts read them.
struct OptionSet {
    QCommandLineOption screenshot{
        QStringLiteral("screenshot"), QStringLiteral("Draw the whole window to a PNG file and leave."), QStringLiteral("file")};
    QCommandLineOption job{QStringLiteral("headless-job"),
        QStringLiteral("Open and render the site, write window.png and the exported Markdown to a folder, and leave."),
        QStringLiteral("folder")};
    QCommandLineOption checkDisplay{QStringLiteral("check-display"),
        QStringLiteral("Connect to the display and leave at once, with status 0 when it can be reached.")};
    QCommandLineOption size{
        QStringLiteral("size"), QStringLiteral("Size of the window, such as 1280x800."), QStringLiteral("WxH")};
    QCommandLineOption theme{
        QStringLiteral("theme"), QStringLiteral("Colours: light, dark or system."), QStringLiteral("name")};
    QCommandLineOption language{
        QStringLiteral("language"), QStringLiteral("Language of the interface: en or zh_CN."), QStringLiteral("code")};
    QCommandLineOption textScale{
        QStringLiteral("text-size"), QStringLiteral("Text size in percent, 80 to 200."), QStringLiteral("percent")};
    QCommandLineOption verbose{QStringLiteral("verbose"), QStringLiteral("Tell on standard error what the program does.")};
    QCommandLineOption section{
        QStringLiteral("section"), QStringLiteral("Section to show, such as publications."), QStringLiteral("id")};
    QCommandLineOption item{
        QStringLiteral("item"), QStringLiteral("Item of that section to show, from 1."), QStringLiteral("number")};
};

LaunchDecision wrong(const QString& text)
{
    return {{}, 2, text + QStringLiteral("\nTry lectern --help.\n"), true};
}

std::optional<Theme> themeOf(const QString& name)
{
    if (name == QLatin1StringView("light"))
        return Theme::Light;
    if (name == QLatin1StringView("dark"))
        return Theme::Dark;
    return name == QLatin1StringView("system") ? std::optional(Theme::System) : std::nullopt;
}

QSize sizeOf(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{3,5})x(\\d{3,5})$"));
    const auto match = form.match(text);
    return match.hasMatch() ? QSize(match.captured(1).toInt(), match.captured(2).toInt()) : QSize();
}

/// Reads the values of the options; a sentence where one makes no sense.
QString readValues(const QCommandLineParser& parser, const OptionSet& known, LaunchOptions& options)
{
    options.screenshot = parser.value(known.screenshot);
    options.headlessJob = parser.value(known.job);
    options.checkDisplay = parser.isSet(known.checkDisplay);
    options.section = parser.value(known.section);
    options.language = parser.value(known.language);
    options.verbose = parser.isSet(known.verbose);
    if (parser.isSet(known.size) && !(options.size = sizeOf(parser.value(known.size))).isValid())
        return QStringLiteral("--size wants two numbers, such as 1280x800.");
    if (parser.isSet(known.theme) && !(options.theme = themeOf(parser.value(known.theme))))
        return QStringLiteral("--theme is light, dark or system.");
    if (parser.isSet(known.language) && options.language != QLatin1StringView("en")
        && options.language != QLatin1StringView("zh_CN"))
        return QStringLiteral("--language is en or zh_CN.");
    options.textScale = parser.value(known.textScale).toInt();
    if (parser.isSet(known.textScale) && (options.textScale < 80 || options.textScale > 200))
        return QStringLiteral("--text-size is a number from 80 to 200.");
    if (parser.isSet(known.item) && (options.item = parser.value(known.item).toInt()) < 1)
        return QStringLiteral("--item wants a number from 1.");
    if (parser.positionalArguments().size() > 1)
        return QStringLiteral("Only one site or file can be opened.");
    options.path = parser.positionalArguments().value(0);
    return {};
}

} // namespace

LaunchDecision readArguments(const QStringList& arguments)
{
    QCommandLineParser parser;
    const OptionSet known;
    parser.setApplicationDescription(QStringLiteral("Edits academic profile pages in Jekyll repositories."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addOptions({known.screenshot, known.job, known.checkDisplay, known.size, known.theme, known.textScale,
        known.language, known.section, known.item, known.verbose});
    parser.addPositionalArgument(
        QStringLiteral("site"), QStringLiteral("Folder of a Jekyll site, or a Markdown file."), QStringLiteral("[SITE|FILE.md]"));
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    if (parser.isSet(help))
        return {{}, 0, parser.helpText(), false};
    if (parser.isSet(version))
        return {{}, 0, QStringLiteral("lectern " LECTERN_VERSION "\n"), false};
    LaunchDecision decision;
    if (const QString problem = readValues(parser, known, decision.options); !problem.isEmpty())
        return wrong(problem);
    return decision;
}

} // namespace lectern::app
