// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/datafiles.h"
#include "core/site/githubmetadata.h"
#include "core/site/jsontext.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/targets.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace lectern::fuzz {
namespace {

using liquid::List;
using liquid::Value;

/// Rows as a program writes them that quotes every text.
QByteArray written(const Value& rows, char separator)
{
    QByteArray out;
    for (const Value& row : *rows.list()) {
        QByteArrayList fields;
        for (const Value& field : *row.list()) {
            FUZZ_CHECK(field.isNil() || field.string());
            fields.append(
                field.isNil() ? QByteArray() : '"' + field.string()->toUtf8().replace("\"", "\"\"") + '"');
        }
        out += fields.join(separator) + '\n';
    }
    return out;
}

void checkRows(const QByteArray& input, char separator)
{
    const Value rows = site::readCsv(input, separator, false);
    FUZZ_CHECK(rows.list());
    FUZZ_CHECK(
        site::jsonText(site::readCsv(written(rows, separator), separator, false)) == site::jsonText(rows));
    const Value named = site::readCsv(input, separator, true);
    FUZZ_CHECK(named.list() && named.list()->size() + (rows.list()->empty() ? 0 : 1) == rows.list()->size());
    for (const Value& row : *named.list())
        FUZZ_CHECK(row.hash() && row.hash()->entries().size() <= rows.list()->front().list()->size() + 1);
}

} // namespace

void dataFiles(const QByteArray& input)
{
    checkRows(input, ',');
    checkRows(input, '\t');
    const auto files = site::siteFiles({},
        { { QStringLiteral("_data/x.json"), input }, { QStringLiteral("_data/deep/x.csv"), input },
            { QStringLiteral("_data/deep/y.tsv"), input }, { QStringLiteral("_data/z.yml"), input } });
    site::DataFiles reader;
    Diagnostics found;
    const liquid::Hash data = reader.read(*files, site::Config(), found);
    FUZZ_CHECK(data.find(QStringLiteral("x")) && data.find(QStringLiteral("z")));
    const Value* deep = data.find(QStringLiteral("deep"));
    FUZZ_CHECK(deep && deep->at(QStringLiteral("x")).list() && deep->at(QStringLiteral("y")).list());
    for (const Diagnostic& one : found)
        FUZZ_CHECK(
            one.code == u"yaml.invalid" && one.file.startsWith(u"_data/") && one.arguments.size() == 1);
    // What is JSON is read, whatever Jekyll's YAML says of it.
    const QJsonDocument json = QJsonDocument::fromJson(input);
    if (json.isArray())
        FUZZ_CHECK(data.find(QStringLiteral("x"))->list());
    // Reading again tells the same, from what was kept.
    Diagnostics again;
    FUZZ_CHECK(
        site::jsonText(Value(reader.read(*files, site::Config(), again))) == site::jsonText(Value(data))
        && again == found);
}

void repository(const QByteArray& input)
{
    static const QRegularExpression form(QStringLiteral("\\A(?:[\\w-]+/[\\w.-]+)?\\z"));
    const site::Config config;
    const QString repository = site::repositoryOf(config, input);
    FUZZ_CHECK(form.match(repository).hasMatch());
    liquid::Hash values;
    site::addGithubMetadata(config, repository, values);
    FUZZ_CHECK(values.isEmpty() == repository.isEmpty());
    // A comment and another remote say nothing; the first `origin` counts.
    FUZZ_CHECK(
        site::repositoryOf(config, "[remote \"origin\"]\n\turl = git@github.com:ada/site.git\n" + input)
        == u"ada/site");
    (void)site::detectPublisher(*site::siteFiles(
        {}, { { QStringLiteral("Gemfile"), input }, { QStringLiteral(".github/workflows/a.yml"), input } }));
}

} // namespace lectern::fuzz
