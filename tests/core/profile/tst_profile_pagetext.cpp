// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/intentions.h"
#include "core/profile/pagetext.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace lectern;
using namespace lectern::profile;

namespace {

using Files = QHash<QString, QByteArray>;

const QString page = QStringLiteral("_pages/about.md");
const QString news = QStringLiteral("_pages/includes/news.md");
const QString papers = QStringLiteral("_pages/includes/pub.md");

Files smallSite()
{
    return { { page,
                 "---\ntitle: x\n---\n<span class='anchor' id='about-me'></span>\nHello.\n\n{% "
                 "include_relative includes/news.md %}\n\n"
                 "{% include_relative includes/pub.md %}\n\n# Education\n- *2020*: PhD\n" },
        { news, "# News\n- *2024.01*: One\n- *2023.01*: Two" },
        { papers,
            "# Publications\n- [A Title of a Paper](https://a), **Ann Bee**, Carl Dee, **VLDB 2024**\n" } };
}

PageText composed(const Files& files, const QString& name = page)
{
    return PageText::compose(name, files.value(name), [&files](const QString& file) {
        const auto found = files.constFind(file);
        return found == files.constEnd() ? std::nullopt : std::optional(*found);
    });
}

Files after(Files files, const Change& change)
{
    for (const FileEdits& edits : change)
        files[edits.file] = applied(files.value(edits.file), edits.edits);
    return files;
}

QStringList changedFiles(const Change& change)
{
    QStringList files;
    for (const FileEdits& edits : change)
        files.append(edits.file);
    return files;
}

} // namespace

/// A page made of several files is one text, and each edit goes to the file that its bytes come from.
class PageTextTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void includedFilesStandInThePlaceOfTheirTags()
    {
        const PageText text = composed(smallSite());
        QCOMPARE(text.files(), (QStringList { page, news, papers }));
        const Profile profile = readProfile(SourceFile(text.bytes()));
        QStringList sections;
        for (const Section& section : profile.sections)
            sections.append(section.id);
        QCOMPARE(sections,
            (QStringList { QStringLiteral("about"), QStringLiteral("news"), QStringLiteral("publications"),
                QStringLiteral("education") }));
        QVERIFY(!text.bytes().contains("include_relative"));
    }

    void aPageWithoutIncludesIsItsOwnBytes()
    {
        const QByteArray bytes("# News\n{% include_relative missing.md %}\n{% include head.html %}\n- {% "
                               "include_relative a.md %}\n");
        const PageText text = composed({ { page, bytes }, { QStringLiteral("_pages/a.md"), "x" } });
        QCOMPARE(text.bytes(), bytes);
        QCOMPARE(text.files(), QStringList { page });
        QCOMPARE(
            text.changeFor({ { 2, "News", "Neues" } }), (Change { { page, { { 2, "News", "Neues" } } } }));
    }

    void aFileThatIncludesItselfEnds()
    {
        const PageText text = composed({ { page, "A\n{% include_relative b.md %}\nC" },
            { QStringLiteral("_pages/b.md"),
                "B\n{% include_relative b.md %}\n{% include_relative about.md %}" } });
        QCOMPARE(text.bytes(),
            QByteArray("A\nB\n{% include_relative b.md %}\n{% include_relative about.md %}\nC"));
    }

    void editsGoToTheirFiles()
    {
        const Files files = smallSite();
        const PageText text = composed(files);
        const Profile profile = readProfile(SourceFile(text.bytes()));
        const auto title
            = setField(profile, { 2, 0 }, FieldId::Title, QStringLiteral("Another Title of a Paper"));
        QVERIFY(title.isOk());
        QCOMPARE(changedFiles(text.changeFor(*title)), QStringList { papers });
        // Behind the last item of an included text is that text, not the page.
        const auto added = addItem(profile, 1, 2,
            { { FieldId::Date, QStringLiteral("2022.01") }, { FieldId::Text, QStringLiteral("Three") } });
        QVERIFY(added.isOk());
        const Files now = after(files, text.changeFor(*added));
        QCOMPARE(
            now.value(news), QByteArray("# News\n- *2024.01*: One\n- *2023.01*: Two\n- *2022.01*: Three"));
        QCOMPARE(now.value(page), files.value(page));
        const auto degree = setField(profile, { 3, 0 }, FieldId::Text, QStringLiteral("M.Sc."));
        QCOMPARE(changedFiles(text.changeFor(*degree)), QStringList { page });
    }

    void anItemMovesFromOneFileToAnother()
    {
        const Files files = smallSite();
        const PageText text = composed(files);
        const Profile profile = readProfile(SourceFile(text.bytes()));
        const auto moved = moveItem(profile, { 1, 0 }, 3, 0);
        QVERIFY(moved.isOk());
        const Files now = after(files, text.changeFor(*moved));
        QCOMPARE(now.value(news), QByteArray("# News\n- *2023.01*: Two"));
        QVERIFY(now.value(page).endsWith("# Education\n- *2024.01*: One\n- *2020*: PhD\n"));
        QCOMPARE(composed(now).bytes(), applied(text.bytes(), *moved));
    }

    void placesAndRangesAreThoseOfTheFiles()
    {
        const Files files = smallSite();
        const PageText text = composed(files);
        for (qsizetype at = 0; at < text.bytes().size(); ++at) {
            const PageText::Place place = text.placeOf(at);
            QVERIFY(place.at <= files.value(place.file).size());
            if (place.at < files.value(place.file).size() && text.positionOf(place) == at)
                QCOMPARE(files.value(place.file)[place.at], text.bytes()[at]);
        }
        const Profile profile = readProfile(SourceFile(text.bytes()));
        const auto [file, range] = text.rangeOf(profile.sections[1].items[1].range);
        QCOMPARE(file, news);
        QCOMPARE(files.value(news).mid(range.from, range.length()), QByteArray("- *2023.01*: Two"));
    }

    /// Every field of every item of every page of the corpus that includes others.
    void everyEditOfTheCorpusStaysInItsFile()
    {
        int edits = 0;
        for (const QString& path : test::corpusPages()) {
            if (!test::bytesOf(path).contains("include_relative"))
                continue;
            const QDir root = QDir(QFileInfo(path).path() + QStringLiteral("/.."));
            const QString name = root.relativeFilePath(path);
            Files files { { name, test::bytesOf(path) } };
            const PageText text = PageText::compose(
                name, files.value(name), [&](const QString& file) -> std::optional<QByteArray> {
                    if (!QFile::exists(root.filePath(file)))
                        return std::nullopt;
                    return *files.insert(file, test::bytesOf(root.filePath(file)));
                });
            QVERIFY(text.files().size() > 1);
            const Profile profile = readProfile(SourceFile(text.bytes()));
            for (int s = 0; s < int(profile.sections.size()); ++s) {
                for (int i = 0; i < int(profile.sections[size_t(s)].items.size()); ++i) {
                    const Item& item = *profile.item({ s, i });
                    const Field* field
                        = item.field(item.kind == ItemKind::Publication ? FieldId::Title : FieldId::Text);
                    if (!field || !field->present || !std::holds_alternative<QString>(field->value))
                        continue;
                    const auto edit = setField(profile, { s, i }, field->id,
                        std::get<QString>(field->value) + QStringLiteral(" more"));
                    if (!edit)
                        continue;
                    ++edits;
                    const Change change = text.changeFor(*edit);
                    const QStringList own { text.placeOf(item.range.from).file,
                        text.placeOf(item.range.to - 1).file };
                    QCOMPARE(change.size(), size_t(1));
                    QVERIFY2(own.contains(change.front().file), qPrintable(item.title));
                    const Files now = after(files, change);
                    QCOMPARE(composed(now, name).bytes(), applied(text.bytes(), *edit));
                }
            }
        }
        qInfo("%d edits", edits);
        if (!test::corpusPages().isEmpty())
            QVERIFY(edits > 100);
    }
};

LECTERN_GUILESS_MAIN(PageTextTest)
#include "tst_profile_pagetext.moc"
