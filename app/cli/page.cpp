// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/page.h"

#include "core/base/atomicfile.h"
#include "core/base/contenthash.h"
#include "core/document/yamldocument.h"
#include "core/site/sitepath.h"

#include <QDir>

namespace lectern::cli {

Result<QByteArray> readSiteFile(const Page& page, const QString& relative)
{
    return readTextFile(QDir(page.root).absoluteFilePath(relative));
}

Result<Page> openPage(const QString& path, const QString& wanted)
{
    const auto opened = site::resolvePath(path);
    if (!opened)
        return opened.error();
    Page page;
    page.root = opened->root;
    page.isSite = opened->isSite;
    page.path = wanted.isEmpty() ? opened->page : QDir::cleanPath(wanted);
    const auto bytes = readSiteFile(page, page.path);
    if (!bytes)
        return bytes.error();
    page.text = profile::PageText::compose(page.path, *bytes, [&page](const QString& file) -> std::optional<QByteArray> {
        const auto included = readSiteFile(page, file);
        return included ? std::optional(*included) : std::nullopt;
    });
    page.file = SourceFile(page.text.bytes());
    if (page.isSite) {
        const auto config = readSiteFile(page, QStringLiteral("_config.yml"));
        const auto yaml = config ? YamlDocument::parse(*config) : Result<YamlDocument>(config.error());
        const QString name = yaml ? yaml->text({QStringLiteral("author"), QStringLiteral("name")}) : QString();
        if (!name.isEmpty())
            page.ownerNames.append(name);
    }
    page.profile = profile::readProfile(page.file, {page.ownerNames});
    return page;
}

Result<void> writeEdits(const Page& page, const QString& relative, const QByteArray& before, const Edits& edits)
{
    const QByteArray after = applied(before, edits);
    if (after == before)
        return {};
    return writeFileAtomically(
        QDir(page.root).absoluteFilePath(relative), after, WriteExpectation {contentHash(before)});
}

} // namespace lectern::cli
