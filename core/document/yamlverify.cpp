// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/yamlverify.h"

#include <algorithm>

namespace lectern {
namespace {

bool isContainer(const YamlValue& value)
{
    return value.style == YamlStyle::BlockMap || value.style == YamlStyle::FlowMap
        || value.style == YamlStyle::BlockList || value.style == YamlStyle::FlowList;
}

bool startsWith(const QStringList& path, const QStringList& start)
{
    return path.size() >= start.size() && std::equal(start.begin(), start.end(), path.begin());
}

std::vector<const YamlValue*> scalarsBeside(const YamlDocument& document, const QStringList& path)
{
    std::vector<const YamlValue*> scalars;
    for (const YamlValue& value : document.values()) {
        if (!isContainer(value) && !startsWith(value.path, path))
            scalars.push_back(&value);
    }
    return scalars;
}

} // namespace

bool keepsOtherValues(const YamlDocument& before, const YamlDocument& after, const QStringList& path)
{
    // An empty value above `path` comes when its map lost its last key, and goes when it takes its first.
    const auto isAbove = [&](const YamlValue* value) {
        return value->style == YamlStyle::Empty && startsWith(path, value->path);
    };
    auto old = scalarsBeside(before, path);
    auto now = scalarsBeside(after, path);
    std::erase_if(old, isAbove);
    std::erase_if(now, isAbove);
    return std::equal(old.begin(), old.end(), now.begin(), now.end(),
        [](const YamlValue* a, const YamlValue* b) { return a->path == b->path && a->text == b->text; });
}

} // namespace lectern
