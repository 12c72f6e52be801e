#include "text/segment.h"

#include "text/unicode.h"

#include <array>

namespace text {
namespace {

enum ByteClass : std::uint8_t {
    byteOther,
    byteLetter,
    byteDigit,
    byteUnderscore,
    byteMid,
    byteHigh
};

constexpr std::array<std::uint8_t, 256> makeByteClasses()
{
    std::array<std::uint8_t, 256> table{};
    for (int c = 0; c < 256; ++c) {
        if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
            table[static_cast<std::size_t>(c)] = byteLetter;
        else if (c >= '0' && c <= '9')
            table[static_cast<std::size_t>(c)] = byteDigit;
        else if (c == '_')
            table[static_cast<std::size_t>(c)] = byteUnderscore;
        else if (c == '\'' || c == '.' || c == ':' || c == ',' || c == ';' || c == '"')
            table[static_cast<std::size_t>(c)] = byteMid;
        else if (c >= 0x80)
            table[static_cast<std::size_t>(c)] = byteHigh;
    }
    return table;
}
constexpr auto byteClasses = makeByteClasses();

bool isAlpha(WordBreak kind)
{
    return kind == WordBreak::letter || kind == WordBreak::hebrew;
}

// Position after the characters that rule WB4 glues to what stands before them.
std::size_t skipExtend(std::string_view text, std::size_t at, bool &isAscii)
{
    while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80) {
        const CodePoint next = decodeSlow(text, at);
        if (wordBreak(next.value) != WordBreak::extend)
            break;
        isAscii = false;
        at += next.length;
    }
    return at;
}

// What may follow in the same word, given the last significant kind. Returns the position after
// the character that was taken, or `at` if the word ends here.
struct Step {
    std::size_t end;
    WordBreak kind;
    bool isTaken;
};

bool joins(WordBreak before, WordBreak after)
{
    if (isAlpha(before))
        return isAlpha(after) || after == WordBreak::numeric || after == WordBreak::extendNumLet;
    if (before == WordBreak::numeric)
        return after == WordBreak::numeric || isAlpha(after) || after == WordBreak::extendNumLet;
    if (before == WordBreak::katakana)
        return after == WordBreak::katakana || after == WordBreak::extendNumLet;
    if (before == WordBreak::extendNumLet)
        return isAlpha(after) || after == WordBreak::numeric || after == WordBreak::katakana
               || after == WordBreak::extendNumLet;
    return before == WordBreak::complex && after == WordBreak::complex;
}

// WB6, WB7, WB7b, WB7c, WB11, WB12: a mark between two letters or two digits.
bool bridges(WordBreak before, WordBreak mark, WordBreak after)
{
    const bool isSoft = mark == WordBreak::midNumLet || mark == WordBreak::singleQuote;
    if (isAlpha(before) && isAlpha(after)) {
        if (mark == WordBreak::midLetter || isSoft)
            return true;
        return mark == WordBreak::doubleQuote && before == WordBreak::hebrew
               && after == WordBreak::hebrew;
    }
    return before == WordBreak::numeric && after == WordBreak::numeric
           && (mark == WordBreak::midNum || isSoft);
}

Step nextStep(std::string_view text, std::size_t at, WordBreak before, bool &isAscii)
{
    if (at >= text.size())
        return {at, before, false};
    const CodePoint next = decode(text, at);
    const WordBreak kind = wordBreak(next.value);
    const std::size_t past = at + next.length;
    if (joins(before, kind)) {
        isAscii = isAscii && next.value < 0x80;
        return {skipExtend(text, past, isAscii), kind, true};
    }
    bool markIsAscii = isAscii && next.value < 0x80;
    const std::size_t markEnd = skipExtend(text, past, markIsAscii);
    if (markEnd < text.size()) {
        const CodePoint beyond = decode(text, markEnd);
        const WordBreak after = wordBreak(beyond.value);
        if (bridges(before, kind, after)) {
            isAscii = markIsAscii && beyond.value < 0x80;
            return {skipExtend(text, markEnd + beyond.length, isAscii), after, true};
        }
    }
    // WB7a: Hebrew letter, then a single quote, even at the end of the word
    if (before == WordBreak::hebrew && kind == WordBreak::singleQuote)
        return {past, WordBreak::other, true};
    return {at, before, false};
}

}  // namespace

bool startsWord(std::string_view text, std::size_t at)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80)
        return byteClasses[byte] == byteLetter || byteClasses[byte] == byteDigit
               || byteClasses[byte] == byteUnderscore;
    switch (wordBreak(decodeSlow(text, at).value)) {
    case WordBreak::letter:
    case WordBreak::hebrew:
    case WordBreak::numeric:
    case WordBreak::katakana:
    case WordBreak::ideograph:
    case WordBreak::complex:
    case WordBreak::extendNumLet: return true;
    default: return false;
    }
}

WordSpan wordAt(std::string_view text, std::size_t at)
{
    WordSpan word;
    word.start = static_cast<std::uint32_t>(at);
    std::size_t end = at;
    WordBreak last = WordBreak::other;
    while (end < text.size()) {  // the plain run: nearly every word ends inside this loop
        const std::uint8_t kind = byteClasses[static_cast<unsigned char>(text[end])];
        if (kind == byteLetter) {
            word.hasLetter = true;
            last = WordBreak::letter;
        } else if (kind == byteDigit) {
            word.hasDigit = true;
            last = WordBreak::numeric;
        } else if (kind == byteOther) {
            word.length = static_cast<std::uint32_t>(end - at);
            return word;
        } else {
            break;
        }
        ++end;
    }
    if (end == at) {
        const CodePoint first = decode(text, at);
        last = wordBreak(first.value);
        word.isAscii = first.value < 0x80;
        word.isPlain = false;
        end = skipExtend(text, at + first.length, word.isAscii);
        word.hasLetter = last != WordBreak::numeric && last != WordBreak::extendNumLet;
        word.hasDigit = last == WordBreak::numeric;
    } else {
        const std::size_t glued = skipExtend(text, end, word.isAscii);
        word.isPlain = glued == end;
        end = glued;
    }
    while (last != WordBreak::ideograph) {
        const Step step = nextStep(text, end, last, word.isAscii);
        if (!step.isTaken)
            break;
        word.isPlain = false;
        end = step.end;
        last = step.kind;
        word.hasLetter = word.hasLetter || isAlpha(last) || last == WordBreak::katakana;
        word.hasDigit = word.hasDigit || last == WordBreak::numeric;
    }
    word.length = static_cast<std::uint32_t>(end - at);
    return word;
}

}  // namespace text
