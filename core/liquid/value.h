// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <functional>
#include <initializer_list>
#include <memory>
#include <utility>
#include <variant>
#include <vector>

namespace lectern::liquid {

class Value;

/// Ruby's Time: an instant and the offset from UTC in which it is written.
struct Time {
    qint64 seconds = 0; ///< since 1970-01-01 00:00 UTC
    int nanoseconds = 0;
    int utcOffset = 0; ///< seconds east of UTC
    bool utc = false; ///< prints "UTC" where another offset prints "+0800"
    bool operator==(const Time&) const = default;
};

/// Ruby's Date, as YAML reads `2024-05-01`.
struct Date {
    int year = 0;
    int month = 1;
    int day = 1;
    bool operator==(const Date&) const = default;
};

using List = std::vector<Value>;

/// Ruby's Hash, in the order of insertion. Looking up is linear up to a few keys and by index above. Keys are
/// texts; another kind of key, as YAML has it in `2024: x`, is kept as keyOf() writes it and never equals a
/// text.
class Hash {
public:
    using Entry = std::pair<QString, Value>;
    Hash() = default;
    Hash(std::initializer_list<Entry> entries);

    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }
    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    /// nullptr where the key is missing.
    [[nodiscard]] const Value* find(const QString& key) const;
    /// Replaces the value in place (the key keeps its position) or appends the key.
    void insert(const QString& key, Value value);
    void remove(const QString& key);
    /// A key that stands for `value`, and the value that a key stands for.
    [[nodiscard]] static QString keyOf(const Value& value);
    [[nodiscard]] static Value valueOfKey(const QString& key);

private:
    [[nodiscard]] std::size_t position(const QString& key) const;

    std::vector<Entry> m_entries;
    QHash<QString, std::size_t> m_index; ///< empty while there are few keys
};

/// A value that templates see: what YAML, front matter and Jekyll's drops hold. Cheap to copy: lists and
/// hashes are shared and never change, so a tree whose parts stayed the same costs nothing to hand over again
/// (Engine keeps what it converted, by identity of the shared part).
class Value {
public:
    /// Computes a value when a template first asks for it; at most once.
    using Lazy = std::function<Value()>;

    Value() = default;
    Value(bool boolean)
        : m_data(boolean)
    {
    }
    Value(int number)
        : m_data(qint64(number))
    {
    }
    Value(qint64 number)
        : m_data(number)
    {
    }
    Value(double number)
        : m_data(number)
    {
    }
    Value(QString text)
        : m_data(std::move(text))
    {
    }
    Value(Time time)
        : m_data(time)
    {
    }
    Value(Date date)
        : m_data(date)
    {
    }
    Value(List list)
        : m_data(std::make_shared<const List>(std::move(list)))
    {
    }
    Value(Hash hash)
        : m_data(std::make_shared<const Hash>(std::move(hash)))
    {
    }
    Value(const char*) = delete;
    /// UTF-8 text; bytes that are none become U+FFFD.
    [[nodiscard]] static Value text(const QByteArray& utf8) { return Value(QString::fromUtf8(utf8)); }
    /// A value that is computed when it is first used ("page.content", "page.excerpt").
    [[nodiscard]] static Value lazy(Lazy compute);

    [[nodiscard]] bool isNil() const { return std::holds_alternative<std::monostate>(m_data); }
    [[nodiscard]] bool isLazy() const { return std::holds_alternative<std::shared_ptr<Deferred>>(m_data); }
    /// nullptr where the value is of another kind.
    [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&m_data); }
    [[nodiscard]] const qint64* integer() const { return std::get_if<qint64>(&m_data); }
    [[nodiscard]] const double* real() const { return std::get_if<double>(&m_data); }
    [[nodiscard]] const QString* string() const { return std::get_if<QString>(&m_data); }
    [[nodiscard]] const Time* time() const { return std::get_if<Time>(&m_data); }
    [[nodiscard]] const Date* date() const { return std::get_if<Date>(&m_data); }
    [[nodiscard]] const List* list() const;
    [[nodiscard]] const Hash* hash() const;
    /// The value under `key` where this is a hash that has it, else nil.
    [[nodiscard]] Value at(const QString& key) const;
    /// The computed value of a lazy one, this value otherwise.
    [[nodiscard]] Value resolved() const;
    /// Identifies a shared list, hash or lazy value; nullptr for the others.
    [[nodiscard]] std::shared_ptr<const void> identity() const;

private:
    struct Deferred {
        Lazy compute;
        std::shared_ptr<const Value> value; ///< set once computed
    };

    std::variant<std::monostate, bool, qint64, double, QString, Time, Date, std::shared_ptr<const List>,
        std::shared_ptr<const Hash>, std::shared_ptr<Deferred>>
        m_data;
};

} // namespace lectern::liquid
