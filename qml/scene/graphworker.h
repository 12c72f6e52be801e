// Lays a graph out on a thread of its own and tells of new places at most once a frame, so the window
// is never held up. A new question or the end of this object stops the old one within one step. The
// last places told are those of the last step: the same graph and seed end in the same picture.
// Used from the GUI thread; places arrive there too.
#pragma once

#include "layoutgraph.h"

#include <QObject>

#include <atomic>
#include <memory>
#include <thread>

class GraphWorker : public QObject {
    Q_OBJECT

public:
    enum class Shape { Force, Layered, Tree };

    explicit GraphWorker(QObject *parent = nullptr);
    ~GraphWorker() override;

    // Places that are known (not a number: unknown) let a graph that changed a little move little.
    void start(const layout::Graph &graph, Shape shape, std::uint64_t seed, layout::Places known);
    void cancel();
    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void moved(const std::shared_ptr<const layout::Places> &places, double share);
    void finished();

private:
    void run(const layout::Graph &graph, Shape shape, std::uint64_t seed, layout::Places known,
             const std::shared_ptr<std::atomic<bool>> &isStopped, int question);
    void tell(layout::Places places, double share, bool isLast, int question);

    std::thread m_thread;
    std::shared_ptr<std::atomic<bool>> m_isStopped;
    int m_question = 0;
    bool m_isRunning = false;
};
