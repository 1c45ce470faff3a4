// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/fieldeditor.h"

#include <QStringList>

#include <vector>

namespace lectern::app {

class ChipDetails;
class ChipEdit;

/// The names in a list of authors as people type or paste it: parted by commas, semicolons, "and" or "&".
[[nodiscard]] QStringList splitNames(const QString& text);

/// The authors of a publication as chips, the page's owner with a star.
class AuthorsField : public FieldEditor {
    Q_OBJECT
public:
    AuthorsField(const FieldSetting& setting, QWidget* parent);

    [[nodiscard]] profile::FieldValue value() const override { return m_authors; }
    [[nodiscard]] QString typingPart() const override { return m_typingPart; }
    void focusContent() override;
    void settle() override;

protected:
    void showValue(const profile::FieldValue& value) override;
    void markProblem(bool problem) override;
    [[nodiscard]] QString understood() const override;

private:
    void add(const QString& text);
    void open(int at);
    void close();
    void editPart(int part, const QString& value);
    void changed();
    void refreshChips();

    ChipEdit* m_chips;
    ChipDetails* m_details;
    std::vector<profile::Author> m_authors;
    int m_opened = -1;
    QString m_typingPart; ///< set while a change comes from the opened chip's boxes
};

} // namespace lectern::app
