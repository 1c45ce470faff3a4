// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/reviewmodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace lectern::app {

class DiffView;
class PageCompare;
class Safety;
namespace look {
class TextLabel;
}

struct ReviewOptions {
    /// Where exports keep their journal and earlier states go; null: nowhere (tests).
    Safety* safety = nullptr;
    bool withPages = true; ///< false: no web views are made
    QString styleHelper; ///< as in PreviewOptions
};

/// Review & export: the changes in plain words, the page before and after, the difference in the text, and one button that
/// writes. It covers the window's columns and follows the workspace while it is shown. Nothing is written before that
/// button.
class ReviewSheet : public QWidget {
    Q_OBJECT
public:
    explicit ReviewSheet(Workspace& workspace, const ReviewOptions& options = {}, QWidget* parent = nullptr);

    /// The folder that is written to; the opened site when empty.
    void setTarget(const QString& folder);
    [[nodiscard]] QString target() const;
    /// Reads the workspace anew.
    void refresh();
    [[nodiscard]] int changeCount() const { return int(m_review.rows.size()); }
    /// Null without pages.
    [[nodiscard]] PageCompare* pages() const { return m_pages; }

public Q_SLOTS:
    void takeBack(int row);
    /// Writes; what goes wrong is said in the sheet and the edits are kept.
    void write();

Q_SIGNALS:
    /// The user wants to go on editing.
    void closeRequested();
    /// Files (relative paths) were written to `folder`.
    void exported(const QStringList& files, const QString& folder);
    /// Nothing was written, as the sheet says.
    void failed(const lectern::Error& error);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildHeader(QVBoxLayout* layout);
    void buildBody(QVBoxLayout* layout);
    [[nodiscard]] QWidget* buildChanges();
    [[nodiscard]] QWidget* buildText();
    void buildFooter(QVBoxLayout* layout);
    void chooseTarget();
    void fillRows();
    void fillFiles();
    void fillPages();
    void fillNotes();
    void showRow(int row);
    void showFile(int index);
    void keepStates(const publish::ExportPlan& plan);
    void fail(const Error& error);
    void showProblem(const QString& sentence);
    [[nodiscard]] Result<publish::ExportPlan> plan() const;
    [[nodiscard]] bool isOwnTarget() const;
    [[nodiscard]] QString writeWords() const;

    Workspace& m_workspace;
    ReviewOptions m_options;
    Review m_review;
    Result<publish::ExportPlan> m_plan = Error {ErrorCode::Cancelled, {}, {}};
    QString m_target;
    look::TextLabel* m_targetLabel;
    look::TextLabel* m_problem;
    look::TextLabel* m_summary;
    QListWidget* m_rows;
    look::TextLabel* m_none = nullptr; ///< in place of rows while there are none
    QComboBox* m_files;
    QPushButton* m_takeBack;
    QPushButton* m_write;
    DiffView* m_diff;
    PageCompare* m_pages = nullptr;
};

} // namespace lectern::app
