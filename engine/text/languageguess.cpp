#include "text/languageguess.h"

#include "text/lettermodel.h"
#include "text/wordmodel.h"

#include <algorithm>
#include <cmath>

namespace text {
namespace {

constexpr std::size_t formsMax = 250;  // enough to be sure; the rest would only cost time

struct Evidence {
    std::array<double, languageCount> nats = {};
    std::array<double, languageCount> familiar = {};  // function words and known stems
    double words = 0;
    double foreign = 0;  // words telling of another language
};

// Surprise in nats of a word under each language: a function word costs about what its frequency
// says, a known stem somewhat more, anything else what its letters cost.
Evidence weigh(const Document &document, bool usesStems)
{
    Evidence evidence;
    std::size_t seen = 0;
    for (std::uint32_t id = 0; id < document.forms().size() && seen < formsMax; ++id) {
        const Form &form = document.forms()[id];
        if (!(form.flags & tokenHasLetter) || form.count == 0)
            continue;
        ++seen;
        const std::string_view word = document.formText(id);
        const double weight = std::min<std::uint32_t>(form.count, 4);
        evidence.words += weight;
        evidence.foreign += form.languages & 1u ? weight : 0;
        const auto surprises = letterSurprises(word);
        for (std::size_t i = 1; i < languageCount; ++i) {
            const auto language = static_cast<Language>(i);
            const double letters = surprises[i]
                                   * static_cast<double>(std::min<std::size_t>(word.size(), 24) + 1)
                                   / 1000.0;
            double nats = letters + 1.0;
            if (form.languages & (1u << i)) {
                nats = std::min(letters, 5.0);
                evidence.familiar[i] += weight;
            } else if (usesStems && isKnownStem(language, stem(language, document.form(id)))) {
                nats = std::min(letters, 8.5);
                evidence.familiar[i] += weight;
            }
            evidence.nats[i] += weight * nats;
        }
    }
    return evidence;
}

std::size_t bestOf(const Evidence &evidence)
{
    std::size_t best = 1;
    for (std::size_t i = 2; i < languageCount; ++i) {
        if (evidence.nats[i] < evidence.nats[best])
            best = i;
    }
    return best;
}

double marginOf(const Evidence &evidence, std::size_t best)
{
    double margin = 1e9;
    for (std::size_t i = 1; i < languageCount; ++i) {
        if (i != best)
            margin = std::min(margin, evidence.nats[i] - evidence.nats[best]);
    }
    return margin;
}

}  // namespace

LanguageGuess guessLanguage(const Document &document)
{
    LanguageGuess guess;
    Evidence evidence = weigh(document, false);
    if (evidence.words == 0)
        return guess;
    std::size_t best = bestOf(evidence);
    const bool isSure =
        marginOf(evidence, best) > 40 && evidence.familiar[best] > evidence.words * 0.25;
    if (!isSure) {
        evidence = weigh(document, true);
        best = bestOf(evidence);
    }
    const double margin = marginOf(evidence, best);
    const double familiar = evidence.familiar[best] / evidence.words;
    for (std::size_t i = 1; i < languageCount; ++i)
        guess.evidence[i] = static_cast<int>(evidence.familiar[i] * 10000 / evidence.words + 0.5);
    // fewer familiar words than a text of names and numbers would have: none of the four
    if (evidence.foreign > evidence.words * 0.2 && evidence.foreign > evidence.familiar[best] * 0.6)
        return guess;
    if (familiar < 0.17 || (familiar < 0.3 && margin < 3))
        return guess;
    guess.language = static_cast<Language>(best);
    // odds of the best against the next, tempered because words are not independent
    const double sure = 1.0 / (1.0 + std::exp(-0.35 * margin));
    const double enough = std::min(1.0, (familiar - 0.1) / 0.3);
    guess.confidence = std::clamp(static_cast<int>(10000 * sure * (0.5 + 0.5 * enough)), 0, 10000);
    return guess;
}

}  // namespace text
