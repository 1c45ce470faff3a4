// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/siteforms/formpage.h"
#include "core/base/result.h"
#include "core/base/textrange.h"

#include <optional>

namespace lectern::app {

namespace look {
class TextLabel;
}
class Workspace;
class YamlForm;

/// The front matter of the current page as a form.
class PageSettings : public FormPage {
    Q_OBJECT
public:
    explicit PageSettings(Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] YamlForm& form() const { return *m_form; }
    /// Puts an empty front matter before a page that has none.
    void addFrontMatter();

Q_SIGNALS:
    void placeSelected(const QString& file, lectern::TextRange range);

private:
    void followPage();
    void showProblem(const std::optional<Error>& problem);

    Workspace& m_workspace;
    YamlForm* m_form;
    QWidget* m_missing;
    look::TextLabel* m_problem;
};

} // namespace lectern::app
