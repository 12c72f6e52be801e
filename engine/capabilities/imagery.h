// Words that make pictures: nature, animals, the body, house, journey, light, water. Used for
// the symbolism of a text and to tell night dreams from reports. Written for this project; folded
// forms, matched by stem. Read-only data.
#pragma once

#include "text/language.h"

#include <string_view>

namespace capabilities {

bool isImageryStem(text::Language language, std::string_view stem);
bool isVagueWord(text::Language language, text::Word form);

}  // namespace capabilities
