// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/workspace.h"

#include "app/workspace/changecommand.h"
#include "core/base/atomicfile.h"
#include "core/document/yamldocument.h"
#include "core/site/sitepath.h"

#include <QDir>
#include <QFileInfo>
#include <QUndoStack>

#include <utility>

namespace lectern::app {
namespace {

const QString configName = QStringLiteral("_config.yml");
/// A page larger than this is no page that a person wrote; the forms would not help with it.
constexpr qsizetype pageLimit = 16 * 1024 * 1024;

} // namespace

class Workspace::Private {
public:
    struct Buffer {
        SourceFile file;
        QByteArray saved;
    };

    QString root;
    bool isSite = false;
    QString siteName;
    QStringList ownerNames; ///< of the configuration
    std::function<ReaderHints(const QString&)> hintsOf;
    ReaderHints hints;
    QStringList pages;
    QString page;
    QHash<QString, Buffer> buffers;
    profile::PageText pageText;
    profile::Profile profile;
    QUndoStack undo;
    int epoch = 0;
    bool readOnly = false;

    Result<Buffer> load(const QString& path) const
    {
        const QString absolute = QDir(root).absoluteFilePath(path);
        const QString canonical = QFileInfo(absolute).canonicalFilePath();
        const QString inside = QFileInfo(root).canonicalFilePath() + u'/';
        if (!canonical.isEmpty() && !canonical.startsWith(inside))
            return Error {ErrorCode::OutsideSite, absolute, {}};
        auto bytes = readTextFile(absolute, pageLimit);
        if (!bytes)
            return bytes.error();
        return Buffer {SourceFile(*bytes), *bytes};
    }

    /// What the site's configuration tells about its name and its owner.
    void readConfig()
    {
        siteName = QFileInfo(root).fileName();
        ownerNames.clear();
        if (!isSite)
            return;
        const auto buffer = buffers.constFind(configName);
        const QByteArray bytes = buffer != buffers.constEnd() ? buffer->file.bytes()
                                                              : load(configName).valueOr({}).file.bytes();
        const auto yaml = YamlDocument::parse(bytes);
        if (!yaml)
            return;
        for (const QStringList& path : {QStringList {QStringLiteral("repository")}, QStringList {QStringLiteral("title")}}) {
            const QString text = yaml->text(path).section(u'/', -1);
            if (!text.isEmpty()) {
                siteName = text;
                break;
            }
        }
        const QString name = yaml->text({QStringLiteral("author"), QStringLiteral("name")});
        if (!name.isEmpty())
            ownerNames.append(name);
    }

    [[nodiscard]] profile::ReadOptions optionsFor(const QString& path) const
    {
        return { ownerNames + hints.ownerNames, hints.kinds.value(path) };
    }

    /// The bytes of a file as its buffer stands, or, without opening it, as they are on disk.
    [[nodiscard]] Result<QByteArray> present(const QString& path) const
    {
        if (const auto open = buffers.constFind(path); open != buffers.constEnd())
            return open->file.bytes();
        const auto loaded = load(path);
        if (!loaded)
            return loaded.error();
        return loaded->file.bytes();
    }

    /// A page's text; the files that it includes are opened when first met.
    profile::PageText compose(const QString& path, const QByteArray& bytes)
    {
        return profile::PageText::compose(
            path, bytes, [this](const QString& part) -> std::optional<QByteArray> {
                if (const auto open = buffers.constFind(part); open != buffers.constEnd())
                    return open->file.bytes();
                const auto included = load(part);
                if (!included)
                    return std::nullopt;
                return buffers.insert(part, *included)->file.bytes();
            });
    }

    /// The profile of the current page. Items whose bytes are those of before are not read anew.
    void readProfile()
    {
        const auto buffer = buffers.constFind(page);
        if (buffer == buffers.constEnd()) {
            pageText = {};
            profile = {};
            return;
        }
        const SourceFile file = buffer->file;
        pageText = compose(page, file.bytes());
        const SourceFile text = pageText.files().size() > 1 ? SourceFile(pageText.bytes(), file.revision()) : file;
        const profile::ReadOptions options = optionsFor(page);
        profile = profile.options == options ? profile::readAgain(std::move(profile), text)
                                             : profile::readProfile(text, options);
    }
};

Workspace::Workspace(QObject* parent) : QObject(parent), d(std::make_unique<Private>()) {}
Workspace::~Workspace() = default;

Result<void> Workspace::open(const QString& path)
{
    const auto found = site::resolvePath(path);
    if (!found)
        return found.error();
    auto next = std::make_unique<Private>();
    next->root = found->root;
    next->isSite = found->isSite;
    next->pages = found->pages;
    const QString wanted = found->page;
    if (next->isSite) {
        if (auto config = next->load(configName); !config)
            return config.error();
    }
    auto buffer = next->load(wanted);
    if (!buffer)
        return buffer.error();
    next->buffers.insert(wanted, *buffer);
    next->page = wanted;
    if (d->hintsOf)
        next->hints = d->hintsOf(next->root);
    next->readConfig();
    next->readProfile();

    d->undo.clear();
    d->root = next->root;
    d->isSite = next->isSite;
    d->siteName = next->siteName;
    d->ownerNames = next->ownerNames;
    d->hints = next->hints;
    d->pages = next->pages;
    d->page = next->page;
    d->buffers = next->buffers;
    d->pageText = next->pageText;
    d->profile = next->profile;
    Q_EMIT opened();
    Q_EMIT currentPageChanged();
    Q_EMIT savedStateChanged();
    Q_EMIT ready();
    return {};
}

bool Workspace::isOpen() const { return !d->root.isEmpty(); }
QString Workspace::root() const { return d->root; }
bool Workspace::isSite() const { return d->isSite; }
QString Workspace::siteName() const { return d->siteName; }
QStringList Workspace::pages() const { return d->pages; }
QString Workspace::currentPage() const { return d->page; }
const profile::Profile& Workspace::profile() const { return d->profile; }
const profile::PageText& Workspace::pageText() const { return d->pageText; }
QUndoStack* Workspace::undoStack() const { return &d->undo; }

Result<void> Workspace::setCurrentPage(const QString& page)
{
    if (page == d->page)
        return {};
    if (auto opened = file(page); !opened)
        return opened.error();
    endMerge();
    d->page = page;
    d->readProfile();
    Q_EMIT currentPageChanged();
    return {};
}

Result<SourceFile> Workspace::file(const QString& path)
{
    auto found = d->buffers.constFind(path);
    if (found == d->buffers.constEnd()) {
        auto buffer = d->load(path);
        if (!buffer)
            return buffer.error();
        found = d->buffers.insert(path, *buffer);
    }
    return found->file;
}

Result<PageReading> Workspace::readPage(const QString& page)
{
    if (page == d->page)
        return PageReading { d->pageText, d->profile };
    // It is only looked at: nothing is opened, watched and kept for it.
    const auto bytes = d->present(page);
    if (!bytes)
        return bytes.error();
    const auto text = profile::PageText::compose(page, *bytes, [this](const QString& part) {
        const auto included = d->present(part);
        return included ? std::optional(*included) : std::nullopt;
    });
    return PageReading { text, profile::readProfile(SourceFile(text.bytes()), d->optionsFor(page)) };
}

QStringList Workspace::configuredNames() const
{
    return d->ownerNames;
}

void Workspace::push(const Change& change, const QString& label, EditSource source, const QString& mergeKey)
{
    if (d->readOnly)
        return;
    Change real;
    for (const FileEdits& fileEdits : change) {
        if (fileEdits.edits.empty())
            continue;
        const auto buffer = file(fileEdits.file);
        // A file that does not exist yet begins empty: it comes into being with the export.
        const bool isNew = !buffer && buffer.error().code == ErrorCode::NotFound && site::isSitePath(fileEdits.file);
        const QByteArray present = buffer ? buffer->bytes() : QByteArray();
        if ((!buffer && !isNew) || !applies(present, fileEdits.edits)) {
            qWarning("a change does not fit the text of %s and was not made", qPrintable(fileEdits.file));
            return;
        }
        if (applied(present, fileEdits.edits) != present)
            real.push_back(fileEdits);
    }
    if (real.empty())
        return;
    d->undo.push(new ChangeCommand(real, label, source, mergeKey, d->epoch,
        [this](const Change& step, EditSource from) { apply(step, from); }));
}

void Workspace::apply(const Change& change, EditSource source)
{
    for (const FileEdits& fileEdits : change) {
        Private::Buffer& buffer = d->buffers[fileEdits.file];
        buffer.file = buffer.file.with(fileEdits.edits);
        if (fileEdits.file == configName)
            d->readConfig();
    }
    d->readProfile();
    Q_EMIT changed(change, source);
    Q_EMIT savedStateChanged();
}

void Workspace::pushPage(const Edits& edits, const QString& label, EditSource source, const QString& mergeKey)
{
    push(d->pageText.changeFor(edits), label, source, mergeKey);
}

void Workspace::setHintsSource(std::function<ReaderHints(const QString&)> hints) { d->hintsOf = std::move(hints); }
const ReaderHints& Workspace::hints() const { return d->hints; }

void Workspace::setHints(const ReaderHints& hints)
{
    if (hints == d->hints)
        return;
    endMerge();
    d->hints = hints;
    d->readProfile();
    Q_EMIT hintsChanged();
    Q_EMIT changed({}, EditSource::Sections);
}

void Workspace::setReadOnly(bool readOnly)
{
    if (std::exchange(d->readOnly, readOnly) != readOnly)
        Q_EMIT readOnlyChanged(readOnly);
}

bool Workspace::isReadOnly() const { return d->readOnly; }

void Workspace::endMerge() { ++d->epoch; }

QStringList Workspace::changedFiles() const
{
    QStringList files;
    for (auto buffer = d->buffers.constBegin(); buffer != d->buffers.constEnd(); ++buffer) {
        if (buffer->file.bytes() != buffer->saved)
            files.append(buffer.key());
    }
    files.sort();
    return files;
}

QByteArray Workspace::savedBytes(const QString& path) const { return d->buffers.value(path).saved; }

void Workspace::markSaved(const QString& path, const QByteArray& bytes)
{
    const auto buffer = d->buffers.find(path);
    if (buffer == d->buffers.end())
        return;
    buffer->saved = bytes;
    endMerge();
    Q_EMIT savedStateChanged();
}

void Workspace::takeOutside(const QString& path, const QByteArray& onDisk, const Edits& edits)
{
    const auto buffer = d->buffers.find(path);
    if (buffer == d->buffers.end() || !applies(buffer->file.bytes(), edits))
        return;
    endMerge();
    buffer->saved = onDisk;
    const Change change {{path, edits}};
    if (edits.empty())
        Q_EMIT savedStateChanged();
    else if (d->undo.count() == 0)
        apply(change, EditSource::Reload);
    else
        d->undo.push(new ChangeCommand(change, tr("Changes by another program"), EditSource::Reload, {}, d->epoch,
            [this](const Change& step, EditSource from) { apply(step, from); }));
    endMerge();
}

QStringList Workspace::openFiles() const
{
    QStringList files = d->buffers.keys();
    files.sort();
    return files;
}

site::Buffers Workspace::buffers() const
{
    site::Buffers changed;
    for (const QString& path : changedFiles())
        changed.insert(path, d->buffers[path].file.bytes());
    return changed;
}

} // namespace lectern::app
