// Sign-In with Ethereum (EIP-4361): the message a wallet signs to prove whose it is. A strict reader
// and writer of its grammar, and the verdict over a signed message: right domain, nonce, chain,
// time, address and signature. Making nonces and remembering which were used is the caller's.
// Thread contract: pure functions.
#pragma once

#include "crypto/wallet.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crypto {

inline constexpr std::size_t signInBytesMax = 4096;
inline constexpr std::size_t signInResourcesMax = 32;
inline constexpr std::size_t signInNonceMax = 96;  // at least 8, letters and digits

// The fields as they stand in the message. Times keep their spelling (RFC 3339), because it is
// signed; signInTime() reads it.
struct SignIn {
    std::optional<std::string> scheme;
    std::string domain;  // an authority (RFC 3986): host, perhaps with port
    Address address;
    std::optional<std::string> statement;
    std::string uri;
    std::uint64_t chainId = 1;
    std::string nonce;
    std::string issuedAt;
    std::optional<std::string> expirationTime, notBefore, requestId;
    std::optional<std::vector<std::string>> resources;  // named without any is not unnamed
    bool operator==(const SignIn &) const = default;

    // The message, exactly as it is signed. Only for fields that parseSignIn() would take.
    std::string text() const;
};

// Nothing when one byte is not as the grammar says. version is 1; the address carries its checksum.
std::optional<SignIn> parseSignIn(std::string_view text);

// Milliseconds since 1970 of an RFC 3339 time: real calendar days, any zone, up to 9 decimals (cut
// to milliseconds), seconds up to 59 (a leap second is refused). Nothing otherwise.
std::optional<std::int64_t> signInTime(std::string_view text);
// The same time in UTC, "2021-09-30T16:25:24.000Z". From the year 0 to 9999.
std::string signInTimeText(std::int64_t ms);

enum class SignInVerdict {
    Good,
    BadMessage,   // not of the grammar
    OtherDomain,  // meant for another place: phishing
    OtherUri,
    OtherNonce,  // replayed, or not asked for
    OtherChain,
    OtherAddress,  // another wallet than the one named
    Expired,
    NotYet,        // before notBefore, or issued in the future
    TooOld,        // issued longer ago than is allowed
    BadSignature,  // not by the address in the message
};
// "expired", for refusals: the wire name of a verdict in lower camelCase.
std::string_view nameOf(SignInVerdict verdict);

struct SignInExpectation {
    std::string domain;
    std::string nonce;  // never empty: an empty one matches nothing
    std::uint64_t chainId = 1;
    std::int64_t nowMs = 0;
    std::int64_t ageMaxMs = 10 * 60 * 1000;
    std::int64_t skewMs = 30 * 1000;  // a clock ahead of ours by this much is forgiven
    std::optional<std::string> uri;
    std::optional<Address> address;
};

// The first thing that is wrong, in the order of the list above, with the signature looked at last.
// Nothing else than Good proves anything. `message` receives what was read, if anything was.
SignInVerdict verifySignIn(std::string_view text, const WalletSignature &signature,
                           const SignInExpectation &expected, SignIn *message = nullptr);

}  // namespace crypto
