// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace lectern {

/// Why an operation could not be done. The program turns a code into a sentence (app/shell/errortext.cpp); core
/// never words messages for people.
enum class ErrorCode {
    NotFound, ///< the path does not exist
    Unreadable, ///< it exists, but may not be read
    NotRegularFile, ///< a folder, device, socket or pipe where a file is needed
    NotText, ///< UTF-16 or a binary file
    TooLarge, ///< larger than the limit; detail holds the size in bytes
    NotASite, ///< a folder without a _config.yml
    NotWritable, ///< file or folder is read-only
    DiskFull, ///< no space left
    ChangedOnDisk, ///< the file is no longer what was opened
    WriteFailed, ///< any other failed write; detail holds the system's words
    OutsideSite, ///< the path leads out of the site's folder
    NoSuchAddress, ///< no such section, item or field
    NotEditable, ///< the field exists but cannot be written in this form of item
    InvalidValue, ///< the value has the wrong shape for the field
    InvalidYaml, ///< detail holds "line:column message"
    RenderFailed, ///< detail holds the reason
    LimitExceeded, ///< steps, memory, time or depth
    ProcessFailed, ///< a helper program is missing or failed
    Cancelled,
};

/// An expected failure: what, where, and the technical detail for the log.
struct Error {
    ErrorCode code = ErrorCode::WriteFailed;
    QString path;
    QString detail;
    bool operator==(const Error&) const = default;
};

/// A value or the Error that says why there is none.
template<class T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool isOk() const { return m_state.index() == 0; }
    explicit operator bool() const { return isOk(); }
    [[nodiscard]] const T& value() const& { return std::get<0>(m_state); }
    [[nodiscard]] T& value() & { return std::get<0>(m_state); }
    [[nodiscard]] T&& value() && { return std::get<0>(std::move(m_state)); }
    [[nodiscard]] const T& operator*() const& { return value(); }
    [[nodiscard]] T& operator*() & { return value(); }
    [[nodiscard]] const T* operator->() const { return &value(); }
    [[nodiscard]] T* operator->() { return &value(); }
    [[nodiscard]] const Error& error() const { return std::get<1>(m_state); }
    [[nodiscard]] T valueOr(T fallback) const { return isOk() ? value() : std::move(fallback); }

private:
    std::variant<T, Error> m_state;
};

/// Success without a value, or the Error.
template<>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    [[nodiscard]] bool isOk() const { return !m_error; }
    explicit operator bool() const { return isOk(); }
    [[nodiscard]] const Error& error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace lectern
