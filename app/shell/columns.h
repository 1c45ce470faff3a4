// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>

class QSplitter;
class QToolButton;

namespace lectern::app {

/// Three columns side by side: sections, editor, preview. Each can be put away, the editor or the preview always stays. The
/// sections keep their width, the other two share the rest as the user last divided it. In a window narrower than
/// `narrowWidth` (more where the text is large) the preview is a tab of the middle column.
class Columns : public QWidget {
    Q_OBJECT
public:
    static constexpr int narrowWidth = 1000;

    enum Column { Sections = 0, Editor = 1, Preview = 2 };

    explicit Columns(QWidget* parent = nullptr);

    /// Puts `content` into a column, in place of what was there.
    void setContent(Column column, QWidget* content);
    [[nodiscard]] QWidget* content(Column column) const { return m_contents[column]; }

    [[nodiscard]] bool isShown(Column column) const { return m_wanted[column]; }
    void setShown(Column column, bool shown);
    [[nodiscard]] bool isNarrow() const { return m_narrow; }
    /// In a narrow window: which tab of the middle column is in front.
    void bringToFront(Column column);

    /// As the user divided the columns, in the order of Column; empty where nobody did.
    [[nodiscard]] QList<int> widths() const { return m_divided; }
    void setWidths(const QList<int>& widths);
    /// Divides anew what nobody divided by hand, by what the columns now hold.
    void distribute();

    /// Moves the keyboard focus to the next (previous) column, to where it was in there.
    void focusNext(bool backwards);
    /// Gives a column the keyboard, opening it where it is put away.
    void focusColumn(Column column);

Q_SIGNALS:
    void shownChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void arrange();
    /// What the names of the sections need, within bounds.
    [[nodiscard]] int sectionsWide() const;
    void rememberDivision();
    [[nodiscard]] bool isTooNarrow() const;
    void rememberFocus(QWidget* now);
    [[nodiscard]] int columnOf(const QWidget* widget) const;

    QSplitter* m_splitter;
    QWidget* m_tabs;
    QToolButton* m_editTab;
    QToolButton* m_previewTab;
    QList<QWidget*> m_contents{nullptr, nullptr, nullptr};
    QList<QWidget*> m_holders;
    QList<QPointer<QWidget>> m_lastFocus{nullptr, nullptr, nullptr};
    QList<bool> m_wanted{true, true, true};
    QList<int> m_divided;
    Column m_front = Editor;
    bool m_narrow = false;
};

} // namespace lectern::app
