// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCoreApplication;

namespace lectern::app {

/// Gives the application the interface's language: `wanted` ("en", "zh_CN"), or where it is empty the first of the
/// system's languages that there is. Qt's own texts come with it; what was installed before goes. Returns what was taken.
QString installLanguage(QCoreApplication& application, const QString& wanted);

} // namespace lectern::app
