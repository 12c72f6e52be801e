// What people type or paste as the fingerprint of a key, and the hexadecimal forms of digests, keys
// and signatures. Promises: nothing but a long enough beginning of the right fingerprint matches.
#include "crypto/words.h"
#include "input.h"

#include <string>

using namespace crypto;
using fuzz::check;
using fuzz::Input;

namespace {

std::string essenceOf(std::string_view text)
{
    std::string essence;
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z')
            essence += static_cast<char>(c - 'A' + 'a');
        else if (std::string_view(" -:\t\n\r").find(c) == std::string_view::npos)
            essence += c;
    }
    return essence;
}

std::size_t groupsOf(std::string_view text)
{
    std::size_t groups = 0;
    bool isInside = false;
    for (const char c : text) {
        const bool isSeparator = essenceOf(std::string_view(&c, 1)).empty();
        groups += !isSeparator && !isInside ? 1 : 0;
        isInside = !isSeparator;
    }
    return groups;
}

// The shapes the header names, by other means than the code under test.
bool isOfAnyShape(std::string_view text)
{
    const std::string essence = essenceOf(text);
    const bool isHex = essence.find_first_not_of("0123456789abcdef") == std::string::npos;
    const std::size_t groups = groupsOf(text);
    return (isHex && essence.size() >= 16 && essence.size() <= 64) || (groups >= 4 && groups <= 8);
}

void typed(const PublicKey &key, const std::string &text)
{
    check(!isFingerprint(text) || isOfAnyShape(text), "a fingerprint has one of its shapes");
    const bool isMatch = matchesFingerprint(key, text);
    if (!isMatch)
        return;
    check(isFingerprint(text), "what matches is a fingerprint");
    const std::string essence = essenceOf(text);
    const bool isWords = essenceOf(fingerprintWords(key)).starts_with(essence);
    const bool isHex = fingerprintHex(key).starts_with(essence);
    check(isWords || isHex, "what matches is a beginning");
    check(essence.size() >= 12, "what matches is long enough");  // four words of three letters
    PublicKey other = key;
    other.bytes[0] ^= 1;
    check(!matchesFingerprint(other, text), "what matches one key matches no other");
}

void hexForms(std::string_view text)
{
    const auto lower = [&] {
        std::string lowered(text);
        for (char &c : lowered)
            c = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
        return lowered;
    };
    if (const auto digest = Digest::fromHex(text))
        check(digest->hex() == lower(), "a digest comes back");
    if (const auto key = PublicKey::fromHex(text))
        check(key->hex() == lower(), "a key comes back");
    if (const auto signature = Signature::fromHex(text))
        check(signature->hex() == lower(), "a signature comes back");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const bool isReady = init();
    check(isReady, "libsodium works here");
    Input input(data, size);
    const std::uint8_t mode = input.byte();
    PublicKey key;
    key.bytes[7] = input.byte();
    if (mode < 64) {
        typed(key, std::string(input.rest()));
        hexForms(input.rest());
        return 0;
    }
    // a true fingerprint, cut and edited
    std::string text = mode < 160 ? fingerprintWords(key) : fingerprintHex(key);
    text.resize(std::min<std::size_t>(text.size(), input.byte()));
    while (!input.isEmpty()) {
        const std::size_t at = input.upTo(text.size());
        const std::uint8_t edit = input.byte();
        const char c = static_cast<char>(input.byte());
        if (edit < 16)
            text += edit < 8 ? " zoo" : "-abandon";
        else if (edit < 128)
            text.insert(at, 1, c);
        else if (at < text.size() && edit < 192)
            text.erase(at, 1);
        else if (at < text.size())
            text[at] = c;
    }
    typed(key, text);
    hexForms(text);
    return 0;
}
