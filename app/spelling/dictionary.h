// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <memory>

namespace lectern::app {

/// One language's words and rules, as Hunspell reads them. Not shared between threads: it may be loaded on
/// one and then handed to another.
class Dictionary {
public:
    /// `path`: of the .aff and .dic files, without their ending.
    explicit Dictionary(const QString& path);
    ~Dictionary();
    Dictionary(const Dictionary&) = delete;
    Dictionary& operator=(const Dictionary&) = delete;

    /// A word that the dictionary's encoding cannot write is no word of its language, and counts as right.
    [[nodiscard]] bool isCorrect(const QString& word) const;
    [[nodiscard]] QStringList suggestions(const QString& word) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lectern::app
