// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/caretplace.h"

#include "app/forms/chipedit.h"

#include <QLineEdit>
#include <QTextEdit>
#include <QTextCursor>

#include <algorithm>

namespace lectern::app {
namespace {

/// What the chips of a field say, in their order.
QStringList chipTexts(const profile::FieldValue& value)
{
    QStringList texts;
    if (const auto* authors = std::get_if<std::vector<profile::Author>>(&value)) {
        for (const profile::Author& author : *authors)
            texts.append(author.name);
    } else if (const auto* links = std::get_if<std::vector<profile::Link>>(&value)) {
        for (const profile::Link& link : *links)
            texts.append(link.label);
    } else if (const auto* tags = std::get_if<QStringList>(&value)) {
        texts = *tags;
    }
    return texts;
}

/// The last of `texts` that begins at or before `offset`, each looked for behind the one before it; -1 for
/// none.
int indexAt(const QStringList& texts, QByteArrayView bytes, TextRange range, qsizetype offset)
{
    int index = -1;
    qsizetype from = range.from;
    for (int i = 0; i < texts.size(); ++i) {
        const qsizetype found = bytes.indexOf(texts[i].toUtf8(), from);
        if (found < 0 || found > offset || found >= range.to)
            continue;
        index = i;
        from = found + texts[i].toUtf8().size();
    }
    return index;
}

} // namespace

void placeCaret(QWidget* widget, QByteArrayView bytes, TextRange range, qsizetype offset)
{
    const qsizetype to = std::clamp(offset, range.from, range.to);
    const auto position = int(QString::fromUtf8(bytes.sliced(range.from, to - range.from)).size());
    if (auto* line = qobject_cast<QLineEdit*>(widget)) {
        line->deselect();
        line->setCursorPosition(position);
    } else if (auto* text = qobject_cast<QTextEdit*>(widget)) {
        QTextCursor cursor = text->textCursor();
        cursor.setPosition(std::min(position, text->document()->characterCount() - 1));
        text->setTextCursor(cursor);
    }
}

void placeCaret(QWidget* widget, QByteArrayView bytes, const profile::Field& field, qsizetype offset)
{
    for (QWidget* up = widget; up; up = up->parentWidget()) {
        if (auto* chips = qobject_cast<ChipEdit*>(up)) {
            if (const int index = indexAt(chipTexts(field.value), bytes, field.range, offset); index >= 0)
                chips->focusChip(index);
            return;
        }
    }
    placeCaret(widget, bytes, field.range, offset);
}

} // namespace lectern::app
