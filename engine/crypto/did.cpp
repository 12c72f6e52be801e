#include "crypto/did.h"

#include "crypto/jcs.h"

#include <boost/json.hpp>
#include <sodium.h>

#include <charconv>
#include <limits>

namespace crypto {

namespace {

constexpr std::string_view keyPrefix = "did:key:", accountPrefix = "did:pkh:";

std::optional<std::uint64_t> chainNumber(std::string_view digits)
{
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool isWhole = error == std::errc() && end == digits.data() + digits.size();
    if (!isWhole || (digits.size() > 1 && digits[0] == '0')
        || number > std::uint64_t(std::numeric_limits<std::int64_t>::max()))
        return std::nullopt;
    return number;
}

}  // namespace

std::string didKey(const PublicKey &key)
{
    return std::string(keyPrefix) + multikey(KeyKind::Ed25519, key.bytes);
}

std::string didKey(const WalletPublicKey &key)
{
    return std::string(keyPrefix) + multikey(KeyKind::Secp256k1, key.bytes);
}

std::optional<DidKey> fromDidKey(std::string_view did)
{
    if (!did.starts_with(keyPrefix))
        return std::nullopt;
    const auto read = fromMultibase(did.substr(keyPrefix.size()));
    if (!read)
        return std::nullopt;
    const Bytes bytes = bytesOf(*read);
    PublicKey key;
    if (read->starts_with("\xed\x01") && bytes.size() == 2 + key.bytes.size()) {
        std::copy(bytes.begin() + 2, bytes.end(), key.bytes.begin());
        // canonical, on the curve, not of small order, in the main subgroup
        if (crypto_core_ed25519_is_valid_point(key.bytes.data()) != 1)
            return std::nullopt;
        return key;
    }
    if (!read->starts_with("\xe7\x01"))
        return std::nullopt;
    const auto point = WalletPublicKey::fromBytes(bytes.subspan(2));
    return point ? std::optional<DidKey>(*point) : std::nullopt;
}

std::string didKeyMethod(const PublicKey &key)
{
    const std::string fragment = multikey(KeyKind::Ed25519, key.bytes);
    return std::string(keyPrefix) + fragment + '#' + fragment;
}

std::optional<PublicKey> fromDidKeyMethod(std::string_view method)
{
    const auto found = fromDidKey(method.substr(0, method.find('#')));
    const PublicKey *key = found ? std::get_if<PublicKey>(&*found) : nullptr;
    return key && didKeyMethod(*key) == method ? std::optional(*key) : std::nullopt;
}

std::string didKeyDocument(const PublicKey &key)
{
    const std::string did = didKey(key), method = didKeyMethod(key);
    const boost::json::value document = {
        {"@context", {"https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"}},
        {"id", did},
        {"verificationMethod",
         boost::json::array{{{"id", method},
                             {"type", "Multikey"},
                             {"controller", did},
                             {"publicKeyMultibase", multikey(KeyKind::Ed25519, key.bytes)}}}},
        {"authentication", boost::json::array{method}},
        {"assertionMethod", boost::json::array{method}},
        {"capabilityInvocation", boost::json::array{method}},
        {"capabilityDelegation", boost::json::array{method}},
    };
    return jcs(document).value();
}

std::string ChainAccount::caip10() const
{
    return "eip155:" + std::to_string(chainId) + ':' + address.text();
}

std::string ChainAccount::did() const
{
    return std::string(accountPrefix) + caip10();
}

std::optional<ChainAccount> ChainAccount::fromCaip10(std::string_view text)
{
    constexpr std::string_view space = "eip155:";
    const std::size_t colon = text.rfind(':');
    if (!text.starts_with(space) || colon < space.size())
        return std::nullopt;
    const auto chain = chainNumber(text.substr(space.size(), colon - space.size()));
    const auto address = Address::fromText(text.substr(colon + 1));
    if (!chain || !address)
        return std::nullopt;
    return ChainAccount{*chain, *address};
}

std::optional<ChainAccount> ChainAccount::fromDid(std::string_view text)
{
    return text.starts_with(accountPrefix) ? fromCaip10(text.substr(accountPrefix.size()))
                                           : std::nullopt;
}

}  // namespace crypto
