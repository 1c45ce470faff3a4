// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/pagesource.h"
#include "app/preview/previewdocument.h"

#include <QWidget>

#include <memory>
#include <optional>

class QHBoxLayout;

namespace lectern::app {

class DeviceFrame;
class PreviewBrowser;
class PreviewRenderer;
namespace look {
class TextLabel;
}

/// One rendered state of a page with a caption above it, and an outline around a place in it.
class PageSide : public QWidget {
    Q_OBJECT
public:
    PageSide(const QString& caption, const PageSourceFactory& makeSource, QWidget* parent);
    ~PageSide() override;

    void show(const SiteSnapshot& site, const QString& page);
    /// An empty range is a place: it is brought into view without an outline.
    void reveal(const QString& file, std::optional<TextRange> range);
    [[nodiscard]] bool isShown() const { return m_isShown; }

Q_SIGNALS:
    /// The page has been painted.
    void shown();

private:
    void outline();

    SiteSnapshot m_site;
    quint64 m_revision = 0;
    std::optional<MarkedPlace> m_place;
    bool m_isShown = false;
    look::TextLabel* m_problem;
    DeviceFrame* m_frame;
    PreviewRenderer* m_renderer;
    PreviewBrowser* m_browser;
};

/// A page as it is and as it will be, beside each other, each in a browser of its own that is there only while somebody
/// looks. Where the browser engine cannot run the widget says so.
class PageCompare : public QWidget {
    Q_OBJECT
public:
    /// `styleHelper` as in PreviewOptions.
    explicit PageCompare(const QString& styleHelper, QWidget* parent = nullptr);
    ~PageCompare() override;

    void setPages(const QString& page, const SiteSnapshot& before, const SiteSnapshot& after);
    /// Outlines what changed; an empty range is only brought into view, and no range leaves that side alone.
    void reveal(const QString& file, std::optional<TextRange> before, std::optional<TextRange> after);
    /// Both pages have been painted.
    [[nodiscard]] bool isShown() const;

Q_SIGNALS:
    void shown();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void makeSides();
    void fill();

    PageSourceFactory m_makeSource;
    QString m_page;
    SiteSnapshot m_before;
    SiteSnapshot m_after;
    QString m_file;
    std::optional<TextRange> m_beforeRange;
    std::optional<TextRange> m_afterRange;
    QHBoxLayout* m_row;
    PageSide* m_beforeSide = nullptr;
    PageSide* m_afterSide = nullptr;
};

} // namespace lectern::app
