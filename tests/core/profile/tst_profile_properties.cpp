// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/intentions.h"
#include "core/profile/read/shape.h"
#include "core/profile/scan/bytes.h"
#include "core/publish/export.h"
#include "tests/support/profileranges.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <rapidcheck.h>

#include <QFile>
#include <QMap>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <ctime>

using namespace lectern;
using namespace lectern::profile;

namespace {

/// With sanitizers every step takes ten times as long: then one of so many corpus pages is enough (all are
/// read without).
#if defined(__SANITIZE_ADDRESS__)
constexpr int oneOf = 4;
#else
constexpr int oneOf = 1;
#endif

QStringList pages()
{
    QStringList out;
    if (!test::seedPath().isEmpty())
        out.append(test::seedPath());
    const QString sample = test::sourcePath(QStringLiteral("sample-site/_pages/about.md"));
    if (QFile::exists(sample))
        out.append(sample);
    const QStringList corpus = test::corpusPages();
    for (qsizetype page = 0; page < corpus.size(); page += oneOf)
        out.append(corpus[page]);
    return out;
}

/// A sane new value for a field: what people type.
FieldValue changed(const Field& field, int variant)
{
    switch (field.shape) {
    case FieldShape::Authors: {
        auto authors = std::get<std::vector<Author>>(field.value);
        if (variant % 3 == 0 || authors.size() < 2)
            authors.push_back({ QStringLiteral("Mona Example"), false, {}, {} });
        else if (variant % 3 == 1)
            std::swap(authors[0], authors[1]);
        else
            authors.erase(authors.begin());
        return authors;
    }
    case FieldShape::Links: {
        auto links = std::get<std::vector<Link>>(field.value);
        links.push_back({ QStringLiteral("Slides"), QStringLiteral("https://example.org/slides_(1).pdf") });
        return links;
    }
    case FieldShape::Tags:
    case FieldShape::Lines:
        return std::get<QStringList>(field.value) + QStringList { QStringLiteral("CCF-B") };
    case FieldShape::Url:
    case FieldShape::Image:
        return QStringLiteral("https://example.org/a_b(c)?d=%1&e=2#f").arg(variant);
    case FieldShape::Date:
        return variant % 2 ? QStringLiteral("2019.03 - now") : QStringLiteral("2031");
    case FieldShape::Text:
        return std::get<QString>(field.value) + QStringLiteral(" And *more* of it.");
    case FieldShape::Line:
        break;
    }
    if (field.id == FieldId::Year)
        return QStringLiteral("2027");
    if (field.id == FieldId::Role)
        return QStringLiteral("Area Chair");
    if (field.id == FieldId::Note || field.id == FieldId::Place)
        return QStringLiteral("with a Note of its Own");
    if (field.id == FieldId::Award)
        return QStringLiteral("Best Paper Award");
    if (field.id == FieldId::Badge)
        return QStringLiteral("VLDB 2027");
    if (field.id == FieldId::Venue)
        return QStringLiteral("IEEE Transactions on Everything");
    if (field.id == FieldId::ScholarId)
        return QStringLiteral("AAAAAAAAAAAJ:bbbbbbbbbbbb");
    return QStringLiteral("A Study of [Brackets] and 中文 in “Quoted” Titles %1").arg(variant);
}

bool hasShape(const Profile& shape, const Profile& page, ItemRef whole)
{
    if (shape.sections.size() != page.sections.size())
        return false;
    for (size_t i = 0; i < page.sections.size(); ++i) {
        const Section& section = page.sections[i];
        if (shape.sections[i].kind != section.kind || shape.sections[i].items.size() != section.items.size())
            return false;
        for (size_t k = 0; k < section.items.size(); ++k) {
            const Item& item = shape.sections[i].items[k];
            if (item.kind != section.items[k].kind || item.range != section.items[k].range
                || item.hidden != section.items[k].hidden || item.group != section.items[k].group)
                return false;
        }
    }
    return !page.item(whole) || *shape.item(whole) == *page.item(whole);
}

} // namespace

/// Edits of every kind on every page at hand: what is meant reads back, and nothing else moves.
class ProfilePropertiesTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (pages().isEmpty())
            QSKIP("LECTERN-SKIP-ALL: neither seed nor corpus nor sample site are here");
    }

    void openingAndExportingChangesNoByte()
    {
        for (const QString& path : pages()) {
            const QByteArray bytes = test::bytesOf(path);
            const Profile profile = readProfile(SourceFile(bytes));
            QCOMPARE(profile.file.bytes(), bytes);
            QTemporaryDir folder;
            QFile copy(folder.filePath(QStringLiteral("page.md")));
            QVERIFY(copy.open(QIODevice::WriteOnly) && copy.write(bytes) == bytes.size());
            copy.close();
            const auto plan = publish::planExport(
                folder.path(), { { QStringLiteral("page.md"), bytes, profile.file.bytes() } });
            QVERIFY(plan.isOk());
            QCOMPARE(plan->files.size(), size_t(0));
            QCOMPARE(test::bytesOf(copy.fileName()), bytes);
            QCOMPARE(test::brokenRange(profile), QString());
        }
    }

    void everyFieldReadsBackAndUndoes()
    {
        Count count;
        for (const QString& path : pages()) {
            const Profile profile = readProfile(SourceFile(test::bytesOf(path)));
            for (const ItemRef ref : items(profile))
                setAll(profile, ref, count);
        }
        count.print("field edits");
        QVERIFY2(count.done > 3500 / (2 * oneOf - 1), "too few fields were found to say anything");
        QVERIFY2(count.refused * 50 <= count.done, "more than two of a hundred sane values refused");
    }

    void settingWhatIsThereChangesNothing()
    {
        for (const QString& path : pages()) {
            const Profile profile = readProfile(SourceFile(test::bytesOf(path)));
            for (const ItemRef ref : items(profile)) {
                for (const Field& field : profile.item(ref)->fields) {
                    const auto edits = setField(profile, ref, field.id, field.value);
                    QVERIFY2(!field.present || (edits.isOk() && edits->empty()),
                        qPrintable(profile.item(ref)->title));
                }
            }
        }
    }

    void itemsMoveDuplicateHideAndGoWithoutTouchingOthers()
    {
        Count count;
        for (const QString& path : pages()) {
            const Profile profile = readProfile(SourceFile(test::bytesOf(path)));
            for (const ItemRef ref : items(profile))
                arrange(profile, ref, count);
        }
        count.print("structural edits");
        QVERIFY2(count.done > 2000 / (2 * oneOf - 1), "too few items were found to say anything");
        QVERIFY2(count.refused * 18 <= count.done, "more than one of eighteen refused");
    }

    void aRowOfEditsUndoesToTheFile()
    {
        const QStringList all = pages();
        const bool holds = rc::check("edits in a row keep their promises and undo to the file", [&] {
            const QByteArray bytes = test::bytesOf(all[*rc::gen::inRange<int>(0, int(all.size()))]);
            const auto steps = *rc::gen::container<std::vector<std::tuple<int, int, int>>>(rc::gen::tuple(
                rc::gen::inRange(0, 10'000), rc::gen::inRange(0, 40), rc::gen::inRange(0, 12)));
            Profile now = readProfile(SourceFile(bytes));
            std::vector<Edits> undo;
            for (const auto& [which, field, action] : steps) {
                const auto refs = items(now);
                if (refs.empty())
                    break;
                const auto edits = anEdit(now, refs[size_t(which) % refs.size()], field, action);
                if (!edits)
                    continue;
                RC_ASSERT(applies(now.file.bytes(), *edits));
                const SourceFile file = now.file.with(*edits);
                undo.push_back(inverted(*edits));
                now = readAgain(std::move(now), file);
                const Profile anew = readProfile(file);
                RC_ASSERT(now.sections == anew.sections);
                RC_ASSERT(now.ownerName == anew.ownerName);
            }
            QByteArray back = now.file.bytes();
            for (auto step = undo.rbegin(); step != undo.rend(); ++step)
                back = applied(back, *step);
            RC_ASSERT(back == bytes);
        });
        QVERIFY(holds);
    }

    /// What is taken over from the page before, and what a check of an edit looks at, is what reading anew
    /// finds.
    void typedPagesReadAsAnew()
    {
        static const QList<QByteArray> pieces { "x", " ", "\n", "\n\n", "- ", "# ", "*", "<div>", "</div>",
            "<!--", "-->", "](", "2024", ", ", "{% include a.html %}\n" };
        QRandomGenerator random(7);
        const QStringList all = pages();
        for (const QString& page : all) {
            const QByteArray bytes = test::bytesOf(page);
            Profile now = readProfile(SourceFile(bytes));
            for (int i = 0; i < 8; ++i) {
                const qsizetype at = random.bounded(int(now.file.bytes().size()) + 1);
                const QByteArray removed
                    = i % 3 == 0 ? now.file.bytes().mid(at, random.bounded(30)) : QByteArray();
                const SourceFile file
                    = now.file.with({ { at, removed, pieces[random.bounded(int(pieces.size()))] } });
                const Profile anew = readProfile(file);
                const ItemRef ref { random.bounded(int(anew.sections.size()) + 1), 0 };
                const Profile shape = readShape(now, file, ref);
                now = readAgain(std::move(now), file);
                QVERIFY2(now.sections == anew.sections && now.ownerName == anew.ownerName,
                    file.bytes().constData());
                QVERIFY2(hasShape(shape, anew, ref), file.bytes().constData());
            }
        }
    }

    void halfTypedPagesNeitherCrashNorHang()
    {
        QRandomGenerator random(20261123);
        int reads = 0;
        for (const QString& path : pages()) {
            const QByteArray bytes = test::bytesOf(path);
            for (int i = 0; i < 60; ++i) {
                QByteArray cut = bytes.left(random.bounded(bytes.size() + 1));
                if (i % 2) {
                    cut = bytes;
                    cut.remove(random.bounded(bytes.size()), random.bounded(1, 6));
                }
                const Profile profile = readProfile(SourceFile(cut));
                QCOMPARE(test::brokenRange(profile), QString());
                ++reads;
            }
        }
        qInfo("%d half-typed pages", reads);
    }

    void hostileBytesAreSurvived_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("NUL and invalid UTF-8")
            << QByteArrayLiteral("# News\n- *2020*: a\0b\xFF\xFE\xC3\n# Publications\n\xC3\n");
        for (const char* piece : { "<!--", "<div class='paper-box'>\n", "![", "](", "**a ", "<b>", "- ",
                 "```\n", "`", "$a", "{%", "<a href=\"", "# \n", "- [a](b), ", "<details>\n", "a, ", "*a_b_",
                 "</div>\n", "> ", "<!-- - a -->\n", "* *" }) {
            QTest::newRow(piece) << QByteArray("# Publications\n")
                    + QByteArray(piece).repeated(200'000 / int(qstrlen(piece)));
        }
    }
    void hostileBytesAreSurvived()
    {
        QFETCH(QByteArray, bytes);
        // A hang ends at the test's time limit.
        const std::clock_t begin = std::clock();
        QCOMPARE(test::brokenRange(readProfile(SourceFile(bytes))), QString());
        qInfo("%.2f s of CPU", double(std::clock() - begin) / CLOCKS_PER_SEC);
    }

    void aCommentOverTwoSectionsGivesEachItsItems()
    {
        const QByteArray bytes("# Publications\n\n- [A First Paper of Ropes](x), Ann Bee, VLDB 2020\n"
                               "<!-- - [A Second Paper of Ropes](y), Ann Bee, VLDB 2019\n\n"
                               "# News\n\n- *2018*: old\n-->\n- *2020*: new\n");
        const Profile profile = readProfile(SourceFile(bytes));
        QCOMPARE(test::brokenRange(profile), QString());
        QCOMPARE(profile.sections.size(), size_t(2));
        for (const Section& section : profile.sections) {
            QCOMPARE(section.items.size(), size_t(2));
            QCOMPARE(std::count_if(section.items.begin(), section.items.end(),
                         [](const Item& item) { return item.hidden; }),
                qsizetype(1));
            for (const Item& item : section.items)
                QVERIFY(section.range.contains(item.range));
        }
    }

    void invalidBytesStayWhenAnotherFieldIsSet()
    {
        const QByteArray bytes("# News\n- *2020*: caf\xE9 \xFF one\n- *2019*: two\n");
        const Profile profile = readProfile(SourceFile(bytes));
        const auto edits = setField(profile, { 0, 0 }, FieldId::Date, QStringLiteral("2021"));
        QVERIFY(edits.isOk());
        QCOMPARE(applied(bytes, *edits), QByteArray("# News\n- *2021*: caf\xE9 \xFF one\n- *2019*: two\n"));
    }

    void bytesThatAreNoTextMoveNoField()
    {
        // Each reads as a character of three bytes where one stands.
        const Profile profile = readProfile(SourceFile(
            QByteArray("# Publications\n- Ann Bee, Carl Dee. \"A Title of Things\". *Ethics\xC2\xFF 133 (2): "
                       "200-225*, 2020\n# Reviewing\n- Area Chair, ICLR\xC2 2026\n")));
        QCOMPARE(test::brokenRange(profile), QString());
        const Item& review = profile.sections.back().items.front();
        QCOMPARE(profile.file.view(review.field(FieldId::Year)->range).toByteArray(), QByteArray("2026"));
        const Item& paper = profile.sections.front().items.front();
        QCOMPARE(profile.file.view(paper.field(FieldId::Venue)->range).toByteArray(),
            QByteArray("Ethics\xC2\xFF"));
    }

    void aListReadsBackAsItWasTyped()
    {
        // A bracket that is never closed holds no commas together.
        const QByteArray bytes("# Reviewing\n- **Reviewer**: Journal A, Journal ![B (2023), Conference C\n");
        const Profile profile = readProfile(SourceFile(bytes));
        const QStringList names = std::get<QStringList>(profile.item({ 0, 0 })->field(FieldId::Venue)->value);
        QCOMPARE(names.size(), 3);
        for (const char* typed : { "ICML", "Letters of (Things", "ICML, KDD" }) {
            const QStringList wanted = names + QStringList { QString::fromLatin1(typed) };
            const auto edits = setField(profile, { 0, 0 }, FieldId::Venue, wanted);
            QVERIFY(edits || edits.error().code == ErrorCode::InvalidValue);
            QCOMPARE(edits.isOk(), !wanted.back().contains(u','));
            if (edits)
                QCOMPARE(readAgain(profile, profile.file.with(*edits))
                             .item({ 0, 0 })
                             ->field(FieldId::Venue)
                             ->value,
                    FieldValue(wanted));
        }
    }

    void lineEndingsOfThePlaceAreKept_data()
    {
        QTest::addColumn<QByteArray>("eol");
        QTest::newRow("LF") << QByteArray("\n");
        QTest::newRow("CRLF") << QByteArray("\r\n");
        QTest::newRow("CR") << QByteArray("\r");
    }
    void lineEndingsOfThePlaceAreKept()
    {
        QFETCH(QByteArray, eol);
        QByteArray bytes("# News\n- *2020*: one\n- *2019*: two");
        bytes.replace("\n", eol);
        const Profile profile = readProfile(SourceFile(bytes));
        QCOMPARE(int(profile.sections.front().items.size()), 2);
        const auto added = addItem(profile, 0, 2,
            { { FieldId::Date, QStringLiteral("2018") }, { FieldId::Text, QStringLiteral("three") } });
        QVERIFY(added.isOk());
        QCOMPARE(applied(bytes, *added), bytes + eol + "- *2018*: three");
        const auto moved = moveItem(profile, { 0, 1 }, 0, 0);
        QVERIFY(moved.isOk());
        QCOMPARE(
            applied(bytes, *moved), QByteArray("# News") + eol + "- *2019*: two" + eol + "- *2020*: one");
    }

private:
    struct Count {
        int done = 0;
        int refused = 0;
        int moved = 0; ///< typed into one field, read in another
        QMap<QString, int> what;

        void refuse(const QString& kind, const Item& item)
        {
            ++refused;
            ++what[kind];
            if (qEnvironmentVariableIsSet("PROFILE_VERBOSE"))
                qInfo("refused %s of “%s”", qPrintable(kind), qPrintable(item.title.left(80)));
        }
        void print(const char* kind) const
        {
            QStringList parts;
            for (auto part = what.begin(); part != what.end(); ++part)
                parts.append(part.key() + u' ' + QString::number(part.value()));
            qInfo("%d %s, %d refused (%s), %d read in another field", done, kind, refused,
                qPrintable(parts.join(QStringLiteral(", "))), moved);
        }
    };

    /// Every word of a text that was typed is in some field of the item.
    static bool holdsWords(const Item& item, const FieldValue& value)
    {
        static const QRegularExpression noWord(
            QStringLiteral("\\W"), QRegularExpression::UseUnicodePropertiesOption);
        const auto* typed = std::get_if<QString>(&value);
        QString all;
        for (const Field& field : item.fields) {
            if (const auto* text = std::get_if<QString>(&field.value))
                all += text->simplified() + u' ';
        }
        return typed && [&] {
            const QStringList words
                = QString(*typed).replace(noWord, QStringLiteral(" ")).simplified().split(u' ');
            return std::all_of(
                words.begin(), words.end(), [&](const QString& word) { return all.contains(word); });
        }();
    }

    static std::vector<ItemRef> items(const Profile& profile)
    {
        std::vector<ItemRef> refs;
        for (int s = 0; s < int(profile.sections.size()); ++s) {
            for (int i = 0; i < int(profile.sections[size_t(s)].items.size()); ++i)
                refs.push_back({ s, i });
        }
        return refs;
    }

    /// One of the things that a user does with an item.
    static Result<Edits> anEdit(const Profile& profile, ItemRef ref, int field, int action)
    {
        const Item& item = *profile.item(ref);
        const int count = int(profile.sections[size_t(ref.section)].items.size());
        switch (action) {
        case 0:
            return removeItems(profile, { ref });
        case 1:
            return duplicateItem(profile, ref);
        case 2:
            return moveItem(profile, ref, ref.section, field % (count + 1));
        case 3:
            return setItemHidden(profile, ref, !item.hidden);
        case 4:
            return sortItems(
                profile, ref.section, field % 2 ? SortOrder::NewestFirst : SortOrder::OldestFirst);
        case 5:
            return addItem(profile, ref.section, field % (count + 1),
                { { FieldId::Text, QStringLiteral("Something new") } });
        default:
            break;
        }
        if (item.fields.empty())
            return Edits();
        const Field& chosen = item.fields[size_t(field) % item.fields.size()];
        return setField(profile, ref, chosen.id, changed(chosen, field));
    }

    static void setAll(const Profile& profile, ItemRef ref, Count& count)
    {
        const Item& item = *profile.item(ref);
        for (size_t i = 0; i < item.fields.size(); ++i) {
            const Field& field = item.fields[i];
            const FieldValue value = changed(field, ref.item + int(i));
            const auto edits = setField(profile, ref, field.id, value);
            ++count.done;
            if (!edits) {
                count.refuse(name(field.id), item);
                continue;
            }
            QVERIFY(applies(profile.file.bytes(), *edits));
            const QByteArray bytes = applied(profile.file.bytes(), *edits);
            const Profile now = readAgain(profile, SourceFile(bytes));
            if (count.done % 4 == 0)
                QVERIFY(now.sections == readProfile(SourceFile(bytes)).sections);
            QVERIFY(now.item(ref));
            if (!now.item(ref)->field(field.id)) {
                ++count.moved;
                QVERIFY2(holdsWords(*now.item(ref), value), qPrintable(name(field.id) + u' ' + item.title));
                continue;
            }
            const bool same = now.item(ref)->field(field.id)->value == value;
            count.moved += !same;
            if (!same && qEnvironmentVariableIsSet("PROFILE_VERBOSE"))
                qInfo("%s of “%s” is read elsewhere", name(field.id).data(), qPrintable(item.title));
            QVERIFY2(
                same || holdsWords(*now.item(ref), value), qPrintable(name(field.id) + u' ' + item.title));
            // Nothing outside the item is another byte; every other item is where and what it was.
            const TextRange after = now.item(ref)->range;
            QCOMPARE(after.from, item.range.from);
            QVERIFY(QByteArrayView(bytes).first(item.range.from)
                == QByteArrayView(profile.file.bytes()).first(item.range.from));
            QVERIFY(QByteArrayView(bytes).sliced(after.to)
                == QByteArrayView(profile.file.bytes()).sliced(item.range.to));
            QCOMPARE(applied(bytes, inverted(*edits)), profile.file.bytes());
        }
    }

    static QByteArrayList others(const Profile& profile, ItemRef left)
    {
        QByteArrayList out;
        for (int s = 0; s < int(profile.sections.size()); ++s) {
            for (int i = 0; i < int(profile.sections[size_t(s)].items.size()); ++i) {
                if (ItemRef { s, i } != left)
                    out.append(profile.file.view(trimmed(profile.file.bytes(), profile.item({ s, i })->range))
                                   .toByteArray());
            }
        }
        return out;
    }

    /// The words of all items but one, in any order.
    static QByteArrayList wordsOf(const Profile& profile, ItemRef left)
    {
        QByteArrayList words = others(profile, left).join(' ').simplified().split(' ');
        std::sort(words.begin(), words.end());
        return words;
    }

    static void check(const Profile& profile, ItemRef ref, const Result<Edits>& edits, ItemRef now,
        Count& count, const char* what)
    {
        ++count.done;
        if (!edits) {
            count.refuse(QString::fromLatin1(what), *profile.item(ref));
            return;
        }
        const Profile later = readAgain(profile, profile.file.with(*edits));
        // Texts that come to stand side by side are read as one: their bytes are compared together.
        if (items(later).size() == items(profile).size() - (now == ItemRef {} ? 1 : 0))
            QCOMPARE(others(later, now), others(profile, ref));
        else
            QCOMPARE(wordsOf(later, {}), wordsOf(profile, now == ItemRef {} ? ref : ItemRef {}));
        QCOMPARE(applied(later.file.bytes(), inverted(*edits)), profile.file.bytes());
    }

    static void arrange(const Profile& profile, ItemRef ref, Count& count)
    {
        const int items = int(profile.sections[size_t(ref.section)].items.size());
        check(profile, ref, removeItems(profile, { ref }), {}, count, "remove");
        const auto twice = duplicateItem(profile, ref);
        ++count.done;
        if (twice) {
            const Profile later = readAgain(profile, profile.file.with(*twice));
            if (profile.item(ref)->kind == ItemKind::Text)
                QVERIFY(later.file.bytes().size() > profile.file.bytes().size());
            else
                QCOMPARE(others(later, { ref.section, ref.item + 1 }), others(profile, {}));
            QCOMPARE(applied(later.file.bytes(), inverted(*twice)), profile.file.bytes());
        } else
            count.refuse(QStringLiteral("duplicate"), *profile.item(ref));
        if (items > 1) {
            const int to = ref.item == 0 ? items : 0;
            const ItemRef moved { ref.section, to == 0 ? 0 : items - 1 };
            check(profile, ref, moveItem(profile, ref, ref.section, to), moved, count, "move");
        }
        if (profile.item(ref)->hidden || profile.sections[size_t(ref.section)].hidden)
            return;
        const auto hidden = setItemHidden(profile, ref, true);
        check(profile, ref, hidden, ref, count, "hide");
        if (!hidden)
            return;
        const Profile dark = readAgain(profile, profile.file.with(*hidden));
        const auto shown = setItemHidden(dark, ref, false);
        QVERIFY(shown.isOk());
        QVERIFY2(
            applied(dark.file.bytes(), *shown) == profile.file.bytes(), qPrintable(profile.item(ref)->title));
    }
};

LECTERN_GUILESS_MAIN(ProfilePropertiesTest)
#include "tst_profile_properties.moc"
