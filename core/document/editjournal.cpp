// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/editjournal.h"

#include "core/base/contenthash.h"
#include "core/base/wholecbor.h"

#include <QCborArray>
#include <QCborMap>
#include <QMap>
#include <QtEndian>

#include <algorithm>

namespace lectern {
namespace {

const QByteArray magic = QByteArrayLiteral("LECTERN-EDITS-1\n");
constexpr qsizetype sumSize = 8;
constexpr qsizetype recordHead = 4 + sumSize;

enum RecordKind { Head = 1, Base, Step, Saved, Page };

QByteArray record(const QCborArray& content)
{
    const QByteArray payload = content.toCborValue().toCbor();
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(quint32(payload.size()), bytes.data());
    return bytes + contentHash(payload).first(sumSize) + payload;
}

QCborArray encoded(const Edits& edits)
{
    QCborArray list;
    for (const Edit& edit : edits) {
        list.append(qint64(edit.at));
        list.append(edit.removed);
        list.append(edit.inserted);
    }
    return list;
}

std::optional<Edits> decoded(const QCborArray& list)
{
    if (list.size() % 3 != 0)
        return std::nullopt;
    Edits edits;
    for (qsizetype i = 0; i < list.size(); i += 3)
        edits.push_back({qsizetype(list[i].toInteger(-1)), list[i + 1].toByteArray(), list[i + 2].toByteArray()});
    return edits;
}

/// Applies records one after the other.
class Replay {
public:
    bool take(const QCborArray& content)
    {
        switch (content[0].toInteger()) {
        case Head:
            m_session.root = content[1].toString();
            return true;
        case Base:
            m_files.insert(content[1].toString(), {content[2].toByteArray(), content[2].toByteArray()});
            return true;
        case Saved: {
            const auto file = m_files.find(content[1].toString());
            if (file == m_files.end())
                return false;
            file->base = content[2].toByteArray();
            forgetIfClean();
            return true;
        }
        case Page:
            m_session.page = content[1].toString();
            return true;
        case Step:
            return step(content[1].toInteger(), content[2].toArray(), int(content[3].toInteger()));
        default:
            return true; // of a later version
        }
    }

    RecoveredSession session(bool isTorn)
    {
        m_session.isTorn = isTorn;
        for (auto file = m_files.cbegin(); file != m_files.cend(); ++file) {
            if (file->base != file->now)
                m_session.files.push_back({file.key(), file->base, file->now});
        }
        return m_session;
    }

private:
    struct State {
        QByteArray base;
        QByteArray now;
    };

    bool step(qint64 time, const QCborArray& files, int count)
    {
        bool typedOn = false;
        for (qsizetype i = 0; i + 1 < files.size(); i += 2) {
            const auto file = m_files.find(files[i].toString());
            const auto edits = decoded(files[i + 1].toArray());
            if (file == m_files.end() || !edits || edits->empty() || !applies(file->now, *edits))
                return false;
            file->now = applied(file->now, *edits);
            typedOn = m_lastFile == file.key() && m_lastEdit && merged(*m_lastEdit, edits->front());
            m_lastFile = file.key();
            m_lastEdit = edits->back();
        }
        if (count > 0)
            m_lastEdit.reset(); // a sum is no place that was typed in
        if (m_session.edits == 0)
            m_session.firstEdit = time;
        m_session.lastEdit = time;
        if (count > 0 || m_session.edits == 0 || !typedOn)
            m_session.edits += std::clamp(count, 1, 1'000'000);
        forgetIfClean();
        return true;
    }

    void forgetIfClean()
    {
        if (std::any_of(m_files.cbegin(), m_files.cend(), [](const State& file) { return file.base != file.now; }))
            return;
        m_session.edits = 0;
        m_lastEdit.reset();
    }

    RecoveredSession m_session;
    QMap<QString, State> m_files;
    QString m_lastFile;
    std::optional<Edit> m_lastEdit;
};

} // namespace

namespace editjournal {

QByteArray head(const QString& root, qint64 time) { return magic + record({Head, root, time}); }

QByteArray base(const QString& file, const QByteArray& bytes) { return record({Base, file, bytes}); }

QByteArray step(const Change& change, qint64 time, int count)
{
    QCborArray files;
    for (const FileEdits& file : change) {
        files.append(file.file);
        files.append(encoded(file.edits));
    }
    return record({Step, time, files, count});
}

QByteArray saved(const QString& file, const QByteArray& bytes) { return record({Saved, file, bytes}); }

QByteArray page(const QString& file) { return record({Page, file}); }

} // namespace editjournal

Result<RecoveredSession> readEditJournal(const QByteArray& bytes)
{
    if (!bytes.startsWith(magic))
        return Error {ErrorCode::InvalidValue, {}, {}};
    Replay replay;
    qsizetype at = magic.size();
    while (at < bytes.size()) {
        if (bytes.size() - at < recordHead)
            return replay.session(true);
        const qsizetype size = qFromBigEndian<quint32>(bytes.constData() + at);
        if (bytes.size() - at - recordHead < size)
            return replay.session(true);
        const QByteArray payload = bytes.mid(at + recordHead, size);
        if (contentHash(payload).first(sumSize) != bytes.mid(at + 4, sumSize))
            return replay.session(true);
        const auto record = wholeCbor(payload);
        if (!record || !replay.take(record->toArray()))
            return replay.session(true);
        at += recordHead + size;
    }
    return replay.session(false);
}

} // namespace lectern
