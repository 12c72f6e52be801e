// The bytes a fuzzer offers, taken apart: small choices come off the front, the rest is text.
// Also the check that turns a broken promise into a finding. Thread contract: one thread.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace fuzz {

class Input {
public:
    Input(const std::uint8_t *data, std::size_t size)
        : m_rest(reinterpret_cast<const char *>(data), size)
    {
    }

    bool isEmpty() const { return m_rest.empty(); }
    std::string_view rest() const { return m_rest; }

    // 0 when nothing is left, so that every input is a whole one.
    std::uint8_t byte()
    {
        if (m_rest.empty())
            return 0;
        const auto value = static_cast<std::uint8_t>(m_rest.front());
        m_rest.remove_prefix(1);
        return value;
    }

    // From 0 to `most`, from as few bytes as that takes.
    std::uint64_t upTo(std::uint64_t most)
    {
        std::uint64_t value = 0;
        for (std::uint64_t covered = 0; covered < most; covered = covered << 8 | 0xff)
            value = value << 8 | byte();
        return most == ~std::uint64_t{0} ? value : value % (most + 1);
    }

    std::string_view take(std::size_t size)
    {
        const std::string_view taken = m_rest.substr(0, size);
        m_rest.remove_prefix(taken.size());
        return taken;
    }

private:
    std::string_view m_rest;
};

// A promise that must hold for every input.
inline void check(bool isKept, const char *promise)
{
    if (isKept)
        return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

}  // namespace fuzz

// What every target defines. It returns 0, or aborts.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);
