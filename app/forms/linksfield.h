// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/fieldeditor.h"

#include <vector>

class QMimeData;

namespace lectern::app {

class ChipDetails;
class ChipEdit;

/// What a link to `address` is usually called ("arXiv", "Code", "PDF").
[[nodiscard]] QString usualLinkLabel(const QString& address);

/// Short links of an item, such as PDF and code, as chips; each opens into its label and its address. A PDF is
/// chosen, dropped or pasted here: one that is not in the site yet goes along with the change of the field,
/// into the folder where the site keeps its papers, and is written with the page.
class LinksField : public FieldEditor {
    Q_OBJECT
public:
    LinksField(const FieldSetting& setting, QWidget* parent);

    [[nodiscard]] profile::FieldValue value() const override { return m_links; }
    [[nodiscard]] QString typingPart() const override { return m_typingPart; }
    void focusContent() override;
    void settle() override;
    [[nodiscard]] Change companions() const override { return m_companions; }

    /// Takes PDF files that the user chose, as one change.
    void take(const QStringList& files);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showValue(const profile::FieldValue& value) override;
    void markProblem(bool problem) override;
    [[nodiscard]] QString ownProblem() const override;

private:
    void buildFileButton();
    void chooseFile();
    bool takeData(const QMimeData& data);
    /// The address of a file that is brought here; empty, with the reason told, where it cannot be taken.
    [[nodiscard]] QString bring(const QString& file, const AddressStyle& style);
    void put(const profile::Link& link);
    void add(const QString& text);
    void remove(int at);
    void open(int at, int part);
    void close();
    void editPart(int part, const QString& value);
    void changed();
    void refreshChips();

    ChipEdit* m_chips;
    ChipDetails* m_details;
    std::vector<profile::Link> m_links;
    int m_opened = -1;
    Change m_companions; ///< files that go along with the change that is being written
    QString m_takeProblem;
    QString m_typingPart; ///< set while a change comes from the opened chip's boxes
};

} // namespace lectern::app
