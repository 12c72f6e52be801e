// The language of a document from its words: private to engine/text. Pure function.
#pragma once

#include "text/document.h"

namespace text {

LanguageGuess guessLanguage(const Document &document);

}  // namespace text
