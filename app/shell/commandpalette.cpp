// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/commandpalette.h"

#include "app/shell/look.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern::app {
namespace {

constexpr int shownRows = 10;
constexpr int entryLimit = 200;
constexpr int detailRole = Qt::UserRole;

/// Title at the left, detail in the secondary colour at the right.
class PaletteDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {look::scaled(200, option.widget), look::scaled(34, option.widget)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        QRect row = option.rect.adjusted(look::grid, 0, -look::grid, 0);
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(look::selectionFill(option.palette));
            painter->drawRoundedRect(row, look::radius, look::radius);
        }
        row.adjust(look::grid, 0, -look::grid, 0);
        const int size = look::scaled(look::iconSize, option.widget);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, row.left(), row.top(), size, row.height());
        row.setLeft(row.left() + size + look::grid);
        const QString detail = index.data(detailRole).toString();
        painter->setFont(look::font(look::TextRole::Secondary, option.font));
        painter->setPen(look::secondaryText(option.palette));
        const QString shown = painter->fontMetrics().elidedText(detail, Qt::ElideMiddle, row.width() / 2);
        painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter, shown);
        row.setRight(row.right() - painter->fontMetrics().horizontalAdvance(shown) - look::margin);
        painter->setFont(option.font);
        painter->setPen(option.palette.color(QPalette::Text));
        painter->drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, row.width()));
        painter->restore();
    }
};

/// Position at which the letters of `word` occur in order, spread over as little as found; -1 where they do not.
int spread(const QString& text, const QString& word)
{
    qsizetype from = 0, first = -1;
    for (const QChar letter : word) {
        const qsizetype at = text.indexOf(letter, from);
        if (at < 0)
            return -1;
        if (first < 0)
            first = at;
        from = at + 1;
    }
    return int(from - first);
}

} // namespace

int matchScore(const QString& text, const QString& query)
{
    const QString folded = text.toCaseFolded();
    int score = 0;
    for (const QString& word : query.toCaseFolded().split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype at = folded.indexOf(word);
        if (at == 0) {
            continue;
        } else if (at > 0) {
            score += folded.at(at - 1).isLetterOrNumber() ? 20 : 5;
        } else {
            const int distance = spread(folded, word);
            if (distance < 0 || distance > 4 * word.size() + 8)
                return -1;
            score += 100 + distance;
        }
    }
    return score;
}

QList<PaletteEntry> matching(const QList<PaletteEntry>& entries, const QString& query)
{
    struct Scored {
        int score;
        PaletteEntry entry;
    };
    std::vector<Scored> found;
    for (const PaletteEntry& entry : entries) {
        int score = matchScore(entry.title, query);
        if (score < 0 && !entry.detail.isEmpty() && matchScore(entry.title + u' ' + entry.detail, query) >= 0)
            score = 500;
        if (score >= 0)
            found.push_back({score, entry});
    }
    std::ranges::stable_sort(found, {}, &Scored::score);
    QList<PaletteEntry> sorted;
    for (Scored& scored : found)
        sorted.append(std::move(scored.entry));
    return sorted;
}

CommandPalette::CommandPalette(QWidget* window)
    : Overlay(600, window), m_line(new QLineEdit(this)), m_view(new QListView(this)),
      m_model(new QStandardItemModel(this)), m_nothing(new look::TextLabel(look::TextRole::Secondary, {}, this))
{
    setAccessibleName(tr("Command palette"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new PaletteDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformItemSizes(true);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setAccessibleName(tr("What was found"));
    m_line->setFrame(false);
    look::makeClearable(m_line);
    m_line->installEventFilter(this);
    m_nothing->setText(tr("Nothing has this name."));
    m_nothing->setContentsMargins(look::margin, look::grid, look::margin, look::grid);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, look::grid, 1, look::grid);
    column->setSpacing(look::grid);
    auto* lineRow = new QHBoxLayout;
    lineRow->setContentsMargins(look::margin, look::half, look::grid, 0);
    lineRow->addWidget(m_line);
    column->addLayout(lineRow);
    column->addWidget(new look::Hairline(Qt::Horizontal, this));
    column->addWidget(m_nothing);
    column->addWidget(m_view, 1);

    connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::refill);
    connect(m_view, &QListView::clicked, this, [this](const QModelIndex& index) { run(index.row()); });
}

void CommandPalette::ask(const QString& prompt, const PaletteSource& source)
{
    m_source = source;
    m_line->setPlaceholderText(prompt);
    m_line->setAccessibleName(prompt);
    const QSignalBlocker quiet(m_line);
    m_line->clear();
    QFont large = look::font(look::TextRole::Heading, QGuiApplication::font());
    large.setWeight(QFont::Normal);
    m_line->setFont(large);
    refill();
    open();
}

void CommandPalette::refill()
{
    m_entries = m_source ? m_source(m_line->text().trimmed()) : QList<PaletteEntry>();
    if (m_entries.size() > entryLimit)
        m_entries.resize(entryLimit);
    m_model->clear();
    for (const PaletteEntry& entry : m_entries) {
        auto* item = new QStandardItem(entry.icon, entry.title);
        item->setData(entry.detail, detailRole);
        item->setData(entry.detail.isEmpty() ? entry.title : entry.title + QStringLiteral(", ") + entry.detail,
            Qt::AccessibleTextRole);
        item->setEditable(false);
        m_model->appendRow(item);
    }
    m_nothing->setVisible(m_entries.isEmpty());
    m_view->setVisible(!m_entries.isEmpty());
    const int rows = std::clamp(int(m_entries.size()), 1, shownRows);
    m_view->setFixedHeight(rows * look::scaled(34, m_view) + 2);
    if (!m_entries.isEmpty())
        m_view->setCurrentIndex(m_model->index(0, 0));
    layout()->activate();
    if (isVisible())
        place();
}

void CommandPalette::run(int row)
{
    if (row < 0 || row >= m_entries.size())
        return;
    const auto chosen = m_entries[row].run;
    dismiss();
    if (chosen)
        chosen();
}

QWidget* CommandPalette::firstFocus() { return m_line; }

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int row = m_view->currentIndex().row();
        const int last = int(m_entries.size()) - 1;
        switch (key->key()) {
        case Qt::Key_Down: m_view->setCurrentIndex(m_model->index(row >= last ? 0 : row + 1, 0)); return true;
        case Qt::Key_Up: m_view->setCurrentIndex(m_model->index(row <= 0 ? last : row - 1, 0)); return true;
        case Qt::Key_PageDown: m_view->setCurrentIndex(m_model->index(std::min(last, row + shownRows), 0)); return true;
        case Qt::Key_PageUp: m_view->setCurrentIndex(m_model->index(std::max(0, row - shownRows), 0)); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: run(row); return true;
        default: break;
        }
    }
    return Overlay::eventFilter(watched, event);
}

} // namespace lectern::app
