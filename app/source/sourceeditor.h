// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/source/qscintilla.h"
#include "app/source/sourcetokens.h"
#include "core/document/edit.h"

#include <QColor>

#include <vector>

namespace lectern::app {

/// A part of the text that can be folded to its first line.
struct FoldPart {
    qsizetype from = 0; ///< byte of the line that stays
    int level = 1; ///< 1 outermost
    bool operator==(const FoldPart&) const = default;
};

/// A file's bytes as coloured text. All positions are byte offsets: the editor holds the very bytes, whatever they are, and
/// says which of them the user changed. It keeps no undo of its own; undo spans the whole program.
class SourceEditor : public QsciScintillaBase {
    Q_OBJECT
public:
    explicit SourceEditor(QWidget* parent = nullptr);

    /// Shows other bytes, from their start.
    void setBytes(const QByteArray& bytes, SourceLanguage language);
    [[nodiscard]] QByteArray bytes() const;
    /// Changes the text as somebody else did: without edited(), the caret stays with its text.
    void apply(const Edits& edits);
    /// Tells at once what was typed and not yet announced.
    void flush();

    [[nodiscard]] qsizetype caret() const;
    /// Moves the caret and scrolls it into view; does not take the keyboard, and caretMoved() is not emitted.
    void setCaret(qsizetype at);
    [[nodiscard]] TextRange selectedRange() const;
    /// Selects and scrolls into view, unfolding what hides it; caretMoved() is not emitted.
    void select(TextRange range);
    /// Puts a soft background behind these bytes; an empty range takes it away.
    void setMarked(TextRange range);
    /// Outlines matches of a search.
    void setFound(const std::vector<TextRange>& ranges);
    void setFolds(const std::vector<FoldPart>& parts);
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    /// By the user, in order; bytes() is the new text.
    void edited(const lectern::Edits& edits);
    /// By the user.
    void caretMoved(qsizetype at);

protected:
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    /// The library's messages, with the types that it takes; ambiguous otherwise.
    long send(int message, qsizetype first = 0, qsizetype second = 0) const
    {
        return SendScintilla(unsigned(message), static_cast<unsigned long>(first), long(second));
    }
    long sendText(int message, qsizetype first, const char* text) const
    {
        return SendScintilla(unsigned(message), static_cast<unsigned long>(first), text);
    }
    void send(int message, qsizetype first, const QColor& color) const
    {
        SendScintilla(unsigned(message), static_cast<unsigned long>(first), color);
    }
    void send(int message, const QColor& color) const { SendScintilla(unsigned(message), color); }

    void modified(int position, int type, const char* text, int length);
    void updated(int what);
    void styleText();
    void refreshLook();
    void setUpMargins();
    void marginClicked(int position);
    void reveal(qsizetype from, qsizetype to);

    SourceLanguage m_language = SourceLanguage::Plain;
    Edits m_pending;
    QByteArray m_deleting;
    qsizetype m_caret = 0;
    bool m_showing = false; // the change comes from the program
    bool m_flushWaits = false;
};

} // namespace lectern::app
