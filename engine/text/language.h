// Which of the four languages a text is written in, its stop words, and its stemmer.
// Owns the word lists and the letter statistics; leaves tokenising to the document.
// Thread contract: pure functions; the stem cache is thread-local.
#pragma once

#include "text/wordset.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace text {

enum class Language : std::uint8_t { und, en, de, es, fr };
inline constexpr std::size_t languageCount = 5;

// "und", "en", "de", "es", "fr"
std::string_view languageCode(Language language);

struct LanguageGuess {
    Language language = Language::und;
    int confidence = 0;                            // 0..10000
    std::array<int, languageCount> evidence = {};  // per language, 0..10000, for tests and reports
};

// Bit i is set if the folded word is a function word of language i.
std::uint16_t functionWordLanguages(Word form);

// The Snowball stem of a folded word ("und": the word itself). French elisions (l', qu') and
// English possessives are taken off first. Cached per thread; the
// view stands until the next word is asked for.
std::string_view stem(Language language, Word form);

}  // namespace text
