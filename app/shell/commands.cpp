// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/commands.h"

#include "app/shell/icons.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace lectern::app {

Commands::Commands(QWidget* window) : QObject(window), m_window(window) { }

QAction* Commands::add(const Spec& spec, std::function<void()> run)
{
    auto* action = new QAction(spec.text, this);
    action->setObjectName(spec.id);
    if (!spec.icon.isEmpty())
        action->setIcon(icon(spec.icon));
    action->setShortcuts(spec.shortcuts);
    action->setToolTip(withShortcut(spec.text, action));
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    m_window->addAction(action);
    m_entries.append({spec.group, action});
    return action;
}

void Commands::list(Group group, QAction* action) { m_entries.append({group, action}); }

void Commands::describe(Group group, const QString& text, const QList<QKeySequence>& keys, const QString& joint)
{
    QStringList words;
    for (const QKeySequence& key : keys)
        words.append(key.toString(QKeySequence::NativeText));
    m_described.append({group, {text, words.join(joint)}});
}

QList<Commands::Row> Commands::rows(Group group) const
{
    QList<Row> rows;
    for (const QAction* action : actions(group)) {
        if (!action->shortcut().isEmpty())
            rows.append({QString(action->text()).replace(QLatin1StringView("&&"), QLatin1StringView("&")),
                action->shortcut().toString(QKeySequence::NativeText)});
    }
    for (const Described& described : m_described) {
        if (described.group == group)
            rows.append(described.row);
    }
    return rows;
}

void Commands::winOverFields(QLatin1StringView id)
{
    if (m_firm.isEmpty())
        qApp->installEventFilter(this);
    m_firm += action(id)->shortcuts();
}

bool Commands::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* widget = qobject_cast<QWidget*>(watched);
        const auto* key = static_cast<QKeyEvent*>(event);
        if (widget && widget->window() == m_window && m_firm.contains(QKeySequence(key->keyCombination()))) {
            event->ignore();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

QAction* Commands::action(QLatin1StringView id) const
{
    for (const Entry& entry : m_entries) {
        if (entry.action->objectName() == id)
            return entry.action;
    }
    return nullptr;
}

QList<QAction*> Commands::actions(Group group) const
{
    QList<QAction*> found;
    for (const Entry& entry : m_entries) {
        if (entry.group == group)
            found.append(entry.action);
    }
    return found;
}

QList<QAction*> Commands::all() const
{
    QList<QAction*> found;
    for (const Entry& entry : m_entries)
        found.append(entry.action);
    return found;
}

QString Commands::groupName(Group group)
{
    switch (group) {
    case Group::Site: return tr("Site");
    case Group::Edit: return tr("Edit");
    case Group::Sections: return tr("Sections");
    case Group::Items: return tr("Items");
    case Group::View: return tr("View");
    case Group::Help: return tr("Help");
    }
    return {};
}

QList<Commands::Group> Commands::groups()
{
    return {Group::Site, Group::Edit, Group::Sections, Group::Items, Group::View, Group::Help};
}

QString withShortcut(const QString& text, const QAction* action)
{
    const QString keys = action ? action->shortcut().toString(QKeySequence::NativeText) : QString();
    return keys.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, keys);
}

} // namespace lectern::app
