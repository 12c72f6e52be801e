#include "capabilities/trust.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace capabilities {

namespace {

constexpr std::uint64_t evidenceMax = std::uint64_t{1} << 48;
constexpr int fractionBits = 32;

constexpr std::uint64_t rootOf(std::uint64_t square)
{
    std::uint64_t root = 0;
    for (std::uint64_t bit = std::uint64_t{1} << 31; bit > 0; bit >>= 1) {
        if ((root | bit) * (root | bit) <= square)
            root |= bit;
    }
    return root;
}

// 2^(-1/2), 2^(-1/4), ... in 1/2^32: each is the square root of the one before.
constexpr auto roots = [] {
    std::array<std::uint64_t, fractionBits> list{};
    std::uint64_t square = std::uint64_t{1} << 63;
    for (std::uint64_t &root : list) {
        root = rootOf(square);
        square = root << 32;
    }
    return list;
}();

// value * factor / 2^32 without overflow, for factors up to 2^32 and values below 2^63.
std::uint64_t scaled(std::uint64_t value, std::uint64_t factor)
{
    return (value >> 32) * factor + ((value & 0xffffffff) * factor >> 32);
}

std::uint64_t halved(std::uint64_t value, std::uint64_t elapsed, std::uint64_t halfLife)
{
    const std::uint64_t whole = elapsed / halfLife;
    std::uint64_t rest = elapsed % halfLife;
    if (whole > 48)
        return 0;
    std::uint64_t factor = std::uint64_t{1} << 32;
    for (const std::uint64_t root : roots) {  // the binary digits of rest / halfLife
        rest *= 2;
        if (rest >= halfLife) {
            rest -= halfLife;
            factor = scaled(factor, root);
        }
    }
    return scaled(value, factor) >> whole;
}

bool areSound(std::size_t count, std::span<const TrustEdge> edges)
{
    return std::all_of(edges.begin(), edges.end(), [count](const TrustEdge &edge) {
        return edge.from < count && edge.to < count && std::isfinite(edge.weight);
    });
}

struct Graph {
    std::vector<TrustEdge> edges;  // weights are shares of what `from` gives
    std::vector<double> given;     // before they were
};

Graph graphOf(std::size_t count, std::span<const TrustEdge> edges, bool mayLoop)
{
    Graph graph{{}, std::vector<double>(count, 0.0)};
    for (const TrustEdge &edge : edges) {
        if (edge.weight <= 0 || (edge.from == edge.to && !mayLoop))
            continue;
        graph.edges.push_back(edge);
        graph.given[edge.from] += edge.weight;
    }
    for (TrustEdge &edge : graph.edges)
        edge.weight /= graph.given[edge.from];
    return graph;
}

// next = stay * (C transposed * rank, who gives nothing giving as `home`) + (1 - stay) * home
std::vector<double> settled(const Graph &graph, const std::vector<double> &home, double stay,
                            double least, int roundsMax)
{
    std::vector<double> rank = home, next(home.size());
    for (int round = 0; round < roundsMax; ++round) {
        double lost = 0, change = 0;
        for (std::size_t i = 0; i < rank.size(); ++i)
            lost += graph.given[i] > 0 ? 0 : rank[i];
        for (std::size_t i = 0; i < rank.size(); ++i)
            next[i] = home[i] * (1 - stay + stay * lost);
        for (const TrustEdge &edge : graph.edges)
            next[edge.to] += stay * rank[edge.from] * edge.weight;
        for (std::size_t i = 0; i < rank.size(); ++i)
            change += std::fabs(next[i] - rank[i]);
        rank.swap(next);
        if (change < least)
            break;
    }
    return rank;
}

}  // namespace

Evidence aged(Evidence evidence, std::int64_t nowMs, std::int64_t halfLifeMs)
{
    if (nowMs <= evidence.asOfMs || halfLifeMs <= 0)
        return evidence;
    const std::uint64_t elapsed =
        static_cast<std::uint64_t>(nowMs) - static_cast<std::uint64_t>(evidence.asOfMs);
    evidence.good = halved(evidence.good, elapsed, static_cast<std::uint64_t>(halfLifeMs));
    evidence.bad = halved(evidence.bad, elapsed, static_cast<std::uint64_t>(halfLifeMs));
    evidence.asOfMs = nowMs;
    return evidence;
}

Evidence withOutcome(Evidence evidence, bool isGood, std::uint64_t weight, std::int64_t nowMs,
                     std::int64_t halfLifeMs)
{
    Evidence one{isGood ? std::min(weight, evidenceMax) : 0,
                 isGood ? 0 : std::min(weight, evidenceMax), nowMs};
    const std::int64_t last = std::max(nowMs, evidence.asOfMs);
    evidence = aged(evidence, last, halfLifeMs);
    one = aged(one, last, halfLifeMs);
    return {std::min(evidence.good + one.good, evidenceMax),
            std::min(evidence.bad + one.bad, evidenceMax), last};
}

std::uint32_t betaScore(const Evidence &evidence)
{
    const std::uint64_t good = std::min(evidence.good, evidenceMax) + evidenceUnit;
    const std::uint64_t bad = std::min(evidence.bad, evidenceMax) + evidenceUnit;
    return static_cast<std::uint32_t>(good * trustMax / (good + bad));
}

std::uint32_t earnedScore(const Evidence &evidence, std::uint64_t doubt)
{
    const std::uint64_t good = std::min(evidence.good, evidenceMax);
    const std::uint64_t all =
        good + std::min(evidence.bad, evidenceMax) + std::min(doubt, evidenceMax);
    return all == 0 ? 0 : static_cast<std::uint32_t>(good * trustMax / all);
}

std::optional<std::vector<double>> eigenTrust(std::span<const double> preTrust,
                                              std::span<const TrustEdge> edges,
                                              const TrustOptions &options)
{
    double sum = 0;
    for (const double share : preTrust) {
        if (!std::isfinite(share) || share < 0)
            return std::nullopt;
        sum += share;
    }
    if (sum <= 0 || !std::isfinite(sum) || !areSound(preTrust.size(), edges)
        || !(options.homeShare >= 0 && options.homeShare <= 1))
        return std::nullopt;
    std::vector<double> home(preTrust.begin(), preTrust.end());
    for (double &share : home)
        share /= sum;
    return settled(graphOf(home.size(), edges, false), home, 1 - options.homeShare, options.change,
                   options.roundsMax);
}

std::optional<std::vector<double>>
directedPageRank(std::size_t count, std::span<const TrustEdge> edges, double damping)
{
    if (!areSound(count, edges) || !(damping >= 0 && damping < 1))
        return std::nullopt;
    const std::vector<double> home(count,
                                   1.0 / static_cast<double>(std::max<std::size_t>(count, 1)));
    return settled(graphOf(count, edges, true), home, damping, 1e-14, 2000);
}

std::vector<std::uint32_t> trustScores(std::span<const double> shares)
{
    std::vector<std::uint32_t> scores(shares.size(), 0);
    const double most = shares.empty() ? 0 : *std::max_element(shares.begin(), shares.end());
    for (std::size_t i = 0; i < shares.size() && most > 0; ++i)
        scores[i] = static_cast<std::uint32_t>(
            std::lround(trustMax * std::sqrt(std::max(shares[i], 0.0) / most)));
    return scores;
}

}  // namespace capabilities
