// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/gemfolders.h"

#include <QDir>

namespace lectern::app {

namespace {

/// Folders that a path with `*` for whole names stands for.
QStringList expanded(const QString& path)
{
    const qsizetype star = path.indexOf(QStringLiteral("/*/"));
    if (star < 0)
        return QDir(path).exists() ? QStringList { path } : QStringList();
    QStringList found;
    const QDir folder(path.left(star));
    for (const QString& name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        found += expanded(folder.filePath(name) + path.mid(star + 2));
    return found;
}

} // namespace

QStringList gemFolders()
{
    QStringList places;
    for (const char* variable : { "GEM_HOME", "GEM_PATH" }) {
        for (const QString& folder : qEnvironmentVariable(variable).split(u':', Qt::SkipEmptyParts))
            places.append(folder + QStringLiteral("/gems"));
    }
    const QString home = QDir::homePath();
    places += { home + QStringLiteral("/.local/share/gem/ruby/*/gems"), home + QStringLiteral("/.gem/ruby/*/gems"),
        home + QStringLiteral("/.rbenv/versions/*/lib/ruby/gems/*/gems"), home + QStringLiteral("/.rvm/gems/*/gems"),
        QStringLiteral("/usr/local/lib/ruby/gems/*/gems"), QStringLiteral("/var/lib/gems/*/gems"),
        QStringLiteral("/usr/lib/ruby/gems/*/gems"), QStringLiteral("/usr/share/rubygems-integration/*/gems") };
    QStringList folders;
    for (const QString& place : places)
        folders += expanded(place);
    folders.removeDuplicates();
    return folders;
}

} // namespace lectern::app
