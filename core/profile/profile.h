// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/frontmatter.h"
#include "core/document/sourcefile.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace lectern::profile {

enum class SectionKind {
    About,
    News,
    Publications,
    Honors,
    Education,
    Reviewing,
    Talks,
    Experience,
    Teaching,
    Projects,
    Custom,
};

/// Dated: news, honors, education, talks, experience, teaching, projects. Text: a run of prose (the
/// biography). Raw: bytes that no reader understands; edited as source only.
enum class ItemKind { Text, Dated, Publication, Review, Raw };

enum class FieldId {
    Title,
    Url,
    Authors,
    Venue,
    Year,
    Date,
    Status,
    Ranks,
    Award,
    Note,
    Image,
    ImageAlt,
    Badge,
    Links,
    ScholarId,
    Abstract,
    Highlights,
    Text,
    Place,
    Role,
};

/// What shape a field's value has, and so which widget edits it. Tags: short words. Lines: a list of
/// sentences.
enum class FieldShape { Text, Line, Date, Url, Image, Authors, Tags, Links, Lines };

struct Author {
    QString name; ///< without emphasis and marks
    bool owner = false; ///< written in the way in which the page marks its owner
    QString marks; ///< "*", "†", "✉" … as written behind the name
    QString url;
    bool operator==(const Author&) const = default;
};

struct Link {
    QString label;
    QString url;
    bool operator==(const Link&) const = default;
};

/// Text, Line, Date, Url, Image: QString (Markdown as written for Text). Tags, Lines: QStringList.
using FieldValue = std::variant<QString, QStringList, std::vector<Author>, std::vector<Link>>;

/// A date as people write it ("2021 - 2025", "2025.06", "Jun 2025 – present"), understood.
struct DateSpan {
    struct Day {
        int year = 0;
        int month = 0; ///< 1 to 12, 0 unknown
        int day = 0; ///< 1 to 31, 0 unknown
        auto operator<=>(const Day&) const = default;
    };
    std::optional<Day> start; ///< nullopt where nothing was understood
    std::optional<Day> end; ///< nullopt for a single date or an open one
    bool ongoing = false; ///< "now", "present", "至今"
    bool operator==(const DateSpan&) const = default;
};

struct Field {
    FieldId id = FieldId::Text;
    FieldShape shape = FieldShape::Line;
    FieldValue value;
    /// The bytes that hold the value, without the syntax around them; empty range at the insertion place for
    /// a field that the item does not have but could take.
    TextRange range;
    bool present = true; ///< false: can be added
    bool operator==(const Field&) const = default;
};

struct Item {
    ItemKind kind = ItemKind::Raw;
    TextRange
        range; ///< all of its bytes, with the line ending behind its last line, without blank lines around it
    std::vector<Field> fields; ///< in the order in which a form shows them
    bool hidden = false; ///< inside an HTML comment
    QString title; ///< a line for lists, plain text without Markdown
    QString subtitle; ///< second line for lists: venue, year, date; may be empty
    QString group; ///< sub-heading or role that it stands under; may be empty
    DateSpan when; ///< for sorting: of the date, or the year

    [[nodiscard]] const Field* field(FieldId id) const
    {
        for (const Field& field : fields) {
            if (field.id == id)
                return &field;
        }
        return nullptr;
    }
    bool operator==(const Item&) const = default;
};

struct Section {
    QString id; ///< unique on the page and stable: the kind's name, "publications-2" for a second, a slug for
                ///< custom ones
    SectionKind kind = SectionKind::Custom;
    QString heading; ///< as a reader sees it, emoji included, without Markdown; empty for the part before the
                     ///< first heading
    int level = 1; ///< of the heading; 0 without one
    TextRange range; ///< from its heading (its anchor line before it included) to the next section or the
                     ///< file's end
    TextRange headingRange; ///< the heading's line(s); empty without one
    TextRange headingTextRange; ///< the heading's text alone, what renaming replaces
    QString anchor; ///< the id that a navigation link leads to; from an anchor element, {#id} or the heading
    std::vector<Item> items;
    bool hidden = false;
    bool operator==(const Section&) const = default;
};

struct ItemRef {
    int section = -1;
    int item = -1;
    bool operator==(const ItemRef&) const = default;
};

/// What a reader may know beside the bytes.
struct ReadOptions {
    /// Names by which the owner goes (from _config.yml's author, and aliases); used beside the page's own
    /// marks.
    QStringList ownerNames;
    /// What the user says that a section is, by its heading (as Section::heading has it); it wins over the
    /// heading's words.
    QHash<QString, SectionKind> kinds {};
    bool operator==(const ReadOptions&) const = default;
};

class ItemMemo;

/// All that the forms show of one page: a view of one revision of its bytes.
struct Profile {
    SourceFile file;
    std::optional<FrontMatter> frontMatter;
    std::vector<Section> sections; ///< in file order; they cover everything behind the front matter
    QString ownerName; ///< as the page writes it; empty where it is not told
    ReadOptions options; ///< as it was read with
    std::shared_ptr<const ItemMemo> memo; ///< for readAgain(); shared by copies

    [[nodiscard]] const Section* section(const QString& id) const
    {
        for (const Section& section : sections) {
            if (section.id == id)
                return &section;
        }
        return nullptr;
    }
    [[nodiscard]] const Item* item(ItemRef ref) const
    {
        if (ref.section < 0 || ref.section >= int(sections.size()))
            return nullptr;
        const auto& items = sections[size_t(ref.section)].items;
        return ref.item >= 0 && ref.item < int(items.size()) ? &items[size_t(ref.item)] : nullptr;
    }
};

/// Reads a page. Never fails: what is not understood becomes a Raw item. Linear in the page's size.
[[nodiscard]] Profile readProfile(const SourceFile& file, const ReadOptions& options = {});

/// Reads a page again after a change, with the options of `before`. The same as readProfile(), but items
/// whose bytes were on the page before are not read anew.
[[nodiscard]] Profile readAgain(const Profile& before, const SourceFile& file);
/// The same where nobody needs `before` any more: its items are taken over where they stay.
[[nodiscard]] Profile readAgain(Profile&& before, const SourceFile& file);

/// Names of the command line's and the JSON's vocabulary ("publications", "title").
[[nodiscard]] QLatin1StringView name(SectionKind kind);
[[nodiscard]] QLatin1StringView name(ItemKind kind);
[[nodiscard]] QLatin1StringView name(FieldId id);
[[nodiscard]] std::optional<SectionKind> sectionKind(QStringView name);
[[nodiscard]] std::optional<FieldId> fieldId(QStringView name);

/// Understands a date as written; an empty span where it is none.
[[nodiscard]] DateSpan readDate(QStringView text);

/// Text without Markdown, HTML and Liquid, as a reader sees it on one line.
[[nodiscard]] QString plainText(QStringView markdown);

} // namespace lectern::profile
