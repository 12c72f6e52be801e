// The scores of score-clarity for one document, each with the phrase that says what was measured.
// The formulas are starting points set by hand and tuned on the development part of the exam.
// Owns the results only. Pure functions.
#pragma once

#include "capabilities/nonsense.h"
#include "capabilities/readability.h"
#include "capabilities/sentiment.h"

#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace capabilities {

struct Flag {
    std::uint32_t start = 0;
    std::uint32_t length = 0;
    std::string_view reason;
};

struct ClarityCard {
    int clarity = 0;
    int coherence = 0;
    int structure = 0;
    int symbolism = 0;
    int emotion = 0;
    int overall = 0;
    std::string clarityReason;
    std::string coherenceReason;
    std::string structureReason;
    std::string symbolismReason;
    std::string emotionReason;
    std::string overallReason;
    std::vector<Flag> flagged;
};

void rateClarity(const text::Document &document, const Readability &readability, const Sense &sense,
                 ClarityCard &card);
// Stops early, leaving the score unset, if asked to.
void rateCoherence(const text::Document &document, const Sense &sense, const std::stop_token &stop,
                   ClarityCard &card);
void rateStructure(const text::Document &document, ClarityCard &card);
void rateSymbolism(const text::Document &document, ClarityCard &card);
void rateEmotion(const Mood &mood, ClarityCard &card);

}  // namespace capabilities
