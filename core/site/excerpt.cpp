// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/excerpt.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>

namespace lectern::site {

namespace {

/// Block tags of Liquid and of Jekyll; those of plugins that do not run here are not known to Jekyll either.
bool isBlockTag(const QString& name)
{
    static const QStringList blocks {QStringLiteral("if"), QStringLiteral("unless"), QStringLiteral("case"),
        QStringLiteral("for"), QStringLiteral("tablerow"), QStringLiteral("capture"), QStringLiteral("comment"),
        QStringLiteral("raw"), QStringLiteral("highlight"), QStringLiteral("ifchanged")};
    return blocks.contains(name);
}

QString withClosedTags(QString head)
{
    static const QRegularExpression tag(QStringLiteral(R"(\{%-?\s*(\w+)\s*.*?-?%\})"),
        QRegularExpression::DotMatchesEverythingOption);
    QStringList names;
    for (auto found = tag.globalMatch(head); found.hasNext();)
        names.prepend(found.next().captured(1));
    for (const QString& name : std::as_const(names)) {
        const QRegularExpression end(QStringLiteral(R"(\{%-?\s*end)") + name + QStringLiteral(R"(.*?\s*-?%\})"),
            QRegularExpression::DotMatchesEverythingOption);
        if (isBlockTag(name) && !end.match(head).hasMatch())
            head += QStringLiteral("\n{% end") + name + QStringLiteral(" %}");
    }
    return head;
}

} // namespace

QByteArray excerptSource(const QByteArray& content, const QByteArray& separator)
{
    if (separator.isEmpty())
        return content;
    const qsizetype at = content.indexOf(separator);
    if (at < 0)
        return content;
    const QString tail = QString::fromUtf8(content.mid(at + separator.size()));
    QString head = QString::fromUtf8(content.left(at));
    if (tail.isEmpty())
        return content.left(at);
    if (head.contains(u"{%"))
        head = withClosedTags(head);
    static const QRegularExpression definition(
        QStringLiteral(R"(^ {0,3}(?:(\[[^\]]+\])(:.+))$)"), QRegularExpression::MultilineOption);
    QStringList definitions;
    for (auto found = definition.globalMatch(tail); found.hasNext();) {
        const auto match = found.next();
        if (head.contains(match.captured(1)))
            definitions.append(match.captured(1) + match.captured(2));
    }
    if (!definitions.isEmpty())
        head += QStringLiteral("\n\n") + definitions.join(u'\n');
    return head.toUtf8();
}

} // namespace lectern::site
