// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/linefield.h"

class QLabel;
class QMimeData;
class QPushButton;

namespace lectern::app {

struct SmallerPicture;

/// A picture of the site: its address, a small view of it, and a button to choose another. Pictures are also
/// dropped and pasted here. One that is not in the site yet goes along with the change of the field, under a
/// safe name, and is written with the page; a heavy one is offered smaller.
class ImageField : public LineField {
    Q_OBJECT
public:
    ImageField(const FieldSetting& setting, QWidget* parent);

    /// Takes a file that the user chose.
    void take(const QString& file);
    /// Takes a picture's bytes, to be called like `name` in the site.
    void takeBytes(const QByteArray& bytes, const QString& name);
    [[nodiscard]] Change companions() const override { return m_companions; }
    [[nodiscard]] QString typingPart() const override;

Q_SIGNALS:
    /// A new picture is there: somebody may want to describe it.
    void taken();

protected:
    void showValue(const profile::FieldValue& value) override;
    [[nodiscard]] QString ownProblem() const override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildOffer();
    void choose();
    bool takeData(const QMimeData& data);
    void put(const QByteArray& bytes, const QString& path);
    void offerSmaller(const QByteArray& bytes, const QString& path);
    void showOffer(const QString& path, const SmallerPicture& smaller, qsizetype before);
    [[nodiscard]] QByteArray pendingBytes() const;
    void refreshPicture();
    void showPicture(quint64 request, const QImage& picture);

    QLabel* m_picture;
    QWidget* m_offer;
    QLabel* m_offerWords;
    QPushButton* m_offerButton;
    std::function<void()> m_acceptOffer;
    Change m_companions; ///< files that go along with the change that is being written
    QString m_takeProblem;
    quint64 m_request = 0; ///< of the newest picture asked for
};

} // namespace lectern::app
