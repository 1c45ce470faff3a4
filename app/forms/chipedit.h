// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/chip.h"

#include <QLineEdit>
#include <QWidget>

#include <functional>
#include <vector>

class QMimeData;

namespace lectern::app {

class FlowLayout;

/// The line behind the chips in which the next one is typed.
class ChipInput : public QLineEdit {
    Q_OBJECT
public:
    explicit ChipInput(QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    /// Is asked first about what is pasted by keys; true: it took it.
    void setPasteHandler(std::function<bool(const QMimeData&)> handler)
    {
        m_pasteHandler = std::move(handler);
    }

Q_SIGNALS:
    void leftBackwards(); ///< Left or Backspace at the start

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    std::function<bool(const QMimeData&)> m_pasteHandler;
};

/// A row of chips with a line to type more. It shows what it is given and reports what the user wants; it holds no list
/// of its own. Arrows move between chips, Ctrl+arrows reorder, Delete removes, Enter opens a chip, Space sets the star.
class ChipEdit : public QWidget {
    Q_OBJECT
public:
    explicit ChipEdit(QWidget* parent = nullptr);

    void setChips(const std::vector<ChipData>& chips);
    void setStarrable(bool starrable) { m_starrable = starrable; }
    void setProblem(bool problem);
    void setExample(const QString& example);

    [[nodiscard]] ChipInput* input() const { return m_input; }
    [[nodiscard]] int count() const { return int(m_chips.size()); }
    [[nodiscard]] Chip* chip(int at) const { return m_chips[size_t(at)]; }
    void focusChip(int at); ///< the input when there is no such chip
    /// What was typed and not entered yet is added, when there is something.
    void enterTyped();

Q_SIGNALS:
    void added(const QString& text);
    void removed(int at);
    void moved(int from, int to); ///< `to` is the place in the list after the move
    void starToggled(int at);
    void opened(int at);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    Chip* makeChip();
    bool chipKey(int at, const QKeyEvent& key);
    void move(int from, int to);
    void remove(int at, int focusAfter);
    /// The gap between chips (0 to count) nearest to a position in this widget.
    [[nodiscard]] int gapAt(const QPoint& position) const;
    [[nodiscard]] int indexOf(const QObject* chip) const;
    void dropChip(Chip* chip, const QPoint& position);

    std::vector<Chip*> m_chips;
    FlowLayout* m_layout;
    ChipInput* m_input;
    QString m_example;
    int m_dropGap = -1;
    bool m_starrable = false;
    bool m_problem = false;
};

} // namespace lectern::app
