// PageRank (Brin and Page 1998) on a small weighted undirected graph with a teleport vector of
// one's own (Haveliwala 2002). Owns nothing. Pure; the sums run in a fixed order, so the result is
// the same on every machine with IEEE arithmetic.
#pragma once

#include <boost/assert.hpp>

#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

namespace capabilities {

struct WeightedEdge {
    std::uint32_t from = 0, to = 0;
    double weight = 0;
};

// No edge may lead back to its own node. Ranks sum to 1. `teleport` need not be normalised; if it
// is all zero, every node counts alike. Ends when a round changes the ranks by less than `precision`
// in all.
inline std::vector<double> pageRank(std::span<const double> teleport,
                                    std::span<const WeightedEdge> edges, double damping = 0.85,
                                    double precision = 1e-9)
{
    const std::size_t count = teleport.size();
    std::vector<double> home(teleport.begin(), teleport.end()), degree(count, 0.0);
    double sum = 0;
    for (const double share : home)
        sum += share;
    for (double &share : home)
        share = sum > 0 ? share / sum : 1.0 / static_cast<double>(count);
    for (const WeightedEdge &edge : edges) {
        degree[edge.from] += edge.weight;
        degree[edge.to] += edge.weight;
    }
    std::vector<WeightedEdge> flows(edges.begin(), edges.end());
    std::erase_if(flows, [](const WeightedEdge &edge) {
        BOOST_ASSERT(edge.from != edge.to);
        return edge.weight <= 0;
    });
    std::vector<double> rank = home, next(count), flow(count);
    for (int round = 0; round < 100; ++round) {
        double lost = 0;  // of nodes without edges
        for (std::size_t i = 0; i < count; ++i) {
            lost += degree[i] > 0 ? 0 : rank[i];
            flow[i] = degree[i] > 0 ? damping * rank[i] / degree[i] : 0;  // a unit of weight
        }
        for (std::size_t i = 0; i < count; ++i)
            next[i] = home[i] * (1 - damping + damping * lost);
        const double *out = flow.data();
        double *in = next.data();
        for (std::size_t i = 0; i < flows.size();) {
            const std::uint32_t from = flows[i].from;
            double into = in[from];  // of all its edges in a row, without a trip to memory each
            for (; i < flows.size() && flows[i].from == from; ++i) {
                in[flows[i].to] += out[from] * flows[i].weight;
                into += out[flows[i].to] * flows[i].weight;
            }
            in[from] = into;
        }
        double change = 0;
        for (std::size_t i = 0; i < count; ++i)
            change += std::fabs(next[i] - rank[i]);
        rank.swap(next);
        if (change < precision)
            break;
    }
    return rank;
}

}  // namespace capabilities
