// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/linefield.h"

#include <QUrl>

class QToolButton;

namespace lectern::app {

/// What is wrong with an address on a page, as a sentence; empty where nothing is. Relative paths, anchors and Liquid are
/// addresses too.
[[nodiscard]] QString addressProblem(const QString& address);

/// Where an address on a page leads: the web, or a file of the site. Invalid where only the published page knows.
[[nodiscard]] QUrl addressTarget(const QString& address, const QString& siteRoot);

/// A link with a button that opens it.
class UrlField : public LineField {
    Q_OBJECT
public:
    UrlField(const FieldSetting& setting, QWidget* parent);

protected:
    void showValue(const profile::FieldValue& value) override;
    [[nodiscard]] QString ownProblem() const override { return addressProblem(box()->record()); }

private:
    void refreshButton();
    void open();

    QToolButton* m_open;
};

} // namespace lectern::app
