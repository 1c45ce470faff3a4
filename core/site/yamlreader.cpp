// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/yamlreader.h"

#include "core/site/rubytime.h"
#include "core/site/values.h"

#include <QHash>
#include <QStringDecoder>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>
#include <vector>

namespace lectern::site {

using liquid::Hash;
using liquid::List;
using liquid::Value;

namespace {

// Nodes of one document with every alias counted as what it stands for.
constexpr qint64 maxNodes = 2'000'000;

struct Refusal : std::runtime_error {
    Refusal(const YAML::Mark& place, const char* reason, ErrorCode errorCode = ErrorCode::InvalidYaml)
        : std::runtime_error(reason)
        , mark(place)
        , code(errorCode)
    {
    }
    YAML::Mark mark;
    ErrorCode code;
};

/// Builds values from the parser's events: unlike yaml-cpp's own tree it sees every key of a map, also the
/// equal ones.
class Builder final : public YAML::EventHandler {
public:
    explicit Builder(const QTimeZone& zone)
        : m_zone(zone)
    {
    }

    Value result() const { return m_result; }

    void OnDocumentStart(const YAML::Mark&) override { }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { add(mark, anchor, Value(), 1); }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        const auto known = m_anchors.constFind(anchor);
        if (known == m_anchors.constEnd())
            throw Refusal(mark, "value contains itself");
        add(mark, 0, known->value, known->nodes);
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
        const std::string& text) override
    {
        // QString::fromUtf8() would take a byte order mark away; Ruby keeps it.
        QStringDecoder decode(QStringDecoder::Utf8,
            QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
        const QString string = decode(QByteArrayView(text.data(), qsizetype(text.size())));
        if (tag == "!" || tag == "tag:yaml.org,2002:str" || tag == "!str") {
            add(mark, anchor, Value(string), 1);
            return;
        }
        bool ok = true;
        const Value value = plainScalar(string, m_zone, &ok);
        if (!ok)
            throw Refusal(mark, "symbols are not allowed here");
        add(mark, anchor, value, 1);
    }

    void OnSequenceStart(
        const YAML::Mark&, const std::string&, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        m_open.push_back(Frame { .isMap = false, .anchor = anchor });
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(
        const YAML::Mark&, const std::string&, YAML::anchor_t anchor, YAML::EmitterStyle::value) override
    {
        m_open.push_back(Frame { .isMap = true, .anchor = anchor });
    }
    void OnMapEnd() override { close(); }

private:
    struct Frame {
        bool isMap = false;
        YAML::anchor_t anchor = 0;
        List list {};
        Hash map {};
        bool hasKey = false;
        QString key {};
        qint64 nodes = 1;
    };
    struct Anchored {
        Value value;
        qint64 nodes = 1;
    };

    void close()
    {
        Frame frame = std::move(m_open.back());
        m_open.pop_back();
        Value value;
        if (frame.isMap)
            value = Value(std::move(frame.map));
        else
            value = Value(std::move(frame.list));
        add(YAML::Mark::null_mark(), frame.anchor, std::move(value), frame.nodes);
    }

    void add(const YAML::Mark& mark, YAML::anchor_t anchor, Value value, qint64 nodes)
    {
        if (anchor)
            m_anchors.insert(anchor, { value, nodes });
        if (m_open.empty()) {
            m_result = std::move(value);
            return;
        }
        Frame& frame = m_open.back();
        frame.nodes += nodes;
        if (frame.nodes > maxNodes)
            throw Refusal(mark, "too many values", ErrorCode::LimitExceeded);
        if (!frame.isMap) {
            frame.list.push_back(std::move(value));
        } else if (!frame.hasKey) {
            frame.key = Hash::keyOf(value.time() ? Value(toText(value)) : value);
            frame.hasKey = true;
        } else {
            put(frame, std::move(value));
            frame.hasKey = false;
        }
    }

    static void put(Frame& frame, Value value)
    {
        if (frame.key == u"<<") {
            if (const Hash* merged = value.hash()) {
                merge(frame.map, *merged);
                return;
            }
            if (const List* sources = value.list(); sources && allHashes(*sources)) {
                // The first source that has a key wins among the sources; all of them win over earlier keys
                // of the map.
                for (auto source = sources->rbegin(); source != sources->rend(); ++source)
                    merge(frame.map, *source->hash());
                return;
            }
        }
        frame.map.insert(frame.key, std::move(value));
    }

    static bool allHashes(const List& list)
    {
        return std::all_of(
            list.begin(), list.end(), [](const Value& value) { return value.hash() != nullptr; });
    }

    static void merge(Hash& map, const Hash& source)
    {
        for (const auto& [key, value] : source.entries())
            map.insert(key, value);
    }

    QTimeZone m_zone;
    std::vector<Frame> m_open;
    QHash<YAML::anchor_t, Anchored> m_anchors;
    Value m_result;
};

Error errorAt(const YAML::Mark& mark, const char* reason, ErrorCode code)
{
    const QString place = mark.is_null()
        ? QStringLiteral("1:1")
        : QString::number(mark.line + 1) + u':' + QString::number(mark.column + 1);
    return Error { code, {}, place + u' ' + QString::fromUtf8(reason) };
}

/// The first character that no YAML text may hold, as libyaml sees it; bytes above 7F are left to the
/// decoder.
const char* findControl(const QByteArray& text)
{
    return std::find_if(text.begin(), text.end(), [](char c) {
        const auto code = uchar(c);
        return code == 0x7F || (code < 0x20 && code != '\t' && code != '\n' && code != '\r');
    });
}

} // namespace

Result<Value> readYaml(const QByteArray& text, const QTimeZone& zone)
{
    if (const char* control = findControl(text); control != text.end()) {
        const QByteArrayView before(text.begin(), control);
        const auto line = before.count('\n') + 1;
        const auto column = before.size() - before.lastIndexOf('\n');
        return Error { ErrorCode::InvalidYaml, {},
            QString::number(line) + u':' + QString::number(column) + QStringLiteral(" control character") };
    }
    Builder builder(zone);
    try {
        // The mark of the end makes yaml-cpp notice a quote that is still open, which it takes for closed at
        // the end of the text.
        std::istringstream stream(text.toStdString() + (text.endsWith('\n') ? "...\n" : "\n...\n"));
        YAML::Parser parser(stream);
        parser.HandleNextDocument(builder);
    } catch (const Refusal& refusal) {
        return errorAt(refusal.mark, refusal.what(), refusal.code);
    } catch (const YAML::Exception& exception) {
        return errorAt(exception.mark, exception.msg.c_str(), ErrorCode::InvalidYaml);
    } catch (const std::exception& exception) {
        return errorAt(YAML::Mark::null_mark(), exception.what(), ErrorCode::InvalidYaml);
    }
    return builder.result();
}

} // namespace lectern::site
