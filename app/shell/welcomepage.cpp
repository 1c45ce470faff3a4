// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/welcomepage.h"

#include "app/shell/choicebutton.h"
#include "app/shell/icons.h"
#include "app/shell/look.h"
#include "app/shell/sitecard.h"

#include <QDir>
#include <QGridLayout>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern::app {
namespace {

constexpr int contentWidth = 760;
constexpr int shownSites = 6;
constexpr int sitesInRow = 3;

QString homeShortened(const QString& path)
{
    const QString home = QDir::homePath();
    return home.size() > 1 && path.startsWith(home + u'/') ? u'~' + path.mid(home.size()) : path;
}

} // namespace

WelcomePage::WelcomePage(const SitePictures& pictures, QWidget* parent)
    : QWidget(parent), m_pictures(pictures), m_recent(new QWidget(this)), m_recentGrid(new QGridLayout(m_recent))
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

    m_recent->setAccessibleName(tr("Recent sites"));
    m_recentGrid->setContentsMargins(0, 0, 0, 0);
    m_recentGrid->setHorizontalSpacing(look::margin);
    m_recentGrid->setVerticalSpacing(look::grid);
    for (int column = 0; column < sitesInRow; ++column)
        m_recentGrid->setColumnStretch(column, 1);
    auto* hint = new look::TextLabel(
        look::TextRole::Secondary, tr("You can also drop a folder or a Markdown file anywhere on this window."), content);
    hint->setWordWrap(true);

    auto* column = new QVBoxLayout(content);
    look::tighten(column);
    column->addWidget(promise);
    column->addSpacing(look::grid);
    column->addWidget(sentence);
    column->addSpacing(4 * look::grid);
    column->addLayout(choices(content));
    column->addSpacing(3 * look::grid);
    column->addWidget(m_recent);
    column->addSpacing(look::margin);
    column->addWidget(hint);

    // With large text in a small window the page is higher than the window.
    auto* inside = new QWidget;
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(tr("Welcome"));
    auto* middle = new QHBoxLayout;
    middle->setContentsMargins(3 * look::grid, 3 * look::grid, 3 * look::grid, 3 * look::grid);
    middle->addStretch(1);
    middle->addWidget(content, 100);
    middle->addStretch(1);
    auto* page = new QVBoxLayout(inside);
    page->addStretch(2);
    page->addLayout(middle);
    page->addStretch(3);
    area->setWidget(inside);
    auto* whole = new QVBoxLayout(this);
    look::tighten(whole);
    whole->addWidget(area);
    setRecentSites({});
}

QLayout* WelcomePage::choices(QWidget* content)
{
    auto* folder = new ChoiceButton(u"folder-open", tr("Open a site folder"),
        tr("The folder of your Jekyll site, the one with _config.yml in it."), content);
    auto* sample = new ChoiceButton(u"layout-list", tr("Start from the sample site"),
        tr("A complete page to make your own, copied into a folder that you choose."), content);
    auto* file = new ChoiceButton(
        u"file-text", tr("Open a Markdown file"), tr("A single page, without a site around it."), content);
    connect(folder, &ChoiceButton::clicked, this, &WelcomePage::openFolder);
    connect(sample, &ChoiceButton::clicked, this, &WelcomePage::openSample);
    connect(file, &ChoiceButton::clicked, this, &WelcomePage::openFile);
    auto* cards = new QHBoxLayout;
    cards->setSpacing(look::margin);
    for (ChoiceButton* card : {folder, sample, file})
        cards->addWidget(card);
    return cards;
}

void WelcomePage::setRecentSites(const QList<RecentSite>& sites)
{
    while (QLayoutItem* item = m_recentGrid->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_recent->setVisible(!sites.isEmpty());
    if (sites.isEmpty())
        return;
    auto* caption = new look::TextLabel(look::TextRole::Caption, tr("Recent"), m_recent);
    m_recentGrid->addWidget(caption, 0, 0, 1, sitesInRow);
    for (int index = 0; index < std::min<int>(int(sites.size()), shownSites); ++index)
        m_recentGrid->addWidget(recentSite(sites[index]), 1 + index / sitesInRow, index % sitesInRow);
}

QWidget* WelcomePage::recentSite(const RecentSite& site)
{
    const QString name = site.name.isEmpty() ? QDir(site.path).dirName() : site.name;
    const bool isFile = site.path.endsWith(QLatin1StringView(".md"));
    auto* card = new SiteCard(
        name, homeShortened(site.path), m_pictures.picture(site.path), isFile ? u"file-text" : u"folder", m_recent);
    auto* forget = new QToolButton(card);
    forget->setIcon(icon(u"x", IconTint::Secondary));
    forget->setAutoRaise(true);
    forget->setToolTip(tr("Remove from this list (the folder stays)"));
    forget->setAccessibleName(tr("Remove “%1” from this list").arg(name));
    connect(card, &SiteCard::clicked, this, [this, path = site.path] { Q_EMIT openRecent(path); });
    connect(forget, &QToolButton::clicked, this, [this, path = site.path] { Q_EMIT forgetRecent(path); });
    auto* corner = new QVBoxLayout(card);
    corner->setContentsMargins(0, 0, look::half, look::half);
    corner->addStretch();
    corner->addWidget(forget, 0, Qt::AlignRight);
    return card;
}

} // namespace lectern::app
