// SPDX-License-Identifier: GPL-3.0-or-later
// writefile PATH SIZE: replaces PATH by SIZE bytes 'n' with the atomic writer; prints "ok" when it reports success. The
// fault sweep runs it under strace.
#include "core/base/atomicfile.h"

#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv)
{
    if (argc != 3)
        return 2;
    const auto written = lectern::writeFileAtomically(QString::fromLocal8Bit(argv[1]), QByteArray(std::atoi(argv[2]), 'n'));
    std::puts(written ? "ok" : "failed");
    return written ? 0 : 1;
}
