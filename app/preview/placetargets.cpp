// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/placetargets.h"

#include <QJsonObject>

namespace lectern::app {

namespace {

bool meets(const PreviewBlock& block, const MarkedPlace& place)
{
    if (block.file != place.file || block.range.isEmpty())
        return false;
    return place.range.isEmpty()
        ? block.range.contains(place.range.from) || block.range.to == place.range.from
        : block.range.overlaps(place.range);
}

QJsonObject target(const PreviewBlock& block, TextRange range)
{
    return { { QStringLiteral("block"), block.id }, { QStringLiteral("from"), range.from - block.range.from },
        { QStringLiteral("to"), range.to - block.range.from } };
}

} // namespace

QJsonArray placeTargets(const PreviewDocument& document, const MarkedPlace& place)
{
    QJsonArray list;
    for (const PreviewBlock& block : document.blocks) {
        if (!meets(block, place))
            continue;
        // Of a long list the items that are meant, unless all of it is.
        if (block.items.empty() || place.range.contains(block.range)) {
            list.append(target(block, place.range));
            continue;
        }
        for (const PreviewBlock& item : block.items) {
            if (meets(item, place))
                list.append(target(item, place.range));
        }
    }
    if (list.isEmpty()) {
        list.append(QJsonObject { { QStringLiteral("file"), place.file },
            { QStringLiteral("from"), place.range.from }, { QStringLiteral("to"), place.range.to } });
    }
    return list;
}

} // namespace lectern::app
