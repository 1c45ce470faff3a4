// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/fieldeditor.h"
#include "app/forms/textbox.h"

#include <QPointer>

class QHBoxLayout;

namespace lectern::app {

class EmojiPicker;
class MarkdownHighlighter;
class SpellChecker;

/// Prose in Markdown: styled as it will look, its marks visible, with a small formatting bar.
class TextField : public FieldEditor {
    Q_OBJECT
public:
    TextField(const FieldSetting& setting, QWidget* parent);
    ~TextField() override;

    [[nodiscard]] profile::FieldValue value() const override { return m_box->record(); }
    void focusContent() override;
    [[nodiscard]] QWidget* tools() const override { return m_tools; }

protected:
    void showValue(const profile::FieldValue& value) override;
    void markProblem(bool problem) override { m_box->setProblem(problem); }

private:
    void buildTools();
    void addButton(QHBoxLayout* row, const QString& icon, const QString& name, int key);
    void format(int key);
    void openEmojis();

    TextBox* m_box;
    QPointer<QWidget> m_tools; ///< may stand elsewhere in the form
    MarkdownHighlighter* m_highlighter;
    EmojiPicker* m_emojis = nullptr;
};

} // namespace lectern::app
