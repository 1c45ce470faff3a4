// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/previewwords.h"

#include <QCoreApplication>

namespace lectern::app {
namespace {

class PreviewWords {
    Q_DECLARE_TR_FUNCTIONS(lectern::app::PreviewWords)
public:
    static QString state(PreviewState::Kind kind)
    {
        switch (kind) {
        case PreviewState::Kind::Empty: return {};
        case PreviewState::Kind::Rendering: return tr("Preview is being made");
        case PreviewState::Kind::UpToDate: return tr("Preview up to date");
        case PreviewState::Kind::Stale: return tr("Preview shows an older state");
        case PreviewState::Kind::Unavailable: return tr("No preview");
        }
        return {};
    }
    static QString blocked(int count) { return tr("%n remote item(s) blocked", nullptr, count); }
};

} // namespace

QString previewWords(const PreviewState& state)
{
    const QString words = PreviewWords::state(state.kind);
    return state.blocked > 0 ? QStringLiteral("%1 · %2").arg(words, PreviewWords::blocked(state.blocked)) : words;
}

} // namespace lectern::app
