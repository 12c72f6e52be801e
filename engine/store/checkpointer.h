// Copies the WAL into the database on a thread and connection of its own, so that the engine's
// commits never do it. Thread contract: note() and takeLog() from any writer; the thread ends
// with the object.
#pragma once

#include <QString>

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <thread>

namespace store {

class Checkpointer {
public:
    // Frames in the WAL, and how many of them were not copied yet.
    struct Log {
        int frames = 0, left = 0;
    };

    explicit Checkpointer(const QString &path);
    ~Checkpointer();

    // One commit of about so many bytes was made.
    void note(std::size_t bytes);
    // What the newest copying found, once.
    std::optional<Log> takeLog();

private:
    void work();
    bool isDue() const;

    QString m_path;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    int m_commits = 0;
    std::size_t m_bytes = 0;
    std::optional<Log> m_log;
    bool m_isStopping = false;
    std::thread m_thread;
};

}  // namespace store
