// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rules/rules.h"

namespace lectern::check {
namespace {

/// More edits than this become one: each of them moves the bytes behind it.
constexpr size_t mostEdits = 500;

/// NULs in the page and in the files of the site that forms show. A browser leaves them out, Jekyll refuses
/// front matter and settings that hold one.
class StrayBytes : public Rule {
public:
    void look(const Subject& subject, Findings& findings) const override
    {
        for (const auto& [file, bytes] : subject.shownFiles())
            lookAt(file, bytes, findings);
    }

private:
    static std::vector<TextRange> runs(const QByteArray& bytes)
    {
        std::vector<TextRange> found;
        for (qsizetype at = bytes.indexOf('\0'); at >= 0; at = bytes.indexOf('\0', at)) {
            const qsizetype from = at;
            while (at < bytes.size() && bytes[at] == '\0')
                ++at;
            found.push_back({ from, at });
        }
        return found;
    }

    static Edits repair(const QByteArray& bytes, const std::vector<TextRange>& runs)
    {
        Edits edits;
        if (runs.size() > mostEdits) {
            const TextRange all { runs.front().from, runs.back().to };
            const QByteArray removed = bytes.sliced(all.from, all.length());
            return { { all.from, removed, QByteArray(removed).replace('\0', QByteArrayView()) } };
        }
        qsizetype removed = 0;
        for (const TextRange& run : runs) {
            edits.push_back({ run.from - removed, bytes.sliced(run.from, run.length()), {} });
            removed += run.length();
        }
        return edits;
    }

    static void lookAt(const QString& file, const QByteArray& bytes, Findings& findings)
    {
        const std::vector<TextRange> places = runs(bytes);
        if (places.empty())
            return;
        findings.push_back({ { Severity::Warning, QStringLiteral("text.stray-nul"), file, places.front(),
                                 { QString::number(places.size()) } },
            { { file, repair(bytes, places) } } });
    }
};

} // namespace

RulePointer strayBytesRule()
{
    return std::make_unique<StrayBytes>();
}

} // namespace lectern::check
