#include "crypto/keyfile.h"

#include <sodium.h>

#include <algorithm>

namespace crypto {

namespace {

// magic, version, passes, KiB, salt, nonce; then the sealed secret
constexpr std::string_view magic = "DreamKey";
constexpr char version = 1;
constexpr std::size_t saltAt = magic.size() + 1 + 4 + 4, nonceAt = saltAt + 16,
                      headerBytes = nonceAt + 24;

static_assert(sizeof(KeyFileSalt) == crypto_pwhash_argon2id_SALTBYTES);
static_assert(headerBytes == saltAt + sizeof(KeyFileSalt) + sizeof(Nonce));

bool isWithinBounds(const KeyFileCost &cost)
{
    return cost.passes >= 1 && cost.passes <= keyFilePassesMax
           && cost.memoryKib >= keyFileMemoryMinKib && cost.memoryKib <= keyFileMemoryMaxKib;
}

void append(std::string &out, std::uint32_t number)
{
    for (int shift = 0; shift < 32; shift += 8)
        out += static_cast<char>(number >> shift & 0xff);
}

std::uint32_t numberAt(std::string_view bytes, std::size_t at)
{
    std::uint32_t number = 0;
    for (std::size_t i = 4; i-- > 0;)
        number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

// Nothing when the machine has not that much memory.
std::optional<SecretKey> stretched(std::string_view passphrase, const KeyFileSalt &salt,
                                   const KeyFileCost &cost)
{
    std::array<std::uint8_t, SecretKey::size> bytes{};
    const int failed = crypto_pwhash_argon2id(
        bytes.data(), bytes.size(), passphrase.data(), passphrase.size(), salt.data(), cost.passes,
        std::size_t{cost.memoryKib} * 1024, crypto_pwhash_argon2id_ALG_ARGON2ID13);
    std::optional<SecretKey> key;
    if (failed == 0)
        key.emplace(bytes);
    wipe(bytes);
    return key;
}

// The header is sealed along: a changed cost, salt or purpose opens nothing.
std::string boundTo(std::string_view header, std::string_view purpose)
{
    return std::string(header).append(purpose);
}

template<std::size_t size>
std::array<std::uint8_t, size> partOf(std::string_view file, std::size_t at)
{
    std::array<std::uint8_t, size> part;
    std::copy_n(file.begin() + static_cast<std::ptrdiff_t>(at), size, part.begin());
    return part;
}

}  // namespace

std::optional<std::string> sealKeyFile(std::string_view secret, std::string_view passphrase,
                                       std::string_view purpose, const KeyFileSalt &salt,
                                       const Nonce &nonce, KeyFileCost cost)
{
    if (secret.empty() || secret.size() > keyFileSecretMax || passphrase.empty()
        || passphrase.size() > keyFilePassphraseMax || !isWithinBounds(cost))
        return std::nullopt;
    std::string file(magic);
    file += version;
    append(file, cost.passes);
    append(file, cost.memoryKib);
    file.append(salt.begin(), salt.end());
    file.append(nonce.begin(), nonce.end());
    const auto key = stretched(passphrase, salt, cost);
    if (!key)
        return std::nullopt;
    return file + seal(*key, nonce, secret, boundTo(file, purpose));
}

OpenedKeyFile openKeyFile(std::string_view file, std::string_view passphrase,
                          std::string_view purpose)
{
    if (file.size() <= headerBytes + sealOverhead
        || file.size() > headerBytes + keyFileSecretMax + sealOverhead || !file.starts_with(magic))
        return {KeyFileFault::NotAKeyFile, {}, {}};
    if (file[magic.size()] != version)
        return {KeyFileFault::OtherVersion, {}, {}};
    const KeyFileCost cost{numberAt(file, magic.size() + 1), numberAt(file, magic.size() + 5)};
    if (!isWithinBounds(cost))
        return {KeyFileFault::NotAKeyFile, {}, {}};
    if (passphrase.empty() || passphrase.size() > keyFilePassphraseMax)
        return {KeyFileFault::WrongPassphrase, {}, cost};
    const auto key = stretched(passphrase, partOf<sizeof(KeyFileSalt)>(file, saltAt), cost);
    if (!key)
        return {KeyFileFault::NoMemory, {}, cost};
    auto secret = open(*key, partOf<sizeof(Nonce)>(file, nonceAt), file.substr(headerBytes),
                       boundTo(file.substr(0, headerBytes), purpose));
    if (!secret)
        return {KeyFileFault::WrongPassphrase, {}, cost};
    return {KeyFileFault::None, std::move(*secret), cost};
}

}  // namespace crypto
