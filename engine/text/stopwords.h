// The function words of the four languages: articles, pronouns, prepositions, conjunctions,
// auxiliaries, common adverbs. Written for this project. Folded forms (ß is ss). Read-only data.
#pragma once

#include "text/language.h"

#include <string_view>

namespace text {

// Space-separated folded words. For "und": words that speak for a language we do not know.
std::string_view functionWords(Language language);

}  // namespace text
