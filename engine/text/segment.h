// Word segmentation after UAX #29 (default rules), shaped for speed on ASCII and Latin text.
// Owns nothing; sentence splitting lives in sentences.h because it needs the language.
// Thread contract: pure functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace text {

struct WordSpan {
    std::uint32_t start = 0;
    std::uint32_t length = 0;
    bool hasLetter = false;
    bool hasDigit = false;
    bool isAscii = true;
    bool isPlain = true;  // ASCII letters and digits only
};

// True if a word can begin at a character of this kind.
bool startsWord(std::string_view text, std::size_t at);

// The word that begins at `at`, which must satisfy startsWord. Rules WB4 to WB13b; a Han or
// Hiragana character is a word of its own and a run of a complex-context script is one word.
WordSpan wordAt(std::string_view text, std::size_t at);

}  // namespace text
