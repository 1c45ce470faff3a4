// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/suite.h"

#include <QHash>

#include <functional>
#include <memory>

namespace lectern::test {

/// All tests of the shell are one program, which runs the class that its first argument names: the program's
/// library is linked once instead of eight times.
using TestMaker = std::function<std::unique_ptr<QObject>()>;
QHash<QString, TestMaker>& shellTests();

struct ShellTestEntry {
    ShellTestEntry(const QString& name, TestMaker make) { shellTests().insert(name, std::move(make)); }
};

} // namespace lectern::test

#define LECTERN_SHELL_TEST(TestClass, name)                                                                  \
    static const lectern::test::ShellTestEntry TestClass##Entry(                                             \
        QStringLiteral(name), [] { return std::make_unique<TestClass>(); });
