// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/openelements.h"

#include "core/render/tagscan.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace lectern::render {

namespace {

bool isOneOf(const QByteArray& name, std::initializer_list<const char*> names)
{
    return std::any_of(names.begin(), names.end(), [&](const char* one) { return name == one; });
}

bool isVoid(const QByteArray& name)
{
    return isOneOf(name,
        { "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
            "track", "wbr" });
}

/// Elements whose content the browser does not read as tags; nothing in them can be pointed at.
bool isRawText(const QByteArray& name)
{
    return isOneOf(name, { "script", "style", "textarea", "title", "noscript", "xmp", "iframe" });
}

/// Walks over tags once, keeping the elements that are open.
class Walk {
public:
    Walk(QByteArrayView html, const std::vector<TextRange>& ranges, TextRange content)
        : m_html(html)
        , m_ranges(ranges)
        , m_content(content)
        , m_found(ranges.size())
        , m_element(ranges.size(), -1)
    {
    }

    std::vector<ElementOfRange> run()
    {
        qsizetype at = 0;
        while (at < m_html.size()) {
            if (at <= m_content.from && m_content.from < m_content.to && nextTag(at) >= m_content.from) {
                textUpTo(m_content.from);
                for (const int open : m_open)
                    m_elements[std::size_t(open)].holdsContent = true;
                skipUpTo(m_content.to);
                at = m_content.to;
                continue;
            }
            const qsizetype tag = nextTag(at);
            textUpTo(tag);
            at = tag >= m_html.size() ? tag : readTag(tag);
        }
        for (std::size_t i = 0; i < m_found.size(); ++i) {
            if (m_element[i] >= 0 && !m_elements[std::size_t(m_element[i])].holdsContent)
                m_found[i].nameEnd = m_elements[std::size_t(m_element[i])].nameEnd;
        }
        return std::move(m_found);
    }

private:
    struct Element {
        QByteArray name;
        qsizetype nameEnd = 0;
        bool holdsContent = false;
    };

    [[nodiscard]] qsizetype nextTag(qsizetype at) const
    {
        const qsizetype found = m_html.indexOf('<', at);
        return found < 0 ? m_html.size() : found;
    }
    /// Ranges that begin before `end` are text of the innermost open element.
    void textUpTo(qsizetype end) { assign(end, m_open.empty() ? -1 : m_open.back(), true); }
    void skipUpTo(qsizetype end) { assign(end, -1, false); }
    void assign(qsizetype end, int element, bool isText)
    {
        for (; m_next < m_ranges.size() && m_ranges[m_next].from < end; ++m_next) {
            m_element[m_next] = element;
            m_found[m_next].isText = isText;
        }
    }

    qsizetype readTag(qsizetype at)
    {
        if (m_html.sliced(at).startsWith("<!--")) {
            const qsizetype end = m_html.indexOf("-->", at + 4);
            return skipped(end < 0 ? m_html.size() : end + 3);
        }
        const bool closes = at + 1 < m_html.size() && m_html[at + 1] == '/';
        const qsizetype nameFrom = at + (closes ? 2 : 1);
        if (nameFrom >= m_html.size() || !std::isalpha(static_cast<unsigned char>(m_html[nameFrom])))
            return skipped(at + 1);
        qsizetype nameEnd = nameFrom;
        while (nameEnd < m_html.size() && !std::isspace(static_cast<unsigned char>(m_html[nameEnd]))
            && m_html[nameEnd] != '>' && m_html[nameEnd] != '/')
            ++nameEnd;
        const QByteArray name = m_html.sliced(nameFrom, nameEnd - nameFrom).toByteArray().toLower();
        const qsizetype end = tagscan::tagEnd(m_html, nameEnd);
        if (closes) {
            close(name);
            return skipped(end);
        }
        m_elements.push_back({ name, nameEnd, false });
        const int element = int(m_elements.size()) - 1;
        assign(
            end, name == "html" || name == "body" || name == "meta" || name == "link" ? -1 : element, false);
        if (isRawText(name))
            return skipped(tagscan::rawTextEnd(m_html, name, end));
        if (!isVoid(name) && m_html[end - 1] == '>' && !m_html.first(end).endsWith("/>"))
            m_open.push_back(element);
        return end;
    }
    qsizetype skipped(qsizetype end)
    {
        skipUpTo(end);
        return end;
    }
    void close(const QByteArray& name)
    {
        const auto open = std::find_if(m_open.rbegin(), m_open.rend(),
            [&](int element) { return m_elements[std::size_t(element)].name == name; });
        if (open != m_open.rend())
            m_open.erase(open.base() - 1, m_open.end());
    }

    QByteArrayView m_html;
    const std::vector<TextRange>& m_ranges;
    TextRange m_content;
    std::vector<ElementOfRange> m_found;
    std::vector<int> m_element; ///< by range; index into m_elements
    std::vector<Element> m_elements;
    std::vector<int> m_open;
    std::size_t m_next = 0;
};

} // namespace

std::vector<ElementOfRange> elementsOf(
    QByteArrayView html, const std::vector<TextRange>& ranges, TextRange content)
{
    return Walk(html, ranges, content).run();
}

} // namespace lectern::render
