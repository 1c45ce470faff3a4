// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rules/rules.h"

#include <QRegularExpression>

namespace lectern::check {
namespace {

/// The template's script writes the citations' sum into the element `total_cit` before it fills in those of
/// each paper. Where that element is missing it stops there, and the papers' citations never show.
class ScholarTotal : public Rule {
public:
    void look(const Subject& subject, Findings& findings) const override
    {
        static const QRegularExpression span(QStringLiteral("<[^<>]*\\bshow_paper_citations\\b[^<>]*>"));
        const auto match = span.match(subject.contentText());
        if (!subject.site() || !match.hasMatch() || subject.anchors().contains(QStringLiteral("total_cit"))
            || !needsTotal(subject.files()))
            return;
        const QByteArray element = "<span id='total_cit' hidden></span>";
        const QByteArray& bytes = subject.bytes();
        const QByteArray separator = bytes.endsWith('\n') ? "\n" : "\n\n";
        findings.push_back(subject.repairable(Severity::Warning, "scholar.no-total",
            { match.capturedStart(), match.capturedEnd() }, {},
            { { bytes.size(), {}, separator + element + '\n' } }));
    }

private:
    static bool needsTotal(const site::FileSource& files)
    {
        static const QRegularExpression script(
            QStringLiteral("getElementById\\(\\s*['\"]total_cit['\"]\\s*\\)\\s*\\.\\s*(?:innerHTML|"
                           "textContent|innerText)\\s*="));
        for (const QString& file : files.list()) {
            const bool mayHold = (file.startsWith(u"_includes/") || file.startsWith(u"_layouts/")
                                     || file.startsWith(u"assets/"))
                && (file.endsWith(u".html") || file.endsWith(u".js"));
            if (mayHold
                && script.match(QString::fromUtf8(files.read(file).value_or(QByteArray()))).hasMatch())
                return true;
        }
        return false;
    }
};

} // namespace

RulePointer scholarTotalRule()
{
    return std::make_unique<ScholarTotal>();
}

} // namespace lectern::check
