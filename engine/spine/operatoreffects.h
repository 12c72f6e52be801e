// What the operator's queue can issue: commands of other systems, read from JSON, written canonically,
// weighed, and required once approved. Another effect is one more struct and its three functions.
// Thread contract: pure.
#pragma once

#include "spine/operator.h"

#include <variant>

namespace operators {

using Effect = std::variant<tokens::Pay, SetSpendLimit>;

// Nothing for an unknown command, a missing, unknown or unfit field, or a hidden token.
std::optional<Effect> readEffect(std::string_view command, std::string_view arguments);
// Canonical JSON (RFC 8785): two spellings of the same effect are one text, and so one digest.
std::string argumentsOf(const Effect &);
Digest digestOf(std::string_view asker, std::string_view command, std::string_view arguments);
tokens::Token tokenOf(const Effect &);
Amount costOf(const Effect &);
// By how often the present limit goes into it: once green, twice yellow, ten times orange, else red.
Risk riskOf(const Effect &, const World &);
// In the asker's name. A payment without a number of its own gets the item's, so that it moves once.
Outcome issue(const Effect &, const Item &, World &);

}  // namespace operators
