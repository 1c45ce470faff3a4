// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QListWidget;
class QPushButton;
class QToolButton;

namespace lectern::app {

namespace look {
class TextLabel;
}

/// An element in which the preview and Jekyll's page differ.
struct PageDifference {
    QString path; ///< elements that lead to it
    QString mark; ///< of the element of ours, "FILE:FROM-TO"; empty where there is none
    QString ours; ///< HTML, shortened; empty: only theirs
    QString theirs;
};

/// What building with Jekyll is doing or has found, below the page.
class ComparePanel : public QWidget {
    Q_OBJECT
public:
    explicit ComparePanel(QWidget* parent = nullptr);

    void showBuilding(const QString& sentence);
    void showFailure(const QString& sentence, const QString& detail = {});
    void showDifferences(const QList<PageDifference>& differences);
    [[nodiscard]] QList<PageDifference> differences() const { return m_differences; }
    [[nodiscard]] QString sentence() const;
    void setJekyllShown(bool shown);

Q_SIGNALS:
    void cancelled(); ///< the build, or this panel
    void jekyllWanted(bool shown); ///< Jekyll's page instead of the preview
    void chosen(const lectern::app::PageDifference& difference);

private:
    void fill();

    look::TextLabel* m_text;
    QToolButton* m_jekyll;
    QPushButton* m_cancel;
    QListWidget* m_list;
    QList<PageDifference> m_differences;
};

} // namespace lectern::app
