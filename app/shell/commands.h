// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>

class QAction;
class QWidget;

namespace lectern::app {

/// Everything that the program can be told to do, by name: menus, the command palette and the sheet of shortcuts are made
/// from it. Each command is a QAction whose objectName is its stable id ("file.open").
class Commands : public QObject {
    Q_OBJECT
public:
    enum class Group { Site, Edit, Sections, Items, View, Help };

    /// The shortcuts work in `window` and everything in it.
    explicit Commands(QWidget* window);

    struct Spec {
        QLatin1StringView id;
        Group group;
        QStringView icon;
        QString text; ///< what it does, a verb first
        QList<QKeySequence> shortcuts = {};
    };
    QAction* add(const Spec& spec, std::function<void()> run);
    /// Lists an action that lives (and has its shortcut) elsewhere.
    void list(Group group, QAction* action);
    /// Describes keys that a widget handles by itself, for the sheet of shortcuts.
    void describe(Group group, const QString& text, const QList<QKeySequence>& keys, const QString& joint = QStringLiteral(", "));

    /// What can be typed, in words: one row of the sheet of shortcuts.
    struct Row {
        QString text;
        QString keys;
    };
    [[nodiscard]] QList<Row> rows(Group group) const;

    /// The command's shortcuts are the window's even where a text box would take them for itself (on X11 Ctrl+K
    /// and Ctrl+E edit a line).
    void winOverFields(QLatin1StringView id);

    [[nodiscard]] QAction* action(QLatin1StringView id) const;
    [[nodiscard]] QList<QAction*> actions(Group group) const;
    [[nodiscard]] QList<QAction*> all() const;
    [[nodiscard]] static QString groupName(Group group);
    [[nodiscard]] static QList<Group> groups();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Entry {
        Group group;
        QAction* action;
    };
    struct Described {
        Group group;
        Row row;
    };
    QWidget* m_window;
    QList<Entry> m_entries;
    QList<Described> m_described;
    QList<QKeySequence> m_firm; ///< shortcuts that no text box takes
};

/// "Undo typing (Ctrl+Z)": a tooltip that teaches the shortcut.
[[nodiscard]] QString withShortcut(const QString& text, const QAction* action);

} // namespace lectern::app
