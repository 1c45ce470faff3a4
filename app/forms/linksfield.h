// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/fieldeditor.h"

#include <vector>

namespace lectern::app {

class ChipDetails;
class ChipEdit;

/// What a link to `address` is usually called ("arXiv", "Code", "PDF").
[[nodiscard]] QString usualLinkLabel(const QString& address);

/// Short links of an item, such as PDF and code, as chips; each opens into its label and its address.
class LinksField : public FieldEditor {
    Q_OBJECT
public:
    LinksField(const FieldSetting& setting, QWidget* parent);

    [[nodiscard]] profile::FieldValue value() const override { return m_links; }
    [[nodiscard]] QString typingPart() const override { return m_typingPart; }
    void focusContent() override;
    void settle() override;

protected:
    void showValue(const profile::FieldValue& value) override;
    void markProblem(bool problem) override;
    [[nodiscard]] QString ownProblem() const override;

private:
    void add(const QString& text);
    void open(int at, int part);
    void close();
    void editPart(int part, const QString& value);
    void changed();
    void refreshChips();

    ChipEdit* m_chips;
    ChipDetails* m_details;
    std::vector<profile::Link> m_links;
    int m_opened = -1;
    QString m_typingPart; ///< set while a change comes from the opened chip's boxes
};

} // namespace lectern::app
