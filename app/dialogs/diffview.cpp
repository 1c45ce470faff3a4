// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/diffview.h"

#include "app/shell/look.h"
#include "core/publish/linediff.h"

#include <QEvent>
#include <QFontDatabase>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTextBlock>
#include <QVBoxLayout>

namespace lectern::app {
namespace {

/// Lines around a difference that are shown side by side.
constexpr qsizetype contextLines = 3;

QStringList linesOf(const QByteArray& bytes)
{
    QString text = QString::fromUtf8(bytes).replace(QChar(u'\0'), QChar(u'\u2400'));
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    text.replace(u'\r', u'\n');
    if (text.endsWith(u'\n'))
        text.chop(1);
    return bytes.isEmpty() ? QStringList() : text.split(u'\n');
}

} // namespace

DiffText::DiffText(const QString& accessibleName, QWidget* parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setAccessibleName(accessibleName);
    setTabChangesFocus(true);
    document()->setDocumentMargin(look::grid);
}

void DiffText::setLines(const QStringList& lines, const QList<Line>& kinds)
{
    m_kinds = kinds;
    setPlainText(lines.join(u'\n'));
    colour();
}

void DiffText::colour()
{
    QList<QTextEdit::ExtraSelection> selections;
    QTextBlock block = document()->firstBlock();
    for (const Line kind : std::as_const(m_kinds)) {
        if (!block.isValid())
            break;
        if (kind != Line::Common) {
            QColor tint = look::secondaryText(palette());
            if (kind == Line::Added)
                tint = look::successColor(palette());
            else if (kind == Line::Removed)
                tint = look::errorColor(palette());
            QTextEdit::ExtraSelection selection;
            selection.cursor = QTextCursor(block);
            selection.format.setProperty(QTextFormat::FullWidthSelection, true);
            selection.format.setBackground(look::mixed(tint, palette().color(QPalette::Base), kind == Line::Gap ? 0.06 : 0.14));
            if (kind == Line::Head)
                selection.format.setForeground(tint);
            selections.append(selection);
        }
        block = block.next();
    }
    setExtraSelections(selections);
}

void DiffText::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

DiffView::DiffView(QWidget* parent) : QWidget(parent)
{
    m_unified = new DiffText(tr("Differences"), this);
    m_before = new DiffText(tr("Before"), this);
    m_after = new DiffText(tr("After"), this);
    m_sides = new QSplitter(Qt::Horizontal, this);
    m_sides->addWidget(m_before);
    m_sides->addWidget(m_after);
    m_sides->setChildrenCollapsible(false);
    // Rows are level only without wrapping.
    for (DiffText* side : {m_before, m_after})
        side->setLineWrapMode(QPlainTextEdit::NoWrap);
    connect(m_before->verticalScrollBar(), &QScrollBar::valueChanged, m_after->verticalScrollBar(), &QScrollBar::setValue);
    connect(m_after->verticalScrollBar(), &QScrollBar::valueChanged, m_before->verticalScrollBar(), &QScrollBar::setValue);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_unified);
    m_stack->addWidget(m_sides);
    auto* layout = new QVBoxLayout(this);
    look::tighten(layout);
    layout->addWidget(m_stack);
}

void DiffView::setSideBySide(bool sideBySide) { m_stack->setCurrentIndex(sideBySide ? 1 : 0); }
bool DiffView::isSideBySide() const { return m_stack->currentIndex() == 1; }

void DiffView::setTexts(const QString& name, const QByteArray& before, const QByteArray& after)
{
    fillUnified(name, before, after);
    fillSides(before, after);
}

void DiffView::fillUnified(const QString& name, const QByteArray& before, const QByteArray& after)
{
    const QStringList lines = linesOf(publish::unifiedDiff(before, after, name));
    QStringList shown;
    QList<DiffText::Line> kinds;
    for (const QString& line : lines) {
        if (line.startsWith(QStringLiteral("--- ")) || line.startsWith(QStringLiteral("+++ ")))
            continue;
        shown.append(line);
        kinds.append(line.startsWith(u"@@")       ? DiffText::Line::Head
                : line.startsWith(u'+')           ? DiffText::Line::Added
                : line.startsWith(u'-')           ? DiffText::Line::Removed
                                                  : DiffText::Line::Common);
    }
    m_unified->setLines(shown, kinds);
}

void DiffView::fillSides(const QByteArray& before, const QByteArray& after)
{
    const QStringList old = linesOf(before);
    const QStringList now = linesOf(after);
    QStringList left, right;
    QList<DiffText::Line> leftKinds, rightKinds;
    const auto row = [&](const QString& a, DiffText::Line aKind, const QString& b, DiffText::Line bKind) {
        left.append(a);
        leftKinds.append(aKind);
        right.append(b);
        rightKinds.append(bKind);
    };
    qsizetype shownTo = 0;
    for (const publish::Hunk& hunk : publish::lineDiff(before, after)) {
        const qsizetype oldFrom = hunk.beforeLine - 1;
        const qsizetype newFrom = hunk.afterLine - 1;
        const QStringList gone = linesOf(before.sliced(hunk.before.from, hunk.before.length()));
        const QStringList come = linesOf(after.sliced(hunk.after.from, hunk.after.length()));
        const qsizetype from = std::max(shownTo, oldFrom - contextLines);
        if (from > shownTo)
            row(QStringLiteral("\u22EE"), DiffText::Line::Gap, QStringLiteral("\u22EE"), DiffText::Line::Gap);
        for (qsizetype line = from; line < oldFrom; ++line)
            row(old.value(line), DiffText::Line::Common, now.value(newFrom - (oldFrom - line)), DiffText::Line::Common);
        for (qsizetype i = 0; i < std::max(gone.size(), come.size()); ++i) {
            row(gone.value(i), i < gone.size() ? DiffText::Line::Removed : DiffText::Line::Gap, come.value(i),
                i < come.size() ? DiffText::Line::Added : DiffText::Line::Gap);
        }
        shownTo = oldFrom + gone.size();
    }
    m_before->setLines(left, leftKinds);
    m_after->setLines(right, rightKinds);
}

} // namespace lectern::app
