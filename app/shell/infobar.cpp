// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/infobar.h"

#include "app/shell/iconlabel.h"
#include "app/shell/look.h"

#include <QAccessible>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

namespace lectern::app {
namespace {

QColor kindColor(Notice::Kind kind, const QPalette& palette)
{
    switch (kind) {
    case Notice::Kind::Info: return look::accent(palette);
    case Notice::Kind::Success: return look::successColor(palette);
    case Notice::Kind::Warning: return look::warningColor(palette);
    case Notice::Kind::Error: return look::errorColor(palette);
    }
    return {};
}

void showKind(IconLabel& label, Notice::Kind kind)
{
    switch (kind) {
    case Notice::Kind::Info: label.setIcon(u"info", IconTint::Accent); break;
    case Notice::Kind::Success: label.setIcon(u"circle-check", IconTint::Success); break;
    case Notice::Kind::Warning: label.setIcon(u"triangle-alert", IconTint::Warning); break;
    case Notice::Kind::Error: label.setIcon(u"circle-alert", IconTint::Error); break;
    }
}

} // namespace

InfoBar::InfoBar(QWidget* parent)
    : QFrame(parent), m_icon(new IconLabel(this)), m_text(new QLabel(this)), m_actions(new QHBoxLayout),
      m_close(new QToolButton(this)), m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("infoBar"));
    setVisible(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_icon->setAccessibleName(tr("Kind of message"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_close->setIcon(icon(u"x"));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close this message (Esc)"));
    m_close->setAccessibleName(tr("Close this message"));
    look::tighten(m_actions, look::half);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(look::margin, look::half, look::grid, look::half + 1);
    row->setSpacing(look::grid);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addLayout(m_actions);
    row->addWidget(m_close);

    m_timer->setSingleShot(true);
    connect(m_close, &QToolButton::clicked, this, &InfoBar::dismissShown);
    connect(m_timer, &QTimer::timeout, this, &InfoBar::dismissShown);
}

QString InfoBar::text() const { return m_notices.empty() ? QString() : m_notices.back().text; }

void InfoBar::post(const Notice& notice)
{
    std::erase_if(m_notices, [&notice](const Notice& old) {
        return old.milliseconds > 0 || (!notice.id.isEmpty() && old.id == notice.id);
    });
    m_notices.push_back(notice);
    showCurrent();
}

void InfoBar::dismiss(const QString& id)
{
    if (std::erase_if(m_notices, [&id](const Notice& notice) { return notice.id == id; }) > 0)
        showCurrent();
}

void InfoBar::clear()
{
    m_notices.clear();
    showCurrent();
}

void InfoBar::trigger(int index)
{
    if (m_notices.empty() || index < 0 || index >= int(m_notices.back().actions.size()))
        return;
    const auto run = m_notices.back().actions[size_t(index)].run;
    dismissShown();
    if (run)
        run();
}

void InfoBar::dismissShown()
{
    if (!m_notices.empty())
        m_notices.pop_back();
    showCurrent();
}

void InfoBar::showCurrent()
{
    m_timer->stop();
    fillActions(m_notices.empty() ? Notice() : m_notices.back());
    if (m_notices.empty()) {
        hide();
    } else {
        const Notice& notice = m_notices.back();
        showKind(*m_icon, notice.kind);
        m_text->setText(notice.text);
        setToolTip(notice.detail);
        setAccessibleName(notice.text);
        show();
        update();
        if (notice.milliseconds > 0)
            m_timer->start(notice.milliseconds);
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
    Q_EMIT shownTextChanged(text());
}

void InfoBar::fillActions(const Notice& notice)
{
    while (QLayoutItem* item = m_actions->takeAt(0)) {
        // An action's own click may have brought us here: its button is let go when it has returned.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (int index = 0; index < int(notice.actions.size()); ++index) {
        auto* button = new QToolButton(this);
        button->setText(notice.actions[size_t(index)].label);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setAutoRaise(true);
        button->setFont(look::font(look::TextRole::Strong, QGuiApplication::font()));
        QPalette colors = palette();
        colors.setColor(QPalette::ButtonText, look::accent(colors));
        button->setPalette(colors);
        button->setAccessibleName(notice.actions[size_t(index)].label);
        connect(button, &QToolButton::clicked, this, [this, index] { trigger(index); });
        m_actions->addWidget(button);
    }
}

void InfoBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QColor kind = kindColor(m_notices.empty() ? Notice::Kind::Info : m_notices.back().kind, palette());
    painter.fillRect(rect(), look::mixed(kind, palette().color(QPalette::Base), 0.1));
    painter.fillRect(0, height() - 1, width(), 1, look::mixed(kind, palette().color(QPalette::Base), 0.3));
}

void InfoBar::enterEvent(QEnterEvent* event)
{
    m_timer->stop();
    QFrame::enterEvent(event);
}

void InfoBar::leaveEvent(QEvent* event)
{
    if (!m_notices.empty() && m_notices.back().milliseconds > 0)
        m_timer->start(m_notices.back().milliseconds);
    QFrame::leaveEvent(event);
}

void InfoBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        dismissShown();
    else
        QFrame::keyPressEvent(event);
}

void InfoBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    // The actions hold a colour and a size of their own.
    const bool isAppearance = event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::ApplicationFontChange;
    if (isAppearance && !m_notices.empty())
        fillActions(m_notices.back());
}

} // namespace lectern::app
