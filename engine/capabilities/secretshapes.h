// What secrets look like in a text: finds their places by shape, check digits and entropy. Owns
// nothing; what becomes of a finding is the caller's business. Thread contract: pure functions.
#pragma once

#include <stop_token>
#include <string_view>
#include <vector>

namespace capabilities {

struct SecretFound {
    std::size_t start = 0, length = 0;
    std::string_view kind;  // closed vocabulary: "card", "iban", "private-key" ...
};

// In order of their places, none overlapping; what began so far if stopped.
std::vector<SecretFound> findSecrets(std::string_view text, bool isPersonalToo,
                                     const std::stop_token &stop);

bool isCardNumber(std::string_view digits);  // 13..19 digits with a right check digit
bool isIban(std::string_view letters);       // without spaces
double entropyBits(std::string_view token);  // per character

}  // namespace capabilities
