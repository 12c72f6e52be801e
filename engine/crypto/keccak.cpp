#include "crypto/keccak.h"

#include <bit>
#include <utility>

namespace crypto {

namespace {

constexpr std::size_t rate = 136;  // bytes taken in between two permutations, for 256 bits out
using State = std::array<std::uint64_t, 25>;

constexpr std::array<std::uint64_t, 24> roundConstants = {
    0x0000000000000001, 0x0000000000008082, 0x800000000000808a, 0x8000000080008000,
    0x000000000000808b, 0x0000000080000001, 0x8000000080008081, 0x8000000000008009,
    0x000000000000008a, 0x0000000000000088, 0x0000000080008009, 0x000000008000000a,
    0x000000008000808b, 0x800000000000008b, 0x8000000000008089, 0x8000000000008003,
    0x8000000000008002, 0x8000000000000080, 0x000000000000800a, 0x800000008000000a,
    0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
};

// FIPS 202, section 3.2: theta, rho with pi, chi, iota.
void permute(State &a)
{
    for (const std::uint64_t constant : roundConstants) {
        std::array<std::uint64_t, 5> column{};
        for (std::size_t x = 0; x < 5; ++x)
            column[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
        for (std::size_t x = 0; x < 5; ++x) {
            const std::uint64_t mix = column[(x + 4) % 5] ^ std::rotl(column[(x + 1) % 5], 1);
            for (std::size_t y = 0; y < 25; y += 5)
                a[x + y] ^= mix;
        }
        std::uint64_t moving = a[1];
        for (std::size_t t = 0, x = 1, y = 0; t < 24; ++t) {
            const std::size_t nextY = (2 * x + 3 * y) % 5;
            x = y;
            y = nextY;
            const auto turn = static_cast<int>((t + 1) * (t + 2) / 2 % 64);
            moving = std::exchange(a[x + 5 * y], std::rotl(moving, turn));
        }
        for (std::size_t y = 0; y < 25; y += 5) {
            const std::array<std::uint64_t, 5> row{a[y], a[y + 1], a[y + 2], a[y + 3], a[y + 4]};
            for (std::size_t x = 0; x < 5; ++x)
                a[y + x] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
        }
        a[0] ^= constant;
    }
}

void takeIn(State &state, std::size_t at, std::uint8_t byte)
{
    state[at / 8] ^= std::uint64_t{byte} << 8 * (at % 8);
}

}  // namespace

Digest keccak256(Bytes data)
{
    State state{};
    std::size_t at = 0;
    for (const std::uint8_t byte : data) {
        takeIn(state, at, byte);
        if (++at == rate) {
            permute(state);
            at = 0;
        }
    }
    takeIn(state, at, 0x01);  // where SHA-3 has 0x06
    takeIn(state, rate - 1, 0x80);
    permute(state);
    Digest digest;
    for (std::size_t i = 0; i < digest.bytes.size(); ++i)
        digest.bytes[i] = static_cast<std::uint8_t>(state[i / 8] >> 8 * (i % 8));
    return digest;
}

}  // namespace crypto
