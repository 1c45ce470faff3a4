// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/domcompare.h"

#include "tests/support/domtree.h"

#include <QByteArrayList>
#include <QStringList>

namespace lectern::test {

namespace {

void writeLines(const DomNode& node, int depth, QByteArrayList& lines)
{
    const QByteArray indent(depth * 2, ' ');
    if (node.isText()) {
        lines.append(indent + '"' + QByteArray(node.text).replace('\n', "\\n") + '"');
        return;
    }
    lines.append(indent + '<' + node.tag + node.attributes + '>');
    for (const DomNode& child : node.children)
        writeLines(child, depth + 1, lines);
}

QByteArrayList linesOf(const QByteArray& html, DomScope scope)
{
    DomNode root = parseDom(html, scope);
    collapseSpace(root);
    QByteArrayList lines;
    for (const DomNode& child : root.children)
        writeLines(child, 0, lines);
    return lines;
}

qsizetype indentOf(const QByteArray& line)
{
    qsizetype indent = 0;
    while (indent < line.size() && line[indent] == ' ')
        ++indent;
    return indent;
}

/// The elements around line `at`, outermost first.
QString pathTo(const QByteArrayList& lines, qsizetype at)
{
    QStringList path;
    qsizetype indent = at < lines.size() ? indentOf(lines[at]) : 0;
    for (qsizetype i = std::min(at, lines.size()) - 1; i >= 0 && indent > 0; --i) {
        if (indentOf(lines[i]) < indent) {
            indent = indentOf(lines[i]);
            path.prepend(QString::fromUtf8(lines[i].trimmed().left(80)));
        }
    }
    return path.join(QStringLiteral(" "));
}

/// Next pair of equal lines at or behind (a, b), the nearest one; the ends where there is none.
std::pair<qsizetype, qsizetype> resync(
    const QByteArrayList& a, qsizetype i, const QByteArrayList& b, qsizetype j)
{
    constexpr qsizetype window = 60;
    for (qsizetype sum = 1; sum < window; ++sum) {
        for (qsizetype da = 0; da <= sum; ++da) {
            if (i + da < a.size() && j + sum - da < b.size() && a[i + da] == b[j + sum - da])
                return { i + da, j + sum - da };
        }
    }
    return { a.size(), b.size() };
}

QString quoted(const QByteArrayList& lines, qsizetype from, qsizetype to, char sign)
{
    QString text;
    for (qsizetype i = from; i < std::min(to, from + 6); ++i)
        text += QStringLiteral("  %1 %2\n").arg(QLatin1Char(sign)).arg(QString::fromUtf8(lines[i].left(300)));
    return text;
}

} // namespace

QByteArray normalisedDom(const QByteArray& html, DomScope scope)
{
    return linesOf(html, scope).join('\n');
}

QString domDifference(const QByteArray& expected, const QByteArray& actual, DomScope scope)
{
    return compareHtml(expected, actual, scope).report;
}

DomComparison compareHtml(
    const QByteArray& expected, const QByteArray& actual, DomScope scope, int differences)
{
    const QByteArrayList a = linesOf(expected, scope);
    const QByteArrayList b = linesOf(actual, scope);
    if (a == b)
        return { true, {} };
    QString report;
    qsizetype i = 0;
    qsizetype j = 0;
    int found = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            ++i;
            ++j;
            continue;
        }
        const auto [nextI, nextJ] = resync(a, i, b, j);
        if (found++ < differences) {
            report += QStringLiteral("in %1\n").arg(pathTo(i < a.size() ? a : b, i < a.size() ? i : j));
            report += quoted(a, i, nextI, '-') + quoted(b, j, nextJ, '+');
        }
        i = nextI;
        j = nextJ;
    }
    return { false, QStringLiteral("%1 difference(s); expected -, actual +\n").arg(found) + report };
}

} // namespace lectern::test
