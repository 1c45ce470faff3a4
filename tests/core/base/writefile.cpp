// SPDX-License-Identifier: GPL-3.0-or-later
// writefile PATH SIZE [PRESENT]: replaces PATH, whose content is PRESENT where that is given, by SIZE bytes 'n' with the
// atomic writer; prints "ok" when it reports success. The
// fault sweep runs it under strace.
#include "core/base/atomicfile.h"
#include "core/base/contenthash.h"
#include "tests/support/noleakcheck.h"

#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv)
{
    if (argc != 3 && argc != 4)
        return 2;
    std::optional<lectern::WriteExpectation> expectation;
    if (argc == 4)
        expectation = {lectern::contentHash(argv[3])};
    const auto written = lectern::writeFileAtomically(QString::fromLocal8Bit(argv[1]), QByteArray(std::atoi(argv[2]), 'n'), expectation);
    std::puts(written ? "ok" : "failed");
    return written ? 0 : 1;
}
