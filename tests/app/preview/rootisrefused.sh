#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# As root the program says why it does not run, and ends. PROGRAM; 77 where nobody can be root in a namespace of their own.
unshare -r true 2>/dev/null || exit 77
said=$(unshare -r env -u QTWEBENGINE_DISABLE_SANDBOX -u LECTERN_ALLOW_NO_SANDBOX timeout 60 "$1" 2>&1)
status=$?
echo "$status: $said"
[ $status -eq 2 ] && echo "$said" | grep -q "does not run as root, because"
