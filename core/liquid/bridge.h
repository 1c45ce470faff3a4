// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/liquid/engine.h"
#include "core/liquid/tokens.h"
#include "core/liquid/valuewriter.h"

#include <QJSValue>
#include <QObject>
#include <QTimeZone>

namespace lectern::liquid {

/// What the script runtime calls back: literal text, files, converters, and what is shorter or faster in C++.
/// Part of the engine; scripts see the invokable functions as `lectern.host`.
class Bridge : public QObject {
    Q_OBJECT
public:
    Bridge(Host host, const Options& options);

    /// A template that takes part in the render at hand; frame 0 is the one that was asked for.
    struct Frame {
        Template source;
        std::vector<Token> tokens;
        int skeleton = 0;
    };

    /// State of one render.
    struct Job {
        std::vector<Frame> frames;
        QByteArray content;
        Diagnostics diagnostics;
        /// Whether the tags made what they made without looking at the text between them or at late values.
        bool isRepeatable = true;
    };

    /// Begins a render; returns the one that it interrupts, for end().
    [[nodiscard]] Job begin(
        const Template& source, std::vector<Token> tokens, const std::optional<QByteArray>& content);
    /// Ends it and returns what was found.
    Diagnostics end(Job outer);
    [[nodiscard]] const std::vector<Frame>& frames() const { return m_job.frames; }
    [[nodiscard]] bool isRepeatable() const { return m_job.isRepeatable && m_job.diagnostics.empty(); }
    /// Adds the frames that a render had besides its first.
    void addFrames(const std::vector<Frame>& frames)
    {
        m_job.frames.insert(m_job.frames.end(), frames.begin(), frames.end());
    }
    /// Forgets the numbers of skeletons; the runtime must drop its templates too.
    void clearSkeletons();
    [[nodiscard]] qsizetype skeletonCount() const { return m_skeletons.size(); }

    ValueWriter values;

    Q_INVOKABLE QString expand(int number);
    Q_INVOKABLE QString content();
    Q_INVOKABLE QString literal(int frame, int token);
    /// `trail`: the include tags that led to it, outermost first, as "FRAME TOKEN,FRAME TOKEN".
    Q_INVOKABLE int include(const QString& name, bool relative, const QString& trail);
    Q_INVOKABLE int skeletonOf(int frame) const { return m_job.frames[std::size_t(frame)].skeleton; }
    Q_INVOKABLE QString skeletonText(int frame) const;
    Q_INVOKABLE void report(
        int frame, int token, const QString& code, const QString& argument, const QString& trail = {});

    Q_INVOKABLE QString convert(const QString& filter, const QString& text) const;
    Q_INVOKABLE QJSValue highlight(const QString& code, const QString& language, bool lines) const;
    Q_INVOKABLE QJSValue pluginTag(const QString& name, const QString& markup) const;
    Q_INVOKABLE QJSValue link(const QString& path) const;
    Q_INVOKABLE QJSValue postUrl(const QString& name) const;

    Q_INVOKABLE double now() const { return double(m_now); }
    Q_INVOKABLE int utcOffset(double seconds) const;
    Q_INVOKABLE QString zoneName(double seconds) const;

    Q_INVOKABLE QString normalizeUrl(const QString& url) const;
    Q_INVOKABLE QString escapeComponent(const QString& text) const;
    Q_INVOKABLE QString slugify(const QString& text, const QString& mode) const;
    Q_INVOKABLE QString countWords(const QString& text) const;
    Q_INVOKABLE QJSValue percentDecode(const QString& text) const;
    Q_INVOKABLE QString toBase64(const QString& text, bool urlSafe) const;
    Q_INVOKABLE QJSValue fromBase64(const QString& text, bool urlSafe) const;

private:
    int addFrame(Template source, std::vector<Token> tokens, const QString& trail = {});
    [[nodiscard]] QStringList placesOf(const QString& trail) const;

    Host m_host;
    qint64 m_now;
    QTimeZone m_zone;
    Job m_job;
    QHash<QByteArray, int> m_skeletons;
    int m_nextSkeleton = 0;
};

} // namespace lectern::liquid
