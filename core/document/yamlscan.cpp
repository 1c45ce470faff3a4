// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/yamlscan.h"

#include "core/document/sourcefile.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <sstream>

namespace lectern {
namespace {

constexpr int maximalDepth = 100;
constexpr size_t maximalValues = 200'000;

struct LimitReached { };

bool isBlank(char c) { return c == ' ' || c == '\t'; }
bool isLineEnd(char c) { return c == '\n' || c == '\r'; }

qsizetype quotedEnd(QByteArrayView bytes, qsizetype from, qsizetype limit)
{
    const char quote = bytes[from];
    for (qsizetype at = from + 1; at < limit; ++at) {
        if (quote == '"' && bytes[at] == '\\') {
            ++at;
        } else if (bytes[at] == quote) {
            if (quote == '\'' && at + 1 < limit && bytes[at + 1] == '\'')
                ++at;
            else
                return at + 1;
        }
    }
    return limit;
}

qsizetype lineEndAt(QByteArrayView bytes, qsizetype at, qsizetype limit)
{
    while (at < limit && !isLineEnd(bytes[at]))
        ++at;
    return at;
}

qsizetype nextLine(QByteArrayView bytes, qsizetype at, qsizetype limit)
{
    at = lineEndAt(bytes, at, limit);
    if (at < limit && bytes[at] == '\r')
        ++at;
    if (at < limit && bytes[at] == '\n')
        ++at;
    return at;
}

qsizetype lineStartAt(QByteArrayView bytes, qsizetype at)
{
    while (at > 0 && !isLineEnd(bytes[at - 1]))
        --at;
    return at;
}

qsizetype indentation(QByteArrayView bytes, qsizetype line, qsizetype limit)
{
    qsizetype at = line;
    while (at < limit && isBlank(bytes[at]))
        ++at;
    return at - line;
}

/// A block scalar reaches over every following line that is blank or deeper than the line that it begins on.
qsizetype blockEnd(QByteArrayView bytes, qsizetype from, qsizetype limit)
{
    const qsizetype start = lineStartAt(bytes, from);
    const qsizetype parent = indentation(bytes, start, limit);
    qsizetype end = lineEndAt(bytes, from, limit);
    for (qsizetype line = nextLine(bytes, from, limit); line < limit; line = nextLine(bytes, line, limit)) {
        const qsizetype stop = lineEndAt(bytes, line, limit);
        const qsizetype depth = indentation(bytes, line, limit);
        if (line + depth == stop)
            continue;
        if (depth <= parent)
            break;
        end = stop;
    }
    return end;
}

qsizetype plainLineEnd(QByteArrayView bytes, qsizetype from, qsizetype limit, bool inFlow)
{
    qsizetype at = from;
    for (; at < limit && !isLineEnd(bytes[at]); ++at) {
        const char c = bytes[at];
        const char next = at + 1 < limit ? bytes[at + 1] : '\n';
        if (c == '#' && at > from && isBlank(bytes[at - 1]))
            break;
        if (c == ':' && (isBlank(next) || isLineEnd(next) || (inFlow && (next == ',' || next == ']' || next == '}'))))
            break;
        if (inFlow && (c == ',' || c == ']' || c == '}' || c == '[' || c == '{'))
            break;
    }
    while (at > from && isBlank(bytes[at - 1]))
        --at;
    return at;
}

qsizetype withoutBlanks(QByteArrayView bytes)
{
    qsizetype count = 0;
    for (const char c : bytes)
        count += !isBlank(c) && !isLineEnd(c);
    return count;
}

/// Skips a tag and an anchor before a node ("!!str &name value").
qsizetype behindProperties(QByteArrayView bytes, qsizetype at, qsizetype limit)
{
    while (at < limit && (bytes[at] == '!' || bytes[at] == '&')) {
        while (at < limit && !isBlank(bytes[at]) && !isLineEnd(bytes[at]))
            ++at;
        while (at < limit && (isBlank(bytes[at]) || isLineEnd(bytes[at])))
            ++at;
    }
    return at;
}

/// Turns the parser's events into values with paths and ranges.
class Collector final : public YAML::EventHandler {
public:
    Collector(const QByteArray& bytes, TextRange range) : m_bytes(bytes), m_range(range) {}

    std::vector<YamlValue> take() { return std::move(m_values); }

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { addScalar(mark, {}, true); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { addScalar(mark, {}, false); }
    void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t, const std::string& value) override
    {
        addScalar(mark, QByteArray(value.data(), qsizetype(value.size())), false);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override
    {
        open(mark, false);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override
    {
        open(mark, true);
    }
    void OnMapEnd() override { close(); }

private:
    struct Level {
        bool isMap = false;
        bool inFlow = false;
        bool expectsValue = false; ///< in a map: the key has been read
        int count = 0;
        QString key;
        TextRange keyRange;
        size_t value = 0; ///< index of the map or list itself
    };

    qsizetype marked(const YAML::Mark& mark) const { return std::min(m_range.from + mark.pos, m_range.to); }
    qsizetype place(const YAML::Mark& mark) const { return behindProperties(m_bytes, marked(mark), m_range.to); }

    QStringList pathHere() const
    {
        QStringList path;
        for (const Level& level : m_levels)
            path.append(level.isMap ? level.key : QString::number(level.count));
        return path;
    }

    bool inFlow() const { return !m_levels.empty() && m_levels.back().inFlow; }

    /// A map's key was read: remembers it. Returns false when the event is a value.
    bool takeKey(qsizetype from, const QByteArray& text)
    {
        if (m_levels.empty() || !m_levels.back().isMap || m_levels.back().expectsValue)
            return false;
        Level& level = m_levels.back();
        level.key = QString::fromUtf8(text);
        level.keyRange = {from, scalarEnd(m_bytes, from, m_range.to, text, level.inFlow)};
        level.expectsValue = true;
        return true;
    }

    void valueDone()
    {
        if (m_levels.empty())
            return;
        Level& level = m_levels.back();
        level.expectsValue = false;
        ++level.count;
    }

    YamlValue& append(YamlStyle style, TextRange range)
    {
        if (m_values.size() >= maximalValues)
            throw LimitReached();
        YamlValue value;
        value.path = pathHere();
        value.style = style;
        value.range = range;
        if (!m_levels.empty() && m_levels.back().isMap)
            value.keyRange = m_levels.back().keyRange;
        m_values.push_back(value);
        return m_values.back();
    }

    /// Behind a tag or an anchor no value stands ("key: !!str"): what follows on a line that is no deeper is the next key.
    bool hasOnlyProperties(const YAML::Mark& mark, qsizetype from) const
    {
        const qsizetype start = marked(mark);
        if (from == start || lineEndAt(m_bytes, start, m_range.to) >= from)
            return false;
        const qsizetype line = lineStartAt(m_bytes, start);
        const bool inMap = !m_levels.empty() && m_levels.back().isMap;
        const qsizetype key = inMap ? m_levels.back().keyRange.from : line + indentation(m_bytes, line, m_range.to);
        return from >= m_range.to || from - lineStartAt(m_bytes, from) <= key - lineStartAt(m_bytes, key);
    }

    /// Place behind "key:" or "-", and behind a tag or an anchor there, where a missing value would stand.
    qsizetype emptyPlace(qsizetype mark) const
    {
        const qsizetype at = behindIndicator(mark);
        const qsizetype lineEnd = lineEndAt(m_bytes, at, m_range.to);
        qsizetype properties = at;
        while (properties < lineEnd && isBlank(m_bytes[properties]))
            ++properties;
        qsizetype end = behindProperties(m_bytes, properties, lineEnd);
        if (end == properties)
            return at;
        while (isBlank(m_bytes[end - 1]))
            --end;
        return end;
    }

    qsizetype behindIndicator(qsizetype mark) const
    {
        if (m_levels.empty())
            return mark;
        const Level& level = m_levels.back();
        if (level.isMap) {
            qsizetype at = level.keyRange.to;
            while (at < m_range.to && m_bytes[at] != ':' && !isLineEnd(m_bytes[at]))
                ++at;
            return at < m_range.to && m_bytes[at] == ':' ? at + 1 : at;
        }
        qsizetype at = std::min(mark, m_range.to) - 1;
        while (at >= m_range.from && m_bytes[at] != '-' && m_bytes[at] != ',' && m_bytes[at] != '[')
            --at;
        return at + 1;
    }

    void addScalar(const YAML::Mark& mark, const QByteArray& text, bool isNull)
    {
        const qsizetype from = place(mark);
        if (takeKey(from, text))
            return;
        TextRange range {from, from};
        YamlStyle style = YamlStyle::Empty;
        if (text.isEmpty() && hasOnlyProperties(mark, from)) {
            const qsizetype place = emptyPlace(marked(mark));
            range = {place, place};
        } else if (isNull) {
            // "key: ~" has a token, "key:" has none: then the mark is wherever the next token stands.
            const qsizetype place = emptyPlace(from);
            const qsizetype lineEnd = lineEndAt(m_bytes, place, m_range.to);
            if (from >= place && from < lineEnd && m_bytes[from] != '#' && !(inFlow() && QByteArrayView(",]}").contains(m_bytes[from]))) {
                range.to = plainLineEnd(m_bytes, from, m_range.to, inFlow());
                style = YamlStyle::Plain;
            } else {
                range = {place, place};
            }
        } else if (from < m_range.to) {
            range.to = scalarEnd(m_bytes, from, m_range.to, text, inFlow());
            switch (m_bytes[from]) {
            case '"': style = YamlStyle::DoubleQuoted; break;
            case '\'': style = YamlStyle::SingleQuoted; break;
            case '|':
            case '>': style = YamlStyle::Block; break;
            default: style = YamlStyle::Plain; break;
            }
        }
        append(style, range).text = QString::fromUtf8(text);
        valueDone();
    }

    void open(const YAML::Mark& mark, bool isMap)
    {
        if (m_levels.size() >= maximalDepth)
            throw LimitReached();
        const qsizetype from = place(mark);
        if (takeKey(from, {})) // a map as a key: kept as an unnamed one
            m_levels.back().keyRange = {from, from};
        const bool flow = from < m_range.to && (m_bytes[from] == '{' || m_bytes[from] == '[');
        append(isMap ? (flow ? YamlStyle::FlowMap : YamlStyle::BlockMap) : (flow ? YamlStyle::FlowList : YamlStyle::BlockList),
            {from, from});
        Level level;
        level.isMap = isMap;
        level.inFlow = flow || inFlow();
        level.value = m_values.size() - 1;
        m_levels.push_back(level);
    }

    void close()
    {
        const Level level = m_levels.back();
        m_levels.pop_back();
        YamlValue& self = m_values[level.value];
        qsizetype end = self.range.from;
        for (size_t i = level.value + 1; i < m_values.size(); ++i)
            end = std::max(end, m_values[i].range.to);
        if (self.style == YamlStyle::FlowMap || self.style == YamlStyle::FlowList) {
            const char closing = self.style == YamlStyle::FlowMap ? '}' : ']';
            if (level.count == 0)
                ++end;
            while (end < m_range.to && m_bytes[end] != closing)
                ++end;
            end = std::min(end + 1, m_range.to);
        }
        self.range.to = end;
        valueDone();
    }

    const QByteArray& m_bytes;
    TextRange m_range;
    std::vector<YamlValue> m_values;
    std::vector<Level> m_levels;
};

} // namespace

namespace {

/// yaml-cpp puts three bytes in the place of one that is no UTF-8, and every mark behind would be wrong: it gets one for one.
std::string forParser(QByteArrayView text)
{
    std::string input(text.data(), size_t(text.size()));
    for (qsizetype at = 0; at < text.size();) {
        const int length = utf8Length(text, at);
        if (length == 0)
            input[size_t(at)] = '_';
        at += std::max(1, length);
    }
    return input;
}

} // namespace

qsizetype scalarEnd(QByteArrayView bytes, qsizetype from, qsizetype limit, QByteArrayView value, bool inFlow)
{
    if (from >= limit)
        return limit;
    const char first = bytes[from];
    if (first == '"' || first == '\'')
        return quotedEnd(bytes, from, limit);
    if ((first == '|' || first == '>') && !inFlow)
        return blockEnd(bytes, from, limit);
    qsizetype end = plainLineEnd(bytes, from, limit, inFlow);
    const qsizetype wanted = withoutBlanks(value);
    qsizetype read = withoutBlanks(bytes.sliced(from, end - from));
    while (read < wanted) {
        qsizetype line = nextLine(bytes, end, limit);
        if (line >= limit)
            break;
        while (line < limit && (isBlank(bytes[line]) || isLineEnd(bytes[line])))
            ++line;
        const qsizetype stop = plainLineEnd(bytes, line, limit, inFlow);
        if (stop <= line)
            break;
        read += withoutBlanks(bytes.sliced(line, stop - line));
        end = stop;
    }
    return end;
}

Result<std::vector<YamlValue>> scanYaml(const QByteArray& bytes, TextRange range)
{
    try {
        std::istringstream input(forParser(QByteArrayView(bytes).sliced(range.from, range.length())));
        YAML::Parser parser(input);
        Collector collector(bytes, range);
        parser.HandleNextDocument(collector);
        return collector.take();
    } catch (const LimitReached&) {
        return Error {ErrorCode::LimitExceeded, {}, QStringLiteral("yaml")};
    } catch (const YAML::Exception& problem) {
        const qsizetype at = problem.mark.is_null() ? range.from : std::min(range.from + problem.mark.pos, range.to);
        const LineColumn place = lineColumn(bytes, at);
        return Error {ErrorCode::InvalidYaml, {},
            QStringLiteral("%1:%2 %3").arg(place.line).arg(place.column).arg(QString::fromStdString(problem.msg))};
    }
}

} // namespace lectern
