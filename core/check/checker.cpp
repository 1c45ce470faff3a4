// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/checker.h"

#include "core/check/rules/rules.h"
#include "core/site/sitereader.h"

#include <algorithm>

namespace lectern::check {

namespace {

render::RendererOptions optionsWith(qint64 time, const QStringList& gems)
{
    render::RendererOptions options;
    options.time = time;
    options.gems = gems;
    return options;
}

} // namespace

class Checker::Private {
public:
    Private(qint64 time, const QStringList& gems)
        : renderer(optionsWith(time, gems))
        , reader(time, {}, [](const site::EntryPointer&, const QByteArray& text, site::Site::Shown) { return text; })
    {
    }

    render::Renderer renderer;
    site::SiteReader reader; ///< for addresses and settings; the renderer keeps its own to itself
    std::vector<RulePointer> rules = allRules();
};

Checker::Checker(qint64 time, const QStringList& gems)
    : d(std::make_unique<Private>(time, gems))
{
}
Checker::~Checker() = default;

Result<Findings> Checker::check(const site::FileSource& files, const QString& page)
{
    auto rendered = d->renderer.render(files, page, render::Mode::Publish);
    if (!rendered)
        return rendered.error();
    const bool isSite = !site::Config::fileOf(files).isEmpty();
    const Subject subject(files, page, std::move(*rendered), isSite ? d->reader.read(files) : nullptr);
    Findings findings;
    for (const RulePointer& rule : d->rules)
        rule->look(subject, findings);
    std::stable_sort(findings.begin(), findings.end(), [&page](const Finding& a, const Finding& b) {
        const bool aside = a.what.file != page;
        const bool beside = b.what.file != page;
        if (aside != beside)
            return beside;
        return a.what.file != b.what.file ? a.what.file < b.what.file : a.what.range.from < b.what.range.from;
    });
    return findings;
}

} // namespace lectern::check
