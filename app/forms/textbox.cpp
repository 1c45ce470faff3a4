// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/textbox.h"

#include "app/forms/fieldframe.h"
#include "app/forms/markdownpaste.h"
#include "app/forms/textrecord.h"

#include <QAbstractTextDocumentLayout>
#include <QAction>
#include <QContextMenuEvent>
#include <QFontDatabase>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QWheelEvent>

#include <algorithm>
#include <array>

namespace lectern::app {

TextBox::TextBox(Lines lines, QWidget* parent)
    : QTextEdit(parent)
    , m_lines(lines)
{
    setAcceptRichText(false);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(3);
    if (lines == Lines::Many)
        setLineLimits(3, 24);
    else
        setLineLimits(1, 6);
    connect(
        document(), &QTextDocument::contentsChange, this, [this](int from, int, int) { m_changedAt = from; });
    connect(this, &QTextEdit::textChanged, this, &TextBox::readDocument);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
        [this] { fitHeight(); });
    fitHeight();
}

void TextBox::setRecord(const QString& record)
{
    if (m_composing) {
        m_waiting = record;
        return;
    }
    m_waiting.reset();
    if (record == m_record)
        return;
    m_record = record;
    showRecord();
}

void TextBox::showRecord()
{
    const QString before = document()->toRawText();
    const QString after = documentText(m_record);
    const CommonEnds ends = commonEnds(before, after);
    const int anchor = int(keptPosition(before, after, textCursor().anchor()));
    const int caret = int(keptPosition(before, after, textCursor().position()));
    m_showing = true;
    QTextCursor cursor(document());
    cursor.setPosition(int(ends.prefix));
    cursor.setPosition(int(before.size() - ends.suffix), QTextCursor::KeepAnchor);
    cursor.insertText(after.sliced(ends.prefix, after.size() - ends.prefix - ends.suffix));
    if (textCursor().anchor() != anchor || textCursor().position() != caret) {
        cursor.setPosition(anchor);
        cursor.setPosition(caret, QTextCursor::KeepAnchor);
        setTextCursor(cursor);
    }
    m_showing = false;
    fitHeight();
}

void TextBox::readDocument()
{
    if (m_showing)
        return;
    const QString record = recordAfter(m_record, document()->toRawText(), m_changedAt);
    if (record == m_record)
        return;
    m_record = record;
    Q_EMIT edited();
}

std::pair<qsizetype, qsizetype> TextBox::selectedRange() const
{
    const QTextCursor cursor = textCursor();
    return { recordOffset(m_record, cursor.selectionStart()), recordOffset(m_record, cursor.selectionEnd()) };
}

void TextBox::replaceRange(
    qsizetype from, qsizetype to, const QString& text, qsizetype selectFrom, qsizetype selectTo)
{
    const auto shown
        = [this](qsizetype at) { return int(documentText(QStringView(m_record).first(at)).size()); };
    QTextCursor cursor = textCursor();
    cursor.setPosition(shown(from));
    cursor.setPosition(shown(to), QTextCursor::KeepAnchor);
    cursor.insertText(text);
    if (text.contains(QChar(u'\0')))
        showRecord(); // with its symbol
    cursor.setPosition(shown(std::min(selectFrom, m_record.size())));
    cursor.setPosition(shown(std::min(selectTo, m_record.size())), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
}

void TextBox::setMonospaced(bool monospaced)
{
    setFont(monospaced ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : QFont());
}

void TextBox::setProblem(bool problem)
{
    if (m_problem == problem)
        return;
    m_problem = problem;
    update();
}

void TextBox::setLineLimits(int least, int most)
{
    m_leastLines = least;
    m_mostLines = most;
    fitHeight();
}

void TextBox::fitHeight()
{
    const int line = fontMetrics().lineSpacing();
    // One line is as high as every other field; each further one adds itself.
    const int around = fieldHeight(this) - line;
    const int inside = int(2 * document()->documentMargin());
    const int above = (around - inside) / 2;
    const int side = m_trailing ? m_trailing->width() : fieldPadding;
    if (const QMargins margins(fieldPadding, above, side, around - inside - above);
        margins != viewportMargins())
        setViewportMargins(margins);
    const int wanted = int(document()->size().height()) + around - inside;
    const int most = m_mostLines * line + around;
    const int height = std::clamp(wanted, m_leastLines * line + around, most);
    setVerticalScrollBarPolicy(wanted > most ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    if (height != minimumHeight() || height != maximumHeight())
        setFixedHeight(height);
}

void TextBox::setTrailing(QWidget* widget)
{
    m_trailing = widget;
    widget->setParent(this);
    widget->setCursor(Qt::ArrowCursor);
    widget->setFixedSize(fieldHeight(this), fieldHeight(this) - 2);
    fitHeight();
    placeTrailing();
}

void TextBox::placeTrailing()
{
    if (m_trailing)
        m_trailing->move(width() - m_trailing->width() - 1, 1);
}

void TextBox::resizeEvent(QResizeEvent* event)
{
    QTextEdit::resizeEvent(event);
    placeTrailing();
}

QSize TextBox::sizeHint() const
{
    return { fontMetrics().averageCharWidth() * 24, height() };
}

QSize TextBox::minimumSizeHint() const
{
    return { fontMetrics().averageCharWidth() * 5, minimumHeight() };
}

bool TextBox::isFormattingKey(const QKeyEvent& event) const
{
    constexpr std::array keys { Qt::Key_B, Qt::Key_I, Qt::Key_K, Qt::Key_C, Qt::Key_Period };
    return m_markdown && std::ranges::any_of(keys, [&event](Qt::Key key) {
        return QKeySequence(event.keyCombination()) == formattingKeys(key);
    });
}

QKeySequence TextBox::formattingKeys(int key)
{
    // Ctrl+K is the window's, Ctrl+C copies.
    const bool shifted = key == Qt::Key_K || key == Qt::Key_C;
    return QKeySequence((shifted ? Qt::CTRL | Qt::SHIFT : Qt::Modifiers(Qt::CTRL)) | Qt::Key(key));
}

bool TextBox::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        // QTextEdit would claim them although it has nothing to undo.
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            key->ignore();
            return true;
        }
        if (isFormattingKey(*key)) {
            key->accept();
            return true;
        }
    }
    if (event->type() == QEvent::Paint) {
        QPainter painter(this);
        const bool focused = hasFocus() && !isReadOnly();
        paintFieldFrame(painter, rect(), palette(),
            focused         ? FrameState::Focused
                : m_problem ? FrameState::Problem
                            : FrameState::Idle);
        return true;
    }
    return QTextEdit::event(event);
}

void TextBox::keyPressEvent(QKeyEvent* event)
{
    if (isFormattingKey(*event)) {
        Q_EMIT formatRequested(event->key());
        return;
    }
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_lines == Lines::One && isEnter) {
        Q_EMIT submitted();
        return;
    }
    if (event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo)
        || event->key() == Qt::Key_Escape) {
        event->ignore();
        return;
    }
    QTextEdit::keyPressEvent(event);
}

void TextBox::inputMethodEvent(QInputMethodEvent* event)
{
    const bool ends = event->preeditString().isEmpty();
    if (ends && m_composing && m_waiting) {
        // The text below the composition changed meanwhile: put it in place first, then what was composed.
        QInputMethodEvent nothing;
        QTextEdit::inputMethodEvent(&nothing);
        m_composing = false;
        setRecord(*m_waiting);
    }
    m_composing = !ends;
    QTextEdit::inputMethodEvent(event);
}

void TextBox::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto actions = menu->actions();
    for (QAction* action : actions) {
        if (action->objectName() == QLatin1StringView("edit-undo")
            || action->objectName() == QLatin1StringView("edit-redo"))
            menu->removeAction(action);
    }
    if (!menu->actions().isEmpty() && menu->actions().constFirst()->isSeparator())
        menu->removeAction(menu->actions().constFirst());
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    Q_EMIT menuPrepared(menu,
        byKey ? textCursor().position()
              : cursorForPosition(viewport()->mapFrom(this, event->pos())).position());
    menu->popup(byKey ? viewport()->mapToGlobal(cursorRect().bottomLeft()) : event->globalPos());
}

void TextBox::focusInEvent(QFocusEvent* event)
{
    QTextEdit::focusInEvent(event);
    if (m_lines == Lines::One
        && (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason))
        selectAll();
    update();
}

void TextBox::focusOutEvent(QFocusEvent* event)
{
    QTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) {
        QTextCursor cursor = textCursor();
        cursor.clearSelection();
        setTextCursor(cursor);
        Q_EMIT left();
    }
    update();
}

void TextBox::wheelEvent(QWheelEvent* event)
{
    // A box that shows all of its text leaves the wheel to the form around it.
    if (verticalScrollBarPolicy() == Qt::ScrollBarAlwaysOff)
        event->ignore();
    else
        QTextEdit::wheelEvent(event);
}

void TextBox::changeEvent(QEvent* event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        if (m_trailing)
            m_trailing->setFixedSize(fieldHeight(this), fieldHeight(this) - 2);
        fitHeight();
        placeTrailing();
    }
}

QMimeData* TextBox::createMimeDataFromSelection() const
{
    const auto [from, to] = selectedRange();
    auto* data = new QMimeData;
    data->setText(m_record.sliced(from, to - from));
    return data;
}

void TextBox::insertFromMimeData(const QMimeData* source)
{
    if (m_pasteHandler && m_pasteHandler(*source))
        return;
    const auto [from, to] = selectedRange();
    QString text = m_markdown ? pastedMarkdown(*source, m_record.sliced(from, to - from)) : source->text();
    text.remove(QChar(u'\0'));
    if (m_lines == Lines::One) {
        text = std::move(text).trimmed();
        text.replace(QLatin1StringView("\r\n"), QLatin1StringView(" "));
        for (const QChar lineBreak : { QChar(u'\n'), QChar(u'\r'), QChar(QChar::ParagraphSeparator) })
            text.replace(lineBreak, u' ');
    }
    textCursor().insertText(text);
    ensureCursorVisible();
}

bool TextBox::canInsertFromMimeData(const QMimeData* source) const
{
    return source->hasText() || source->hasHtml()
        || (m_pasteHandler && (source->hasImage() || source->hasUrls()));
}

} // namespace lectern::app
