// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/liquid/value.h"

#include <algorithm>

namespace lectern::liquid {

namespace {

// Below this number of keys a scan is faster than a table.
constexpr std::size_t fewKeys = 12;

} // namespace

Hash::Hash(std::initializer_list<Entry> entries)
{
    m_entries.reserve(entries.size());
    for (const Entry& entry : entries)
        insert(entry.first, entry.second);
}

std::size_t Hash::position(const QString& key) const
{
    if (!m_index.isEmpty())
        return m_index.value(key, m_entries.size());
    const auto at = std::find_if(
        m_entries.begin(), m_entries.end(), [&](const Entry& entry) { return entry.first == key; });
    return std::size_t(at - m_entries.begin());
}

const Value* Hash::find(const QString& key) const
{
    const std::size_t at = position(key);
    return at < m_entries.size() ? &m_entries[at].second : nullptr;
}

void Hash::insert(const QString& key, Value value)
{
    const std::size_t at = position(key);
    if (at < m_entries.size()) {
        m_entries[at].second = std::move(value);
        return;
    }
    m_entries.emplace_back(key, std::move(value));
    if (!m_index.isEmpty()) {
        m_index.insert(key, at);
    } else if (m_entries.size() > fewKeys) {
        for (std::size_t i = 0; i < m_entries.size(); ++i)
            m_index.insert(m_entries[i].first, i);
    }
}

void Hash::remove(const QString& key)
{
    const std::size_t at = position(key);
    if (at >= m_entries.size())
        return;
    m_entries.erase(m_entries.begin() + std::ptrdiff_t(at));
    m_index.clear();
    if (m_entries.size() > fewKeys) {
        for (std::size_t i = 0; i < m_entries.size(); ++i)
            m_index.insert(m_entries[i].first, i);
    }
}

namespace {

// No text of a file holds this character, so no text is taken for another kind of key.
constexpr char16_t keyMark = u'\uFFFF';

} // namespace

QString Hash::keyOf(const Value& value)
{
    if (const QString* text = value.string())
        return *text;
    const QString mark(keyMark);
    if (const bool* truth = value.boolean())
        return mark + (*truth ? u't' : u'f');
    if (const qint64* integer = value.integer())
        return mark + u'i' + QString::number(*integer);
    if (const double* real = value.real())
        return mark + u'r' + QString::number(*real, 'g', 17);
    if (const Date* date = value.date())
        return mark + u'd' + QStringLiteral("%1-%2-%3").arg(date->year).arg(date->month).arg(date->day);
    return mark; // nil; lists, hashes and times are no keys that people write
}

Value Hash::valueOfKey(const QString& key)
{
    if (!key.startsWith(QChar(keyMark)))
        return key;
    const QString text = key.mid(2);
    switch (key.size() > 1 ? key[1].unicode() : u'n') {
    case u't':
        return true;
    case u'f':
        return false;
    case u'i':
        return text.toLongLong();
    case u'r':
        return text.toDouble();
    case u'd':
        return Date { text.section(u'-', 0, -3).toInt(), text.section(u'-', -2, -2).toInt(),
            text.section(u'-', -1).toInt() };
    default:
        return {};
    }
}

Value Value::lazy(Lazy compute)
{
    Value value;
    value.m_data = std::make_shared<Deferred>(Deferred { std::move(compute), nullptr });
    return value;
}

const List* Value::list() const
{
    const auto* shared = std::get_if<std::shared_ptr<const List>>(&m_data);
    return shared ? shared->get() : nullptr;
}

const Hash* Value::hash() const
{
    const auto* shared = std::get_if<std::shared_ptr<const Hash>>(&m_data);
    return shared ? shared->get() : nullptr;
}

Value Value::at(const QString& key) const
{
    const Hash* entries = hash();
    const Value* value = entries ? entries->find(key) : nullptr;
    return value ? *value : Value();
}

Value Value::resolved() const
{
    const auto* deferred = std::get_if<std::shared_ptr<Deferred>>(&m_data);
    if (!deferred)
        return *this;
    Deferred& state = **deferred;
    if (!state.value) {
        // A value that asks for itself while it is computed sees nil instead of running forever.
        state.value = std::make_shared<const Value>();
        state.value = std::make_shared<const Value>(state.compute().resolved());
        state.compute = nullptr;
    }
    return *state.value;
}

std::shared_ptr<const void> Value::identity() const
{
    if (const auto* list = std::get_if<std::shared_ptr<const List>>(&m_data))
        return *list;
    if (const auto* hash = std::get_if<std::shared_ptr<const Hash>>(&m_data))
        return *hash;
    if (const auto* deferred = std::get_if<std::shared_ptr<Deferred>>(&m_data))
        return *deferred;
    return nullptr;
}

} // namespace lectern::liquid
