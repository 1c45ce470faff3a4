// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QRandomGenerator>

namespace lectern::fuzz {

/// Makes inputs out of seeds: bytes and pieces taken out, doubled, moved, put in from a dictionary or another
/// seed. The same numbers give the same inputs.
class Mutator {
public:
    Mutator(QByteArrayList seeds, QByteArrayList words, quint32 number, qsizetype maximalSize);

    [[nodiscard]] QByteArray next();

private:
    void change(QByteArray& text);
    [[nodiscard]] qsizetype place(const QByteArray& text);
    [[nodiscard]] QByteArray piece(const QByteArray& text);
    [[nodiscard]] const QByteArray& any(const QByteArrayList& list);

    QByteArrayList m_seeds;
    QByteArrayList m_words;
    QRandomGenerator m_random;
    qsizetype m_maximalSize;
};

/// The words of a dictionary in libFuzzer's format (`name="text"`, with \\, \" and \xAB).
[[nodiscard]] QByteArrayList dictionaryWords(const QByteArray& text);

} // namespace lectern::fuzz
