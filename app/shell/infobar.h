// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QTimer;
class QToolButton;

namespace lectern::app {

class IconLabel;

/// What a bar says: one sentence and what can be done about it.
struct Notice {
    enum class Kind { Info, Success, Warning, Error };
    struct Action {
        QString label; ///< a verb: "Undo", "Compare"
        std::function<void()> run; ///< the bar closes this notice before it calls
    };

    QString id; ///< a notice with the id of an earlier one takes its place; empty: always a new one
    Kind kind = Kind::Info;
    QString text; ///< a sentence
    QString detail; ///< shown as tooltip, for those who want to know; may be empty
    std::vector<Action> actions = {};
    int milliseconds = 0; ///< closes by itself after this time; 0: stays until it is closed
};

/// The id of a notice about the step that was just made ("Deleted …, Undo"); the next step ends it.
inline constexpr QLatin1StringView stepNotice("step");

/// A slim bar at the top of the column that its notices concern, instead of a message box. It shows the newest notice;
/// closing it brings back the one before. Notices that close by themselves give way to newer ones for good, and wait while
/// the pointer or the keyboard focus is on the bar. Screen readers announce what appears.
class InfoBar : public QFrame {
    Q_OBJECT
public:
    explicit InfoBar(QWidget* parent = nullptr);

    [[nodiscard]] bool isEmpty() const { return m_notices.empty(); }
    /// The sentence that is shown; empty when there is none.
    [[nodiscard]] QString text() const;
    /// How many notices wait, the shown one included.
    [[nodiscard]] int count() const { return int(m_notices.size()); }

    void post(const Notice& notice);
    void dismiss(const QString& id);
    void clear();
    /// Runs action `index` of the shown notice as a click would.
    void trigger(int index);

Q_SIGNALS:
    void shownTextChanged(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void dismissShown();
    void showCurrent();
    void fillActions(const Notice& notice);

    std::vector<Notice> m_notices; // the last one is shown
    IconLabel* m_icon;
    QLabel* m_text;
    QHBoxLayout* m_actions;
    QToolButton* m_close;
    QTimer* m_timer;
};

/// How long "Deleted … — Undo" stays.
inline constexpr int undoBarMilliseconds = 12'000;

} // namespace lectern::app
