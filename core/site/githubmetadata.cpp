// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/githubmetadata.h"

#include "core/site/values.h"

namespace lectern::site {

using liquid::Hash;
using liquid::Value;

void addGithubMetadata(const Config& config, Hash& site)
{
    const QString repository = config.text(QStringLiteral("repository"));
    const QString owner = repository.section(u'/', 0, 0);
    const QString name = repository.section(u'/', 1);
    if (owner.isEmpty() || name.isEmpty() || name.contains(u'/'))
        return;
    const QString home = QStringLiteral("https://github.com/") + repository;
    const bool isUserPage = name.compare(owner + QStringLiteral(".github.io"), Qt::CaseInsensitive) == 0;
    const QString domain = QStringLiteral("https://") + owner.toLower() + QStringLiteral(".github.io");
    const QString base = isUserPage ? QString() : u'/' + name;
    site.insert(QStringLiteral("github"),
        Hash {{QStringLiteral("repository_nwo"), repository}, {QStringLiteral("repository_name"), name},
            {QStringLiteral("repository_url"), home}, {QStringLiteral("owner_name"), owner},
            {QStringLiteral("owner_url"), QStringLiteral("https://github.com/") + owner},
            {QStringLiteral("project_title"), name}, {QStringLiteral("url"), domain + base},
            {QStringLiteral("baseurl"), base}, {QStringLiteral("is_user_page"), isUserPage},
            {QStringLiteral("is_project_page"), !isUserPage},
            {QStringLiteral("issues_url"), home + QStringLiteral("/issues")},
            {QStringLiteral("wiki_url"), home + QStringLiteral("/wiki")},
            {QStringLiteral("zip_url"), home + QStringLiteral("/zipball/gh-pages")},
            {QStringLiteral("tar_url"), home + QStringLiteral("/tarball/gh-pages")},
            {QStringLiteral("clone_url"), home + QStringLiteral(".git")}});
    const auto fill = [&](const QString& key, const QString& text) {
        const Value* present = site.find(key);
        if (!present || present->isNil())
            site.insert(key, text);
    };
    fill(QStringLiteral("title"), name);
    fill(QStringLiteral("url"), domain);
    fill(QStringLiteral("baseurl"), base);
}

} // namespace lectern::site
