// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settingsformat.h"

#include <QFile>
#include <QTemporaryDir>

#include <unistd.h>

namespace lectern::app {
namespace {

/// What Qt's own reader finds in a file. A damaged one is read as far as it goes.
QSettings::SettingsMap valuesOf(const QString& path)
{
    const QSettings ini(path, QSettings::IniFormat);
    QSettings::SettingsMap values;
    for (const QString& key : ini.allKeys())
        values.insert(key, ini.value(key));
    return values;
}

bool readSettings(QIODevice& device, QSettings::SettingsMap& values)
{
    const QTemporaryDir folder;
    QFile copy(folder.filePath(QStringLiteral("read.ini")));
    const QByteArray bytes = device.readAll();
    const bool copied = folder.isValid() && copy.open(QIODevice::WriteOnly)
        && copy.write(bytes) == bytes.size() && copy.flush();
    copy.close();
    // Where there is no room for a copy the file itself is read, by a name that Qt does not take for the one
    // that it has open.
    const auto* file = qobject_cast<QFileDevice*>(&device);
    if (!copied && !file)
        return false;
    values = valuesOf(copied ? copy.fileName() : QStringLiteral("/proc/self/fd/%1").arg(file->handle()));
    return true;
}

/// What Qt's own writer makes of the values; empty where it could not write all of it.
QByteArray bytesOf(const QSettings::SettingsMap& values)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("written.ini"));
    {
        QSettings ini(path, QSettings::IniFormat);
        for (auto value = values.cbegin(); value != values.cend(); ++value)
            ini.setValue(value.key(), value.value());
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.readAll();
    // Its success says nothing. Values come back as texts, so they are compared as the file has them.
    const QSettings::SettingsMap back = valuesOf(path);
    return back.keys() == values.keys() && bytes.endsWith('\n') ? bytes : QByteArray();
}

bool writeSettings(QIODevice& device, const QSettings::SettingsMap& values)
{
    const QByteArray bytes = bytesOf(values);
    if (bytes.isEmpty() && !values.isEmpty())
        return false;
    // Said to be written only when the disk has it; otherwise the old file stays.
    auto* file = qobject_cast<QFileDevice*>(&device);
    return device.write(bytes) == bytes.size() && file && file->flush() && ::fdatasync(file->handle()) == 0;
}

} // namespace

QSettings::Format settingsFormat()
{
    static const QSettings::Format format
        = QSettings::registerFormat(QStringLiteral("ini"), readSettings, writeSettings, Qt::CaseSensitive);
    return format;
}

} // namespace lectern::app
