// Copies the WAL into the database on a thread and connection of its own, so that the engine's
// commits never do it. Thread contract: note() from the writer; the thread ends with the object.
#pragma once

#include <QString>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace store {

class Checkpointer {
public:
    explicit Checkpointer(const QString &path);
    ~Checkpointer();

    // One commit was made.
    void note();

private:
    void work();

    QString m_path;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    int m_commits = 0;
    bool m_isStopping = false;
    std::thread m_thread;
};

}  // namespace store
