// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/subject.h"

#include "core/check/pagecontent.h"

#include <QRegularExpression>

namespace lectern::check {
namespace {

QSet<QString> anchorsOf(const QByteArray& html)
{
    static const QRegularExpression id(
        QStringLiteral("\\s(?:id|name)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>\"']+))"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression comment(
        QStringLiteral("<!--.*?-->"), QRegularExpression::DotMatchesEverythingOption);
    QSet<QString> anchors;
    auto matches = id.globalMatch(QString::fromUtf8(html).remove(comment));
    while (matches.hasNext()) {
        const auto match = matches.next();
        anchors.insert(match.captured(1) + match.captured(2) + match.captured(3));
    }
    return anchors;
}

/// The name that the site's settings give its owner.
QStringList ownerNames(const site::Site* site)
{
    if (!site)
        return {};
    const liquid::Value name = site->config().at(QStringLiteral("author")).at(QStringLiteral("name"));
    return name.string() ? QStringList { *name.string() } : QStringList();
}

} // namespace

Subject::Subject(const site::FileSource& files, QString page, render::RenderedPage rendered,
    std::shared_ptr<const site::Site> site)
    : m_files(files)
    , m_page(std::move(page))
    , m_site(std::move(site))
    , m_rendered(std::move(rendered))
    , m_profile(profile::readProfile(
          SourceFile(files.read(m_page).value_or(QByteArray())), { ownerNames(m_site.get()) }))
    , m_content(check::contentText(m_profile.file.bytes()).toLatin1())
    , m_contentText(QString::fromLatin1(m_content))
    , m_anchors(anchorsOf(m_rendered.html))
{
}

Finding Subject::finding(Severity severity, const char* code, TextRange range, QStringList arguments) const
{
    return { { severity, QString::fromLatin1(code), m_page, range, std::move(arguments) }, {} };
}

Finding Subject::repairable(
    Severity severity, const char* code, TextRange range, QStringList arguments, const Edits& repair) const
{
    Finding found = finding(severity, code, range, std::move(arguments));
    if (!repair.empty())
        found.repair = { { m_page, repair } };
    return found;
}

std::vector<std::pair<QString, QByteArray>> Subject::shownFiles() const
{
    std::vector<std::pair<QString, QByteArray>> shown { { m_page, bytes() } };
    if (!m_site)
        return shown;
    for (const QString& file : { QStringLiteral("_config.yml"), QStringLiteral("_data/navigation.yml") }) {
        if (const auto bytes = m_files.read(file))
            shown.emplace_back(file, *bytes);
    }
    return shown;
}

} // namespace lectern::check
