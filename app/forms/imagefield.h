// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/linefield.h"

class QLabel;

namespace lectern::app {

/// How a page of the site at `siteRoot` addresses a file: relative to the root, percent-encoded where needed, with a
/// slash in front where `sample` has one. Empty for a file outside the site.
[[nodiscard]] QString siteAddress(const QString& siteRoot, const QString& file, const QString& sample);

/// A picture of the site: its address, a small view of it, and a button to choose another. Pictures are also dropped on it.
class ImageField : public LineField {
    Q_OBJECT
public:
    ImageField(const FieldSetting& setting, QWidget* parent);

    /// Takes a file that the user chose; one outside the site is refused in words.
    void take(const QString& file);

protected:
    void showValue(const profile::FieldValue& value) override;
    [[nodiscard]] QString ownProblem() const override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void choose();
    void refreshPicture();
    void showPicture(quint64 request, const QImage& picture);

    QLabel* m_picture;
    QString m_takeProblem;
    quint64 m_request = 0; ///< of the newest picture asked for
};

} // namespace lectern::app
