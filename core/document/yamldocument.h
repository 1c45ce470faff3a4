// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/document/edit.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace lectern {

/// How a YAML value is written (YAML 1.2, chapter 7); an edit keeps the style where the new value allows it.
enum class YamlStyle { Plain, SingleQuoted, DoubleQuoted, Block, FlowList, BlockList, FlowMap, BlockMap, Empty };

/// One value of a YAML text and where it stands.
struct YamlValue {
    QStringList path; ///< keys from the top; list positions as decimal numbers
    YamlStyle style = YamlStyle::Empty;
    QString text; ///< the scalar's value; empty for lists and maps
    TextRange range; ///< the value's bytes in the file, quotes included; empty at the place for a missing value
    TextRange keyRange; ///< the key's bytes; empty for list entries
    bool operator==(const YamlValue&) const = default;
};

/// A lens on YAML text inside a file (`_config.yml`, `_data/*.yml`, or a page's front matter): finds values by path and
/// proposes edits that change a value and nothing beside it: comments, quoting, alignment and order stay.
///
/// Where a key stands twice the last one counts, as in Ruby's Psych. Aliases are not followed when looking up.
class YamlDocument {
public:
    /// Reads `range` of `bytes`. Errors: InvalidYaml ("line:column reason", counted from the file's start),
    /// LimitExceeded (nesting or size).
    static Result<YamlDocument> parse(const QByteArray& bytes, TextRange range);
    static Result<YamlDocument> parse(const QByteArray& bytes) { return parse(bytes, {0, bytes.size()}); }

    /// Every value in document order, maps and lists before what they hold.
    [[nodiscard]] const std::vector<YamlValue>& values() const { return m_values; }
    /// The value at `path` ("author.name" is {"author", "name"}); nullptr where there is none.
    [[nodiscard]] const YamlValue* find(const QStringList& path) const;
    /// The scalar's text at `path`, empty where there is none.
    [[nodiscard]] QString text(const QStringList& path) const;
    /// The scalars of the list at `path`; a lone scalar counts as a list of one.
    [[nodiscard]] QStringList list(const QStringList& path) const;
    /// Keys of the map at `path`, in order, each once.
    [[nodiscard]] QStringList keys(const QStringList& path = {}) const;

    /// Edits that make `path` hold the string `value`. A missing key is added behind the last key of its map, in that map's
    /// indentation and alignment; missing parents too. Errors: NotEditable when the path leads into a list or scalar, and,
    /// as with all edits here, where the text would not read as wanted afterwards.
    Result<Edits> set(const QStringList& path, const QString& value) const;
    /// Edits that make `path` hold exactly `value` as a plain token (true, false, null, a number).
    Result<Edits> setPlain(const QStringList& path, const QString& value) const;
    /// Edits that replace the list at `path`: entries that stay keep their bytes.
    Result<Edits> setList(const QStringList& path, const QStringList& entries) const;
    /// Edits that remove the key, wherever it stands twice, with its value and its line. NoSuchAddress where it is missing.
    Result<Edits> remove(const QStringList& path) const;

private:
    /// `edits` where the text reads as wanted after them and every other value as before; NotEditable where aliases, odd
    /// indentation or duplicates let them do something else.
    Result<Edits> verified(Result<Edits> edits, const QStringList& path,
        const std::function<bool(const YamlDocument&)>& isAsWanted) const;
    Result<Edits> removeWritten(const YamlValue& value) const;
    Result<Edits> setListWritten(const QStringList& path, const QStringList& entries) const;
    Result<Edits> setWritten(const QStringList& path, const QString& value, bool plainToken) const;
    Result<Edits> addMissing(
        const QStringList& path, const QByteArray& token, const QString& value, bool plainToken) const;
    Result<Edits> setBlockList(const YamlValue& list, const QStringList& entries) const;
    [[nodiscard]] bool isInFlow(const QStringList& path) const;
    [[nodiscard]] YamlStyle styleOfNeighbours(const QStringList& path) const;

    QByteArray m_bytes;
    TextRange m_range;
    std::vector<YamlValue> m_values;
};

} // namespace lectern
