// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/siteforms/pagesettings.h"

#include "app/shell/errortext.h"
#include "app/shell/look.h"
#include "app/siteforms/yamlform.h"
#include "app/workspace/workspace.h"

#include <QCoreApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace lectern::app {
namespace {

using Kind = YamlFieldSpec::Kind;

class Fields {
    Q_DECLARE_TR_FUNCTIONS(lectern::app::PageSettings)
public:
    static QList<YamlGroup> groups()
    {
        const auto key = [](const char* name) { return QStringList{QLatin1StringView(name)}; };
        return {{{},
            {{key("title"), tr("Title"), tr("Research", "example of a page title"), Kind::Line},
                {key("permalink"), tr("Address on the site"), QStringLiteral("/research/"), Kind::Line},
                {key("layout"), tr("Layout"), QStringLiteral("single"), Kind::Line},
                {key("excerpt"), tr("Description for search engines"),
                    tr("Papers, talks and teaching of Ada Example"), Kind::Line},
                {key("author_profile"), tr("Show the author’s sidebar"), {}, Kind::Switch},
                {key("redirect_from"), tr("Old addresses that lead here, one a line"), QStringLiteral("/about/"), Kind::List},
                {key("lang"), tr("Language"), QStringLiteral("en"), Kind::Line, true},
                {key("description"), tr("Description"), tr("What this page is about"), Kind::Text, true}}}};
    }
};

} // namespace

PageSettings::PageSettings(Workspace& workspace, QWidget* parent)
    : FormPage(tr("Page settings"), tr("What stands at the top of the page’s file, between the lines of three hyphens (its front matter)."), parent),
      m_workspace(workspace), m_form(new YamlForm(workspace, Fields::groups(), this)), m_missing(new QWidget(this)),
      m_problem(new look::TextLabel(look::TextRole::Problem, {}, this))
{
    auto* words = new look::TextLabel(look::TextRole::Body,
        tr("This page has no front matter. Without it Jekyll copies the file as it is and shows no page."), m_missing);
    words->setWordWrap(true);
    auto* add = new QPushButton(tr("Add front matter"), m_missing);
    add->setAccessibleName(tr("Add front matter"));
    connect(add, &QPushButton::clicked, this, &PageSettings::addFrontMatter);
    auto* missing = new QVBoxLayout(m_missing);
    look::tighten(missing, look::grid);
    missing->addWidget(words);
    missing->addWidget(add, 0, Qt::AlignLeft);
    m_problem->setWordWrap(true);

    content()->addWidget(m_problem);
    content()->addWidget(m_missing);
    content()->addWidget(m_form);
    content()->addStretch(1);
    m_form->setShowOthers(true);
    connect(m_form, &YamlForm::problemChanged, this, &PageSettings::showProblem);
    connect(m_form, &YamlForm::placeSelected, this, &PageSettings::placeSelected);
    connect(&workspace, &Workspace::opened, this, &PageSettings::followPage);
    connect(&workspace, &Workspace::currentPageChanged, this, &PageSettings::followPage);
    followPage();
}

void PageSettings::followPage()
{
    if (m_workspace.isOpen())
        m_form->setPlace({m_workspace.currentPage(), true});
}

void PageSettings::showProblem(const std::optional<Error>& problem)
{
    const bool missing = problem && problem->code == ErrorCode::NoSuchAddress;
    m_missing->setVisible(missing);
    m_form->setVisible(!missing);
    m_problem->setVisible(problem && !missing);
    if (problem)
        m_problem->setText(errorText(*problem));
}

void PageSettings::addFrontMatter()
{
    const auto file = m_workspace.file(m_workspace.currentPage());
    if (!file || findFrontMatter(file->bytes()))
        return;
    const qsizetype at = file->bytes().startsWith("\xef\xbb\xbf") ? 3 : 0;
    const QByteArray end = file->bytes().contains("\r\n") ? QByteArrayLiteral("\r\n") : QByteArrayLiteral("\n");
    m_workspace.pushPage(
        {{at, {}, "---" + end + "title: \"\"" + end + "---" + end + end}}, tr("Add front matter"), EditSource::Form);
}

} // namespace lectern::app
