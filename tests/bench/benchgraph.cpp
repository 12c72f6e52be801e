// P9: how long a frame takes that paints a graph of 10,000 nodes and 30,000 edges in a window of
// 1200 x 800 on the software renderer, every node moved before each frame. cpuP95 is the work of the
// process alone, which a busy machine does not stretch. Printed for people.
//   benchgraph [FRAMES]
#include "scene/graphscene.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QTimer>

#include "scene/layoutforce.h"

#include <algorithm>
#include <cstdio>
#include <ctime>

namespace {

constexpr std::uint32_t side = 100, edges = 30'000;

layout::Graph mesh()
{
    layout::Graph graph{side * side, {}};
    for (std::uint32_t i = 0; i < graph.count; ++i) {
        if (i % side + 1 < side)
            graph.edges.push_back({i, i + 1});
        if (i + side < graph.count)
            graph.edges.push_back({i, i + side});
    }
    // The rest leads anywhere: long lines are what costs.
    for (std::uint64_t k = 0; graph.edges.size() < edges; ++k)
        graph.edges.push_back({std::uint32_t(layout::mix(2 * k) % graph.count),
                               std::uint32_t(layout::mix(2 * k + 1) % graph.count)});
    return graph;
}

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, std::size_t(share * double(values.size())))];
}

// From the sync of a frame to the end of its rendering, nodes moved each time.
void measure(const char *name, QQuickWindow &window, GraphScene &scene, layout::Places places,
             int frames)
{
    std::vector<double> spent, worked;
    QElapsedTimer clock;
    std::clock_t before = 0;
    const auto begin = QObject::connect(
        &window, &QQuickWindow::beforeSynchronizing, &window,
        [&] {
            clock.restart();
            before = std::clock();
        },
        Qt::DirectConnection);
    const auto end = QObject::connect(
        &window, &QQuickWindow::afterRendering, &window,
        [&] {
            spent.push_back(double(clock.nsecsElapsed()) / 1e6);
            worked.push_back(double(std::clock() - before) * 1e3 / CLOCKS_PER_SEC);
        },
        Qt::DirectConnection);
    for (int i = 0; i < frames + 5; ++i) {
        for (std::size_t k = 0; k < places.size(); ++k)
            places.x[k] += 0.01f * (layout::fraction(k + std::size_t(i)) - 0.5f);
        scene.setPlaces(places);
        const QImage shot = window.grabWindow();
    }
    QObject::disconnect(begin);
    QObject::disconnect(end);
    spent.erase(spent.begin(), spent.begin() + 5);
    worked.erase(worked.begin(), worked.begin() + 5);
    std::printf(
        "{\"name\":\"P9.%s\",\"frames\":%zu,\"p50\":%.2f,\"p95\":%.2f,\"most\":%.2f,\"cpuP95\":%.2f,\"unit\":\"ms\"}\n",
        name, spent.size(), percentile(spent, 0.5), percentile(spent, 0.95), percentile(spent, 1),
        percentile(worked, 0.95));
}

}  // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QUICK_BACKEND", "software");
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    const int frames = argc > 1 ? std::max(20, std::atoi(argv[1])) : 200;
    QQuickWindow window;
    window.resize(1200, 800);
    window.setColor(Qt::black);
    GraphScene scene;
    scene.setParentItem(window.contentItem());
    scene.setSize({1200, 800});
    scene.setInk({{QStringLiteral("surface"), QColor(Qt::black)},
                  {QStringLiteral("text"), QColor(Qt::white)}});
    window.show();
    const layout::Graph graph = mesh();
    scene.setGraph(graph);
    layout::Places byChance{std::vector<float>(graph.count), std::vector<float>(graph.count)};
    for (std::uint32_t i = 0; i < graph.count; ++i) {
        byChance.x[i] = 100 * layout::fraction(2 * i);
        byChance.y[i] = 70 * layout::fraction(2 * i + 1);
    }
    measure("byChance", window, scene, byChance, frames);
    layout::Force force(graph);
    for (int i = 0; i < 60; ++i)
        force.step();
    measure("laidOut", window, scene, force.places(), frames);
    scene.setProperty("selected", 50);
    measure("oneChosen", window, scene, force.places(), frames);
    return 0;
}
