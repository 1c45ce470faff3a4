// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/fieldeditor.h"

#include <QStringList>

namespace lectern::app {

class ChipEdit;

/// A list of short words as chips: the ranks of a venue. A chip is edited by taking its text back into the line.
class TagsField : public FieldEditor {
    Q_OBJECT
public:
    TagsField(const FieldSetting& setting, QWidget* parent);

    [[nodiscard]] profile::FieldValue value() const override { return m_tags; }
    [[nodiscard]] QString typingPart() const override { return {}; }
    void focusContent() override;
    void settle() override;

protected:
    void showValue(const profile::FieldValue& value) override;
    void markProblem(bool problem) override;

private:
    void add(const QString& text);
    void changed();
    void refreshChips();

    ChipEdit* m_chips;
    QStringList m_tags;
};

} // namespace lectern::app
