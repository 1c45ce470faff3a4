// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what reading and editing a page for forms costs: milliseconds of CPU, medians. Nothing here fails
// for being slow.
//   bench-profile [WORDS [TIMES]]       only what has the words in its name; how often each is measured
#include "core/profile/intentions.h"
#include "tests/support/testsupport.h"

#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <functional>

using namespace lectern;
using namespace lectern::profile;

namespace {

double median(int times, const std::function<void()>& work)
{
    std::vector<double> spent;
    for (int i = 0; i < times; ++i) {
        const std::clock_t from = std::clock();
        work();
        spent.push_back(1000.0 * double(std::clock() - from) / CLOCKS_PER_SEC);
    }
    std::nth_element(spent.begin(), spent.begin() + times / 2, spent.end());
    return spent[size_t(times) / 2];
}

/// The sample site's page, its content repeated until it is as long as wanted; no two items have the same
/// bytes.
QByteArray longPage(qsizetype size)
{
    const QByteArray page = test::bytesOf(test::sourcePath(QStringLiteral("sample-site/_pages/about.md")));
    const qsizetype content = page.indexOf("\n---", 4) + 5;
    QByteArray out = page;
    for (int copy = 1; out.size() < size; ++copy) {
        QByteArray more = page.mid(content);
        more.replace("e ", "e" + QByteArray::number(copy) + ' ');
        out += '\n' + more;
    }
    return out;
}

QByteArray manyItems(int count)
{
    QByteArray out("# News\n");
    for (int i = 0; i < count; ++i)
        out += "- *2024." + QByteArray::number(i % 12 + 1) + "*: Item number " + QByteArray::number(i)
            + " about [a thing](https://example.org).\n";
    return out;
}

/// One list of so many papers, about 200 bytes each.
QByteArray manyPapers(int count)
{
    QByteArray out("# Publications\n\n");
    for (int i = 0; i < count; ++i) {
        const QByteArray number = QByteArray::number(i);
        out += "- [A paper about subject " + number + " with a title of usual length](https://example.org/"
            + number
            + "), First Author, **Own Name**, Third Author and Fourth Author, *Proceedings of the Conference "
              "on "
              "Subjects*, 2025\n";
    }
    return out;
}

/// A text field of the first item that has one.
std::pair<ItemRef, FieldId> textField(const Profile& profile)
{
    for (int section = int(profile.sections.size()) - 1; section >= 0; --section) {
        const auto& items = profile.sections[size_t(section)].items;
        for (int item = int(items.size()) / 2; item < int(items.size()); ++item) {
            for (const FieldId id : { FieldId::Title, FieldId::Text }) {
                const Field* field = items[size_t(item)].field(id);
                if (field && field->present && std::holds_alternative<QString>(field->value))
                    return { { section, item }, id };
            }
        }
    }
    return {};
}

void measure(QTextStream& out, const QString& what, const QByteArray& bytes, int times)
{
    const SourceFile file(bytes);
    Profile profile;
    const double read = median(times, [&] { profile = readProfile(file); });
    const qsizetype at = bytes.lastIndexOf(' ', bytes.size() / 2 + bytes.size() / 4);
    const double typed = median(times, [&] {
        profile = readAgain(std::move(profile), profile.file.with({ { at, {}, "x" } }));
    });
    const auto [ref, id] = textField(profile);
    const QString text = std::get<QString>(profile.item(ref)->field(id)->value);
    int step = 0;
    const double edit = median(times, [&] {
        const auto edits = setField(profile, ref, id, text + QString::number(++step));
        if (edits)
            profile = readAgain(profile, profile.file.with(*edits));
    });
    out << QStringLiteral(
        "%1  %2 kB  %3 sections  read %4 ms  letter typed %5 ms  field edit to refreshed profile %6 ms\n")
               .arg(what, -28)
               .arg(bytes.size() / 1024, 4)
               .arg(profile.sections.size(), 3)
               .arg(read, 0, 'f', 2)
               .arg(typed, 0, 'f', 2)
               .arg(edit, 0, 'f', 2);
}

} // namespace

int main(int argc, char** argv)
{
    QTextStream out(stdout);
    const QString words = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    const int times = argc > 2 ? std::max(1, QByteArray(argv[2]).toInt()) : 15;
    const auto run = [&](const QString& what, const auto& bytes) {
        if (what.contains(words))
            measure(out, what, bytes(), times);
    };
    run(QStringLiteral("sample site"), [] { return longPage(1); });
    run(QStringLiteral("sample site, repeated"), [] { return longPage(66 * 1024); });
    run(QStringLiteral("5,000 items"), [] { return manyItems(5000); });
    run(QStringLiteral("5,000 papers"), [] { return manyPapers(5000); });
    const QStringList pages = test::corpusPages();
    const auto largest = std::max_element(pages.begin(), pages.end(),
        [](const QString& a, const QString& b) { return test::bytesOf(a).size() < test::bytesOf(b).size(); });
    if (largest != pages.end())
        run(QStringLiteral("largest page of the corpus"), [&] { return test::bytesOf(*largest); });
    return 0;
}
