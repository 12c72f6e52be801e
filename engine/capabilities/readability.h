// Readability of a document: syllables, sentences and words put into the formula made for its
// language. English: Flesch (1948), Flesch-Kincaid grade (1975); German: Amstad (1978); Spanish:
// Fernández Huerta (1959); French: Kandel and Moles (1958); Gunning fog (1952) for all, where a
// hard word has three syllables (four in German and Spanish, whose words are longer).
// Owns nothing. Pure functions.
#pragma once

#include "text/document.h"

namespace capabilities {

// Syllables of a folded word, at least one.
int syllablesOf(text::Language language, std::string_view form);

struct Readability {
    std::uint32_t words = 0;
    std::uint32_t sentences = 0;
    std::uint32_t syllables = 0;
    std::uint32_t hardWords = 0;
    double wordsPerSentence = 0;
    double ease = 0;            // Flesch's scale: 0 very hard, 100 very easy; may leave it
    double fleschKincaid = 0;   // school grade
    double gunningFog = 0;      // school grade
    double typeTokenRatio = 0;  // distinct forms / words, over the first 200 words
};

Readability readabilityOf(const text::Document &document);

// The formulas by themselves, for tests worked by hand.
double easeOf(text::Language language, double wordsPerSentence, double syllablesPerWord);
double fleschKincaidOf(double wordsPerSentence, double syllablesPerWord);
double gunningFogOf(double wordsPerSentence, double hardShare);

}  // namespace capabilities
