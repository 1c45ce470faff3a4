// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/githubmetadata.h"

#include "core/site/values.h"

#include <QRegularExpression>

namespace lectern::site {

using liquid::Hash;
using liquid::Value;

namespace {

/// The address of the remote "origin".
QString originOf(const QByteArray& gitConfig)
{
    bool isOrigin = false;
    const QStringList lines = QString::fromUtf8(gitConfig).split(u'\n');
    for (const QString& line : lines) {
        const QString text = line.trimmed();
        if (text.startsWith(u'['))
            isOrigin = text.simplified() == u"[remote \"origin\"]";
        else if (isOrigin && text.section(u'=', 0, 0).trimmed().compare(u"url", Qt::CaseInsensitive) == 0)
            return text.section(u'=', 1).trimmed();
    }
    return {};
}

Hash metadata(const QString& repository)
{
    const QString owner = repository.section(u'/', 0, 0);
    const QString name = repository.section(u'/', 1);
    const QString ownerHome = QStringLiteral("https://github.com/") + owner;
    const QString home = QStringLiteral("https://github.com/") + repository;
    const bool isUserPage = name.compare(owner + QStringLiteral(".github.io"), Qt::CaseInsensitive) == 0
        || name.compare(owner + QStringLiteral(".github.com"), Qt::CaseInsensitive) == 0;
    const QString base = isUserPage ? QString() : u'/' + name;
    // A user's site is published from its main branch; a project's by habit from gh-pages.
    const QString branch = isUserPage ? QStringLiteral("master") : QStringLiteral("gh-pages");
    return { { QStringLiteral("hostname"), QStringLiteral("github.com") },
        { QStringLiteral("pages_hostname"), QStringLiteral("github.io") },
        { QStringLiteral("api_url"), QStringLiteral("https://api.github.com") },
        { QStringLiteral("help_url"), QStringLiteral("https://help.github.com") },
        { QStringLiteral("environment"), QStringLiteral("dotcom") },
        { QStringLiteral("pages_env"), QStringLiteral("dotcom") }, { QStringLiteral("project_title"), name },
        { QStringLiteral("owner_name"), owner }, { QStringLiteral("owner_url"), ownerHome },
        { QStringLiteral("owner_gravatar_url"), ownerHome + QStringLiteral(".png") },
        { QStringLiteral("repository_url"), home }, { QStringLiteral("repository_nwo"), repository },
        { QStringLiteral("repository_name"), name },
        { QStringLiteral("zip_url"), home + QStringLiteral("/zipball/") + branch },
        { QStringLiteral("tar_url"), home + QStringLiteral("/tarball/") + branch },
        { QStringLiteral("clone_url"), home + QStringLiteral(".git") },
        { QStringLiteral("releases_url"), home + QStringLiteral("/releases") },
        { QStringLiteral("issues_url"), home + QStringLiteral("/issues") },
        { QStringLiteral("wiki_url"), home + QStringLiteral("/wiki") },
        { QStringLiteral("is_user_page"), isUserPage }, { QStringLiteral("is_project_page"), !isUserPage },
        { QStringLiteral("url"),
            QStringLiteral("https://") + owner.toLower() + QStringLiteral(".github.io") + base },
        { QStringLiteral("baseurl"), base } };
}

} // namespace

QString repositoryOf(const Config& config, const QByteArray& gitConfig)
{
    static const QRegularExpression address(QStringLiteral(R"(github\.com(?::|/)([\w-]+)/([\w.-]+))"));
    const QString given = stringOf(config.at(QStringLiteral("repository")));
    if (given.count(u'/') == 1 && !given.startsWith(u'/') && !given.endsWith(u'/'))
        return given;
    QString origin = originOf(gitConfig);
    if (origin.endsWith(u".git"))
        origin.chop(4);
    const auto found = address.match(origin);
    return found.hasMatch() ? found.captured(1) + u'/' + found.captured(2) : QString();
}

void addGithubMetadata(const Config& config, const QString& repository, Hash& site)
{
    if (repository.isEmpty())
        return;
    const Hash known = metadata(repository);
    const Value own = config.at(QStringLiteral("github"));
    if (own.isNil())
        site.insert(QStringLiteral("github"), known);
    else if (own.hash())
        site.insert(QStringLiteral("github"), deepMerged(known, *own.hash()));
    const bool isUserPage = *known.find(QStringLiteral("is_user_page"))->boolean();
    const auto fill = [&](const QString& key, const QString& text) {
        const Value* present = site.find(key);
        if (!present || !isTruthy(*present))
            site.insert(key, text);
    };
    if (!isTruthy(config.at(QStringLiteral("name"))))
        fill(QStringLiteral("title"), repository.section(u'/', isUserPage ? 0 : 1, isUserPage ? 0 : 1));
    if (config.profile() != PublisherProfile::GithubPages)
        return; // elsewhere the plugin leaves addresses to the one who builds
    fill(QStringLiteral("url"),
        QStringLiteral("https://") + repository.section(u'/', 0, 0).toLower() + QStringLiteral(".github.io"));
    if (config.at(QStringLiteral("baseurl")).isNil() || config.text(QStringLiteral("baseurl")) == u"/")
        site.insert(QStringLiteral("baseurl"), *known.find(QStringLiteral("baseurl")));
}

} // namespace lectern::site
