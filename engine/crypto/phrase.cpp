#include "crypto/phrase.h"

#include "crypto/hash.h"
#include "crypto/wordlist.h"

namespace crypto {

namespace {

constexpr std::size_t bitsPerWord = 11, phraseBytesMax = 256;

// The entropy and its checksum: 132 bits, the last four bytes' rest unused.
std::array<std::uint8_t, 17> checkedOf(const Entropy &entropy)
{
    std::array<std::uint8_t, 17> bits{};
    std::copy(entropy.begin(), entropy.end(), bits.begin());
    bits[16] = sha256(Bytes(entropy)).bytes[0] & 0xf0;
    return bits;
}

}  // namespace

std::string phraseOf(const Entropy &entropy)
{
    const auto bits = checkedOf(entropy);
    std::string phrase;
    for (std::size_t word = 0; word < phraseWordCount; ++word) {
        std::size_t index = 0;
        for (std::size_t bit = word * bitsPerWord; bit < (word + 1) * bitsPerWord; ++bit)
            index = index << 1 | (bits[bit / 8] >> (7 - bit % 8) & 1u);
        phrase += (word ? " " : "") + std::string(wordList[index]);
    }
    return phrase;
}

std::optional<Entropy> entropyOf(std::string_view phrase)
{
    if (phrase.size() > phraseBytesMax)
        return {};
    std::array<std::uint8_t, 17> bits{};
    std::size_t words = 0;
    for (std::size_t at = 0; at < phrase.size();) {
        const auto isSpace = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
        std::string word;
        for (; at < phrase.size() && !isSpace(phrase[at]); ++at)
            word += phrase[at] >= 'A' && phrase[at] <= 'Z' ? static_cast<char>(phrase[at] + 32)
                                                           : phrase[at];
        for (; at < phrase.size() && isSpace(phrase[at]); ++at) {}
        if (word.empty())
            continue;
        const auto found = std::lower_bound(wordList.begin(), wordList.end(), word);
        if (found == wordList.end() || *found != word || words == phraseWordCount)
            return {};
        const auto index = static_cast<std::size_t>(found - wordList.begin());
        for (std::size_t bit = 0; bit < bitsPerWord; ++bit) {
            const std::size_t place = words * bitsPerWord + bit;
            if (index >> (bitsPerWord - 1 - bit) & 1u)
                bits[place / 8] = static_cast<std::uint8_t>(bits[place / 8] | 0x80u >> place % 8);
        }
        ++words;
    }
    Entropy entropy;
    std::copy_n(bits.begin(), entropy.size(), entropy.begin());
    if (words != phraseWordCount || checkedOf(entropy) != bits)
        return {};
    return entropy;
}

}  // namespace crypto
