// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/suite.h"

#include <QLoggingCategory>
#include <QRegularExpression>

namespace lectern::test {

void Suite::init()
{
    // Three sayings of the offscreen platform tell of the platform, not of us.
    QTest::failOnWarning(QRegularExpression(QStringLiteral(
        "^(?!This plugin does not support propagateSizeHints|WebEngineContext used before|No suitable graphics backend).*")));
}

void allowForEachFunction(std::chrono::seconds limit)
{
    qputenv("QTEST_FUNCTION_TIMEOUT", QByteArray::number(qint64(std::chrono::milliseconds(limit).count())));
}

int numberFromEnvironment(const char* variable, int number)
{
    const int wanted = qEnvironmentVariableIntValue(variable);
    return wanted > 0 ? wanted : number;
}

void quietForeignCategories()
{
    QLoggingCategory::setFilterRules(QStringLiteral("qt.qml.compiler*=false\nqt.qpa.*=false\nqt.webenginecontext*=false\n"
                                                    "qt.accessibility*=false\nqt.text.font*=false"));
}

} // namespace lectern::test
