// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/profile.h"
#include "core/profile/intentions.h"
#include "core/profile/pagetext.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/targets.h"
#include "tests/support/profileranges.h"

#include <algorithm>

namespace lectern::fuzz {
namespace {

using namespace profile;

/// Another value of the field's shape, out of the input.
FieldValue typedValue(const Field& field, const QString& text)
{
    switch (field.shape) {
    case FieldShape::Authors: {
        auto authors = std::get<std::vector<Author>>(field.value);
        authors.push_back({ text, false, QStringLiteral("*"), {} });
        return authors;
    }
    case FieldShape::Links: {
        auto links = std::get<std::vector<Link>>(field.value);
        links.push_back({ text, QStringLiteral("https://example.org/a_(1).pdf") });
        return links;
    }
    case FieldShape::Tags:
    case FieldShape::Lines:
        return std::get<QStringList>(field.value) + QStringList { text };
    default:
        return text;
    }
}

QByteArrayList othersOf(const Profile& profile, ItemRef left)
{
    QByteArrayList others;
    for (int section = 0; section < int(profile.sections.size()); ++section) {
        const auto& items = profile.sections[std::size_t(section)].items;
        for (int item = 0; item < int(items.size()); ++item) {
            if (ItemRef { section, item } != left)
                others.append(profile.file.view(items[std::size_t(item)].range).trimmed().toByteArray());
        }
    }
    return others;
}

/// Every other item's bytes stand as before, in order; texts that became neighbours may have become one item,
/// which then holds the bytes of each.
bool keepsOthers(const Profile& before, ItemRef edited, const Profile& after, ItemRef now)
{
    const QByteArrayList wanted = othersOf(before, edited);
    if (othersOf(after, now) == wanted)
        return true;
    const QByteArrayList all = othersOf(after, {});
    return std::all_of(wanted.begin(), wanted.end(), [&](const QByteArray& other) {
        return std::any_of(
            all.begin(), all.end(), [&](const QByteArray& item) { return item.contains(other); });
    });
}

/// `edits` fit, are undone byte for byte, and reading again tells what reading anew does.
Profile checkApplied(const Profile& profile, const Edits& edits)
{
    FUZZ_CHECK(applies(profile.file.bytes(), edits));
    const SourceFile file = profile.file.with(edits);
    FUZZ_CHECK(applied(file.bytes(), inverted(edits)) == profile.file.bytes());
    const Profile again = readAgain(profile, file);
    FUZZ_CHECK(again.sections == readProfile(file, profile.options).sections);
    return again;
}

void checkField(const Profile& profile, ItemRef ref, const Field& field, const QString& text)
{
    const FieldValue value = typedValue(field, text);
    const auto edits = setField(profile, ref, field.id, value, ReadBack::Exact);
    if (edits) {
        const Profile now = checkApplied(profile, *edits);
        FUZZ_CHECK(now.item(ref) && now.item(ref)->field(field.id));
        FUZZ_CHECK(now.item(ref)->field(field.id)->value == value);
        FUZZ_CHECK(othersOf(now, ref) == othersOf(profile, ref));
    }
    // As it is written when the field is left: its words may be read in another field of the item.
    if (const auto left = setField(profile, ref, field.id, value, ReadBack::Words))
        FUZZ_CHECK(othersOf(checkApplied(profile, *left), ref) == othersOf(profile, ref));
}

/// One of the things that a user does with an item.
void checkItem(const Profile& profile, ItemRef ref, const QString& text, int action)
{
    const Item& item = *profile.item(ref);
    const Field* field
        = item.fields.empty() ? nullptr : &item.fields[std::size_t(action / 5) % item.fields.size()];
    Result<Edits> edits = Edits();
    ItemRef now = ref;
    switch (action % 5) {
    case 0:
        edits = removeItems(profile, { ref });
        now = {};
        break;
    case 1:
        edits = setItemHidden(profile, ref, !item.hidden);
        break;
    case 2:
        edits = moveItem(profile, ref, ref.section, 0);
        now.item = 0;
        break;
    default:
        if (!field)
            return;
        checkField(profile, ref, *field, text);
        edits = field->present ? setField(profile, ref, field->id, field->value) : Edits();
        FUZZ_CHECK(edits.isOk() && edits->empty());
        return;
    }
    if (edits)
        FUZZ_CHECK(keepsOthers(profile, ref, checkApplied(profile, *edits), now));
}

/// One of the things that a user does with a section.
void checkSection(const Profile& profile, int section, const QString& text, int action)
{
    const int items = int(profile.sections[std::size_t(section)].items.size());
    switch (action % 4) {
    case 0:
        if (const auto edits = sortItems(profile, section, SortOrder::NewestFirst))
            (void)checkApplied(profile, *edits);
        break;
    case 1:
        if (const auto edits = addItem(profile, section, items, { { FieldId::Text, text } }))
            FUZZ_CHECK(othersOf(checkApplied(profile, *edits), { section, items }) == othersOf(profile, {}));
        break;
    case 2:
        if (const auto edits = renameSection(profile, section, text))
            (void)checkApplied(profile, *edits);
        break;
    default:
        if (const auto edits = setSectionHidden(profile, section, true))
            (void)checkApplied(profile, *edits);
    }
}

/// A page out of two files is one text, and what is edited in it goes to the right one.
void checkParts(const QByteArray& input)
{
    const QByteArray part = input.mid(input.size() / 2, 60);
    const auto read = [&](const QString& file) {
        return file == QStringLiteral("part.md") ? std::optional(part) : std::nullopt;
    };
    const QByteArray bytes = input.first(input.size() / 2) + "\n{% include_relative part.md %}\n"
        + input.sliced(input.size() / 2);
    const PageText page = PageText::compose(QStringLiteral("about.md"), bytes, read);
    FUZZ_CHECK(page.fileBytes(QStringLiteral("about.md")) == bytes);
    const qsizetype at = page.bytes().size() / 2;
    const PageText::Place place = page.placeOf(at);
    FUZZ_CHECK(place.at >= 0 && place.at <= page.fileBytes(place.file).size());
    const Edit edit { at, page.bytes().mid(at, 1), "typed" };
    QByteArray contents[] { bytes, part };
    for (const FileEdits& change : page.changeFor({ edit })) {
        QByteArray& content = contents[change.file == QStringLiteral("about.md") ? 0 : 1];
        FUZZ_CHECK(applies(content, change.edits));
        content = applied(content, change.edits);
    }
    const PageText after
        = PageText::compose(QStringLiteral("about.md"), contents[0], [&](const QString& file) {
              return file == QStringLiteral("part.md") ? std::optional(contents[1]) : std::nullopt;
          });
    if (after.files() == page.files())
        FUZZ_CHECK(after.bytes() == applied(page.bytes(), { edit }));
}

} // namespace

void profileRead(const QByteArray& input)
{
    const Profile profile = readProfile(SourceFile(input));
    FUZZ_CHECK(profile.file.bytes() == input);
    checkRule(__FILE__, __LINE__, test::brokenRange(profile));
    // A letter typed in the middle: reading again tells what reading anew does.
    (void)checkApplied(profile, { Edit { input.size() / 2, {}, "x" } });
    (void)plainText(QString::fromUtf8(input));
    checkParts(input);
}

void profileEdits(const QByteArray& input)
{
    const Profile profile = readProfile(SourceFile(input));
    // What a person can type: no control characters.
    QString text = QString::fromUtf8(input.mid(input.size() / 3, 20));
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control && !c.isSpace(); });
    text = text.simplified(); // the blanks at a line's ends are not kept
    if (text.isEmpty())
        text = QStringLiteral("A Study of [Brackets]");
    if (profile.sections.empty())
        return;
    // What is done follows from the bytes, so that one change of the input does something else with the same
    // page.
    const int action = input.isEmpty() ? 0 : uchar(input.back()) + int(input.size());
    const int section = action % int(profile.sections.size());
    const int items = int(profile.sections[std::size_t(section)].items.size());
    if (items > 0 && action % 3 > 0)
        checkItem(profile, { section, action % items }, text, action / 3);
    else
        checkSection(profile, section, text, action / 3);
}

} // namespace lectern::fuzz
