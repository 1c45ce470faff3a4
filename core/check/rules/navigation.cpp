// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/references.h"
#include "core/check/rules/rules.h"
#include "core/document/yamldocument.h"

#include <QUrl>

namespace lectern::check {
namespace {

/// Entries of the navigation menu that lead nowhere: to an anchor that the page does not have, or to a page
/// that is not there.
class Navigation : public Rule {
public:
    void look(const Subject& subject, Findings& findings) const override
    {
        if (!subject.site() || subject.rendered().html.isEmpty())
            return;
        const QString file = QStringLiteral("_data/navigation.yml");
        const auto bytes = subject.files().read(file);
        const auto yaml = bytes ? YamlDocument::parse(*bytes)
                                : Result<YamlDocument>(Error { ErrorCode::NotFound, file, {} });
        if (!yaml)
            return;
        for (const YamlValue& value : yaml->values()) {
            const QString key = value.path.isEmpty() ? QString() : value.path.constLast();
            if ((key == u"url" || key == u"link" || key == u"href") && isLocal(value.text))
                lookAt(subject, file, *yaml, value, findings);
        }
    }

private:
    static bool isLocal(const QString& address)
    {
        return (address.startsWith(u'/') && !address.startsWith(u"//")) || address.startsWith(u'#');
    }

    static void lookAt(const Subject& subject, const QString& file, const YamlDocument& yaml,
        const YamlValue& value, Findings& findings)
    {
        const QString path = sitePathOf(subject, value.text);
        const QString anchor = QUrl::fromPercentEncoding(value.text.section(u'#', 1).toUtf8());
        const bool leadsHere = path == subject.rendered().url;
        if (leadsHere && !anchor.isEmpty() && !subject.anchors().contains(anchor)) {
            Finding found { { Severity::Warning, QStringLiteral("navigation.dead-anchor"), file, value.range,
                                { anchor } },
                {} };
            if (const QString likely = likelyAnchor(subject, anchor); !likely.isEmpty()) {
                const Edits repair
                    = yaml.set(value.path, value.text.section(u'#', 0, 0) + u'#' + likely).valueOr({});
                if (!repair.empty())
                    found.repair = { { file, repair } };
            }
            findings.push_back(found);
        } else if (!leadsHere && !isPublished(subject, path)) {
            findings.push_back({ { Severity::Warning, QStringLiteral("navigation.dead-link"), file,
                                     value.range, { value.text } },
                {} });
        }
    }
};

} // namespace

RulePointer navigationRule()
{
    return std::make_unique<Navigation>();
}

} // namespace lectern::check
