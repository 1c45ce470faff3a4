# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by run.sh and test.sh (sourced, bash): installs what is missing, and builds.
#
# As root everything but apt happens for an ordinary user, `lectern`, in a copy of the source tree in that user's home:
# the browser sandbox stays on, file permissions mean something in the tests, and a checkout in a folder that only root
# may enter works too. As another user it all happens in the checkout, with sudo for apt.

set -euo pipefail
# The program keeps the language of the user; tools speak English, which is what error messages here quote.
user_locale=${LC_ALL:-${LANG-}}
export LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive
# `su` leaves root without the folders of useradd and runuser.
export PATH="$PATH:/usr/local/sbin:/usr/sbin:/sbin"

checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
worker=lectern
worker_home=/var/lib/lectern
started=$SECONDS

say() { printf '\033[1m[%3ds] %s\033[0m\n' $((SECONDS - started)) "$*" >&2; }
fail() { printf 'lectern: %s\n' "$*" >&2; exit 1; }
is_root() { [ "$(id -u)" = 0 ]; }

as_admin() {
    if is_root; then "$@"
    elif command -v sudo >/dev/null; then sudo --preserve-env=DEBIAN_FRONTEND,http_proxy,https_proxy,no_proxy "$@"
    else fail "packages are missing and sudo is not installed. Run this script as root once, or install: $missing"
    fi
}

# packages PHASE…: the names that packages.txt lists for these phases
packages() {
    local phase
    for phase in "$@"; do
        awk -v phase="$phase" '$1 == phase { print $2 }' "$checkout/packaging/packages.txt"
    done
}

is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

install_packages() {
    command -v dpkg-query >/dev/null || fail "this script installs Debian packages. On another system install what packaging/packages.txt lists and build with CMake (see README.md)."
    local package
    missing=""
    for package in $(packages "$@"); do
        # A node and npm of the user's own do as well.
        case $package in nodejs | npm) command -v npm >/dev/null && command -v node >/dev/null && continue ;; esac
        is_installed "$package" || missing="$missing $package"
    done
    [ -z "$missing" ] && return 0
    say "Installing$missing"
    as_admin apt-get update -q >&2 || fail "apt-get update failed: see above. Is this machine on-line?"
    # Another apt, such as the nightly one of the system, is waited for.
    # shellcheck disable=SC2086
    as_admin apt-get install -y -q -o DPkg::Lock::Timeout=300 --no-install-recommends $missing >&2 || fail "apt-get install failed: see above."
}

# The ordinary user for whom root works.
make_worker() {
    id "$worker" >/dev/null 2>&1 || useradd --system --user-group --home-dir "$worker_home" --shell /bin/bash "$worker"
    mkdir -p "$worker_home"
    chown "$worker:$worker" "$worker_home"
}

# for_worker COMMAND…: as the ordinary user, with a home and XDG folders of its own, from a folder that it may enter
for_worker() {
    if ! is_root; then
        "$@"
        return
    fi
    local runtime=$worker_home/.runtime
    install -d -o "$worker" -g "$worker" -m 700 "$runtime"
    (cd "$worker_home" && exec runuser -u "$worker" -- env -u XDG_CONFIG_HOME -u XDG_DATA_HOME -u XDG_CACHE_HOME -u XDG_STATE_HOME \
        -u DBUS_SESSION_BUS_ADDRESS -u WAYLAND_DISPLAY -u XAUTHORITY \
        HOME="$worker_home" USER="$worker" LOGNAME="$worker" XDG_RUNTIME_DIR="$runtime" "$@")
}

# files_below FOLDER: sorted, without what is built or fetched
files_below() {
    (cd "$1" && find . \( -name .git -o -name node_modules -o -path './build*' \) -prune -o \( -type f -o -type l \) -print | LC_ALL=C sort)
}

# sums_below FOLDER: "hash  path" of each file, sorted
sums_below() {
    # A dangling link has no sum, and is left out.
    files_below "$1" | (cd "$1" && tr '\n' '\0' | { xargs -0 -r sha256sum 2>/dev/null || :; }) | LC_ALL=C sort
}

# mirror FROM TO: makes TO hold the files of FROM without what is built or fetched. Only files whose content differs are
# touched (time stamps of two checkouts tell nothing), so that the next build is small.
mirror() {
    local from=$1 to=$2 work
    mkdir -p "$to"
    work=$(mktemp -d)
    files_below "$from" > "$work/wanted"
    files_below "$to" > "$work/present"
    LC_ALL=C comm -13 "$work/wanted" "$work/present" | (cd "$to" && while IFS= read -r gone; do rm -f -- "$gone"; done)
    sums_below "$from" > "$work/sums"
    sums_below "$to" > "$work/have"
    LC_ALL=C comm -23 "$work/sums" "$work/have" | cut -c 67- > "$work/changed"
    tar -C "$from" --no-recursion -cf - -T "$work/changed" | tar -C "$to" -mxf -
    rm -rf "$work"
}

# Sets $source, the tree that is built.
prepare_source() {
    source=$checkout
    if is_root; then
        make_worker
        source=$worker_home/source
        mirror "$checkout" "$source"
        chown -R "$worker:$worker" "$source"
    fi
}

install_npm_packages() {
    local wanted have=""
    wanted=$(sha256sum < "$source/resources/package-lock.json")
    [ -f "$source/resources/node_modules/.lectern-lock" ] && have=$(cat "$source/resources/node_modules/.lectern-lock")
    [ "$wanted" = "$have" ] && return 0
    say "Fetching the npm packages that resources/package-lock.json pins"
    (cd "$source/resources" && npm ci --omit=dev --no-audit --no-fund >&2) || fail "npm ci failed: see above. Is this machine on-line?"
    printf '%s\n' "$wanted" > "$source/resources/node_modules/.lectern-lock"
    is_root && chown -R "$worker:$worker" "$source/resources/node_modules"
    return 0
}

# build FOLDER TARGETS -- CMAKE-OPTIONS…
build() {
    local folder=$1 targets=$2
    shift 3
    local launcher=()
    command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    if [ ! -f "$folder/build.ninja" ] || [ "$(cat "$folder/.lectern-options" 2>/dev/null)" != "$*" ]; then
        say "Configuring $folder"
        for_worker cmake -S "$source" -B "$folder" "${launcher[@]}" "$@" >&2 || fail "CMake failed: see above."
        # shellcheck disable=SC2016
        for_worker bash -c 'printf "%s\n" "$1" > "$2"' - "$*" "$folder/.lectern-options"
    fi
    say "Building (only what changed)"
    # shellcheck disable=SC2086
    for_worker env NINJA_STATUS='[%f/%t %es] ' ninja -C "$folder" $targets >&2 || fail "the build failed: see above."
}

# May an ordinary user make a user namespace? Chromium's sandbox needs one.
sandbox_allowed() { for_worker unshare --user true 2>/dev/null; }

# usable_locale: the user's locale where the system has it as UTF-8, C.UTF-8 otherwise (Qt needs UTF-8 for file names)
usable_locale() {
    if [ -n "$user_locale" ] && [ "$(LC_ALL=$user_locale locale charmap 2>/dev/null)" = UTF-8 ]; then
        printf '%s\n' "$user_locale"
    else
        printf 'C.UTF-8\n'
    fi
}

# Chromium dies of a /dev/shm that is missing or tiny.
small_shared_memory() {
    local size
    [ -w /dev/shm ] || return 0
    size=$(df -k --output=size /dev/shm 2>/dev/null | tail -1)
    [ "${size:-0}" -lt 65536 ]
}
