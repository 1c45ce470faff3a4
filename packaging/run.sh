#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

case ${1-} in
--help | -h)
    cat <<'HELP'
Usage: packaging/run.sh [SITE | FILE.md]

Installs what is missing (Debian packages with apt, pinned npm packages), builds Lectern and opens the sample site in it,
or the Jekyll repository or Markdown file that you name. The sample site is opened as a copy, so the checkout stays as it
is. The first run takes some minutes; later runs start at once.

Without a display, or with one that cannot be reached, the same job is done headless: the site is opened and rendered, a
picture of the window and the exported Markdown are written to a folder, and the script says where.

As root the program runs as the ordinary user "lectern", so that the browser sandbox of the preview stays on.

Environment:
  LECTERN_OUT   folder for the headless job's files (default: lectern-out in the home folder of the user that runs it)
HELP
    exit 0
    ;;
-?*)
    printf 'lectern: there is no option %s; --help explains this script.\n' "$1" >&2
    exit 2
    ;;
esac
if [ $# -gt 1 ]; then
    printf 'lectern: only one site or file can be opened; --help explains this script.\n' >&2
    exit 2
fi

if [ $# -gt 0 ] && [ ! -e "$1" ]; then
    printf 'lectern: there is no %s.\n' "$1" >&2
    exit 1
fi

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=packaging/setup.sh
. "$here/setup.sh"

install_packages build run
prepare_source
install_npm_packages
# test.sh builds in the same folder; where it was before, its tests stay configured.
tests=OFF
grep -qs '^LECTERN_BUILD_TESTS:BOOL=ON' "$source/build/release/CMakeCache.txt" && tests=ON
build "$source/build/release" "lectern lectern-cli lectern-sass" -- --preset release -DLECTERN_BUILD_TESTS=$tests

home=$HOME
is_root && home=$worker_home
if [ $# -gt 0 ]; then
    site=$(realpath -- "$1")
else
    # A copy of the user's own: it can be edited and exported to, and an update of the checkout does not touch it.
    site=${XDG_DATA_HOME:-$home/.local/share}/lectern/sample-site
    is_root && site=$home/.local/share/lectern/sample-site
    if ! for_worker test -e "$site/_config.yml"; then
        for_worker mkdir -p "$site"
        for_worker cp -R "$source/sample-site/." "$site/"
    fi
fi
for_worker test -r "$site" || fail "the user $(for_worker id -un) as whom the program runs, may not read $site. Let it, or run this script as the owner of that folder."

program=("$source/build/release/bin/lectern")
environment=(LC_ALL="$(usable_locale)")
if ! sandbox_allowed; then
    if [ $# -gt 0 ]; then
        fail "this machine does not let an ordinary user make a user namespace, so the preview would run without its sandbox. That is all right for the sample site (run this script without arguments), not for other sites. Allow it with: sysctl kernel.unprivileged_userns_clone=1"
    fi
    say "This machine denies user namespaces: the sample site, which is our own content, is shown without the browser sandbox."
    environment+=(LECTERN_ALLOW_NO_SANDBOX=1 QTWEBENGINE_DISABLE_SANDBOX=1)
fi
if small_shared_memory; then
    environment+=(QTWEBENGINE_CHROMIUM_FLAGS="${QTWEBENGINE_CHROMIUM_FLAGS-} --disable-dev-shm-usage")
fi

# Sets $display and what the program needs to draw on it. The ordinary user for whom root works can be let in on an X
# display, not on root's Wayland session.
find_display() {
    display=${DISPLAY-}
    if ! is_root; then
        display=${display:-${WAYLAND_DISPLAY-}}
    elif [ -n "$display" ]; then
        # The ordinary user may draw on root's display with a copy of its cookie.
        local cookie
        cookie=$(xauth -i extract - "$display" 2>/dev/null | base64 -w0 || true)
        rm -f "$worker_home/.Xauthority"
        if [ -n "$cookie" ]; then
            printf '%s' "$cookie" | base64 -d | for_worker env XAUTHORITY="$worker_home/.Xauthority" xauth -q merge - 2>/dev/null || true
        fi
        environment+=(XAUTHORITY="$worker_home/.Xauthority" QT_QPA_PLATFORM=xcb)
    fi
    [ -n "$display" ]
}

# A display that is named need not be there, or may let nobody in: Qt ends the program then.
display_answers() { (ulimit -c 0; for_worker timeout -k 5 30 env "${environment[@]}" "${program[@]}" --check-display 2>/dev/null); }

headless=no
if ! find_display; then
    say "No display: doing the same job headless"
    headless=yes
elif ! display_answers; then
    say "The display $display cannot be reached: doing the same job headless"
    headless=yes
fi

if [ "$headless" = no ]; then
    say "Opening $site"
    for_worker env "${environment[@]}" "${program[@]}" "$site"
else
    out=$(realpath -m -- "${LECTERN_OUT:-$home/lectern-out}")
    for_worker mkdir -p "$out" || fail "$out cannot be written. Set LECTERN_OUT to a folder that can."
    for_worker env "${environment[@]}" QT_QPA_PLATFORM=offscreen "${program[@]}" --headless-job "$out" "$site"
fi
