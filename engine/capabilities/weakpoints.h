// Where an undirected graph is weak: its parts, bridges and articulation points (Tarjan 1972,
// Hopcroft and Tarjan 1973, without recursion), how many shortest ways lead through each node
// (Brandes 2001, links counted or weighed), the cheapest way (Dijkstra 1959), and its algebraic
// connectivity (Fiedler 1973). Owns values. Thread contract: pure.
#pragma once

#include "capabilities/louvain.h"

#include <optional>

namespace capabilities {

struct Neighbour {
    std::uint32_t node = 0;
    double cost = 1;
};
using Undirected = std::vector<std::vector<Neighbour>>;  // each link stands at both ends

// Links to oneself go; of parallel ones the cheapest stays.
Undirected undirected(std::size_t nodes, const std::vector<Link> &links);

struct WeakPoints {
    std::vector<std::uint32_t> part;  // per node, numbered in order of first appearance
    std::size_t parts = 0;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> bridges;  // lower number first, ascending
    std::vector<bool> isArticulation;
};
WeakPoints weakPoints(const Undirected &graph);

// Pairs of other nodes whose shortest ways lead through each, a pair counting by the share of its ways.
std::vector<double> betweenness(const Undirected &graph, const std::stop_token &stop);

struct Way {
    std::vector<std::uint32_t> nodes;  // empty if there is none
    double cost = 0;
};
Way cheapestWay(const Undirected &graph, std::uint32_t from, std::uint32_t to);

// The second smallest eigenvalue of the Laplacian of the links, uncounted costs: Householder's
// tridiagonal form (1958), then bisection by Sturm counts (Givens 1954; Barth, Martin and Wilkinson
// 1967), so it takes a fixed number of steps. 0 for a graph in parts, nothing below two nodes.
std::optional<double> algebraicConnectivity(const Undirected &graph, const std::stop_token &stop);

}  // namespace capabilities
