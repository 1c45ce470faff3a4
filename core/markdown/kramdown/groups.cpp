// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/groups.h"

#include "core/base/samebytes.h"
#include "core/markdown/kramdown/blockparser.h"
#include "core/markdown/kramdown/chars.h"
#include "core/markdown/kramdown/htmlwriter.h"
#include "core/markdown/kramdown/limits.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace lectern::markdown::kramdown {

using namespace chars;

namespace {

/// Smaller groups would cost more to keep than to read.
constexpr std::size_t smallest = 192;

std::string_view view(const QByteArray& text)
{
    return { text.constData(), std::size_t(text.size()) };
}

void shift(Diagnostics& all, qsizetype by)
{
    for (Diagnostic& found : all)
        found.range = found.range.shifted(by);
}

HtmlBlock shifted(HtmlBlock block, qsizetype by)
{
    if (!block.range.isEmpty())
        block.range = block.range.shifted(by);
    for (HtmlMark& mark : block.marks)
        mark.range = mark.range.shifted(by);
    return block;
}

bool isLimit(const Diagnostic& found)
{
    return found.code == u"markdown.limit";
}

} // namespace

/// One reading of a text.
struct Groups::Run {
    Run(const QByteArray& bytes, qsizetype size, const Options& options, const std::vector<Place>& places)
        : builder(bytes, Engine::Kramdown, options)
        , context(builder.arena(), options)
        , known(places)
    {
        context.stepLimit = stepLimit(size);
        context.textSize = size;
        map.add(0, 0);
        source = { builder.text(), &map, 0 };
    }

    DocumentBuilder builder;
    Context context;
    SourceMap map;
    Chunk source;
    const std::vector<Place>& known;
    std::size_t next = 0; ///< the first known place that may still come
    // The edit: [same, oldEnd) of the earlier text became [same, newEnd).
    std::size_t same = 0;
    std::size_t oldEnd = 0;
    std::size_t newEnd = 0;
    std::vector<Place> places;
    std::vector<Fresh> fresh;
    std::string definitions;
};

void Groups::clear()
{
    m_text.clear();
    m_places.clear();
    m_definitions.clear();
}

bool Groups::read(const QByteArray& page, const Options& options)
{
    const bool isCompleted = !page.endsWith('\n');
    if (!(options == m_options) || isCompleted != m_isCompleted)
        clear();
    m_options = options;
    m_isCompleted = isCompleted;
    const QByteArray text = isCompleted ? page + '\n' : page;
    const std::string definitions = m_definitions;
    const std::vector<Place> known = std::move(m_places);
    // What was kept was made with the definitions and the numbers of headings that were there then.
    if (!known.empty() && readFrom(text, options, known) && m_definitions == definitions)
        return true;
    return readFrom(text, options, {});
}

bool Groups::readFrom(const QByteArray& text, const Options& options, const std::vector<Place>& known)
{
    Run run(text, text.size() - (m_isCompleted ? 1 : 0), options, known);
    const std::string_view now = view(text);
    const std::string_view old = known.empty() ? std::string_view() : view(m_text);
    const SameBytes same = sameBytes(text, known.empty() ? QByteArray() : m_text);
    run.same = std::size_t(same.front);
    run.newEnd = now.size() - std::size_t(same.back);
    run.oldEnd = old.size() - std::size_t(same.back);
    run.context.topItems.find = [&run](std::size_t from, std::size_t to) { return findItem(run, from, to); };
    qint64 steps = 0;
    std::size_t findings = 0;
    for (std::size_t at = 0; at < now.size(); at += run.places.back().group->size) {
        if (auto group = findKnown(run, at))
            run.places.push_back({ std::move(group), at });
        else
            readGroup(run, at);
    }
    if (run.context.hasChangedOptions || !run.context.footnotes.empty() || run.context.topItems.hasMistaken
        || !finishGroups(run))
        return false;
    for (const Place& place : run.places) {
        steps += place.group->steps;
        findings += place.group->fromBlocks.size() + place.group->fromSpans.size();
    }
    // Limits count for the whole page.
    if (steps > run.context.stepLimit || findings >= mostDiagnostics)
        return false;
    m_text = text;
    m_places = std::move(run.places);
    m_definitions = std::move(run.definitions);
    return true;
}

/// The known group that reads what stands at `at`.
std::shared_ptr<const Group> Groups::findKnown(Run& run, std::size_t at)
{
    if (at >= run.same && at < run.newEnd)
        return nullptr;
    const bool isBehind = at >= run.newEnd;
    const std::size_t oldAt = isBehind ? at - run.newEnd + run.oldEnd : at;
    while (run.next < run.known.size() && run.known[run.next].at < oldAt)
        ++run.next;
    if (run.next >= run.known.size() || run.known[run.next].at != oldAt)
        return nullptr;
    const Group& group = *run.known[run.next].group;
    const bool isUntouched = isBehind || (group.reach != Group::toTheEnd && at + group.reach <= run.same);
    return isUntouched && !group.defines ? run.known[run.next].group : nullptr;
}

/// What is known of the item of a list of the top level at these bytes.
std::shared_ptr<const KeptItem> Groups::findItem(const Run& run, std::size_t from, std::size_t to)
{
    const bool isBehind = from >= run.newEnd;
    if (run.known.empty() || (!isBehind && to > run.same))
        return nullptr;
    const std::size_t oldFrom = isBehind ? from - run.newEnd + run.oldEnd : from;
    const auto behind = std::upper_bound(run.known.begin(), run.known.end(), oldFrom,
        [](std::size_t at, const Place& place) { return at < place.at; });
    if (behind == run.known.begin())
        return nullptr;
    const Place& place = *(behind - 1);
    const std::vector<Group::ListItem>& items = place.group->listItems;
    const auto found = std::lower_bound(items.begin(), items.end(), oldFrom - place.at,
        [](const Group::ListItem& item, std::size_t at) { return item.at < at; });
    const bool isKnown = found != items.end() && found->at == oldFrom - place.at && found->item->isKeepable
        && found->item->size == to - from;
    return isKnown ? found->item : nullptr;
}

void Groups::readGroup(Run& run, std::size_t at)
{
    Context& context = run.context;
    const qint64 steps = std::exchange(context.steps, 0);
    const int definitions = context.definitions;
    context.hasLookedFar = false;
    const auto group = std::make_shared<Group>();
    Node* root = context.newNode(NodeKind::Root);
    std::size_t next = run.next;
    const std::size_t end = BlockParser(context).parseGroup(root, run.source, at, [&](std::size_t pos) {
        // At a place from where on everything is known, or when there is enough.
        if (pos < run.newEnd)
            return pos - at >= smallest;
        while (next < run.known.size() && run.known[next].at < pos - run.newEnd + run.oldEnd)
            ++next;
        return pos - at >= smallest
            || (next < run.known.size() && run.known[next].at == pos - run.newEnd + run.oldEnd);
    });
    group->size = end - at;
    const std::size_t reach = context.hasLookedFar ? Group::toTheEnd : reachOf(run.source.text, at, end);
    group->reach = reach == Group::toTheEnd ? reach : reach - at;
    group->defines = context.definitions != definitions;
    group->fromBlocks = std::exchange(context.diagnostics, {});
    shift(group->fromBlocks, -qsizetype(at));
    group->steps = std::exchange(context.steps, steps);
    if (group->defines)
        run.definitions.append(run.source.text.substr(at, group->size)).append(1, '\0');
    run.fresh.push_back({ group, root, run.places.size() });
    run.places.push_back({ group, at });
}

/// How far the rules looked that stop at what they find: up to the second line with text behind the group.
std::size_t Groups::reachOf(std::string_view text, std::size_t from, std::size_t to)
{
    std::size_t end = to;
    for (int line = 0; line < 2; ++line)
        end = lineEnd(text, skipSpace(text, end));
    // The text's end is something to look at, too; the end of an attribute list may stand anywhere.
    const bool isFar = end >= text.size() || text.substr(from, end - from).find("{:") != none;
    return isFar ? Group::toTheEnd : end;
}

bool Groups::finishGroups(Run& run)
{
    TreeFinisher finisher(run.context);
    finisher.prepare();
    HtmlWriter writer(run.builder.document());
    std::size_t next = 0;
    for (std::size_t i = 0; i < run.places.size(); ++i) {
        if (next >= run.fresh.size() || run.fresh[next].index != i) {
            if (!finisher.countAgain(run.places[i].group->ids))
                return false;
            continue;
        }
        const Fresh& fresh = run.fresh[next++];
        Group& group = *fresh.group;
        const auto at = qsizetype(run.places[i].at);
        const Node* first = fresh.root->first;
        while (first && first->kind == NodeKind::EndOfBlock)
            first = first->next;
        group.keepsFirstBlank = first && first->kind != NodeKind::Blank;
        const qint64 steps = std::exchange(run.context.steps, 0);
        group.ids = finisher.finishPart(fresh.root);
        group.fromSpans = std::exchange(run.context.diagnostics, {});
        shift(group.fromSpans, -at);
        group.steps += std::exchange(run.context.steps, steps);
        writeGroup(run, writer, fresh);
        const bool isLimited = std::any_of(group.fromBlocks.begin(), group.fromBlocks.end(), isLimit)
            || std::any_of(group.fromSpans.begin(), group.fromSpans.end(), isLimit);
        if (run.context.hasChangedOptions || isLimited || writer.showsOthers())
            return false;
    }
    return true;
}

void Groups::writeGroup(Run& run, HtmlWriter& writer, const Fresh& fresh)
{
    Group& group = *fresh.group;
    const auto at = qsizetype(run.places[fresh.index].at);
    for (const Node* child = fresh.root->first; child; child = child->next) {
        const bool isList = child->kind == NodeKind::BulletList || child->kind == NodeKind::OrderedList;
        const bool isKept = isList && child->first && run.context.topItem(child->first);
        const bool showsOthers
            = child->ial && (child->ial->refersTo("toc") || child->ial->refersTo("footnotes"));
        if (isKept && !showsOthers)
            group.items.push_back(writeList(run, writer, fresh, child));
        else
            group.items.push_back(
                { shifted(writer.writeTopBlock(child), -at), child->kind == NodeKind::Blank });
    }
}

Group::Item Groups::writeList(Run& run, HtmlWriter& writer, const Fresh& fresh, const Node* list)
{
    const std::size_t at = run.places[fresh.index].at;
    auto made = std::make_shared<PlacedBlock::Items>();
    for (const Node* node = list->first; node; node = node->next) {
        TopItem& top = *run.context.topItem(node);
        std::shared_ptr<const KeptItem> item = std::move(top.kept);
        if (!item) {
            top.fresh.size = top.to - top.from;
            top.fresh.html = shifted(writer.writeTopItem(node), -qsizetype(top.from));
            item = std::make_shared<const KeptItem>(std::move(top.fresh));
        }
        made->items.push_back({ { item, &item->html }, qsizetype(top.from - at) });
        fresh.group->listItems.push_back({ top.from - at, std::move(item) });
    }
    made->close = HtmlWriter::listEnd(list);
    return { shifted(writer.writeListStart(list), -qsizetype(at)), false, std::move(made) };
}

SessionResult Groups::result() const
{
    SessionResult result;
    bool isAfterBlank = false;
    for (const Place& place : m_places) {
        const std::shared_ptr<const Group>& group = place.group;
        for (std::size_t i = 0; i < group->items.size(); ++i) {
            const Group::Item& item = group->items[i];
            const bool isBlank = item.isBlank;
            const bool isSecond = isBlank && isAfterBlank && !(i == 0 && group->keepsFirstBlank);
            isAfterBlank = isBlank;
            if (isSecond)
                continue;
            if (isBlank && !result.blocks.empty())
                result.blocks.back().blanksBehind += 1;
            else
                result.blocks.push_back({ { group, &item.html }, qsizetype(place.at), 0, item.list });
        }
    }
    for (const auto part : { &Group::fromBlocks, &Group::fromSpans }) {
        for (const Place& place : m_places) {
            Diagnostics found = (*place.group).*part;
            shift(found, qsizetype(place.at));
            result.diagnostics.insert(result.diagnostics.end(), found.begin(), found.end());
        }
    }
    return result;
}

} // namespace lectern::markdown::kramdown
