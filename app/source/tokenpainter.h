// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/source/sourcetokens.h"
#include "core/base/textrange.h"

#include <algorithm>

namespace lectern::app {

/// One token for each byte, painted over and over: what is painted later lies on top.
class TokenPainter {
public:
    explicit TokenPainter(QByteArrayView bytes) : m_bytes(bytes), m_tokens(bytes.size(), char(Token::Text)) {}

    [[nodiscard]] QByteArrayView bytes() const { return m_bytes; }
    void paint(TextRange range, Token token)
    {
        if (!range.isEmpty())
            std::fill(m_tokens.begin() + range.from, m_tokens.begin() + range.to, char(token));
    }
    [[nodiscard]] QByteArray take() { return std::move(m_tokens); }

private:
    QByteArrayView m_bytes;
    QByteArray m_tokens;
};

/// A line from `from` without its ending; the next one begins at `next`, which is always behind `from`.
struct SourceLine {
    QByteArrayView text;
    qsizetype from = 0;
    qsizetype next = 0;
    [[nodiscard]] qsizetype end() const { return from + text.size(); }
    [[nodiscard]] bool isBlank() const { return text.trimmed().isEmpty(); }
};
/// `at` must be before the end of `bytes`.
[[nodiscard]] SourceLine lineAt(QByteArrayView bytes, qsizetype at);

void paintYaml(TokenPainter& painter, TextRange range);
void paintMarkdown(TokenPainter& painter, TextRange range);
/// HTML and Liquid.
void paintTemplate(TokenPainter& painter, TextRange range);
void paintStyle(TokenPainter& painter, TextRange range);
/// An HTML tag: its brackets and name, and the quoted values in it.
void paintTag(TokenPainter& painter, TextRange range);

} // namespace lectern::app
