// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rules/rules.h"
#include "core/check/tagrepair.h"

#include <algorithm>

namespace lectern::check {
namespace {

/// What came up while the page was rendered: tags that are not closed or closed twice, mistakes in Liquid and
/// YAML, missing layouts and includes. Tags can be repaired.
class Rendering : public Rule {
public:
    void look(const Subject& subject, Findings& findings) const override
    {
        const Diagnostics diagnostics = diagnosticsOf(subject);
        const TagRepair tags(subject, diagnostics);
        Diagnostics seen;
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.file.isEmpty())
                diagnostic.file = subject.page();
            if (std::find(seen.begin(), seen.end(), diagnostic) != seen.end())
                continue;
            seen.push_back(diagnostic);
            Finding found { diagnostic, {} };
            if (const Edits repair = tags.repairOf(diagnostic); !repair.empty())
                found.repair = { { subject.page(), repair } };
            findings.push_back(found);
        }
    }

private:
    /// A lone file is shown by GitHub's rules. With front matter it belongs to a site all the same, and is
    /// looked at as such.
    static Diagnostics diagnosticsOf(const Subject& subject)
    {
        if (!subject.site() && subject.profile().frontMatter)
            return TagRepair::tagProblems(subject.content());
        return subject.rendered().diagnostics;
    }
};

} // namespace

RulePointer renderingRule()
{
    return std::make_unique<Rendering>();
}

} // namespace lectern::check
