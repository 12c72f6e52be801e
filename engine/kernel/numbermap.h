// Whole numbers by whole numbers, many and small: FlatMap is open addressing with linear probing
// (Knuth, TAOCP 6.4, algorithm L and deletion R), NumberMap a state's member made of 256 of them, so
// that growing one never stops the engine for long. 0 is no key. Thread contract: as table.h.
#pragma once

#include "kernel/table.h"

#include <array>
#include <cstring>

namespace kernel {

// SplitMix64's finaliser (Steele, Lea, Flood 2014).
constexpr std::uint64_t mixed(std::uint64_t z)
{
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ z >> 27) * 0x94D049BB133111EBull;
    return z ^ z >> 31;
}

class FlatMap {
public:
    struct Entry {
        std::uint64_t key = 0, value = 0;
        friend auto operator<=>(const Entry &, const Entry &) = default;
    };

    const std::uint64_t *find(std::uint64_t key) const
    {
        if (m_entries.empty())
            return nullptr;
        const Entry &entry = m_entries[place(key)];
        return entry.key ? &entry.value : nullptr;
    }
    // Looked up soon: where it would stand is fetched from memory meanwhile.
    void expect(std::uint64_t key) const
    {
        if (!m_entries.empty())
            __builtin_prefetch(&m_entries[homeOf(key)]);
    }
    // Inserts or replaces.
    void put(std::uint64_t key, std::uint64_t value)
    {
        if (2 * (m_size + 1) > m_entries.size())
            resize(m_size + 1);
        Entry &entry = m_entries[place(key)];
        m_size += entry.key == 0;
        entry = {key, value};
    }
    void erase(std::uint64_t key)
    {
        if (!find(key))
            return;
        const std::size_t mask = m_entries.size() - 1;
        std::size_t hole = place(key);
        for (std::size_t at = hole;;) {
            at = (at + 1) & mask;
            if (!m_entries[at].key)
                break;
            // What may not stand before its home stays.
            const std::size_t home = homeOf(m_entries[at].key);
            if (((at - home) & mask) >= ((at - hole) & mask))
                m_entries[std::exchange(hole, at)] = m_entries[at];
        }
        m_entries[hole] = {};
        --m_size;
    }
    void reserve(std::size_t size)
    {
        if (2 * size > m_entries.size())
            resize(size);
    }
    std::size_t size() const { return m_size; }
    std::size_t bytes() const { return m_entries.size() * sizeof(Entry); }
    // In key order.
    std::vector<Entry> sorted() const
    {
        std::vector<Entry> found;
        found.reserve(m_size);
        for (const Entry &entry : m_entries)
            if (entry.key)
                found.push_back(entry);
        std::sort(found.begin(), found.end());
        return found;
    }

private:
    std::size_t homeOf(std::uint64_t key) const { return mixed(key) & (m_entries.size() - 1); }
    std::size_t place(std::uint64_t key) const
    {
        std::size_t at = homeOf(key);
        while (m_entries[at].key && m_entries[at].key != key)
            at = (at + 1) & (m_entries.size() - 1);
        return at;
    }
    void resize(std::size_t size)
    {
        std::size_t places = 16;
        while (places < 2 * size)
            places *= 2;
        std::vector<Entry> old(places);
        old.swap(m_entries);
        for (const Entry &entry : old)
            if (entry.key)
                m_entries[place(entry.key)] = entry;
    }

    std::vector<Entry> m_entries;
    std::size_t m_size = 0;
};

class NumberMap {
public:
    const std::uint64_t *find(std::uint64_t key) const { return part(key).find(key); }
    void expect(std::uint64_t key) const { part(key).expect(key); }
    // Of a key that is not there yet.
    void insert(std::uint64_t key, std::uint64_t value)
    {
        part(key).put(key, value);
        ++m_size;
        Undo::remember([this, key] {
            part(key).erase(key);
            --m_size;
        });
    }
    std::size_t size() const { return m_size; }
    std::size_t bytes() const
    {
        std::size_t sum = 0;
        for (const FlatMap &part : m_parts)
            sum += part.bytes();
        return sum;
    }

    // Every entry as 16 bytes, little-endian, in an order of its own: one state, one spelling.
    std::string packed() const
    {
        std::string out;
        out.reserve(m_size * sizeof(FlatMap::Entry));
        for (const FlatMap &part : m_parts)
            for (const FlatMap::Entry &entry : part.sorted())
                out.append(reinterpret_cast<const char *>(&entry), sizeof entry);
        return out;
    }
    // False when the bytes are not such a map.
    bool unpack(std::string_view in)
    {
        FlatMap::Entry entry;
        for (; in.size() >= sizeof entry; in.remove_prefix(sizeof entry)) {
            std::memcpy(&entry, in.data(), sizeof entry);
            if (!entry.key || find(entry.key))
                return false;
            insert(entry.key, entry.value);
        }
        return in.empty();
    }
    friend bool operator==(const NumberMap &a, const NumberMap &b)
    {
        return a.m_size == b.m_size && a.packed() == b.packed();
    }

private:
    // The low bits of the same mix choose the place inside the part.
    FlatMap &part(std::uint64_t key) { return m_parts[mixed(key) >> 56]; }
    const FlatMap &part(std::uint64_t key) const { return m_parts[mixed(key) >> 56]; }

    std::array<FlatMap, 256> m_parts;
    std::size_t m_size = 0;
};

}  // namespace kernel
