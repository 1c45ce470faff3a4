// SPDX-License-Identifier: GPL-3.0-or-later
// exportfiles SITE JOURNALS COUNT: exports an edited page, with COUNT 3 also a new page in a new folder and a changed data
// file, and prints "ok" when that is reported as done. exportfiles --recover JOURNALS ends what was cut short. The fault
// sweep runs it under strace.
#include "core/publish/exportjournal.h"
#include "tests/support/noleakcheck.h"

#include <QStringList>

#include <cstdio>
#include <cstdlib>

using namespace lectern;

int main(int argc, char** argv)
{
    if (argc == 3) {
        (void)publish::recoverExports(QString::fromLocal8Bit(argv[2]));
        std::puts("ok");
        return 0;
    }
    if (argc != 4)
        return 2;
    publish::ExportPlan plan {QString::fromLocal8Bit(argv[1]), {}, {}};
    plan.files.push_back({QStringLiteral("_pages/about.md"), QByteArray(20000, 'o'), QByteArray(30000, 'n'), false});
    if (std::atoi(argv[3]) == 3) {
        plan.files.push_back({QStringLiteral("new/deep/page.md"), std::nullopt, QByteArray(100, 'n'), false});
        plan.files.push_back({QStringLiteral("_data/navigation.yml"), QByteArray("o"), QByteArray("n"), false});
    }
    const auto outcome = publish::writeExport(plan, QString::fromLocal8Bit(argv[2]));
    std::puts(outcome.failure ? "failed" : "ok");
    return outcome.failure ? 1 : 0;
}
