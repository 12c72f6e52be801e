#include "capabilities/weakpoints.h"

#include <cmath>
#include <queue>

namespace capabilities {

namespace {

// Shortest ways from one node: costs, who comes before, how many, in the order they were settled.
struct Ways {
    std::vector<double> cost, count;
    std::vector<std::vector<std::uint32_t>> before;
    std::vector<std::uint32_t> order;
};

// Sums of costs that differ only by rounding are the same way length.
bool isShorter(double a, double b)
{
    return a < b * (1 - 1e-12);
}

Ways waysFrom(const Undirected &graph, std::uint32_t from)
{
    Ways ways{std::vector<double>(graph.size(), INFINITY),
              std::vector<double>(graph.size(), 0),
              std::vector<std::vector<std::uint32_t>>(graph.size()),
              {}};
    using Step = std::pair<double, std::uint32_t>;
    std::priority_queue<Step, std::vector<Step>, std::greater<>> queue;
    std::vector<bool> isSettled(graph.size(), false);
    ways.cost[from] = 0;
    ways.count[from] = 1;
    queue.emplace(0, from);
    while (!queue.empty()) {
        const std::uint32_t node = queue.top().second;
        queue.pop();
        if (isSettled[node])
            continue;
        isSettled[node] = true;
        ways.order.push_back(node);
        for (const auto &[to, link] : graph[node]) {
            const double cost = ways.cost[node] + link;
            if (isSettled[to])
                continue;
            if (isShorter(cost, ways.cost[to])) {
                ways.cost[to] = cost;
                ways.count[to] = 0;
                ways.before[to].clear();
                queue.emplace(cost, to);
            }
            if (!isShorter(ways.cost[to], cost)) {
                ways.count[to] += ways.count[node];
                ways.before[to].push_back(node);
            }
        }
    }
    return ways;
}

// Depth-first numbers and how far back each subtree reaches.
struct Search {
    const Undirected &graph;
    WeakPoints &out;
    std::vector<std::uint32_t> number, low, path;
    std::vector<std::size_t> next;

    void enter(std::uint32_t node)
    {
        number[node] = low[node] = std::uint32_t(++counter);
        out.part[node] = std::uint32_t(out.parts);
        path.push_back(node);
    }
    void leave(std::uint32_t node, std::uint32_t root, std::size_t &branches)
    {
        path.pop_back();
        if (path.empty())
            return;
        const std::uint32_t parent = path.back();
        low[parent] = std::min(low[parent], low[node]);
        if (low[node] > number[parent])
            out.bridges.push_back(std::minmax(node, parent));
        if (parent == root)
            ++branches;
        else if (low[node] >= number[parent])
            out.isArticulation[parent] = true;
    }
    void from(std::uint32_t root)
    {
        std::size_t branches = 0;
        enter(root);
        while (!path.empty()) {
            const std::uint32_t node = path.back();
            if (next[node] == graph[node].size()) {
                leave(node, root, branches);
                continue;
            }
            const std::uint32_t to = graph[node][next[node]++].node;
            if (number[to] == 0)
                enter(to);
            else if (path.size() < 2 || to != path[path.size() - 2])
                low[node] = std::min(low[node], number[to]);
        }
        out.isArticulation[root] = branches > 1;
    }
    std::size_t counter = 0;
};

struct Tridiagonal {
    std::vector<double> diagonal, beside;  // beside[i] joins i and i + 1
};

// Householder's reflections, row by row.
Tridiagonal tridiagonal(std::vector<std::vector<double>> a, const std::stop_token &stop)
{
    const std::size_t n = a.size();
    Tridiagonal out{std::vector<double>(n), std::vector<double>(n)};
    std::vector<double> v(n), p(n);
    for (std::size_t k = 0; k + 2 < n && !stop.stop_requested(); ++k) {
        double squares = 0;
        for (std::size_t i = k + 1; i < n; ++i)
            squares += a[i][k] * a[i][k];
        const double alpha = a[k + 1][k] > 0 ? -std::sqrt(squares) : std::sqrt(squares);
        double norm = 0, along = 0;
        for (std::size_t i = k + 1; i < n; ++i) {
            v[i] = a[i][k] - (i == k + 1 ? alpha : 0);
            norm += v[i] * v[i];
        }
        if (norm == 0)
            continue;
        for (std::size_t i = k + 1; i < n; ++i) {
            double sum = 0;
            for (std::size_t j = k + 1; j < n; ++j)
                sum += a[i][j] * v[j];
            p[i] = 2 * sum / norm;
            along += p[i] * v[i];
        }
        for (std::size_t i = k + 1; i < n; ++i)
            p[i] -= along / norm * v[i];
        for (std::size_t i = k + 1; i < n; ++i)
            for (std::size_t j = k + 1; j < n; ++j)
                a[i][j] -= v[i] * p[j] + p[i] * v[j];
        a[k + 1][k] = alpha;
    }
    for (std::size_t i = 0; i < n; ++i) {
        out.diagonal[i] = a[i][i];
        out.beside[i] = i + 1 < n ? a[i + 1][i] : 0;
    }
    return out;
}

// Eigenvalues below x: negative terms of Sturm's sequence.
std::size_t countBelow(const Tridiagonal &matrix, double x)
{
    std::size_t count = 0;
    double term = 1;
    for (std::size_t i = 0; i < matrix.diagonal.size(); ++i) {
        const double beside = i > 0 ? matrix.beside[i - 1] : 0;
        term = matrix.diagonal[i] - x - (i > 0 ? beside * beside / term : 0);
        if (std::fabs(term) < 1e-300)
            term = -1e-300;
        count += term < 0;
    }
    return count;
}

}  // namespace

Undirected undirected(std::size_t nodes, const std::vector<Link> &links)
{
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> cheapest;
    for (const Link &link : links) {
        if (link.from == link.to)
            continue;
        const auto [place, isNew] =
            cheapest.try_emplace(std::minmax(link.from, link.to), link.weight);
        place->second = std::min(place->second, link.weight);
    }
    Undirected graph(nodes);
    for (const auto &[pair, cost] : cheapest) {
        graph[pair.first].push_back({pair.second, cost});
        graph[pair.second].push_back({pair.first, cost});
    }
    return graph;
}

WeakPoints weakPoints(const Undirected &graph)
{
    WeakPoints out;
    out.part.resize(graph.size());
    out.isArticulation.resize(graph.size());
    const std::vector<std::uint32_t> zeros(graph.size(), 0);
    Search search{graph, out, zeros, zeros, {}, std::vector<std::size_t>(graph.size(), 0)};
    for (std::uint32_t root = 0; root < graph.size(); ++root) {
        if (search.number[root] != 0)
            continue;
        search.from(root);
        ++out.parts;
    }
    std::sort(out.bridges.begin(), out.bridges.end());
    return out;
}

std::vector<double> betweenness(const Undirected &graph, const std::stop_token &stop)
{
    std::vector<double> through(graph.size(), 0);
    for (std::uint32_t from = 0; from < graph.size() && !stop.stop_requested(); ++from) {
        const Ways ways = waysFrom(graph, from);
        std::vector<double> share(graph.size(), 0);
        for (auto node = ways.order.rbegin(); node != ways.order.rend(); ++node) {
            for (const std::uint32_t before : ways.before[*node])
                share[before] += ways.count[before] / ways.count[*node] * (1 + share[*node]);
            if (*node != from)
                through[*node] += share[*node];
        }
    }
    for (double &value : through)
        value /= 2;  // each pair was seen from both ends
    return through;
}

Way cheapestWay(const Undirected &graph, std::uint32_t from, std::uint32_t to)
{
    const Ways ways = waysFrom(graph, from);
    Way way;
    if (!(ways.cost[to] < INFINITY))
        return way;
    way.cost = ways.cost[to];
    for (std::uint32_t node = to; node != from;
         node = *std::min_element(ways.before[node].begin(), ways.before[node].end()))
        way.nodes.push_back(node);
    way.nodes.push_back(from);
    std::reverse(way.nodes.begin(), way.nodes.end());
    return way;
}

std::optional<double> algebraicConnectivity(const Undirected &graph, const std::stop_token &stop)
{
    if (graph.size() < 2)
        return std::nullopt;
    if (weakPoints(graph).parts > 1)
        return 0;
    std::vector<std::vector<double>> laplacian(graph.size(), std::vector<double>(graph.size(), 0));
    double high = 0;
    for (std::size_t i = 0; i < graph.size(); ++i) {
        laplacian[i][i] = double(graph[i].size());
        high = std::max(high, 2 * laplacian[i][i]);  // Gershgorin
        for (const Neighbour &neighbour : graph[i])
            laplacian[i][neighbour.node] = -1;
    }
    const Tridiagonal matrix = tridiagonal(std::move(laplacian), stop);
    double low = 0;
    high += 1;
    for (int step = 0; step < 60; ++step) {
        const double middle = (low + high) / 2;
        (countBelow(matrix, middle) >= 2 ? high : low) = middle;
    }
    return (low + high) / 2;
}

}  // namespace capabilities
