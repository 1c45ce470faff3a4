// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/icons.h"

#include <QString>
#include <QWidget>

namespace lectern::app {

/// An icon beside words, drawn anew in the colours and the text size of the moment.
class IconLabel : public QWidget {
    Q_OBJECT
public:
    explicit IconLabel(QWidget* parent = nullptr);

    void setIcon(QStringView name, IconTint tint);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QString m_name;
    IconTint m_tint = IconTint::Text;
};

} // namespace lectern::app
