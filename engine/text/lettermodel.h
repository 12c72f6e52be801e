// How likely a word's spelling is in a language: trigrams of 30 letter classes (Cavnar and
// Trenkle's idea of character n-grams, kept as log probabilities). Used to tell languages apart
// on single lines and to tell words from keyboard mash. Read-only data, pure functions.
#pragma once

#include "text/language.h"

#include <string_view>

namespace text {

// Mean surprise of the letters of a folded word in thousandths of a nat: ordinary words lie
// near 2000, random letters near 4500. Zero for a word without letters of the Latin script.
int letterSurprise(Language language, std::string_view form);

// The same for every language at once, by index of Language; "und" is zero.
std::array<int, languageCount> letterSurprises(std::string_view form);

// Data, made by counting: 27,000 base-64 digits each, index (a * 30 + b) * 30 + c.
extern const char *const lettersEn;
extern const char *const lettersDe;
extern const char *const lettersEs;
extern const char *const lettersFr;

}  // namespace text
