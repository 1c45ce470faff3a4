// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/profile/plainvalue.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTextStream>

using namespace lectern;
using namespace lectern::profile;

namespace {

/// What a list keeps of a value: eight digits of its hash, no words of other people. "-" for none.
QString hashed(const QString& value)
{
    const QString text = value.simplified();
    if (text.isEmpty())
        return QStringLiteral("-");
    return QString::fromLatin1(
        QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha1).toHex().left(8));
}

QString valueOf(const Item& item, FieldId id)
{
    return test::plainValue(item, id, QStringLiteral("|"));
}

/// One line of the reviewed list: what an item is and what its fields say.
QStringList lineOf(const Item& item)
{
    switch (item.kind) {
    case ItemKind::Publication:
        return { QStringLiteral("p"), hashed(valueOf(item, FieldId::Title)),
            hashed(valueOf(item, FieldId::Authors)), hashed(valueOf(item, FieldId::Venue)),
            hashed(valueOf(item, FieldId::Year)) };
    case ItemKind::Review:
        return { QStringLiteral("r"), hashed(valueOf(item, FieldId::Role)),
            hashed(valueOf(item, FieldId::Venue)), hashed(valueOf(item, FieldId::Year)) };
    case ItemKind::Dated:
        return { QStringLiteral("d"), hashed(valueOf(item, FieldId::Date)),
            hashed(valueOf(item, FieldId::Text)) };
    case ItemKind::Text:
        return { QStringLiteral("t"), hashed(valueOf(item, FieldId::Text)) };
    case ItemKind::Raw:
        break;
    }
    return { QStringLiteral("x") };
}

struct ListedSection {
    QString kind;
    std::vector<QStringList> items;
};
struct ListedPage {
    QString path; ///< below the corpus
    std::vector<ListedSection> sections;
};

std::vector<ListedPage> reviewedPages(const QString& path)
{
    std::vector<ListedPage> pages;
    for (const QByteArray& line : test::bytesOf(path).split('\n')) {
        const QString text = QString::fromUtf8(line);
        if (text.startsWith(QLatin1StringView("page "))) {
            pages.push_back({ text.mid(5), {} });
            continue;
        }
        const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
        if (words.isEmpty() || words.front().startsWith(u'#'))
            continue;
        if (words.front() == QLatin1StringView("section"))
            pages.back().sections.push_back({ words.value(1), {} });
        else
            pages.back().sections.back().items.push_back(words);
    }
    return pages;
}

struct Figures {
    int publications = 0;
    int rightPublications = 0;
    int titles = 0;
    int authors = 0;
    int venues = 0;
    int years = 0;
    int others = 0;
    int rightOthers = 0;
    int sections = 0;
    int rightSections = 0;
    QStringList cut; ///< where items are split or merged
};

} // namespace

/// What people see on the corpus pages against what the reader finds. The list was made by looking at every
/// page; where the reader is wrong, the list says what is right.
class RecognitionTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (test::corpusPages().isEmpty())
            QSKIP("LECTERN-SKIP-ALL: the corpus is not here");
    }

    void pagesReadAsPeopleSeeThem()
    {
        Figures figures;
        for (const ListedPage& page : reviewedPages(list())) {
            const QString path = test::sharedDir() + QStringLiteral("/corpus/") + page.path;
            if (QFile::exists(path))
                compare(page, readProfile(SourceFile(test::bytesOf(path))), figures);
        }
        const auto percent = [](int part, int whole) { return whole ? 100.0 * part / whole : 100.0; };
        qInfo("sections: %d of %d", figures.rightSections, figures.sections);
        qInfo("publications: %d of %d with title and authors or venue (%.1f %%); title %d, authors %d, venue "
              "%d, year %d",
            figures.rightPublications, figures.publications,
            percent(figures.rightPublications, figures.publications), figures.titles, figures.authors,
            figures.venues, figures.years);
        qInfo("other items: %d of %d with date and text (%.1f %%)", figures.rightOthers, figures.others,
            percent(figures.rightOthers, figures.others));
        qInfo("split or merged: %s",
            figures.cut.isEmpty() ? "none" : qPrintable(figures.cut.join(QStringLiteral(", "))));
        QVERIFY(figures.publications > 300 && figures.others > 400);
        QCOMPARE(figures.rightSections, figures.sections);
        QVERIFY(percent(figures.rightPublications, figures.publications) >= 95);
        QVERIFY(percent(figures.rightOthers, figures.others) >= 98);
        QVERIFY2(figures.cut.isEmpty(), qPrintable(figures.cut.join(u'\n')));
    }

    /// RECOGNITION_PRINT=1 prints what the reader finds in the list's form, to be reviewed beside the pages.
    void printsAListToReview()
    {
        if (!qEnvironmentVariableIsSet("RECOGNITION_PRINT"))
            return;
        QTextStream out(stdout);
        const QDir corpus(test::sharedDir() + QStringLiteral("/corpus"));
        for (const QString& path : test::corpusPages()) {
            out << "page " << corpus.relativeFilePath(path) << '\n';
            for (const Section& section : readProfile(SourceFile(test::bytesOf(path))).sections) {
                out << "section " << name(section.kind) << '\n';
                for (const Item& item : section.items)
                    out << lineOf(item).join(u' ') << '\n';
            }
        }
    }

private:
    static QString list() { return test::sourcePath(QStringLiteral("tests/core/profile/recognition.txt")); }

    static void compare(const ListedPage& page, const Profile& profile, Figures& figures)
    {
        figures.sections += int(page.sections.size());
        for (size_t s = 0; s < page.sections.size(); ++s) {
            const ListedSection& listed = page.sections[s];
            const Section* found = s < profile.sections.size() ? &profile.sections[s] : nullptr;
            figures.rightSections += found && listed.kind == name(found->kind);
            if (!found || found->items.size() != listed.items.size())
                figures.cut.append(page.path + QStringLiteral(" section %1").arg(s));
            for (size_t i = 0; i < listed.items.size(); ++i)
                count(listed.items[i],
                    found && i < found->items.size() ? lineOf(found->items[i]) : QStringList(), figures);
        }
    }

    static void count(const QStringList& listed, const QStringList& found, Figures& figures)
    {
        if (listed.front() != QLatin1StringView("p")) {
            ++figures.others;
            figures.rightOthers += listed == found;
            return;
        }
        ++figures.publications;
        const bool same = found.size() == listed.size() && found.front() == listed.front();
        const auto right = [&](int field) { return same && found[field] == listed[field]; };
        figures.titles += right(1);
        figures.authors += right(2);
        figures.venues += right(3);
        figures.years += right(4);
        figures.rightPublications += right(1) && (right(2) || right(3));
    }
};

LECTERN_GUILESS_MAIN(RecognitionTest)
#include "tst_profile_recognition.moc"
