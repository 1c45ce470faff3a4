// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/subject.h"

namespace lectern::check {

/// Edits that close tags which are never closed, and take out those that close nothing. A repair is proposed
/// only when reading the page anew proves that it helps.
class TagRepair {
public:
    TagRepair(const Subject& subject, const Diagnostics& diagnostics);

    /// Edits of the page; empty where nothing is known to help. Tags that are left open in the same text are
    /// closed together.
    [[nodiscard]] Edits repairOf(const Diagnostic& diagnostic) const;

    /// What kramdown says of the tags in a page's content.
    [[nodiscard]] static Diagnostics tagProblems(const QByteArray& content);

private:
    [[nodiscard]] Edits closingInText(const Diagnostic& diagnostic) const;
    [[nodiscard]] Edits closingBlock(const Diagnostic& diagnostic) const;
    [[nodiscard]] Edits withoutTag(const Diagnostic& diagnostic) const;
    [[nodiscard]] qsizetype endOfText(qsizetype at) const;
    [[nodiscard]] bool helps(const Edits& edits, const Diagnostic& diagnostic) const;

    const Subject& m_subject;
    Diagnostics m_unclosed; ///< tags that are left open in a text of the page, in order
    std::size_t m_problems = 0; ///< before any repair
};

} // namespace lectern::check
