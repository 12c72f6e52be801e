#include "crypto/derive.h"

#include <secp256k1.h>
#include <sodium.h>

#include <algorithm>
#include <charconv>

namespace crypto {

namespace {

constexpr std::string_view ed25519Curve = "ed25519 seed", secp256k1Curve = "Bitcoin seed";

std::array<std::uint8_t, 64> hmacSha512(Bytes key, Bytes data)
{
    std::array<std::uint8_t, 64> mac{};
    crypto_auth_hmacsha512_state state;
    crypto_auth_hmacsha512_init(&state, key.data(), key.size());
    crypto_auth_hmacsha512_update(&state, data.data(), data.size());
    crypto_auth_hmacsha512_final(&state, mac.data());
    sodium_memzero(&state, sizeof state);
    return mac;
}

// The left half is the key, the right half the chain code. Wipes what it was given.
ExtendedKey halvesOf(std::array<std::uint8_t, 64> &mac)
{
    const std::span<const std::uint8_t, 64> both(mac);
    ExtendedKey key{SecretKey(both.first<32>()), SecretKey(both.last<32>())};
    wipe(mac);
    return key;
}

std::optional<ExtendedKey> master(std::string_view curve, Bytes seed)
{
    if (seed.size() < 16 || seed.size() > 64)
        return std::nullopt;
    auto mac = hmacSha512(bytesOf(curve), seed);
    return halvesOf(mac);
}

// HMAC of (head ‖ index) under the chain code, where head has 33 bytes.
ExtendedKey childHalves(const ExtendedKey &parent, Bytes head, std::uint32_t index)
{
    std::array<std::uint8_t, 37> data{};
    std::copy(head.begin(), head.end(), data.begin());
    for (std::size_t i = 0; i < 4; ++i)
        data[33 + i] = static_cast<std::uint8_t>(index >> 8 * (3 - i));
    auto mac = hmacSha512(parent.chainCode.bytes(), data);
    wipe(data);
    return halvesOf(mac);
}

// 0 and the key: what a hardened step hashes.
ExtendedKey hardenedHalves(const ExtendedKey &parent, std::uint32_t index)
{
    std::array<std::uint8_t, 33> head{};
    std::copy(parent.key.bytes().begin(), parent.key.bytes().end(), head.begin() + 1);
    ExtendedKey halves = childHalves(parent, head, index);
    wipe(head);
    return halves;
}

std::optional<ExtendedKey> walletStep(const ExtendedKey &parent, std::uint32_t index)
{
    const auto wallet = WalletKey::fromSecret(parent.key);
    if (!wallet)
        return std::nullopt;
    ExtendedKey halves = index >= hardened ? hardenedHalves(parent, index)
                                           : childHalves(parent, wallet->publicKey().bytes, index);
    std::array<std::uint8_t, 32> sum{};
    std::copy(parent.key.bytes().begin(), parent.key.bytes().end(), sum.begin());
    const int isValid = secp256k1_ec_seckey_tweak_add(secp256k1_context_static, sum.data(),
                                                      halves.key.bytes().data());
    halves.key = SecretKey(sum);
    wipe(sum);
    return isValid == 1 ? std::optional(std::move(halves)) : std::nullopt;
}

}  // namespace

std::optional<ExtendedKey> deriveEd25519(Bytes seed, std::span<const std::uint32_t> path)
{
    auto key = master(ed25519Curve, seed);
    const bool isHard = std::all_of(path.begin(), path.end(),
                                    [](std::uint32_t index) { return index >= hardened; });
    if (!key || !isHard || path.size() > derivationDepthMax)
        return std::nullopt;
    for (const std::uint32_t index : path)
        key = hardenedHalves(*key, index);
    return key;
}

std::optional<ExtendedKey> deriveSecp256k1(Bytes seed, std::span<const std::uint32_t> path)
{
    auto key = master(secp256k1Curve, seed);
    if (!key || path.size() > derivationDepthMax || !WalletKey::fromSecret(key->key))
        return std::nullopt;
    for (const std::uint32_t index : path) {
        key = walletStep(*key, index);
        if (!key)
            return std::nullopt;
    }
    return key;
}

std::optional<std::vector<std::uint32_t>> derivationPath(std::string_view text)
{
    std::vector<std::uint32_t> path;
    if (!text.starts_with('m'))
        return std::nullopt;
    text.remove_prefix(1);
    while (!text.empty()) {
        std::uint32_t index = 0;
        const char *last = text.data() + text.size();
        const auto [end, error] = std::from_chars(text.data() + 1, last, index);
        if (text[0] != '/' || error != std::errc() || index >= hardened
            || path.size() == derivationDepthMax)
            return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        const bool isPrimed = text.starts_with('\'') || text.starts_with('h');
        text.remove_prefix(isPrimed ? 1 : 0);
        path.push_back(isPrimed ? index + hardened : index);
    }
    return path;
}

std::optional<KeyPair> identityKey(const Seed &seed, std::uint32_t person)
{
    if (person >= hardened)
        return std::nullopt;
    const std::uint32_t path[] = {44 + hardened, 0 + hardened, person + hardened};
    const auto key = deriveEd25519(seed.bytes(), path);
    return key ? std::optional<KeyPair>(std::in_place, key->key) : std::nullopt;
}

std::optional<WalletKey> walletKey(const Seed &seed, std::uint32_t index)
{
    if (index >= hardened)
        return std::nullopt;
    const std::uint32_t path[] = {44 + hardened, 60 + hardened, 0 + hardened, 0, index};
    const auto key = deriveSecp256k1(seed.bytes(), path);
    return key ? WalletKey::fromSecret(key->key) : std::nullopt;
}

}  // namespace crypto
