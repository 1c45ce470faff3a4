// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/read/titles.h"

/// Titles that the lines around them tell, and the finders for one line that they share with titles.cpp.
namespace lectern::profile {

[[nodiscard]] TitlePlace linkedTitle(QByteArrayView bytes, const Segment& segment);
/// "**Title**" before anything else of its segment but a badge.
[[nodiscard]] TitlePlace markedTitle(QByteArrayView bytes, const Segment& segment);
[[nodiscard]] TitlePlace plainTitle(QByteArrayView bytes, const Segment& segment);
/// "**[ICRA 2024]**" before a title.
[[nodiscard]] bool isVenueLabel(QByteArrayView bytes, const Span& span);
/// True for names and little else.
[[nodiscard]] bool holdsNames(QByteArrayView bytes, TextRange range);

/// "### Title of the paper" above the rest of an entry.
[[nodiscard]] TitlePlace headingTitle(QByteArrayView bytes, const std::vector<Segment>& segments);
/// A marked line of its own above a line of names, however much it looks like names: "**Quiet Rooms**".
[[nodiscard]] TitlePlace titleAbovePeople(QByteArrayView bytes, const std::vector<Segment>& segments);
/// Names on a line of their own, the title on the next.
[[nodiscard]] TitlePlace titleBelowPeople(QByteArrayView bytes, const std::vector<Segment>& segments);
/// "Title. Ann Bee, Carl Dee. 2020": the sentence before the names.
[[nodiscard]] TitlePlace titleBeforePeople(QByteArrayView bytes, const Segment& segment);
/// The name between `from` and the next full stop where a venue follows: "Ann Bee. Journal of X, 2020".
[[nodiscard]] AuthorRun loneNameBehind(QByteArrayView bytes, const Segment& segment, qsizetype from);
/// "`NeurIPS 2025` Title, Ann Bee, Carl Dee, et al.": plain words before the names.
[[nodiscard]] TitlePlace titleAndPeople(QByteArrayView bytes, const Segment& segment);

} // namespace lectern::profile
