#include "crypto/seal.h"

#include "crypto/hash.h"

#include <sodium.h>

namespace crypto {

static_assert(sealOverhead == crypto_aead_xchacha20poly1305_ietf_ABYTES);
static_assert(SecretKey::size == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(sizeof(Nonce) == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);

std::string seal(const SecretKey &key, const Nonce &nonce, std::string_view plaintext,
                 std::string_view associatedData)
{
    std::string sealed(plaintext.size() + sealOverhead, '\0');
    const Bytes plain = bytesOf(plaintext);
    const Bytes associated = bytesOf(associatedData);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        reinterpret_cast<unsigned char *>(sealed.data()), nullptr, plain.data(), plain.size(),
        associated.data(), associated.size(), nullptr, nonce.data(), key.bytes().data());
    return sealed;
}

std::optional<std::string> open(const SecretKey &key, const Nonce &nonce, std::string_view sealed,
                                std::string_view associatedData)
{
    if (sealed.size() < sealOverhead)
        return std::nullopt;
    std::string plaintext(sealed.size() - sealOverhead, '\0');
    const Bytes cipher = bytesOf(sealed);
    const Bytes associated = bytesOf(associatedData);
    const int result = crypto_aead_xchacha20poly1305_ietf_decrypt(
        reinterpret_cast<unsigned char *>(plaintext.data()), nullptr, nullptr, cipher.data(),
        cipher.size(), associated.data(), associated.size(), nonce.data(), key.bytes().data());
    if (result != 0)
        return std::nullopt;
    return plaintext;
}

}  // namespace crypto
