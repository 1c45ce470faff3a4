// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/suite.h"

#include <QLoggingCategory>
#include <QRegularExpression>

namespace lectern::test {

void Suite::init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

void quietForeignCategories()
{
    QLoggingCategory::setFilterRules(QStringLiteral("qt.qml.compiler*=false\nqt.qpa.*=false\nqt.webenginecontext*=false\n"
                                                    "qt.accessibility*=false\nqt.text.font*=false"));
}

} // namespace lectern::test
