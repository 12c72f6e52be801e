#include "text/languageguess.h"

#include <bit>

namespace text {

LanguageGuess guessLanguage(const Document &document)
{
    std::array<std::int64_t, languageCount> weight = {};
    std::int64_t words = 0;
    for (const Form &form : document.forms()) {
        if (!(form.flags & tokenHasLetter))
            continue;
        words += form.count;
        const int shared = std::popcount(form.languages);
        for (std::size_t language = 1; language < languageCount && shared > 0; ++language) {
            if (form.languages & (1u << language))
                weight[language] += 12 * form.count / (shared * shared);
        }
    }
    LanguageGuess guess;
    std::size_t best = 0;
    for (std::size_t language = 1; language < languageCount; ++language) {
        guess.evidence[language] = words > 0 ? static_cast<int>(weight[language] * 800 / words) : 0;
        if (weight[language] > weight[best])
            best = language;
    }
    if (best == 0 || weight[best] * 100 < words * 12 * 12)
        return guess;
    guess.language = static_cast<Language>(best);
    guess.confidence = std::min(10000, guess.evidence[best] * 3);
    return guess;
}

}  // namespace text
