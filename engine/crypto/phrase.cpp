#include "crypto/phrase.h"

#include "crypto/seedphrase.h"

#include <algorithm>

namespace crypto {

std::string phraseOf(const Entropy &entropy)
{
    return seedPhrase(entropy).value();
}

std::optional<Entropy> entropyOf(std::string_view phrase)
{
    const auto bytes = phraseEntropy(phrase);
    Entropy entropy;
    if (!bytes || bytes->size() != entropy.size())
        return std::nullopt;
    std::copy(bytes->begin(), bytes->end(), entropy.begin());
    return entropy;
}

}  // namespace crypto
