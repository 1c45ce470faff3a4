// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLineEdit;
class QListWidget;

namespace lectern::app {

/// A small window to choose an emoji from, by looking or by its name. Those that home pages use come first.
class EmojiPicker : public QFrame {
    Q_OBJECT
public:
    explicit EmojiPicker(QWidget* parent);
    void openAt(const QPoint& position); ///< global; kept inside the screen
    [[nodiscard]] QLineEdit* search() const { return m_search; }
    [[nodiscard]] QListWidget* list() const { return m_list; }

Q_SIGNALS:
    void chosen(const QString& emoji);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void choose();

    QLineEdit* m_search;
    QListWidget* m_list;
};

} // namespace lectern::app
