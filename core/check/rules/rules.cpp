// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rules/rules.h"

namespace lectern::check {

std::vector<RulePointer> allRules()
{
    std::vector<RulePointer> rules;
    for (const auto make : { mojibakeRule, strayBytesRule, renderingRule, forgottenMarkdownRule,
             missingFilesRule, deadAnchorsRule, navigationRule, placeholderAltRule, placeholderTextRule,
             templateScholarRule, scholarTotalRule, duplicatePublicationsRule, missingOwnerRule,
             dateOrderRule, emptyExcerptRule, duplicateKeysRule })
        rules.push_back(make());
    return rules;
}

} // namespace lectern::check
