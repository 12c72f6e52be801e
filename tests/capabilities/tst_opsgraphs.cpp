// analyze-topology and trace-lineage beside brute force on small random graphs, and known graphs.
#include "opscase.h"

#include <cmath>
#include <set>

using namespace testing;

namespace {

using Pairs = std::set<std::pair<int, int>>;

json::object graphOf(int nodes, const Pairs &links)
{
    json::array list, edges;
    for (int i = 0; i < nodes; ++i)
        list.push_back(json::object{{"id", name(i)}});
    for (const auto &[from, to] : links)
        edges.push_back(json::object{{"from", name(from)}, {"to", name(to)}});
    return {{"nodes", std::move(list)}, {"links", std::move(edges)}};
}

Pairs randomLinks(Draw &draw, int nodes, int perMille, bool isUp = true)
{
    Pairs links;
    for (int a = 0; a < nodes; ++a)
        for (int b = a + 1; b < nodes; ++b)
            if (draw.below(1000) < perMille)
                links.insert(isUp ? std::pair(a, b) : std::pair(b, a));
    return links;
}

// Parts of a graph without one node (or -1) and one link.
int parts(int nodes, const Pairs &links, int without, std::pair<int, int> cut)
{
    std::vector<int> part(static_cast<std::size_t>(nodes));
    for (int i = 0; i < nodes; ++i)
        part[std::size_t(i)] = i;
    for (int round = 0; round < nodes; ++round)
        for (const auto &link : links) {
            auto &a = part[std::size_t(link.first)], &b = part[std::size_t(link.second)];
            if (link != cut && link.first != without && link.second != without)
                a = b = std::min(a, b);
        }
    std::set<int> distinct(part.begin(), part.end());
    if (without >= 0)
        distinct.erase(without);
    return int(distinct.size());
}

// Betweenness by all distances and numbers of shortest ways between all pairs.
std::vector<double> bruteBetweenness(int nodes, const Pairs &links)
{
    const auto n = std::size_t(nodes);
    std::vector<std::vector<double>> far(n, std::vector<double>(n, 1e9)),
        ways(n, std::vector<double>(n));
    for (std::size_t i = 0; i < n; ++i) {
        far[i][i] = 0;
        ways[i][i] = 1;
    }
    for (int length = 1; length < nodes; ++length)
        for (std::size_t s = 0; s < n; ++s)
            for (std::size_t t = 0; t < n; ++t) {
                if (far[s][t] < length)
                    continue;
                double count = 0;
                for (const auto &[a, b] : links)
                    for (const auto &[from, to] : {std::pair(a, b), std::pair(b, a)})
                        if (std::size_t(to) == t && far[s][std::size_t(from)] == length - 1)
                            count += ways[s][std::size_t(from)];
                if (count > 0) {
                    far[s][t] = length;
                    ways[s][t] = count;
                }
            }
    std::vector<double> through(n);
    for (std::size_t v = 0; v < n; ++v)
        for (std::size_t s = 0; s < n; ++s)
            for (std::size_t t = s + 1; t < n; ++t)
                if (s != v && t != v && far[s][t] < 1e9 && far[s][v] + far[v][t] == far[s][t])
                    through[v] += ways[s][v] * ways[v][t] / ways[s][t];
    return through;
}

}  // namespace

class TestOpsGraphs : public QObject {
    Q_OBJECT

private slots:
    void weakPointsBesideBruteForce()
    {
        for (std::uint64_t seed = 1; seed <= 150; ++seed) {
            Draw draw(seed);
            const int nodes = 2 + draw.below(7);
            const Pairs links = randomLinks(draw, nodes, 200 + draw.below(500));
            const auto found =
                answer("analyze-topology", {{"graph", graphOf(nodes, links)}}, "topology");
            const int whole = parts(nodes, links, -1, {});
            QCOMPARE(found.at("parts").as_int64(), whole);
            json::array bridges, points;
            for (const auto &link : links)
                if (parts(nodes, links, -1, link) > whole)
                    bridges.push_back(
                        json::object{{"from", name(link.first)}, {"to", name(link.second)}});
            for (int i = 0; i < nodes; ++i)
                if (parts(nodes, links, i, {}) > whole)
                    points.emplace_back(name(i));
            QVERIFY(found.at("bridges") == json::value(bridges));
            QVERIFY(found.at("articulationPoints") == json::value(points));
            const auto through = bruteBetweenness(nodes, links);
            for (const json::value &relay : found.at("relays").as_array()) {
                const double expected = through[std::size_t(relay.at("id").as_string()[0] - 'a')];
                QVERIFY(std::abs(double(relay.at("betweenness").as_int64()) - expected * 1e6) <= 1);
            }
            QCOMPARE(found.at("algebraicConnectivity").as_int64() > 0, whole == 1);
        }
    }

    void connectivityOfKnownGraphs()
    {
        const double pi = std::acos(-1.0);
        for (int n = 3; n <= 20; ++n) {
            Pairs complete, ring, star;
            for (int a = 0; a < n; ++a) {
                ring.insert(std::minmax(a, (a + 1) % n));
                if (a > 0)
                    star.insert({0, a});
                for (int b = a + 1; b < n; ++b)
                    complete.insert({a, b});
            }
            const auto of = [&](const Pairs &links) {
                return double(answer("analyze-topology", {{"graph", graphOf(n, links)}}, "topology")
                                  .at("algebraicConnectivity")
                                  .as_int64());
            };
            QVERIFY(std::fabs(of(complete) - 1e6 * n) <= 1);
            QVERIFY(std::fabs(of(star) - 1e6) <= 1);
            QVERIFY(std::fabs(of(ring) - 2e6 * (1 - std::cos(2 * pi / n))) <= 1);
        }
    }

    void layersNeverGoUp()
    {
        for (std::uint64_t seed = 1; seed <= 150; ++seed) {
            Draw draw(seed);
            const int nodes = 2 + draw.below(11);
            const Pairs links = randomLinks(draw, nodes, 150 + draw.below(400));
            const auto lineage = answer(
                "trace-lineage",
                {{"graph", graphOf(nodes, links)}, {"item", name(draw.below(nodes))}}, "lineage");
            const json::value &drawing = lineage.at("drawing");
            const json::array &places = drawing.at("nodes").as_array();
            std::set<std::pair<std::int64_t, std::int64_t>> taken;
            const auto at = [](const json::value &place) {
                return std::pair(place.at("y").as_int64(), place.at("x").as_int64());
            };
            for (const json::value &place : places)
                QVERIFY(taken.insert(at(place)).second);
            using Place = std::pair<std::int64_t, std::int64_t>;
            std::vector<std::pair<Place, Place>> steps;
            for (const json::value &link : drawing.at("links").as_array()) {
                Place last = at(places[std::size_t(link.at("from").as_int64())]);
                for (const json::value &bend : link.at("bends").as_array()) {
                    QVERIFY(taken.insert(at(bend)).second);
                    steps.emplace_back(last, at(bend));
                    last = at(bend);
                }
                steps.emplace_back(last, at(places[std::size_t(link.at("to").as_int64())]));
            }
            std::int64_t crossings = 0;
            for (const auto &[from, to] : steps) {
                QCOMPARE(to.first, from.first + 100);  // one layer down, never up
                for (const auto &[other, end] : steps)
                    crossings += other.first == from.first && from.second < other.second
                                 && to.second > end.second;
            }
            QCOMPARE(drawing.at("crossings").as_int64(), crossings);
        }
    }

    void ancestorsBesideBruteForce()
    {
        for (std::uint64_t seed = 1; seed <= 150; ++seed) {
            Draw draw(seed);
            const int nodes = 2 + draw.below(8);
            const Pairs links = randomLinks(draw, nodes, 300, draw.below(2) == 0);
            const auto size = static_cast<std::size_t>(nodes);
            std::vector<std::vector<bool>> leads(size, std::vector<bool>(size));
            for (std::size_t i = 0; i < leads.size(); ++i)
                leads[i][i] = true;
            for (int round = 0; round < nodes; ++round)
                for (const auto &[from, to] : links)
                    for (auto &row : leads)
                        if (row[std::size_t(from)])
                            row[std::size_t(to)] = true;
            const auto a = std::size_t(draw.below(nodes)), b = std::size_t(draw.below(nodes));
            const auto found = answer(
                "trace-lineage",
                {{"graph", graphOf(nodes, links)}, {"item", name(int(a))}, {"other", name(int(b))}},
                "lineage");
            json::array lowest;
            std::size_t ancestors = 0;
            for (std::size_t v = 0; v < leads.size(); ++v) {
                ancestors += v != a && leads[v][a];
                bool isLowest = leads[v][a] && leads[v][b];
                for (std::size_t w = 0; w < leads.size(); ++w)
                    isLowest = isLowest && !(w != v && leads[v][w] && leads[w][a] && leads[w][b]);
                if (isLowest)
                    lowest.emplace_back(name(int(v)));
            }
            QVERIFY(found.at("commonAncestors") == json::value(lowest));
            QCOMPARE(found.at("ancestors").as_array().size(), ancestors);
        }
    }
};

QTEST_GUILESS_MAIN(TestOpsGraphs)
#include "tst_opsgraphs.moc"
