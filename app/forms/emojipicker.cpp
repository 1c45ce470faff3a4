// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/emojipicker.h"

#include "app/shell/look.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace lectern::app {

namespace {

struct Emoji {
    const char16_t* sign;
    const char* words; ///< for the search, English; the first word or words up to the comma is the name
};

constexpr std::array emojis {
    Emoji { u"🎉", "party, congratulations, celebrate" },
    Emoji { u"🔥", "fire, hot, news" },
    Emoji { u"📝", "memo, publications, write" },
    Emoji { u"🎖", "medal, honors, awards" },
    Emoji { u"🏆", "trophy, award, best paper" },
    Emoji { u"🥇", "gold medal, first place" },
    Emoji { u"📖", "open book, education, read" },
    Emoji { u"📚", "books, library, reading" },
    Emoji { u"🎓", "graduation cap, degree, education" },
    Emoji { u"💬", "speech, talks, invited talks" },
    Emoji { u"🎤", "microphone, talk" },
    Emoji { u"💻", "laptop, internships, code" },
    Emoji { u"💼", "briefcase, experience, job" },
    Emoji { u"🔖", "bookmark, activities, service" },
    Emoji { u"🧩", "puzzle piece, projects" },
    Emoji { u"🏫", "school, teaching" },
    Emoji { u"🌱", "seedling, students, join" },
    Emoji { u"🚀", "rocket, launch, release" },
    Emoji { u"✨", "sparkles, new" },
    Emoji { u"⭐", "star, favourite" },
    Emoji { u"🌟", "glowing star, highlight" },
    Emoji { u"💡", "light bulb, idea" },
    Emoji { u"🔬", "microscope, research" },
    Emoji { u"🧪", "test tube, experiment" },
    Emoji { u"🧬", "dna, biology" },
    Emoji { u"🧠", "brain, mind, neural" },
    Emoji { u"🤖", "robot, machine learning" },
    Emoji { u"👁", "eye, vision" },
    Emoji { u"🗣", "speaking head, speech" },
    Emoji { u"🎵", "music note, audio" },
    Emoji { u"🎬", "film, video" },
    Emoji { u"📷", "camera, photo" },
    Emoji { u"🖼", "picture, image" },
    Emoji { u"🎨", "palette, art" },
    Emoji { u"📊", "bar chart, statistics" },
    Emoji { u"📈", "rising chart, growth" },
    Emoji { u"🧮", "abacus, mathematics" },
    Emoji { u"📐", "set square, geometry" },
    Emoji { u"⚙️", "gear, systems" },
    Emoji { u"🛠", "tools, engineering" },
    Emoji { u"🔧", "wrench, tool" },
    Emoji { u"🔒", "lock, security" },
    Emoji { u"🔑", "key, access" },
    Emoji { u"🌐", "globe with lines, web, homepage" },
    Emoji { u"🌍", "globe, earth, world" },
    Emoji { u"☁️", "cloud, computing" },
    Emoji { u"⚡", "lightning, fast, energy" },
    Emoji { u"🔋", "battery, energy" },
    Emoji { u"🚗", "car, driving" },
    Emoji { u"✈️", "aeroplane, travel" },
    Emoji { u"🛰", "satellite, space" },
    Emoji { u"🔭", "telescope, astronomy" },
    Emoji { u"⚛️", "atom, physics" },
    Emoji { u"🏥", "hospital, medicine" },
    Emoji { u"💊", "pill, medicine" },
    Emoji { u"🏛", "classical building, university" },
    Emoji { u"🏠", "house, home" },
    Emoji { u"📍", "pin, place, location" },
    Emoji { u"📧", "e-mail, contact" },
    Emoji { u"✉️", "envelope, mail" },
    Emoji { u"📞", "telephone, contact" },
    Emoji { u"🔗", "link, address" },
    Emoji { u"📄", "page, paper, pdf" },
    Emoji { u"📑", "bookmark tabs, papers" },
    Emoji { u"📰", "newspaper, news" },
    Emoji { u"🗞", "rolled newspaper, news" },
    Emoji { u"📢", "loudspeaker, announcement" },
    Emoji { u"📣", "megaphone, announcement" },
    Emoji { u"📌", "pushpin, pinned" },
    Emoji { u"📅", "calendar, date" },
    Emoji { u"⏰", "alarm clock, deadline" },
    Emoji { u"✅", "check mark, done, accepted" },
    Emoji { u"❗", "exclamation mark, important" },
    Emoji { u"❓", "question mark" },
    Emoji { u"💯", "hundred points" },
    Emoji { u"👏", "clapping hands, applause" },
    Emoji { u"🙏", "folded hands, thanks" },
    Emoji { u"💪", "muscle, strong" },
    Emoji { u"👋", "waving hand, hello" },
    Emoji { u"🤝", "handshake, collaboration" },
    Emoji { u"👨‍🏫", "teacher, professor" },
    Emoji { u"👨‍🎓", "student, graduate" },
    Emoji { u"👩‍🎓", "student, graduate" },
    Emoji { u"👨‍💻", "developer, programmer" },
    Emoji { u"👩‍💻", "developer, programmer" },
    Emoji { u"👥", "people, team, group" },
    Emoji { u"🧑‍🔬", "scientist, researcher" },
    Emoji { u"😊", "smile, happy" },
    Emoji { u"😄", "grin, happy" },
    Emoji { u"🥳", "party face, celebrate" },
    Emoji { u"😎", "sunglasses, cool" },
    Emoji { u"🤔", "thinking face" },
    Emoji { u"❤️", "heart, love" },
    Emoji { u"🎈", "balloon, birthday" },
    Emoji { u"🎁", "gift, present" },
    Emoji { u"🎊", "confetti, celebrate" },
    Emoji { u"☕", "coffee, hobby" },
    Emoji { u"🏃", "runner, sport" },
    Emoji { u"⚽", "football, sport" },
    Emoji { u"🏀", "basketball, sport" },
    Emoji { u"🏸", "badminton, sport" },
    Emoji { u"🎮", "game, hobby" },
    Emoji { u"♟", "chess, hobby" },
    Emoji { u"🎹", "piano, music, hobby" },
    Emoji { u"🎸", "guitar, music, hobby" },
    Emoji { u"🐱", "cat, pet" },
    Emoji { u"🐶", "dog, pet" },
    Emoji { u"🐼", "panda" },
    Emoji { u"🌸", "blossom, spring" },
    Emoji { u"🌞", "sun, summer" },
    Emoji { u"🍀", "clover, luck" },
    Emoji { u"🏔", "mountain, hiking" },
    Emoji { u"🌊", "wave, sea" },
    Emoji { u"🇨🇳", "flag of China" },
    Emoji { u"🇭🇰", "flag of Hong Kong" },
    Emoji { u"🇲🇴", "flag of Macao" },
    Emoji { u"🇸🇬", "flag of Singapore" },
    Emoji { u"🇺🇸", "flag of the United States" },
    Emoji { u"🇬🇧", "flag of the United Kingdom" },
    Emoji { u"🇩🇪", "flag of Germany" },
    Emoji { u"🇫🇷", "flag of France" },
    Emoji { u"🇨🇭", "flag of Switzerland" },
    Emoji { u"🇨🇦", "flag of Canada" },
    Emoji { u"🇦🇺", "flag of Australia" },
    Emoji { u"🇯🇵", "flag of Japan" },
    Emoji { u"🇰🇷", "flag of Korea" },
    Emoji { u"🇪🇺", "flag of the European Union" },
};

} // namespace

EmojiPicker::EmojiPicker(QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Emoji"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(look::grid, look::grid, look::grid, look::grid);
    column->setSpacing(look::grid);
    column->addWidget(m_search);
    column->addWidget(m_list);
    m_search->setPlaceholderText(tr("Search: party, book, award…"));
    m_search->setAccessibleName(tr("Search an emoji by its English name"));
    m_search->installEventFilter(this);
    m_list->setAccessibleName(tr("Emoji"));
    m_list->setViewMode(QListView::IconMode);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMovement(QListView::Static);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    QFont large = m_list->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    m_list->setFont(large);
    const int cell = QFontMetrics(large).height() + look::grid;
    m_list->setGridSize({ cell, cell });
    m_list->setFixedSize(9 * cell + 2 * look::grid, 6 * cell);
    connect(m_search, &QLineEdit::textChanged, this, &EmojiPicker::fill);
    connect(m_search, &QLineEdit::returnPressed, this, &EmojiPicker::choose);
    connect(m_list, &QListWidget::itemClicked, this, &EmojiPicker::choose);
    connect(m_list, &QListWidget::itemActivated, this, &EmojiPicker::choose);
    fill();
}

void EmojiPicker::fill()
{
    const QString wanted = m_search->text().trimmed();
    m_list->clear();
    for (const Emoji& emoji : emojis) {
        const QString words = QString::fromLatin1(emoji.words);
        if (!words.contains(wanted, Qt::CaseInsensitive))
            continue;
        auto* item = new QListWidgetItem(QString::fromUtf16(emoji.sign), m_list);
        item->setTextAlignment(Qt::AlignCenter);
        item->setToolTip(words.section(u',', 0, 0));
        item->setData(Qt::AccessibleTextRole, words.section(u',', 0, 0));
    }
    m_list->setCurrentRow(0);
}

void EmojiPicker::openAt(const QPoint& position)
{
    m_search->clear();
    const QRect room = screen()->availableGeometry();
    const QSize size = sizeHint();
    move(std::clamp(position.x(), room.left(), std::max(room.left(), room.right() - size.width())),
        std::clamp(position.y(), room.top(), std::max(room.top(), room.bottom() - size.height())));
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void EmojiPicker::choose()
{
    const QListWidgetItem* const item = m_list->currentItem();
    if (!item || !isVisible()) // a click may activate as well
        return;
    const QString emoji = item->text();
    hide();
    Q_EMIT chosen(emoji);
}

bool EmojiPicker::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        auto* const key = static_cast<QKeyEvent*>(event);
        // The arrows walk through what was found while the search keeps the caret.
        const bool sideways
            = (key->key() == Qt::Key_Left || key->key() == Qt::Key_Right) && m_search->text().isEmpty();
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up || sideways) {
            QCoreApplication::sendEvent(m_list, key);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace lectern::app
