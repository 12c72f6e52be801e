// Where sentences end: UAX #29 sentence rules over the gaps between words, made aware of
// abbreviations, initials and German ordinals, which the standard leaves to tailoring.
// Owns the lists of abbreviations. Pure functions.
#pragma once

#include "text/document.h"

namespace text {

struct Gap {                     // what lies between two words of one block
    std::string_view text;       // the whole text
    std::uint32_t start = 0;     // end of the word before
    std::uint32_t end = 0;       // start of the word after
    std::string_view before;     // folded word before the gap
    bool isBeforeUpper = false;  // it begins with a capital
    bool isBeforeNumber = false;
    bool isAfterNumber = false;
    bool isFirstInBlock = false;  // the word before opens the block
    Language language = Language::und;
};

// Zero if the sentence goes on, else the offset where it ends (after closing quotes).
std::uint32_t sentenceEndIn(const Gap &gap);

// True for "z.b", "dr", "etc" and the like (folded, without the last full stop).
bool isAbbreviation(Language language, std::string_view form);

}  // namespace text
