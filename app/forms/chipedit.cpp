// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/chipedit.h"

#include "app/forms/fieldframe.h"
#include "app/forms/flowlayout.h"
#include "app/shell/look.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace lectern::app {

ChipInput::ChipInput(QWidget* parent)
    : QLineEdit(parent)
{
    setFrame(false);
    setAttribute(Qt::WA_MacShowFocusRect, false);
    QPalette clear = palette();
    clear.setColor(QPalette::Base, Qt::transparent);
    setPalette(clear);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QLineEdit::textChanged, this, [this] { updateGeometry(); });
}

QSize ChipInput::sizeHint() const
{
    // Behind chips an empty line needs no more room than its caret: it must not begin a line of its own.
    const QString& shown = text().isEmpty() ? placeholderText() : text();
    if (shown.isEmpty())
        return { look::grid, fieldHeight(this) - look::grid };
    const int words = std::min(fontMetrics().horizontalAdvance(shown), fontMetrics().averageCharWidth() * 24);
    return { words + 2 * look::grid, fieldHeight(this) - look::grid };
}

bool ChipInput::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && text().isEmpty()) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            key->ignore();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void ChipInput::keyPressEvent(QKeyEvent* event)
{
    const bool atStart = cursorPosition() == 0 && !hasSelectedText();
    if (atStart && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Backspace)) {
        Q_EMIT leftBackwards();
        return;
    }
    if (event->matches(QKeySequence::Paste) && m_pasteHandler) {
        const QMimeData* const data = QGuiApplication::clipboard()->mimeData();
        if (data && m_pasteHandler(*data))
            return;
    }
    const bool isUndo = event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo);
    if (event->key() == Qt::Key_Escape || (isUndo && text().isEmpty())) {
        event->ignore();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

ChipEdit::ChipEdit(QWidget* parent)
    : QWidget(parent)
    , m_layout(new FlowLayout(this))
    , m_input(new ChipInput(this))
{
    m_layout->setContentsMargins(look::half, look::half, look::half, look::half);
    m_layout->addWidget(m_input);
    setFocusProxy(m_input);
    setCursor(Qt::IBeamCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_input->installEventFilter(this);
    connect(m_input, &QLineEdit::returnPressed, this, &ChipEdit::enterTyped);
    connect(m_input, &ChipInput::leftBackwards, this, [this] {
        if (!m_chips.empty())
            focusChip(count() - 1);
    });
}

Chip* ChipEdit::makeChip()
{
    auto* chip = new Chip(this);
    chip->setStarrable(m_starrable);
    chip->installEventFilter(this);
    connect(chip, &Chip::removeRequested, this, [this, chip] { remove(indexOf(chip), -1); });
    connect(chip, &Chip::starRequested, this, [this, chip] { Q_EMIT starToggled(indexOf(chip)); });
    connect(chip, &Chip::editRequested, this, [this, chip] { Q_EMIT opened(indexOf(chip)); });
    connect(chip, &Chip::dragged, this, [this](const QPoint& position) {
        m_dropGap = gapAt(mapFromGlobal(position));
        update();
    });
    connect(chip, &Chip::dropped, this, [this, chip](const QPoint& position) { dropChip(chip, position); });
    return chip;
}

void ChipEdit::setChips(const std::vector<ChipData>& chips)
{
    while (m_chips.size() > chips.size()) {
        Chip* const chip = m_chips.back();
        m_chips.pop_back();
        delete m_layout->takeAt(count());
        if (chip->hasFocus())
            m_input->setFocus(Qt::OtherFocusReason);
        chip->hide();
        chip->deleteLater(); // it may be the sender
    }
    while (m_chips.size() < chips.size()) {
        Chip* const chip = makeChip();
        m_layout->insertWidget(count(), chip);
        m_chips.push_back(chip);
        chip->show();
    }
    for (size_t i = 0; i < chips.size(); ++i)
        m_chips[i]->setData(chips[i]);
    m_layout->invalidate();
    m_input->setPlaceholderText(chips.empty() ? m_example : QString());
    updateGeometry();
}

void ChipEdit::setProblem(bool problem)
{
    m_problem = problem;
    update();
}

void ChipEdit::setExample(const QString& example)
{
    m_example = example;
    m_input->setPlaceholderText(m_chips.empty() ? example : QString());
}

void ChipEdit::focusChip(int at)
{
    if (at >= 0 && at < count())
        m_chips[size_t(at)]->setFocus(Qt::OtherFocusReason);
    else
        m_input->setFocus(Qt::OtherFocusReason);
}

void ChipEdit::enterTyped()
{
    const QString text = m_input->text().trimmed();
    if (text.isEmpty())
        return;
    m_input->clear();
    Q_EMIT added(text);
}

int ChipEdit::indexOf(const QObject* chip) const
{
    return int(std::find(m_chips.begin(), m_chips.end(), chip) - m_chips.begin());
}

void ChipEdit::move(int from, int to)
{
    if (from == to || to < 0 || to >= count())
        return;
    Q_EMIT moved(from, to);
    focusChip(to);
}

void ChipEdit::remove(int at, int focusAfter)
{
    Q_EMIT removed(at);
    if (focusAfter >= 0)
        focusChip(std::min(focusAfter, count()));
}

bool ChipEdit::chipKey(int at, const QKeyEvent& key)
{
    const bool reorders = key.modifiers() == Qt::ControlModifier;
    switch (key.key()) {
    case Qt::Key_Left:
        reorders ? move(at, at - 1) : focusChip(std::max(at - 1, 0));
        return true;
    case Qt::Key_Right:
        reorders ? move(at, at + 1) : focusChip(at + 1);
        return true;
    case Qt::Key_Home:
        focusChip(0);
        return true;
    case Qt::Key_End:
        focusChip(count());
        return true;
    case Qt::Key_Delete:
        remove(at, at);
        return true;
    case Qt::Key_Backspace:
        remove(at, at > 0 ? at - 1 : count());
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        Q_EMIT opened(at);
        return true;
    case Qt::Key_Space:
    case Qt::Key_Asterisk:
        if (m_starrable)
            Q_EMIT starToggled(at);
        return m_starrable;
    default:
        return false;
    }
}

bool ChipEdit::eventFilter(QObject* watched, QEvent* event)
{
    const auto type = event->type();
    if (type == QEvent::FocusIn || type == QEvent::FocusOut)
        update();
    if (type == QEvent::KeyPress && watched != m_input) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int at = indexOf(watched);
        if (at < count() && chipKey(at, *key))
            return true;
        // Typing on a selected chip goes on in the line behind the chips.
        if (!key->text().isEmpty() && key->text().at(0).isPrint()
            && !(key->modifiers() & Qt::ControlModifier)) {
            m_input->setFocus(Qt::OtherFocusReason);
            m_input->insert(key->text());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

int ChipEdit::gapAt(const QPoint& position) const
{
    for (int i = 0; i < count(); ++i) {
        const QRect box = m_chips[size_t(i)]->geometry();
        const bool above = position.y() < box.top();
        const bool onLine = position.y() <= box.bottom() + m_layout->spacing();
        if (above || (onLine && position.x() < box.center().x()))
            return i;
    }
    return count();
}

void ChipEdit::dropChip(Chip* chip, const QPoint& position)
{
    m_dropGap = -1;
    update();
    const int from = indexOf(chip);
    const int gap = gapAt(mapFromGlobal(position));
    move(from, gap > from ? gap - 1 : gap);
}

void ChipEdit::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QWidget* const focus = focusWidget();
    const bool focused = m_input->hasFocus() || (focus && focus->hasFocus());
    paintFieldFrame(painter, rect(), palette(),
        focused         ? FrameState::Focused
            : m_problem ? FrameState::Problem
                        : FrameState::Idle);
    if (m_dropGap < 0 || m_chips.empty())
        return;
    const bool behind = m_dropGap == count();
    const QRect box = m_chips[size_t(behind ? m_dropGap - 1 : m_dropGap)]->geometry();
    const int x = behind ? box.right() + 2 : box.left() - 3;
    painter.fillRect(QRect(x, box.top(), 2, box.height()), palette().color(QPalette::Highlight));
}

void ChipEdit::mousePressEvent(QMouseEvent* event)
{
    Q_UNUSED(event)
    m_input->setFocus(Qt::MouseFocusReason);
}

} // namespace lectern::app
