// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/yamldocument.h"
#include "core/document/yamlwrite.h"
#include "core/site/yamlreader.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/targets.h"

#include <QTimeZone>

#include <algorithm>

namespace lectern::fuzz {
namespace {

bool isContainer(const YamlValue& value)
{
    return value.style == YamlStyle::BlockMap || value.style == YamlStyle::BlockList
        || value.style == YamlStyle::FlowMap || value.style == YamlStyle::FlowList;
}

/// A text as a user types it, out of the input.
QString typedText(const QByteArray& input)
{
    QString text = QString::fromUtf8(input.mid(input.size() / 3, 40));
    return text.isEmpty() ? QStringLiteral("changed: # one") : text;
}

/// A scalar that we write is the very string for Jekyll.
void checkWritten(const QString& text)
{
    for (const YamlStyle style : { YamlStyle::Plain, YamlStyle::SingleQuoted, YamlStyle::DoubleQuoted }) {
        for (const bool inFlow : { false, true }) {
            const QByteArray scalar = yamlScalar(text, style, inFlow);
            const auto read = site::readYaml(
                inFlow ? "k: [a, " + scalar + ", b]\n" : "k: " + scalar + "\nl: b\n", QTimeZone::utc());
            FUZZ_CHECK(read.isOk());
            const liquid::Value value = read->at(QStringLiteral("k"));
            const QString* string = inFlow
                ? value.list() && value.list()->size() == 3 ? (*value.list())[1].string() : nullptr
                : value.string();
            FUZZ_CHECK(string && *string == text);
        }
    }
}

/// The scalars of a text but those at `path` and below it.
std::vector<std::pair<QStringList, QString>> others(const YamlDocument& document, const QStringList& path)
{
    std::vector<std::pair<QStringList, QString>> found;
    for (const YamlValue& value : document.values()) {
        const bool isConcerned
            = value.path.size() >= path.size() && std::equal(path.begin(), path.end(), value.path.begin());
        // A map that lost its last key is an empty value, and one that got its first key no longer.
        if (!isConcerned && !isContainer(value) && value.style != YamlStyle::Empty)
            found.emplace_back(value.path, value.text);
    }
    return found;
}

YamlDocument checkApplied(const QByteArray& input, const Edits& edits)
{
    FUZZ_CHECK(applies(input, edits));
    const QByteArray after = applied(input, edits);
    FUZZ_CHECK(applied(after, inverted(edits)) == input);
    const auto again = YamlDocument::parse(after);
    FUZZ_CHECK(again.isOk());
    return *again;
}

void checkEdits(
    const QByteArray& input, const YamlDocument& document, const YamlValue& value, const QString& text)
{
    if (value.path.isEmpty() || document.find(value.path) != &value)
        return;
    if (const auto edits = document.set(value.path, text)) {
        const YamlDocument after = checkApplied(input, *edits);
        FUZZ_CHECK(after.text(value.path) == text);
        FUZZ_CHECK(others(after, value.path) == others(document, value.path));
    }
    if (const auto edits = document.remove(value.path)) {
        const YamlDocument after = checkApplied(input, *edits);
        if (!value.keyRange.isEmpty()) {
            FUZZ_CHECK(!after.find(value.path));
            FUZZ_CHECK(others(after, value.path) == others(document, value.path));
        }
    }
    const QStringList entries { QStringLiteral("one"), text, QStringLiteral("two: #") };
    if (const auto edits = document.setList(value.path, entries)) {
        const YamlDocument after = checkApplied(input, *edits);
        FUZZ_CHECK(after.list(value.path) == entries);
        FUZZ_CHECK(others(after, value.path) == others(document, value.path));
    }
    const QStringList added = value.path + QStringList { QStringLiteral("new"), QStringLiteral("key") };
    if (const auto edits = document.find(added) ? Result<Edits>(Error {}) : document.set(added, text)) {
        const YamlDocument after = checkApplied(input, *edits);
        FUZZ_CHECK(after.text(added) == text);
        FUZZ_CHECK(others(after, value.path) == others(document, value.path));
    }
}

void checkRanges(const YamlDocument& document, qsizetype size)
{
    for (const YamlValue& value : document.values()) {
        FUZZ_CHECK(value.range.from >= 0 && value.range.from <= value.range.to && value.range.to <= size);
        FUZZ_CHECK(value.keyRange.from >= 0 && value.keyRange.from <= value.keyRange.to
            && value.keyRange.to <= size);
        FUZZ_CHECK(value.keyRange.isEmpty() || value.keyRange.to <= value.range.from);
    }
}

} // namespace

void siteYaml(const QByteArray& input)
{
    const auto value = site::readYaml(input, QTimeZone::utc());
    FUZZ_CHECK(value || !value.error().detail.isEmpty());
    checkWritten(typedText(input));
    checkWritten(QString::fromUtf8(input.left(12)));
}

void yamlEdits(const QByteArray& input)
{
    const auto document = YamlDocument::parse(input);
    if (!document)
        return;
    checkRanges(*document, input.size());
    const QString text = typedText(input);
    const auto& values = document->values();
    const std::size_t step = values.size() / 8 + 1;
    for (std::size_t i = 0; i < values.size(); i += step)
        checkEdits(input, *document, values[i], text);
}

} // namespace lectern::fuzz
