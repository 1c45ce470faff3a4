// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/finding.h"

#include <QWidget>

class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace lectern::app {

class DiffView;
class ProblemFinder;
class Workspace;
namespace look {
class TextLabel;
}

/// What is wrong with the page: the findings in words on the left; on the right what the chosen one's repair
/// would change, and the button that does it as one undoable step. It covers the window's columns and follows
/// the page while it is shown.
class ProblemsPanel : public QWidget {
    Q_OBJECT
public:
    ProblemsPanel(Workspace& workspace, const ProblemFinder& finder, QWidget* parent = nullptr);

    [[nodiscard]] int count() const { return int(m_findings.size()); }
    void choose(int row);

public Q_SLOTS:
    /// Does the repair of the chosen finding.
    void repair();
    void goToPlace();

Q_SIGNALS:
    void closeRequested();
    /// The user wants to see a place in the forms.
    void placeChosen(const QString& file, qsizetype offset);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildHeader(QVBoxLayout* layout);
    void buildBody(QVBoxLayout* layout);
    QWidget* buildDetail();
    void refresh();
    void fillRows();
    void showFinding(int row);
    [[nodiscard]] const check::Finding* chosen() const;
    [[nodiscard]] QString placeText(const Diagnostic& what) const;

    Workspace& m_workspace;
    const ProblemFinder& m_finder;
    check::Findings m_findings; ///< those that the list shows
    look::TextLabel* m_summary;
    QListWidget* m_rows;
    look::TextLabel* m_words;
    look::TextLabel* m_place;
    look::TextLabel* m_diffCaption;
    DiffView* m_diff;
    QPushButton* m_repair;
    QPushButton* m_go;
};

} // namespace lectern::app
