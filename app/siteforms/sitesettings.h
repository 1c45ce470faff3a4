// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/siteforms/formpage.h"
#include "core/base/textrange.h"

namespace lectern::app {

class Workspace;
class YamlForm;

/// `_config.yml` as a form: what the site is called, and the author's block of the sidebar.
class SiteSettings : public FormPage {
    Q_OBJECT
public:
    explicit SiteSettings(Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] YamlForm& form() const { return *m_form; }

Q_SIGNALS:
    void placeSelected(const QString& file, lectern::TextRange range);

private:
    YamlForm* m_form;
};

} // namespace lectern::app
