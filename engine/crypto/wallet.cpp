#include "crypto/wallet.h"

#include "crypto/hexbytes.h"
#include "crypto/keccak.h"

#include <secp256k1.h>
#include <secp256k1_recovery.h>

#include <algorithm>

namespace crypto {

namespace {

// A context of one's own, blinded by the key it is about to use: the static one cannot sign, and a
// shared one could not be blinded without a lock.
class SigningContext {
public:
    explicit SigningContext(Bytes secret)
        : m_context(secp256k1_context_create(SECP256K1_CONTEXT_SIGN))
    {
        Digest blind = keccak256(secret);
        const int isBlinded = secp256k1_context_randomize(m_context, blind.bytes.data());
        wipe(blind.bytes);
        (void)isBlinded;  // documented to be 1 always
    }
    ~SigningContext() { secp256k1_context_destroy(m_context); }
    SigningContext(const SigningContext &) = delete;
    SigningContext &operator=(const SigningContext &) = delete;
    const secp256k1_context *get() const { return m_context; }

private:
    secp256k1_context *m_context;
};

const secp256k1_context *verifying()
{
    return secp256k1_context_static;
}

WalletPublicKey compressed(const secp256k1_pubkey &point)
{
    WalletPublicKey key;
    std::size_t size = key.bytes.size();
    secp256k1_ec_pubkey_serialize(verifying(), key.bytes.data(), &size, &point,
                                  SECP256K1_EC_COMPRESSED);
    return key;
}

// Half the order of the group (SEC 2, section 2.4.1), the greatest s that is taken.
constexpr std::array<std::uint8_t, 32> halfOrder = {
    0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
    0x5d, 0x57, 0x6e, 0x73, 0x57, 0xa4, 0x50, 0x1d, 0xdf, 0xe9, 0x2f, 0x46, 0x68, 0x1b, 0x20, 0xa0,
};

bool isLow(const WalletSignature &signature)
{
    return !std::lexicographical_compare(halfOrder.begin(), halfOrder.end(),
                                         signature.bytes.begin() + 32,
                                         signature.bytes.begin() + 64);
}

}  // namespace

std::string Address::text() const
{
    std::string digits = hexOf(bytes);
    const Digest checksum = keccak256(digits);
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const unsigned nibble = checksum.bytes[i / 2] >> (i % 2 == 0 ? 4 : 0) & 15u;
        if (digits[i] >= 'a' && nibble >= 8)
            digits[i] = static_cast<char>(digits[i] - 'a' + 'A');
    }
    return "0x" + digits;
}

std::optional<Address> Address::fromText(std::string_view text)
{
    const auto read = bytesOfPrefixedHex(text);
    Address address;
    if (!read || read->size() != address.bytes.size())
        return std::nullopt;
    std::copy(read->begin(), read->end(), address.bytes.begin());
    const std::string_view digits = text.substr(2);
    const bool hasLower = digits.find_first_of("abcdef") != std::string_view::npos;
    const bool hasUpper = digits.find_first_of("ABCDEF") != std::string_view::npos;
    if (hasLower && hasUpper && address.text() != text)
        return std::nullopt;
    return address;
}

std::optional<Address> Address::fromChecksumText(std::string_view text)
{
    const auto address = fromText(text);
    return address && address->text() == text ? address : std::nullopt;
}

std::optional<WalletPublicKey> WalletPublicKey::fromBytes(Bytes bytes)
{
    WalletPublicKey key;
    secp256k1_pubkey point;
    if (bytes.size() != key.bytes.size()
        || secp256k1_ec_pubkey_parse(verifying(), &point, bytes.data(), bytes.size()) != 1)
        return std::nullopt;
    std::copy(bytes.begin(), bytes.end(), key.bytes.begin());
    return key;
}

Address WalletPublicKey::address() const
{
    secp256k1_pubkey point;
    std::array<std::uint8_t, 65> whole{};
    std::size_t size = whole.size();
    if (secp256k1_ec_pubkey_parse(verifying(), &point, bytes.data(), bytes.size()) != 1)
        return {};
    secp256k1_ec_pubkey_serialize(verifying(), whole.data(), &size, &point,
                                  SECP256K1_EC_UNCOMPRESSED);
    const Digest hash = keccak256(Bytes(whole).subspan(1));
    Address address;
    std::copy(hash.bytes.begin() + 12, hash.bytes.end(), address.bytes.begin());
    return address;
}

std::string WalletSignature::hex() const
{
    return "0x" + hexOf(bytes);
}

std::optional<WalletSignature> WalletSignature::fromHex(std::string_view text)
{
    WalletSignature signature;
    const auto read = bytesOfPrefixedHex(text);
    if (!read || read->size() != signature.bytes.size())
        return std::nullopt;
    std::copy(read->begin(), read->end(), signature.bytes.begin());
    std::uint8_t &v = signature.bytes.back();
    if (v < 2)
        v = static_cast<std::uint8_t>(v + 27);
    if ((v != 27 && v != 28) || !isLow(signature))
        return std::nullopt;
    return signature;
}

WalletKey::WalletKey(const SecretKey &secret, const WalletPublicKey &publicKey)
    : m_secret(secret.clone()), m_publicKey(publicKey), m_address(publicKey.address())
{
}

std::optional<WalletKey> WalletKey::fromSecret(const SecretKey &secret)
{
    const SigningContext context(secret.bytes());
    secp256k1_pubkey point;
    if (secp256k1_ec_pubkey_create(context.get(), &point, secret.bytes().data()) != 1)
        return std::nullopt;
    return WalletKey(secret, compressed(point));
}

WalletSignature WalletKey::sign(const Digest &hash) const
{
    const SigningContext context(m_secret.bytes());
    secp256k1_ecdsa_recoverable_signature made;
    WalletSignature signature;
    int recovery = 0;
    // fails only for a secret that fromSecret() refuses; the zero signature proves nothing
    if (secp256k1_ecdsa_sign_recoverable(context.get(), &made, hash.bytes.data(),
                                         m_secret.bytes().data(), nullptr, nullptr)
        != 1)
        return signature;
    secp256k1_ecdsa_recoverable_signature_serialize_compact(context.get(), signature.bytes.data(),
                                                            &recovery, &made);
    signature.bytes.back() = static_cast<std::uint8_t>(27 + recovery);
    return signature;
}

std::optional<WalletPublicKey> recoverKey(const Digest &hash, const WalletSignature &signature)
{
    const int recovery = signature.bytes.back() - 27;
    secp256k1_ecdsa_recoverable_signature parsed;
    secp256k1_pubkey point;
    if (recovery < 0 || recovery > 1 || !isLow(signature)
        || secp256k1_ecdsa_recoverable_signature_parse_compact(verifying(), &parsed,
                                                               signature.bytes.data(), recovery)
               != 1
        || secp256k1_ecdsa_recover(verifying(), &point, &parsed, hash.bytes.data()) != 1)
        return std::nullopt;
    return compressed(point);
}

std::optional<Address> recover(const Digest &hash, const WalletSignature &signature)
{
    const auto key = recoverKey(hash, signature);
    return key ? std::optional(key->address()) : std::nullopt;
}

Digest personalHash(std::string_view message)
{
    std::string signedText = "\x19"
                             "Ethereum Signed Message:\n"
                             + std::to_string(message.size());
    return keccak256(signedText.append(message));
}

}  // namespace crypto
