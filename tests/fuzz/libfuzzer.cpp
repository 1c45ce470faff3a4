// SPDX-License-Identifier: GPL-3.0-or-later
// The entry of clang's libFuzzer: one program for each target, FUZZ_TARGET names it.
#include "tests/fuzz/fuzz.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const lectern::fuzz::Target* target = lectern::fuzz::target(FUZZ_TARGET);
    target->run(QByteArray(reinterpret_cast<const char*>(data), qMin(qsizetype(size), target->maximalSize)));
    return 0;
}
