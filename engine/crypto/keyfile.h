// A secret under a passphrase, as bytes that may lie in a file: Argon2id (RFC 9106, libsodium's
// crypto_pwhash) makes the key, XChaCha20-Poly1305 seals. The parameters stand in front and are
// sealed along, so a changed one opens nothing. Where the bytes lie is the hands' business.
// Thread contract: pure functions; one call takes as much memory and time as its cost says.
#pragma once

#include "crypto/hash.h"
#include "crypto/seal.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace crypto {

// RFC 9106's second choice as far as libsodium goes: 64 MiB, three passes, one lane.
struct KeyFileCost {
    std::uint32_t passes = 3;             // 1 to keyFilePassesMax
    std::uint32_t memoryKib = 64 * 1024;  // keyFileMemoryMinKib to keyFileMemoryMaxKib
    bool operator==(const KeyFileCost &) const = default;
};
inline constexpr std::uint32_t keyFilePassesMax = 16;
inline constexpr std::uint32_t keyFileMemoryMinKib = 8 * 1024;
inline constexpr std::uint32_t keyFileMemoryMaxKib = 512 * 1024;
inline constexpr std::size_t keyFileSecretMax = 4096;
inline constexpr std::size_t keyFilePassphraseMax = 1024;

using KeyFileSalt = std::array<std::uint8_t, 16>;

// Nothing for an empty or too long passphrase or secret, a cost out of its bounds, or too little
// memory on this machine. Salt and nonce are drawn by the caller, anew each time. `purpose` ("person
// key") must be the same when opening.
std::optional<std::string> sealKeyFile(std::string_view secret, std::string_view passphrase,
                                       std::string_view purpose, const KeyFileSalt &salt,
                                       const Nonce &nonce, KeyFileCost cost = {});

enum class KeyFileFault {
    None,
    NotAKeyFile,      // other bytes, or a cost beyond the bounds: nothing was computed
    OtherVersion,     // by a newer program
    WrongPassphrase,  // or changed bytes, or another purpose: these cannot be told apart
    NoMemory,
};
struct OpenedKeyFile {
    KeyFileFault fault = KeyFileFault::None;
    std::string secret;  // wipe it with wipeText()
    KeyFileCost cost;
};
OpenedKeyFile openKeyFile(std::string_view file, std::string_view passphrase,
                          std::string_view purpose);

}  // namespace crypto
