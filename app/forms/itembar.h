// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace lectern::app {

namespace look {
class TextLabel;
}

/// The line above an item's form: what it is, and what can be done with the whole of it.
class ItemBar : public QWidget {
    Q_OBJECT
public:
    explicit ItemBar(QWidget* parent);

    void setCaption(const QString& caption);
    /// `shown`: the item is seen on the page. Without `item` (a draft) there is nothing to act on.
    void setItem(bool item, bool shown, bool hasForm);
    /// Among many forms one button with a menu does for all.
    void setCompact(bool compact);
    /// Places a field's own buttons into this line; nullptr for none. The field keeps owning them.
    void setTools(QWidget* tools);
    [[nodiscard]] QToolButton* source() const { return m_source; }

Q_SIGNALS:
    void duplicateRequested();
    void deleteRequested();
    void hideRequested(bool hidden);
    void menuRequested(const QPoint& position); ///< global
    void sourceToggled(bool shown);

private:
    QToolButton* addButton(const QString& name, QStringView iconName, const QString& tip);
    void refresh();

    QHBoxLayout* m_row;
    look::TextLabel* m_caption;
    QToolButton* m_source;
    QToolButton* m_hide;
    QToolButton* m_duplicate;
    QToolButton* m_delete;
    QToolButton* m_menu;
    QPointer<QWidget> m_tools;
    bool m_compact = false;
    bool m_item = false;
    bool m_hasForm = true;
};

} // namespace lectern::app
