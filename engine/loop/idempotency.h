// Answers already given, by the sender's key, so that a repeat does nothing twice. Kept 24 hours and
// at most 1 M keys an origin; carried in every page's commands and in a snapshot.
// Thread contract: owned by one Core.
#pragma once

#include "kernel/codec.h"
#include "kernel/envelope.h"

#include <array>
#include <deque>
#include <map>
#include <unordered_map>

namespace loop {

class Idempotency {
public:
    static constexpr std::size_t keysMax = 1'000'000;
    static constexpr std::int64_t keepUs = 24ll * 3600 * 1'000'000;

    struct Kept {
        std::uint64_t high = 0, low = 0;
        std::uint8_t origin = 0;
        kernel::Time at;
        std::uint64_t firstFact = 0;
        std::uint32_t facts = 0;
        std::vector<std::uint64_t> ids;
        DREAM_FIELDS(Kept, high, low, origin, at, firstFact, facts, ids)
    };

    const Kept *find(std::uint8_t origin, const std::array<std::uint64_t, 2> &key) const;
    void put(Kept kept);
    void dropBefore(kernel::Time now);
    std::size_t size() const { return m_size; }
    std::string snapshot() const;
    bool restore(std::string_view bytes);

private:
    struct Hash {
        std::size_t operator()(const std::array<std::uint64_t, 2> &key) const
        {
            return key[0] ^ key[1] * 0x9E3779B97F4A7C15ull;
        }
    };
    struct PerOrigin {
        std::unordered_map<std::array<std::uint64_t, 2>, Kept, Hash> kept;
        std::deque<std::array<std::uint64_t, 2>> order;
    };
    std::map<std::uint8_t, PerOrigin> m_origins;
    std::size_t m_size = 0;
};

}  // namespace loop
