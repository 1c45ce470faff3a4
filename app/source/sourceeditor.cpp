// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/source/sourceeditor.h"

#include "app/shell/look.h"
#include "app/source/sourcecolors.h"

#include <QContextMenuEvent>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>

#include <utility>

namespace lectern::app {
namespace {

constexpr int numberMargin = 0;
constexpr int foldMargin = 1;
constexpr int markIndicator = 8; // the first that is not the library's own
constexpr int foundIndicator = 9;

} // namespace

SourceEditor::SourceEditor(QWidget* parent) : QsciScintillaBase(parent)
{
    setAccessibleName(tr("Source"));
    setFrameShape(QFrame::NoFrame);
    send(SCI_SETCODEPAGE, SC_CP_UTF8);
    send(SCI_SETUNDOCOLLECTION, 0);
    send(SCI_SETWRAPMODE, SC_WRAP_WORD);
    send(SCI_SETWRAPINDENTMODE, SC_WRAPINDENT_SAME);
    send(SCI_SETTABWIDTH, 4);
    send(SCI_SETUSETABS, 0);
    send(SCI_SETTABINDENTS, 0);
    send(SCI_SETSCROLLWIDTHTRACKING, 1);
    send(SCI_SETENDATLASTLINE, 1);
    send(SCI_SETBUFFEREDDRAW, 0);
    send(SCI_SETCARETWIDTH, 2);
    send(SCI_SETMULTIPLESELECTION, 0);
    // Keys that belong to the window (undo, export, formatting) must not do something else here.
    for (const int key : {'Z', 'Y', 'D', 'L', 'T', 'U', 'E', 'K', 'N'})
        send(SCI_CLEARCMDKEY, key + (SCMOD_CTRL << 16));
    setUpMargins();
    refreshLook();
    connect(this, &QsciScintillaBase::SCN_STYLENEEDED, this, &SourceEditor::styleText);
    connect(this, &QsciScintillaBase::SCN_MARGINCLICK, this, [this](int position) { marginClicked(position); });
    connect(this, qOverload<int>(&QsciScintillaBase::SCN_UPDATEUI), this, &SourceEditor::updated);
    connect(this, &QsciScintillaBase::SCN_MODIFIED, this,
        [this](int position, int type, const char* text, int length) { modified(position, type, text, length); });
}

void SourceEditor::setUpMargins()
{
    send(SCI_SETMARGINTYPEN, numberMargin, SC_MARGIN_NUMBER);
    send(SCI_SETMARGINTYPEN, foldMargin, SC_MARGIN_SYMBOL);
    send(SCI_SETMARGINMASKN, foldMargin, SC_MASK_FOLDERS);
    send(SCI_SETMARGINSENSITIVEN, foldMargin, 1);
    send(SCI_SETMARGINWIDTHN, 2, 0);
    for (const int marker : {SC_MARKNUM_FOLDER, SC_MARKNUM_FOLDEREND})
        send(SCI_MARKERDEFINE, marker, SC_MARK_ARROW);
    for (const int marker : {SC_MARKNUM_FOLDEROPEN, SC_MARKNUM_FOLDEROPENMID})
        send(SCI_MARKERDEFINE, marker, SC_MARK_ARROWDOWN);
    for (const int marker : {SC_MARKNUM_FOLDERSUB, SC_MARKNUM_FOLDERTAIL, SC_MARKNUM_FOLDERMIDTAIL})
        send(SCI_MARKERDEFINE, marker, SC_MARK_EMPTY);
    send(SCI_SETFOLDFLAGS, SC_FOLDFLAG_LINEAFTER_CONTRACTED);
    send(SCI_SETAUTOMATICFOLD, SC_AUTOMATICFOLD_SHOW | SC_AUTOMATICFOLD_CHANGE);
}

void SourceEditor::refreshLook()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(look::font(look::TextRole::Body, this->font()).pointSizeF());
    const QPalette colors = palette();
    sendText(SCI_STYLESETFONT, STYLE_DEFAULT, font.family().toUtf8().constData());
    send(SCI_STYLESETSIZEFRACTIONAL, STYLE_DEFAULT, int(font.pointSizeF() * int(SC_FONT_SIZE_MULTIPLIER)));
    send(SCI_STYLESETFORE, STYLE_DEFAULT, colors.color(QPalette::Text));
    send(SCI_STYLESETBACK, STYLE_DEFAULT, colors.color(QPalette::Base));
    send(SCI_STYLECLEARALL);
    for (int token = 0; token < tokenCount; ++token) {
        const TokenLook look = tokenLook(Token(token), colors);
        send(SCI_STYLESETFORE, token, look.color);
        send(SCI_STYLESETBOLD, token, look.bold);
        send(SCI_STYLESETITALIC, token, look.italic);
    }
    send(SCI_STYLESETFORE, STYLE_LINENUMBER, look::secondaryText(colors));
    send(SCI_STYLESETBACK, STYLE_LINENUMBER, colors.color(QPalette::Base));
    send(SCI_SETFOLDMARGINCOLOUR, 1, colors.color(QPalette::Base));
    send(SCI_SETFOLDMARGINHICOLOUR, 1, colors.color(QPalette::Base));
    for (int marker = SC_MARKNUM_FOLDEREND; marker <= int(SC_MARKNUM_FOLDEROPEN); ++marker) {
        send(SCI_MARKERSETFORE, marker, colors.color(QPalette::Base));
        send(SCI_MARKERSETBACK, marker, look::secondaryText(colors));
    }
    send(SCI_SETCARETFORE, colors.color(QPalette::Text));
    send(SCI_SETSELBACK, 1, look::mixed(look::accent(colors), colors.color(QPalette::Base), 0.3));
    send(SCI_INDICSETSTYLE, markIndicator, INDIC_FULLBOX);
    send(SCI_INDICSETFORE, markIndicator, look::accent(colors));
    send(SCI_INDICSETALPHA, markIndicator, 28);
    send(SCI_INDICSETOUTLINEALPHA, markIndicator, 0);
    send(SCI_INDICSETUNDER, markIndicator, 1);
    send(SCI_INDICSETSTYLE, foundIndicator, INDIC_ROUNDBOX);
    send(SCI_INDICSETFORE, foundIndicator, look::warningColor(colors));
    send(SCI_INDICSETALPHA, foundIndicator, 60);
    send(SCI_INDICSETUNDER, foundIndicator, 1);
    send(SCI_SETEXTRAASCENT, 2);
    send(SCI_SETEXTRADESCENT, 2);
    const int digit = int(sendText(SCI_TEXTWIDTH, STYLE_LINENUMBER, "9"));
    send(SCI_SETMARGINWIDTHN, numberMargin, digit * 5);
    send(SCI_SETMARGINWIDTHN, foldMargin, digit * 2);
}

void SourceEditor::setBytes(const QByteArray& bytes, SourceLanguage language)
{
    flush();
    const QScopedValueRollback showing(m_showing, true);
    m_language = language;
    send(SCI_SETREADONLY, 0);
    send(SCI_CLEARALL);
    send(SCI_SETCODEPAGE, SC_CP_UTF8);
    sendText(SCI_APPENDTEXT, bytes.size(), bytes.constData());
    // Lines that are typed end as the file's own lines do.
    const qsizetype lineEnd = bytes.indexOf('\n');
    const bool lone = lineEnd < 0 && bytes.contains('\r');
    send(SCI_SETEOLMODE, lone ? SC_EOL_CR : lineEnd > 0 && bytes[lineEnd - 1] == '\r' ? SC_EOL_CRLF : SC_EOL_LF);
    send(SCI_GOTOPOS, 0);
    m_caret = 0;
}

QByteArray SourceEditor::bytes() const
{
    const long length = send(SCI_GETLENGTH);
    const auto* text = static_cast<const char*>(SendScintillaPtrResult(SCI_GETCHARACTERPOINTER));
    return QByteArray(text, length);
}

void SourceEditor::apply(const Edits& edits)
{
    flush();
    const QScopedValueRollback showing(m_showing, true);
    const bool readOnly = send(SCI_GETREADONLY) != 0;
    send(SCI_SETREADONLY, 0);
    for (const Edit& edit : edits) {
        send(SCI_SETTARGETSTART, edit.at);
        send(SCI_SETTARGETEND, (edit.at + edit.removed.size()));
        sendText(SCI_REPLACETARGET, edit.inserted.size(), edit.inserted.constData());
    }
    send(SCI_SETREADONLY, readOnly);
    m_caret = caret();
}

void SourceEditor::flush()
{
    m_flushWaits = false;
    if (m_pending.empty())
        return;
    Edits edits;
    edits.swap(m_pending);
    Q_EMIT edited(edits);
}

void SourceEditor::modified(int position, int type, const char* text, int length)
{
    if (m_showing)
        return;
    // Without an undo of its own the library does not tell what it deleted, only what it is about to delete.
    if ((type & SC_MOD_BEFOREDELETE) != 0)
        m_deleting = this->bytes().mid(position, length);
    if ((type & (SC_MOD_INSERTTEXT | SC_MOD_DELETETEXT)) == 0)
        return;
    const bool inserted = (type & SC_MOD_INSERTTEXT) != 0;
    const QByteArray bytes = inserted ? QByteArray(text, length) : std::exchange(m_deleting, {});
    const Edit edit {position, inserted ? QByteArray() : bytes, inserted ? bytes : QByteArray()};
    if (const auto whole = m_pending.empty() ? std::nullopt : merged(m_pending.back(), edit))
        m_pending.back() = *whole;
    else
        m_pending.push_back(edit);
    if (m_flushWaits)
        return;
    // Typing over a selection removes and then inserts: both are told together, when the library is done.
    m_flushWaits = true;
    QMetaObject::invokeMethod(this, &SourceEditor::flush, Qt::QueuedConnection);
}

void SourceEditor::updated(int what)
{
    if (m_showing || (what & (SC_UPDATE_SELECTION | SC_UPDATE_CONTENT)) == 0 || caret() == m_caret)
        return;
    m_caret = caret();
    flush();
    Q_EMIT caretMoved(m_caret);
}

void SourceEditor::styleText()
{
    const QByteArray styles = tokens(bytes(), m_language);
    send(SCI_STARTSTYLING, 0, 0);
    sendText(SCI_SETSTYLINGEX, styles.size(), styles.constData());
}

qsizetype SourceEditor::caret() const { return send(SCI_GETCURRENTPOS); }

TextRange SourceEditor::selectedRange() const
{
    return {send(SCI_GETSELECTIONSTART), send(SCI_GETSELECTIONEND)};
}

void SourceEditor::reveal(qsizetype from, qsizetype to)
{
    const long first = send(SCI_LINEFROMPOSITION, from);
    send(SCI_ENSUREVISIBLE, first);
    send(SCI_ENSUREVISIBLE, send(SCI_LINEFROMPOSITION, to));
    send(SCI_SCROLLRANGE, to, from);
}

void SourceEditor::setCaret(qsizetype at) { select({at, at}); }

void SourceEditor::select(TextRange range)
{
    flush();
    const QScopedValueRollback showing(m_showing, true);
    const qsizetype length = send(SCI_GETLENGTH);
    const qsizetype from = std::clamp<qsizetype>(range.from, 0, length);
    const qsizetype to = std::clamp<qsizetype>(range.to, from, length);
    reveal(from, to);
    send(SCI_SETSELECTION, to, from);
    m_caret = caret();
}

void SourceEditor::setMarked(TextRange range)
{
    send(SCI_SETINDICATORCURRENT, markIndicator);
    send(SCI_INDICATORCLEARRANGE, 0, send(SCI_GETLENGTH));
    if (!range.isEmpty())
        send(SCI_INDICATORFILLRANGE, range.from, range.length());
}

void SourceEditor::setFound(const std::vector<TextRange>& ranges)
{
    send(SCI_SETINDICATORCURRENT, foundIndicator);
    send(SCI_INDICATORCLEARRANGE, 0, send(SCI_GETLENGTH));
    for (const TextRange range : ranges)
        send(SCI_INDICATORFILLRANGE, range.from, range.length());
}

void SourceEditor::setFolds(const std::vector<FoldPart>& parts)
{
    const long lines = send(SCI_GETLINECOUNT);
    int level = 0;
    size_t next = 0;
    for (long line = 0; line < lines; ++line) {
        const long end = send(SCI_GETLINEENDPOSITION, line);
        bool header = false;
        while (next < parts.size() && parts[next].from <= end) {
            level = parts[next].level;
            header = true;
            ++next;
        }
        const long value = header ? (SC_FOLDLEVELBASE + level - 1) | SC_FOLDLEVELHEADERFLAG : SC_FOLDLEVELBASE + level;
        if (send(SCI_GETFOLDLEVEL, line) != value)
            send(SCI_SETFOLDLEVEL, line, value);
    }
}

void SourceEditor::marginClicked(int position)
{
    send(SCI_TOGGLEFOLD, send(SCI_LINEFROMPOSITION, position));
}

void SourceEditor::setReadOnly(bool readOnly) { send(SCI_SETREADONLY, readOnly); }

void SourceEditor::changeEvent(QEvent* event)
{
    QsciScintillaBase::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        refreshLook();
}

bool SourceEditor::event(QEvent* event)
{
    // Tab types here: pages are indented. Ctrl+Tab and Shift+Tab leave, so that the keyboard is not caught.
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if ((key->key() == Qt::Key_Tab && key->modifiers() == Qt::ControlModifier) || key->key() == Qt::Key_Backtab)
            return QWidget::focusNextPrevChild(key->key() == Qt::Key_Tab);
    }
    return QsciScintillaBase::event(event);
}

void SourceEditor::contextMenuEvent(QContextMenuEvent* event)
{
    // The library's own menu offers its undo, which is not the program's.
    QMenu menu(this);
    const bool selected = !selectedRange().isEmpty();
    const bool writable = send(SCI_GETREADONLY) == 0;
    menu.addAction(tr("Cut"), this, [this] { send(SCI_CUT); })->setEnabled(selected && writable);
    menu.addAction(tr("Copy"), this, [this] { send(SCI_COPY); })->setEnabled(selected);
    menu.addAction(tr("Paste"), this, [this] { send(SCI_PASTE); })->setEnabled(writable);
    menu.addSeparator();
    menu.addAction(tr("Select all"), this, [this] { send(SCI_SELECTALL); });
    menu.exec(event->globalPos());
}

} // namespace lectern::app
