// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/fieldeditor.h"
#include "app/forms/textbox.h"

namespace lectern::app {

/// A short text: title, venue, year.
class LineField : public FieldEditor {
    Q_OBJECT
public:
    LineField(const FieldSetting& setting, QWidget* parent);

    [[nodiscard]] profile::FieldValue value() const override { return m_box->record(); }
    void focusContent() override;

protected:
    /// For kinds of lines that put more around the box; they call setContent themselves.
    struct WithoutContent {};
    LineField(const FieldSetting& setting, QWidget* parent, WithoutContent);

    void showValue(const profile::FieldValue& value) override;
    void markProblem(bool problem) override { m_box->setProblem(problem); }
    [[nodiscard]] TextBox* box() const { return m_box; }

private:
    TextBox* m_box;
};

} // namespace lectern::app
