// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace lectern::check {

/// Finds which of some files are named in texts, wherever and however: a file counts as named when its name
/// stands in a text as a word of its own, in any letter case and also percent-encoded; or, where a text puts
/// names with its ending together ("{{ x }}.png"), when its name without the ending does. Texts that list
/// the site's files name all those below a folder that they mention.
class NamedFiles {
public:
    explicit NamedFiles(const QStringList& files);

    void look(const QByteArray& text);
    /// The files that no text named, in their order.
    [[nodiscard]] QStringList unnamed() const;

private:
    void lookForNames(const QString& text);
    void noteWords(const QString& text);
    [[nodiscard]] bool isPutTogether(const QString& file) const;

    QStringList m_files;
    QHash<QString, QStringList> m_namesByEnding; ///< folded names by their last letters
    QSet<QString> m_endings;
    QSet<QString> m_named; ///< folded names
    QSet<QString> m_builtEndings; ///< ".png" where texts put such names together
    QSet<QString> m_words;
    QStringList m_listings; ///< texts that list the site's files
};

} // namespace lectern::check
