// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/conversion.h"
#include "core/profile/intentions.h"

#include <QObject>

#include <vector>

namespace lectern::app {

struct Notice;
class Workspace;

/// What a list does to its items, each as one undoable step with a name. Items are positions in a section, ascending.
/// What could not be done is said by noticed(); the functions then return false.
class ItemActions : public QObject {
    Q_OBJECT
public:
    explicit ItemActions(Workspace& workspace, QObject* parent = nullptr);

    bool remove(int section, const std::vector<int>& items);
    bool duplicate(int section, int item);
    /// Puts items before item `before` (0 to count, counted before the move), in their order. True also where they already
    /// stand there; `movedTo` is the first one's new place.
    bool move(int section, const std::vector<int>& items, int before, int& movedTo);
    bool setHidden(int section, const std::vector<int>& items, bool hidden);
    bool sort(int section, profile::SortOrder order);
    /// Puts the items of a section under sub-headings, or takes those away.
    enum class GroupBy { Year, Type, Nothing };
    bool group(int section, GroupBy by);
    /// Gives the group that an item stands in another name.
    bool renameGroup(int section, int item, const QString& name);
    /// Puts items behind item `behind`, in its group and in their order; `movedTo` as for move().
    bool moveBehind(int section, const std::vector<int>& items, int behind, int& movedTo);
    /// Puts items at the begin of a group of their section, in their order.
    bool moveToGroup(int section, const std::vector<int>& items, const QString& group);
    /// Puts items into a section of another page, where new ones go, as one step in both files.
    bool moveToPage(
        int section, const std::vector<int>& items, const QString& page, const QString& toSection);
    /// Puts items behind those of another section of the page, in their order.
    bool moveToSection(int section, const std::vector<int>& items, int target);
    /// Writes a publication in the other form.
    bool convert(int section, int item, profile::PublicationForm form);
    bool rename(int section, const QString& heading);
    bool setSectionHidden(int section, bool hidden);

    /// Where a new item belongs: in front of the list, or at its end where the list runs from old to new; within the group
    /// of `current` (-1: none).
    [[nodiscard]] static int placeForNew(const profile::Section& section, int current);

Q_SIGNALS:
    void noticed(const lectern::app::Notice& notice);

private:
    void refuse(const QString& sentence);
    void tell(const QString& id, const QString& sentence);
    bool push(const Result<Edits>& edits, const QString& label, const QString& mergeKey = {});
    [[nodiscard]] QString named(int section, const std::vector<int>& items) const;

    Workspace& m_workspace;
};

} // namespace lectern::app
