#include "crypto/words.h"

#include "crypto/wordlist.h"

#include <algorithm>
#include <array>
#include <vector>

namespace crypto {

namespace {

constexpr std::size_t bitsPerWord = 11;
// Far above the longest honest form (64 digits, each with a separator), far below a burden.
constexpr std::size_t fingerprintTextMax = 256;

Digest fingerprintOf(const PublicKey &key)
{
    return blake2b(Bytes(key.bytes));
}

std::size_t wordIndexAt(const Digest &fingerprint, std::size_t word)
{
    std::size_t index = 0;
    for (std::size_t bit = word * bitsPerWord; bit < (word + 1) * bitsPerWord; ++bit)
        index = index << 1 | (fingerprint.bytes[bit / 8] >> (7 - bit % 8) & 1u);
    return index;
}

bool isSeparator(char c)
{
    return c == ' ' || c == '-' || c == ':' || c == '\t' || c == '\n' || c == '\r';
}

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::vector<std::string> groupsOf(std::string_view text)
{
    std::vector<std::string> groups;
    bool isInside = false;
    for (const char c : text) {
        if (isSeparator(c)) {
            isInside = false;
            continue;
        }
        if (!isInside)
            groups.emplace_back();
        groups.back() += lowered(c);
        isInside = true;
    }
    return groups;
}

// What a text may mean; a part that does not apply is empty.
struct Reading {
    std::vector<std::size_t> words;
    std::string digits;
};

Reading read(std::string_view text)
{
    Reading reading;
    if (text.size() > fingerprintTextMax)
        return reading;
    const std::vector<std::string> groups = groupsOf(text);
    for (const std::string &group : groups) {
        reading.digits += group;
        const auto found = std::lower_bound(wordList.begin(), wordList.end(), group);
        if (found != wordList.end() && *found == group)
            reading.words.push_back(static_cast<std::size_t>(found - wordList.begin()));
    }
    if (reading.words.size() != groups.size() || groups.size() < fingerprintWordsMin
        || groups.size() > fingerprintWordCount)
        reading.words.clear();
    const bool isHex = std::all_of(reading.digits.begin(), reading.digits.end(),
                                   [](char c) { return Digest::hexValue(c) >= 0; });
    if (!isHex || reading.digits.size() < fingerprintHexDigitsMin
        || reading.digits.size() > 2 * sizeof(Digest))
        reading.digits.clear();
    return reading;
}

}  // namespace

std::string fingerprintWords(const PublicKey &key)
{
    const Digest fingerprint = fingerprintOf(key);
    std::string text;
    for (std::size_t word = 0; word < fingerprintWordCount; ++word) {
        if (word > 0)
            text += ' ';
        text += wordList[wordIndexAt(fingerprint, word)];
    }
    return text;
}

std::string fingerprintHex(const PublicKey &key)
{
    return fingerprintOf(key).hex();
}

bool matchesFingerprint(const PublicKey &key, std::string_view text)
{
    const Reading reading = read(text);
    const Digest fingerprint = fingerprintOf(key);
    if (!reading.digits.empty() && fingerprint.hex().starts_with(reading.digits))
        return true;
    for (std::size_t word = 0; word < reading.words.size(); ++word) {
        if (reading.words[word] != wordIndexAt(fingerprint, word))
            return false;
    }
    return !reading.words.empty();
}

bool isFingerprint(std::string_view text)
{
    const Reading reading = read(text);
    return !reading.words.empty() || !reading.digits.empty();
}

}  // namespace crypto
