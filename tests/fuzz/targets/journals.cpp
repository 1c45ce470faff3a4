// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomicfile.h"
#include "core/base/contenthash.h"
#include "core/document/editjournal.h"
#include "core/publish/exportjournal.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/targets.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtEndian>

#include <algorithm>

namespace lectern::fuzz {
namespace {

/// Numbers and pieces out of an input's bytes; zeros when they are used up.
class Bytes {
public:
    explicit Bytes(const QByteArray& bytes)
        : m_bytes(bytes)
    {
    }
    [[nodiscard]] bool atEnd() const { return m_at >= m_bytes.size(); }
    int number(int below) { return atEnd() ? 0 : uchar(m_bytes[m_at++]) % below; }
    QByteArray piece(int atMost)
    {
        const QByteArray piece = m_bytes.mid(m_at, number(atMost + 1));
        m_at += piece.size();
        return piece;
    }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

QString fileName(int number)
{
    return number == 0 ? QStringLiteral("about.md") : QStringLiteral("pages/p%1.md").arg(number);
}

/// A session as the program writes it, and what it must tell.
struct Session {
    QByteArray journal = editjournal::head(QStringLiteral("/site"), 5);
    QByteArray text[3];
    QByteArray disk[3];
    std::vector<qsizetype> ends;
};

Session sessionOf(Bytes& bytes)
{
    Session session;
    for (int file = 0; file < 3; ++file) {
        session.text[file] = session.disk[file] = bytes.piece(20);
        session.journal += editjournal::base(fileName(file), session.text[file]);
    }
    for (qint64 time = 10; !bytes.atEnd(); time += 10) {
        const int file = bytes.number(3);
        if (bytes.number(8) == 0) {
            session.disk[file] = session.text[file];
            session.journal += editjournal::saved(fileName(file), session.disk[file]);
            continue;
        }
        const qsizetype at = bytes.number(int(session.text[file].size()) + 1);
        const QByteArray removed = session.text[file].mid(at, bytes.number(4));
        const Edit edit { at, removed, bytes.piece(9) };
        session.text[file] = applied(session.text[file], { edit });
        session.journal += editjournal::step({ { fileName(file), { edit } } }, time, 0);
    }
    return session;
}

void checkSession(const Session& written)
{
    const auto read = readEditJournal(written.journal);
    FUZZ_CHECK(read && !read->isTorn && read->root == QStringLiteral("/site"));
    std::size_t changed = 0;
    for (int file = 0; file < 3; ++file) {
        const auto found = std::find_if(read->files.begin(), read->files.end(),
            [&](const RecoveredFile& one) { return one.file == fileName(file); });
        const bool isThere = found != read->files.end();
        FUZZ_CHECK(isThere == (written.text[file] != written.disk[file]));
        if (!isThere)
            continue;
        ++changed;
        FUZZ_CHECK(found->base == written.disk[file] && found->now == written.text[file]);
    }
    FUZZ_CHECK(read->files.size() == changed);
    FUZZ_CHECK((read->edits == 0) == (changed == 0));
}

/// A record with a right check sum around whatever bytes.
QByteArray sealed(const QByteArray& payload)
{
    QByteArray head(4, '\0');
    qToBigEndian(quint32(payload.size()), head.data());
    return head + contentHash(payload).first(8) + payload;
}

void checkReadable(const QByteArray& journal)
{
    const auto read = readEditJournal(journal);
    if (!read)
        return;
    FUZZ_CHECK(read->edits >= 0);
    for (const RecoveredFile& file : read->files)
        FUZZ_CHECK(file.base != file.now);
}

} // namespace

void editJournal(const QByteArray& input)
{
    Bytes bytes(input);
    const int cut = bytes.number(256);
    const Session session = sessionOf(bytes);
    checkSession(session);
    checkReadable(session.journal.first(session.journal.size() * cut / 256));
    // Records that no program of ours wrote, with and without a right check sum.
    checkReadable(session.journal + input);
    checkReadable(session.journal + sealed(input) + editjournal::page(QStringLiteral("x")));
    checkReadable(input);
}

namespace {

struct Site {
    QTemporaryDir target;
    QTemporaryDir journals;
    publish::ExportPlan plan;
};

void put(const QString& path, const QByteArray& bytes)
{
    FUZZ_CHECK(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    FUZZ_CHECK(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

std::optional<QByteArray> contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
}

/// What stands at the plan's places when the program died: each file old, new, or what somebody else wrote.
std::vector<std::optional<QByteArray>> setUp(Site& site, Bytes& bytes)
{
    site.plan.target = site.target.path();
    std::vector<std::optional<QByteArray>> present;
    for (int file = 0, count = 1 + bytes.number(3); file < count; ++file) {
        publish::PlannedFile planned { fileName(file), bytes.piece(12), bytes.piece(12), false };
        if (bytes.number(4) == 0)
            planned.before.reset();
        switch (bytes.number(5)) {
        case 0:
            present.push_back("somebody else's");
            break;
        case 1:
        case 2:
            present.push_back(planned.after);
            break;
        default:
            present.push_back(planned.before);
            break;
        }
        if (present.back())
            put(site.target.filePath(planned.path), *present.back());
        site.plan.files.push_back(planned);
    }
    return present;
}

/// Cuts the journal short or changes one of its bytes.
void damage(const QString& folder, Bytes& bytes)
{
    const QStringList names = QDir(folder).entryList(QDir::Files);
    FUZZ_CHECK(names.size() == 1);
    const QString path = folder + u'/' + names.first();
    QByteArray content = *contentOf(path);
    const qsizetype at = bytes.number(256) * content.size() / 256;
    if (bytes.number(2) == 0)
        content.truncate(at);
    else
        content[at] = char(content[at] ^ (1 + bytes.number(255)));
    put(path, content);
}

void checkEnd(const Site& site, const std::vector<std::optional<QByteArray>>& present, bool isDamaged)
{
    const auto recovered = publish::recoverExports(site.journals.path());
    FUZZ_CHECK(recovered.size() == (isDamaged ? 0u : 1u));
    int old = 0;
    int now = 0;
    int others = 0;
    for (std::size_t i = 0; i < present.size(); ++i) {
        const publish::PlannedFile& file = site.plan.files[i];
        const auto content = contentOf(site.target.filePath(file.path));
        const bool isPlanned = present[i] == file.before || present[i] == file.after;
        // What somebody else wrote stays, and so does everything where the journal tells nothing.
        FUZZ_CHECK((isPlanned && !isDamaged) || content == present[i]);
        old += content == file.before;
        now += content == std::optional(file.after);
        others += !isPlanned;
    }
    if (isDamaged)
        return;
    const int all = int(present.size()) - others;
    FUZZ_CHECK(old == all || now == all);
    FUZZ_CHECK(recovered[0].end != publish::RecoveredExport::End::Unfinished);
    FUZZ_CHECK(recovered[0].end != publish::RecoveredExport::End::Finished || now == all);
    FUZZ_CHECK(publish::recoverExports(site.journals.path()).empty());
    FUZZ_CHECK(QDir(site.journals.path()).isEmpty());
}

} // namespace

void exportJournal(const QByteArray& input)
{
    Bytes bytes(input);
    Site site;
    FUZZ_CHECK(site.target.isValid() && site.journals.isValid());
    const auto present = setUp(site, bytes);
    {
        auto journal = publish::ExportJournal::begin(
            site.journals.path(), site.plan, publish::missingFolders(site.plan));
        FUZZ_CHECK(journal.isOk());
        if (bytes.number(4) == 1)
            FUZZ_CHECK(journal->turnBack().isOk());
    } // The program dies here, and its lock goes with it.
    const bool isDamaged = bytes.number(4) == 1;
    if (isDamaged)
        damage(site.journals.path(), bytes);
    checkEnd(site, present, isDamaged);
}

} // namespace lectern::fuzz
