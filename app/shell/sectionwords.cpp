// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/sectionwords.h"

#include <QCoreApplication>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace lectern::app {

using profile::SectionKind;

namespace {

class SectionWords {
    Q_DECLARE_TR_FUNCTIONS(lectern::app::SectionWords)
public:
    static QString name(SectionKind kind)
    {
        switch (kind) {
        case SectionKind::About: return tr("About");
        case SectionKind::News: return tr("News");
        case SectionKind::Publications: return tr("Publications");
        case SectionKind::Honors: return tr("Honors and awards");
        case SectionKind::Education: return tr("Education");
        case SectionKind::Reviewing: return tr("Reviewing");
        case SectionKind::Talks: return tr("Talks");
        case SectionKind::Experience: return tr("Experience");
        case SectionKind::Teaching: return tr("Teaching");
        case SectionKind::Projects: return tr("Projects");
        case SectionKind::Custom: return tr("Something else");
        }
        return {};
    }
};

bool isHan(const QString& text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.script() == QChar::Script_Han; });
}

/// Content of the user's page, so not in the interface's language.
QString englishHeading(SectionKind kind)
{
    switch (kind) {
    case SectionKind::About: return QStringLiteral("About");
    case SectionKind::News: return QStringLiteral("News");
    case SectionKind::Publications: return QStringLiteral("Publications");
    case SectionKind::Honors: return QStringLiteral("Honors and Awards");
    case SectionKind::Education: return QStringLiteral("Education");
    case SectionKind::Reviewing: return QStringLiteral("Academic Service");
    case SectionKind::Talks: return QStringLiteral("Invited Talks");
    case SectionKind::Experience: return QStringLiteral("Experience");
    case SectionKind::Teaching: return QStringLiteral("Teaching");
    case SectionKind::Projects: return QStringLiteral("Projects");
    case SectionKind::Custom: break;
    }
    return QStringLiteral("New section");
}

QString chineseHeading(SectionKind kind)
{
    switch (kind) {
    case SectionKind::About: return QStringLiteral("简介");
    case SectionKind::News: return QStringLiteral("新闻");
    case SectionKind::Publications: return QStringLiteral("论文");
    case SectionKind::Honors: return QStringLiteral("荣誉与奖项");
    case SectionKind::Education: return QStringLiteral("教育经历");
    case SectionKind::Reviewing: return QStringLiteral("学术服务");
    case SectionKind::Talks: return QStringLiteral("学术报告");
    case SectionKind::Experience: return QStringLiteral("工作经历");
    case SectionKind::Teaching: return QStringLiteral("教学");
    case SectionKind::Projects: return QStringLiteral("项目");
    case SectionKind::Custom: break;
    }
    return QStringLiteral("新栏目");
}

} // namespace

const std::vector<SectionKind>& addableKinds()
{
    static const std::vector<SectionKind> kinds{SectionKind::News, SectionKind::Publications, SectionKind::Honors,
        SectionKind::Education, SectionKind::Experience, SectionKind::Talks, SectionKind::Teaching, SectionKind::Projects,
        SectionKind::Reviewing, SectionKind::Custom};
    return kinds;
}

QString kindName(SectionKind kind) { return SectionWords::name(kind); }

QStringView kindIcon(SectionKind kind)
{
    switch (kind) {
    case SectionKind::About: return u"user";
    case SectionKind::News: return u"newspaper";
    case SectionKind::Publications: return u"book-open";
    case SectionKind::Honors: return u"award";
    case SectionKind::Education: return u"graduation-cap";
    case SectionKind::Reviewing: return u"clipboard-check";
    case SectionKind::Talks: return u"mic";
    case SectionKind::Experience: return u"briefcase";
    case SectionKind::Teaching: return u"presentation";
    case SectionKind::Projects: return u"folder-git-2";
    case SectionKind::Custom: break;
    }
    return u"text";
}

QString newHeading(SectionKind kind, const profile::Profile& profile)
{
    const bool chinese = std::ranges::any_of(
        profile.sections, [](const profile::Section& section) { return isHan(section.heading); });
    return chinese ? chineseHeading(kind) : englishHeading(kind);
}

HeadingParts headingParts(const QString& heading)
{
    const QString text = heading.trimmed();
    if (text.isEmpty())
        return {{}, text};
    char32_t first = text.at(0).unicode();
    if (text.at(0).isHighSurrogate() && text.size() > 1)
        first = QChar::surrogateToUcs4(text.at(0), text.at(1));
    // Emoji are "symbol, other" from the arrows on; ©, ™ and the like below them are text.
    if (first < 0x2190 || QChar::category(first) != QChar::Symbol_Other)
        return {{}, text};
    QTextBoundaryFinder graphemes(QTextBoundaryFinder::Grapheme, text);
    const qsizetype end = graphemes.toNextBoundary();
    const QString rest = text.mid(end).trimmed();
    return end > 0 && !rest.isEmpty() ? HeadingParts{text.left(end), rest} : HeadingParts{{}, text};
}

QString sectionTitle(const profile::Section& section)
{
    return section.heading.trimmed().isEmpty() ? kindName(section.kind) : section.heading.trimmed();
}

} // namespace lectern::app
