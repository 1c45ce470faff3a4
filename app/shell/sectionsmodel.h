// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

namespace lectern::app {

class SectionActions;
class Workspace;

/// The sections of the current page as rows. Renaming and dropping go through SectionActions; the rows follow the page.
class SectionsModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole, ///< QString, the section's id
        KindRole, ///< int of profile::SectionKind
        SymbolRole, ///< QString, the emoji that the heading begins with
        CountRole, ///< int, items of the section; -1 for a text
        HiddenRole, ///< bool
        FixedRole, ///< bool: can be neither moved, renamed nor removed
    };

    SectionsModel(Workspace& workspace, SectionActions& actions, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    [[nodiscard]] bool canDropMimeData(
        const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent) const override;
    bool dropMimeData(
        const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent) override;

    /// The row of a section; -1 where there is none.
    [[nodiscard]] int rowOf(const QString& id) const;

private:
    struct Row {
        QString id;
        int kind = 0;
        QString heading;
        QString symbol;
        QString text;
        int count = -1;
        bool hidden = false;
        bool fixed = false;
        bool operator==(const Row&) const = default;
    };
    void reload();
    [[nodiscard]] QString toolTip(int row) const;

    Workspace& m_workspace;
    SectionActions& m_actions;
    QList<Row> m_rows;
};

} // namespace lectern::app
