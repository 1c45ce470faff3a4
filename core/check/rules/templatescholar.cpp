// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rules/rules.h"

#include <QRegularExpression>

namespace lectern::check {
namespace {

struct TemplateId {
    QLatin1StringView id;
    QLatin1StringView owner; ///< GitHub account of the template, on whose own sites the id is right
};

// The ids that acad-homepage, academicpages and al-folio come with.
constexpr TemplateId templateIds[] = {
    { QLatin1StringView("YOUR_GOOGLE_SCHOLAR_ID"), QLatin1StringView() },
    { QLatin1StringView("DhtAFkwAAAAJ"), QLatin1StringView("RayeRen") },
    { QLatin1StringView("PS_CX0AAAAAJ"), QLatin1StringView("academicpages") },
    { QLatin1StringView("qc6CJjYAAAAJ"), QLatin1StringView("alshedivat") },
};

/// A Google Scholar id that came with the template and shows somebody else's citations.
class TemplateScholar : public Rule {
public:
    void look(const Subject& subject, Findings& findings) const override
    {
        const QString owner = subject.site()
            ? subject.site()->config().text(QStringLiteral("repository")).section(u'/', 0, 0)
            : QString();
        lookAt(subject.page(), subject.contentText(), owner, findings);
        const QString config = subject.site() ? site::Config::fileOf(subject.files()) : QString();
        if (!config.isEmpty())
            lookAt(config, withoutComments(subject.files().read(config).value_or(QByteArray())), owner,
                findings);
    }

private:
    static QString withoutComments(const QByteArray& yaml)
    {
        static const QRegularExpression comment(
            QStringLiteral("(?:^|(?<=\\s))#[^\\n]*"), QRegularExpression::MultilineOption);
        QString text = QString::fromLatin1(yaml);
        auto matches = comment.globalMatch(QString(text));
        while (matches.hasNext()) {
            const auto match = matches.next();
            text.replace(
                match.capturedStart(), match.capturedLength(), QString(match.capturedLength(), u' '));
        }
        return text;
    }

    /// One finding for each id in a file, at its first place.
    static void lookAt(const QString& file, const QString& text, const QString& owner, Findings& findings)
    {
        for (const TemplateId& known : templateIds) {
            const qsizetype at = text.indexOf(known.id);
            if (at >= 0 && (known.owner.isEmpty() || owner.compare(known.owner, Qt::CaseInsensitive) != 0))
                findings.push_back({ { Severity::Warning, QStringLiteral("scholar.template-id"), file,
                                         { at, at + known.id.size() }, { QString(known.id) } },
                    {} });
        }
    }
};

} // namespace

RulePointer templateScholarRule()
{
    return std::make_unique<TemplateScholar>();
}

} // namespace lectern::check
