#include "graphworker.h"

#include "layoutforce.h"
#include "layoutranks.h"

#include <chrono>

namespace {

constexpr auto frame = std::chrono::milliseconds(33);
constexpr int stepsOfKnown = 120;  // a drawing that is already there only settles

}  // namespace

GraphWorker::GraphWorker(QObject *parent) : QObject(parent)
{
}

GraphWorker::~GraphWorker()
{
    cancel();
}

void GraphWorker::cancel()
{
    if (m_isStopped)
        m_isStopped->store(true);
    if (m_thread.joinable())
        m_thread.join();
    ++m_question;  // what is still on its way is dropped
    m_isRunning = false;
}

void GraphWorker::start(const layout::Graph &graph, Shape shape, std::uint64_t seed,
                        layout::Places known)
{
    cancel();
    m_isStopped = std::make_shared<std::atomic<bool>>(false);
    m_isRunning = true;
    m_thread = std::thread([this, graph, shape, seed, known = std::move(known),
                            isStopped = m_isStopped, question = m_question]() mutable {
        run(graph, shape, seed, std::move(known), isStopped, question);
    });
}

void GraphWorker::run(const layout::Graph &graph, Shape shape, std::uint64_t seed,
                      layout::Places known, const std::shared_ptr<std::atomic<bool>> &isStopped,
                      int question)
{
    if (shape != Shape::Force) {
        tell(shape == Shape::Tree ? layout::treePlaces(graph) : layout::layeredPlaces(graph), 1,
             true, question);
        return;
    }
    layout::ForceSettings settings;
    settings.seed = seed;
    const bool isKnown = !known.x.empty();
    if (isKnown)
        settings.steps = stepsOfKnown;
    layout::Force force =
        isKnown ? layout::Force(graph, std::move(known), settings) : layout::Force(graph, settings);
    auto told = std::chrono::steady_clock::now();
    while (!force.isSettled() && !isStopped->load()) {
        force.step();
        const auto now = std::chrono::steady_clock::now();
        if (now - told < frame || force.isSettled())
            continue;
        told = now;
        tell(force.places(), double(force.stepsDone()) / settings.steps, false, question);
    }
    if (!isStopped->load())
        tell(force.places(), 1, true, question);
}

void GraphWorker::tell(layout::Places places, double share, bool isLast, int question)
{
    QMetaObject::invokeMethod(
        this,
        [this, places = std::make_shared<const layout::Places>(std::move(places)), share, isLast,
         question] {
            if (question != m_question)
                return;
            m_isRunning = m_isRunning && !isLast;
            Q_EMIT moved(places, share);
            if (isLast)
                Q_EMIT finished();
        },
        Qt::QueuedConnection);
}
