// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/documentbuilder.h"
#include "core/markdown/kramdown/context.h"
#include "core/markdown/kramdown/htmlwriter.h"
#include "core/markdown/kramdown/treefinisher.h"
#include "core/markdown/session.h"

#include <memory>
#include <string>
#include <vector>

namespace lectern::markdown::kramdown {

/// What was made of a group: blocks that are read without knowledge of those before them. Places count from
/// its start.
struct Group {
    static constexpr std::size_t toTheEnd = std::string_view::npos;

    std::size_t size = 0;
    std::size_t reach = 0; ///< bytes that decided how it was read; toTheEnd: perhaps all that follow
    bool defines = false;
    bool keepsFirstBlank = false; ///< a blank in front is not one with the blank before the group
    /// A block of the top level.
    struct Item {
        HtmlBlock html; ///< with `list` what stands before its items
        bool isBlank = false;
        std::shared_ptr<const PlacedBlock::Items> list {};
    };
    std::vector<Item> items;
    /// Items of its lists, by where they begin.
    struct ListItem {
        std::size_t at = 0;
        std::shared_ptr<const KeptItem> item;
    };
    std::vector<ListItem> listItems;
    std::vector<TreeFinisher::HeadingId> ids;
    Diagnostics fromBlocks;
    Diagnostics fromSpans;
    qint64 steps = 0;
};

/// The groups of one text, made with what can be kept of an earlier text's.
class Groups {
public:
    /// Reads `page`, which holds no carriage return. False where it cannot be read in groups.
    bool read(const QByteArray& page, const Options& options);
    void clear();
    [[nodiscard]] SessionResult result() const;

private:
    struct Place {
        std::shared_ptr<const Group> group;
        std::size_t at = 0;
    };
    /// A group that is read in this run.
    struct Fresh {
        std::shared_ptr<Group> group;
        Node* root = nullptr;
        std::size_t index = 0; ///< in the run's places
    };
    struct Run;

    bool readFrom(const QByteArray& text, const Options& options, const std::vector<Place>& known);
    static std::shared_ptr<const Group> findKnown(Run& run, std::size_t at);
    static std::shared_ptr<const KeptItem> findItem(const Run& run, std::size_t from, std::size_t to);
    static void readGroup(Run& run, std::size_t at);
    static bool finishGroups(Run& run);
    static void writeGroup(Run& run, HtmlWriter& writer, const Fresh& fresh);
    static Group::Item writeList(Run& run, HtmlWriter& writer, const Fresh& fresh, const Node* list);
    static std::size_t reachOf(std::string_view text, std::size_t from, std::size_t to);

    QByteArray m_text;
    Options m_options;
    bool m_isCompleted = false; ///< the text is the page with a line end behind it
    std::string m_definitions; ///< the bytes of the groups that define something
    std::vector<Place> m_places;
};

} // namespace lectern::markdown::kramdown
