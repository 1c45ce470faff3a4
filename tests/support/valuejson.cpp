// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/valuejson.h"

#include "core/site/jsontext.h"

namespace lectern::test {

QByteArray toJson(const liquid::Value& value)
{
    return site::jsonText(value).toUtf8();
}

} // namespace lectern::test
