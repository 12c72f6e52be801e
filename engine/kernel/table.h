// What a system's state is made of: Table (rows by id, in id order), Index, Lookup and Cell. All of
// them can be rolled back while an Undo is active, and a table remembers which rows changed while
// somebody watches. Thread contract: owned by the engine thread (or by one test).
#pragma once

#include "kernel/fields.h"

#include <functional>
#include <map>
#include <set>
#include <vector>

namespace kernel {

// Records how to take back every change made while it is alive; used only around `require`.
class Undo {
public:
    Undo() : m_outer(s_active) { s_active = this; }
    ~Undo() { s_active = m_outer; }
    Undo(const Undo &) = delete;
    Undo &operator=(const Undo &) = delete;

    void rollBack()
    {
        s_active = nullptr;
        for (auto step = m_steps.rbegin(); step != m_steps.rend(); ++step)
            (*step)();
        m_steps.clear();
        s_active = this;
    }

    static bool isActive() { return s_active; }
    template<class Step>
    static void remember(Step step)
    {
        if (s_active)
            s_active->m_steps.emplace_back(std::move(step));
    }

private:
    static inline thread_local Undo *s_active = nullptr;
    Undo *m_outer;
    std::vector<std::function<void()>> m_steps;
};

// Rows keyed by their first field, which is an Id.
template<class R>
class Table {
public:
    using Row = R;
    using KeyField = boost::mp11::mp_first<Fields<R>>;
    using Rows = std::map<std::uint64_t, R>;

    static std::uint64_t keyOf(const R &row) { return (row.*KeyField::pointer).value; }

    const R *find(std::uint64_t key) const
    {
        const auto found = m_rows.find(key);
        return found == m_rows.end() ? nullptr : &found->second;
    }
    template<class T>
    const R *find(Id<T> id) const
    {
        return find(id.value);
    }

    // Inserts or replaces.
    const R &put(R row)
    {
        const std::uint64_t key = keyOf(row);
        if (Undo::isActive())
            keepOld(key);
        touch(key);
        if (m_rows.empty() || m_rows.rbegin()->first < key)
            return m_rows.emplace_hint(m_rows.end(), key, std::move(row))->second;
        return m_rows.insert_or_assign(key, std::move(row)).first->second;
    }

    // Calls change(row) if there is such a row; says whether there was.
    template<class T, class Change>
    bool change(Id<T> id, Change &&change)
    {
        const auto found = m_rows.find(id.value);
        if (found == m_rows.end())
            return false;
        if (Undo::isActive())
            keepOld(id.value);
        touch(id.value);
        change(found->second);
        return true;
    }

    template<class T>
    bool erase(Id<T> id)
    {
        if (Undo::isActive())
            keepOld(id.value);
        touch(id.value);
        return m_rows.erase(id.value) > 0;
    }

    std::size_t size() const { return m_rows.size(); }
    bool isEmpty() const { return m_rows.empty(); }
    const Rows &rows() const { return m_rows; }

    // Keys changed since the last call, while watched.
    bool isWatched = false;
    std::vector<std::uint64_t> takeChanged()
    {
        std::vector<std::uint64_t> taken;
        taken.swap(m_changed);
        return taken;
    }

    friend bool operator==(const Table &a, const Table &b) { return a.m_rows == b.m_rows; }

private:
    void touch(std::uint64_t key)
    {
        if (isWatched)
            m_changed.push_back(key);
    }
    void keepOld(std::uint64_t key)
    {
        const R *old = find(key);
        Undo::remember([this, key, row = old ? std::optional<R>(*old) : std::nullopt] {
            touch(key);
            if (row)
                m_rows.insert_or_assign(key, *row);
            else
                m_rows.erase(key);
        });
    }

    Rows m_rows;
    std::vector<std::uint64_t> m_changed;
};

template<class T>
inline constexpr bool isTable = false;
template<class R>
inline constexpr bool isTable<Table<R>> = true;

// An ordered set derived from the rows; rebuilt after a snapshot, never stored.
template<class K>
class Index {
public:
    void insert(const K &key)
    {
        if (m_keys.insert(key).second)
            Undo::remember([this, key] { m_keys.erase(key); });
    }
    void erase(const K &key)
    {
        if (m_keys.erase(key))
            Undo::remember([this, key] { m_keys.insert(key); });
    }
    bool has(const K &key) const { return m_keys.contains(key); }
    const std::set<K> &keys() const { return m_keys; }
    bool isEmpty() const { return m_keys.empty(); }
    std::size_t size() const { return m_keys.size(); }
    void clear() { m_keys.clear(); }
    friend bool operator==(const Index &, const Index &) = default;

private:
    std::set<K> m_keys;
};

// A derived map; rebuilt after a snapshot, never stored.
template<class K, class V>
class Lookup {
public:
    const V *find(const K &key) const
    {
        const auto found = m_values.find(key);
        return found == m_values.end() ? nullptr : &found->second;
    }
    void put(const K &key, V value)
    {
        keepOld(key);
        m_values.insert_or_assign(key, std::move(value));
    }
    void erase(const K &key)
    {
        keepOld(key);
        m_values.erase(key);
    }
    const std::map<K, V> &values() const { return m_values; }
    std::size_t size() const { return m_values.size(); }
    void clear() { m_values.clear(); }
    friend bool operator==(const Lookup &, const Lookup &) = default;

private:
    void keepOld(const K &key)
    {
        if (!Undo::isActive())
            return;
        const V *old = find(key);
        Undo::remember([this, key, value = old ? std::optional<V>(*old) : std::nullopt] {
            if (value)
                m_values.insert_or_assign(key, *value);
            else
                m_values.erase(key);
        });
    }

    std::map<K, V> m_values;
};

// One stored value.
template<class T>
class Cell {
public:
    const T &operator*() const { return m_value; }
    const T *operator->() const { return &m_value; }
    void set(T value)
    {
        if (Undo::isActive())
            Undo::remember([this, old = m_value] { m_value = old; });
        m_value = std::move(value);
    }
    friend bool operator==(const Cell &, const Cell &) = default;

private:
    T m_value{};
};

template<class T>
inline constexpr bool isCell = false;
template<class T>
inline constexpr bool isCell<Cell<T>> = true;

}  // namespace kernel
