// Words that carry no topic although they are no function words: everyday verbs, weak adjectives,
// words of time and measure. A key phrase made of them alone says nothing. Stems are compared.
// Read-only data of this project.
#pragma once

#include "text/language.h"

#include <string_view>

namespace capabilities {

// 1 for a folded word after which a noun is likely ("the"), 2 for one before verbs ("they"),
// 3 for both, 0 for neither.
std::uint8_t neighbourSign(text::Word form);
bool isDullStem(text::Language language, std::string_view stem);

}  // namespace capabilities
