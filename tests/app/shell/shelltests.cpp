// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/shell/shelltest.h"
#include "tests/support/guimain.h"

#include <cstdio>

namespace lectern::test {

QHash<QString, TestMaker>& shellTests()
{
    static QHash<QString, TestMaker> tests;
    return tests;
}

} // namespace lectern::test

int main(int argc, char** argv)
{
    using namespace lectern::test;
    QStandardPaths::setTestModeEnabled(true);
    QApplication app(argc, argv);
    QApplication::setEffectEnabled(Qt::UI_AnimateMenu, false);
    QApplication::setEffectEnabled(Qt::UI_AnimateCombo, false);
    quietForeignCategories();
    const QString name = QString::fromLocal8Bit(argc > 1 ? argv[1] : "");
    if (!shellTests().contains(name)) {
        std::fprintf(stderr, "The first argument names the test: %s\n",
            qPrintable(shellTests().keys().join(QLatin1Char(' '))));
        return 2;
    }
    // What follows the name is for Qt Test.
    argv[1] = argv[0];
    return QTest::qExec(shellTests().value(name)().get(), argc - 1, argv + 1);
}
