// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rules/rules.h"
#include "core/document/yamldocument.h"

#include <QHash>
#include <QSet>

namespace lectern::check {
namespace {

/// A key that stands twice in one map of the page's front matter, the site's configuration or its menu:
/// Jekyll takes the last one and says nothing.
class DuplicateKeys : public Rule {
public:
    void look(const Subject& subject, Findings& findings) const override
    {
        const auto& frontMatter = subject.profile().frontMatter;
        for (const auto& [file, bytes] : subject.shownFiles()) {
            if (file != subject.page())
                lookAt(file, YamlDocument::parse(bytes), findings);
            else if (frontMatter)
                lookAt(file, YamlDocument::parse(bytes, frontMatter->yaml), findings);
        }
    }

private:
    static bool isBelow(const QSet<QStringList>& paths, QStringList path)
    {
        while (path.size() > 1) {
            path.removeLast();
            if (paths.contains(path))
                return true;
        }
        return false;
    }

    static void lookAt(const QString& file, const Result<YamlDocument>& yaml, Findings& findings)
    {
        if (!yaml)
            return;
        QHash<QStringList, TextRange> seen;
        QSet<QStringList> twice;
        for (const YamlValue& value : yaml->values()) {
            if (value.keyRange.isEmpty() || isBelow(twice, value.path))
                continue;
            // The place is that of the one without effect.
            if (const auto earlier = seen.constFind(value.path); earlier != seen.constEnd()) {
                twice.insert(value.path);
                findings.push_back({ { Severity::Warning, QStringLiteral("yaml.duplicate-key"), file,
                                         *earlier, { value.path.constLast() } },
                    {} });
            }
            seen.insert(value.path, value.keyRange);
        }
    }
};

} // namespace

RulePointer duplicateKeysRule()
{
    return std::make_unique<DuplicateKeys>();
}

} // namespace lectern::check
