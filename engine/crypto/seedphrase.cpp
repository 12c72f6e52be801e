#include "crypto/seedphrase.h"

#include "crypto/wordlist.h"

#include <openssl/evp.h>

#include <algorithm>
#include <vector>

namespace crypto {

namespace {

constexpr std::size_t bitsPerWord = 11, phraseBytesMax = 512;
constexpr int rounds = 2048;

bool isEntropySize(std::size_t bytes)
{
    return bytes >= 16 && bytes <= 32 && bytes % 4 == 0;
}

bool bitOf(Bytes bytes, std::size_t bit)
{
    return bytes[bit / 8] >> (7 - bit % 8) & 1;
}

// The words' places in the list; nothing when one is unknown or they are too many.
std::optional<std::vector<std::size_t>> placesOf(std::string_view phrase)
{
    if (phrase.size() > phraseBytesMax)
        return std::nullopt;
    const auto isSpace = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    std::vector<std::size_t> places;
    places.reserve(24);
    for (auto at = phrase.begin(); at != phrase.end();) {
        const auto end = std::find_if(at, phrase.end(), isSpace);
        std::string word(at, end);
        at = std::find_if_not(end, phrase.end(), isSpace);
        if (word.empty())
            continue;
        for (char &c : word)
            c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const auto found = std::lower_bound(wordList.begin(), wordList.end(), word);
        if (found == wordList.end() || *found != word || places.size() == 24)
            return std::nullopt;
        places.push_back(static_cast<std::size_t>(found - wordList.begin()));
    }
    return places;
}

}  // namespace

Seed::Seed(std::span<const std::uint8_t, size> bytes)
{
    std::copy(bytes.begin(), bytes.end(), m_bytes.begin());
}

Seed::Seed(Seed &&other) noexcept : m_bytes(other.m_bytes)
{
    wipe(other.m_bytes);
}

Seed &Seed::operator=(Seed &&other) noexcept
{
    if (this != &other) {
        m_bytes = other.m_bytes;
        wipe(other.m_bytes);
    }
    return *this;
}

std::optional<std::string> seedPhrase(Bytes entropy)
{
    if (!isEntropySize(entropy.size()))
        return std::nullopt;
    const std::size_t bits = 8 * entropy.size();
    const Digest checksum = sha256(entropy);
    std::string phrase;
    phrase.reserve(phraseBytesMax);
    for (std::size_t bit = 0; bit < bits + bits / 32; bit += bitsPerWord) {
        std::size_t place = 0;
        for (std::size_t i = bit; i < bit + bitsPerWord; ++i) {
            const bool isSet = i < bits ? bitOf(entropy, i) : bitOf(checksum.bytes, i - bits);
            place = place << 1 | (isSet ? 1u : 0u);
        }
        phrase.append(phrase.empty() ? "" : " ").append(wordList[place]);
    }
    return phrase;
}

std::optional<std::string> phraseEntropy(std::string_view phrase)
{
    const auto places = placesOf(phrase);
    // 11 bits a word, of which one in 33 is checksum
    const std::size_t bytes = places ? places->size() * bitsPerWord * 32 / 33 / 8 : 0;
    if (!isEntropySize(bytes) || places->size() % 3 != 0)
        return std::nullopt;
    std::array<std::uint8_t, 33> all{};
    for (std::size_t bit = 0; bit < places->size() * bitsPerWord; ++bit) {
        if ((*places)[bit / bitsPerWord] >> (bitsPerWord - 1 - bit % bitsPerWord) & 1)
            all[bit / 8] = static_cast<std::uint8_t>(all[bit / 8] | 0x80u >> bit % 8);
    }
    const Bytes entropy(all.data(), bytes);
    const Digest checksum = sha256(entropy);
    const unsigned unused = 8 - static_cast<unsigned>(bytes / 4);
    std::optional<std::string> found;
    if (checksum.bytes[0] >> unused == all[bytes] >> unused)
        found.emplace(entropy.begin(), entropy.end());
    wipe(all);
    return found;
}

std::optional<std::string> tidyPhrase(std::string_view phrase)
{
    auto entropy = phraseEntropy(phrase);
    if (!entropy)
        return std::nullopt;
    auto tidy = seedPhrase(bytesOf(*entropy));
    wipeText(*entropy);
    return tidy;
}

std::optional<Seed> seedOf(std::string_view phrase, std::string_view passphrase)
{
    const bool isPlain = std::all_of(passphrase.begin(), passphrase.end(),
                                     [](char c) { return c >= ' ' && c <= '~'; });
    auto words = tidyPhrase(phrase);
    if (!words || !isPlain || passphrase.size() > seedPassphraseMax)
        return std::nullopt;
    const std::string salt = "mnemonic" + std::string(passphrase);
    std::array<std::uint8_t, Seed::size> bytes{};
    const int isMade = PKCS5_PBKDF2_HMAC(words->data(), static_cast<int>(words->size()),
                                         reinterpret_cast<const unsigned char *>(salt.data()),
                                         static_cast<int>(salt.size()), rounds, EVP_sha512(),
                                         static_cast<int>(bytes.size()), bytes.data());
    wipeText(*words);
    std::optional<Seed> seed;
    if (isMade == 1)
        seed.emplace(bytes);
    wipe(bytes);
    return seed;
}

}  // namespace crypto
