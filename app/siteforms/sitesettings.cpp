// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/siteforms/sitesettings.h"

#include "app/shell/errortext.h"
#include "app/shell/look.h"
#include "app/siteforms/yamlform.h"
#include "app/workspace/workspace.h"

#include <QCoreApplication>
#include <QVBoxLayout>

namespace lectern::app {
namespace {

using Kind = YamlFieldSpec::Kind;

class Fields {
    Q_DECLARE_TR_FUNCTIONS(lectern::app::SiteSettings)
public:
    static QStringList key(const char* name) { return {QLatin1StringView(name)}; }
    static QStringList author(const char* name) { return {QStringLiteral("author"), QLatin1StringView(name)}; }

    static YamlGroup site()
    {
        return {tr("Site"),
            {{key("title"), tr("Title"), tr("Ada Example – Homepage"), Kind::Line},
                {key("description"), tr("Description"), tr("Home page of Ada Example, researcher"), Kind::Text},
                {key("url"), tr("Address"), QStringLiteral("https://example.github.io"), Kind::Line},
                {key("repository"), tr("Repository on GitHub"), QStringLiteral("name/name.github.io"), Kind::Line},
                {key("baseurl"), tr("Folder of the address"), QStringLiteral("/group"), Kind::Line, true},
                {key("locale"), tr("Language"), QStringLiteral("en-US"), Kind::Line, true}}};
    }

    static YamlGroup person()
    {
        return {tr("Author"),
            {{author("name"), tr("Name"), tr("Ada Example"), Kind::Line},
                {author("avatar"), tr("Portrait"), QStringLiteral("images/portrait.png"), Kind::Line},
                {author("bio"), tr("One line about you"), tr("Postdoc in machine learning systems"), Kind::Text},
                {author("location"), tr("Place"), tr("Macao, China"), Kind::Line},
                {author("employer"), tr("Institution"), tr("University of Macau"), Kind::Line},
                {author("email"), tr("E-mail"), QStringLiteral("ada@example.org"), Kind::Line}}};
    }

    static YamlGroup links()
    {
        return {tr("Where else you are found"),
            {{author("googlescholar"), tr("Google Scholar"), QStringLiteral("https://scholar.google.com/citations?user=…"), Kind::Line},
                {author("github"), QStringLiteral("GitHub"), QStringLiteral("name"), Kind::Line},
                {author("orcid"), QStringLiteral("ORCID"), QStringLiteral("https://orcid.org/0000-…"), Kind::Line, true},
                {author("dblp"), QStringLiteral("DBLP"), QStringLiteral("https://dblp.org/pid/…"), Kind::Line, true},
                {author("linkedin"), QStringLiteral("LinkedIn"), QStringLiteral("name"), Kind::Line, true},
                {author("twitter"), QStringLiteral("Twitter / X"), QStringLiteral("name"), Kind::Line, true},
                {author("researchgate"), QStringLiteral("ResearchGate"), QStringLiteral("https://…"), Kind::Line, true},
                {author("uri"), tr("Web page"), QStringLiteral("https://…"), Kind::Line, true}}};
    }

    static YamlGroup services()
    {
        return {tr("Counts and search engines"),
            {{key("google_scholar_stats_use_cdn"), tr("Fetch citation counts through a CDN (works in more countries)"), {}, Kind::Switch},
                {key("google_analytics_id"), tr("Google Analytics id"), QStringLiteral("G-…"), Kind::Line, true},
                {key("google_site_verification"), tr("Google site verification"), {}, Kind::Line, true},
                {key("baidu_site_verification"), tr("Baidu site verification"), {}, Kind::Line, true}}};
    }
};

} // namespace

SiteSettings::SiteSettings(Workspace& workspace, QWidget* parent)
    : FormPage(tr("Site settings"), tr("What holds for every page of the site (_config.yml). Comments and order of the file stay as they are."), parent),
      m_form(new YamlForm(workspace, {Fields::site(), Fields::person(), Fields::links(), Fields::services()}, this))
{
    auto* problemLine = new look::TextLabel(look::TextRole::Problem, {}, this);
    problemLine->setWordWrap(true);
    problemLine->hide();
    content()->addWidget(problemLine);
    content()->addWidget(m_form);
    content()->addStretch(1);
    connect(m_form, &YamlForm::problemChanged, this, [problemLine](const std::optional<Error>& problem) {
        problemLine->setVisible(problem.has_value());
        if (problem)
            problemLine->setText(errorText(*problem));
    });
    connect(m_form, &YamlForm::placeSelected, this, &SiteSettings::placeSelected);
    const auto follow = [this, &workspace] {
        if (workspace.isSite())
            m_form->setPlace({QStringLiteral("_config.yml"), false});
    };
    connect(&workspace, &Workspace::opened, this, follow);
    follow();
}

} // namespace lectern::app
