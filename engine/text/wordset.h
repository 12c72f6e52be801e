// A fixed dictionary from folded words to small values, built once from a list of words and read
// by every thread: open addressing over string views into static data.
// Owns only its table; the words must outlive it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace text {

inline std::uint32_t hashOf(std::string_view word)
{
    std::uint32_t hash = 2166136261u;  // FNV-1a, 32 bit
    for (const char c : word)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return hash;
}

template<typename Value>
class WordMap {
public:
    explicit WordMap(std::size_t expected = 16)
    {
        std::size_t size = 16;
        while (size < expected * 2 + 2)
            size *= 2;
        m_slots.resize(size);
    }
    // The value kept for that word, made if missing.
    Value &operator[](std::string_view word)
    {
        if ((m_count + 1) * 2 > m_slots.size())
            grow();
        Slot &slot = m_slots[place(m_slots, word)];
        if (slot.word.data() == nullptr) {
            slot.word = word;
            ++m_count;
        }
        return slot.value;
    }
    const Value *find(std::string_view word) const
    {
        const Slot &slot = m_slots[place(m_slots, word)];
        return slot.word.data() == nullptr ? nullptr : &slot.value;
    }
    std::size_t size() const { return m_count; }

private:
    struct Slot {
        std::string_view word{};
        Value value{};
    };
    static std::size_t place(const std::vector<Slot> &slots, std::string_view word)
    {
        std::size_t at = hashOf(word) & (slots.size() - 1);
        while (slots[at].word.data() != nullptr && slots[at].word != word)
            at = (at + 1) & (slots.size() - 1);
        return at;
    }
    void grow()
    {
        std::vector<Slot> larger(m_slots.size() * 2);
        for (const Slot &slot : m_slots) {
            if (slot.word.data() != nullptr)
                larger[place(larger, slot.word)] = slot;
        }
        m_slots.swap(larger);
    }
    std::vector<Slot> m_slots;
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
