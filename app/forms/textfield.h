// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/fieldeditor.h"
#include "app/forms/textbox.h"

namespace lectern::app {

/// Prose in Markdown, its marks visible, with a small formatting bar.
class TextField : public FieldEditor {
    Q_OBJECT
public:
    TextField(const FieldSetting& setting, QWidget* parent);

    [[nodiscard]] profile::FieldValue value() const override { return m_box->record(); }
    void focusContent() override;

protected:
    void showValue(const profile::FieldValue& value) override;
    void markProblem(bool problem) override { m_box->setProblem(problem); }

private:
    void addButton(const QString& icon, const QString& name, int key);
    void format(int key);

    TextBox* m_box;
};

} // namespace lectern::app
