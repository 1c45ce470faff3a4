// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/liquid/tokens.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/targets.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace lectern::fuzz {
namespace {

using namespace liquid;

bool isDropped(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == '\0';
}

QByteArrayView slice(QByteArrayView text, TextRange range)
{
    return text.sliced(range.from, range.length());
}

bool isMarkup(const Token& token)
{
    return token.kind == Token::Kind::Tag || token.kind == Token::Kind::Output;
}

/// Between two tokens nothing is lost but white space that control takes away and the end of a raw block.
void checkGap(QByteArrayView gap, bool behindRaw)
{
    if (behindRaw) {
        FUZZ_CHECK(gap.isEmpty() || (gap.startsWith("{%") && gap.contains("endraw")));
        return;
    }
    FUZZ_CHECK(std::all_of(gap.begin(), gap.end(), isDropped));
}

void checkToken(QByteArrayView text, const Token& token)
{
    const QByteArrayView bytes = slice(text, token.range);
    if (token.kind == Token::Kind::Tag)
        FUZZ_CHECK(
            bytes.startsWith("{%") && bytes.endsWith("%}") && bytes.size() >= 4 && !tagName(bytes).isEmpty());
    else if (token.kind == Token::Kind::Output)
        FUZZ_CHECK(bytes.startsWith("{{") && bytes.endsWith("}}") && bytes.size() >= 4);
    else if (token.kind == Token::Kind::Blank)
        FUZZ_CHECK(std::all_of(bytes.begin(), bytes.end(), isDropped));
}

} // namespace

void liquidSplit(const QByteArray& input)
{
    const std::vector<Token> tokens = split(input);
    qsizetype end = 0;
    const Token* before = nullptr;
    for (const Token& token : tokens) {
        FUZZ_CHECK(
            token.range.from >= end && token.range.from <= token.range.to && token.range.to <= input.size());
        const bool behindRaw = before && before->kind == Token::Kind::Raw;
        if (!behindRaw)
            checkGap(slice(input, { end, token.range.from }), false);
        checkToken(input, token);
        end = token.range.to;
        before = &token;
    }
    checkGap(slice(input, { end, input.size() }), before && before->kind == Token::Kind::Raw);

    const QJsonDocument json = QJsonDocument::fromJson(skeletonJson(input, tokens));
    FUZZ_CHECK(json.isArray() && std::size_t(json.array().size()) == tokens.size());

    // Typing in literal text leaves the skeleton what it is.
    for (const Token& token : tokens) {
        if (token.kind != Token::Kind::Text || isMarkup(token) || token.range.length() < 3)
            continue;
        QByteArray typed = input;
        typed.insert(token.range.from + token.range.length() / 2, "x");
        // A letter behind a brace that waits for its second one changes nothing either.
        const std::vector<Token> after = split(typed);
        FUZZ_CHECK(after.size() == tokens.size() && skeletonOf(typed, after) == skeletonOf(input, tokens));
        break;
    }
}

} // namespace lectern::fuzz
