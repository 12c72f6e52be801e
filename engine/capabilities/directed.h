// Directed graphs of numbered nodes: strongly connected components (Tarjan 1972, without recursion)
// and a shortest cycle through a node (breadth first, Moore 1959). Owns nothing.
// Thread contract: pure functions.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace capabilities {

using Directed = std::vector<std::vector<std::uint32_t>>;  // to whom each node leads

// Each in ascending order; a component comes after all it leads to.
inline std::vector<std::vector<std::uint32_t>> stronglyConnected(const Directed &graph)
{
    const auto count = std::uint32_t(graph.size());
    std::vector<std::uint32_t> number(count, 0), low(count, 0), stack, path;
    std::vector<std::size_t> next(count, 0);
    std::vector<bool> isOpen(count, false);
    std::vector<std::vector<std::uint32_t>> components;
    std::uint32_t counter = 0;
    const auto enter = [&](std::uint32_t node) {
        number[node] = low[node] = ++counter;
        isOpen[node] = true;
        stack.push_back(node);
        path.push_back(node);
    };
    for (std::uint32_t root = 0; root < count; ++root) {
        if (number[root] == 0)
            enter(root);
        while (!path.empty()) {
            const std::uint32_t node = path.back();
            if (next[node] < graph[node].size()) {
                const std::uint32_t to = graph[node][next[node]++];
                if (number[to] == 0)
                    enter(to);
                else if (isOpen[to])
                    low[node] = std::min(low[node], number[to]);
                continue;
            }
            path.pop_back();
            if (!path.empty())
                low[path.back()] = std::min(low[path.back()], low[node]);
            if (low[node] != number[node])
                continue;
            auto &component = components.emplace_back();
            for (std::uint32_t top = count; top != node;) {
                top = stack.back();
                stack.pop_back();
                isOpen[top] = false;
                component.push_back(top);
            }
            std::sort(component.begin(), component.end());
        }
    }
    return components;
}

// From the node around to just before it again; empty if no way leads back.
inline std::vector<std::uint32_t> cycleThrough(const Directed &graph, std::uint32_t node)
{
    std::vector<std::uint32_t> before(graph.size(), UINT32_MAX), queue{node};
    for (std::size_t i = 0; i < queue.size(); ++i) {
        for (const std::uint32_t to : graph[queue[i]]) {
            if (to == node) {
                std::vector<std::uint32_t> cycle;
                for (std::uint32_t at = queue[i]; at != node; at = before[at])
                    cycle.push_back(at);
                cycle.push_back(node);
                std::reverse(cycle.begin(), cycle.end());
                return cycle;
            }
            if (before[to] == UINT32_MAX) {
                before[to] = queue[i];
                queue.push_back(to);
            }
        }
    }
    return {};
}

// A cycle of each component that has one, in the order of their lowest nodes.
inline std::vector<std::vector<std::uint32_t>> cyclesOf(const Directed &graph)
{
    std::vector<std::vector<std::uint32_t>> cycles;
    for (const auto &component : stronglyConnected(graph)) {
        const std::uint32_t first = component.front();
        const auto &to = graph[first];
        if (component.size() > 1 || std::find(to.begin(), to.end(), first) != to.end())
            cycles.push_back(cycleThrough(graph, first));
    }
    std::sort(cycles.begin(), cycles.end());
    return cycles;
}

}  // namespace capabilities
