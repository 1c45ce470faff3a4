// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lectern::app {

/// Notes in the log how long after the start of the process, and after how much CPU time, `milestone` was
/// reached. The benchmark of the start reads these lines: "<milestone> at 123 ms, CPU 98 ms".
void logMilestone(const QString& milestone);

} // namespace lectern::app
