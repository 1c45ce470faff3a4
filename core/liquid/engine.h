// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/liquid/value.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace lectern::liquid {

/// Template text and the place it was read from.
struct Template {
    QByteArray text;
    QString file; ///< path relative to the site's root; names the place in segments and diagnostics
    qsizetype offset = 0; ///< byte of the file at which `text` begins (behind the front matter)
};

/// Bounds on one render. What exceeds one ends the render with the diagnostic "liquid.limit".
struct Limits {
    qint64 steps = 2'000'000; ///< tags, outputs, loop rounds and filtered items
    qint64 memory = 64 * 1024 * 1024; ///< bytes of text made
    int milliseconds = 2'000; ///< measured where the engine has the chance to look; 0: no limit
    int depth = 100; ///< nested blocks and includes, as in Ruby's Liquid
};

/// What the engine asks of the site around it. A callback that is not set counts as "not found", or leaves
/// its text as it is. Paths and names come from templates and are not to be trusted: the host refuses those
/// that leave the site.
struct Host {
    /// `{% include NAME %}`: the file NAME of the folders for includes ("nav/top.html"). Without front matter
    /// handling, as in Jekyll: includes have none.
    std::function<std::optional<Template>(const QString& name)> include;
    /// `{% include_relative PATH %}`: the file PATH below the folder of the page being rendered.
    std::function<std::optional<Template>(const QString& path)> includeRelative;
    /// `{% link PATH %}` and `{% post_url NAME %}`: the URL, with baseurl.
    std::function<std::optional<QString>(const QString& path)> link;
    std::function<std::optional<QString>(const QString& name)> postUrl;
    /// The filters of the same names; UTF-8 in and out.
    std::function<QByteArray(const QByteArray& text)> markdownify;
    std::function<QByteArray(const QByteArray& text)> smartify;
    std::function<QByteArray(const QByteArray& text)> scssify;
    std::function<QByteArray(const QByteArray& text)> sassify;
    /// HTML of highlighted code, what stands inside `<code>`; nullopt: plain escaped text.
    std::function<std::optional<QByteArray>(
        const QByteArray& code, const QString& language, bool lineNumbers)>
        highlight;
    /// A tag of a plugin ("seo", "feed_meta", "toc"): its output, or nullopt where it is not known either.
    std::function<std::optional<QByteArray>(const QString& name, const QString& markup)> tag;
};

struct Options {
    Limits limits;
    qint64 time = 0; ///< what "now" is: seconds since 1970 UTC
    QByteArray timeZone = "UTC"; ///< Olson name of the site's `timezone`; local times are in it
};

/// A run of output bytes and the source bytes that made it.
struct Segment {
    enum class Origin {
        Literal, ///< source text copied byte by byte: outTo - outFrom == to - from
        Tag, ///< made by the tag or output at [from, to)
        Content, ///< the `content` variable, printed as it is by the output at [from, to): byte by byte that
                 ///< text
    };
    qsizetype outFrom = 0; ///< half-open range of Output::text
    qsizetype outTo = 0;
    QString file;
    qsizetype from = 0; ///< half-open range of bytes in `file`
    qsizetype to = 0;
    Origin origin = Origin::Literal;
    bool operator==(const Segment&) const = default;
};

/// A value of a list or hash that an output printed.
struct PrintedValue {
    qsizetype outFrom = 0; ///< half-open range of Output::text
    qsizetype outTo = 0;
    Value holder; ///< the list or hash
    QString key; ///< key of the hash, or position in the list
};

/// What a template renders to. `segments` are in the order of the text, cover all of it and do not overlap.
struct Output {
    QByteArray text;
    std::vector<Segment> segments;
    Diagnostics diagnostics;
    std::vector<PrintedValue> values = {}; ///< in the order of the text; only where they were asked for
};

/// Jekyll's Liquid. Parsed templates and converted variables are kept between calls; one instance belongs to
/// one thread.
///
/// What Ruby's Liquid renders in spite of bad syntax (Jekyll's `error_mode: warn`) renders alike. What makes
/// Jekyll stop renders as well as it can be shown, with a diagnostic of severity Error at its place:
/// liquid.syntax (reason), liquid.unknown-tag (name), liquid.include-missing (name), liquid.link-missing
/// (path), liquid.filter (reason), liquid.limit (which: steps, memory, time, depth), liquid.error (reason).
/// Diagnostics inside includes name the include's file and range; behind their argument comes where the
/// include tags stand that led there, the nearest first, as "FILE:BYTE".
class Engine {
public:
    explicit Engine(Host host, const Options& options = {});
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    /// A variable that all renders see until it is set again ("site", "jekyll"). Shared parts that were seen
    /// before are not converted again.
    void setGlobal(const QString& name, const Value& value);

    /// Renders `source` with the variables of this page ("page", "layout", "paginator") and, for a layout,
    /// `content`. `withValues`: also tells which values were printed where.
    ///
    /// `sameness`, where it is not empty, stands for everything that the result depends on besides the text: variables,
    /// globals and the files that are included. While it and all tags of a file's template stay the same, what the tags
    /// made is used again, unless they read the text around them (`capture` over text) or a value that is computed late;
    /// values are not told then.
    Output render(const Template& source, const Hash& variables, const std::optional<QByteArray>& content = {},
        bool withValues = false, const QByteArray& sameness = {});

    /// Whether the text holds anything that Liquid would touch. Text without it costs render() nothing but
    /// the copy.
    [[nodiscard]] static bool hasMarkup(QByteArrayView text);

    /// Drops parsed templates and converted variables.
    void clearCaches();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lectern::liquid
