// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/scan/rangememo.h"

namespace lectern::profile {
namespace {

thread_local ReadScope* innermost = nullptr;
thread_local quint64 numbers = 0;

} // namespace

ReadScope::ReadScope(QByteArrayView bytes)
    : m_outer(innermost)
    , m_bytes(bytes)
    , m_number(++numbers)
{
    innermost = this;
}

ReadScope::~ReadScope()
{
    innermost = m_outer;
}

quint64 ReadScope::of(QByteArrayView bytes)
{
    const bool same
        = innermost && innermost->m_bytes.data() == bytes.data() && innermost->m_bytes.size() == bytes.size();
    return same ? innermost->m_number : 0;
}

} // namespace lectern::profile
