# SPDX-License-Identifier: GPL-3.0-or-later
# Compile options that every target of ours takes, in one place.
add_library(lectern-options INTERFACE)

# lectern_precompile(TARGET headers…): headers of Qt and the standard library that nearly every file of the target
# reads; most of a compiler's time goes into them. Files still include what they use (-DLECTERN_PCH=OFF checks it).
function(lectern_precompile target)
    if(LECTERN_PCH)
        target_precompile_headers(${target} PRIVATE ${ARGN}
            <algorithm> <functional> <map> <memory> <optional> <variant> <vector>)
    endif()
endfunction()

target_include_directories(lectern-options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_options(lectern-options INTERFACE -Wall -Wextra -Wpedantic)
target_compile_definitions(lectern-options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH
    LECTERN_VERSION="${PROJECT_VERSION}")
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # A false alarm of GCC 12 on std::string's operator+ (GCC bug 105651).
    target_compile_options(lectern-options INTERFACE -Wno-restrict)
endif()
if(LECTERN_WERROR)
    target_compile_options(lectern-options INTERFACE -Werror)
endif()
if(LECTERN_SANITIZE)
    target_compile_options(lectern-options INTERFACE
        -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    target_link_options(lectern-options INTERFACE -fsanitize=address,undefined)
endif()
if(LECTERN_FUZZ)
    target_compile_options(lectern-options INTERFACE -fsanitize=fuzzer-no-link)
endif()
