// The parts of tales (night dreams, diary entries): scene, persons, symbols, feelings, ending.
// Owns the lists of kin, feelings and words of waking in four languages; works on the tokens of the
// Document so that it copies the text's own words. Thread contract: pure functions.
#pragma once

#include "capabilities/recordoutline.h"

namespace capabilities::record {

std::string sceneOf(const Outline &outline);
boost::json::array personsOf(const Outline &outline);
boost::json::array symbolsOf(const Outline &outline);
boost::json::array feelingsOf(const Outline &outline);
std::string endingOf(const Outline &outline);
// "I am over the moon" -> "over the moon"; empty if the writer names no mood.
std::string moodInProse(const Outline &outline);
// A sentence about how the writer is, not about what happened.
bool isFeeling(std::string_view sentence);

}  // namespace capabilities::record
