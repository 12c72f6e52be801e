// Replacement grammars in Tracery's notation (K. Compton, B. Kybartas, M. Mateas, "Tracery", ICIDS
// 2015): "#name#" is replaced by one of the name's rules, "#name.capitalize#" alters it (also a, s,
// ed), "[hero:#name#]" before a rule keeps a choice for later. Owns its rules; depth and length are
// limited. Thread contract: one grammar, one thread.
#pragma once

#include "capabilities/statistics.h"

#include <map>
#include <string>
#include <string_view>

namespace capabilities {

class Grammar {
public:
    std::map<std::string, std::vector<std::string>, std::less<>> rules;
    std::string fault;  // a name without rules, or "too deep", "too long"

    std::string expand(std::string_view rule, Chance &chance, int depth = 0);

private:
    std::string symbol(std::string_view tag, Chance &chance, int depth);
    std::size_t m_written = 0;
};

}  // namespace capabilities
