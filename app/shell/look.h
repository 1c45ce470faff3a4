// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QLabel>
#include <QPalette>

class QAbstractButton;
class QBoxLayout;
class QLineEdit;

/// What every panel shares so that the window looks made of one piece: an 8 px grid, a few colours derived from the
/// palette, a few sizes of text derived from the interface font. Colours and fonts are never stored by a panel: they are
/// asked for when painting, so that light, dark and the text size can change while the program runs.
namespace lectern::app::look {

inline constexpr int grid = 8; ///< device-independent pixels
inline constexpr int half = grid / 2;
inline constexpr int margin = 2 * grid; ///< between a column's edge and what stands in it
inline constexpr int radius = 6; ///< of rounded corners
inline constexpr int iconSize = 16; ///< of an icon beside text at 100 %

[[nodiscard]] bool isDark(const QPalette& palette);
/// `front` at `share` (0 to 1) over `back`.
[[nodiscard]] QColor mixed(const QColor& front, const QColor& back, double share);
/// For second lines and labels; readable on the palette's Window and Base (contrast at least 4.5).
[[nodiscard]] QColor secondaryText(const QPalette& palette);
/// The thin lines between areas.
[[nodiscard]] QColor hairlineColor(const QPalette& palette);
/// The border of a field.
[[nodiscard]] QColor borderColor(const QPalette& palette);
/// Fill under the pointer.
[[nodiscard]] QColor hoverFill(const QPalette& palette);
/// Fill of the selected row: a breath of the accent colour.
[[nodiscard]] QColor selectionFill(const QPalette& palette);
/// Fill behind the sidebar and the toolbar.
[[nodiscard]] QColor sidebarFill(const QPalette& palette);
/// The palette's highlight, shifted until it is readable as text and outline on Base.
[[nodiscard]] QColor accent(const QPalette& palette);
[[nodiscard]] QColor warningColor(const QPalette& palette);
[[nodiscard]] QColor errorColor(const QPalette& palette);
[[nodiscard]] QColor successColor(const QPalette& palette);

enum class TextRole {
    Display, ///< the welcome page's promise
    Heading, ///< a panel's title
    Strong, ///< first lines
    Body,
    Secondary, ///< second lines, hints, field labels
    Caption, ///< small headings above groups ("Sections")
    Problem, ///< what is wrong with a field, beside it
};
[[nodiscard]] QFont font(TextRole role, const QFont& base);
[[nodiscard]] QColor color(TextRole role, const QPalette& palette);

/// A label that keeps its role's font and colour when the interface's text size or the colours change.
class TextLabel : public QLabel {
    Q_OBJECT
public:
    explicit TextLabel(TextRole role, const QString& text = {}, QWidget* parent = nullptr);
    void setRole(TextRole role);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    TextRole m_role;
    bool m_refreshing = false;
};

/// A one pixel line in the hairline colour.
class Hairline : public QWidget {
    Q_OBJECT
public:
    explicit Hairline(Qt::Orientation orientation, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// Marks a button as the one that a place is for: filled with the accent colour.
void makePrimary(QAbstractButton* button);
[[nodiscard]] bool isPrimary(const QWidget* widget);
/// No margins, `spacing` between the parts.
void tighten(QBoxLayout* layout, int spacing = 0);
/// Gives a line the button that empties it, with a name for those who cannot see it (Qt's own has none).
void makeClearable(QLineEdit* line);
/// `pixels` scaled by the interface's text size, for widths that should follow it.
[[nodiscard]] int scaled(int pixels, const QWidget* widget);

} // namespace lectern::app::look
