// The layouts keep their promises: the same seed draws the same picture, stress falls, no place is
// lost to coincident points, rows go down, and ticks stand on hand-made numbers.
#include "scene/layoutaxis.h"
#include "scene/layoutforce.h"
#include "scene/layoutranks.h"
#include "scene/layoutstart.h"

#include <QTest>

#include <cmath>
#include <set>

namespace {

layout::Graph grid(std::uint32_t side)
{
    layout::Graph graph{side * side, {}};
    for (std::uint32_t i = 0; i < graph.count; ++i) {
        if (i % side + 1 < side)
            graph.edges.push_back({i, i + 1});
        if (i + side < graph.count)
            graph.edges.push_back({i, i + side});
    }
    return graph;
}

bool areFinite(const layout::Places &places)
{
    for (std::size_t i = 0; i < places.size(); ++i)
        if (!std::isfinite(places.x[i]) || !std::isfinite(places.y[i]))
            return false;
    return true;
}

// Every other point pushes by itself: what the tree must come close to.
layout::Places pushOneByOne(const layout::Places &places, const layout::Quad::Law &law)
{
    layout::Places push{std::vector<float>(places.size(), 0), std::vector<float>(places.size(), 0)};
    for (std::size_t i = 0; i < places.size(); ++i) {
        double x = 0, y = 0;
        for (std::size_t j = 0; j < places.size(); ++j) {
            const double dx = double(places.x[i]) - double(places.x[j]);
            const double dy = double(places.y[i]) - double(places.y[j]);
            const double square = dx * dx + dy * dy + 1e-4;
            const double force =
                double(law.strength)
                / (square * (1 + square / (double(law.reach) * double(law.reach))));
            x += dx * force;
            y += dy * force;
        }
        push.x[i] = float(x);
        push.y[i] = float(y);
    }
    return push;
}

}  // namespace

class tst_Layout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stressOfAKnownDrawing();
    void stressFalls();
    void comesToRest();
    void sameSeedSamePlaces();
    void coincidentPointsStayFinite();
    void oddGraphsAreDrawn();
    void treePushesLikeAll();
    void partsStayInSight();
    void treeRowsAndRoom();
    void layersGoDown();
    void niceTicks_data();
    void niceTicks();
    void timeTicks();
    void labelsMakeRoom();
};

void tst_Layout::stressOfAKnownDrawing()
{
    // A path of three: evenly drawn it is perfect at any scale. With the end pulled out to four,
    // ratios drawn/steps are 1, 3, 2 (pairs both ways), so 1 - 6^2 / (14 * 3) = 1/7.
    const layout::Graph path{3, {{0, 1}, {1, 2}}};
    QCOMPARE(layout::stress(path, {{0, 5, 10}, {0, 0, 0}}, 3, 1), 0.0);
    const double bent = layout::stress(path, {{0, 1, 4}, {0, 0, 0}}, 3, 1);
    QVERIFY(std::abs(bent - 1.0 / 7) < 1e-9);
}

void tst_Layout::stressFalls()
{
    const layout::Graph graph = grid(30);
    layout::Places byChance{std::vector<float>(graph.count), std::vector<float>(graph.count)};
    for (std::uint32_t i = 0; i < graph.count; ++i) {
        byChance.x[i] = 30 * layout::fraction(2 * i);
        byChance.y[i] = 30 * layout::fraction(2 * i + 1);
    }
    const double before = layout::stress(graph, byChance, 50, 7);
    layout::Force force(graph, byChance);
    double middle = 0;
    while (!force.isSettled()) {
        force.step();
        if (force.stepsDone() == 40)
            middle = layout::stress(graph, force.places(), 50, 7);
    }
    const double after = layout::stress(graph, force.places(), 50, 7);
    QVERIFY2(middle < before, qPrintable(QStringLiteral("%1 %2").arg(before).arg(middle)));
    QVERIFY2(after < middle, qPrintable(QStringLiteral("%1 %2").arg(middle).arg(after)));
    // From the shape of the graph it ends near perfect, where chance stays knotted.
    layout::Force shaped(graph);
    while (!shaped.isSettled())
        shaped.step();
    const double best = layout::stress(graph, shaped.places(), 50, 7);
    QVERIFY2(best < 0.05 && best < after, qPrintable(QString::number(best)));
}

void tst_Layout::comesToRest()
{
    layout::Force force(grid(15));
    while (!force.isSettled())
        force.step();
    const layout::Places before = force.places();
    force.step();
    for (std::size_t i = 0; i < before.size(); ++i)
        QVERIFY(std::hypot(force.places().x[i] - before.x[i], force.places().y[i] - before.y[i])
                < 0.03f);
}

void tst_Layout::sameSeedSamePlaces()
{
    const layout::Graph graph = grid(20);
    const auto run = [&graph](std::uint64_t seed) {
        layout::ForceSettings settings;
        settings.seed = seed;
        layout::Force force(graph, settings);
        for (int i = 0; i < 60; ++i)
            force.step();
        return force.places();
    };
    const layout::Places one = run(5), again = run(5), other = run(6);
    QVERIFY(one.x == again.x && one.y == again.y);
    QVERIFY(one.x != other.x);
}

void tst_Layout::coincidentPointsStayFinite()
{
    const layout::Graph graph = grid(12);
    layout::Places heap{std::vector<float>(graph.count, 3), std::vector<float>(graph.count, -3)};
    heap.x[5] = NAN;
    heap.y[6] = INFINITY;
    layout::Force force(graph, heap);
    for (int i = 0; i < 100; ++i)
        force.step();
    QVERIFY(areFinite(force.places()));
    std::set<std::pair<float, float>> apart;
    for (std::size_t i = 0; i < graph.count; ++i)
        apart.emplace(force.places().x[i], force.places().y[i]);
    QCOMPARE(apart.size(), std::size_t(graph.count));
    // Even without the parting at the start the tree itself divides by no distance.
    layout::Places same{std::vector<float>(100, 1), std::vector<float>(100, 1)};
    layout::Places push{std::vector<float>(100, 0), std::vector<float>(100, 0)};
    layout::Quad().push(same, std::vector<float>(100, 1), {}, push);
    QVERIFY(areFinite(push));
}

void tst_Layout::oddGraphsAreDrawn()
{
    const layout::Graph graphs[] = {
        {0, {}}, {1, {}}, {1, {{0, 0}}}, {2, {}}, {2, {{0, 1}, {0, 1}, {1, 0}}}, {5, {{0, 9}}}};
    for (const layout::Graph &graph : graphs) {
        layout::Force force(graph);
        for (int i = 0; i < 20; ++i)
            force.step();
        QCOMPARE(force.places().size(), std::size_t(graph.count));
        QVERIFY(areFinite(force.places()));
        QCOMPARE(layout::treePlaces(graph).size(), std::size_t(graph.count));
        QCOMPARE(layout::layeredPlaces(graph).size(), std::size_t(graph.count));
    }
}

void tst_Layout::treePushesLikeAll()
{
    layout::Places places;
    for (std::uint32_t i = 0; i < 700; ++i) {
        places.x.push_back(40 * layout::fraction(3 * i));
        places.y.push_back(40 * layout::fraction(3 * i + 1) * layout::fraction(3 * i + 2));
    }
    const std::vector<float> mass(places.size(), 1);
    for (const float theta : {0.0f, 1.2f}) {
        const layout::Quad::Law law{1, 10, theta};
        layout::Places push{std::vector<float>(700, 0), std::vector<float>(700, 0)};
        layout::Quad().push(places, mass, law, push);
        const layout::Places exact = pushOneByOne(places, law);
        double error = 0, whole = 0;
        for (std::size_t i = 0; i < places.size(); ++i) {
            error += std::hypot(double(push.x[i] - exact.x[i]), double(push.y[i] - exact.y[i]));
            whole += std::hypot(double(exact.x[i]), double(exact.y[i]));
        }
        const double share = error / whole;
        QVERIFY2(share < (theta == 0.0f ? 1e-4 : 0.08), qPrintable(QString::number(share)));
    }
}

void tst_Layout::partsStayInSight()
{
    layout::Graph graph = grid(8);
    graph.count += 40;  // forty that nobody knows
    layout::ForceSettings settings;
    settings.steps = 1000;
    layout::Force force(graph, settings);
    while (!force.isSettled())
        force.step();
    for (std::size_t i = 0; i < force.places().size(); ++i)
        QVERIFY(std::hypot(force.places().x[i], force.places().y[i]) < 100);
}

void tst_Layout::treeRowsAndRoom()
{
    //        0        Two leaves, a chain and a second tree: rows by generation, a parent over the
    //      / | \      middle of its children, nobody nearer than one to a neighbour of its row.
    //     1  2  3     6
    //       / \       |
    //      4   5      7
    const layout::Graph graph{8, {{0, 1}, {0, 2}, {0, 3}, {2, 4}, {2, 5}, {6, 7}, {5, 0}}};
    const layout::Places places =
        layout::treePlaces({8, {graph.edges.begin(), graph.edges.end() - 1}});
    QCOMPARE(places.y, (std::vector<float>{0, 1, 1, 1, 2, 2, 0, 1}));
    QCOMPARE(places.x[0], (places.x[1] + places.x[3]) / 2);
    QCOMPARE(places.x[2], (places.x[4] + places.x[5]) / 2);
    for (std::size_t a = 0; a < 8; ++a)
        for (std::size_t b = a + 1; b < 8; ++b)
            QVERIFY(places.y[a] != places.y[b] || std::abs(places.x[a] - places.x[b]) > 0.999f);
}

void tst_Layout::layersGoDown()
{
    // A diamond with a long way round and a circle: 4 leads back to 0.
    const layout::Graph graph{5, {{0, 1}, {0, 2}, {1, 3}, {3, 4}, {2, 4}, {4, 0}}};
    QCOMPARE(layout::ranksOf(graph), (std::vector<std::uint32_t>{0, 1, 1, 2, 3}));
    const layout::Places places = layout::layeredPlaces(graph);
    for (std::size_t i = 0; i + 1 < graph.edges.size(); ++i)
        QVERIFY(places.y[graph.edges[i].from] < places.y[graph.edges[i].to]);
    QVERIFY(std::abs(places.x[1] - places.x[2]) > 0.999f);
}

void tst_Layout::niceTicks_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<int>("wanted");
    QTest::addColumn<QList<double>>("ticks");
    QTest::addColumn<int>("decimals");
    QTest::newRow("throughput") << 0.0 << 137.0 << 5 << QList<double>{0, 50, 100, 150} << 0;
    QTest::newRow("latency") << 0.0 << 800.0 << 5 << QList<double>{0, 200, 400, 600, 800} << 0;
    QTest::newRow("small") << 0.0 << 0.3 << 4 << QList<double>{0, 0.2, 0.4} << 1;
    QTest::newRow("below zero") << -3.0 << 4.0 << 5 << QList<double>{-4, -2, 0, 2, 4} << 0;
    QTest::newRow("all equal") << 12.0 << 12.0 << 3 << QList<double>{0, 10, 20} << 0;
    QTest::newRow("nothing") << 0.0 << 0.0 << 3 << QList<double>{0, 0.5, 1} << 1;
    QTest::newRow("not a number") << qQNaN() << 1.0 << 3 << QList<double>{0, 0.5, 1} << 1;
}

void tst_Layout::niceTicks()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(int, wanted);
    QFETCH(QList<double>, ticks);
    QFETCH(int, decimals);
    const layout::Axis axis = layout::niceAxis(low, high, wanted);
    QCOMPARE(qsizetype(axis.ticks.size()), ticks.size());
    for (qsizetype i = 0; i < ticks.size(); ++i)
        QVERIFY2(std::abs(axis.ticks[std::size_t(i)] - ticks[i]) < 1e-9,
                 qPrintable(QString::number(axis.ticks[std::size_t(i)])));
    QCOMPARE(axis.decimals, decimals);
}

void tst_Layout::timeTicks()
{
    // 10:07 to 13:20 UTC seen two hours east: every hour of the local clock, 13:00 to 15:00.
    constexpr std::int64_t hour = 3'600'000, minute = 60'000;
    const auto axis =
        layout::timeAxis(10 * hour + 7 * minute, 13 * hour + 20 * minute, 5, 2 * hour);
    QCOMPARE(axis.step, hour);
    QCOMPARE(axis.ticks, (std::vector<std::int64_t>{11 * hour, 12 * hour, 13 * hour}));
    // Half an hour off, as in Kolkata: still whole hours there.
    const auto half = layout::timeAxis(10 * hour, 13 * hour, 5, 5 * hour + 30 * minute);
    QCOMPARE(half.ticks.front(), 10 * hour + 30 * minute);
    QVERIFY(layout::timeAxis(5, 5, 5, 0).ticks.empty());
}

void tst_Layout::labelsMakeRoom()
{
    std::vector<double> middles{50, 52, 10, 99};
    layout::spreadOut(middles, 10, 0, 100);
    QCOMPARE(middles, (std::vector<double>{50, 60, 10, 95}));
}

QTEST_APPLESS_MAIN(tst_Layout)
#include "tst_layout.moc"
