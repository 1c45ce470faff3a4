// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/publisherprofile.h"

#include <QRegularExpression>

namespace lectern::site {

namespace {

QString withoutComments(const std::optional<QByteArray>& bytes)
{
    static const QRegularExpression comment(QStringLiteral("^\\s*#.*$"), QRegularExpression::MultilineOption);
    return bytes ? QString::fromUtf8(*bytes).remove(comment) : QString();
}

} // namespace

PublisherProfile detectPublisher(const FileSource& files)
{
    static const QRegularExpression pagesGem(QStringLiteral(R"(gem\s*\(?\s*["']github-pages["'])"));
    static const QRegularExpression jekyllGem(QStringLiteral(R"(gem\s*\(?\s*["']jekyll["'](?:\s*,\s*["']([^"']*)["'])?)"));
    static const QRegularExpression ownBuild(QStringLiteral(R"(\bjekyll\s+(build|b)\b)"));
    const QString gemfile = withoutComments(files.read(QStringLiteral("Gemfile")));
    if (pagesGem.match(gemfile).hasMatch())
        return PublisherProfile::GithubPages;
    for (const QString& path : files.list()) {
        if (!path.startsWith(u".github/workflows/"))
            continue;
        const QString workflow = withoutComments(files.read(path));
        if (workflow.contains(u"actions/jekyll-build-pages"))
            return PublisherProfile::GithubPages;
        if (ownBuild.match(workflow).hasMatch())
            return PublisherProfile::Jekyll4;
    }
    if (const auto found = jekyllGem.match(gemfile); found.hasMatch()) {
        // "~> 3.9" and the like: what GitHub Pages runs.
        static const QRegularExpression three(QStringLiteral(R"(^[~>=<\s]*[123]\b)"));
        return three.match(found.captured(1)).hasMatch() ? PublisherProfile::GithubPages : PublisherProfile::Jekyll4;
    }
    return PublisherProfile::GithubPages;
}

} // namespace lectern::site
