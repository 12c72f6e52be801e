// Communities of a weighted, undirected graph by the Louvain method (V. Blondel, J. Guillaume, R.
// Lambiotte, E. Lefebvre, J. Stat. Mech. 2008): nodes move where modularity (Newman 2004) grows
// most, then communities become nodes. Nodes are visited in their order, ties go to the lower
// number, so the same graph gives the same answer. Thread contract: pure.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <stop_token>
#include <vector>

namespace capabilities {

struct Link {
    std::uint32_t from = 0, to = 0;
    double weight = 1;
};

struct Communities {
    std::vector<std::uint32_t> of;  // per node, numbered in order of first appearance
    std::size_t count = 0;
    double modularity = 0;
};

// Of any grouping; 0 for a graph without links.
inline double modularityOf(std::size_t nodes, const std::vector<Link> &links,
                           const std::vector<std::uint32_t> &of)
{
    double whole = 0;
    std::vector<double> inside(nodes), degree(nodes);
    for (const Link &link : links) {
        whole += link.weight;
        degree[of[link.from]] += link.weight;
        degree[of[link.to]] += link.weight;
        if (of[link.from] == of[link.to])
            inside[of[link.from]] += link.weight;
    }
    double sum = 0;
    for (std::size_t c = 0; c < nodes && whole > 0; ++c)
        sum += inside[c] / whole - degree[c] * degree[c] / (4 * whole * whole);
    return sum;
}

// One round of moves; returns whether any node moved. Ends early if stopped.
inline bool moveNodes(std::size_t nodes, const std::vector<Link> &links,
                      std::vector<std::uint32_t> &of, const std::stop_token &stop)
{
    std::vector<std::vector<std::pair<std::uint32_t, double>>> near(nodes);
    std::vector<double> degree(nodes), total(nodes);
    double whole = 0;
    for (const Link &link : links) {
        whole += link.weight;
        degree[link.from] += link.weight;
        degree[link.to] += link.weight;
        if (link.from != link.to) {
            near[link.from].emplace_back(link.to, link.weight);
            near[link.to].emplace_back(link.from, link.weight);
        }
    }
    std::iota(of.begin(), of.end(), 0);
    total = degree;
    bool hasMoved = false, isMoving = whole > 0;
    for (int round = 0; isMoving && round < 100 && !stop.stop_requested(); ++round) {
        isMoving = false;
        for (std::uint32_t node = 0; node < nodes; ++node) {
            std::map<std::uint32_t, double> ties;
            for (const auto &[other, weight] : near[node])
                ties[of[other]] += weight;
            const std::uint32_t home = of[node];
            total[home] -= degree[node];
            const auto gain = [&](std::uint32_t community, double tie) {
                return tie - total[community] * degree[node] / (2 * whole);
            };
            std::uint32_t best = home;
            double most = gain(home, ties.contains(home) ? ties[home] : 0);
            for (const auto &[community, tie] : ties) {
                if (gain(community, tie) > most + 1e-12) {
                    most = gain(community, tie);
                    best = community;
                }
            }
            total[best] += degree[node];
            of[node] = best;
            isMoving = isMoving || best != home;
        }
        hasMoved = hasMoved || isMoving;
    }
    return hasMoved;
}

inline std::size_t renumber(std::vector<std::uint32_t> &of)
{
    std::map<std::uint32_t, std::uint32_t> numbers;
    for (std::uint32_t &community : of)
        community = numbers.try_emplace(community, std::uint32_t(numbers.size())).first->second;
    return numbers.size();
}

inline Communities louvain(std::size_t nodes, const std::vector<Link> &links,
                           const std::stop_token &stop)
{
    Communities found;
    found.of.resize(nodes);
    std::iota(found.of.begin(), found.of.end(), 0);
    std::vector<Link> level = links;
    std::size_t count = nodes;
    std::vector<std::uint32_t> of(count);
    while (!stop.stop_requested() && moveNodes(count, level, of, stop)) {
        count = renumber(of);
        for (std::uint32_t &community : found.of)
            community = of[community];
        std::map<std::pair<std::uint32_t, std::uint32_t>, double> joined;
        for (const Link &link : level)
            joined[std::pair(std::minmax(of[link.from], of[link.to]))] += link.weight;
        level.clear();
        for (const auto &[ends, weight] : joined)
            level.push_back({ends.first, ends.second, weight});
        of.assign(count, 0);
    }
    found.count = renumber(found.of);
    found.modularity = modularityOf(nodes, links, found.of);
    return found;
}

}  // namespace capabilities
