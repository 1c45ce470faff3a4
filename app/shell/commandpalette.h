// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/overlay.h"

#include <QIcon>
#include <QList>

#include <functional>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace lectern::app {

namespace look {
class TextLabel;
}

/// Something that can be chosen by typing a part of its name.
struct PaletteEntry {
    QString title;
    QString detail; ///< a second text behind the title: where it is, or its shortcut
    QIcon icon;
    std::function<void()> run;
};
/// The entries for what was typed, the best first.
using PaletteSource = std::function<QList<PaletteEntry>(const QString& query)>;

/// How well `query` names `text`: -1 not at all, else the smaller the better. Every word of the query must occur; letters in
/// order count too ("rvex" finds "Review and export").
[[nodiscard]] int matchScore(const QString& text, const QString& query);
/// The entries whose title or detail matches, the best first, in their own order among equals.
[[nodiscard]] QList<PaletteEntry> matching(const QList<PaletteEntry>& entries, const QString& query);

/// One line to type in and a list of what it finds; Enter does it.
class CommandPalette : public Overlay {
    Q_OBJECT
public:
    explicit CommandPalette(QWidget* window);

    /// Opens with an empty line. `prompt` names what can be typed.
    void ask(const QString& prompt, const PaletteSource& source);
    [[nodiscard]] QLineEdit* line() const { return m_line; }
    [[nodiscard]] QListView* view() const { return m_view; }

protected:
    QWidget* firstFocus() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refill();
    void run(int row);

    QLineEdit* m_line;
    QListView* m_view;
    QStandardItemModel* m_model;
    look::TextLabel* m_nothing;
    PaletteSource m_source;
    QList<PaletteEntry> m_entries;
};

} // namespace lectern::app
