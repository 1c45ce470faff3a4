// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/imagefield.h"

#include "app/forms/pictures.h"
#include "app/forms/sitefiles.h"
#include "app/forms/urlfield.h"
#include "app/shell/icons.h"
#include "app/shell/look.h"
#include "core/base/atomicfile.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QThreadPool>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace lectern::app {

namespace {

constexpr QSize pictureSize(48, 32);

QString droppedFile(const QMimeData& data)
{
    const QStringList files = droppedFiles(data);
    return files.size() == 1 ? files.front() : QString();
}

} // namespace

ImageField::ImageField(const FieldSetting& setting, QWidget* parent)
    : LineField(setting, parent, WithoutContent {})
    , m_picture(new QLabel(this))
    , m_offer(new QWidget(this))
    , m_offerWords(new look::TextLabel(look::TextRole::Secondary, {}, m_offer))
    , m_offerButton(new QPushButton(m_offer))
{
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    look::tighten(column, look::half);
    auto* row = new QHBoxLayout;
    look::tighten(row, look::grid);
    m_picture->setFixedSize(pictureSize);
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setAccessibleName(tr("The picture, small"));
    row->addWidget(m_picture, 0, Qt::AlignTop);
    row->addWidget(box(), 1, Qt::AlignTop);
    column->addLayout(row);
    column->addWidget(m_offer);
    auto* button = new QToolButton(this);
    button->setIcon(icon(u"folder-open", IconTint::Secondary));
    button->setIconSize({ 16, 16 });
    button->setAutoRaise(true);
    button->setAccessibleName(tr("Choose a picture"));
    button->setToolTip(tr("Choose a picture; it can also be dropped or pasted here"));
    box()->setTrailing(button);
    buildOffer();
    connect(button, &QToolButton::clicked, this, &ImageField::choose);
    connect(box(), &TextBox::edited, this, [this] {
        m_takeProblem.clear();
        refreshNotes();
        refreshPicture();
    });
    box()->setPasteHandler([this](const QMimeData& data) { return takeData(data); });
    setContent(content, box());
    setAcceptDrops(true);
    for (QWidget* target : { static_cast<QWidget*>(this), static_cast<QWidget*>(box()->viewport()) })
        target->installEventFilter(this);
}

void ImageField::buildOffer()
{
    auto* row = new QHBoxLayout(m_offer);
    look::tighten(row, look::grid);
    m_offerWords->setWordWrap(true);
    row->addWidget(m_offerWords, 1);
    row->addWidget(m_offerButton);
    m_offer->hide();
    connect(m_offerButton, &QPushButton::clicked, this, [this] {
        if (const auto accept = std::exchange(m_acceptOffer, {}))
            accept();
    });
}

void ImageField::showValue(const profile::FieldValue& value)
{
    m_takeProblem.clear();
    m_offer->hide();
    LineField::showValue(value);
    refreshPicture();
}

QString ImageField::typingPart() const
{
    // A picture that comes along is a step of its own.
    return m_companions.empty() ? LineField::typingPart() : QString();
}

QByteArray ImageField::pendingBytes() const
{
    return files().pendingBytes(box()->record());
}

QString ImageField::ownProblem() const
{
    if (!m_takeProblem.isEmpty())
        return m_takeProblem;
    const QString address = box()->record().trimmed();
    const QString problem = addressProblem(address);
    if (!problem.isEmpty() || address.isEmpty() || address.contains(u'{')
        || address.contains(QLatin1StringView("//")))
        return problem;
    const bool there = addressTarget(address, setting().siteRoot).isValid() || !pendingBytes().isEmpty();
    if (!there)
        return tr("The site has no such file.");
    return isPointer(addressTarget(address, setting().siteRoot).toLocalFile())
        ? tr("This picture is not downloaded; “git lfs pull” gets it.")
        : QString();
}

void ImageField::take(const QString& file)
{
    m_takeProblem.clear();
    if (const QString path = files().pathInSite(file); !path.isEmpty()) {
        box()->setRecord(addressStyle().address(path));
        refreshPicture();
        userEdited();
        return;
    }
    // Of an ordinary file: a pipe would keep the window waiting for good.
    const auto bytes = readFile(file, mostFileBytes);
    if (!bytes) {
        m_takeProblem = tr("“%1” could not be read as a picture.").arg(QFileInfo(file).fileName());
        refreshNotes();
        return;
    }
    takeBytes(*bytes, QFileInfo(file).fileName());
}

void ImageField::takeBytes(const QByteArray& bytes, const QString& name)
{
    m_takeProblem.clear();
    const auto facts = pictureFacts(bytes);
    if (!facts || setting().siteRoot.isEmpty()) {
        m_takeProblem = tr("“%1” could not be read as a picture.").arg(name);
        refreshNotes();
        return;
    }
    const QString folder = files().folderFor(addressStyle(), pictureFolders());
    const QString path = files().pathFor(folder, name, QStringLiteral("picture"));
    put(bytes, path);
    if (isHeavy(bytes, *facts))
        offerSmaller(bytes, path);
    Q_EMIT taken();
}

void ImageField::put(const QByteArray& bytes, const QString& path)
{
    // One undo takes back the picture with the address; a picture that was brought before and is not needed
    // any more goes.
    m_companions = { { path, { { 0, {}, bytes } } } };
    if (const FileEdits removal = unneeded(box()->record()); !removal.edits.empty())
        m_companions.push_back(removal);
    m_offer->hide();
    box()->setRecord(addressStyle().address(path));
    userEdited();
    m_companions.clear();
    refreshPicture();
    refreshNotes();
}

void ImageField::offerSmaller(const QByteArray& bytes, const QString& path)
{
    // Scaling a photograph takes longer than a keystroke may.
    QThreadPool::globalInstance()->start([self = QPointer<ImageField>(this), bytes, path] {
        const auto smaller = smallerPicture(bytes);
        QMetaObject::invokeMethod(
            qApp,
            [self, path, smaller, before = bytes.size()] {
                if (self && smaller)
                    self->showOffer(path, *smaller, before);
            },
            Qt::QueuedConnection);
    });
}

void ImageField::showOffer(const QString& path, const SmallerPicture& smaller, qsizetype before)
{
    if (files().pendingPath(box()->record()) != path)
        return;
    const QLocale locale;
    m_offerWords->setText(tr("This picture is heavy for a page: %1.").arg(locale.formattedDataSize(before)));
    m_offerButton->setText(tr("Use a smaller one (%1)").arg(locale.formattedDataSize(smaller.bytes.size())));
    m_acceptOffer = [this, path, smaller] {
        const QFileInfo name(path);
        const QString wanted
            = name.completeBaseName() + QStringLiteral("-%1.").arg(smaller.size.width()) + smaller.suffix;
        const QString folder = name.path() == QLatin1StringView(".") ? QString() : name.path();
        put(smaller.bytes, files().pathFor(folder, wanted, QStringLiteral("picture")));
    };
    m_offer->show();
}

void ImageField::choose()
{
    const QUrl present = addressTarget(box()->record(), setting().siteRoot);
    const QString folder
        = present.isLocalFile() ? QFileInfo(present.toLocalFile()).path() : setting().siteRoot;
    auto* dialog = new QFileDialog(this, tr("Choose a picture"), folder,
        tr("Pictures (*.png *.jpg *.jpeg *.gif *.svg *.webp *.bmp *.avif)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ImageField::take);
    dialog->open();
}

bool ImageField::takeData(const QMimeData& data)
{
    if (const QString file = droppedFile(data); !file.isEmpty()) {
        take(file);
        return true;
    }
    const auto picture = data.hasImage() ? qvariant_cast<QImage>(data.imageData()) : QImage();
    if (picture.isNull())
        return false;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    takeBytes(buffer.data(), QStringLiteral("picture.png"));
    return true;
}

void ImageField::refreshPicture()
{
    const quint64 request = ++m_request;
    const QUrl target = addressTarget(box()->record(), setting().siteRoot);
    const QByteArray pending = pendingBytes();
    if (!target.isLocalFile() && pending.isEmpty()) {
        showPicture(request, {});
        return;
    }
    const QSize room = pictureSize * devicePixelRatioF();
    // Decoding a large picture takes longer than a keystroke may.
    QThreadPool::globalInstance()->start(
        [self = QPointer<ImageField>(this), request, room, pending, file = target.toLocalFile()] {
            QFile onDisk(file);
            QBuffer inMemory;
            inMemory.setData(pending);
            QIODevice* const device = pending.isEmpty() ? static_cast<QIODevice*>(&onDisk) : &inMemory;
            device->open(QIODevice::ReadOnly);
            const QImage picture = thumbnail(device, room);
            QMetaObject::invokeMethod(
                qApp,
                [self, request, picture] {
                    if (self)
                        self->showPicture(request, picture);
                },
                Qt::QueuedConnection);
        });
}

void ImageField::showPicture(quint64 request, const QImage& picture)
{
    if (request != m_request)
        return;
    if (picture.isNull()) {
        m_picture->setPixmap(icon(u"image", IconTint::Secondary).pixmap(QSize(20, 20), devicePixelRatioF()));
        return;
    }
    QPixmap pixmap = QPixmap::fromImage(picture);
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    m_picture->setPixmap(pixmap);
}

bool ImageField::eventFilter(QObject* watched, QEvent* event)
{
    const auto type = event->type();
    if (type != QEvent::DragEnter && type != QEvent::DragMove && type != QEvent::Drop)
        return LineField::eventFilter(watched, event);
    auto* drop = static_cast<QDropEvent*>(event);
    if (droppedFile(*drop->mimeData()).isEmpty() && !drop->mimeData()->hasImage())
        return LineField::eventFilter(watched, event);
    drop->acceptProposedAction();
    if (type == QEvent::Drop)
        takeData(*drop->mimeData());
    return true;
}

} // namespace lectern::app
