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

} // namespace lectern::fuzz
