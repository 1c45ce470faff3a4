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

/// From a test's constructor: how long one function of it, or one of its rows, may take, instead of Qt's five minutes. Where a
/// variable sets how much is done, the limit follows it.
void allowForEachFunction(std::chrono::seconds limit);

/// `number` from the environment where `variable` has a positive one: long runs are asked for by hand.
[[nodiscard]] int numberFromEnvironment(const char* variable, int number);

/// Silences the logging categories whose noise is not ours (script compiler, platform plugins without hardware).
void quietForeignCategories();

} // namespace lectern::test

/// A main for tests without GUI.
#define LECTERN_GUILESS_MAIN(TestClass)                                                                                \
    int main(int argc, char** argv)                                                                                    \
    {                                                                                                                  \
        QCoreApplication app(argc, argv);                                                                              \
        lectern::test::quietForeignCategories();                                                                       \
        TestClass test;                                                                                                \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }
