// Code points, the character classes the segmenters need, and case folding for UTF-8 text.
// Owns no data of its own beyond small tables; classes follow the Unicode character database as
// utf8proc carries it. Thread contract: pure functions, callable from anywhere.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace text {

struct CodePoint {
    char32_t value = 0xFFFD;
    std::uint32_t length = 1;  // bytes; 1 for an invalid byte, whose value is U+FFFD
};

// Decodes one code point at `at` (which must be inside); never reads past the end.
CodePoint decodeSlow(std::string_view text, std::size_t at);
inline CodePoint decode(std::string_view text, std::size_t at)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80)
        return {byte, 1};
    return decodeSlow(text, at);
}
// All of them.
std::u32string codePoints(std::string_view text);
// The code point that ends just before `at` (at > 0).
CodePoint decodeBefore(std::string_view text, std::size_t at);

// Strict: no overlong forms, no surrogates, nothing above U+10FFFF.
bool isValidUtf8(std::string_view text);
// Control characters other than tab, line ends and form feed: the mark of a binary file.
bool looksBinary(std::string_view text);
void appendUtf8(std::string &out, char32_t codePoint);

// Word_Break of UAX #29, with Extend, Format and ZWJ merged (rule WB4 treats them alike here),
// and the scripts for which the default rules make no words kept apart.
enum class WordBreak : std::uint8_t {
    other,
    letter,
    hebrew,
    numeric,
    katakana,
    ideograph,  // Han and Hiragana: a word a character
    complex,    // Thai, Lao, Khmer, Myanmar: a run is kept whole
    extendNumLet,
    extend,
    midLetter,
    midNum,
    midNumLet,
    singleQuote,
    doubleQuote,
};
WordBreak wordBreak(char32_t codePoint);

bool isLetter(char32_t codePoint);
bool isUpper(char32_t codePoint);  // upper or title case
bool isLower(char32_t codePoint);
bool isSpace(char32_t codePoint);
// Closing or opening brackets and quotation marks (Sentence_Break=Close).
bool isClose(char32_t codePoint);

// Appends the NFKC case-folded form of a word; typographic apostrophes become '.
void appendFolded(std::string &out, std::string_view word);
std::string folded(std::string_view word);

}  // namespace text
