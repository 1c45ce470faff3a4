// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace lectern::app {

/// The frame of a settings form in the editor column: a title with a quiet second line, and a content that scrolls.
class FormPage : public QWidget {
    Q_OBJECT
public:
    FormPage(const QString& title, const QString& subtitle, QWidget* parent = nullptr);

protected:
    [[nodiscard]] QVBoxLayout* content() const { return m_content; }

private:
    QVBoxLayout* m_content;
};

} // namespace lectern::app
