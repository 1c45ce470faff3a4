// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace lectern::fuzz {

// targets/markdown.cpp
void kramdown(const QByteArray& input);
void gfm(const QByteArray& input);
// targets/yaml.cpp
void siteYaml(const QByteArray& input);
void yamlEdits(const QByteArray& input);
// targets/frontmatter.cpp
void frontMatter(const QByteArray& input);
// targets/liquid.cpp
void liquidSplit(const QByteArray& input);
// targets/profile.cpp
void profileRead(const QByteArray& input);
void profileEdits(const QByteArray& input);
// targets/journals.cpp
void editJournal(const QByteArray& input);
void exportJournal(const QByteArray& input);
// targets/merge.cpp
void merge(const QByteArray& input);
// targets/kept.cpp
void storedState(const QByteArray& input);
void settings(const QByteArray& input);
// targets/data.cpp
void dataFiles(const QByteArray& input);
void repository(const QByteArray& input);
// targets/styles.cpp
void styles(const QByteArray& input);
// targets/site.cpp
void sitePages(const QByteArray& input);
void checks(const QByteArray& input);

} // namespace lectern::fuzz
