// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/sourcefile.h"
#include "core/publish/linediff.h"
#include "core/publish/textmerge.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/targets.h"

namespace lectern::fuzz {
namespace {

using namespace publish;

/// Every byte outside the hunks is in both texts, in order.
void checkDiff(const QByteArray& before, const QByteArray& after)
{
    qsizetype atBefore = 0;
    qsizetype atAfter = 0;
    QByteArray rebuilt;
    for (const Hunk& hunk : lineDiff(before, after)) {
        FUZZ_CHECK(hunk.before.from >= atBefore && hunk.before.to >= hunk.before.from
            && hunk.before.to <= before.size());
        FUZZ_CHECK(
            hunk.after.from >= atAfter && hunk.after.to >= hunk.after.from && hunk.after.to <= after.size());
        rebuilt += before.mid(atBefore, hunk.before.from - atBefore);
        rebuilt += after.mid(hunk.after.from, hunk.after.length());
        atBefore = hunk.before.to;
        atAfter = hunk.after.to;
    }
    FUZZ_CHECK(rebuilt + before.mid(atBefore) == after);
    const Edits edits = lineEdits(before, after);
    FUZZ_CHECK(applies(before, edits) && applied(before, edits) == after);
    FUZZ_CHECK(unifiedDiff(before, after, QStringLiteral("a")).isEmpty() == (before == after));
}

void checkMerge(const QByteArray& base, const QByteArray& mine, const QByteArray& theirs)
{
    const auto units = mergeUnits(profile::readProfile(SourceFile(base)));
    FUZZ_CHECK(mergeTexts(base, base, theirs, units).text == theirs);
    FUZZ_CHECK(mergeTexts(base, mine, base, units).text == mine);
    const Merge both = mergeTexts(base, mine, theirs, units);
    qsizetype end = 0;
    for (const MergeConflict& conflict : both.conflicts) {
        FUZZ_CHECK(conflict.range.from >= end && conflict.range.to <= both.text.size());
        FUZZ_CHECK(both.text.mid(conflict.range.from, conflict.range.length()) == conflict.mine);
        end = conflict.range.to;
    }
    const Merge same = mergeTexts(base, mine, mine, units);
    FUZZ_CHECK(same.conflicts.empty() && same.text == mine);
}

} // namespace

/// Three texts, as parts() takes them apart.
void merge(const QByteArray& input)
{
    const QByteArrayList texts = parts(input, 3);
    checkDiff(texts[0], texts[1]);
    checkDiff(texts[1], texts[2]);
    checkMerge(texts[0], texts[1], texts[2]);
}

} // namespace lectern::fuzz
