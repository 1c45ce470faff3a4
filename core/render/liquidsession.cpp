// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/liquidsession.h"

#include "core/markdown/markdown.h"
#include "core/render/plugintags.h"
#include "core/render/styles.h"
#include "core/site/urls.h"
#include "core/site/values.h"

#include <utility>

namespace lectern::render {

LiquidSession::LiquidSession(const RenderContext& context, qint64 time, const QString& environment)
    : m_context(context)
    , m_time(time)
    , m_environment(environment)
{
}

std::optional<liquid::Template> LiquidSession::file(const QString& folder, const QString& name)
{
    const QString path = folder.isEmpty() ? name : folder + u'/' + name;
    if (!site::isSitePath(path))
        return std::nullopt;
    m_includes.insert(path, m_context.files->stamp(path));
    const auto bytes = m_context.files->read(path);
    if (!bytes)
        return std::nullopt;
    return liquid::Template { *bytes, path, 0 };
}

std::optional<QByteArray> LiquidSession::pluginTag(const QString& name, const QString& markup) const
{
    if (!m_variables)
        return std::nullopt;
    return render::pluginTag(name, markup, *m_context.site, *m_variables);
}

liquid::Host LiquidSession::host()
{
    const auto withBase = [this](const std::optional<QString>& url) -> std::optional<QString> {
        if (!url)
            return std::nullopt;
        return site::relativeUrl(*url, m_context.site->config().text(QStringLiteral("baseurl")));
    };
    const auto compiled = [this](const QByteArray& text, bool indented) {
        const auto css = m_context.styles ? m_context.styles->compile(
                             *m_context.files, m_context.site->config(), { text, QString(), indented })
                                          : Result<QByteArray>(Error { ErrorCode::ProcessFailed, {}, {} });
        return css ? *css : QByteArray();
    };
    liquid::Host host;
    host.include = [this](const QString& name) {
        return file(m_context.site->config().folder(QStringLiteral("includes_dir")), name);
    };
    host.includeRelative = [this](const QString& path) {
        const QString page = m_entry ? m_entry->path : QString();
        return file(page.left(std::max<qsizetype>(page.lastIndexOf(u'/'), 0)), path);
    };
    host.link = [this, withBase](const QString& path) { return withBase(m_context.site->linkUrl(path)); };
    host.postUrl = [this, withBase](const QString& name) { return withBase(m_context.site->postUrl(name)); };
    host.markdownify = [this](const QByteArray& text) {
        return markdown::toHtml(markdown::parse(text, m_context.markdown.engine, m_context.markdown.options));
    };
    host.smartify = [this](const QByteArray& text) {
        markdown::Options options = m_context.markdown.options;
        options.smartOnly = true;
        options.gfmInput = false;
        QByteArray html = markdown::toHtml(markdown::parse(text, markdown::Engine::Kramdown, options));
        if (html.endsWith('\n'))
            html.chop(1);
        return html;
    };
    host.scssify = [compiled](const QByteArray& text) { return compiled(text, false); };
    host.sassify = [compiled](const QByteArray& text) { return compiled(text, true); };
    host.tag = [this](const QString& name, const QString& markup) { return pluginTag(name, markup); };
    return host;
}

void LiquidSession::update()
{
    const QByteArray zone = m_context.site->config().zone().id();
    if (!m_engine || zone != m_zone) {
        liquid::Options options;
        options.time = m_time;
        options.timeZone = zone;
        m_engine = std::make_unique<liquid::Engine>(host(), options);
        m_zone = zone;
        m_seen.reset();
    }
    if (m_seen.lock() == m_context.site)
        return;
    m_seen = m_context.site;
    ++m_siteNumber;
    m_includedBy.clear();
    const bool pages = m_context.site->config().profile() == site::PublisherProfile::GithubPages;
    m_engine->setGlobal(QStringLiteral("site"), m_context.site->value());
    m_engine->setGlobal(QStringLiteral("jekyll"),
        liquid::Hash {
            { QStringLiteral("version"), pages ? QStringLiteral("3.10.0") : QStringLiteral("4.3.1") },
            { QStringLiteral("environment"), m_environment } });
}

/// Puts lines in place of the bytes at which the include tags stand that led to a finding.
void LiquidSession::numberLines(Diagnostic& found) const
{
    for (qsizetype i = 1; i < found.arguments.size(); ++i) {
        const QString file = found.arguments[i].section(u':', 0, -2);
        const qsizetype byte = found.arguments[i].section(u':', -1).toLongLong();
        const QByteArray text = m_context.files->read(file).value_or(QByteArray());
        found.arguments[i] = file + u':' + QString::number(text.left(byte).count('\n') + 1);
    }
}

/// What the content of an entry is rendered from besides its text.
QByteArray LiquidSession::samenessOf(const site::Entry& entry) const
{
    QByteArray sameness = QByteArray::number(m_siteNumber) + ' ' + QByteArray::number(quintptr(&entry), 16);
    if (const site::Layout* layout = m_context.site->layout(site::toText(entry.at(QStringLiteral("layout")))))
        sameness += '\n' + m_context.files->stamp(layout->path);
    for (const QString& path : m_includedBy.value(&entry))
        sameness += '\n' + path.toUtf8() + '\n' + m_context.files->stamp(path);
    return sameness;
}

liquid::Output LiquidSession::run(const liquid::Template& source, const site::Entry& entry,
    const liquid::Hash& variables, const std::optional<QByteArray>& content, bool withValues,
    const QByteArray& sameness)
{
    const auto* outerEntry = std::exchange(m_entry, &entry);
    const auto* outerVariables = std::exchange(m_variables, &variables);
    liquid::Output output = m_engine->render(source, variables, content, withValues, sameness);
    for (Diagnostic& found : output.diagnostics)
        numberLines(found);
    m_entry = outerEntry;
    m_variables = outerVariables;
    return output;
}

liquid::Output LiquidSession::render(const liquid::Template& source, const site::Entry& entry,
    const liquid::Hash& variables, const std::optional<QByteArray>& content, bool withValues)
{
    update();
    return run(source, entry, variables, content, withValues, {});
}

liquid::Output LiquidSession::renderContent(
    const liquid::Template& source, const site::Entry& entry, const liquid::Hash& variables)
{
    update();
    const auto outer = std::exchange(m_includes, {});
    liquid::Output output = run(source, entry, variables, {}, false, samenessOf(entry));
    // None where the tags did not run again: then the list stays as it is.
    if (!m_includes.isEmpty())
        m_includedBy.insert(&entry, m_includes.keys());
    m_includes = outer;
    return output;
}

} // namespace lectern::render
