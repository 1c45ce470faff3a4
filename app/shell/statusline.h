// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;

namespace lectern::app {

namespace look {
class TextLabel;
}
class IconLabel;
class Workspace;

/// The line at the bottom: what is wrong with the page, what is not exported yet, and how true the preview is.
class StatusLine : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(Workspace& workspace, QWidget* parent = nullptr);

    /// How much is wrong with the page; `hints` are what might be better.
    void setProblems(int problems, int hints);
    /// A short sentence about the preview, and the longer one behind it.
    void setPreviewState(const QString& text, const QString& detail);
    /// Steps since the last export, undone ones included where they went behind it.
    [[nodiscard]] int unexportedEdits() const;

Q_SIGNALS:
    /// The user wants to see what is wrong.
    void problemsActivated();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refreshFile();

    Workspace& m_workspace;
    IconLabel* m_fineIcon;
    look::TextLabel* m_fine; ///< in place of the button while there is nothing to do
    QToolButton* m_problems;
    look::TextLabel* m_file;
    look::TextLabel* m_preview;
    int m_exportedIndex = 0;
};

} // namespace lectern::app
