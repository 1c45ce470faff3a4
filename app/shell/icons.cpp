// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/icons.h"

#include "app/shell/look.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace lectern::app {
namespace {

QColor tinted(IconTint tint, QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    if (mode == QIcon::Disabled) {
        return look::mixed(
            palette.color(QPalette::Disabled, QPalette::WindowText), palette.color(QPalette::Window), 0.8);
    }
    switch (tint) {
    case IconTint::Text: break;
    case IconTint::Secondary: return look::secondaryText(palette);
    case IconTint::Accent: return look::accent(palette);
    case IconTint::Warning: return look::warningColor(palette);
    case IconTint::Error: return look::errorColor(palette);
    case IconTint::Success: return look::successColor(palette);
    case IconTint::OnAccent: return palette.color(QPalette::HighlightedText);
    }
    if (mode == QIcon::Selected)
        return palette.color(QPalette::HighlightedText);
    return look::mixed(palette.color(QPalette::WindowText), palette.color(QPalette::Window), 0.86);
}

/// Draws one drawing of the set, its `currentColor` replaced by the colour of the moment.
class LineIconEngine : public QIconEngine {
public:
    LineIconEngine(QString name, QByteArray svg, IconTint tint)
        : m_name(std::move(name)), m_svg(std::move(svg)), m_tint(tint)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double scale = painter->device() ? painter->device()->devicePixelRatio() : 1.0;
        // The drawings are square; in any other place they stand in its middle.
        const int side = qMin(rect.width(), rect.height());
        QRect place(0, 0, side, side);
        place.moveCenter(rect.center());
        painter->drawPixmap(place, scaledPixmap(place.size() * scale, mode, state, scale));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    /// `size` is in device pixels.
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const QColor color = tinted(m_tint, mode);
        const QString key = QStringLiteral("lectern-icon/%1/%2x%3/%4")
                                .arg(m_name, QString::number(size.width()), QString::number(size.height()),
                                    color.name(QColor::HexArgb));
        QPixmap drawn;
        if (!QPixmapCache::find(key, &drawn)) {
            drawn = QPixmap(size);
            drawn.fill(Qt::transparent);
            QByteArray svg = m_svg;
            svg.replace("currentColor", color.name().toLatin1());
            QSvgRenderer renderer(svg);
            QPainter painter(&drawn);
            renderer.render(&painter);
            painter.end();
            QPixmapCache::insert(key, drawn);
        }
        drawn.setDevicePixelRatio(scale);
        return drawn;
    }

    QIconEngine* clone() const override { return new LineIconEngine(*this); }
    QString key() const override { return QStringLiteral("LecternLineIcon"); }
    bool isNull() override { return m_svg.isEmpty(); }

private:
    QString m_name;
    QByteArray m_svg;
    IconTint m_tint;
};

} // namespace

QIcon icon(QStringView name) { return icon(name, IconTint::Text); }

QIcon icon(QStringView name, IconTint tint)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        Q_ASSERT_X(false, "icon", "unknown icon name: add it to resources/icons.cmake");
        return {};
    }
    // The set draws lines two units wide on 24; a little thinner looks calmer beside interface text.
    QByteArray svg = file.readAll();
    svg.replace("stroke-width=\"2\"", "stroke-width=\"1.75\"");
    return QIcon(new LineIconEngine(name.toString(), svg, tint));
}

} // namespace lectern::app
