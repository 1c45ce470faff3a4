// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace lectern::app {

class TextBox;

/// The parts of one chip, opened below the chips to be edited: a name and its marks, a label and its address.
class ChipDetails : public QWidget {
    Q_OBJECT
public:
    struct Part {
        QString label;
        QString example;
        int stretch = 1;
    };
    ChipDetails(const std::vector<Part>& parts, QWidget* parent);

    /// Shows the values without partEdited().
    void setValues(const std::vector<QString>& values);
    void focusPart(int part);

Q_SIGNALS:
    void partEdited(int part, const QString& value);
    void closed(); ///< by Enter or Esc

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    std::vector<TextBox*> m_boxes;
};

} // namespace lectern::app
