// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/profile/plainvalue.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QDir>

using namespace lectern;
using namespace lectern::profile;

namespace {

QString valueOf(const Item& item, FieldId id)
{
    return test::plainValue(item, id, QStringLiteral("; "));
}

/// Words without the marks that end a sentence: nobody labels those.
QString bare(QString text)
{
    text = text.simplified();
    while (!text.isEmpty() && QStringView(u".,;:").contains(text.back()))
        text.chop(1);
    return text;
}

/// "…" at the end of a label stands for all that follows.
bool agrees(const QString& label, const QString& found)
{
    if (label.endsWith(u'…'))
        return found.simplified().startsWith(label.chopped(1).trimmed());
    return bare(label) == bare(found);
}

struct LabelledSection {
    QString kind; ///< "*": any, and whatever stands in it
    std::vector<QStringList> items;
};

/// A line for a section's kind, a line for each of its items: a letter and what a person reads there,
/// "p title | authors | venue | year", "d date | text", "r role | venue | year", "t text", "x" (source).
std::vector<LabelledSection> labels(const QString& path)
{
    std::vector<LabelledSection> sections;
    for (const QByteArray& line : test::bytesOf(path).split('\n')) {
        const QString text = QString::fromUtf8(line);
        if (text.isEmpty())
            continue;
        const QString letter = text.left(2);
        if (text != u"x" && !(letter.endsWith(u' ') && QStringView(u"pdrtx").contains(letter.front()))) {
            sections.push_back({ text, {} });
            continue;
        }
        QStringList words { text.left(1) };
        for (const QString& part : text.mid(2).split(u'|'))
            words.append(part.trimmed());
        sections.back().items.push_back(words);
    }
    return sections;
}

QStringList found(const Item& item)
{
    switch (item.kind) {
    case ItemKind::Publication:
        return { QStringLiteral("p"), valueOf(item, FieldId::Title), valueOf(item, FieldId::Authors),
            valueOf(item, FieldId::Venue), valueOf(item, FieldId::Year) };
    case ItemKind::Dated:
        return { QStringLiteral("d"), valueOf(item, FieldId::Date),
            item.field(FieldId::Title) ? valueOf(item, FieldId::Title) : valueOf(item, FieldId::Text) };
    case ItemKind::Review:
        return { QStringLiteral("r"), valueOf(item, FieldId::Role), valueOf(item, FieldId::Venue),
            valueOf(item, FieldId::Year) };
    case ItemKind::Text:
        return { QStringLiteral("t"), valueOf(item, FieldId::Text) };
    case ItemKind::Raw:
        break;
    }
    return { QStringLiteral("x") };
}

struct Score {
    int publications = 0;
    int rightPublications = 0;
    int others = 0;
    int rightOthers = 0;
    int fields = 0;
    int rightFields = 0;
    QStringList wrong;
    QStringList cut; ///< items split or merged, sections of another kind
};

} // namespace

/// Pages that nobody had looked at when the reader was written, each labelled by hand before it was first
/// read: pages/NAME.md beside what a person sees on it, NAME.labels.
class PagesTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void pagesReadAsTheyWereLabelled()
    {
        Score score;
        // PROFILE_PAGES=FOLDER tries pages that are kept elsewhere.
        const QString ours = test::sourcePath(QStringLiteral("tests/core/profile/pages"));
        const QDir folder(qEnvironmentVariable("PROFILE_PAGES", ours));
        const QStringList pages = folder.entryList({ QStringLiteral("*.md") });
        for (const QString& page : pages) {
            const QString path = folder.filePath(page);
            compare(page, labels(path.chopped(3) + QStringLiteral(".labels")),
                readProfile(SourceFile(test::bytesOf(path))), score);
        }
        for (const QString& line : score.cut + score.wrong)
            qInfo("%s", qPrintable(line));
        qInfo("%d pages; publications %d of %d with title and authors or venue; other items %d of %d; fields "
              "%d of %d; %d "
              "split, merged or in another kind of section",
            int(pages.size()), score.rightPublications, score.publications, score.rightOthers, score.others,
            score.rightFields, score.fields, int(score.cut.size()));
        QVERIFY(folder.path() != ours || pages.size() >= 46);
        QVERIFY(folder.path() != ours || (score.publications >= 135 && score.others >= 230));
        QVERIFY(score.cut.isEmpty());
        QVERIFY(score.rightPublications * 100 >= score.publications * 95);
        QVERIFY(score.rightOthers * 100 >= score.others * 98);
    }

    void datesAreUnderstood_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(expected);
        };
        row("六月 2025", "2025-6-0");
        row("2025年六月", "2025-6-0");
        row("2025年6月", "2025-6-0");
        row("十二月 2024", "2024-12-0");
        row("12.05.2023", "2023-5-12");
        row("Wintersemester 2022/23", "2022-0-0 to 2023-0-0");
        row("seit 2021", "2021-0-0");
        row("Octubre de 2024", "2024-10-0");
        row("May–Aug 2020", "2020-5-0 to 2020-8-0");
        row("2023年4月 – 現在", "2023-4-0 on");
        row("2023, 4 May", "2023-0-0");
        row("12 monkeys 2023", "");
        row("22 - current", "2022-0-0 on");
        row("'19 – '21", "2019-0-0 to 2021-0-0");
        row("08.12.20", "2020-12-8");
        row("21.–23.5.15", "2015-5-23");
        row("2024.05: A", "");
    }
    void datesAreUnderstood()
    {
        QFETCH(QString, text);
        const auto day = [](const DateSpan::Day& day) {
            return QStringLiteral("%1-%2-%3").arg(day.year).arg(day.month).arg(day.day);
        };
        const DateSpan span = readDate(text);
        QString found = span.start ? day(*span.start) : QString();
        if (span.end)
            found += QStringLiteral(" to ") + day(*span.end);
        if (span.ongoing)
            found += QStringLiteral(" on");
        QTEST(found, "expected");
    }

private:
    static void compare(const QString& page, const std::vector<LabelledSection>& labelled,
        const Profile& profile, Score& score)
    {
        for (size_t s = 0; s < std::max(labelled.size(), profile.sections.size()); ++s) {
            const Section* section = s < profile.sections.size() ? &profile.sections[s] : nullptr;
            const LabelledSection label = s < labelled.size() ? labelled[s] : LabelledSection();
            if (label.kind == u"*")
                continue;
            const bool front = section && label.kind == u"front" && section->items.empty();
            if (!section || (!front && label.kind != name(section->kind))
                || section->items.size() != label.items.size())
                score.cut.append(QStringLiteral("%1: section %2 is %3 with %4 items, not %5 with %6")
                                     .arg(page)
                                     .arg(s)
                                     .arg(section ? QString(name(section->kind)) : QString())
                                     .arg(section ? section->items.size() : 0)
                                     .arg(label.kind)
                                     .arg(label.items.size()));
            for (size_t i = 0; i < label.items.size(); ++i)
                count(page, label.items[i],
                    section && i < section->items.size() ? found(section->items[i]) : QStringList(), score);
        }
    }

    static void count(const QString& page, const QStringList& label, const QStringList& item, Score& score)
    {
        std::vector<bool> right(size_t(label.size()), false);
        for (qsizetype i = 0; i < label.size(); ++i) {
            right[size_t(i)]
                = !item.isEmpty() && item.front() == label.front() && agrees(label[i], item.value(i));
            score.fields += i > 0;
            score.rightFields += i > 0 && right[size_t(i)];
        }
        const bool all = std::all_of(right.begin(), right.end(), [](bool ok) { return ok; });
        if (!all)
            score.wrong.append(page + QStringLiteral(": ") + label.join(QStringLiteral(" | "))
                + QStringLiteral("\n      ≠ ") + item.join(QStringLiteral(" | ")).left(400));
        if (label.front() == u"p") {
            ++score.publications;
            score.rightPublications += right[1] && (right[2] || right[3]);
        } else {
            ++score.others;
            score.rightOthers += all;
        }
    }
};

LECTERN_GUILESS_MAIN(PagesTest)
#include "tst_profile_pages.moc"
