// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>
#include <QString>

class QMenu;

namespace lectern::app {

class MarkdownHighlighter;
class Spelling;
class TextBox;

/// Lets a text box underline what is misspelt and offers corrections, learning and the choice of a language
/// in its menu. Lives as long as the box.
class SpellChecker : public QObject {
    Q_OBJECT
public:
    SpellChecker(Spelling& spelling, const QString& field, const QSet<QString>& names, TextBox* box,
        MarkdownHighlighter* highlighter);

private:
    void check();
    void addToMenu(QMenu* menu, int at);
    void addCorrections(QMenu* menu, qsizetype from, qsizetype to);
    void addLanguages(QMenu* menu);
    /// The text as the document counts it.
    [[nodiscard]] QString documentWords() const;

    Spelling& m_spelling;
    QString m_field;
    QSet<QString> m_names;
    TextBox* m_box;
    MarkdownHighlighter* m_highlighter;
};

} // namespace lectern::app
