// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QObject>
#include <QTest>

#include <chrono>

namespace lectern::test {

/// Base of every test class: before each test function it makes unexpected warnings failures. Warnings that a test
/// announces with QTest::ignoreMessage pass. A class with an init() of its own calls Suite::init() in it.
class Suite : public QObject {
    Q_OBJECT
protected Q_SLOTS:
    void init();
};

/// How long a test waits for what must come, in milliseconds: it ends a test that would wait for ever, and is no limit of speed.
inline constexpr int patience = 60'000;

/// From a test's constructor: how long one function of it, or one of its rows, may take, instead of Qt's five minutes. Where a
/// variable sets how much is done, the limit follows it.
void allowForEachFunction(std::chrono::seconds limit);

/// `number` from the environment where `variable` has a positive one: long runs are asked for by hand.
[[nodiscard]] int numberFromEnvironment(const char* variable, int number);

/// Silences the logging categories whose noise is not ours (script compiler, platform plugins without hardware).
void quietForeignCategories();

} // namespace lectern::test

// Qt's own five seconds are a limit of speed where much else runs.
#undef QTRY_VERIFY
#define QTRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT((expression), lectern::test::patience)
#undef QTRY_VERIFY2
#define QTRY_VERIFY2(expression, description)                                                                          \
    QTRY_VERIFY2_WITH_TIMEOUT((expression), description, lectern::test::patience)
#undef QTRY_COMPARE
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT((actual), (expected), lectern::test::patience)

/// A main for tests without GUI.
#define LECTERN_GUILESS_MAIN(TestClass)                                                                                \
    int main(int argc, char** argv)                                                                                    \
    {                                                                                                                  \
        QCoreApplication app(argc, argv);                                                                              \
        lectern::test::quietForeignCategories();                                                                       \
        TestClass test;                                                                                                \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }
