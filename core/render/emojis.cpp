// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/emojis.h"

#include <QFile>
#include <QHash>
#include <QString>

// Outside of any namespace, as the macro demands: the list is in a static library.
static void loadEmojiResource()
{
    Q_INIT_RESOURCE(lectern_emojis);
}

namespace lectern::render::emojis {

namespace {

QHash<QByteArray, QByteArray> readList()
{
    loadEmojiResource();
    QFile file(QStringLiteral(":/lectern/emojis/emojis.txt"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the list of emojis is missing from this program");
    QHash<QByteArray, QByteArray> list;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (const qsizetype tab = line.indexOf('\t'); tab > 0)
            list.insert(line.left(tab), line.mid(tab + 1));
    }
    return list;
}

} // namespace

QByteArray characters(QByteArrayView name)
{
    static const QHash<QByteArray, QByteArray> list = readList();
    return list.value(QByteArray::fromRawData(name.data(), name.size()));
}

QByteArray pictureFile(const QByteArray& characters)
{
    constexpr uint joiner = 0x200D;
    constexpr uint asPicture = 0xFE0F;
    QByteArray name;
    for (const uint character : QString::fromUtf8(characters).toUcs4()) {
        // Files are named by all characters but the two that only say how the others are shown.
        if (!name.isEmpty() && (character == joiner || character == asPicture))
            continue;
        if (!name.isEmpty())
            name += '-';
        name += QByteArray::number(character, 16).rightJustified(4, '0');
    }
    return "unicode/" + name + ".png";
}

} // namespace lectern::render::emojis
