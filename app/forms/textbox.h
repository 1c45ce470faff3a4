// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QKeySequence>
#include <QTextEdit>

#include <functional>
#include <optional>

class QMenu;

namespace lectern::app {

/// A plain text editor that grows with its content, for one line or many. It keeps the text as given
/// (`record`): what the user does not touch stays character for character, and loading changes nothing.
///
/// It has no undo of its own: undo and redo keys are left to the window, whose undo spans all panels.
class TextBox : public QTextEdit {
    Q_OBJECT
public:
    enum class Lines { One, Many };
    explicit TextBox(Lines lines, QWidget* parent = nullptr);

    /// What is typed for formatRequested(key).
    [[nodiscard]] static QKeySequence formattingKeys(int key);
    [[nodiscard]] const QString& record() const { return m_record; }
    /// Shows another text without edited(); the caret stays at its place in the text. While an input method
    /// composes, the change waits for the end of the composition.
    void setRecord(const QString& record);
    [[nodiscard]] bool isComposing() const { return m_composing; }
    /// The record's range that is selected (UTF-16 units, half-open).
    [[nodiscard]] std::pair<qsizetype, qsizetype> selectedRange() const;
    /// Replaces a range of the record as the user would, then selects [selectFrom, selectTo) of the new
    /// record.
    void replaceRange(
        qsizetype from, qsizetype to, const QString& text, qsizetype selectFrom, qsizetype selectTo);

    void setMonospaced(bool monospaced);
    void setProblem(bool problem);
    /// Is asked first about what is pasted; true: it took it.
    void setPasteHandler(std::function<bool(const QMimeData&)> handler)
    {
        m_pasteHandler = std::move(handler);
    }
    void setLineLimits(int least, int most);
    /// Puts a small button into the right end of the frame.
    void setTrailing(QWidget* widget);
    /// The text is Markdown: the formatting bar's keys (Ctrl+B, I, K, E) belong to this box while it has the
    /// focus, and what is pasted becomes Markdown.
    void setMarkdown(bool markdown) { m_markdown = markdown; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited(); ///< by the user; record() is the new text
    void submitted(); ///< Enter in a box for one line
    void left(); ///< the keyboard went elsewhere
    void formatRequested(int key); ///< Qt::Key_B, Key_I, Key_K, Key_C, or Key_Period for an emoji
    /// The context menu is about to open for position `at` of the document; whoever knows more adds to it.
    void menuPrepared(QMenu* menu, int at);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    [[nodiscard]] QMimeData* createMimeDataFromSelection() const override;
    void insertFromMimeData(const QMimeData* source) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData* source) const override;

private:
    void readDocument();
    void showRecord();
    void fitHeight();
    void placeTrailing();
    [[nodiscard]] bool isFormattingKey(const QKeyEvent& event) const;

    Lines m_lines;
    QWidget* m_trailing = nullptr;
    std::function<bool(const QMimeData&)> m_pasteHandler;
    QString m_record;
    std::optional<QString> m_waiting; ///< arrived during a composition
    int m_changedAt = -1;
    int m_leastLines = 1;
    int m_mostLines = 1;
    bool m_showing = false;
    bool m_composing = false;
    bool m_problem = false;
    bool m_markdown = false;
};

} // namespace lectern::app
