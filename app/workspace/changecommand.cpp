// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/changecommand.h"

namespace lectern::app {
namespace {

Change inverted(const Change& change)
{
    Change inverse;
    for (auto file = change.rbegin(); file != change.rend(); ++file)
        inverse.push_back({file->file, lectern::inverted(file->edits)});
    return inverse;
}

bool isNoop(const Change& change)
{
    for (const FileEdits& file : change) {
        for (const Edit& edit : file.edits) {
            if (!edit.isNoop())
                return false;
        }
    }
    return true;
}

} // namespace

ChangeCommand::ChangeCommand(
    Change change, const QString& label, EditSource source, const QString& mergeKey, int epoch, Apply apply)
    : QUndoCommand(label), m_change(std::move(change)), m_source(source), m_mergeKey(mergeKey), m_epoch(epoch),
      m_apply(std::move(apply))
{
}

void ChangeCommand::redo()
{
    // Only the first application comes from the view that made the change; later ones concern every view.
    m_apply(m_change, m_firstRedo ? m_source : EditSource::Undo);
    m_firstRedo = false;
}

void ChangeCommand::undo() { m_apply(inverted(m_change), EditSource::Undo); }

int ChangeCommand::id() const { return m_mergeKey.isEmpty() ? -1 : 1; }

bool ChangeCommand::mergeWith(const QUndoCommand* other)
{
    const auto* next = static_cast<const ChangeCommand*>(other);
    const bool isSameRun = next->m_epoch == m_epoch || m_mergeKey.startsWith(lastingMerge);
    if (next->m_mergeKey != m_mergeKey || !isSameRun)
        return false;
    for (const FileEdits& file : next->m_change) {
        if (!m_change.empty() && m_change.back().file == file.file) {
            Edits& mine = m_change.back().edits;
            for (const Edit& edit : file.edits) {
                const auto whole = mine.empty() ? std::nullopt : merged(mine.back(), edit);
                if (whole)
                    mine.back() = *whole;
                else
                    mine.push_back(edit);
            }
        } else {
            m_change.push_back(file);
        }
    }
    setText(next->text());
    // Typed and taken back: nothing is left to undo.
    setObsolete(isNoop(m_change));
    return true;
}

} // namespace lectern::app
