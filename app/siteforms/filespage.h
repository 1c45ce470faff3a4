// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/siteforms/formpage.h"
#include "app/workspace/sitetrash.h"
#include "core/check/filesurvey.h"

#include <QImage>
#include <QSet>

#include <vector>

class QHBoxLayout;
class QListWidget;
class QPushButton;

namespace lectern::app {

namespace look {
class TextLabel;
}
class FileFinder;
struct Notice;
class Workspace;

/// The files of the site that want attention: those that its texts lead to and that do not exist, with where
/// they are named and what can be done; and the pictures and PDFs that nothing names, which can be moved to
/// the trash and put back.
class FilesPage : public FormPage {
    Q_OBJECT
public:
    explicit FilesPage(Workspace& workspace, QWidget* parent = nullptr);

    /// Gives the chosen missing file the one at `file`: a file of the site corrects the addresses, any other
    /// is brought into the site. One step.
    void useFile(const QString& file);
    /// Asks, by a notice, whether the chosen unused files shall go.
    void askForTrash();

Q_SIGNALS:
    /// The user wants to see the place where a missing file is named.
    void placeChosen(const QString& file, qsizetype offset);
    void noticed(const lectern::app::Notice& notice);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildMissing();
    void buildUnused();
    QPushButton* addButton(QHBoxLayout* row, const char* id, const QString& text);
    void refresh();
    void refreshMissing();
    void refreshUnused();
    void refreshButtons();
    void loadPictures();
    void showPicture(const QString& path, const QImage& picture);

    [[nodiscard]] const check::MissingFile* chosenMissing() const;
    [[nodiscard]] std::vector<check::UnusedFile> chosenUnused() const;
    void showPlace();
    void chooseFile();
    void openUnused();
    void moveChosenToTrash(const std::vector<check::UnusedFile>& files);
    void putBackAll(const QString& root, const std::vector<TrashedFile>& files);
    void tell(const QString& sentence);

    Workspace& m_workspace;
    FileFinder* m_finder;
    check::FileSurvey m_shown; ///< what the lists show
    look::TextLabel* m_missingWords;
    QListWidget* m_missing;
    QPushButton* m_place;
    QPushButton* m_use;
    QPushButton* m_choose;
    look::TextLabel* m_unusedWords;
    QListWidget* m_unused;
    QPushButton* m_open;
    QPushButton* m_trash;
    QSet<QString> m_pictured; ///< whose pictures are loaded, or on their way
};

} // namespace lectern::app
