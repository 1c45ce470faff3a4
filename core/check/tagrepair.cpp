// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/tagrepair.h"

#include "core/markdown/markdown.h"
#include "core/profile/scan/lines.h"
#include "core/profile/scan/bytes.h"

#include <algorithm>

namespace lectern::check {
namespace {

bool isUnclosedTag(const Diagnostic& diagnostic)
{
    return diagnostic.code == u"markdown.unclosed-tag";
}

bool isTagProblem(const Diagnostic& diagnostic)
{
    return isUnclosedTag(diagnostic) || diagnostic.code == u"markdown.unclosed-block"
        || diagnostic.code == u"markdown.stray-close-tag";
}

} // namespace

Diagnostics TagRepair::tagProblems(const QByteArray& content)
{
    Diagnostics problems = markdown::parse(content, markdown::Engine::Kramdown).diagnostics();
    std::erase_if(problems, [](const Diagnostic& diagnostic) { return !isTagProblem(diagnostic); });
    return problems;
}

TagRepair::TagRepair(const Subject& subject, const Diagnostics& diagnostics)
    : m_subject(subject)
{
    const bool any = std::any_of(diagnostics.begin(), diagnostics.end(), isTagProblem);
    if (!any)
        return;
    for (const Diagnostic& problem : tagProblems(subject.content())) {
        ++m_problems;
        if (isUnclosedTag(problem))
            m_unclosed.push_back(problem);
    }
    std::sort(m_unclosed.begin(), m_unclosed.end(),
        [](const Diagnostic& a, const Diagnostic& b) { return a.range.from < b.range.from; });
}

Edits TagRepair::repairOf(const Diagnostic& diagnostic) const
{
    const bool isHere = diagnostic.file.isEmpty() || diagnostic.file == m_subject.page();
    if (!isHere || diagnostic.range.isEmpty() || diagnostic.range.to > m_subject.bytes().size()
        || !isTagProblem(diagnostic))
        return {};
    const Edits edits = isUnclosedTag(diagnostic)       ? closingInText(diagnostic)
        : diagnostic.code == u"markdown.unclosed-block" ? closingBlock(diagnostic)
                                                        : withoutTag(diagnostic);
    return helps(edits, diagnostic) ? edits : Edits();
}

Edits TagRepair::closingInText(const Diagnostic& diagnostic) const
{
    const qsizetype end = endOfText(diagnostic.range.from);
    QByteArray closing;
    for (const Diagnostic& open : m_unclosed) {
        if (open.range.from < end && endOfText(open.range.from) == end)
            closing.prepend("</" + open.arguments.value(0).toUtf8() + '>');
    }
    return closing.isEmpty() ? Edits() : Edits { { end, {}, closing } };
}

/// Where the text that holds `at` ends: at a blank line, or with its block.
qsizetype TagRepair::endOfText(qsizetype at) const
{
    const QByteArray& bytes = m_subject.bytes();
    qsizetype end = bytes.size();
    const TextRange body { contentStart(bytes), bytes.size() };
    for (const profile::Block& block : profile::scanBlocks(bytes, body)) {
        if (block.range.contains(at))
            end = profile::withoutLineEnding(bytes, block.range).to;
    }
    for (qsizetype line = profile::nextLine(bytes, at, end); line < end;
         line = profile::nextLine(bytes, line, end)) {
        const TextRange whole { line, profile::nextLine(bytes, line, end) };
        if (profile::trimmed(bytes, whole).isEmpty()) {
            end = profile::withoutLineEnding(bytes, { at, line }).to;
            break;
        }
    }
    // Blanks at the end may mean a break: the tag goes before them.
    while (end > at && profile::isSpace(bytes.at(end - 1)))
        --end;
    return end;
}

Edits TagRepair::closingBlock(const Diagnostic& diagnostic) const
{
    const QByteArray& bytes = m_subject.bytes();
    const QByteArray newline = lineEndingBytes(textFacts(bytes).lineEnding);
    const QByteArray closing = "</" + diagnostic.arguments.value(0).toUtf8() + '>';
    for (const profile::Block& block : profile::scanBlocks(bytes, { contentStart(bytes), bytes.size() })) {
        if (block.kind == profile::BlockKind::Heading && block.range.from > diagnostic.range.from)
            return { { block.range.from, {}, closing + newline + newline } };
    }
    const bool endsLine = bytes.endsWith('\n') || bytes.endsWith('\r');
    return { { bytes.size(), {}, (endsLine ? QByteArray() : newline) + closing + newline } };
}

/// Alone on its line the tag goes with the line.
Edits TagRepair::withoutTag(const Diagnostic& diagnostic) const
{
    const QByteArray& bytes = m_subject.bytes();
    TextRange range = diagnostic.range;
    const TextRange line { profile::lineStart(bytes, range.from),
        profile::nextLine(bytes, range.from, bytes.size()) };
    if (profile::trimmed(bytes, line) == range)
        range = line;
    return { { range.from, bytes.sliced(range.from, range.length()), {} } };
}

bool TagRepair::helps(const Edits& edits, const Diagnostic& diagnostic) const
{
    if (edits.empty() || !applies(m_subject.content(), edits))
        return false;
    const Diagnostics left = tagProblems(applied(m_subject.content(), edits));
    const auto isSame = [&](const Diagnostic& other) {
        return other.code == diagnostic.code && other.range.from == diagnostic.range.from
            && other.arguments == diagnostic.arguments;
    };
    return left.size() < m_problems && std::none_of(left.begin(), left.end(), isSame);
}

} // namespace lectern::check
