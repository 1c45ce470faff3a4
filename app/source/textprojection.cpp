// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/source/textprojection.h"

#include <QStringDecoder>

namespace lectern::app {
namespace {

/// How many bytes the character at `at` has, told by its first one; 1 where no character can begin.
qsizetype expectedLength(uchar first)
{
    if (first >= 0xC2 && first <= 0xDF)
        return 2;
    if (first >= 0xE0 && first <= 0xEF)
        return 3;
    if (first >= 0xF0 && first <= 0xF4)
        return 4;
    return 1;
}

} // namespace

TextProjection::TextProjection(QByteArrayView bytes)
{
    m_text.reserve(bytes.size());
    m_offsets.reserve(size_t(bytes.size()) + 1);
    for (qsizetype at = 0; at < bytes.size();) {
        const uchar first = uchar(bytes[at]);
        qsizetype length = expectedLength(first);
        if (first < 0x80) {
            m_text.append(QChar(char16_t(first)));
        } else {
            QString character;
            if (at + length <= bytes.size() && length > 1) {
                QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
                character = decoder(bytes.sliced(at, length));
                if (decoder.hasError())
                    character.clear();
            }
            if (character.isEmpty()) {
                character = QString(QChar::ReplacementCharacter);
                length = 1;
            }
            m_text.append(character);
        }
        while (qsizetype(m_offsets.size()) < m_text.size())
            m_offsets.push_back(at);
        at += length;
    }
    m_offsets.push_back(bytes.size());
}

} // namespace lectern::app
