// Keys from a seed: SLIP-0010 for Ed25519 (a person's identity) and BIP-32 for secp256k1 (their
// wallet, at BIP-44's m/44'/60'/0'/0/0). Owns one extended key whose bytes are wiped when it goes.
// Thread contract: pure functions.
#pragma once

#include "crypto/secretkey.h"
#include "crypto/seedphrase.h"
#include "crypto/sign.h"
#include "crypto/wallet.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace crypto {

inline constexpr std::uint32_t hardened = 0x80000000;
inline constexpr std::size_t derivationDepthMax = 16;

struct ExtendedKey {
    SecretKey key;
    SecretKey chainCode;
};

// From 16 to 64 bytes of seed along a path of indices (add `hardened` for a primed one). Ed25519
// knows hardened steps only: another one gives nothing.
std::optional<ExtendedKey> deriveEd25519(Bytes seed, std::span<const std::uint32_t> path);
// Nothing also in the case of about 1 in 2^127 that BIP-32 calls invalid.
std::optional<ExtendedKey> deriveSecp256k1(Bytes seed, std::span<const std::uint32_t> path);
// "m/44'/60'/0'/0/0": primed by ' or h. Nothing for anything else, or a path too deep.
std::optional<std::vector<std::uint32_t>> derivationPath(std::string_view text);

// A person's identity key: SLIP-0010 at m/44'/0'/n', n the number of the person in the profile.
std::optional<KeyPair> identityKey(const Seed &seed, std::uint32_t person = 0);
// A person's wallet: m/44'/60'/0'/0/n.
std::optional<WalletKey> walletKey(const Seed &seed, std::uint32_t index = 0);

}  // namespace crypto
