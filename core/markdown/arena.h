// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace lectern::markdown {

/// Memory of one parse: everything that a document's tree points to lives here and goes in one stroke. Only types
/// without a destructor may be put into it.
class Arena {
public:
    Arena() = default;
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;

    template<class T, class... Args>
    T* make(Args&&... args)
    {
        static_assert(std::is_trivially_destructible_v<T>);
        return new (take(sizeof(T), alignof(T))) T {std::forward<Args>(args)...};
    }

    /// Room for `size` bytes without a value.
    char* bytes(std::size_t size) { return static_cast<char*>(take(size, 1)); }

    std::string_view copy(std::string_view text)
    {
        if (text.empty())
            return {};
        char* at = bytes(text.size());
        std::memcpy(at, text.data(), text.size());
        return {at, text.size()};
    }

private:
    void* take(std::size_t size, std::size_t alignment)
    {
        std::size_t start = (m_used + alignment - 1) & ~(alignment - 1);
        if (m_blocks.empty() || start + size > m_capacity) {
            m_capacity = std::max<std::size_t>(size, m_blocks.empty() ? 16 * 1024 : 64 * 1024);
            m_blocks.push_back(std::make_unique_for_overwrite<char[]>(m_capacity));
            start = 0;
        }
        m_used = start + size;
        return m_blocks.back().get() + start;
    }

    std::vector<std::unique_ptr<char[]>> m_blocks;
    std::size_t m_used = 0;
    std::size_t m_capacity = 0;
};

} // namespace lectern::markdown
