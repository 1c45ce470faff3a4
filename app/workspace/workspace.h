// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/readerhints.h"
#include "core/base/result.h"
#include "core/document/edit.h"
#include "core/document/sourcefile.h"
#include "core/profile/pagetext.h"
#include "core/profile/profile.h"
#include "core/site/filesource.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

class QUndoStack;

namespace lectern::app {

/// A page of the site with the files that it includes, and what is read in it.
struct PageReading {
    profile::PageText text;
    profile::Profile profile;
};

/// Who made a change; a view skips the echo of its own.
enum class EditSource { Form, List, Sections, Preview, Source, Undo, Repair, Reload };

/// The one writer: holds the buffers of the open site, applies every change, undoes it, and tells everybody. It opens files
/// and never writes one (export does, through core/publish).
///
/// The current profile is recomputed from the bytes after each change, before `changed` is emitted.
class Workspace : public QObject {
    Q_OBJECT
public:
    explicit Workspace(QObject* parent = nullptr);
    ~Workspace() override;

    /// Opens a Jekyll repository (a folder with `_config.yml`, or a path inside one) or a lone Markdown file. On failure
    /// what was open stays open. Errors: NotFound, Unreadable, NotRegularFile, NotText, TooLarge, NotASite.
    Result<void> open(const QString& path);
    [[nodiscard]] bool isOpen() const;
    /// Absolute folder of the site; for a lone file the folder that holds it.
    [[nodiscard]] QString root() const;
    [[nodiscard]] bool isSite() const; ///< false: a lone file
    /// What the site calls itself (title of `_config.yml`, repository, else the folder's name).
    [[nodiscard]] QString siteName() const;

    /// Pages that can be edited in forms, relative paths, the home page first.
    [[nodiscard]] QStringList pages() const;
    [[nodiscard]] QString currentPage() const;
    Result<void> setCurrentPage(const QString& page);

    /// The buffer of a file of the site, read from disk when first asked for.
    Result<SourceFile> file(const QString& path);
    /// Of the current page with the files that it includes; its ranges count in pageText().
    [[nodiscard]] const profile::Profile& profile() const;
    /// Which file each byte of the profile's text stands in.
    [[nodiscard]] const profile::PageText& pageText() const;

    /// Any page of the site, read as its buffers stand; its ranges count in its text.
    Result<PageReading> readPage(const QString& page);
    /// The owner's names that the site's configuration tells.
    [[nodiscard]] QStringList configuredNames() const;

    /// Applies `change` as one undoable step named `label`. Steps with the same non-empty `mergeKey` in a row become one
    /// (typing in one field). An empty change does nothing. Files are addressed by relative path and opened when needed.
    void push(const Change& change, const QString& label, EditSource source, const QString& mergeKey = {});
    /// push() for edits of the current page's text: each goes to the file that it belongs to.
    void pushPage(const Edits& edits, const QString& label, EditSource source, const QString& mergeKey = {});
    /// Asks `hints` for each site that is opened from now on (absolute folder); without it there are none.
    void setHintsSource(std::function<ReaderHints(const QString& root)> hints);
    [[nodiscard]] const ReaderHints& hints() const;
    /// Reads the page again with `hints`: no byte changes, but `changed` is emitted, with an empty change, for every view.
    void setHints(const ReaderHints& hints);
    /// While true push() refuses: another program works on this site.
    void setReadOnly(bool readOnly);
    [[nodiscard]] bool isReadOnly() const;
    /// Ends merging: the next push with the same key is a step of its own (a field lost focus).
    void endMerge();
    [[nodiscard]] QUndoStack* undoStack() const;

    /// Files whose buffer differs from what was opened or last exported.
    [[nodiscard]] QStringList changedFiles() const;
    /// A file's bytes as opened or last exported.
    [[nodiscard]] QByteArray savedBytes(const QString& path) const;
    /// Called after an export: the file on disk now holds `bytes`.
    void markSaved(const QString& path, const QByteArray& bytes);
    /// Another program wrote `onDisk`: from now on that is what the file's buffer is compared with, and `edits` bring what of
    /// it belongs into the buffer, as a step where there are steps to keep in order.
    void takeOutside(const QString& path, const QByteArray& onDisk, const Edits& edits);
    /// Files that have a buffer.
    [[nodiscard]] QStringList openFiles() const;
    /// Every buffer that differs from disk, for the renderer.
    [[nodiscard]] site::Buffers buffers() const;

Q_SIGNALS:
    void opened();
    /// Behind opened(), once every view has read the site: from here on it may be changed.
    void ready();
    void currentPageChanged();
    void changed(const lectern::Change& change, lectern::app::EditSource source);
    void savedStateChanged();
    void readOnlyChanged(bool readOnly);
    void hintsChanged();

private:
    void apply(const Change& change, EditSource source);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lectern::app
