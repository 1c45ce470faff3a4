// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/siteforms/filespage.h"

#include "app/forms/pictures.h"
#include "app/shell/icons.h"
#include "app/shell/look.h"
#include "app/siteforms/filefinder.h"
#include "app/workspace/workspace.h"
#include "core/publish/pageimages.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QListWidget>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QSignalBlocker>
#include <QThreadPool>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace lectern::app {

using check::MissingFile;
using check::UnusedFile;

namespace {

constexpr QSize pictureSize(48, 36);
/// More pictures than anybody looks through; the others keep their icon.
constexpr qsizetype mostPictures = 400;

QString placesText(const MissingFile& missing)
{
    const check::FileMention& first = missing.mentions.front();
    const QString place = FilesPage::tr("%1, line %2", "file, line").arg(first.file).arg(first.line);
    const int more = int(missing.mentions.size()) - 1;
    return more > 0 ? FilesPage::tr("%1 and %n more place(s)", nullptr, more).arg(place) : place;
}

void makeList(QListWidget* list, const QString& name)
{
    list->setAccessibleName(name);
    list->setFrameShape(QFrame::NoFrame);
    list->setWordWrap(true);
    list->setResizeMode(QListView::Adjust);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

/// Rows stay chosen by what they show, not by their number.
void fill(QListWidget* list, const QStringList& rows, const std::function<QListWidgetItem*(int)>& make)
{
    const QSignalBlocker quiet(list); // the other list may still show what was before
    QSet<QString> chosen;
    for (const QListWidgetItem* item : list->selectedItems())
        chosen.insert(item->data(Qt::UserRole).toString());
    const int before = std::max(0, list->currentRow());
    list->clear();
    for (int row = 0; row < int(rows.size()); ++row) {
        QListWidgetItem* const item = make(row);
        item->setData(Qt::UserRole, rows[row]);
        list->addItem(item);
        if (chosen.contains(rows[row]))
            list->setCurrentItem(item, QItemSelectionModel::NoUpdate);
        item->setSelected(chosen.contains(rows[row]));
    }
    if (list->selectedItems().isEmpty())
        list->setCurrentRow(std::min(before, int(rows.size()) - 1));
}

/// As high as its rows, up to a few of them; what is more scrolls.
void fitHeight(QListWidget* list)
{
    constexpr int mostRows = 7;
    int height = 2;
    for (int row = 0; row < std::min(list->count(), mostRows); ++row)
        height += list->sizeHintForRow(row);
    list->setFixedHeight(height);
}

} // namespace

FilesPage::FilesPage(Workspace& workspace, QWidget* parent)
    : FormPage(tr("Files"),
        tr("Files that the site leads to and does not have, and pictures and PDFs that nothing in the site "
           "names."),
        parent)
    , m_workspace(workspace)
    , m_finder(new FileFinder(workspace, this))
    , m_missingWords(new look::TextLabel(look::TextRole::Secondary, {}, this))
    , m_missing(new QListWidget(this))
    , m_unusedWords(new look::TextLabel(look::TextRole::Secondary, {}, this))
    , m_unused(new QListWidget(this))
{
    buildMissing();
    buildUnused();
    content()->addStretch();
    connect(m_finder, &FileFinder::changed, this, &FilesPage::refresh);
    refresh();
}

QPushButton* FilesPage::addButton(QHBoxLayout* row, const char* id, const QString& text)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(QLatin1StringView(id));
    row->addWidget(button);
    return button;
}

void FilesPage::buildMissing()
{
    auto* const caption = new look::TextLabel(look::TextRole::Strong, tr("Missing files"), this);
    m_missingWords->setWordWrap(true);
    makeList(m_missing, caption->text());
    m_missing->setObjectName(QStringLiteral("missing"));
    auto* const row = new QHBoxLayout;
    m_place = addButton(row, "showPlace", tr("Show the place"));
    m_use = addButton(row, "useLikely", {});
    m_choose = addButton(row, "chooseFile", tr("Choose the file…"));
    row->addStretch(1);
    for (QWidget* part : { static_cast<QWidget*>(caption), static_cast<QWidget*>(m_missingWords) })
        content()->addWidget(part);
    content()->addWidget(m_missing);
    content()->addLayout(row);
    connect(m_missing, &QListWidget::itemSelectionChanged, this, &FilesPage::refreshButtons);
    connect(m_missing, &QListWidget::itemActivated, this, &FilesPage::showPlace);
    connect(m_place, &QPushButton::clicked, this, &FilesPage::showPlace);
    connect(m_choose, &QPushButton::clicked, this, &FilesPage::chooseFile);
    connect(m_use, &QPushButton::clicked, this, [this] {
        if (const MissingFile* const missing = chosenMissing(); missing && !missing->likely.isEmpty())
            useFile(QDir(m_workspace.root()).filePath(missing->likely));
    });
}

void FilesPage::buildUnused()
{
    auto* const caption = new look::TextLabel(look::TextRole::Strong, tr("Unused files"), this);
    m_unusedWords->setWordWrap(true);
    makeList(m_unused, caption->text());
    m_unused->setObjectName(QStringLiteral("unused"));
    m_unused->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_unused->setIconSize(pictureSize);
    auto* const row = new QHBoxLayout;
    m_open = addButton(row, "openFile", tr("Open"));
    m_trash = addButton(row, "moveToTrash", tr("Move to trash…"));
    row->addStretch(1);
    content()->addSpacing(look::grid);
    for (QWidget* part : { static_cast<QWidget*>(caption), static_cast<QWidget*>(m_unusedWords) })
        content()->addWidget(part);
    content()->addWidget(m_unused);
    content()->addLayout(row);
    connect(m_unused, &QListWidget::itemSelectionChanged, this, &FilesPage::refreshButtons);
    connect(m_unused, &QListWidget::itemActivated, this, &FilesPage::openUnused);
    connect(m_open, &QPushButton::clicked, this, &FilesPage::openUnused);
    connect(m_trash, &QPushButton::clicked, this, &FilesPage::askForTrash);
}

void FilesPage::showEvent(QShowEvent* event)
{
    FormPage::showEvent(event);
    m_finder->setWanted(true);
    refresh();
}

void FilesPage::hideEvent(QHideEvent* event)
{
    FormPage::hideEvent(event);
    m_finder->setWanted(false);
}

void FilesPage::refresh()
{
    if (m_finder->isCurrent() && m_finder->survey() != m_shown) {
        m_shown = m_finder->survey();
        m_pictured.clear();
        refreshMissing();
        refreshUnused();
        loadPictures();
    }
    const bool isFirst = !m_finder->isCurrent() && m_shown == check::FileSurvey();
    const qint64 size = std::accumulate(m_shown.unused.begin(), m_shown.unused.end(), qint64(0),
        [](qint64 sum, const UnusedFile& file) { return sum + file.size; });
    const int missing = int(m_shown.missing.size());
    const int unused = int(m_shown.unused.size());
    m_missingWords->setText(isFirst ? tr("Looking through the site…")
            : missing == 0          ? tr("Every file that the site leads to is there.")
                           : tr("%n file(s) that the site leads to are not there.", nullptr, missing));
    m_unusedWords->setText(isFirst ? tr("Looking through the site…")
            : unused == 0
            ? tr("Every picture and every PDF is named somewhere in the site.")
            : tr("%n file(s), %1 in all. A name anywhere in the site counts as a use.", nullptr, unused)
                  .arg(QLocale().formattedDataSize(size)));
    m_missing->setVisible(missing > 0);
    m_unused->setVisible(unused > 0);
    fitHeight(m_missing);
    fitHeight(m_unused);
    refreshButtons();
}

void FilesPage::refreshMissing()
{
    QStringList paths;
    for (const MissingFile& missing : m_shown.missing)
        paths.append(missing.path);
    fill(m_missing, paths, [this](int row) {
        const MissingFile& missing = m_shown.missing[size_t(row)];
        QStringList places;
        for (const check::FileMention& mention : missing.mentions)
            places.append(tr("%1, line %2", "file, line").arg(mention.file).arg(mention.line));
        auto* const item = new QListWidgetItem(
            icon(u"triangle-alert", IconTint::Secondary), missing.path + u'\n' + placesText(missing));
        item->setToolTip(places.join(u'\n').toHtmlEscaped());
        return item;
    });
}

void FilesPage::refreshUnused()
{
    QStringList paths;
    for (const UnusedFile& unused : m_shown.unused)
        paths.append(unused.path);
    fill(m_unused, paths, [this](int row) {
        const UnusedFile& unused = m_shown.unused[size_t(row)];
        const QString size = QLocale().formattedDataSize(unused.size);
        const bool isPdf = publish::isPdfPath(unused.path);
        return new QListWidgetItem(icon(isPdf ? u"file-text" : u"image", IconTint::Secondary),
            unused.path + u'\n' + (unused.isWritten ? size : tr("%1, not written yet").arg(size)));
    });
}

void FilesPage::refreshButtons()
{
    const MissingFile* const missing = chosenMissing();
    m_place->setVisible(missing);
    m_choose->setVisible(missing);
    m_use->setVisible(missing && !missing->likely.isEmpty());
    if (missing) {
        m_use->setText(
            tr("Use %1").arg(QFontMetrics(m_use->font())
                                 .elidedText(missing->likely, Qt::ElideMiddle, look::scaled(180, this))));
        m_use->setToolTip(tr("Corrects the address wherever it stands: %1").arg(missing->likely));
    }
    const auto unused = chosenUnused();
    const bool isChangeable = !m_workspace.isReadOnly();
    m_open->setVisible(!m_shown.unused.empty());
    m_trash->setVisible(!m_shown.unused.empty());
    m_open->setEnabled(unused.size() == 1 && unused.front().isWritten);
    m_trash->setEnabled(!unused.empty() && isChangeable);
    m_choose->setEnabled(isChangeable);
    m_use->setEnabled(isChangeable);
}

void FilesPage::loadPictures()
{
    const QSize room = pictureSize * devicePixelRatioF();
    for (const UnusedFile& unused : m_shown.unused) {
        if (!publish::isPicturePath(unused.path) || m_pictured.size() >= mostPictures)
            continue;
        m_pictured.insert(unused.path);
        const QByteArray pending = unused.isWritten ? QByteArray() : m_workspace.buffers().value(unused.path);
        QThreadPool::globalInstance()->start(
            [self = QPointer<FilesPage>(this), room, pending, path = unused.path,
                file = QDir(m_workspace.root()).filePath(unused.path)] {
                QFile onDisk(file);
                QBuffer inMemory;
                inMemory.setData(pending);
                QIODevice* const device = pending.isEmpty() ? static_cast<QIODevice*>(&onDisk) : &inMemory;
                const QImage picture = device->open(QIODevice::ReadOnly) ? thumbnail(device, room) : QImage();
                QMetaObject::invokeMethod(
                    qApp,
                    [self, path, picture] {
                        if (self)
                            self->showPicture(path, picture);
                    },
                    Qt::QueuedConnection);
            });
    }
}

void FilesPage::showPicture(const QString& path, const QImage& picture)
{
    if (picture.isNull())
        return;
    const auto file = std::ranges::find(m_shown.unused, path, &UnusedFile::path);
    if (file == m_shown.unused.end())
        return;
    QPixmap pixmap = QPixmap::fromImage(picture);
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    m_unused->item(int(file - m_shown.unused.begin()))->setIcon(pixmap);
}

const MissingFile* FilesPage::chosenMissing() const
{
    const int row = m_missing->currentRow();
    return row >= 0 && row < int(m_shown.missing.size()) ? &m_shown.missing[size_t(row)] : nullptr;
}

std::vector<UnusedFile> FilesPage::chosenUnused() const
{
    std::vector<UnusedFile> files;
    for (int row = 0; row < int(m_shown.unused.size()); ++row) {
        if (m_unused->item(row)->isSelected())
            files.push_back(m_shown.unused[size_t(row)]);
    }
    return files;
}

} // namespace lectern::app
