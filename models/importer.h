// Brings files and folders in as dreams, in sorted order, as one batch, so that they are indexed
// before they are compared. Reads on a thread of its own and keeps a bounded number of commands
// under way. Signals come on the GUI thread.
#pragma once

#include "loop/engine.h"

#include <QObject>
#include <QStringList>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace models {

class Importer : public QObject
{
    Q_OBJECT

public:
    static constexpr int filesMax = 1'000'000;
    static constexpr int underWayMax = 256;

    Importer(loop::Engine &engine, QStringList paths, QObject *parent);
    ~Importer() override;

    // What an import of these paths would read: texts only, hidden files left out.
    static QStringList collect(const QStringList &paths);

Q_SIGNALS:
    void progressed(int done, int total, int refused);
    void finished(int done, const QString &firstRefusal);

private:
    void run(const QStringList &paths);
    void submit(const QString &path, std::uint64_t batch);
    void refuse(const QString &words);
    void say(bool isLast);

    loop::Engine &m_engine;
    std::atomic<bool> m_isStopping = false;
    std::mutex m_mutex;
    std::condition_variable m_room;
    int m_underWay = 0, m_done = 0, m_refused = 0, m_total = 0;
    QString m_firstRefusal;
    std::chrono::steady_clock::time_point m_said;
    std::thread m_thread;
};

}  // namespace models
