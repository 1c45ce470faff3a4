// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QMutex>
#include <QString>
#include <QStringList>

namespace lectern::app {

/// Takes every message of the program and of Qt while it lives, and appends it to `lectern.log` in a folder.
/// A file that grew over its limit becomes `lectern.1.log`, that one `lectern.2.log`, and the oldest goes.
/// Warnings go to the terminal as well, with `verbose` everything does. Where the folder cannot be written
/// there is no file, and nothing else changes.
class LogFile {
public:
    static constexpr qint64 standardLimit = 512 * 1024; ///< bytes of one file
    static constexpr int keptFiles = 2; ///< besides the one that is written

    LogFile(const QString& folder, bool verbose, qint64 limit = standardLimit);
    ~LogFile();
    LogFile(const LogFile&) = delete;
    LogFile& operator=(const LogFile&) = delete;

    /// Where the user's log lies.
    [[nodiscard]] static QString standardFolder();
    [[nodiscard]] QString path() const;
    /// The newest lines of this run, the oldest of them first, without what is personal in them (see
    /// programlog.h).
    [[nodiscard]] QStringList shareableLines() const;

private:
    static void handle(QtMsgType type, const QMessageLogContext& context, const QString& message);
    void take(QtMsgType type, const QString& category, const QString& message);
    void rotate();

    QString m_folder;
    bool m_verbose;
    qint64 m_limit;
    mutable QMutex m_mutex; // messages come from every thread
    QFile m_file;
    QStringList m_shareable;
    QtMessageHandler m_before = nullptr;
};

} // namespace lectern::app
