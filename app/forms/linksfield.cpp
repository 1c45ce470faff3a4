// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/linksfield.h"

#include "app/forms/chipdetails.h"
#include "app/forms/chipedit.h"
#include "app/forms/fieldwords.h"
#include "app/forms/urlfield.h"
#include "app/shell/icons.h"
#include "app/shell/look.h"
#include "core/base/atomicfile.h"

#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern::app {

namespace {

bool looksLikeAddress(const QString& text)
{
    if (text.contains(u' '))
        return false;
    return text.contains(QLatin1StringView("://")) || text.startsWith(u'/')
        || text.startsWith(QLatin1StringView("www.")) || (text.contains(u'/') && !text.contains(u' '));
}

QString linkProblem(const profile::Link& link)
{
    if (link.label.trimmed().isEmpty())
        return LinksField::tr("A link needs a word to click on.");
    if (link.url.trimmed().isEmpty())
        return LinksField::tr("“%1” needs an address.").arg(link.label);
    const QString problem = addressProblem(link.url);
    return problem.isEmpty() ? QString()
                             : LinksField::tr("%1: %2", "link label: problem").arg(link.label, problem);
}

} // namespace

QString usualLinkLabel(const QString& address)
{
    const QUrl url(address.trimmed());
    const QString host = url.host().toLower();
    const auto on = [&host](const char* site) {
        const QLatin1StringView name(site);
        return host == name || host.endsWith(QLatin1StringView(".") + name);
    };
    if (on("arxiv.org"))
        return QStringLiteral("arXiv");
    if (on("github.com") || on("gitlab.com") || on("gitee.com"))
        return QStringLiteral("Code");
    if (on("youtube.com") || on("youtu.be") || on("bilibili.com"))
        return QStringLiteral("Video");
    if (on("huggingface.co"))
        return QStringLiteral("Model");
    if (on("doi.org"))
        return QStringLiteral("DOI");
    if (url.path().endsWith(QLatin1StringView(".pdf"), Qt::CaseInsensitive))
        return QStringLiteral("PDF");
    return QStringLiteral("Link");
}

LinksField::LinksField(const FieldSetting& setting, QWidget* parent)
    : FieldEditor(setting, parent)
    , m_chips(new ChipEdit(this))
    , m_details(nullptr)
{
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_details
        = new ChipDetails({ { tr("Label"), tr("Code"), 1 }, { tr("Address"), tr("https://…"), 3 } }, content);
    column->addWidget(m_chips);
    column->addWidget(m_details);
    m_details->hide();
    m_chips->setExample(words::example(setting.id, setting.kind));
    connect(m_chips, &ChipEdit::added, this, &LinksField::add);
    connect(m_chips, &ChipEdit::opened, this, [this](int at) { open(at, 0); });
    connect(m_chips, &ChipEdit::removed, this, &LinksField::remove);
    connect(m_chips, &ChipEdit::moved, this, [this](int from, int to) {
        const profile::Link link = m_links[size_t(from)];
        m_links.erase(m_links.begin() + from);
        m_links.insert(m_links.begin() + to, link);
        close();
        changed();
    });
    connect(m_details, &ChipDetails::partEdited, this, &LinksField::editPart);
    connect(m_details, &ChipDetails::closed, this, [this] {
        close();
        m_chips->input()->setFocus(Qt::OtherFocusReason);
    });
    m_chips->input()->setPasteHandler([this](const QMimeData& data) { return takeData(data); });
    buildFileButton();
    setContent(content, m_chips->input());
    setAcceptDrops(true);
    for (QWidget* target : { static_cast<QWidget*>(this), static_cast<QWidget*>(m_chips->input()) })
        target->installEventFilter(this);
}

void LinksField::buildFileButton()
{
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("addFile"));
    button->setIcon(icon(u"paperclip", IconTint::Secondary));
    button->setIconSize({ 14, 14 });
    button->setFixedSize(look::scaled(24, this), look::scaled(20, this));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(tr("Add a PDF"));
    button->setToolTip(tr("Add a PDF; it can also be dropped or pasted here"));
    connect(button, &QToolButton::clicked, this, &LinksField::chooseFile);
    labelRow()->addWidget(button);
}

void LinksField::focusContent()
{
    m_chips->input()->setFocus(Qt::OtherFocusReason);
}

void LinksField::settle()
{
    m_chips->enterTyped();
    close();
    FieldEditor::settle();
}

void LinksField::showValue(const profile::FieldValue& value)
{
    const auto* const links = std::get_if<std::vector<profile::Link>>(&value);
    m_links = links ? *links : std::vector<profile::Link>();
    m_takeProblem.clear();
    refreshChips();
    if (m_opened >= int(m_links.size()))
        close();
    if (m_opened >= 0)
        m_details->setValues({ m_links[size_t(m_opened)].label, m_links[size_t(m_opened)].url });
}

void LinksField::markProblem(bool problem)
{
    m_chips->setProblem(problem);
}

QString LinksField::ownProblem() const
{
    if (!m_takeProblem.isEmpty())
        return m_takeProblem;
    for (const profile::Link& link : m_links) {
        const QString problem = linkProblem(link);
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

void LinksField::chooseFile()
{
    const QString folder = files().folderFor(
        addressStyle(setting().documentLink ? setting().documentLink().url : QString()), paperFolders());
    const QString place = setting().siteRoot + u'/' + folder;
    auto* dialog = new QFileDialog(
        this, tr("Choose a PDF"), QFileInfo(place).isDir() ? place : setting().siteRoot, tr("PDF files (*.pdf *.PDF)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &LinksField::take);
    dialog->open();
}

bool LinksField::takeData(const QMimeData& data)
{
    const QStringList brought = droppedFiles(data);
    if (!brought.isEmpty())
        take(brought);
    return !brought.isEmpty();
}

void LinksField::take(const QStringList& brought)
{
    m_takeProblem.clear();
    const profile::Link sample = setting().documentLink ? setting().documentLink() : profile::Link();
    const AddressStyle style = addressStyle(sample.url);
    const QScopedValueRollback companions(m_companions, {});
    bool any = false;
    for (const QString& file : brought) {
        const QString address = bring(file, style);
        if (address.isEmpty())
            continue;
        put({ sample.label.isEmpty() ? usualLinkLabel(address) : sample.label, address });
        any = true;
    }
    const QString problem = m_takeProblem;
    if (any)
        changed();
    m_takeProblem = problem;
    refreshNotes();
}

QString LinksField::bring(const QString& file, const AddressStyle& style)
{
    const QFileInfo info(file);
    const auto bytes = readFile(file, mostFileBytes);
    if (!bytes) {
        m_takeProblem = tr("“%1” could not be read as a PDF.").arg(info.fileName());
        return {};
    }
    if (!isPdf(*bytes)) {
        m_takeProblem = tr("“%1” is not a PDF.").arg(info.fileName());
        return {};
    }
    if (const QString path = files().pathInSite(file); !path.isEmpty())
        return style.address(path);
    QStringList given;
    for (const FileEdits& companion : m_companions)
        given.append(companion.file);
    const QString folder = files().folderFor(style, paperFolders());
    const QString path = files().pathFor(folder, info.fileName(), QStringLiteral("paper"), given);
    m_companions.push_back({ path, { { 0, {}, *bytes } } });
    return style.address(path);
}

/// A link that waits for its address gets it.
void LinksField::put(const profile::Link& link)
{
    const auto waiting = std::ranges::find_if(
        m_links, [](const profile::Link& other) { return other.url.trimmed().isEmpty(); });
    if (waiting == m_links.end())
        m_links.push_back(link);
    else
        waiting->url = link.url;
}

void LinksField::remove(int at)
{
    const QScopedValueRollback companions(m_companions, {});
    // A file that came with this link and that nothing else names goes with it.
    if (const FileEdits removal = unneeded(m_links[size_t(at)].url); !removal.edits.empty())
        m_companions.push_back(removal);
    m_links.erase(m_links.begin() + at);
    close();
    changed();
}

void LinksField::add(const QString& text)
{
    if (const QUrl url(text); url.isLocalFile() && QFileInfo(url.toLocalFile()).isFile()) {
        take({ url.toLocalFile() });
        return;
    }
    m_takeProblem.clear();
    const bool isAddress = looksLikeAddress(text);
    const qsizetype space = text.lastIndexOf(u' ');
    profile::Link link;
    if (isAddress)
        link = { usualLinkLabel(text), text };
    else if (space > 0 && looksLikeAddress(text.mid(space + 1)))
        link = { text.first(space).trimmed(), text.mid(space + 1) };
    else
        link = { text, QString() };
    m_links.push_back(link);
    const int at = int(m_links.size()) - 1;
    refreshChips();
    if (link.url.isEmpty()) {
        // Not worth a line in the page before it leads somewhere.
        refreshNotes();
        if (m_chips->input()->hasFocus())
            open(at, 1);
        return;
    }
    userEdited();
    if (isAddress && at < int(m_links.size()) && m_chips->input()->hasFocus())
        open(at, 0);
}

void LinksField::open(int at, int part)
{
    m_opened = at;
    m_details->setValues({ m_links[size_t(at)].label, m_links[size_t(at)].url });
    m_details->show();
    m_details->focusPart(part);
}

void LinksField::close()
{
    m_opened = -1;
    m_details->hide();
}

void LinksField::editPart(int part, const QString& value)
{
    if (m_opened < 0)
        return;
    m_takeProblem.clear();
    profile::Link& link = m_links[size_t(m_opened)];
    (part == 0 ? link.label : link.url) = value;
    const QScopedValueRollback typing(m_typingPart, QStringLiteral("%1.%2").arg(m_opened).arg(part));
    changed();
}

void LinksField::changed()
{
    refreshChips();
    userEdited();
}

bool LinksField::eventFilter(QObject* watched, QEvent* event)
{
    const auto type = event->type();
    if (type != QEvent::DragEnter && type != QEvent::DragMove && type != QEvent::Drop)
        return FieldEditor::eventFilter(watched, event);
    auto* drop = static_cast<QDropEvent*>(event);
    if (droppedFiles(*drop->mimeData()).isEmpty())
        return FieldEditor::eventFilter(watched, event);
    drop->acceptProposedAction();
    if (type == QEvent::Drop)
        takeData(*drop->mimeData());
    return true;
}

void LinksField::refreshChips()
{
    std::vector<ChipData> chips;
    for (const profile::Link& link : m_links)
        chips.push_back({ .text = link.label,
            .marks = {},
            .starred = false,
            .problem = linkProblem(link),
            .tip = link.url });
    m_chips->setChips(chips);
}

} // namespace lectern::app
