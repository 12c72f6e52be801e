// Words that carry no topic although they are no function words: everyday verbs, weak adjectives,
// words of time and measure. A key phrase made of them alone says nothing. Stems are compared.
// Read-only data of this project.
#pragma once

#include "text/language.h"

#include <string_view>

namespace capabilities {

bool isDullStem(text::Language language, std::string_view stem);

}  // namespace capabilities
