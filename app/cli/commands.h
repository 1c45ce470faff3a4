// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/page.h"

#include <QString>
#include <QStringList>

/// The subcommands of lectern-cli. Each takes the arguments behind its name and returns the exit status: 0 done, 1 problems
/// found, 2 wrong use or failure. Results go to stdout, messages to stderr.
namespace lectern::cli {

int render(const QStringList& arguments);
int sections(const QStringList& arguments);
int get(const QStringList& arguments);
int set(const QStringList& arguments);
int add(const QStringList& arguments);
int remove(const QStringList& arguments);
int move(const QStringList& arguments);
int exportSite(const QStringList& arguments);
int diff(const QStringList& arguments);
int checkPage(const QStringList& arguments);

void print(const QByteArray& bytes);
void message(const QString& text);
/// Prints an error and returns 2.
int failed(const Error& error);

} // namespace lectern::cli
