// The mood words of four languages: groups of words that share a valence and emotions, boosters,
// negations. Valence is on VADER's scale of -4 to 4, in tenths; emotions are Plutchik's eight.
// Written for this project, rated by hand. Folded forms; read-only data.
#pragma once

#include "text/language.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace capabilities::sentiment {

enum Emotion : std::uint8_t {  // bits, in the order of the artefact's names
    noEmotion = 0,
    joy = 1,
    sadness = 2,
    fear = 4,
    anger = 8,
    trust = 16,
    surprise = 32,
    anticipation = 64,
    disgust = 128,
};

struct WordGroup {
    int valence;  // tenths, -40..40
    std::uint8_t emotions;
    std::string_view words;
};

struct Words {
    std::span<const WordGroup> groups;
    std::string_view boosters;   // "very"
    std::string_view dampeners;  // "slightly"
    std::string_view negations;  // "not": turn the next words round
    std::string_view contrasts;  // "but": what follows weighs more
};

const Words &wordsOf(text::Language language);
extern const Words english;
extern const Words german;
extern const Words spanish;
extern const Words french;

}  // namespace capabilities::sentiment
