// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rules/rules.h"
#include "core/document/yamldocument.h"

namespace lectern::check {
namespace {

/// Plugins that the site asks for and that GitHub Pages' own build does not run (GitHub documentation, "About
/// GitHub Pages and Jekyll: Plugins", and pages.github.com/versions).
class Plugins : public Rule {
public:
    void look(const Subject& subject, Findings& findings) const override
    {
        if (!subject.site() || subject.site()->config().profile() != site::PublisherProfile::GithubPages)
            return;
        const QString file = site::Config::fileOf(subject.files());
        const auto bytes = subject.files().read(file);
        const auto yaml = bytes ? YamlDocument::parse(*bytes)
                                : Result<YamlDocument>(Error { ErrorCode::NotFound, file, {} });
        if (!yaml)
            return;
        for (const YamlValue& value : yaml->values()) {
            const bool isPlugin = value.path.size() == 2 && !value.text.isEmpty()
                && (value.path[0] == u"plugins" || value.path[0] == u"gems");
            if (isPlugin && !known().contains(value.text))
                findings.push_back({ { Severity::Warning, QStringLiteral("plugin.not-run"), file, value.range,
                                         { value.text } },
                    {} });
        }
    }

private:
    static const QStringList& known()
    {
        static const QStringList names = QStringLiteral(
            "jekyll-coffeescript jekyll-commonmark-ghpages jekyll-default-layout jekyll-feed jekyll-gist "
            "jekyll-github-metadata jekyll-include-cache jekyll-mentions jekyll-optional-front-matter "
            "jekyll-paginate "
            "jekyll-readme-index jekyll-redirect-from jekyll-relative-links jekyll-remote-theme "
            "jekyll-sass-converter "
            "jekyll-seo-tag jekyll-sitemap jekyll-swiss jekyll-titles-from-headings jemoji github-pages "
            "jekyll-avatar")
                                             .split(u' ');
        return names;
    }
};

} // namespace

RulePointer pluginsRule()
{
    return std::make_unique<Plugins>();
}

} // namespace lectern::check
