// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/editscript.h"

#include "core/base/atomicfile.h"
#include "core/base/contenthash.h"

#include <QDir>
#include <QUndoStack>

namespace lectern::test {
namespace {

bool isBoundary(const QByteArray& text, qsizetype at)
{
    return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

} // namespace

EditScript::Step EditScript::next(app::Workspace& workspace)
{
    if (m_typing > 0) {
        type(workspace);
        return Step::Edited;
    }
    const int what = m_random.bounded(100);
    if (what < 4)
        return Step::WantsExport;
    if (what < 14) {
        workspace.undoStack()->undo();
    } else if (what < 20) {
        workspace.undoStack()->redo();
    } else if (what < 30) {
        const QByteArray text = workspace.file(scriptPage)->bytes();
        qsizetype from = text.indexOf('\n', m_random.bounded(int(text.size()))) + 1;
        const qsizetype to = std::max(from, text.indexOf('\n', from));
        if (to - from > 3 && from > 60)
            workspace.push({ { scriptPage, { { from, text.sliced(from, to - from), {} } } } },
                QStringLiteral("Delete"), app::EditSource::Form);
    } else if (what < 36) {
        const QByteArray title = "title: \"" + QByteArray::number(m_random.bounded(10000)) + "\"\n";
        const QByteArray config = workspace.file(scriptConfig)->bytes();
        const qsizetype end = config.indexOf('\n') + 1;
        workspace.push({ { scriptConfig, { { 0, config.first(end), title } } },
                           { scriptPage, { { workspace.file(scriptPage)->size(), {}, "End.\n" } } } },
            QStringLiteral("Both"), app::EditSource::Form);
    } else {
        m_file = what < 92 ? scriptPage : scriptConfig;
        const QByteArray text = workspace.file(m_file)->bytes();
        m_at = text.indexOf('\n', m_random.bounded(int(text.size())));
        if (m_at < 60 || !isBoundary(text, m_at))
            m_at = text.size();
        m_typing = 1 + m_random.bounded(12);
        workspace.endMerge();
        type(workspace);
    }
    return Step::Edited;
}

void EditScript::type(app::Workspace& workspace)
{
    --m_typing;
    const QByteArray letters[] = { "a", "b", " ", "\xc3\xa9", "\xe4\xb8\xad", "'", "z" };
    const QByteArray letter = letters[m_random.bounded(7)];
    workspace.push({ { m_file, { { m_at, {}, letter } } } }, QStringLiteral("Type"), app::EditSource::Form,
        QStringLiteral("typing"));
    m_at += letter.size();
}

QByteArray stateHash(app::Workspace& workspace)
{
    QByteArray all;
    for (const QString& file : { scriptPage, scriptConfig })
        all += contentHash(workspace.file(file)->bytes());
    return contentHash(all).toHex().first(16);
}

void makeScriptSite(const QString& folder)
{
    QDir().mkpath(folder + QStringLiteral("/_pages"));
    const QByteArray config = "title: \"Ada\"\nrepository: ada/ada.github.io\nauthor:\n  name: Ada B\n# the "
                              "end of the settings, a longer line\n";
    QByteArray page
        = "---\npermalink: /\ntitle: \"About\"\n---\n\nHello, this is a page about me.\n\n# News\n";
    for (int i = 0; i < 12; ++i)
        page += "- *2024." + QByteArray::number(i + 1) + "*: something happened that is worth a line\n";
    page += "\n# Publications\n\n[First paper](https://a.example/1)\n- Accepted by **SC' 25 (CCF-A)**, a "
            "note.\n- Authors: **Ada B**, C D\n";
    (void)writeFileAtomically(folder + u'/' + scriptConfig, config);
    (void)writeFileAtomically(folder + u'/' + scriptPage, page);
}

} // namespace lectern::test
