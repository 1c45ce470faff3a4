// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/misreading.h"
#include "core/check/rules/rules.h"

namespace lectern::check {
namespace {

/// Text that was read in the wrong encoding once, in the page and in the files of the site that forms show.
class Mojibake : public Rule {
public:
    void look(const Subject& subject, Findings& findings) const override
    {
        for (const auto& [file, bytes] : subject.shownFiles())
            lookAt(file, bytes, findings);
    }

private:
    static void lookAt(const QString& file, const QByteArray& bytes, Findings& findings)
    {
        const auto misreading = findMisreading(bytes);
        if (!misreading)
            return;
        findings.push_back({ { Severity::Warning, QStringLiteral("text.mojibake"), file, misreading->first,
                                 { misreading->encoding, misreading->damaged, misreading->original,
                                     QString::number(misreading->count) } },
            { { file, misreading->repair } } });
    }
};

} // namespace

RulePointer mojibakeRule()
{
    return std::make_unique<Mojibake>();
}

} // namespace lectern::check
