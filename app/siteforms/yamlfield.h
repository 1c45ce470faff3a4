// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/siteforms/yamlform.h"

class QCheckBox;

namespace lectern::app {

class TextBox;

/// A label and the widget for one value of a YAML text.
class YamlField : public QWidget {
    Q_OBJECT
public:
    explicit YamlField(const YamlFieldSpec& spec, QWidget* parent = nullptr);

    [[nodiscard]] const YamlFieldSpec& spec() const { return m_spec; }
    /// Shows the document's value; what the user is typing stays where it says the same.
    void follow(const YamlDocument& document);
    /// Edits that make the document say what the widget shows.
    [[nodiscard]] Result<Edits> edits(const YamlDocument& document) const;
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] QWidget* widget() const;
    void showProblem(const QString& sentence);
    /// Takes the keyboard, with the caret at what byte `offset` of the file is in the value.
    void focusAt(const YamlValue& value, qsizetype offset);

Q_SIGNALS:
    void edited();
    void entered(); ///< got the keyboard
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildWidget();
    [[nodiscard]] QStringList entries() const;
    [[nodiscard]] QString text() const;

    YamlFieldSpec m_spec;
    TextBox* m_box = nullptr;
    QCheckBox* m_switch = nullptr;
    look::TextLabel* m_problem;
};

} // namespace lectern::app
