// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/textruns.h"

#include "core/render/tagscan.h"

#include <algorithm>
#include <cctype>

namespace lectern::render {

namespace {

bool isNameEnd(char c)
{
    return std::isspace(static_cast<unsigned char>(c)) || c == '>' || c == '/';
}

/// Walks over tags, and tells where text stands that may be changed.
class Walk {
public:
    Walk(QByteArrayView html, const QByteArrayList& ignored)
        : m_html(html)
        , m_ignored(ignored)
    {
    }

    [[nodiscard]] bool isIgnored() const { return m_depth > 0; }

    /// The byte behind the markup that begins with the '<' at `at`; `at` itself where it is text.
    qsizetype markupEnd(qsizetype at)
    {
        if (m_html.sliced(at).startsWith("<!--"))
            return behind("-->", at + 4);
        const bool isDeclaration = at + 1 < m_html.size() && (m_html[at + 1] == '!' || m_html[at + 1] == '?');
        if (isDeclaration)
            return behind(">", at + 1);
        const bool closes = at + 1 < m_html.size() && m_html[at + 1] == '/';
        const qsizetype from = at + (closes ? 2 : 1);
        if (from >= m_html.size() || !std::isalpha(static_cast<unsigned char>(m_html[from])))
            return at;
        qsizetype end = from;
        while (end < m_html.size() && !isNameEnd(m_html[end]))
            ++end;
        const QByteArray name = m_html.sliced(from, end - from).toByteArray().toLower();
        end = tagscan::tagEnd(m_html, end);
        if (m_ignored.contains(name))
            m_depth = closes ? std::max(0, m_depth - 1) : m_depth + 1;
        if (!closes && (name == "script" || name == "style"))
            return tagscan::rawTextEnd(m_html, name, end);
        return end;
    }

private:
    [[nodiscard]] qsizetype behind(QByteArrayView mark, qsizetype from) const
    {
        const qsizetype found = m_html.indexOf(mark, std::min(from, m_html.size()));
        return found < 0 ? m_html.size() : found + mark.size();
    }

    QByteArrayView m_html;
    const QByteArrayList& m_ignored;
    int m_depth = 0; ///< of elements whose text stays
};

} // namespace

QByteArray replacedText(const QByteArray& html, const QByteArrayList& ignored,
    const std::function<QByteArray(QByteArrayView)>& replace)
{
    const QByteArrayView view(html);
    Walk walk(view, ignored);
    QByteArray result;
    qsizetype copied = 0;
    for (qsizetype at = 0; at < view.size();) {
        // A '<' that begins no tag belongs to the text.
        qsizetype end = view.indexOf('<', at);
        qsizetype next = end < 0 ? view.size() : end;
        const bool changes = !walk.isIgnored();
        while (end >= 0 && (next = walk.markupEnd(end)) == end)
            end = view.indexOf('<', end + 1);
        if (end < 0)
            end = next = view.size();
        const QByteArray replaced = changes && end > at ? replace(view.sliced(at, end - at)) : QByteArray();
        if (!replaced.isEmpty()) {
            result += view.sliced(copied, at - copied);
            result += replaced;
            copied = end;
        }
        at = next;
    }
    return copied == 0 ? html : result + view.sliced(copied).toByteArray();
}

} // namespace lectern::render
