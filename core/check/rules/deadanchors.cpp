// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/references.h"
#include "core/check/rules/rules.h"

#include <QUrl>

namespace lectern::check {
namespace {

/// Links within the page to an anchor that it does not have.
class DeadAnchors : public Rule {
public:
    void look(const Subject& subject, Findings& findings) const override
    {
        if (subject.rendered().html.isEmpty())
            return;
        for (const Reference& reference : localReferences(subject)) {
            const QString anchor = QUrl::fromPercentEncoding(reference.address.section(u'#', 1).toUtf8());
            // "#" and "#top" are the browser's own.
            if (reference.isPicture || !reference.address.startsWith(u'#') || anchor.isEmpty()
                || anchor == u"top" || anchor.startsWith(u":~:") || subject.anchors().contains(anchor))
                continue;
            Edits repair;
            if (const QString likely = likelyAnchor(subject, anchor); !likely.isEmpty())
                repair = { { reference.range.from,
                    subject.bytes().sliced(reference.range.from, reference.range.length()),
                    ('#' + likely.toUtf8()) } };
            findings.push_back(subject.repairable(
                Severity::Warning, "link.dead-anchor", reference.range, { anchor }, repair));
        }
    }
};

} // namespace

RulePointer deadAnchorsRule()
{
    return std::make_unique<DeadAnchors>();
}

} // namespace lectern::check
