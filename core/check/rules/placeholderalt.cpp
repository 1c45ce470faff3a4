// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rules/rules.h"

#include <QRegularExpression>

namespace lectern::check {
namespace {

/// The text that the template puts where a picture is described: `alt='sym'`, `alt="alt text"`. The title of
/// the publication that the picture belongs to says more.
class PlaceholderAlt : public Rule {
public:
    void look(const Subject& subject, Findings& findings) const override
    {
        static const QRegularExpression placeholder(
            QStringLiteral("<img\\b[^>]*?\\salt\\s*=\\s*([\"'])(sym|alt text|alt)\\1"),
            QRegularExpression::CaseInsensitiveOption);
        auto matches = placeholder.globalMatch(subject.contentText());
        while (matches.hasNext()) {
            const auto match = matches.next();
            const TextRange text { match.capturedStart(2), match.capturedEnd(2) };
            findings.push_back(
                subject.repairable(Severity::Info, "image.placeholder-alt", text, { match.captured(2) },
                    { { text.from, match.captured(2).toLatin1(),
                        description(subject.profile(), text.from, match.captured(1) == u"'") } }));
        }
    }

private:
    /// The title around `at`, for an attribute in these quotes. Nothing where there is none: an empty text is
    /// right for a picture that only decorates.
    static QByteArray description(const profile::Profile& profile, qsizetype at, bool singleQuoted)
    {
        for (const profile::Section& section : profile.sections) {
            for (const profile::Item& item : section.items) {
                if (item.kind != profile::ItemKind::Publication || !item.range.contains(at))
                    continue;
                QString title = item.title.toHtmlEscaped();
                return (singleQuoted ? title.replace(u'\'', QStringLiteral("&#39;")) : title).toUtf8();
            }
        }
        return {};
    }
};

} // namespace

RulePointer placeholderAltRule()
{
    return std::make_unique<PlaceholderAlt>();
}

} // namespace lectern::check
