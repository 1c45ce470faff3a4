// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/windowpicture.h"

#include "app/preview/previewpane.h"
#include "app/shell/mainwindow.h"

#include <QPixmap>
#include <QTimer>

namespace lectern::app {
namespace {

constexpr int pollInterval = 120;
constexpr int longestReveal = 4'000; // milliseconds
constexpr int equalPictures = 3; // in a row: nothing moves any more

} // namespace

WindowPicture::WindowPicture(MainWindow& window, const QString& section, int item, QObject* parent)
    : QObject(parent), m_window(window), m_section(section), m_item(item), m_limit(new QTimer(this)),
      m_poll(new QTimer(this))
{
    m_limit->setSingleShot(true);
    m_poll->setInterval(pollInterval);
    connect(m_limit, &QTimer::timeout, this, [this] { finish(false); });
    connect(m_poll, &QTimer::timeout, this, &WindowPicture::look);
}

void WindowPicture::start(int timeLimit)
{
    m_limit->start(timeLimit);
    const auto follow = [this](PreviewPane* preview) {
        connect(preview, &PreviewPane::shown, this, &WindowPicture::pageShown);
        connect(preview, &PreviewPane::stateChanged, this, [this](const PreviewState& state) {
            if (state.kind == PreviewState::Kind::Unavailable || state.kind == PreviewState::Kind::Empty)
                pageShown();
        });
        if (preview->state().kind == PreviewState::Kind::Unavailable || preview->state().kind == PreviewState::Kind::Empty)
            pageShown();
    };
    if (m_window.preview())
        follow(m_window.preview());
    else
        connect(&m_window, &MainWindow::previewMade, this, follow);
}

void WindowPicture::pageShown()
{
    if (m_done || m_poll->isActive())
        return;
    if (m_section.isEmpty()) {
        m_poll->start();
        return;
    }
    // The picture is of the place that was asked for: the page has to have scrolled there.
    if (m_window.preview())
        connect(m_window.preview(), &PreviewPane::revealed, m_poll, qOverload<>(&QTimer::start));
    QTimer::singleShot(longestReveal, m_poll, qOverload<>(&QTimer::start));
    m_window.goTo(m_section, m_item);
}

void WindowPicture::look()
{
    if (m_done)
        return m_poll->stop();
    const QImage now = m_window.grab().toImage();
    m_equal = now == m_last ? m_equal + 1 : 0;
    m_last = now;
    if (m_equal >= equalPictures)
        finish(true);
}

void WindowPicture::finish(bool complete)
{
    if (m_done)
        return;
    m_done = true;
    m_poll->stop();
    m_limit->stop();
    Q_EMIT taken(m_window.grab().toImage(), complete);
}

} // namespace lectern::app
