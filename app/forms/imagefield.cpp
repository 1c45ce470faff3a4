// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/imagefield.h"

#include "app/forms/urlfield.h"
#include "app/shell/icons.h"
#include "app/shell/look.h"

#include <QCoreApplication>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QImageReader>
#include <QLabel>
#include <QMimeData>
#include <QPointer>
#include <QThreadPool>
#include <QToolButton>
#include <QUrl>

namespace lectern::app {

namespace {

constexpr QSize pictureSize(72, 54);

QImage smallPicture(const QString& file, const QSize& room)
{
    QImageReader reader(file);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid())
        reader.setScaledSize(size.scaled(room, Qt::KeepAspectRatio).expandedTo({1, 1}));
    return reader.read();
}

QString droppedFile(const QMimeData* data)
{
    const auto urls = data->urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

} // namespace

QString siteAddress(const QString& siteRoot, const QString& file, const QString& sample)
{
    const QString root = QFileInfo(siteRoot).canonicalFilePath();
    const QString path = QFileInfo(file).canonicalFilePath();
    if (root.isEmpty() || !path.startsWith(root + u'/'))
        return {};
    const QString address = QString::fromUtf8(QUrl::toPercentEncoding(path.mid(root.size() + 1), "/"));
    return sample.startsWith(u'/') ? u'/' + address : address;
}

ImageField::ImageField(const FieldSetting& setting, QWidget* parent)
    : LineField(setting, parent, WithoutContent {}), m_picture(new QLabel(this))
{
    auto* content = new QWidget(this);
    auto* row = new QHBoxLayout(content);
    look::tighten(row, look::grid);
    m_picture->setFixedSize(pictureSize);
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setAccessibleName(tr("The picture, small"));
    row->addWidget(m_picture, 0, Qt::AlignTop);
    row->addWidget(box(), 1, Qt::AlignTop);
    auto* button = new QToolButton(this);
    button->setIcon(icon(u"folder-open"));
    button->setAutoRaise(true);
    button->setAccessibleName(tr("Choose a picture of the site"));
    button->setToolTip(button->accessibleName());
    row->addWidget(button, 0, Qt::AlignTop);
    connect(button, &QToolButton::clicked, this, &ImageField::choose);
    connect(box(), &TextBox::edited, this, &ImageField::refreshPicture);
    setContent(content, box());
    setAcceptDrops(true);
    for (QWidget* target : {static_cast<QWidget*>(this), static_cast<QWidget*>(box()->viewport())})
        target->installEventFilter(this);
}

void ImageField::showValue(const profile::FieldValue& value)
{
    m_takeProblem.clear();
    LineField::showValue(value);
    refreshPicture();
}

QString ImageField::ownProblem() const
{
    if (!m_takeProblem.isEmpty())
        return m_takeProblem;
    const QString address = box()->record().trimmed();
    const QString problem = addressProblem(address);
    if (!problem.isEmpty() || address.isEmpty() || address.contains(u'{') || address.contains(QLatin1StringView("//")))
        return problem;
    return addressTarget(address, setting().siteRoot).isValid() ? QString() : tr("The site has no such file.");
}

void ImageField::take(const QString& file)
{
    const QString address = siteAddress(setting().siteRoot, file, setting().sample);
    m_takeProblem.clear();
    if (address.isEmpty()) {
        m_takeProblem = tr("“%1” lies outside the site. Copy it into the site’s folder first, then choose it there.")
                            .arg(QFileInfo(file).fileName());
        refreshNotes();
        return;
    }
    box()->setRecord(address);
    refreshPicture();
    userEdited();
}

void ImageField::choose()
{
    const QUrl present = addressTarget(box()->record(), setting().siteRoot);
    const QString folder = present.isLocalFile() ? QFileInfo(present.toLocalFile()).path() : setting().siteRoot;
    auto* dialog = new QFileDialog(this, tr("Choose a picture"), folder,
        tr("Pictures (*.png *.jpg *.jpeg *.gif *.svg *.webp *.bmp *.avif)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ImageField::take);
    dialog->open();
}

void ImageField::refreshPicture()
{
    const quint64 request = ++m_request;
    const QUrl target = addressTarget(box()->record(), setting().siteRoot);
    if (!target.isLocalFile()) {
        showPicture(request, {});
        return;
    }
    const QSize room = pictureSize * devicePixelRatioF();
    // Decoding a large picture takes longer than a keystroke may.
    QThreadPool::globalInstance()->start([self = QPointer<ImageField>(this), request, room, file = target.toLocalFile()] {
        const QImage picture = smallPicture(file, room);
        QMetaObject::invokeMethod(
            qApp, [self, request, picture] {
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
        m_picture->setPixmap(icon(u"image", IconTint::Secondary).pixmap(QSize(24, 24), devicePixelRatioF()));
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
    const QString file = droppedFile(drop->mimeData());
    if (file.isEmpty())
        return LineField::eventFilter(watched, event);
    drop->acceptProposedAction();
    if (type == QEvent::Drop)
        take(file);
    return true;
}

} // namespace lectern::app
