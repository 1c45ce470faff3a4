// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/source/sourceeditor.h"

#include "app/shell/look.h"
#include "app/source/sourcecolors.h"

#include <QContextMenuEvent>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>

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
    SendScintilla(SCI_SETCODEPAGE, SC_CP_UTF8);
    SendScintilla(SCI_SETUNDOCOLLECTION, 0UL);
    SendScintilla(SCI_SETWRAPMODE, SC_WRAP_WORD);
    SendScintilla(SCI_SETWRAPINDENTMODE, SC_WRAPINDENT_SAME);
    SendScintilla(SCI_SETTABWIDTH, 4UL);
    SendScintilla(SCI_SETUSETABS, 0UL);
    SendScintilla(SCI_SETTABINDENTS, 0UL);
    SendScintilla(SCI_SETSCROLLWIDTHTRACKING, 1UL);
    SendScintilla(SCI_SETENDATLASTLINE, 1UL);
    SendScintilla(SCI_SETBUFFEREDDRAW, 0UL);
    SendScintilla(SCI_SETCARETWIDTH, 2UL);
    SendScintilla(SCI_SETMULTIPLESELECTION, 0UL);
    // Keys that belong to the window (undo, export, formatting) must not do something else here.
    for (const int key : {'Z', 'Y', 'D', 'L', 'T', 'U', 'E', 'K', 'N'})
        SendScintilla(SCI_CLEARCMDKEY, key + (SCMOD_CTRL << 16));
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
    SendScintilla(SCI_SETMARGINTYPEN, numberMargin, SC_MARGIN_NUMBER);
    SendScintilla(SCI_SETMARGINTYPEN, foldMargin, SC_MARGIN_SYMBOL);
    SendScintilla(SCI_SETMARGINMASKN, foldMargin, SC_MASK_FOLDERS);
    SendScintilla(SCI_SETMARGINSENSITIVEN, foldMargin, 1);
    SendScintilla(SCI_SETMARGINWIDTHN, 2UL, 0);
    for (const int marker : {SC_MARKNUM_FOLDER, SC_MARKNUM_FOLDEREND})
        SendScintilla(SCI_MARKERDEFINE, marker, SC_MARK_ARROW);
    for (const int marker : {SC_MARKNUM_FOLDEROPEN, SC_MARKNUM_FOLDEROPENMID})
        SendScintilla(SCI_MARKERDEFINE, marker, SC_MARK_ARROWDOWN);
    for (const int marker : {SC_MARKNUM_FOLDERSUB, SC_MARKNUM_FOLDERTAIL, SC_MARKNUM_FOLDERMIDTAIL})
        SendScintilla(SCI_MARKERDEFINE, marker, SC_MARK_EMPTY);
    SendScintilla(SCI_SETFOLDFLAGS, SC_FOLDFLAG_LINEAFTER_CONTRACTED);
    SendScintilla(SCI_SETAUTOMATICFOLD, SC_AUTOMATICFOLD_SHOW | SC_AUTOMATICFOLD_CHANGE);
}

void SourceEditor::refreshLook()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(look::font(look::TextRole::Body, this->font()).pointSizeF());
    const QPalette colors = palette();
    SendScintilla(SCI_STYLESETFONT, STYLE_DEFAULT, font.family().toUtf8().constData());
    SendScintilla(SCI_STYLESETSIZEFRACTIONAL, STYLE_DEFAULT, int(font.pointSizeF() * SC_FONT_SIZE_MULTIPLIER));
    SendScintilla(SCI_STYLESETFORE, STYLE_DEFAULT, colors.color(QPalette::Text));
    SendScintilla(SCI_STYLESETBACK, STYLE_DEFAULT, colors.color(QPalette::Base));
    SendScintilla(SCI_STYLECLEARALL);
    for (int token = 0; token < tokenCount; ++token) {
        const TokenLook look = tokenLook(Token(token), colors);
        SendScintilla(SCI_STYLESETFORE, token, look.color);
        SendScintilla(SCI_STYLESETBOLD, token, long(look.bold));
        SendScintilla(SCI_STYLESETITALIC, token, long(look.italic));
    }
    SendScintilla(SCI_STYLESETFORE, STYLE_LINENUMBER, look::secondaryText(colors));
    SendScintilla(SCI_STYLESETBACK, STYLE_LINENUMBER, colors.color(QPalette::Base));
    SendScintilla(SCI_SETFOLDMARGINCOLOUR, 1UL, colors.color(QPalette::Base));
    SendScintilla(SCI_SETFOLDMARGINHICOLOUR, 1UL, colors.color(QPalette::Base));
    for (int marker = SC_MARKNUM_FOLDEREND; marker <= SC_MARKNUM_FOLDEROPEN; ++marker) {
        SendScintilla(SCI_MARKERSETFORE, marker, colors.color(QPalette::Base));
        SendScintilla(SCI_MARKERSETBACK, marker, look::secondaryText(colors));
    }
    SendScintilla(SCI_SETCARETFORE, colors.color(QPalette::Text));
    SendScintilla(SCI_SETSELBACK, 1UL, look::mixed(look::accent(colors), colors.color(QPalette::Base), 0.3));
    SendScintilla(SCI_INDICSETSTYLE, markIndicator, INDIC_FULLBOX);
    SendScintilla(SCI_INDICSETFORE, markIndicator, look::accent(colors));
    SendScintilla(SCI_INDICSETALPHA, markIndicator, 28);
    SendScintilla(SCI_INDICSETOUTLINEALPHA, markIndicator, 0);
    SendScintilla(SCI_INDICSETUNDER, markIndicator, 1);
    SendScintilla(SCI_INDICSETSTYLE, foundIndicator, INDIC_ROUNDBOX);
    SendScintilla(SCI_INDICSETFORE, foundIndicator, look::warningColor(colors));
    SendScintilla(SCI_INDICSETALPHA, foundIndicator, 60);
    SendScintilla(SCI_INDICSETUNDER, foundIndicator, 1);
    SendScintilla(SCI_SETEXTRAASCENT, 2UL);
    SendScintilla(SCI_SETEXTRADESCENT, 2UL);
    const int digit = int(SendScintilla(SCI_TEXTWIDTH, STYLE_LINENUMBER, "9"));
    SendScintilla(SCI_SETMARGINWIDTHN, numberMargin, digit * 5);
    SendScintilla(SCI_SETMARGINWIDTHN, foldMargin, digit * 2);
}

void SourceEditor::setBytes(const QByteArray& bytes, SourceLanguage language)
{
    flush();
    const QScopedValueRollback showing(m_showing, true);
    m_language = language;
    SendScintilla(SCI_SETREADONLY, 0UL);
    SendScintilla(SCI_CLEARALL);
    SendScintilla(SCI_SETCODEPAGE, SC_CP_UTF8);
    SendScintilla(SCI_APPENDTEXT, (unsigned long)bytes.size(), bytes.constData());
    // Lines that are typed end as the file's own lines do.
    const qsizetype lineEnd = bytes.indexOf('\n');
    const bool lone = lineEnd < 0 && bytes.contains('\r');
    SendScintilla(SCI_SETEOLMODE, lone ? SC_EOL_CR : lineEnd > 0 && bytes[lineEnd - 1] == '\r' ? SC_EOL_CRLF : SC_EOL_LF);
    SendScintilla(SCI_GOTOPOS, 0UL);
    m_caret = 0;
}

QByteArray SourceEditor::bytes() const
{
    const long length = SendScintilla(SCI_GETLENGTH);
    const auto* text = static_cast<const char*>(SendScintillaPtrResult(SCI_GETCHARACTERPOINTER));
    return QByteArray(text, length);
}

void SourceEditor::apply(const Edits& edits)
{
    flush();
    const QScopedValueRollback showing(m_showing, true);
    const bool readOnly = SendScintilla(SCI_GETREADONLY) != 0;
    SendScintilla(SCI_SETREADONLY, 0UL);
    for (const Edit& edit : edits) {
        SendScintilla(SCI_SETTARGETSTART, (unsigned long)edit.at);
        SendScintilla(SCI_SETTARGETEND, (unsigned long)(edit.at + edit.removed.size()));
        SendScintilla(SCI_REPLACETARGET, (unsigned long)edit.inserted.size(), edit.inserted.constData());
    }
    SendScintilla(SCI_SETREADONLY, (unsigned long)readOnly);
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
    if (m_showing || (type & (SC_MOD_INSERTTEXT | SC_MOD_DELETETEXT)) == 0)
        return;
    const QByteArray bytes(text, length);
    const bool inserted = (type & SC_MOD_INSERTTEXT) != 0;
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
    SendScintilla(SCI_STARTSTYLING, 0UL, 0L);
    SendScintilla(SCI_SETSTYLINGEX, (unsigned long)styles.size(), styles.constData());
}

qsizetype SourceEditor::caret() const { return SendScintilla(SCI_GETCURRENTPOS); }

TextRange SourceEditor::selectedRange() const
{
    return {SendScintilla(SCI_GETSELECTIONSTART), SendScintilla(SCI_GETSELECTIONEND)};
}

void SourceEditor::reveal(qsizetype from, qsizetype to)
{
    const long first = SendScintilla(SCI_LINEFROMPOSITION, (unsigned long)from);
    SendScintilla(SCI_ENSUREVISIBLE, (unsigned long)first);
    SendScintilla(SCI_ENSUREVISIBLE, (unsigned long)SendScintilla(SCI_LINEFROMPOSITION, (unsigned long)to));
    SendScintilla(SCI_SCROLLRANGE, (unsigned long)to, long(from));
}

void SourceEditor::setCaret(qsizetype at) { select({at, at}); }

void SourceEditor::select(TextRange range)
{
    flush();
    const QScopedValueRollback showing(m_showing, true);
    const qsizetype length = SendScintilla(SCI_GETLENGTH);
    const qsizetype from = std::clamp<qsizetype>(range.from, 0, length);
    const qsizetype to = std::clamp<qsizetype>(range.to, from, length);
    reveal(from, to);
    SendScintilla(SCI_SETSELECTION, (unsigned long)to, long(from));
    m_caret = caret();
}

void SourceEditor::setMarked(TextRange range)
{
    SendScintilla(SCI_SETINDICATORCURRENT, markIndicator);
    SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, SendScintilla(SCI_GETLENGTH));
    if (!range.isEmpty())
        SendScintilla(SCI_INDICATORFILLRANGE, (unsigned long)range.from, long(range.length()));
}

void SourceEditor::setFound(const std::vector<TextRange>& ranges)
{
    SendScintilla(SCI_SETINDICATORCURRENT, foundIndicator);
    SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, SendScintilla(SCI_GETLENGTH));
    for (const TextRange range : ranges)
        SendScintilla(SCI_INDICATORFILLRANGE, (unsigned long)range.from, long(range.length()));
}

void SourceEditor::setFolds(const std::vector<FoldPart>& parts)
{
    const long lines = SendScintilla(SCI_GETLINECOUNT);
    int level = 0;
    size_t next = 0;
    for (long line = 0; line < lines; ++line) {
        const long end = SendScintilla(SCI_GETLINEENDPOSITION, (unsigned long)line);
        bool header = false;
        while (next < parts.size() && parts[next].from <= end) {
            level = parts[next].level;
            header = true;
            ++next;
        }
        const long value = header ? (SC_FOLDLEVELBASE + level - 1) | SC_FOLDLEVELHEADERFLAG : SC_FOLDLEVELBASE + level;
        if (SendScintilla(SCI_GETFOLDLEVEL, (unsigned long)line) != value)
            SendScintilla(SCI_SETFOLDLEVEL, (unsigned long)line, value);
    }
}

void SourceEditor::marginClicked(int position)
{
    SendScintilla(SCI_TOGGLEFOLD, (unsigned long)SendScintilla(SCI_LINEFROMPOSITION, (unsigned long)position));
}

void SourceEditor::setReadOnly(bool readOnly) { SendScintilla(SCI_SETREADONLY, (unsigned long)readOnly); }

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
    const bool writable = SendScintilla(SCI_GETREADONLY) == 0;
    menu.addAction(tr("Cut"), this, [this] { SendScintilla(SCI_CUT); })->setEnabled(selected && writable);
    menu.addAction(tr("Copy"), this, [this] { SendScintilla(SCI_COPY); })->setEnabled(selected);
    menu.addAction(tr("Paste"), this, [this] { SendScintilla(SCI_PASTE); })->setEnabled(writable);
    menu.addSeparator();
    menu.addAction(tr("Select all"), this, [this] { SendScintilla(SCI_SELECTALL); });
    menu.exec(event->globalPos());
}

} // namespace lectern::app
