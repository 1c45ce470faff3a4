// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/suite.h"

#include <QApplication>
#include <QStandardPaths>

/// A main for tests with widgets: test folders for settings, no animations that would need waiting for.
#define LECTERN_GUI_MAIN(TestClass)                                                                                    \
    int main(int argc, char** argv)                                                                                    \
    {                                                                                                                  \
        QStandardPaths::setTestModeEnabled(true);                                                                      \
        QApplication app(argc, argv);                                                                                  \
        QApplication::setEffectEnabled(Qt::UI_AnimateMenu, false);                                                     \
        QApplication::setEffectEnabled(Qt::UI_AnimateCombo, false);                                                    \
        lectern::test::quietForeignCategories();                                                                       \
        TestClass test;                                                                                                \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }
