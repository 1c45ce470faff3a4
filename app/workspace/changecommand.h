// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/workspace.h"

#include <QUndoCommand>

#include <functional>

namespace lectern::app {

/// A merge key that begins so belongs to one step alone (it holds a number), which endMerge() does not close: a new section
/// and its first name are one step, although its form was opened in between.
inline constexpr QLatin1StringView lastingMerge("lasting:");

/// The one undo command: a change of one or several files. Steps with the same merge key become one.
class ChangeCommand final : public QUndoCommand {
public:
    using Apply = std::function<void(const Change&, EditSource)>;

    /// `epoch` tells apart runs of typing: commands of different epochs merge only where their key is a lasting one.
    ChangeCommand(Change change, const QString& label, EditSource source, const QString& mergeKey, int epoch, Apply apply);

    void redo() override;
    void undo() override;
    [[nodiscard]] int id() const override;
    bool mergeWith(const QUndoCommand* other) override;

private:
    Change m_change;
    EditSource m_source;
    QString m_mergeKey;
    int m_epoch;
    Apply m_apply;
    bool m_firstRedo = true;
};

} // namespace lectern::app
