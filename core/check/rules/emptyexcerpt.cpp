// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rules/rules.h"
#include "core/document/yamldocument.h"

namespace lectern::check {
namespace {

/// `excerpt: ""` in a page's front matter says nothing, and once stopped GitHub Pages from publishing
/// (February 2024).
class EmptyExcerpt : public Rule {
public:
    void look(const Subject& subject, Findings& findings) const override
    {
        const auto& frontMatter = subject.profile().frontMatter;
        if (!frontMatter || !subject.site())
            return;
        const auto yaml = YamlDocument::parse(subject.bytes(), frontMatter->yaml);
        const QStringList path { QStringLiteral("excerpt") };
        const YamlValue* value = yaml ? yaml->find(path) : nullptr;
        if (!value || !value->text.isEmpty()
            || (value->style != YamlStyle::DoubleQuoted && value->style != YamlStyle::SingleQuoted))
            return;
        const TextRange range { value->keyRange.isEmpty() ? value->range.from : value->keyRange.from,
            value->range.to };
        findings.push_back(subject.repairable(
            Severity::Info, "front.empty-excerpt", range, {}, yaml->remove(path).valueOr({})));
    }
};

} // namespace

RulePointer emptyExcerptRule()
{
    return std::make_unique<EmptyExcerpt>();
}

} // namespace lectern::check
