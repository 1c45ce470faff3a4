// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/redirects.h"

#include "core/site/jsontext.h"
#include "core/site/urls.h"
#include "core/site/values.h"

#include <QRegularExpression>

namespace lectern::site {

using liquid::Hash;
using liquid::Value;

namespace {

Hash redirectData(const Config& config, const QString& from, const QString& to)
{
    static const QRegularExpression absolute(QStringLiteral("^https?://"));
    const QString start = from.startsWith(u'/') ? from : u'/' + from;
    const QString target = absolute.match(to).hasMatch()
        ? to
        : absoluteUrl(to, config.text(QStringLiteral("url")), config.text(QStringLiteral("baseurl")));
    return { { QStringLiteral("sitemap"), false }, { QStringLiteral("layout"), QStringLiteral("redirect") },
        { QStringLiteral("permalink"), start },
        { QStringLiteral("redirect"),
            Hash { { QStringLiteral("from"), start }, { QStringLiteral("to"), target } } } };
}

/// Remembers where a redirect leads, as the plugin's list of all does.
void note(Hash& list, const Entry& redirect)
{
    const Value rule = redirect.at(QStringLiteral("redirect"));
    list.insert(toText(rule.at(QStringLiteral("from"))), rule.at(QStringLiteral("to")));
}

EntryPointer redirectPage(const Config& config, const QString& from, const QString& to)
{
    auto page = std::make_shared<Entry>();
    page->kind = Entry::Kind::Redirect;
    page->relativePath = page->name = QStringLiteral("redirect.html");
    page->basename = QStringLiteral("redirect");
    page->extension = QStringLiteral(".html");
    page->data = redirectData(config, from, to);
    page->text = std::make_shared<EntryText>();
    const QString permalink = toText(page->at(QStringLiteral("permalink")));
    const QString name = permalink.section(u'/', -1);
    page->outputExtension = name.contains(u'.') ? name.mid(name.lastIndexOf(u'.')) : QStringLiteral(".html");
    page->url = pageUrl(permalink, {}, page->basename, page->outputExtension);
    return page;
}

/// The entry as the plugin leaves it: the redirect's front matter over its own, and no content.
EntryPointer redirected(const Config& config, const EntryPointer& entry, const QString& to)
{
    auto copy = std::make_shared<Entry>(*entry);
    const Hash data = redirectData(config, entry->url, to);
    for (const auto& [key, value] : data.entries())
        copy->data.insert(key, value);
    copy->text = std::make_shared<EntryText>();
    return copy;
}

} // namespace

EntryPointer pageWithoutFile(const QString& name, const QByteArray& content)
{
    auto page = std::make_shared<Entry>();
    page->kind = Entry::Kind::Redirect;
    page->relativePath = page->name = name;
    page->basename = name.section(u'.', 0, -2);
    page->extension = page->outputExtension = u'.' + name.section(u'.', -1);
    page->text = std::make_shared<EntryText>();
    page->text->content = content;
    page->url
        = pageUrl(QStringLiteral("/:path/:basename:output_ext"), {}, page->basename, page->outputExtension);
    return page;
}

QByteArray redirectLayout()
{
    // Written for the same effect as the plugin's: title, canonical link, script, refresh, robots, heading
    // and link.
    return QByteArrayLiteral(
        "<!DOCTYPE html>\n"
        "<html lang=\"en-US\">\n"
        "  <meta charset=\"utf-8\">\n"
        "  <title>Redirecting&hellip;</title>\n"
        "  <link rel=\"canonical\" href=\"{{ page.redirect.to }}\">\n"
        "  <script>location=\"{{ page.redirect.to }}\"</script>\n"
        "  <meta http-equiv=\"refresh\" content=\"0; url={{ page.redirect.to }}\">\n"
        "  <meta name=\"robots\" content=\"noindex\">\n"
        "  <h1>Redirecting&hellip;</h1>\n"
        "  <a href=\"{{ page.redirect.to }}\">Click here if you are not redirected.</a>\n"
        "</html>\n");
}

void addRedirects(const Config& config, std::map<QString, Entries>& collections, Entries& pages,
    QHash<QString, EntryPointer>& byPath)
{
    if (!config.hasPlugin(QStringLiteral("jekyll-redirect-from")))
        return;
    Entries made;
    Hash all;
    const auto apply = [&](EntryPointer& entry) {
        for (const QString& from : textsOf(entry->at(QStringLiteral("redirect_from")))) {
            made.push_back(redirectPage(config, from, entry->url));
            note(all, *made.back());
        }
        const QStringList to = textsOf(entry->at(QStringLiteral("redirect_to")));
        if (to.isEmpty())
            return;
        entry = redirected(config, entry, to.first());
        note(all, *entry);
        byPath.insert(entry->path, entry);
    };
    for (auto& [label, documents] : collections) {
        if (!config.collection(label)->output)
            continue;
        for (EntryPointer& document : documents) {
            if (document->published)
                apply(document);
        }
    }
    for (EntryPointer& page : pages)
        apply(page);
    const Value list = config.at(QStringLiteral("redirect_from")).at(QStringLiteral("json"));
    if (list.isNil() || isTruthy(list))
        made.push_back(pageWithoutFile(QStringLiteral("redirects.json"), jsonText(all).toUtf8()));
    pages.insert(pages.end(), made.begin(), made.end());
}

} // namespace lectern::site
