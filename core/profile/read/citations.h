// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/read/titles.h"

/// Titles in entries that are written as a style of references has them.
namespace lectern::profile {

/// A badge: a link with nothing but a picture in it.
[[nodiscard]] bool isPictureLink(QByteArrayView bytes, const Spans& spans, int index);
/// Inner bytes without emphasis, pictures and breaks at their ends.
[[nodiscard]] TextRange bareTitle(QByteArrayView bytes, TextRange range);
/// An entry without the venue's label at its begin: "**[ICDE 2025]** Ann Bee, …".
[[nodiscard]] Segment withoutLabel(QByteArrayView bytes, const Segment& segment);
/// “Title”, "Title", «Title» and 《Title》.
[[nodiscard]] TitlePlace quotedTitle(QByteArrayView bytes, const Segment& segment);
/// "A, B, C. Title. Venue, 2026.", "A., & B. (2020). Title. *Venue*." and "A, B. 2020. Title. Venue."
[[nodiscard]] TitlePlace citationTitle(QByteArrayView bytes, const Segment& segment);
/// "**2022**, Ann Bee, *Title of the paper*, Venue": one name before a marked title.
[[nodiscard]] TitlePlace titleBehindName(QByteArrayView bytes, const Segment& segment);

/// "Ann Bee. Title. Venue, 2026." and "Bee, A. (2020). Title. *Venue*.": one name alone.
[[nodiscard]] TitlePlace loneCitationTitle(QByteArrayView bytes, const Segment& segment);
/// "Bee, A., & Dee, C. (2020).": names and their year alone; tells the year.
[[nodiscard]] bool isLineOfNames(QByteArrayView bytes, TextRange line, TextRange& dating);
/// "2019a: Title. In: Ann Bee (Hg.): Collection. Place, S. 1–9": the year before the title.
[[nodiscard]] TitlePlace yearFirstTitle(QByteArrayView bytes, const Segment& segment);
/// The first sentence of a segment.
[[nodiscard]] TitlePlace sentenceTitle(QByteArrayView bytes, const Segment& segment);

} // namespace lectern::profile
