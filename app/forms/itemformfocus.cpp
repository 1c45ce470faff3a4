// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ItemForm that knows which field has the keyboard.
#include "app/forms/itemform.h"

#include "app/forms/fieldeditor.h"
#include "app/forms/itembar.h"
#include "app/forms/sourcepane.h"
#include "app/forms/textbox.h"
#include "app/workspace/workspace.h"

#include <QToolButton>

#include <algorithm>

namespace lectern::app {

using profile::FieldId;

FieldEditor* ItemForm::editorAround(QWidget* widget) const
{
    for (; widget && widget != this; widget = widget->parentWidget()) {
        const auto found = std::find(m_editors.begin(), m_editors.end(), widget);
        if (found != m_editors.end())
            return *found;
    }
    return nullptr;
}

void ItemForm::onFocusChanged(QWidget* before, QWidget* now)
{
    FieldEditor* const left = editorAround(before);
    FieldEditor* const entered = editorAround(now);
    const bool leftSource = before && before == m_source->box() && now != before;
    // While somebody types a value must read back as typed, or the next letter would meet another text; at the end it is
    // enough that every word is there.
    if (left && left != entered && now && left->isRefused() && m_state == State::Item)
        write(left, profile::ReadBack::Words);
    if ((left && left != entered) || leftSource)
        m_workspace.endMerge();
    if (left && left != entered && now)
        left->settle();
    if (leftSource && now)
        presentSource();
    if (entered && entered != left && m_state == State::Item)
        Q_EMIT fieldFocused(m_ref, entered->id());
}

bool ItemForm::focusField(FieldId id)
{
    for (FieldEditor* editor : m_editors) {
        if (editor->id() != id || m_state == State::Empty)
            continue;
        if (editor->property("rare").toBool() && !m_moreOpen)
            m_more->click();
        if (m_bar->source()->isChecked())
            m_bar->source()->setChecked(false);
        editor->focusContent();
        return true;
    }
    if (m_source->isVisibleTo(this))
        m_source->box()->setFocus(Qt::OtherFocusReason);
    return false;
}

void ItemForm::focusFirst()
{
    if (m_source->isVisibleTo(this))
        m_source->box()->setFocus(Qt::OtherFocusReason);
    else if (!m_editors.empty() && m_state != State::Empty)
        m_editors.front()->focusContent();
}

void ItemForm::focusNext(FieldEditor* editor)
{
    const auto at = std::find(m_editors.begin(), m_editors.end(), editor);
    const auto next
        = std::find_if(at + 1, m_editors.end(), [](const FieldEditor* other) { return !other->isHidden(); });
    if (next != m_editors.end())
        (*next)->focusContent();
}

} // namespace lectern::app
