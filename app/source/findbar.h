// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/source/textsearch.h"

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace lectern::app {

namespace look {
class TextLabel;
}

/// The lines below the source in which one types what to find and what to put in its place. It looks for nothing itself.
class FindBar : public QWidget {
    Q_OBJECT
public:
    explicit FindBar(QWidget* parent = nullptr);

    [[nodiscard]] SearchQuery query() const;
    [[nodiscard]] QString replacement() const;
    [[nodiscard]] bool inAllFiles() const;
    /// Opens the bar with `text` (what was selected; empty: what was looked for last) and takes the keyboard.
    void ask(const QString& text);
    /// What was found, in words: "3 of 12", or why nothing can be.
    void setOutcome(const QString& words, bool problem);

Q_SIGNALS:
    void queryChanged();
    void nextRequested();
    void previousRequested();
    void replaceRequested();
    void replaceAllRequested();
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QToolButton* toggle(const QString& text, const QString& name, const QString& explanation);

    QLineEdit* m_find;
    QLineEdit* m_replace;
    QToolButton* m_case;
    QToolButton* m_expression;
    QToolButton* m_all;
    look::TextLabel* m_outcome;
};

} // namespace lectern::app
