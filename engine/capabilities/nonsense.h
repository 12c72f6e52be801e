// Tells texts that mean nothing from texts that mean little: keyboard mash, symbols, one word
// over and over, shuffled words, invented words. Each sign is a measured statistic of the
// document against the letter and word models of its language. Pure functions.
#pragma once

#include "text/document.h"

namespace capabilities {

enum class NonsenseSign : std::uint8_t {
    none,
    empty,
    symbols,
    mash,
    repetition,
    invented,
    shuffled
};

struct Sense {
    NonsenseSign sign = NonsenseSign::none;
    double known = 0;     // share of content words in common use
    double surprise = 0;  // mean surprise of a letter, nats
    double variety = 0;   // distinct forms / words in the first 200 words
    double affinity = 0;  // mean ln of how much likelier the word order is than chance
    double functionShare = 0;
    std::uint32_t contentWords = 0;
    std::uint32_t pairs = 0;  // neighbours judged for `affinity`
    bool isNonsense() const { return sign != NonsenseSign::none; }
};

Sense senseOf(const text::Document &document);

}  // namespace capabilities
