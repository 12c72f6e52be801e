#include "layoutranks.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace layout {

namespace {

using Lists = std::vector<std::vector<std::uint32_t>>;

constexpr std::uint32_t none = UINT32_MAX;

Lists leadsTo(const Graph &graph)
{
    Lists next(graph.count);
    for (const Edge &edge : graph.edges)
        if (edge.from != edge.to && edge.from < graph.count && edge.to < graph.count)
            next[edge.from].push_back(edge.to);
    return next;
}

std::vector<std::uint32_t> firstOnes(const Lists &next)
{
    std::vector<bool> isLed(next.size(), false);
    for (const auto &list : next)
        for (const std::uint32_t to : list)
            isLed[to] = true;
    std::vector<std::uint32_t> order;
    for (const bool led : {false, true})  // whoever stands in a circle comes last
        for (std::uint32_t i = 0; i < next.size(); ++i)
            if (isLed[i] == led)
                order.push_back(i);
    return order;
}

// How far left and right a finished part of the tree reaches in each row below its top.
struct Outline {
    std::vector<float> left, right;
};

// Moves `part` to the right of `whole` until it touches nowhere; says by how much, and joins them.
float place(Outline &whole, const Outline &part)
{
    float shift = 0;
    const std::size_t shared = std::min(whole.right.size(), part.left.size());
    for (std::size_t row = 0; row < shared; ++row)
        shift = std::max(shift, whole.right[row] + 1 - part.left[row]);
    for (std::size_t row = 0; row < part.left.size(); ++row) {
        if (row < whole.left.size()) {
            whole.right[row] = part.right[row] + shift;
        } else {
            whole.left.push_back(part.left[row] + shift);
            whole.right.push_back(part.right[row] + shift);
        }
    }
    return shift;
}

struct Tree {
    Lists children;
    std::vector<std::uint32_t> parent, order;  // parents before children
};

Tree spanningTree(const Lists &next)
{
    Tree tree{Lists(next.size()), std::vector<std::uint32_t>(next.size(), none), {}};
    std::vector<bool> isSeen(next.size(), false);
    for (const std::uint32_t root : firstOnes(next)) {
        if (isSeen[root])
            continue;
        isSeen[root] = true;
        tree.order.push_back(root);
        for (std::size_t head = tree.order.size() - 1; head < tree.order.size(); ++head) {
            for (const std::uint32_t child : next[tree.order[head]]) {
                if (isSeen[child])
                    continue;
                isSeen[child] = true;
                tree.parent[child] = tree.order[head];
                tree.children[tree.order[head]].push_back(child);
                tree.order.push_back(child);
            }
        }
    }
    return tree;
}

}  // namespace

Places treePlaces(const Graph &graph)
{
    const Tree tree = spanningTree(leadsTo(graph));
    Places places{std::vector<float>(graph.count, 0), std::vector<float>(graph.count, 0)};
    std::vector<Outline> outlines(graph.count);
    // From the leaves up; x is first relative to the parent.
    for (std::size_t at = tree.order.size(); at-- > 0;) {
        const std::uint32_t node = tree.order[at];
        Outline below;
        for (const std::uint32_t child : tree.children[node]) {
            places.x[child] = place(below, outlines[child]);
            outlines[child] = {};
        }
        const auto &children = tree.children[node];
        const float middle =
            children.empty() ? 0 : (places.x[children.front()] + places.x[children.back()]) / 2;
        for (const std::uint32_t child : children)
            places.x[child] -= middle;
        Outline &own = outlines[node];
        own.left.push_back(0);
        own.right.push_back(0);
        for (std::size_t row = 0; row < below.left.size(); ++row) {
            own.left.push_back(below.left[row] - middle);
            own.right.push_back(below.right[row] - middle);
        }
    }
    Outline forest;
    for (const std::uint32_t node : tree.order) {
        if (tree.parent[node] == none) {
            places.x[node] = place(forest, outlines[node]);
        } else {
            places.x[node] += places.x[tree.parent[node]];
            places.y[node] = places.y[tree.parent[node]] + 1;
        }
    }
    return places;
}

namespace {

// Edges pointing down: those that lead back to a node still being visited are turned round.
Lists withoutCircles(const Lists &next)
{
    Lists down(next.size());
    std::vector<char> colour(next.size(), 0);  // 1: on the way to here, 2: finished
    std::vector<std::pair<std::uint32_t, std::size_t>> way;
    for (const std::uint32_t root : firstOnes(next)) {
        if (colour[root] != 0)
            continue;
        way.emplace_back(root, 0);
        colour[root] = 1;
        while (!way.empty()) {
            auto &[node, at] = way.back();
            if (at == next[node].size()) {
                colour[node] = 2;
                way.pop_back();
                continue;
            }
            const std::uint32_t to = next[node][at++];
            if (colour[to] == 1)
                down[to].push_back(node);
            else
                down[node].push_back(to);
            if (colour[to] == 0) {
                colour[to] = 1;
                way.emplace_back(to, 0);
            }
        }
    }
    return down;
}

std::vector<std::uint32_t> longestWays(const Lists &down)
{
    std::vector<std::uint32_t> waits(down.size(), 0), rank(down.size(), 0), ready;
    for (const auto &list : down)
        for (const std::uint32_t to : list)
            ++waits[to];
    for (std::uint32_t i = 0; i < down.size(); ++i)
        if (waits[i] == 0)
            ready.push_back(i);
    for (std::size_t head = 0; head < ready.size(); ++head) {
        for (const std::uint32_t to : down[ready[head]]) {
            rank[to] = std::max(rank[to], rank[ready[head]] + 1);
            if (--waits[to] == 0)
                ready.push_back(to);
        }
    }
    return rank;
}

// Orders one row by where its neighbours stand, then gives everybody at least one unit of room.
void settleRow(std::vector<std::uint32_t> &row, const Lists &near, std::vector<float> &x)
{
    std::vector<float> wish(row.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
        float sum = 0;
        for (const std::uint32_t other : near[row[i]])
            sum += x[other];
        wish[i] = near[row[i]].empty() ? x[row[i]] : sum / float(near[row[i]].size());
    }
    std::vector<std::size_t> order(row.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&wish](std::size_t a, std::size_t b) { return wish[a] < wish[b]; });
    std::vector<std::uint32_t> sorted(row.size());
    float edge = -std::numeric_limits<float>::infinity(), drift = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        sorted[i] = row[order[i]];
        x[sorted[i]] = std::max(wish[order[i]], edge);
        edge = x[sorted[i]] + 1;
        drift += x[sorted[i]] - wish[order[i]];
    }
    for (const std::uint32_t node : sorted)  // pushed to the right only: back by the mean
        x[node] -= drift / float(std::max<std::size_t>(1, sorted.size()));
    row = std::move(sorted);
}

}  // namespace

std::vector<std::uint32_t> ranksOf(const Graph &graph)
{
    return longestWays(withoutCircles(leadsTo(graph)));
}

Places layeredPlaces(const Graph &graph)
{
    constexpr int sweeps = 12;
    const Lists down = withoutCircles(leadsTo(graph));
    const std::vector<std::uint32_t> rank = longestWays(down);
    Lists up(graph.count), rows;
    for (std::uint32_t i = 0; i < graph.count; ++i)
        for (const std::uint32_t to : down[i])
            up[to].push_back(i);
    Places places{std::vector<float>(graph.count, 0), std::vector<float>(graph.count, 0)};
    for (std::uint32_t i = 0; i < graph.count; ++i) {
        if (rank[i] >= rows.size())
            rows.resize(rank[i] + 1);
        places.x[i] = float(rows[rank[i]].size());
        places.y[i] = float(rank[i]);
        rows[rank[i]].push_back(i);
    }
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const bool isDownwards = sweep % 2 == 0;
            settleRow(rows[isDownwards ? i : rows.size() - 1 - i], isDownwards ? up : down,
                      places.x);
        }
    }
    return places;
}

}  // namespace layout
