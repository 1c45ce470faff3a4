// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/pagecompare.h"

#include "app/preview/deviceframe.h"
#include "app/preview/previewbrowser.h"
#include "app/preview/previewrenderer.h"
#include "app/preview/previewscheme.h"
#include "app/shell/errortext.h"
#include "app/shell/look.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <QWebEngineView>

namespace lectern::app {

PageSide::PageSide(const QString& caption, const PageSourceFactory& makeSource, QWidget* parent)
    : QWidget(parent), m_problem(new look::TextLabel(look::TextRole::Secondary, {}, this)), m_frame(new DeviceFrame(this)),
      m_renderer(new PreviewRenderer(makeSource, this))
{
    setAccessibleName(caption);
    m_browser = new PreviewBrowser(
        [this](const QString& path, const SiteRequests::Reply& reply) {
            m_renderer->fetch(m_site, path, [reply](const Result<render::Renderer::Resource>& found) {
                reply(found ? SiteRequests::Answer {true, found->bytes, found->mimeType} : SiteRequests::Answer {});
            });
        },
        this);
    auto* column = new QVBoxLayout(this);
    look::tighten(column, look::half);
    column->addWidget(new look::TextLabel(look::TextRole::Caption, caption, this));
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);
    m_frame->setDevice(PreviewDevice::Tablet);
    m_frame->setView(m_browser->view());
    m_browser->view()->setAccessibleName(caption);
    column->addWidget(m_frame, 1);
    m_browser->setAccent(look::accent(palette()));
    connect(m_frame, &DeviceFrame::scaleChanged, this, [this](double scale) { m_browser->view()->setZoomFactor(scale); });
    connect(m_browser, &PreviewBrowser::documentReady, this, [this] {
        m_browser->view()->setZoomFactor(m_frame->scale());
        outline();
    });
    connect(m_browser, &PreviewBrowser::updated, this, &PageSide::outline);
    connect(m_browser, &PreviewBrowser::firstFrame, this, [this] { m_frame->setVeil(0); });
    connect(m_browser, &PreviewBrowser::painted, this, [this] {
        m_isShown = true;
        outline();
        Q_EMIT shown();
    });
    connect(m_renderer, &PreviewRenderer::rendered, this, [this](const RenderAnswer& answer) {
        m_problem->setVisible(!answer.document);
        m_frame->setVisible(answer.document.has_value());
        if (answer.document) {
            m_browser->show(*answer.document, answer.revision);
        } else {
            m_problem->setText(errorText(answer.error));
            m_isShown = true;
            Q_EMIT shown();
        }
    });
}

PageSide::~PageSide()
{
    // The browser goes before the renderer that answers it.
    delete m_browser;
    delete m_renderer;
}

void PageSide::show(const SiteSnapshot& site, const QString& page)
{
    m_site = site;
    const auto buffer = site.buffers.constFind(page);
    m_renderer->request({site, page, ++m_revision, buffer == site.buffers.constEnd() ? 0 : buffer->size()});
}

void PageSide::reveal(const QString& file, std::optional<TextRange> range)
{
    m_place.reset();
    if (range)
        m_place = MarkedPlace {file, *range};
    outline();
}

void PageSide::outline()
{
    if (!m_browser->hasDocument())
        return;
    if (!m_place || m_place->range.isEmpty())
        m_browser->clearReveal();
    if (m_place)
        m_browser->reveal({*m_place, true, true, !m_place->range.isEmpty()});
}

PageCompare::PageCompare(const QString& styleHelper, QWidget* parent)
    : QWidget(parent), m_makeSource(rendererSource(styleHelper, QDateTime::currentSecsSinceEpoch())), m_row(new QHBoxLayout(this))
{
    setAccessibleName(tr("The page before and after"));
    look::tighten(m_row, look::grid);
    if (previewAvailability() != PreviewAvailability::Available) {
        auto* notice = new look::TextLabel(look::TextRole::Secondary, tr("The pages cannot be shown here; the text below tells what changes."), this);
        notice->setAlignment(Qt::AlignCenter);
        notice->setWordWrap(true);
        m_row->addWidget(notice);
    }
}

PageCompare::~PageCompare() = default;

void PageCompare::setPages(const QString& page, const SiteSnapshot& before, const SiteSnapshot& after)
{
    if (page == m_page && before.root == m_before.root && before.buffers == m_before.buffers && after.buffers == m_after.buffers)
        return;
    m_page = page;
    m_before = before;
    m_after = after;
    fill();
}

void PageCompare::reveal(const QString& file, std::optional<TextRange> before, std::optional<TextRange> after)
{
    m_file = file;
    m_beforeRange = before;
    m_afterRange = after;
    if (!m_beforeSide)
        return;
    m_beforeSide->reveal(file, before);
    m_afterSide->reveal(file, after);
}

bool PageCompare::isShown() const
{
    return previewAvailability() != PreviewAvailability::Available
        || (m_beforeSide && m_beforeSide->isShown() && m_afterSide->isShown());
}

void PageCompare::makeSides()
{
    if (m_beforeSide || previewAvailability() != PreviewAvailability::Available)
        return;
    m_beforeSide = new PageSide(tr("Before"), m_makeSource, this);
    m_afterSide = new PageSide(tr("After"), m_makeSource, this);
    for (PageSide* side : {m_beforeSide, m_afterSide}) {
        m_row->addWidget(side, 1);
        connect(side, &PageSide::shown, this, [this] {
            if (isShown())
                Q_EMIT shown();
        });
    }
}

void PageCompare::fill()
{
    if (!m_beforeSide || m_page.isEmpty())
        return;
    m_beforeSide->show(m_before, m_page);
    m_afterSide->show(m_after, m_page);
    reveal(m_file, m_beforeRange, m_afterRange);
}

void PageCompare::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    makeSides();
    fill();
}

void PageCompare::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    // Two more processes of the browser engine are not kept for a sheet that nobody looks at.
    delete std::exchange(m_beforeSide, nullptr);
    delete std::exchange(m_afterSide, nullptr);
}

} // namespace lectern::app
