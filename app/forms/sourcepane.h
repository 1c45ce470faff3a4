// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QWidget>

namespace lectern::app {

namespace look {
class TextLabel;
}

class TextBox;

/// An item as it stands in the file, to be edited as text.
class SourcePane : public QWidget {
    Q_OBJECT
public:
    explicit SourcePane(QWidget* parent = nullptr);

    /// More than this is shown from its beginning, and edited in the page's source.
    static constexpr qsizetype mostBytes = 256 * 1024;

    /// Shows bytes of the page; what is no UTF-8, or too long, is shown but cannot be edited.
    void setBytes(const QByteArray& bytes);
    [[nodiscard]] QByteArray bytes() const;
    /// Why the source is shown: a raw part of the page, or by the user's wish.
    void setRaw(bool raw);
    [[nodiscard]] TextBox* box() const { return m_box; }

Q_SIGNALS:
    void edited();

private:
    void explain();

    qsizetype m_hidden = 0; ///< bytes of what is too long that are not shown

    look::TextLabel* m_explanation;
    TextBox* m_box;
    bool m_raw = false;
    bool m_readable = true;
};

} // namespace lectern::app
