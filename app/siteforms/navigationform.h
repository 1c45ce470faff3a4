// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/siteforms/formpage.h"
#include "app/siteforms/navigationedits.h"
#include "core/base/textrange.h"

class QComboBox;
class QMenu;
class QPushButton;

namespace lectern::app {

namespace look {
class TextLabel;
}
class TextBox;
class Workspace;

/// The navigation menu of the site (`_data/navigation.yml`): its links with title and target, in order.
class NavigationForm : public FormPage {
    Q_OBJECT
public:
    explicit NavigationForm(Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] int linkCount() const { return int(m_links.size()); }
    void addLink(const QString& title, const QString& url);
    void moveLink(int index, int by);
    void removeLink(int index);
    /// Puts the caret to byte `offset` of the file, in the line of the link that holds it.
    void focusPlace(qsizetype offset);

Q_SIGNALS:
    /// A field got the keyboard: where its value stands.
    void placeSelected(const QString& file, lectern::TextRange range);
    void removed(const QString& title);
    void failed(const lectern::Error& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Row {
        QWidget* line;
        TextBox* title;
        TextBox* url;
    };
    void reload();
    void buildRows();
    /// Shows at least so many of the links, where there are so many.
    void showRows(qsizetype most);
    Row makeRow(int index);
    void fillAddMenu();
    void write(int index, const QString& key, const QString& value);
    void push(const Result<Edits>& edits, const QString& label, const QString& mergeKey = {});
    [[nodiscard]] QByteArray bytes() const;

    Workspace& m_workspace;
    QComboBox* m_menus;
    QWidget* m_rowsHolder;
    QPushButton* m_more;
    QPushButton* m_add;
    QMenu* m_addMenu;
    look::TextLabel* m_problem;
    QList<Row> m_rows;
    std::vector<NavigationLink> m_links;
    QString m_menu;
    qsizetype m_most = 0; ///< links that somebody asked to see
};

} // namespace lectern::app
