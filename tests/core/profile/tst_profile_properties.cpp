// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/intentions.h"
#include "core/profile/scan/bytes.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>

using namespace lectern;
using namespace lectern::profile;

namespace {

constexpr qint64 budget = 22'000; ///< milliseconds for one family of edits over all pages

QStringList pages()
{
    QStringList out;
    if (!test::seedPath().isEmpty())
        out.append(test::seedPath());
    const QString sample = test::sourcePath(QStringLiteral("sample-site/_pages/about.md"));
    if (QFile::exists(sample))
        out.append(sample);
    return out + test::corpusPages();
}

/// A sane new value for a field: what people type.
FieldValue changed(const Field& field, int variant)
{
    switch (field.shape) {
    case FieldShape::Authors: {
        auto authors = std::get<std::vector<Author>>(field.value);
        if (variant % 3 == 0 || authors.size() < 2)
            authors.push_back({QStringLiteral("Mona Example"), false, {}, {}});
        else if (variant % 3 == 1)
            std::swap(authors[0], authors[1]);
        else
            authors.erase(authors.begin());
        return authors;
    }
    case FieldShape::Links: {
        auto links = std::get<std::vector<Link>>(field.value);
        links.push_back({QStringLiteral("Slides"), QStringLiteral("https://example.org/slides_(1).pdf")});
        return links;
    }
    case FieldShape::Tags:
    case FieldShape::Lines:
        return std::get<QStringList>(field.value) + QStringList {QStringLiteral("CCF-B")};
    case FieldShape::Url:
    case FieldShape::Image:
        return QStringLiteral("https://example.org/a_b?c=1&d=2#e%i").arg(variant);
    case FieldShape::Date:
        return variant % 2 ? QStringLiteral("2019.03 - now") : QStringLiteral("2031");
    case FieldShape::Text:
        return std::get<QString>(field.value) + QStringLiteral(" And *more* of it.");
    case FieldShape::Line:
        break;
    }
    if (field.id == FieldId::Year)
        return QStringLiteral("2027");
    if (field.id == FieldId::Badge)
        return QStringLiteral("VLDB 2027");
    if (field.id == FieldId::Venue)
        return QStringLiteral("IEEE Transactions on Everything");
    if (field.id == FieldId::ScholarId)
        return QStringLiteral("AAAAAAAAAAAJ:bbbbbbbbbbbb");
    return QStringLiteral("A Study of [Brackets] and 中文 in “Quoted” Titles %1").arg(variant);
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

    void everyFieldReadsBackAndUndoes()
    {
        QElapsedTimer clock;
        clock.start();
        int done = 0;
        int refused = 0;
        const QStringList all = pages();
        for (qsizetype page = 0; page < all.size(); ++page) {
            const Profile profile = readProfile(SourceFile(test::bytesOf(all[page])));
            const auto refs = items(profile);
            const qint64 share = budget * (page + 1) / all.size();
            for (size_t i = 0; i < refs.size() && clock.elapsed() < share; ++i)
                setAll(profile, refs[i], int(i), done, refused);
        }
        qInfo("%d field edits, %d refused", done, refused);
        QVERIFY2(refused * 10 <= done, "more than a tenth of sane values refused");
    }

    void itemsMoveDuplicateHideAndGoWithoutTouchingOthers()
    {
        QElapsedTimer clock;
        clock.start();
        int done = 0;
        int refused = 0;
        const QStringList all = pages();
        for (qsizetype page = 0; page < all.size(); ++page) {
            const Profile profile = readProfile(SourceFile(test::bytesOf(all[page])));
            const auto refs = items(profile);
            const qint64 share = budget * (page + 1) / all.size();
            for (size_t i = 0; i < refs.size() && clock.elapsed() < share; ++i)
                arrange(profile, refs[i], done, refused);
        }
        qInfo("%d structural edits, %d refused", done, refused);
        QVERIFY2(refused * 5 <= done, "more than a fifth refused");
    }

    void halfTypedPagesNeitherCrashNorHang()
    {
        QRandomGenerator random(20261123);
        QElapsedTimer clock;
        clock.start();
        int reads = 0;
        for (const QString& path : pages()) {
            const QByteArray bytes = test::bytesOf(path);
            for (int i = 0; i < 60 && clock.elapsed() < 12'000; ++i) {
                QByteArray cut = bytes.left(random.bounded(bytes.size() + 1));
                if (i % 2) {
                    cut = bytes;
                    cut.remove(random.bounded(bytes.size()), random.bounded(1, 6));
                }
                QElapsedTimer one;
                one.start();
                const Profile profile = readProfile(SourceFile(cut));
                QVERIFY2(one.elapsed() < 1000, qPrintable(path));
                checkRanges(profile);
                ++reads;
            }
        }
        qInfo("%d half-typed pages", reads);
    }

    void hostileBytesAreSurvived_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("NUL and invalid UTF-8") << QByteArray("# News\n- *2020*: a\0b\xFF\xFE\xC3\n# Publications\n\xC3\n", 50);
        for (const char* piece : {"<!--", "<div class='paper-box'>\n", "![", "](", "**a ", "<b>", "- ", "```\n", "`", "$a", "{%", "<a href=\"", "# \n", "- [a](b), ",
                 "<details>\n", "a, ", "*a_b_", "</div>\n", "> ", "<!-- - a -->\n", "* *"}) {
            QTest::newRow(piece) << QByteArray("# Publications\n") + QByteArray(piece).repeated(200'000 / int(qstrlen(piece)));
        }
    }
    void hostileBytesAreSurvived()
    {
        QFETCH(QByteArray, bytes);
        QElapsedTimer clock;
        clock.start();
        checkRanges(readProfile(SourceFile(bytes)));
        QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
    }

    void invalidBytesStayWhenAnotherFieldIsSet()
    {
        const QByteArray bytes("# News\n- *2020*: caf\xE9 \xFF one\n- *2019*: two\n");
        const Profile profile = readProfile(SourceFile(bytes));
        const auto edits = setField(profile, {0, 0}, FieldId::Date, QStringLiteral("2021"));
        QVERIFY(edits.isOk());
        QCOMPARE(applied(bytes, *edits), QByteArray("# News\n- *2021*: caf\xE9 \xFF one\n- *2019*: two\n"));
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
        const auto added = addItem(profile, 0, 2, {{FieldId::Date, QStringLiteral("2018")}, {FieldId::Text, QStringLiteral("three")}});
        QVERIFY(added.isOk());
        QCOMPARE(applied(bytes, *added), bytes + eol + "- *2018*: three");
        const auto moved = moveItem(profile, {0, 1}, 0, 0);
        QVERIFY(moved.isOk());
        QCOMPARE(applied(bytes, *moved), QByteArray("# News") + eol + "- *2019*: two" + eol + "- *2020*: one");
    }

private:
    static std::vector<ItemRef> items(const Profile& profile)
    {
        std::vector<ItemRef> refs;
        for (int s = 0; s < int(profile.sections.size()); ++s) {
            for (int i = 0; i < int(profile.sections[size_t(s)].items.size()); ++i)
                refs.push_back({s, i});
        }
        // Spread over the page, so that a short time meets every form.
        QRandomGenerator random(7);
        std::shuffle(refs.begin(), refs.end(), random);
        return refs;
    }

    static void checkRanges(const Profile& profile)
    {
        qsizetype end = profile.frontMatter ? profile.frontMatter->whole.to : 0;
        for (const Section& section : profile.sections) {
            QVERIFY(section.range.from >= end && section.range.to >= section.range.from);
            end = section.range.to;
            qsizetype at = section.range.from;
            for (const Item& item : section.items) {
                QVERIFY(item.range.from >= at && item.range.to <= section.range.to && item.range.from < item.range.to);
                at = item.range.to;
                for (const Field& field : item.fields)
                    QVERIFY(!field.present || item.range.contains(field.range));
            }
        }
        QVERIFY(end <= profile.file.size());
    }

    static void setAll(const Profile& profile, ItemRef ref, int variant, int& done, int& refused)
    {
        const Item& item = *profile.item(ref);
        for (const Field& field : item.fields) {
            const FieldValue value = changed(field, variant);
            const auto edits = setField(profile, ref, field.id, value);
            ++done;
            if (!edits) {
                ++refused;
                if (qEnvironmentVariableIsSet("PROFILE_VERBOSE"))
                    qInfo("refused %s of “%s”", name(field.id).data(), qPrintable(item.title));
                continue;
            }
            const QByteArray bytes = applied(profile.file.bytes(), *edits);
            const Profile now = readProfile(SourceFile(bytes));
            QVERIFY(now.item(ref) && now.item(ref)->field(field.id));
            QCOMPARE(now.item(ref)->field(field.id)->value, value);
            QCOMPARE(bytes.first(item.range.from), profile.file.bytes().first(item.range.from));
            QCOMPARE(bytes.sliced(now.item(ref)->range.to), profile.file.bytes().sliced(item.range.to));
            QCOMPARE(applied(bytes, inverted(*edits)), profile.file.bytes());
        }
    }

    static QByteArrayList others(const Profile& profile, ItemRef left)
    {
        QByteArrayList out;
        for (int s = 0; s < int(profile.sections.size()); ++s) {
            for (int i = 0; i < int(profile.sections[size_t(s)].items.size()); ++i) {
                if (ItemRef {s, i} != left)
                    out.append(profile.file.view(trimmed(profile.file.bytes(), profile.item({s, i})->range)).toByteArray());
            }
        }
        return out;
    }

    static void check(const Profile& profile, ItemRef ref, const Result<Edits>& edits, ItemRef now, int& done, int& refused, const char* what)
    {
        ++done;
        if (!edits) {
            ++refused;
            if (qEnvironmentVariableIsSet("PROFILE_VERBOSE"))
                qInfo("refused %s of “%s”", what, qPrintable(profile.item(ref)->title));
            return;
        }
        const Profile later = readProfile(profile.file.with(*edits));
        QCOMPARE(others(later, now), others(profile, ref));
        QCOMPARE(applied(later.file.bytes(), inverted(*edits)), profile.file.bytes());
    }

    static void arrange(const Profile& profile, ItemRef ref, int& done, int& refused)
    {
        const int count = int(profile.sections[size_t(ref.section)].items.size());
        check(profile, ref, removeItems(profile, {ref}), {}, done, refused, "remove");
        const ItemRef copy {ref.section, ref.item + 1};
        const auto twice = duplicateItem(profile, ref);
        ++done;
        if (twice)
            QCOMPARE(others(readProfile(profile.file.with(*twice)), copy), others(profile, {}));
        else
            ++refused;
        if (count > 1) {
            const int to = ref.item == 0 ? count : 0;
            check(profile, ref, moveItem(profile, ref, ref.section, to), {ref.section, to == 0 ? 0 : count - 1}, done, refused, "move");
        }
        if (profile.item(ref)->hidden || profile.sections[size_t(ref.section)].hidden)
            return;
        const auto hidden = setItemHidden(profile, ref, true);
        check(profile, ref, hidden, ref, done, refused, "hide");
        if (!hidden)
            return;
        const Profile dark = readProfile(profile.file.with(*hidden));
        const auto shown = setItemHidden(dark, ref, false);
        QVERIFY(shown.isOk());
        QCOMPARE(applied(dark.file.bytes(), *shown), profile.file.bytes());
    }
};

LECTERN_GUILESS_MAIN(ProfilePropertiesTest)
#include "tst_profile_properties.moc"
