# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -D ROOT=… -D VERSION=… -D CLI=… -P versions.cmake: fails where a file or the program tells another version.
cmake_minimum_required(VERSION 3.25)

function(expect_version file pattern)
    file(READ "${ROOT}/${file}" text)
    # The first match is the newest release.
    if(NOT text MATCHES "${pattern}")
        message(SEND_ERROR "${file} tells no version (looked for ${pattern})")
    elseif(NOT CMAKE_MATCH_1 STREQUAL VERSION)
        message(SEND_ERROR "${file} tells version ${CMAKE_MATCH_1}, CMakeLists.txt ${VERSION}")
    endif()
endfunction()

expect_version(packaging/desktop/io.github.lectern_editor.Lectern.metainfo.xml "<release version=\"([0-9.]+)\"")
expect_version(CHANGELOG.md "\n## \\[([0-9.]+)\\]")
expect_version(packaging/changelog.Debian "^lectern \\(([0-9.]+)-")
expect_version(packaging/man/lectern.1 "\"Lectern ([0-9.]+)\"")
expect_version(packaging/man/lectern-cli.1 "\"Lectern ([0-9.]+)\"")

execute_process(COMMAND "${CLI}" --version OUTPUT_VARIABLE printed RESULT_VARIABLE status OUTPUT_STRIP_TRAILING_WHITESPACE)
if(NOT status EQUAL 0 OR NOT printed STREQUAL "lectern-cli ${VERSION}")
    message(SEND_ERROR "lectern-cli --version printed \"${printed}\" (status ${status}), expected lectern-cli ${VERSION}")
endif()
