// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/rule.h"

#include <memory>
#include <vector>

/// Every rule is a class of its own in a file of its own; what it looks for stands there.
namespace lectern::check {

using RulePointer = std::unique_ptr<const Rule>;

RulePointer dateOrderRule();
RulePointer deadAnchorsRule();
RulePointer duplicateKeysRule();
RulePointer duplicatePublicationsRule();
RulePointer emptyExcerptRule();
RulePointer forgottenMarkdownRule();
RulePointer missingFilesRule();
RulePointer missingOwnerRule();
RulePointer mojibakeRule();
RulePointer navigationRule();
RulePointer placeholderAltRule();
RulePointer placeholderTextRule();
RulePointer renderingRule();
RulePointer scholarTotalRule();
RulePointer strayBytesRule();
RulePointer templateScholarRule();

[[nodiscard]] std::vector<RulePointer> allRules();

} // namespace lectern::check
