// The mood of a document: VADER's rules (C. Hutto, E. Gilbert, "VADER: a parsimonious rule-based
// model for sentiment analysis", ICWSM 2014) over our own lexicons in four languages, with the
// eight emotions of R. Plutchik (1980). Words count as whole words or stems, never as substrings.
// Owns only read-only tables. Pure functions.
#pragma once

#include "text/document.h"

#include <array>
#include <stop_token>
#include <vector>

namespace capabilities {

struct MoodWord {
    std::uint32_t start = 0;
    std::uint32_t length = 0;
    int valence = 0;  // hundredths on VADER's scale, after negation and boosting
};

struct Mood {
    int valence = 0;                   // -10000..10000
    int intensity = 0;                 // 0..10000: how much feeling, of whatever sign
    std::array<int, 8> emotions = {};  // 0..10000, in the order of sentiment::Emotion
    std::vector<MoodWord> words;       // in reading order
    bool isStopped = false;
};

Mood moodOf(const text::Document &document, const std::stop_token &stop = {});

}  // namespace capabilities
