// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <vector>

/// What a fuzzer runs: a reader of files, and what must hold for whatever it reads. See README.md.
namespace lectern::fuzz {

struct Target {
    const char* name;
    qsizetype maximalSize; ///< bytes of an input; longer ones are cut
    int inputs; ///< mutations in CI: some seconds' worth with sanitizers
    const char* dictionary; ///< file below dictionaries/
    std::vector<const char*>
        seeds; ///< files and folders of the source tree; their pieces are what is mutated
    void (*run)(const QByteArray& input);
};

[[nodiscard]] const std::vector<Target>& targets();
/// nullptr where there is no target of that name.
[[nodiscard]] const Target* target(QByteArrayView name);

/// Ends the program with the place and the rule that does not hold.
[[noreturn]] void fail(const char* file, int line, const char* rule);
/// fail() where `broken` names a rule.
void checkRule(const char* file, int line, const QString& broken);

/// `count` texts with a line of five plus signs between them; missing ones are the first.
[[nodiscard]] QByteArrayList parts(const QByteArray& input, int count);

} // namespace lectern::fuzz

/// Unlike an assertion it stands in every kind of build.
#define FUZZ_CHECK(rule) ((rule) ? void() : lectern::fuzz::fail(__FILE__, __LINE__, #rule))
