// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/targets.h"

#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace lectern::fuzz {

const std::vector<Target>& targets()
{
    static const std::vector<Target> list {
        { "kramdown", 8'000, 1'500, "markdown.dict", { "tests/data/markdown", "tests/spec/kramdown" },
            kramdown },
        { "gfm", 8'000, 20'000, "markdown.dict", { "tests/data/markdown", "tests/spec/kramdown" }, gfm },
        { "site-yaml", 4'000, 2'000, "yaml.dict", { "tests/fuzz/seeds/yaml", "tests/data/sites/yaml/_data" },
            siteYaml },
        { "yaml-edits", 2'000, 1'000, "yaml.dict", { "tests/fuzz/seeds/yaml", "tests/data/sites/yaml/_data" },
            yamlEdits },
        { "front-matter", 2'000, 50'000, "frontmatter.dict",
            { "tests/fuzz/seeds/frontmatter", "tests/data/sites/yaml" }, frontMatter },
        { "liquid-split", 8'000, 20'000, "liquid.dict", { "tests/core/liquid/data/cases.txt" }, liquidSplit },
        { "profile", 16'000, 200, "profile.dict",
            { "sample-site/_pages/about.md", "tests/core/profile/styles" }, profileRead },
        { "profile-edits", 2'000, 600, "profile.dict", { "tests/fuzz/seeds/profile" }, profileEdits },
        { "edit-journal", 2'000, 2'000, "journal.dict", { "tests/fuzz/seeds/journal" }, editJournal },
        { "export-journal", 200, 1'000, "journal.dict", { "tests/fuzz/seeds/journal" }, exportJournal },
        { "merge", 2'000, 4'000, "profile.dict", { "tests/fuzz/seeds/merge" }, merge },
        { "stored-state", 2'000, 3'000, "journal.dict", { "tests/fuzz/seeds/journal" }, storedState },
        { "settings", 2'000, 500, "settings.dict", { "tests/fuzz/seeds/settings" }, settings },
        { "data-files", 2'000, 2'000, "data.dict", { "tests/fuzz/seeds/data", "tests/data/sites/yaml/_data" },
            dataFiles },
        { "repository", 2'000, 20'000, "repository.dict", { "tests/fuzz/seeds/repository" }, repository },
        { "styles", 2'000, 100, "styles.dict", { "tests/fuzz/seeds/styles" }, styles },
        { "site", 2'000, 30, "site.dict", { "tests/fuzz/seeds/site" }, sitePages },
        { "checks", 4'000, 40, "site.dict", { "tests/fuzz/seeds/site" }, checks },
    };
    return list;
}

const Target* target(QByteArrayView name)
{
    const auto& all = targets();
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const Target& one) { return name == QByteArrayView(one.name); });
    return found == all.end() ? nullptr : &*found;
}

void fail(const char* file, int line, const char* rule)
{
    std::fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, rule);
    std::abort();
}

void checkRule(const char* file, int line, const QString& broken)
{
    if (!broken.isEmpty())
        fail(file, line, qPrintable(broken));
}

QByteArrayList parts(const QByteArray& input, int count)
{
    constexpr QByteArrayView line("+++++\n");
    QByteArrayList texts;
    qsizetype from = 0;
    for (qsizetype cut = input.indexOf(line); cut >= 0 && texts.size() < count - 1;
         cut = input.indexOf(line, from)) {
        texts.append(input.mid(from, cut - from));
        from = cut + line.size();
    }
    texts.append(input.mid(from));
    while (texts.size() < count)
        texts.append(texts.first());
    return texts;
}

} // namespace lectern::fuzz
