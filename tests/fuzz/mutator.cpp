// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/mutator.h"

#include <algorithm>

namespace lectern::fuzz {

Mutator::Mutator(QByteArrayList seeds, QByteArrayList words, quint32 number, qsizetype maximalSize)
    : m_seeds(std::move(seeds))
    , m_words(std::move(words))
    , m_random(number)
    , m_maximalSize(maximalSize)
{
    if (m_seeds.isEmpty())
        m_seeds.append(QByteArray());
    if (m_words.isEmpty())
        m_words.append(QByteArray("\n"));
}

QByteArray Mutator::next()
{
    QByteArray text = any(m_seeds);
    for (int changes = 1 + int(m_random.bounded(m_random.bounded(4) == 0 ? 16 : 4)); changes > 0; --changes)
        change(text);
    text.truncate(m_maximalSize);
    return text;
}

void Mutator::change(QByteArray& text)
{
    const qsizetype at = place(text);
    switch (m_random.bounded(10)) {
    case 0:
        text.remove(at, 1 + m_random.bounded(m_random.bounded(4) == 0 ? 60 : 4));
        break;
    case 1:
        text.insert(place(text), piece(text));
        break;
    case 2:
        text.insert(at, piece(any(m_seeds)));
        break;
    case 3:
        if (at < text.size())
            text[at] = char(m_random.bounded(256));
        break;
    case 4:
        text.truncate(at);
        break;
    case 5:
        if (m_random.bounded(8) == 0) {
            const QByteArray& word = any(m_words);
            text.insert(at,
                word.repeated(std::min<qsizetype>(
                    m_random.bounded(2000), m_maximalSize / std::max<qsizetype>(1, word.size()))));
            break;
        }
        [[fallthrough]];
    default:
        text.insert(at, any(m_words));
        break;
    }
}

qsizetype Mutator::place(const QByteArray& text)
{
    return m_random.bounded(int(text.size()) + 1);
}

QByteArray Mutator::piece(const QByteArray& text)
{
    return text.mid(place(text), 1 + m_random.bounded(m_random.bounded(3) == 0 ? 200 : 12));
}

const QByteArray& Mutator::any(const QByteArrayList& list)
{
    return list[m_random.bounded(int(list.size()))];
}

QByteArrayList dictionaryWords(const QByteArray& text)
{
    QByteArrayList words;
    const QByteArrayList lines = text.split('\n');
    for (const QByteArray& line : lines) {
        const qsizetype from = line.indexOf('"');
        const qsizetype to = line.lastIndexOf('"');
        if (line.startsWith('#') || from < 0 || to <= from)
            continue;
        QByteArray word;
        for (qsizetype at = from + 1; at < to; ++at) {
            if (line[at] == '\\' && at + 3 < to + 1 && line[at + 1] == 'x') {
                word += QByteArray::fromHex(line.mid(at + 2, 2));
                at += 3;
            } else {
                at += line[at] == '\\' ? 1 : 0;
                word += line[at];
            }
        }
        words.append(word);
    }
    return words;
}

} // namespace lectern::fuzz
