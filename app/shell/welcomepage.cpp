// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/welcomepage.h"

#include "app/shell/choicebutton.h"
#include "app/shell/icons.h"
#include "app/shell/look.h"

#include <QDir>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace lectern::app {
namespace {

constexpr int contentWidth = 760;
constexpr int shownSites = 5;

QString homeShortened(const QString& path)
{
    const QString home = QDir::homePath();
    return home.size() > 1 && path.startsWith(home + u'/') ? u'~' + path.mid(home.size()) : path;
}

} // namespace

WelcomePage::WelcomePage(QWidget* parent) : QWidget(parent), m_recent(new QWidget(this))
{
    setAccessibleName(tr("Welcome"));
    auto* content = new QWidget(this);
    content->setMaximumWidth(look::scaled(contentWidth, this));
    content->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);

    auto* promise = new look::TextLabel(look::TextRole::Display, tr("Your academic page, without the code"), content);
    promise->setWordWrap(true);
    auto* sentence = new look::TextLabel(look::TextRole::Body,
        tr("Open the page you have, edit it in forms, see it exactly as it will be published, and write back only what you changed."),
        content);
    sentence->setWordWrap(true);

    auto* folder = new ChoiceButton(u"folder-open", tr("Open a site folder"),
        tr("The folder of your Jekyll site, the one with _config.yml in it."), false, content);
    auto* sample = new ChoiceButton(u"layout-list", tr("Start from the sample site"),
        tr("A complete page to make your own, copied into a folder that you choose."), false, content);
    auto* file = new ChoiceButton(
        u"file-text", tr("Open a Markdown file"), tr("A single page, without a site around it."), false, content);
    connect(folder, &ChoiceButton::clicked, this, &WelcomePage::openFolder);
    connect(sample, &ChoiceButton::clicked, this, &WelcomePage::openSample);
    connect(file, &ChoiceButton::clicked, this, &WelcomePage::openFile);
    auto* cards = new QHBoxLayout;
    cards->setSpacing(look::margin);
    for (ChoiceButton* card : {folder, sample, file})
        cards->addWidget(card);

    m_recent->setAccessibleName(tr("Recent sites"));
    m_recentColumn = new QVBoxLayout(m_recent);
    look::tighten(m_recentColumn);
    auto* hint = new look::TextLabel(
        look::TextRole::Secondary, tr("You can also drop a folder or a Markdown file anywhere on this window."), content);
    hint->setWordWrap(true);

    auto* column = new QVBoxLayout(content);
    look::tighten(column);
    column->addWidget(promise);
    column->addSpacing(look::grid);
    column->addWidget(sentence);
    column->addSpacing(4 * look::grid);
    column->addLayout(cards);
    column->addSpacing(3 * look::grid);
    column->addWidget(m_recent);
    column->addSpacing(look::grid);
    column->addWidget(hint);

    auto* middle = new QHBoxLayout;
    middle->setContentsMargins(3 * look::grid, 0, 3 * look::grid, 0);
    middle->addStretch(1);
    middle->addWidget(content, 100);
    middle->addStretch(1);
    auto* page = new QVBoxLayout(this);
    page->addStretch(2);
    page->addLayout(middle);
    page->addStretch(3);
    setRecentSites({});
}

void WelcomePage::setRecentSites(const QList<RecentSite>& sites)
{
    while (QLayoutItem* item = m_recentColumn->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_recent->setVisible(!sites.isEmpty());
    if (sites.isEmpty())
        return;
    auto* caption = new look::TextLabel(look::TextRole::Caption, tr("Recent"), m_recent);
    caption->setContentsMargins(0, 0, 0, look::half);
    m_recentColumn->addWidget(caption);
    for (const RecentSite& site : sites.first(std::min<qsizetype>(sites.size(), shownSites))) {
        auto* line = new QWidget(m_recent);
        auto* row = new QHBoxLayout(line);
        look::tighten(row, look::half);
        const bool isFile = site.path.endsWith(QLatin1StringView(".md"));
        auto* open = new ChoiceButton(isFile ? u"file-text" : u"folder", site.name.isEmpty() ? site.path : site.name,
            homeShortened(site.path), true, line);
        auto* forget = new QToolButton(line);
        forget->setIcon(icon(u"x", IconTint::Secondary));
        forget->setAutoRaise(true);
        forget->setToolTip(tr("Remove from this list (the folder stays)"));
        forget->setAccessibleName(tr("Remove “%1” from this list").arg(site.name));
        connect(open, &ChoiceButton::clicked, this, [this, path = site.path] { Q_EMIT openRecent(path); });
        connect(forget, &QToolButton::clicked, this, [this, path = site.path] { Q_EMIT forgetRecent(path); });
        row->addWidget(open, 1);
        row->addWidget(forget);
        m_recentColumn->addWidget(line);
    }
}

void WelcomePage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
}

} // namespace lectern::app
