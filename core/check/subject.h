// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/finding.h"
#include "core/profile/profile.h"
#include "core/render/renderer.h"
#include "core/site/filesource.h"
#include "core/site/site.h"

#include <QSet>

namespace lectern::check {

/// What the rules look at: one page of a site (or a lone file), read and rendered once for all of them.
class Subject {
public:
    /// `site`: a null pointer for a lone file.
    Subject(const site::FileSource& files, QString page, render::RenderedPage rendered,
        std::shared_ptr<const site::Site> site);

    [[nodiscard]] const site::FileSource& files() const { return m_files; }
    [[nodiscard]] const QString& page() const { return m_page; }
    [[nodiscard]] const profile::Profile& profile() const { return m_profile; }
    [[nodiscard]] const QByteArray& bytes() const { return m_profile.file.bytes(); }
    /// The page's bytes with all that is no content blanked out, byte for byte: front matter, comments, code,
    /// scripts and Liquid tags. Places found in it are places of the page.
    [[nodiscard]] const QByteArray& content() const { return m_content; }
    /// content() as text with one character for each byte, for regular expressions over ASCII syntax.
    [[nodiscard]] const QString& contentText() const { return m_contentText; }

    /// The site; a null pointer for a lone file.
    [[nodiscard]] const site::Site* site() const { return m_site.get(); }
    [[nodiscard]] const render::RenderedPage& rendered() const { return m_rendered; }
    /// The files that forms show, with their bytes: the page, and of a site its settings and its menu.
    [[nodiscard]] std::vector<std::pair<QString, QByteArray>> shownFiles() const;
    /// Every `id` (and `name` of an anchor) of the published page.
    [[nodiscard]] const QSet<QString>& anchors() const { return m_anchors; }

    /// A finding in the page.
    [[nodiscard]] Finding finding(
        Severity severity, const char* code, TextRange range, QStringList arguments = {}) const;
    /// The same with a repair of the page.
    [[nodiscard]] Finding repairable(Severity severity, const char* code, TextRange range,
        QStringList arguments, const Edits& repair) const;

private:
    const site::FileSource& m_files;
    QString m_page;
    std::shared_ptr<const site::Site> m_site;
    render::RenderedPage m_rendered;
    profile::Profile m_profile;
    QByteArray m_content;
    QString m_contentText;
    QSet<QString> m_anchors;
};

} // namespace lectern::check
