// A fixed dictionary from folded words to small values, built once from a list of words and read
// by every thread: open addressing over string views into static data.
// Owns only its table; the words must outlive it.
#pragma once

#include <bit>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace text {

namespace detail {

inline std::uint64_t eightBytes(const char *from)
{
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, from, 8);
    return bytes;
}
inline std::uint64_t fourBytes(const char *from)
{
    std::uint32_t bytes = 0;
    std::memcpy(&bytes, from, 4);
    return std::uint64_t{bytes};
}
inline std::uint64_t threeBytes(const char *from, std::size_t count)  // 1 to 3
{
    return std::uint64_t{static_cast<unsigned char>(from[0])} << 16
           | std::uint64_t{static_cast<unsigned char>(from[count / 2])} << 8
           | static_cast<unsigned char>(from[count - 1]);
}

}  // namespace detail

// As ==, but without a call: words are short, and almost always equal when this is asked.
inline bool isSameWord(std::string_view one, std::string_view other)
{
    using namespace detail;
    if (one.size() != other.size())
        return false;
    const char *a = one.data(), *b = other.data();
    std::size_t left = one.size();
    for (; left > 8; a += 8, b += 8, left -= 8) {
        if (eightBytes(a) != eightBytes(b))
            return false;
    }
    if (left >= 4)  // the bytes in the middle may be read twice
        return fourBytes(a) == fourBytes(b) && fourBytes(a + left - 4) == fourBytes(b + left - 4);
    return left == 0 || threeBytes(a, left) == threeBytes(b, left);
}

// For tables in memory alone: it differs from machine to machine. Sketches have their own.
inline std::uint32_t wordHash(std::string_view word)
{
    constexpr std::uint64_t first = 0x9e3779b97f4a7c15ull, second = 0xbf58476d1ce4e5b9ull;
    const char *at = word.data();
    std::size_t left = word.size();
    std::uint64_t hash = left * first;
    const auto take = [&](std::uint64_t bytes) {
        hash = (hash ^ bytes) * second;
        hash ^= hash >> 32;
    };
    for (; left > 8; at += 8, left -= 8)
        take(detail::eightBytes(at));
    if (left >= 4)  // the last bytes may be read twice
        take(detail::fourBytes(at) << 32 | detail::fourBytes(at + left - 4));
    else if (left > 0)
        take(detail::threeBytes(at, left));
    return static_cast<std::uint32_t>(hash ^ hash >> 29);
}

// A word with its hash, so that many dictionaries can be asked about it for the price of one.
struct Word {
    std::string_view text;
    std::uint32_t hash = 0;

    template<std::convertible_to<std::string_view> Text>
    Word(const Text &word) : text(word), hash(wordHash(text))
    {
    }
    Word(std::string_view word, std::uint32_t itsHash) : text(word), hash(itsHash) {}
};

template<typename Value>
class WordMap {
public:
    explicit WordMap(std::size_t expected = 16) { resize(std::bit_ceil(expected * 2 + 2)); }

    // The value kept for that word, made if missing.
    Value &operator[](Word word)
    {
        if ((m_count + 1) * 2 > m_slots.size())
            grow();
        Slot &slot = m_slots[place(word)];
        if (slot.word.data() == nullptr) {
            slot.word = word.text;
            slot.hash = word.hash;
            mark(word.hash);
            ++m_count;
        }
        return slot.value;
    }
    const Value *find(Word word) const
    {
        const std::uint32_t bit = word.hash >> m_shift;
        if (!(m_marks[bit / 64] >> (bit % 64) & 1))
            return nullptr;
        const Slot &slot = m_slots[place(word)];
        return slot.word.data() == nullptr ? nullptr : &slot.value;
    }
    std::size_t size() const { return m_count; }

private:
    static constexpr int marksPerSlot = 4;
    struct Slot {
        std::string_view word{};
        std::uint32_t hash = 0;
        Value value{};
    };
    std::size_t place(const Word &word) const
    {
        std::size_t at = word.hash & (m_slots.size() - 1);
        while (m_slots[at].word.data() != nullptr
               && (m_slots[at].hash != word.hash || !isSameWord(m_slots[at].word, word.text)))
            at = (at + 1) & (m_slots.size() - 1);
        return at;
    }
    void mark(std::uint32_t hash)
    {
        const std::uint32_t bit = hash >> m_shift;
        m_marks[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
    void resize(std::size_t size)
    {
        size = size < 16 ? 16 : size;
        m_slots.assign(size, {});
        m_marks.assign(size * marksPerSlot / 64, 0);
        m_shift = 32 - std::countr_zero(size * marksPerSlot);
    }
    void grow()
    {
        std::vector<Slot> before = std::move(m_slots);
        resize(before.size() * 2);
        for (Slot &slot : before) {
            if (slot.word.data() == nullptr)
                continue;
            mark(slot.hash);
            m_slots[place({slot.word, slot.hash})] = std::move(slot);
        }
    }
    std::vector<Slot> m_slots;
    std::vector<std::uint64_t> m_marks;  // most words asked for are missing: one bit says so
    int m_shift = 0;
    std::size_t m_count = 0;
};

// Calls `visit(word)` for each space-separated word of a list.
template<typename Visit>
void forEachWord(std::string_view list, Visit visit)
{
    std::size_t at = 0;
    while (at < list.size()) {
        const std::size_t space = list.find(' ', at);
        const std::size_t end = space == std::string_view::npos ? list.size() : space;
        if (end > at)
            visit(list.substr(at, end - at));
        at = end + 1;
    }
}

}  // namespace text
