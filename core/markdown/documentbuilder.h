// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/arena.h"
#include "core/markdown/markdown.h"

namespace lectern::markdown {

/// The engines' way to fill a Document.
class DocumentBuilder {
public:
    DocumentBuilder(const QByteArray& text, Engine engine, const Options& options)
    {
        m_document.m_text = text;
        m_document.m_engine = engine;
        m_document.m_options = options;
    }

    [[nodiscard]] Arena& arena() { return *m_document.m_arena; }
    /// The bytes that nodes may point to: the document keeps them.
    [[nodiscard]] std::string_view text() const
    {
        return {m_document.m_text.constData(), std::size_t(m_document.m_text.size())};
    }
    void setRoot(const Node* root) { m_document.m_root = root; }
    void setOptions(const Options& options) { m_document.m_options = options; }
    void setDiagnostics(Diagnostics diagnostics) { m_document.m_diagnostics = std::move(diagnostics); }
    std::vector<const Node*>& footnotes() { return m_document.m_footnotes; }
    [[nodiscard]] const Document& document() const { return m_document; }
    [[nodiscard]] Document take() { return std::move(m_document); }

private:
    Document m_document;
};

} // namespace lectern::markdown
