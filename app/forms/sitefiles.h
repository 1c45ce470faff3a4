// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/edit.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

class QMimeData;

/// Files that a user brings to a site: where they go, what they are called there, and how a page addresses
/// them. Nothing here writes a file.
namespace lectern::app {

/// Larger than any file that a page should offer.
constexpr qint64 mostFileBytes = 64 * 1024 * 1024;

/// `name` as every file system and every address takes it: "My photo (1).PNG" becomes "my-photo-1.png". A
/// name of which nothing is left becomes `fallback`.
[[nodiscard]] QString safeFileName(const QString& name, const QString& fallback);

/// A path in `folder` that `isTaken` does not know: a number is put behind the name until it is free.
[[nodiscard]] QString freePath(
    const QString& folder, const QString& name, const std::function<bool(const QString&)>& isTaken);

/// Where sites keep their pictures, and the papers that they offer; the usual place first.
[[nodiscard]] QStringList pictureFolders();
[[nodiscard]] QStringList paperFolders();

/// The files that are dropped or pasted; empty where something else is.
[[nodiscard]] QStringList droppedFiles(const QMimeData& data);

/// Whether the bytes are a PDF.
[[nodiscard]] bool isPdf(const QByteArray& bytes);

/// How a page writes the addresses of its files, learned from one of them: "/files/a.pdf", "../files/a.pdf",
/// "{{ site.baseurl }}/files/a.pdf", "{{ '/files/a.pdf' | relative_url }}".
struct AddressStyle {
    QString before;
    QString folder; ///< of the sample, relative to the site; "" is the site's own folder
    QString after;
    bool isKnown = false; ///< the sample is a file of the site

    /// The address of the file at `path`, encoded where needed.
    [[nodiscard]] QString address(const QString& path) const;
    bool operator==(const AddressStyle&) const = default;
};

/// The files of one site as the fields of its forms see them: those on the disk, and those that are part of
/// the edits and will be written with the page.
class SiteFiles {
public:
    /// `pending`: the bytes of a file that is part of the edits, by its path; empty for any other.
    SiteFiles(QString root, std::function<QByteArray(const QString&)> pending);

    /// The path of the file that an address on a page leads to, where it is one of the edits; else empty.
    [[nodiscard]] QString pendingPath(const QString& address) const;
    [[nodiscard]] QByteArray pendingBytes(const QString& address) const;
    /// Whether a new file could not have this name, also on systems that know no case.
    [[nodiscard]] bool isTaken(const QString& path) const;

    /// What `sample` tells; where it tells nothing, addresses begin with `start`.
    [[nodiscard]] AddressStyle styleOf(const QString& sample, const QString& start = {}) const;
    /// The folder for a new file: that of the style, else the first of `usual` that the site has, else the
    /// first of them.
    [[nodiscard]] QString folderFor(const AddressStyle& style, const QStringList& usual) const;
    /// A free path for a file called `name` that comes into `folder`, none of `given`; `fallback` names it
    /// where its own name tells nothing.
    [[nodiscard]] QString pathFor(const QString& folder, const QString& name, const QString& fallback,
        const QStringList& given = {}) const;
    /// Takes the file that an address leads to out of the edits; no edits where it is none of them.
    [[nodiscard]] FileEdits removal(const QString& address) const;
    /// The path of a file that lies in the site already; empty for any other.
    [[nodiscard]] QString pathInSite(const QString& file) const;

private:
    [[nodiscard]] bool exists(const QString& path) const;
    /// The path that the segments of an address name, without those in front that the site does not have.
    [[nodiscard]] std::optional<QString> knownPath(const QString& written) const;

    QString m_root;
    std::function<QByteArray(const QString&)> m_pending;
};

} // namespace lectern::app
