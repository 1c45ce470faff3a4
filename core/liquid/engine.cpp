// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/liquid/engine.h"

#include "core/liquid/bridge.h"

#include <QFile>
#include <QJSEngine>

// Outside of any namespace, as the macro demands: the scripts are in a static library.
static void loadScriptResources() { Q_INIT_RESOURCE(lectern_liquid); }

namespace lectern::liquid {

namespace {

// After so many renders or skeletons the runtime's tables are dropped and filled again by what is used: memory stays flat
// over a day of typing, and the cost of filling is spread over hundreds of renders.
constexpr int rendersBetweenSweeps = 500;
constexpr qsizetype mostSharedValues = 50'000;
constexpr qsizetype mostSkeletons = 400;
constexpr qsizetype mostKept = 32;

QString script(const QString& name)
{
    QFile file(QStringLiteral(":/lectern/liquid/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the script %s is missing from this program", qPrintable(name));
    return QString::fromUtf8(file.readAll());
}

/// Builds text and segments from the runtime's operations.
class Assembler {
public:
    Assembler(const std::vector<Bridge::Frame>& frames, const std::optional<QByteArray>& content)
        : m_frames(frames), m_content(content)
    {
    }

    /// What run() will find printed: [operation, number of the holder, key] each.
    void expectValues(const QJSValue& sources, const ValueWriter& writer)
    {
        for (int i = 0, count = sources.property(QStringLiteral("length")).toInt(); i < count; ++i) {
            const QJSValue source = sources.property(quint32(i));
            m_expected.push_back({source.property(0).toInt(), writer.valueOf(source.property(1).toInt()),
                source.property(2).toString()});
        }
    }

    void run(const QString& made, const qint32* operations, int count)
    {
        qsizetype at = 0;
        for (int i = 0; i < count; ++i) {
            const qint32* operation = operations + 3 * i;
            const Bridge::Frame& frame = m_frames[std::size_t(operation[0])];
            const TextRange range = frame.tokens[std::size_t(operation[1])].range;
            if (operation[2] == -1) {
                add(frame, range, QByteArrayView(frame.source.text).sliced(range.from, range.length()),
                    Segment::Origin::Literal);
            } else if (operation[2] == -2) {
                add(frame, range, *m_content, Segment::Origin::Content);
            } else {
                const qsizetype from = output.text.size();
                add(frame, range, QStringView(made).sliced(at, operation[2]).toUtf8(), Segment::Origin::Tag);
                at += operation[2];
                if (m_next < m_expected.size() && m_expected[m_next].operation == i) {
                    const Expected& value = m_expected[m_next++];
                    output.values.push_back({from, output.text.size(), value.holder, value.key});
                }
            }
        }
    }

    Output output;

private:
    void add(const Bridge::Frame& frame, TextRange range, QByteArrayView text, Segment::Origin origin)
    {
        if (text.isEmpty())
            return;
        const qsizetype from = output.text.size();
        output.text += text;
        const TextRange source = range.shifted(frame.source.offset);
        output.segments.push_back({from, output.text.size(), frame.source.file, source.from, source.to, origin});
    }

    struct Expected {
        int operation;
        Value holder;
        QString key;
    };
    const std::vector<Bridge::Frame>& m_frames;
    const std::optional<QByteArray>& m_content;
    std::vector<Expected> m_expected;
    std::size_t m_next = 0;
};

} // namespace

class Engine::Private {
public:
    Private(Host host, const Options& options) : bridge(std::move(host), options)
    {
        limits = QStringLiteral("{\"steps\":%1,\"memory\":%2,\"milliseconds\":%3,\"depth\":%4}")
                     .arg(options.limits.steps)
                     .arg(options.limits.memory)
                     .arg(options.limits.milliseconds)
                     .arg(options.limits.depth);
    }

    /// Loads the scripts on the first render that needs them.
    void start()
    {
        if (js)
            return;
        loadScriptResources();
        js = std::make_unique<QJSEngine>();
        // liquidjs assigns `stack` of its errors; QJSEngine has a getter there and would throw another error instead.
        QString library = script(QStringLiteral("liquidjs.js"));
        library.replace(QStringLiteral("this.stack"), QStringLiteral("this.stack_"));
        evaluate(library, QStringLiteral("liquidjs.js"));
        evaluate(script(QStringLiteral("values.js")), QStringLiteral("values.js"));
        runtime = js->globalObject().property(QStringLiteral("lectern"));
        QJSEngine::setObjectOwnership(&bridge, QJSEngine::CppOwnership);
        runtime.setProperty(QStringLiteral("host"), js->newQObject(&bridge));
        for (const char* name :
            {"dates.js", "expressions.js", "filters.js", "jekyllfilters.js", "tags.js", "runtime.js"})
            evaluate(script(QString::fromLatin1(name)), QString::fromLatin1(name));
        renderFunction = runtime.property(QStringLiteral("render"));
        giveGlobals();
    }

    void evaluate(const QString& text, const QString& name)
    {
        const QJSValue result = js->evaluate(text, name);
        if (result.isError())
            qFatal("%s:%d: %s", qPrintable(name), result.property(QStringLiteral("lineNumber")).toInt(),
                qPrintable(result.toString()));
    }

    void call(const QString& function, const QJSValueList& arguments = {})
    {
        runtime.property(function).call(arguments);
    }

    void giveGlobal(const QString& name, const Value& value)
    {
        call(QStringLiteral("setGlobal"), {QJSValue(name), QJSValue(bridge.values.write(value))});
    }

    void giveGlobals()
    {
        for (const auto& [name, value] : globals.entries())
            giveGlobal(name, value);
    }

    void sweep()
    {
        if (bridge.skeletonCount() > mostSkeletons) {
            bridge.clearSkeletons();
            call(QStringLiteral("dropTemplates"));
        }
        if (++renders % rendersBetweenSweeps != 0 && bridge.values.size() < mostSharedValues)
            return;
        bridge.values.clear();
        call(QStringLiteral("dropValues"));
        giveGlobals();
    }

    /// What the tags of a file's template made, for the next render in which they make the same.
    struct Kept {
        QByteArray sameness;
        int skeleton = 0;
        QString made;
        QByteArray operations;
        int count = 0;
        std::vector<Bridge::Frame> included;
    };

    void keep(const QString& file, const QByteArray& sameness, const QJSValue& result)
    {
        if (kept.size() >= mostKept)
            kept.clear();
        const std::vector<Bridge::Frame>& frames = bridge.frames();
        const int count = result.property(1).toInt();
        const QByteArray operations = result.property(2).toVariant().toByteArray();
        kept.insert(file,
            {sameness, frames.front().skeleton, result.property(0).toString(),
                operations.left(qsizetype(sizeof(qint32)) * 3 * count), count, {frames.begin() + 1, frames.end()}});
    }

    QHash<QString, Kept> kept; ///< by file
    Bridge bridge; // before js: the engine must not outlive what it calls
    std::unique_ptr<QJSEngine> js;
    QJSValue runtime;
    QJSValue renderFunction;
    QString limits;
    Hash globals;
    int renders = 0;
    int depth = 0; ///< renders under way
};

Engine::Engine(Host host, const Options& options) : d(std::make_unique<Private>(std::move(host), options)) {}

Engine::~Engine() = default;

void Engine::setGlobal(const QString& name, const Value& value)
{
    const Value* present = d->globals.find(name);
    if (present && present->identity() && present->identity() == value.identity())
        return;
    d->globals.insert(name, value);
    if (d->js)
        d->giveGlobal(name, value);
}

Output Engine::render(const Template& source, const Hash& variables, const std::optional<QByteArray>& content,
    bool withValues, const QByteArray& sameness)
{
    if (!hasMarkup(source.text)) {
        Output plain {source.text, {}, {}};
        if (!source.text.isEmpty())
            plain.segments.push_back({0, source.text.size(), source.file, source.offset,
                source.offset + source.text.size(), Segment::Origin::Literal});
        return plain;
    }
    d->start();
    // A lazy value or a converter may render in turn, while the outer render waits.
    if (d->depth == 0)
        d->sweep();
    ++d->depth;
    Bridge::Job outer = d->bridge.begin(source, split(source.text), content);
    const auto known = sameness.isEmpty() ? d->kept.cend() : d->kept.constFind(source.file);
    if (known != d->kept.cend() && known->sameness == sameness && known->skeleton == d->bridge.frames().front().skeleton
        && d->bridge.isRepeatable()) {
        --d->depth;
        d->bridge.addFrames(known->included);
        Assembler assembler(d->bridge.frames(), content);
        assembler.run(known->made, reinterpret_cast<const qint32*>(known->operations.constData()), known->count);
        static_cast<void>(d->bridge.end(std::move(outer)));
        return std::move(assembler.output);
    }
    const QString locals = d->bridge.values.writeEntries(variables);
    const QJSValue result
        = d->renderFunction.call(
            {QJSValue(d->limits), QJSValue(content.has_value()), QJSValue(locals), QJSValue(withValues)});
    --d->depth;

    Assembler assembler(d->bridge.frames(), content);
    if (result.isError()) {
        d->bridge.report(0, -1, QStringLiteral("liquid.error"), result.toString());
    } else {
        if (withValues)
            assembler.expectValues(result.property(3), d->bridge.values);
        const QByteArray operations = result.property(2).toVariant().toByteArray();
        assembler.run(result.property(0).toString(), reinterpret_cast<const qint32*>(operations.constData()),
            result.property(1).toInt());
        if (!sameness.isEmpty() && d->bridge.isRepeatable())
            d->keep(source.file, sameness, result);
    }
    assembler.output.diagnostics = d->bridge.end(std::move(outer));
    return std::move(assembler.output);
}

bool Engine::hasMarkup(QByteArrayView text)
{
    qsizetype at = 0;
    while ((at = text.indexOf('{', at)) >= 0 && at + 1 < text.size()) {
        if (text[at + 1] == '{' || text[at + 1] == '%')
            return true;
        ++at;
    }
    return false;
}

void Engine::clearCaches()
{
    if (!d->js)
        return;
    d->bridge.clearSkeletons();
    d->call(QStringLiteral("dropTemplates"));
    d->bridge.values.clear();
    d->call(QStringLiteral("dropValues"));
    d->giveGlobals();
}

} // namespace lectern::liquid
