// The mathematics of trust: Beta reputation with forgetting (Josang and Ismail 2002, "The Beta
// Reputation System"), EigenTrust (Kamvar, Schlosser and Garcia-Molina 2003) and PageRank on directed
// graphs (Page and Brin 1998). Owns nothing and believes nothing: evidence comes from receipts, which
// are the caller's. Scores at the edge are integers from 0 to 10000.
// Thread contract: pure functions; sums run in a fixed order with +, -, *, / and roots only, so a result is
// the same on every machine with IEEE arithmetic.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace capabilities {

inline constexpr std::uint32_t trustMax = 10000;
inline constexpr std::uint64_t evidenceUnit = 1u << 20;  // one full piece of evidence

// ---- Beta ----------------------------------------------------------------------------------------
// Good and bad evidence in evidenceUnits, as it weighed at `asOfMs`. Integers, so it may be state.
struct Evidence {
    std::uint64_t good = 0, bad = 0;
    std::int64_t asOfMs = 0;
    bool operator==(const Evidence &) const = default;
};

// The same evidence later: halved for each half-life that passed (the forgetting factor of the
// paper's section 2.6, over continuous time). An earlier time leaves it as it is; 0 or less as
// half-life forgets nothing. Rounds down.
Evidence aged(Evidence evidence, std::int64_t nowMs, std::int64_t halfLifeMs);
// One more outcome at a time, the older evidence aged to it; one from before weighs what is left of it.
Evidence withOutcome(Evidence evidence, bool isGood, std::uint64_t weight, std::int64_t nowMs,
                     std::int64_t halfLifeMs);
// The expected value of Beta(good + 1, bad + 1), 0..10000: 5000 for no evidence.
std::uint32_t betaScore(const Evidence &evidence);
// What is certain about it: the expectation counted from a prior of `doubt` pieces of bad evidence
// (evidenceUnits) instead of one of each: 0 for no evidence. For standing that must be earned.
std::uint32_t earnedScore(const Evidence &evidence, std::uint64_t doubt);

// ---- EigenTrust and PageRank -----------------------------------------------------------------------
struct TrustEdge {
    std::uint32_t from = 0, to = 0;
    double weight = 0;  // above 0; what is not, and who trusts himself, does not count
};
struct TrustOptions {
    double homeShare = 0.5;  // a in the paper's algorithm 2: what flows back to the pre-trusted
    double change = 1e-12;   // ends when the L1 norm of a round's change is below
    int roundsMax = 1000;
};

// Shares that sum to 1. `preTrust` names who is trusted beforehand (p, normalised here); nothing
// when it is all zero, has a negative or infinite share, or an edge points outside: without a
// pre-trusted peer a ring of endorsers could lift itself. Peers that trust nobody trust as p does
// (the paper's section 4.5). Nobody without a path from the pre-trusted gains anything.
std::optional<std::vector<double>> eigenTrust(std::span<const double> preTrust,
                                              std::span<const TrustEdge> edges,
                                              const TrustOptions &options = {});

// Directed and weighted; a rank sums to 1; who links to nobody links to all alike. Parallel edges
// add up, self-links count. Nothing for an edge that points outside or a weight that is not finite.
std::optional<std::vector<double>>
directedPageRank(std::size_t count, std::span<const TrustEdge> edges, double damping = 0.85);

// A share as an integer from 0 to 10000: the square-root scale of the largest, so that one of many
// peers can be read. All zero when all shares are.
std::vector<std::uint32_t> trustScores(std::span<const double> shares);

}  // namespace capabilities
