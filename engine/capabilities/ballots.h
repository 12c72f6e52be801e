// Ballots as tally-votes reads and counts them. Owns candidates by number, ballots without the ones
// that do not count. Belongs to tallyvotes.cpp and votecount.cpp. Thread contract: values.
#pragma once

#include "capabilities/artefact.h"

#include <string>
#include <vector>

namespace capabilities {

struct Ballot {
    std::vector<std::vector<std::size_t>> ranks;  // best first, equals together
    std::vector<std::int64_t> votes;              // by candidate; quadratic voting
    std::int64_t count = 1;
};

struct Count {
    std::vector<std::size_t> winners;  // more than one: a tie
    boost::json::object details;
};

using Names = std::vector<std::string>;

Count countSchulze(const Names &candidates, const std::vector<Ballot> &ballots);
Count countRunoff(const Names &candidates, const std::vector<Ballot> &ballots);
Count countQuadratic(const Names &candidates, const std::vector<Ballot> &ballots);

}  // namespace capabilities
