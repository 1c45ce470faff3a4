// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/fieldeditor.h"

#include <QStringList>

#include <vector>

class QKeyEvent;
class QToolButton;
class QVBoxLayout;

namespace lectern::app {

class TextBox;

/// Several lines of one field, such as the highlights of a paper: a row for each, to be added, taken out and
/// put in another order. Enter begins the next line, Backspace takes an empty one out, Alt with an arrow
/// moves it. A line that is still empty is not on the page.
class LinesField : public FieldEditor {
    Q_OBJECT
public:
    LinesField(const FieldSetting& setting, QWidget* parent);

    [[nodiscard]] profile::FieldValue value() const override;
    [[nodiscard]] QString typingPart() const override { return m_typingPart; }
    void focusContent() override;
    void settle() override;

protected:
    void showValue(const profile::FieldValue& value) override;
    void markProblem(bool problem) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// The widgets of a line; the first row is always there.
    struct Row {
        QWidget* widget;
        TextBox* box;
        QToolButton* up;
        QToolButton* down;
        QToolButton* remove;
    };

    Row makeRow();
    QToolButton* addButton(QWidget* row, const char* id, QStringView iconName, const QString& name);
    void refreshRows();
    void showButtons();
    void add(int at);
    void remove(int at);
    void move(int from, int to);
    void focusRow(int at);
    [[nodiscard]] int rowOf(const QObject* part) const;
    bool ownKey(int row, const QKeyEvent& key);

    QStringList m_lines; ///< of the rows; never none
    std::vector<Row> m_rows;
    QVBoxLayout* m_column;
    QToolButton* m_add;
    QString m_typingPart; ///< set while a change comes from typing in a row
};

} // namespace lectern::app
