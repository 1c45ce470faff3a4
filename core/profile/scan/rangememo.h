// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/textrange.h"

#include <QByteArrayView>
#include <QHash>

namespace lectern::profile {

[[nodiscard]] inline size_t rangeHash(TextRange range, size_t seed) noexcept
{
    return qHashMulti(seed, range.from, range.to);
}

/// A text that is being read on this thread, while one of these lives: the readers of its pieces ask for the
/// same ranges again and again, and what a RangeMemo has found for a range it then need not find twice.
class ReadScope {
public:
    explicit ReadScope(QByteArrayView bytes);
    ~ReadScope();
    Q_DISABLE_COPY_MOVE(ReadScope)

    /// A number of its own for the innermost scope, 0 where `bytes` are not its text.
    [[nodiscard]] static quint64 of(QByteArrayView bytes);

private:
    ReadScope* m_outer = nullptr;
    QByteArrayView m_bytes;
    quint64 m_number = 0;
};

/// What a function of a text and a range returned, for one ReadScope. One per function and thread.
template<class Value> class RangeMemo {
public:
    /// `make()` must depend on the text and the range alone, and may ask the same memo about other ranges.
    template<class Make> Value value(QByteArrayView bytes, TextRange range, Make make)
    {
        const quint64 scope = ReadScope::of(bytes);
        if (scope == 0)
            return make();
        if (scope != m_scope || m_values.size() >= most) {
            m_values.clear();
            m_scope = scope;
        }
        const Key key { range };
        if (const auto found = m_values.constFind(key); found != m_values.constEnd())
            return *found;
        Value made = make();
        m_values.insert(key, made);
        return made;
    }

private:
    struct Key {
        TextRange range;
        bool operator==(const Key&) const = default;
        friend size_t qHash(const Key& key, size_t seed = 0) noexcept { return rangeHash(key.range, seed); }
    };
    /// What is asked again is asked soon, by the readers of the same item: few values stay in the processor's cache.
    static constexpr qsizetype most = 512;

    QHash<Key, Value> m_values;
    quint64 m_scope = 0;
};

} // namespace lectern::profile
