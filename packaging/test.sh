#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail

sanitizers=yes
arguments=()
while [ $# -gt 0 ]; do
    case $1 in
    --help | -h)
        cat <<'HELP'
Usage: packaging/test.sh [--no-sanitizers] [CTEST-OPTIONS…]

Installs what is missing (Debian packages with apt, pinned npm packages), builds Lectern with its tests and runs every
test; then builds the core once more with the address and undefined behaviour sanitizers, runs its tests again, and fuzzes every reader of files for some seconds.
The tests run as an ordinary user: as root, as the user "lectern".

  --no-sanitizers   leave the sanitizer build out
  CTEST-OPTIONS     for the first run of ctest, for example -R profile

Environment:
  LECTERN_SHARED    folder with the seed page and the corpus (default: ../shared beside the checkout); tests that need
                    it skip themselves where it is absent
HELP
        exit 0
        ;;
    --no-sanitizers) sanitizers=no ;;
    *) arguments+=("$1") ;;
    esac
    shift
done

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=packaging/setup.sh
. "$here/setup.sh"

install_packages build run test
shared=${LECTERN_SHARED:-$checkout/../shared}
prepare_source
install_npm_packages

if is_root && [ -d "$shared" ] && ! for_worker test -r "$shared/README.md"; then
    mirror "$shared" "$worker_home/shared"
    chown -R "$worker:$worker" "$worker_home/shared"
    shared=$worker_home/shared
fi
[ -d "$shared" ] && shared=$(cd "$shared" && pwd)

environment=(LECTERN_SHARED="$shared" QT_QPA_PLATFORM=offscreen TZ=UTC)
if ! sandbox_allowed; then
    say "This machine denies user namespaces: the preview's tests run without the browser sandbox."
    environment+=(LECTERN_ALLOW_NO_SANDBOX=1 QTWEBENGINE_DISABLE_SANDBOX=1)
fi
if small_shared_memory; then
    environment+=(QTWEBENGINE_CHROMIUM_FLAGS="--disable-dev-shm-usage")
fi

build "$source/build/release" "all" -- --preset release -DLECTERN_BUILD_TESTS=ON
say "Running the tests"
for_worker env "${environment[@]}" ctest --test-dir "$source/build/release" --output-on-failure -j "$(nproc)" "${arguments[@]}"

if [ "$sanitizers" = yes ]; then
    build "$source/build/sanitize" "all" -- --preset sanitize
    say "Running the core's tests with sanitizers"
    for_worker env "${environment[@]}" UBSAN_OPTIONS=print_stacktrace=1 \
        LSAN_OPTIONS=suppressions="$source/tests/support/leaks.txt" \
        ctest --test-dir "$source/build/sanitize" --output-on-failure -j "$(nproc)" -LE "oracle|slow"
fi
say "Every test passed"
