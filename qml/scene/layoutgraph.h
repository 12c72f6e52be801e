// What the layouts speak: a graph by numbers, places as two rows of floats, and the neighbours of
// every node in one array. Owns no picture and no meaning. Pure standard library; values may cross
// threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace layout {

struct Edge {
    std::uint32_t from = 0, to = 0;
    float weight = 1;
};

struct Graph {
    std::uint32_t count = 0;
    std::vector<Edge> edges;  // ends below `count`; loops and repeats are allowed and ignored
};

struct Places {
    std::vector<float> x, y;
    std::size_t size() const { return x.size(); }
};

// Neighbours of node i: next[first[i]] to next[first[i + 1]], each other end once.
struct Neighbours {
    std::vector<std::uint32_t> first, next;
    std::vector<float> weight;
    std::uint32_t degree(std::size_t node) const { return first[node + 1] - first[node]; }
};
Neighbours neighboursOf(const Graph &graph);

// Steps from one node to every other; `unreached` where no path leads.
inline constexpr std::int32_t unreached = -1;
void distancesFrom(const Neighbours &near, std::uint32_t start, std::vector<std::int32_t> &steps);

// A number for each node, the same within one connected part; parts are numbered by first node.
std::vector<std::uint32_t> partsOf(const Neighbours &near, std::uint32_t &count);

// How far the drawn distances are from the steps between nodes: mean over pairs of
// (s * drawn - steps)^2 / steps^2 at the best scale s (Kamada and Kawai 1989; Gansner, Koren and
// North 2004), over all pairs with one end among `sources` nodes drawn from the seed. 0 is perfect,
// 1 says nothing; pairs without a path do not count.
double stress(const Graph &graph, const Places &places, std::uint32_t sources, std::uint64_t seed);

// SplitMix64 (Steele, Lea and Flood 2014): a number from a seed, the same on every machine.
std::uint64_t mix(std::uint64_t state);
// The same as a fraction from 0 up to 1.
float fraction(std::uint64_t state);

}  // namespace layout
