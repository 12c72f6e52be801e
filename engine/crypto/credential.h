// A passport as others can check it: a W3C Verifiable Credential 2.0 with level and achievements,
// signed as integrity.h says. Bound to its holder: it says itself that it is locked in the sense of
// ERC-5192 (not transferable), and one that says otherwise is none. Leaves issuing rules, expiry
// against the clock and trust in the issuer to its callers. Thread contract: pure functions.
#pragma once

#include "crypto/sign.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crypto {

inline constexpr std::size_t passportAchievementsMax = 256;
inline constexpr std::size_t passportBytesMax = 64 * 1024;

struct PassportAchievement {
    std::string code;     // "firstDream"
    std::string earned;   // RFC 3339, UTC, whole seconds
    std::string receipt;  // 64 digits: the fact that proves it
    bool operator==(const PassportAchievement &) const = default;
};

struct PassportCredential {
    std::string id;          // urn:dreamscope:passport:…
    std::string subject;     // the holder's DID
    std::string level;       // visitor … founder
    std::string name;        // may be empty; the holder's choice to show
    std::string domain;      // may be empty; "name.dream"
    std::string validFrom;   // RFC 3339, UTC, whole seconds
    std::string validUntil;  // may be empty: no end
    std::vector<PassportAchievement> achievements;
    bool operator==(const PassportCredential &) const = default;
};

// Canonical JSON of the signed credential, issued by this key's did:key. Nothing for fields that
// readPassport() would not take.
std::optional<std::string> writePassport(const PassportCredential &passport, const KeyPair &issuer);

struct ReadPassport {
    PassportCredential passport;
    PublicKey issuer;  // who signed: compare with whom you know
};
// Nothing when it is no credential of this shape, not locked, not signed by its issuer, or changed.
std::optional<ReadPassport> readPassport(std::string_view json);

}  // namespace crypto
