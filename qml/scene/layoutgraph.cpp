#include "layoutgraph.h"

#include <algorithm>
#include <cmath>

namespace layout {

Neighbours neighboursOf(const Graph &graph)
{
    std::vector<Edge> both;
    both.reserve(graph.edges.size() * 2);
    for (const Edge &edge : graph.edges) {
        if (edge.from == edge.to || edge.from >= graph.count || edge.to >= graph.count)
            continue;
        both.push_back(edge);
        both.push_back({edge.to, edge.from, edge.weight});
    }
    std::sort(both.begin(), both.end(), [](const Edge &a, const Edge &b) {
        return a.from != b.from ? a.from < b.from
               : a.to != b.to   ? a.to < b.to
                                : a.weight > b.weight;
    });
    Neighbours near;
    near.first.assign(graph.count + 1, 0);
    for (std::size_t i = 0; i < both.size(); ++i) {
        const Edge &edge = both[i];
        if (i > 0 && both[i - 1].from == edge.from && both[i - 1].to == edge.to)
            continue;  // the heavier of two comes first
        near.next.push_back(edge.to);
        near.weight.push_back(edge.weight);
        ++near.first[edge.from + 1];
    }
    for (std::size_t i = 0; i < graph.count; ++i)
        near.first[i + 1] += near.first[i];
    return near;
}

void distancesFrom(const Neighbours &near, std::uint32_t start, std::vector<std::int32_t> &steps)
{
    const std::size_t count = near.first.size() - 1;
    steps.assign(count, unreached);
    std::vector<std::uint32_t> queue;
    queue.reserve(count);
    queue.push_back(start);
    steps[start] = 0;
    for (std::size_t head = 0; head < queue.size(); ++head) {
        const std::uint32_t node = queue[head];
        for (std::uint32_t i = near.first[node]; i < near.first[node + 1]; ++i) {
            if (steps[near.next[i]] != unreached)
                continue;
            steps[near.next[i]] = steps[node] + 1;
            queue.push_back(near.next[i]);
        }
    }
}

std::vector<std::uint32_t> partsOf(const Neighbours &near, std::uint32_t &count)
{
    const std::size_t nodes = near.first.size() - 1;
    constexpr std::uint32_t none = UINT32_MAX;
    std::vector<std::uint32_t> part(nodes, none), stack;
    count = 0;
    for (std::uint32_t start = 0; start < nodes; ++start) {
        if (part[start] != none)
            continue;
        part[start] = count;
        stack.push_back(start);
        while (!stack.empty()) {
            const std::uint32_t node = stack.back();
            stack.pop_back();
            for (std::uint32_t i = near.first[node]; i < near.first[node + 1]; ++i) {
                if (part[near.next[i]] == none) {
                    part[near.next[i]] = count;
                    stack.push_back(near.next[i]);
                }
            }
        }
        ++count;
    }
    return part;
}

double stress(const Graph &graph, const Places &places, std::uint32_t sources, std::uint64_t seed)
{
    const Neighbours near = neighboursOf(graph);
    if (graph.count < 2 || places.size() != graph.count)
        return 0;
    // Sum of w (s r - d)^2 with w = d^-2 is s^2 A - 2 s B + C; best at s = B / A.
    double rr = 0, rd = 0;
    std::uint64_t pairs = 0;
    std::vector<std::int32_t> steps;
    for (std::uint32_t k = 0; k < sources; ++k) {
        const auto from = static_cast<std::uint32_t>(
            sources >= graph.count ? k % graph.count : mix(seed + k) % graph.count);
        if (k >= graph.count)
            break;
        distancesFrom(near, from, steps);
        for (std::uint32_t to = 0; to < graph.count; ++to) {
            if (steps[to] <= 0)
                continue;
            const double drawn = std::hypot(double(places.x[to]) - double(places.x[from]),
                                            double(places.y[to]) - double(places.y[from]));
            const double ratio = drawn / steps[to];
            rr += ratio * ratio;
            rd += ratio;
            ++pairs;
        }
    }
    if (pairs == 0)
        return 0;
    return rr > 0 ? 1 - rd * rd / (rr * double(pairs)) : 1;
}

std::uint64_t mix(std::uint64_t state)
{
    state += 0x9e3779b97f4a7c15u;
    state = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9u;
    state = (state ^ (state >> 27)) * 0x94d049bb133111ebu;
    return state ^ (state >> 31);
}

float fraction(std::uint64_t state)
{
    return static_cast<float>(mix(state) >> 40) / 16777216.0f;
}

}  // namespace layout
