// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rules/rules.h"

#include <QRegularExpression>

namespace lectern::check {
namespace {

/// The template's filler text, left on the page.
class PlaceholderText : public Rule {
public:
    void look(const Subject& subject, Findings& findings) const override
    {
        static const QRegularExpression filler(
            QStringLiteral("\\blorem\\s+ipsum\\b"), QRegularExpression::CaseInsensitiveOption);
        auto matches = filler.globalMatch(subject.contentText());
        while (matches.hasNext()) {
            const auto match = matches.next();
            findings.push_back(subject.finding(Severity::Warning, "text.placeholder",
                { match.capturedStart(), match.capturedEnd() }, { match.captured().simplified() }));
        }
    }
};

} // namespace

RulePointer placeholderTextRule()
{
    return std::make_unique<PlaceholderText>();
}

} // namespace lectern::check
